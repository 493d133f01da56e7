"""Plain values become bars: parts follow each other, what is planned is a tick, and every figure stands as text."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.subject.picture import Bars, Series, Unit
from core.subject.small import Role
from shell.pictures import roles
from shell.pictures.bars import Bracket, Part, in_markdown
from shell.pictures.roles import ATTENTION, ENDED, IS, PAPER, PLANNED
from shell.pictures.values import legend_of, rows_of


def series(name: str, *values: int | str, role: Role = Role.IS, asks: tuple[str, ...] = ()) -> Series:
    return Series(name, tuple(map(Decimal, values)), role, asks)


def said(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\\", "")


YEARS = Bars(
    ("2025", "2026"),
    (series("Indgået", 3, 6, asks=("", "1 for meget")), series("Pladser", 5, 5, role=Role.PLANNED)),
    Unit.COUNT,
)
MONEY = Bars(
    ("Rammen",),
    (
        series("Afregnet", 60, role=Role.ENDED),
        series("Bundet", 15, role=Role.PLANNED),
        series("Rest", 25),
    ),
    Unit.KRONER,
    stacked=True,
)
AREAS = Bars(
    ("Boliger", "Det grønne"),
    (series("På sporet", 3, 4), series("Ukendt", 1, 0, role=Role.NONE)),
    Unit.COUNT,
    stacked=True,
)


def test_what_is_planned_beside_what_is_is_a_tick() -> None:
    first, second = rows_of(YEARS)
    assert first.parts == (Part(3, IS),)
    assert first.tick == second.tick == 5
    assert first.below == second.below == ()


def test_what_asks_for_attention_does_so_in_its_own_row_and_says_why() -> None:
    first, second = rows_of(YEARS)
    assert second.parts == (Part(6, ATTENTION),)
    assert (first.words, second.words) == ("2025: Indgået 3, Pladser 5", "2026: Indgået 6 (1 for meget), Pladser 5")


def test_what_is_asked_for_of_the_last_part_is_a_bracket_from_where_it_begins() -> None:
    asked = replace(MONEY, asked=series("Søgt", 40, role=Role.ATTENTION))
    (row,) = rows_of(asked)
    assert row.bracket == Bracket(75, 115, ATTENTION)
    assert said(row.words).endswith("Rest 25 kr., Søgt 40 kr.")
    assert said(row.told) == "100 kr."
    assert said(legend_of(asked)[-1][1]) == "Søgt **40 kr.**"
    assert rows_of(MONEY)[0].bracket is None


def test_parts_of_one_whole_follow_each_other_and_have_their_figures_in_the_legend() -> None:
    (row,) = rows_of(MONEY)
    assert row.parts == (Part(60, ENDED), Part(15, PLANNED), Part(25, IS))
    assert said(row.told) == "100 kr."
    assert row.tick is None
    assert [said(told) for _, told in legend_of(MONEY)] == [
        "Afregnet **60 kr.**",
        "Bundet **15 kr.**",
        "Rest **25 kr.**",
    ]


def test_parts_of_several_wholes_have_their_figures_in_the_rows() -> None:
    assert [row.told for row in rows_of(AREAS)] == ["3 · 1", "4 · 0"]
    assert rows_of(AREAS)[0].parts[1].color == PAPER
    assert [said(told) for _, told in legend_of(AREAS)] == ["På sporet", "Ukendt"]


def test_bars_beside_each_other_stand_below_each_other_in_their_row() -> None:
    (row,) = rows_of(Bars(("Hold 1",), (series("Gennemført", 6, role=Role.ENDED), series("Aktive", 4)), Unit.COUNT))
    assert row.parts == (Part(6, ENDED),)
    assert row.below == ((Part(4, IS),),)


def test_one_series_needs_no_legend() -> None:
    assert legend_of(Bars(("A",), (series("Borde", 1),), Unit.COUNT)) == []


@pytest.mark.parametrize(
    "values",
    [("0",), ("-5", "3"), ("1e20", "1"), ("-1e20", "-1"), ("0.001",), ()],
    ids=["nothing", "below nothing", "very large", "very large below", "very small", "no categories"],
)
def test_any_values_can_be_drawn(values: tuple[str, ...]) -> None:
    picture = Bars(tuple(f"A{place}" for place, _ in enumerate(values)), (series("Tal", *values),), Unit.OTHER)
    drawn = in_markdown(rows_of(picture))
    assert drawn.count("data:image/svg+xml") == len(values)


def test_names_from_a_sheet_are_data() -> None:
    picture = Bars(("![x](http://a.dk)",), (series("*Navn*", 1), series("[b](c)", 2)), Unit.COUNT)
    (row,) = rows_of(picture)
    assert row.name == "\\!\\[x\\]\\(http\\:\\/\\/\u2060a\\.dk\\)"
    assert [told for _, told in legend_of(picture)] == [r"\*Navn\*", r"\[b\]\(c\)"]


def test_every_role_has_a_colour_of_its_own() -> None:
    assert set(roles.COLORS) == set(Role)
    assert len(set(roles.COLORS.values())) == len(Role)
