"""Workbooks are read back with another library than the one that wrote them."""

import re
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from shell.handouts.workbooks.workbook import Amount, Cell, Sheet, kroner_cell, workbook
from tests.often import examples

FORMULAS = [
    "=1+1",
    '=HYPERLINK("http://e.x")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "=cmd|' /C calc'!A0",
    "\t=1+1",
    "{=1+1}",
    "＝1+1",
]


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
    assert 'formatCode="#,##0.00&quot; kr.&quot;"' in styles
    assert 'formatCode="dd-mm-yyyy"' in styles


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    book = one_column(text)
    assert read_back(book, "Ark")[1] == [text]
    assert "<f>" not in xml_of(book, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(("text", "stays"), [("=1+1", True), ("\t@A1", True), ("＋1", True), ("Leg", False)])
def test_text_that_looks_like_a_formula_stays_text_when_its_cell_is_opened(text: str, stays: bool) -> None:
    sheet = load_workbook(BytesIO(workbook([Sheet("Ark", ("Navn",), [(text,)], (text,))])))["Ark"]
    assert [bool(sheet[place].quotePrefix) for place in ("A2", "A4")] == [stays, stays]


@pytest.mark.parametrize("letters", [32_766, 32_767, 32_768, 1_000_000])
def test_a_text_longer_than_excel_has_room_for_is_cut_and_not_left_out(letters: int) -> None:
    (text,) = read_back(one_column("a" * letters), "Ark")[1]
    assert text == ("a" * letters if letters <= 32_767 else "a" * 32_766 + "…")


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


def opened(book: bytes, *, worked_out: bool = True) -> Worksheet:
    page = load_workbook(BytesIO(book), data_only=worked_out).active
    assert isinstance(page, Worksheet)
    return page


@pytest.mark.parametrize(
    ("cell", "form"),
    [
        pytest.param(Decimal("12.5"), '#,##0.00" kr."', id="kroner"),
        pytest.param(1240, "#,##0", id="a count"),
        pytest.param(date(2024, 1, 2), "dd-mm-yyyy", id="a date"),
        pytest.param(Amount(Decimal("22869.5"), "kr."), '#,##0.00" kr."', id="kroner among others"),
        pytest.param(Amount(Decimal(35), "%"), '#,##0" %"', id="a percentage as it was typed"),
        pytest.param(Amount(Decimal("35.50"), "%"), '#,##0.0" %"', id="as many decimals as there are"),
        pytest.param(Amount(Decimal("161.8"), "kg/beboer"), '#,##0.0" kg/beboer"', id="another unit"),
        pytest.param(Amount(Decimal("1E+3"), "kWh"), '#,##0" kWh"', id="thousands"),
        pytest.param(Amount(Decimal(11), "af 22"), '#,##0" af 22"', id="of how many"),
        pytest.param(Amount(Decimal(3), ""), "#,##0", id="a number alone"),
        pytest.param(Amount(Decimal(3), 'a"b;[Red]\x07'), '#,##0" ab;[Red]"', id="a unit that looks like a format"),
        pytest.param(Amount(Decimal(3), "x" * 41), "#,##0", id="a unit as long as a sentence"),
    ],
)
def test_a_number_is_a_number_in_the_format_of_its_unit(cell: Cell, form: str) -> None:
    assert opened(one_column(cell))["A2"].number_format == form


def test_a_sheet_prints_lying_on_pages_as_wide_as_it_with_its_headings_on_each() -> None:
    page = opened(one_column("x"))
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
    assert page.sheet_properties.pageSetUpPr is not None
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
    assert page.print_title_rows == "$1:$1"
    assert page.freeze_panes == "A2"


def totalled(*amounts: Decimal | None) -> bytes:
    rows = [(f"Projekt {place}", amount) for place, amount in enumerate(amounts)]
    return workbook([Sheet("Ark", ("Projekt", "Beløb (kr.)"), rows, ("Kilde: x",), totals=("Beløb (kr.)",))])


ORE = st.integers(-(10**11), 10**11)


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(st.one_of(st.none(), ORE), min_size=1, max_size=12))
def test_a_total_is_a_formula_and_its_sum_to_the_ore(ores: list[int | None]) -> None:
    book, last = totalled(*map(kroner_cell, ores)), len(ores) + 2
    assert opened(book, worked_out=False)[f"B{last}"].value == f"=SUM({f'B2:B{last - 1}' if last > 3 else 'B2'})"
    total = opened(book)[f"B{last}"]
    assert total.value == pytest.approx(sum(ore or 0 for ore in ores) / 100, abs=0.001)
    assert opened(book)[f"A{last}"].value == "I alt"
    assert opened(book).auto_filter.ref == f"A1:B{last - 1}"
    assert opened(book)[f"A{last + 2}"].value == "Kilde: x"


def test_without_rows_there_is_no_total() -> None:
    assert read_back(totalled(), "Ark") == [["Projekt", "Beløb (kr.)"], ["", ""], ["Kilde: x", ""]]


@pytest.mark.parametrize("amount", [Decimal(0), Decimal("-123456789.05"), Decimal("99999999999.99")])
def test_a_column_is_as_wide_as_its_amounts(amount: Decimal) -> None:
    page = workbook([Sheet("Ark", ("kr.", "Hvad"), [(amount, "x" * 300)] * 2, totals=("kr.",))])
    assert opened(page).column_dimensions["A"].width >= len(f"{2 * amount:,.2f} kr.")


def test_long_texts_go_on_over_more_lines_so_that_the_print_stays_large() -> None:
    book = workbook([Sheet("Ark", tuple("ABCDEF"), [("Et langt projektnavn " * 9,) * 6], ())])
    page = opened(book)
    columns = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', xml_of(book, "xl/worksheets/sheet1.xml"))
    assert sum(float(width) * (int(last) - int(first) + 1) for first, last, width in columns) <= 150
    assert page["A2"].alignment.wrap_text
