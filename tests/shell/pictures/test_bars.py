"""Bars are drawn to one scale, in the roles' colours, and everything they say stands beside them as text."""

import re
from base64 import b64decode
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.pictures.bars import Bracket, Part, Row, bracket_swatch, drawing, in_markdown, legend, swatch
from shell.pictures.roles import ALL, ATTENTION, ENDED, IS, NAMES, PAPER, PLANNED
from tests.each import each

SVG = "{http://www.w3.org/2000/svg}"
COLORS = (IS, ATTENTION, ENDED, PLANNED, PAPER)


def row(*parts: Part, tick: float | None = None, bracket: Bracket | None = None) -> Row:
    return Row("Engvej", "i alt", "Engvej: i alt", parts, tick=tick, bracket=bracket)


def drawings(markdown: str) -> list[ElementTree.Element]:
    found = re.findall(r"\(data:image/svg\+xml;base64,([^)]+)\)", markdown)
    return [ElementTree.fromstring(b64decode(one)) for one in found]


def boxes(markdown: str) -> list[tuple[float, float, str]]:
    """Left edge, width and colour of each part, of all rows."""
    return [
        (float(box.attrib["x"]), float(box.attrib["width"]), box.attrib["fill"])
        for svg in drawings(markdown)
        for box in svg.iter(f"{SVG}rect")
    ]


def lines(markdown: str, color: str) -> list[list[tuple[float, float]]]:
    return [
        [(float(x), float(y)) for x, y in (point.split(",") for point in line.attrib["points"].split())]
        for svg in drawings(markdown)
        for line in svg.iter(f"{SVG}polyline")
        if line.attrib["stroke"] == color
    ]


def test_the_longest_bar_has_the_whole_width_and_the_others_their_share_of_it() -> None:
    widths = [width for _, width, _ in boxes(in_markdown([row(Part(20_000)), row(Part(5_000)), row(Part(0))]))]
    assert widths == pytest.approx([994, 248.5])


def test_parts_of_one_bar_follow_each_other_with_a_white_gap_where_they_touch() -> None:
    drawn = in_markdown([row(Part(50, ENDED), Part(0), Part(30, PLANNED), Part(20))])
    (first, second, third) = boxes(drawn)
    assert first[0] + first[1] == pytest.approx(second[0], abs=0.01)
    assert second[0] + second[1] == pytest.approx(third[0], abs=0.01)
    assert [line[0][0] for line in lines(drawn, PAPER)] == pytest.approx([second[0], third[0]], abs=0.01)


def test_what_is_planned_is_an_outline_and_never_filled() -> None:
    (box,) = drawings(in_markdown([row(Part(3, PLANNED))]))[0].iter(f"{SVG}rect")
    assert (box.attrib["fill"], box.attrib["stroke"]) == (PAPER, PLANNED)


def test_what_is_not_known_is_hollow_and_no_outline_of_what_is_planned() -> None:
    (box,) = drawings(in_markdown([row(Part(3, PAPER))]))[0].iter(f"{SVG}rect")
    assert (box.attrib["fill"], box.attrib["stroke"]) == (PAPER, ENDED)


def test_below_zero_a_bar_goes_the_other_way_from_the_same_line() -> None:
    (up, down) = boxes(in_markdown([row(Part(3)), row(Part(-1, ATTENTION))]))
    assert up[0] == pytest.approx(down[0] + down[1], abs=0.01)
    assert up[1] == pytest.approx(3 * down[1], rel=0.001)


@each(
    {
        "a tick beyond the bar": (row(Part(2), tick=8), 250.0),
        "a bracket beyond the bar": (row(Part(2), bracket=Bracket(1, 4)), 500.0),
        "a tick within the bar": (row(Part(2), tick=1), 1000.0),
    }
)
def test_the_scale_has_room_for_what_is_planned(one: Row, width: float) -> None:
    ((_, found, _),) = boxes(in_markdown([one]))
    assert found == pytest.approx(width * 0.994, rel=0.001)


def test_the_scale_reaches_the_whole_where_one_is_given() -> None:
    ((_, width, _),) = boxes(in_markdown([row(Part(0.25))], whole=1))
    assert width == pytest.approx(248.5)


