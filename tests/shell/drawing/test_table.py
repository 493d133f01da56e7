"""What a column holds decides how wide it is and whether it wraps; a row without room is folded, nothing left out."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from shell.drawing.table import Holds, Shown, style
from shell.drawing.text import plain
from tests.each import each

MONEY = (
    Shown("Dato", Holds.DATE),
    Shown("Projekt"),
    Shown("Status", Holds.STATUS),
    Shown("Beløb (kr.)", Holds.AMOUNT),
    Shown("Betalt (kr.)", Holds.AMOUNT),
)
ROW = ("02-11-2026", "[Vinterbanko](?projekt=A26-20)", "Under behandling", "6.200", "0")
PARTED = "Ge\u00adne\u00adra\u00adtions\u00adbo\u00adfæl\u00adles\u00adska\u00adbet"


def room(columns: tuple[Shown, ...], *rows: tuple[str, ...]) -> float:
    """So many rem the table asks for before its columns stand beside each other."""
    (asked,) = re.findall(r"@container \(width >= ([\d.]+)rem\)", style("t", columns, rows))
    return float(asked)


def least(column: Shown, *cells: str) -> float:
    """So many rem a column of the cells has at least."""
    (asked,) = re.findall(r"min-width: ([\d.]+)rem", style("t", (column,), [(cell,) for cell in cells]))
    return float(asked)


def whole(column: Shown, cell: str) -> bool:
    """Whether the cell stays on one line."""
    return "white-space: nowrap" in style("t", (column,), [(cell,)])


def folded(columns: tuple[Shown, ...], *rows: tuple[str, ...]) -> str:
    """The style of rows that have no room, with each label readable."""
    told = style("t", columns, rows).split("@container (width < ")[1]
    return re.sub(r"\\([0-9a-f]{6})", lambda found: chr(int(found[1], 16)), told)


@each({
    "a date": (Holds.DATE, "02-11-2026", True),
    "words in place of a date": (Holds.DATE, "ikke oplyst", True),
    "a status": (Holds.STATUS, "! Under behandling, for gammel", True),
    "a number": (Holds.NUMBER, "1.240", True),
    "an amount below zero": (Holds.AMOUNT, "-1.234.567,89", True),
    "text": (Holds.TEXT, "Nyt", False),
    "a number with half a sentence as its unit": (Holds.NUMBER, "12 " + "beboere, der deltog, " * 4, False),
    "nothing": (Holds.DATE, "", True),
})  # fmt: skip
def test_all_but_text_stays_on_one_line_unless_it_is_a_sentence(holds: Holds, cell: str, expected: bool) -> None:
    assert whole(Shown("Tal", holds), cell) is expected


@each({
    "a date takes what it is long": (Shown("Dag", Holds.DATE), "02-11-2026", 5, 7),
    "short text no more than it is": (Shown("Nr"), "A1", 1, 3),
    "long text what many words need": (Shown("Svar"), "der er et og to og tre " * 20, 9, 11),
    "a word is not broken": (Shown("Ord"), "Bestyrelsesmøder " * 20, 9, 11),
    "a word of 60 letters may be": (Shown("Ord"), "e" * 60, 12, 14),
    "a heading's words are not broken": (Shown("Ambassadører", Holds.NUMBER), "1", 6, 8),
    "a heading parts where it may": (Shown("Ambas\u00adsadører", Holds.NUMBER), "1", 4, 6),
    "a link is as wide as its words": (Shown("Navn"), "[Åhus](?projekt=A26-20&pulje=fællesskabspuljen)", 2, 4),
    "what is escaped is as wide as it is read": (Shown("Beløb", Holds.AMOUNT), plain("6.200.200,50"), 5, 7.5),
})  # fmt: skip
def test_a_column_is_as_wide_as_it_must_be(column: Shown, cell: str, most: float, most_of_all: float) -> None:
    assert most <= least(column, cell) <= most_of_all


def test_the_widest_cell_of_a_column_counts() -> None:
    column = Shown("Kr.", Holds.AMOUNT)
    cells = ["1", "1.111.111", "22.222", "0"]
    assert least(column, *cells) == least(column, "1.111.111") > least(column, "22.222")


def test_a_heading_that_sorts_has_room_for_its_arrow() -> None:
    assert least(Shown("Ansøgninger", Holds.NUMBER, ("op", "ned"))) > least(Shown("Ansøgninger", Holds.NUMBER))


def test_columns_stand_beside_each_other_only_where_all_of_them_have_room() -> None:
    # Under behandling, Beløb (kr.) and a date are about 8, 5 and 5 rem, and 1 rem stands between.
    assert 21 < room(MONEY, ROW) < 45
    assert room(MONEY[:3], ROW[:3]) < room(MONEY, ROW)


def test_a_table_without_rows_has_room_for_its_headings() -> None:
    assert room(MONEY) > 15


def test_a_folded_row_says_what_and_how_much_first_and_labels_the_rest() -> None:
    told = folded(MONEY, ROW)
    assert "td:nth-child(2) { order: 0;" in told
    assert "td:nth-child(4) { order: 1;" in told
    labels = re.findall(r'td:nth-child\((\d)\) p:first-child::before \{ content: "([^"]*)"', told)
    # A date and a status need no label, and the project is the row's own name.
    assert labels == [("4", "Beløb (kr.): "), ("5", "Betalt (kr.): ")]


def test_a_folded_row_leaves_no_column_out() -> None:
    assert "display: none" not in folded(MONEY, ROW)


def test_a_row_without_text_is_named_by_its_first_column() -> None:
    told = folded((Shown("År", Holds.DATE), Shown("Pladser", Holds.NUMBER)), ("2026", "4"))
    assert "td:nth-child(1) { order: 0;" in told
    assert "order: 1;" not in told


def test_folded_headings_stand_above_only_where_they_sort() -> None:
    assert "Sortér efter" not in folded(MONEY, ROW)
    assert "Sortér efter" in folded((*MONEY[:4], Shown("Betalt", Holds.AMOUNT, ("op", "ned"))), ROW)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_a_heading_from_a_sheet_is_never_read_as_style_or_page(heading: str) -> None:
    told = style("t", (Shown("Måned"), Shown(heading)), [("maj", "1")])
    assert "</" not in told
    content = re.findall(r'content: "([^"]*)"', told)
    assert content[-1] == "".join(f"\\{ord(letter):06x}" for letter in heading.replace("\u00ad", "") + ": ")


def shown_table(by: str, cell: str = "Vinterbanko") -> Any:
    """What Streamlit was given."""

    def script(by: str, cell: str) -> None:
        from shell.drawing.table import Holds, Shown, Sorted, table

        columns = (
            Shown("Dato", Holds.DATE, ("aeldste", "nyeste")),
            Shown("Projekt [1]", orders=("projekt", "omvendt")),
            Shown("Status", Holds.STATUS),
        )
        table("t", columns, [("02-11-2026", cell, "Afslag")], "Alt", Sorted(by, lambda to: f"?sorter={to}"))

    return AppTest.from_function(script, args=(by, cell)).run().table[0].value


@pytest.mark.parametrize(
    ("by", "date", "project"),
    [
        pytest.param(
            "nyeste",
            '[Dato\u00a0↓](?sorter=aeldste "Vis ældste først")',
            r'[Projekt \[1\]](?sorter=projekt "Vis A til Å")',
            id="falling: the next is rising",
        ),
        pytest.param(
            "aeldste",
            '[Dato\u00a0↑](?sorter=nyeste "Vis nyeste først")',
            r'[Projekt \[1\]](?sorter=projekt "Vis A til Å")',
            id="rising: the next is falling",
        ),
        pytest.param(
            "projekt",
            '[Dato](?sorter=nyeste "Vis nyeste først")',
            '[Projekt \\[1\\]\u00a0↑](?sorter=omvendt "Vis Å til A")',
            id="by another: dates fall first, text rises first",
        ),
        pytest.param(
            "ukendt",
            '[Dato](?sorter=nyeste "Vis nyeste først")',
            r'[Projekt \[1\]](?sorter=projekt "Vis A til Å")',
            id="by none of them",
        ),
    ],
)
def test_a_heading_that_sorts_leads_to_the_next_order_and_tells_its_own(by: str, date: str, project: str) -> None:
    assert list(shown_table(by).columns) == [date, project, "Status"]


@each({
    "a day in text stays together": ("slut 2. maj 2026", "slut 2.\u00a0maj\u00a02026"),
    "a day as a sheet's text has it": (plain("slut 12. maj 2026."), "slut 12\\.\u00a0maj\u00a02026\\."),
    "a day without its year": ("fra 2. maj", "fra 2.\u00a0maj"),
    "a date in figures": (plain("(20-04-2024)"), "\\(20\\-\u206004\\-\u20602024\\)"),
    "no day": ("2. majstang", "2. majstang"),
    "an ordinary word": ("boligorganisationens", "boligorganisationens"),
    "a word of 25 letters": ("Generationsbofællesskabet", PARTED),
    "an address stays as it is": (
        "[Generationsbofællesskabet](?a=generationsbofællesskabetvedåen-20-04-2024)",
        f"[{PARTED}](?a=generationsbofællesskabetvedåen-20-04-2024)",
    ),
})  # fmt: skip
def test_days_stay_together_in_text_and_very_long_words_may_be_parted(cell: str, expected: str) -> None:
    assert shown_table("", cell).iloc[0, 1] == expected
