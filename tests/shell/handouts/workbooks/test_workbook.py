"""Workbooks are read back with another library than the one that wrote them."""

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from shell.handouts.workbooks.workbook import Cell, Sheet, kroner_cell, workbook

FORMULAS = ["=1+1", '=HYPERLINK("http://e.x")', "+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "{=1+1}"]


def read_back(book: bytes, name: str) -> list[list[object]]:
    return [list(row) for row in CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_name(name).to_python()]


def one_column(*cells: Cell) -> bytes:
    return workbook([Sheet("Ark", ("Overskrift",), [(cell,) for cell in cells])])


def xml_of(book: bytes, part: str) -> str:
    return zipfile.ZipFile(BytesIO(book)).read(part).decode()


def test_amounts_come_back_as_numbers_and_dates_as_dates() -> None:
    rows = [("A24-01", date(2024, 2, 29), Decimal("12345.67"), 3), ("A24-02", date(1999, 12, 31), Decimal("-0.05"), 0)]
    book = workbook([Sheet("Ark", ("Ansøgning", "Dato", "Beløb (kr.)", "Antal"), rows)])
    assert read_back(book, "Ark")[:3] == [
        ["Ansøgning", "Dato", "Beløb (kr.)", "Antal"],
        ["A24-01", date(2024, 2, 29), 12345.67, 3.0],
        ["A24-02", date(1999, 12, 31), -0.05, 0.0],
    ]


def test_amounts_are_shown_with_two_decimals_and_dates_with_the_day_first() -> None:
    styles = xml_of(one_column(Decimal("1.5"), date(2024, 1, 2)), "xl/styles.xml")
    assert 'formatCode="#,##0.00"' in styles
    assert 'formatCode="dd-mm-yyyy"' in styles


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    book = one_column(text)
    assert read_back(book, "Ark")[1] == [text]
    assert "<f>" not in xml_of(book, "xl/worksheets/sheet1.xml")


def test_headings_and_notes_are_no_formulas_either() -> None:
    book = workbook([Sheet("Ark", ("=1+1",), [("x",)], ("=2+2",))])
    assert read_back(book, "Ark") == [["=1+1"], ["x"], [""], ["=2+2"]]
    assert not re.search(r"<f[ >]", xml_of(book, "xl/worksheets/sheet1.xml"))


@pytest.mark.parametrize("text", ["http://e.x/", "mailto:x@e.x", "0123", "12.500", "sand", "2024-01-01", "1E5"])
def test_text_that_looks_like_something_else_stays_text(text: str) -> None:
    book = one_column(text)
    assert read_back(book, "Ark")[1] == [text]
    assert not [name for name in zipfile.ZipFile(BytesIO(book)).namelist() if "rels" in name and "worksheets" in name]


@pytest.mark.parametrize("text", ["Æblehaven – »ø«", "linje\nto", 'a<b>&"c"', "🏘️", "klokke\x07", "  mellemrum  "])
def test_text_comes_back_letter_for_letter(text: str) -> None:
    assert read_back(one_column(text), "Ark")[1] == [text]


def test_a_cell_without_a_value_is_empty_and_not_zero() -> None:
    book = workbook([Sheet("Ark", ("A", "B"), [(None, 1)])])
    assert read_back(book, "Ark")[1] == ["", 1.0]


def test_a_table_without_rows_still_has_its_headings_and_notes() -> None:
    book = workbook([Sheet("Ark", ("A", "B"), [], ("Kilde: x",))])
    assert read_back(book, "Ark") == [["A", "B"], ["", ""], ["Kilde: x", ""]]


def test_notes_stand_below_the_table_with_a_line_between() -> None:
    book = workbook([Sheet("Ark", ("A",), [("1",), ("2",)], ("Pr. i dag", "Kilde: x"))])
    assert read_back(book, "Ark") == [["A"], ["1"], ["2"], [""], ["Pr. i dag"], ["Kilde: x"]]


def test_every_sheet_is_there_under_its_own_name() -> None:
    book = workbook([Sheet("Ansøgninger", ("A",), []), Sheet("Puljen", ("B",), [])])
    assert CalamineWorkbook.from_filelike(BytesIO(book)).sheet_names == ["Ansøgninger", "Puljen"]


@pytest.mark.parametrize(
    ("ore", "cell"), [(1_875_050, Decimal("18750.50")), (0, Decimal(0)), (-5, Decimal("-0.05")), (None, None)]
)
def test_ore_become_kroner_exactly(ore: int | None, cell: Decimal | None) -> None:
    assert kroner_cell(ore) == cell