def test_rows_say_name_figure_and_words_as_text_and_the_drawing_has_no_letters() -> None:
    told = in_markdown([Row(r"A\/B", "2 af 5", "A/B: 2 af 5", (Part(2),), tick=5)])
    assert told.startswith(r"- *A\/B* **2 af 5** ![A\/B\: 2 af 5](data:image/svg+xml;base64,")
    assert not [text for svg in drawings(told) for text in svg.iter(f"{SVG}text")]


def test_more_bars_of_a_row_stand_below_each_other_in_one_drawing() -> None:
    one = Row("Hold 1", "6 · 4", "Hold 1: 6 og 4", (Part(6),), below=((Part(4, ENDED),),))
    (svg,) = drawings(in_markdown([one]))
    tops = [float(box.attrib["y"]) for box in svg.iter(f"{SVG}rect")]
    assert tops == sorted(set(tops))
    assert float(svg.attrib["height"]) >= tops[-1] + 16


def test_a_drawing_takes_any_width_and_keeps_its_height() -> None:
    (svg,) = drawings(in_markdown([row(Part(1))]))
    assert (svg.attrib["width"], svg.attrib["height"]) == ("100%", "24")
    assert "viewBox" not in svg.attrib
    assert svg[0].attrib["preserveAspectRatio"] == "none"


@pytest.mark.parametrize("rows", [[], [row()], [row(Part(0))]], ids=["no rows", "no parts", "nothing"])
def test_where_there_is_nothing_there_is_no_bar(rows: list[Row]) -> None:
    assert boxes(in_markdown(rows)) == []


AMOUNTS = st.floats(-1e9, 1e9, allow_nan=False).filter(lambda one: one == 0 or abs(one) > 1e-3)
ROWS = st.builds(
    lambda parts, tick, bracket: row(*parts, tick=tick, bracket=bracket),
    st.lists(st.builds(Part, AMOUNTS, st.sampled_from(COLORS)), max_size=4),
    st.none() | AMOUNTS,
    st.none() | st.builds(Bracket, AMOUNTS, AMOUNTS),
)


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_whatever_it_shows_nothing_leaves_the_drawing_and_the_colours_are_the_roles(rows: list[Row]) -> None:
    drawn = in_markdown(rows)
    for left, width, _ in boxes(drawn):
        assert left >= 2.99
        assert left + width <= 997.01
    for svg in drawings(drawn):
        height = float(svg.attrib["height"])
        for line in svg.iter(f"{SVG}polyline"):
            points = [tuple(map(float, point.split(","))) for point in line.attrib["points"].split()]
            assert all(2.99 <= x <= 997.01 and 0 <= y <= height for x, y in points)
        assert {found.upper() for found in re.findall(r"#\w{6}", ElementTree.tostring(svg, "unicode"))} <= set(
            map(str.upper, ALL)
        )


def test_a_bracket_stands_under_the_bar_in_its_own_colour_and_from_where_it_begins() -> None:
    drawn = in_markdown([row(Part(50), Part(50, PLANNED), bracket=Bracket(50, 100, ATTENTION))])
    ((start, *_, end),) = lines(drawn, ATTENTION)
    assert (start[0], end[0]) == pytest.approx((500, 997), abs=0.01)
    assert min(start[1], end[1]) > 4 + 16
    assert ATTENTION in bracket_swatch(ATTENTION).svg


def test_a_bar_is_as_thick_as_it_is_asked_to_be() -> None:
    ((svg,)) = drawings(in_markdown([Row("A", "1", "A: 1", (Part(1),), thick=28)]))
    (box,) = svg.iter(f"{SVG}rect")
    assert (box.attrib["height"], svg.attrib["height"]) == ("28", "36")


def test_a_scale_of_one_drawing_is_what_it_is_told() -> None:
    found = drawing(row(Part(1)), 0, 4)
    assert found.words == "Engvej: i alt"
    assert 'width="248.5"' in found.svg


@pytest.mark.parametrize("color", COLORS)
def test_a_legend_says_what_each_colour_is_in_the_order_given(color: str) -> None:
    told = legend([(swatch(color), "Afregnet"), (swatch(IS), "Rest")])
    first, second = told.splitlines()
    assert first.endswith(" Afregnet")
    assert second.endswith(" Rest")
    (svg, _) = drawings(told)
    assert color in ElementTree.tostring(svg, "unicode")
    assert told.startswith(f"- ![{NAMES[color]}]")
