"""The small pictures as text: every mark where its value puts it, in the colour of its role, within the picture."""

import re
from base64 import b64decode
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.subject.brief import Attention
from core.subject.small import MOST_DOTS, Column, Columns, Dots, Part, Parts, Role, Small
from shell.pictures import roles
from shell.pictures.small import in_markdown, status_mark

Mark = ElementTree.Element


def drawings(markdown: str) -> list[Mark]:
    """Every image of the Markdown, the picture first."""
    return [
        ElementTree.fromstring(b64decode(found).decode())
        for found in re.findall(r"svg\+xml;base64,([^)]+)\)", markdown)
    ]


def marks(small: Small, tag: str = "rect") -> list[Mark]:
    return [mark for mark in drawings(in_markdown(small))[0] if mark.tag.endswith(tag)]


def number(mark: Mark, name: str) -> float:
    return float(mark.attrib[name])


def part(value: object, role: Role = Role.IS, name: str = "del") -> Part:
    return Part(name, Decimal(str(value)), role)


def column(value: object, tick: object = None, role: Role = Role.IS, label: str = "2026") -> Column:
    return Column(label, Decimal(str(value)), role, f"{label}: {value}", None if tick is None else Decimal(str(tick)))


def pool(asked: object = None) -> Parts:
    parts = (part(50, Role.ENDED, "afregnet"), part(25, Role.PLANNED, "bundet"), part(25, Role.IS, "tilbage"))
    return Parts(parts, None if asked is None else Decimal(str(asked)), "" if asked is None else f"søgt {asked} kr.")


def paths(small: Small) -> list[tuple[str, str]]:
    return [(mark.attrib["stroke"], mark.attrib["d"]) for mark in marks(small, "path")]


def test_the_bar_is_its_parts_with_a_gap_of_a_pixel() -> None:
    paid, bound, left = marks(pool())
    assert (number(paid, "x"), number(paid, "width")) == (0, 139)
    # The outline is drawn within its 69 pixels from 140.
    assert (number(bound, "x"), number(bound, "width")) == (140.75, 67.5)
    assert (number(left, "x"), number(left, "width")) == (210, 69)
    assert [mark.attrib["fill"] for mark in (paid, bound, left)] == [roles.ENDED, roles.PAPER, roles.IS]
    assert bound.attrib["stroke"] == roles.PLANNED


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param(None, [], id="nothing is asked for"),
        # From 75 of 100 to 85 of 100 in the 278 pixels within the line's own width.
        pytest.param(10, [(roles.PLANNED, "M209.5 15V21H237.3V15")], id="less than there is"),
        pytest.param(25, [(roles.PLANNED, "M209.5 15V21H279V15")], id="exactly what there is"),
        # 75 + 50 = 125 is the whole: 1 + 75 / 125 * 278 = 167.8, and 100 / 125 of it = 223.4.
        pytest.param(
            50,
            [(roles.PLANNED, "M167.8 15V21H223.4"), (roles.ATTENTION, "M223.4 21H279V15")],
            id="what is beyond asks for attention",
        ),
    ],
)
def test_what_is_asked_for_is_a_bracket_from_where_what_is_left_begins(
    asked: object, told: list[tuple[str, str]]
) -> None:
    assert paths(pool(asked)) == told


def test_of_an_overdrawn_pool_all_that_is_asked_for_is_beyond() -> None:
    overdrawn = Parts((part(80, Role.ENDED), part(20, Role.ATTENTION)), Decimal(100), "søgt 100 kr.")
    assert paths(overdrawn) == [(roles.ATTENTION, "M140 15V21H279V15")]
    assert [mark.attrib["fill"] for mark in marks(overdrawn)] == [roles.ENDED, roles.ATTENTION]


def test_the_least_part_is_still_seen() -> None:
    assert number(marks(Parts((part(1, Role.ENDED), part(10**9))))[0], "width") == 2


@pytest.mark.parametrize(
    ("many", "lines", "radius"),
    [
        pytest.param(1, 1, 6, id="one"),
        pytest.param(20, 1, 6, id="a line full"),
        pytest.param(21, 2, 6, id="one more"),
        pytest.param(40, 2, 6, id="two lines full"),
        pytest.param(41, 2, 280 / 21 / 2 - 1, id="more are smaller"),
        pytest.param(MOST_DOTS - 1, 2, 280 / 30 / 2 - 1, id="the most there can be"),
    ],
)
def test_dots_stand_on_two_lines_at_most(many: int, lines: int, radius: float) -> None:
    circles = marks(Dots((part(many),)), "circle")
    assert len(circles) == many
    assert len({circle.attrib["cy"] for circle in circles}) == lines
    assert number(circles[0], "r") == pytest.approx(radius, abs=0.001)


def test_dots_stand_in_the_order_of_their_parts_and_a_hollow_one_has_a_line() -> None:
    circles = marks(Dots((part(2), part(1, Role.ATTENTION), part(1, Role.NONE))), "circle")
    assert [circle.attrib["fill"] for circle in circles] == [roles.IS, roles.IS, roles.ATTENTION, roles.PAPER]
    assert ["stroke" in circle.attrib for circle in circles] == [False, False, False, True]


def test_so_many_that_dots_would_be_dust_are_a_bar() -> None:
    many = Dots((part(MOST_DOTS / 4), part(3 * MOST_DOTS / 4, Role.NONE)))
    assert marks(many, "circle") == []
    assert [number(mark, "x") for mark in marks(many)] == [0, 70.75]


