"""A table of all its rows stands in the order of any of its columns, rising or falling, with what is not known last."""

from hypothesis import given
from hypothesis import strategies as st

from shell.drawing.row_order import in_order, sortable
from shell.drawing.table import Holds, Shown
from tests.each import each


def ordered(holds: Holds, by: str, *cells: str) -> list[str]:
    columns = sortable("t", (Shown("Nr"), Shown("Fået (kr.)", holds)))
    rows = [(str(place), cell) for place, cell in enumerate(cells)]
    return [row[1] for row in in_order(columns, rows, by)]


RISING, FALLING = "t-faaetkr", "t-faaetkr-faldende"


def test_each_order_is_named_after_the_table_and_the_heading() -> None:
    (column,) = sortable("t", (Shown("Fået (kr.)"),))
    assert column.orders == (RISING, FALLING)


@each({
    "amounts by size": (Holds.AMOUNT, ["1.000.000", "-20,50", "999,99", "0"], ["-20,50", "0", "999,99", "1.000.000"]),
    "numbers with words after them": (Holds.NUMBER, ["10 af 12", "9 af 12", "100 %"], ["9 af 12", "10 af 12", "100 %"]),
    "differences": (Holds.NUMBER, ["+1,5", "−2", "0"], ["−2", "0", "+1,5"]),
    "dates by year first": (Holds.DATE, ["01-02-2026", "03-01-2025", "02-12-2025"],
                            ["03-01-2025", "02-12-2025", "01-02-2026"]),
    "text as Danes do": (Holds.TEXT, ["Åben", "Ørn", "Bal 10", "Bal 9"], ["Bal 9", "Bal 10", "Ørn", "Åben"]),
    "a status": (Holds.STATUS, ["Bortfaldet", "Afslag"], ["Afslag", "Bortfaldet"]),
    "links by their words": (Holds.TEXT, ["[Ø](?a)", "[A](?z)"], ["[A](?z)", "[Ø](?a)"]),
})  # fmt: skip
def test_rows_rise_and_fall(holds: Holds, cells: list[str], expected: list[str]) -> None:
    assert ordered(holds, RISING, *cells) == expected
    assert ordered(holds, FALLING, *cells) == expected[::-1]


@each({
    "no date": (Holds.DATE, "aldrig", "01-01-2020"),
    "no number": (Holds.NUMBER, "ikke oplyst", "7"),
    "no text": (Holds.TEXT, "–", "Å"),
})  # fmt: skip
def test_what_is_not_known_is_last_both_ways(holds: Holds, unknown: str, known: str) -> None:
    assert ordered(holds, RISING, unknown, known) == [known, unknown]
    assert ordered(holds, FALLING, unknown, known) == [known, unknown]


def test_an_order_of_another_table_leaves_the_rows_as_they_are() -> None:
    assert ordered(Holds.NUMBER, "u-faaetkr", "2", "1") == ["2", "1"]


@given(st.sampled_from(Holds), st.sampled_from([RISING, FALLING, ""]), st.lists(st.text(max_size=8)))
def test_no_row_is_lost_whatever_a_cell_says(holds: Holds, by: str, cells: list[str]) -> None:
    assert sorted(ordered(holds, by, *cells)) == sorted(cells)