def test_columns_stand_on_the_zero_line_against_their_ticks() -> None:
    # 6 of the 30 pixels for 5 to 6: 5 a unit.
    zero, three, *_, six, halo, tick = marks(Columns((column(3), column(6, 5))))
    assert (number(three, "y") + number(three, "height"), number(three, "height")) == (32, 15)
    assert (number(six, "y"), number(six, "height"), six.attrib["fill"]) == (2, 30, roles.IS)
    assert number(tick, "y") + number(tick, "height") / 2 == 32 - 25
    assert (halo.attrib["fill"], tick.attrib["fill"], zero.attrib["fill"]) == (
        roles.PAPER,
        roles.PLANNED,
        roles.HAIRLINE,
    )
    assert number(tick, "width") > number(six, "width")


@pytest.mark.parametrize(
    ("value", "tick", "stretches"),
    [
        # 6 on 30 pixels: 5 a unit from the line at 32.
        pytest.param(6, 5, [(7, 25, roles.IS), (2, 5, roles.ATTENTION)], id="what is beyond the tick"),
        pytest.param(6, 0, [(2, 30, roles.ATTENTION)], id="all of it, where nothing is allowed"),
        pytest.param(6, 6, [(2, 30, roles.ATTENTION)], id="all of it, where it is not beyond the tick"),
        pytest.param(6, None, [(2, 30, roles.ATTENTION)], id="all of it, where there is no tick"),
    ],
)
def test_only_what_is_beyond_the_tick_asks_for_attention(
    value: int, tick: int | None, stretches: list[tuple[float, float, str]]
) -> None:
    filled = [
        (number(mark, "y"), number(mark, "height"), mark.attrib["fill"])
        for mark in marks(Columns((column(value, tick, Role.ATTENTION),)))
        if mark.attrib["fill"] in (roles.IS, roles.ATTENTION)
    ]
    assert filled == stretches


def test_what_is_less_hangs_below_the_line() -> None:
    # 3 + 2 on 30 pixels: 6 a unit, the line at 2 + 18.
    _, more, less = marks(Columns((column(3), column(-2, role=Role.ATTENTION))))
    assert (number(more, "y"), number(more, "height")) == (2, 18)
    assert (number(less, "y"), number(less, "height")) == (20, 12)


def test_nothing_is_drawn_of_a_column_of_nothing() -> None:
    assert len(marks(Columns((column(0), column(0))))) == 1


def test_marks_are_told_in_words_below_and_columns_by_their_labels() -> None:
    assert re.sub(r"\(.*?\)", "", in_markdown(pool(50))).splitlines()[2:] == [
        "- ![] afregnet",
        "- ![] bundet",
        "- ![] tilbage",
        "- ![] søgt 50 kr\\.",
    ]
    dots = in_markdown(Dots((part(2, name="har en"), part(0, Role.NONE, "har ikke"))))
    assert re.sub(r"\(.*?\)", "", dots).splitlines()[2:] == ["- ![] har en"]
    assert in_markdown(Columns((column(1, label="2025"), column(1, label="i år")))).splitlines()[2:] == [
        "1. 2025",
        "1. i år",
    ]


@pytest.mark.parametrize(("many", "between"), [(7, True), (8, False)])
def test_labels_that_have_no_room_stand_at_the_ends_alone(many: int, between: bool) -> None:
    """'18-29' is 37,5 pixels: 280 / 7 = 40, 280 / 8 = 35."""
    labels = in_markdown(Columns(tuple(column(1, label="18-29") for _ in range(many)))).splitlines()[2:]
    assert labels[0] == labels[-1] == "1. 18\\-29"
    assert ("1. &nbsp;" not in labels) == between


def test_its_alternative_text_has_every_figure() -> None:
    assert in_markdown(pool(50)).startswith("![Afregnet 50\u00a0kr\\.\\; bundet 25\u00a0kr\\.\\; tilbage 25")
    assert in_markdown(Columns((column(3),))).startswith("![2026\\: 3\\.](")


@pytest.mark.parametrize("attention", Attention)
def test_every_status_has_a_mark_of_its_own_without_words(attention: Attention) -> None:
    assert status_mark(attention).in_markdown().startswith("![](")
    assert len({status_mark(one) for one in Attention}) == 3


VALUES = st.integers(0, 10**9)
SMALLS = st.one_of(
    st.builds(
        Parts,
        st.tuples(*(st.builds(part, VALUES, st.just(role)) for role in (Role.ENDED, Role.PLANNED, Role.IS))),
        st.none() | st.integers(1, 10**9).map(Decimal),
        st.just("søgt"),
    ),
    st.builds(Dots, st.lists(st.builds(part, st.integers(0, 90), st.sampled_from(Role)), max_size=4).map(tuple)),
    st.builds(
        Columns,
        st.lists(
            st.builds(column, st.integers(-500, 500), st.none() | st.integers(0, 500), st.sampled_from(Role)),
            min_size=1,
            max_size=12,
        ).map(tuple),
    ),
)


@given(SMALLS)
def test_nothing_leaves_its_picture_and_every_colour_has_a_role(small: Small) -> None:
    svg, *_ = drawn = drawings(in_markdown(small))
    width, height = number(svg, "width"), number(svg, "height")
    for mark in svg:
        if mark.tag.endswith("rect"):
            # The least that is seen of a part, and an outline's own line, may reach a little further.
            assert -0.01 <= number(mark, "x") <= number(mark, "x") + number(mark, "width") <= width + 8
            assert -1 <= number(mark, "y") <= number(mark, "y") + number(mark, "height") <= height + 1
    for one in drawn:
        for mark in one.iter():
            assert {mark.attrib[name] for name in ("fill", "stroke") if name in mark.attrib} <= roles.ALL | {"none"}
