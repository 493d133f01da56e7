"""A workbook saved by Excel: the same data as from anywhere else, and what is wrong in it named by its cell."""

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import fields
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from core.contract.dataset import Dataset, read_dataset
from core.contract.problem import Effect, Problem
from core.contract.raw import RawTable
from core.organisation.tables import BoardMeeting, Department
from core.pool.rule_table import PoolRule
from core.pool.rule_values import DayOfYear
from core.pool.tables import Application, Decision, Pool
from core.subjects import CONTRACT
from shell.sources.csv_folder import read_folder
from shell.sources.excel import read_excel
from shell.sources.source import SourceError
from tests.organisations.lyngklokken import EXTRA_COLUMNS, SECRET, Cell, Tables, lyngklokken
from tests.organisations.stores import headings, rows_of, write_csv, write_excel
from tests.organisations.template import empty_workbook

Rows = Sequence[Sequence[Cell]]


def sheets_of(tables: Tables) -> dict[str, Rows]:
    return {title: [headings(title), *rows_of(tables, title)] for title in tables}


def write_sheets(file: Path, sheets: dict[str, Rows]) -> Path:
    """A workbook with just these cells; a text that begins with '=' is a formula."""
    with xlsxwriter.Workbook(file, {"default_date_format": "dd-mm-yyyy"}) as book:
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
    return file


def organisation(folder: Path, change: Callable[[Tables], object] = lambda tables: None) -> Dataset:
    """Lyngklokken out of a workbook, after a change of its tables."""
    tables = lyngklokken()
    change(tables)
    return read_dataset(CONTRACT, read_excel(write_excel(tables, folder / "puljen.xlsx")).tables)


def only_table(folder: Path, title: str, rows: Rows) -> RawTable:
    (raw,) = read_excel(write_sheets(folder / "ark.xlsx", {title: rows})).tables
    return raw


def only_problem(dataset: Dataset) -> Problem:
    assert len(dataset.problems) == 1, dataset.problems
    return dataset.problems[0]


def set_cell(title: str, row: int, heading: str, cell: Cell) -> Callable[[Tables], None]:
    """row: as Excel numbers it."""

    def change(tables: Tables) -> None:
        tables[title][row - 2][heading] = cell

    return change


def rows_without_places(dataset: Dataset) -> dict[str, Any]:
    return {field.name: getattr(dataset, field.name) for field in fields(dataset)}


# The same data.


def test_a_workbook_gives_the_same_as_the_csv_files(tmp_path: Path) -> None:
    from_csv = read_dataset(CONTRACT, read_folder(write_csv(lyngklokken(), tmp_path / "csv")).tables)
    assert rows_without_places(organisation(tmp_path)) == rows_without_places(from_csv)
    assert from_csv.problems == ()


def test_nothing_is_noted_beside_the_tables(tmp_path: Path) -> None:
    assert read_excel(write_excel(lyngklokken(), tmp_path / "a.xlsx")).notes == ()


def test_an_application_comes_out_with_every_field_typed(tmp_path: Path) -> None:
    by_id = {one.id: one for one in organisation(tmp_path).of(Application)}
    assert by_id["N2"] == Application(
        id="N2",
        pool="N25",
        project="Høstgilde",
        departments=("104", "105"),
        received=date(2025, 9, 10),
        requested=900_000,
        applicant_given=True,
        small_group=False,
        activity_first=date(2025, 10, 14),
        decision=Decision.GRANT,
        decided=date(2025, 10, 1),
        granted=900_000,
        closed=date(2025, 11, 1),
    )
    assert by_id["L5"].requested == 600_050
    assert by_id["L1"].pages == Decimal("1.5")


def test_our_own_template_reads_back_with_empty_tables_alone(tmp_path: Path) -> None:
    file = tmp_path / "skabelon.xlsx"
    file.write_bytes(empty_workbook())
    raws = read_excel(file).tables
    assert [raw.name for raw in raws] == [table.title for table in CONTRACT.tables]
    dataset = read_dataset(CONTRACT, raws)
    assert dataset.problems == ()
    assert all((one.found, one.usable, one.read) == (True, True, 0) for one in dataset.counts)


# Cells as Excel has them.


def test_numbers_dates_and_boxes_come_as_what_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Bestyrelsesmøder")
        day, moment, clock = (
            book.add_format({"num_format": one}) for one in ("dd-mm-yyyy", "dd-mm-yyyy hh:mm", "hh:mm")
        )
        sheet.write_row(0, 0, ["Dato", "Møde"])
        sheet.write_datetime(1, 0, date(2026, 3, 11), day)
        sheet.write_boolean(1, 1, True)
        sheet.write_datetime(2, 0, datetime(2026, 3, 11, 18, 30), moment)  # noqa: DTZ001 - Excel knows no time zone
        sheet.write_number(2, 1, 7)
        sheet.write_string(3, 0, "11. marts 2026")
        sheet.write_number(3, 1, 7.25)
        sheet.write_datetime(4, 0, time(18, 30), clock)
        sheet.write_formula(4, 1, '="Møde "&7', None, "Møde 7")
    (raw,) = read_excel(file).tables
    cells = [row.cells for row in raw.rows]
    assert cells == [
        (date(2026, 3, 11), True),
        (datetime(2026, 3, 11, 18, 30), 7),  # noqa: DTZ001
        ("11. marts 2026", 7.25),
        ("18:30", "Møde 7"),
    ]
    assert [[type(cell) for cell in row] for row in cells[:2]] == [[date, bool], [datetime, int]]


def test_a_day_with_its_time_and_a_whole_number_are_read_as_day_and_number(tmp_path: Path) -> None:
    raw = only_table(tmp_path, "Bestyrelsesmøder", [["Dato", "Møde"], [date(2026, 3, 11), 7], ["1/4-26", None]])
    assert read_dataset(CONTRACT, [raw]).of(BoardMeeting) == (
        BoardMeeting(date(2026, 3, 11), "7"),
        BoardMeeting(date(2026, 4, 1)),
    )


def test_rules_typed_as_numbers_dates_and_shares_are_read_by_their_rule(tmp_path: Path) -> None:
    def retype(tables: Tables) -> None:
        values: dict[str, Cell] = {
            "puljens højeste andel": "50 %",
            "loft pr. afdeling pr. år": 40000,
            "mindste beløb": Decimal("2500.50"),
            "ikke begyndt": True,
        }
        for row in tables["Puljeregler"]:
            row["Værdi"] = values.get(str(row["Regel"]), row["Værdi"])

    dataset = organisation(tmp_path, retype)
    values = {rule.rule: rule.value for rule in dataset.of(PoolRule) if rule.pool_name == "Grøn pulje"}
    assert dataset.problems == ()
    assert (values["loft pr. afdeling pr. år"], values["mindste beløb"]) == (4_000_000, 250_050)
    assert (values["ikke begyndt"], values["ansøgningsfrist"]) == (True, (DayOfYear(3, 1), DayOfYear(9, 1)))


def test_a_department_typed_as_a_number_is_the_one_with_that_number(tmp_path: Path) -> None:
    dataset = organisation(tmp_path, set_cell("Ansøgninger", 2, "Afdelinger", 101))
    assert dataset.problems == ()
    assert next(one for one in dataset.of(Application) if one.id == "L1").departments == ("101",)


@pytest.mark.parametrize("error", ["#REF!", "#N/A"])
@pytest.mark.parametrize("heading", ["Lukket", "Tilsagn", "Afgørelse", "Modtaget", "Deltagere"])
def test_a_formula_that_has_failed_is_told_and_never_read_as_blank(tmp_path: Path, heading: str, error: str) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file, {"default_date_format": "dd-mm-yyyy"}) as book:
        for title, rows in sheets_of(lyngklokken()).items():
            sheet = book.add_worksheet(title)
            for number, cells in enumerate(rows):
                sheet.write_row(number, 0, cells)
            if title == "Ansøgninger":
                sheet.write_formula(1, headings(title).index(heading), "=1/0", None, error)
    about = [one for one in read_dataset(CONTRACT, read_excel(file).tables).problems if one.table == "Ansøgninger"]
    assert [(one.row, one.column) for one in about] == [(2, heading)]
    assert "tomt" not in about[0].what


# Where it stands.


def test_a_problem_names_its_cell_and_has_no_link(tmp_path: Path) -> None:
    place = headings("Ansøgninger").index("Tilsagn")
    for row in (2, 13):
        problem = only_problem(organisation(tmp_path, set_cell("Ansøgninger", row, "Deltagere", "mange")))
        assert (problem.cell, problem.link) == (f"Ansøgninger!G{row}", "")
    assert headings("Ansøgninger")[place] == "Tilsagn"


def test_a_problem_names_the_cell_where_a_note_stands_above_and_columns_are_moved(tmp_path: Path) -> None:
    rows: Rows = [
        ["Udfyldes af sekretariatet"],
        [],
        ["Note", "Til", "Fra", "Ramme", "Navn", "Pulje"],
        ["x", "31-12-2026", "01-01-2026", "100.000", "Grøn pulje", "G26"],
        [],
        ["y", "31-12-2026", "01-01-2026", "12.34", "Nabopuljen", "N26"],
    ]
    raw = only_table(tmp_path, "PULJER", rows)
    assert raw.tab_place is not None
    assert (raw.tab_place.heading_row, raw.tab_place.tab, raw.tab_place.link) == (3, "PULJER", "")
    dataset = read_dataset(CONTRACT, [raw])
    assert [pool.id for pool in dataset.of(Pool)] == ["G26"]
    about = {problem.effect: problem.cell for problem in dataset.problems if problem.table == "Puljer"}
    assert about[Effect.ROW_ASIDE] == "PULJER!D6"


def test_cells_need_not_begin_in_the_upper_left_corner(tmp_path: Path) -> None:
    rows: Rows = [[], [None, None, "Afdeling", "Navn"], [None, None, "07", "Vesterhåb"], [None, None, "02", None]]
    raw = only_table(tmp_path, "Afdelinger", [*rows, [None, None, "03", "Å"]])
    problem = next(one for one in read_dataset(CONTRACT, [raw]).problems if one.row)
    assert (problem.row, problem.cell) == (4, "Afdelinger!D4")


# What is left behind.


def test_columns_and_sheets_outside_the_contract_are_left_behind(tmp_path: Path) -> None:
    sheets = sheets_of(lyngklokken()) | {"Kontakter": [["Ansøger"], [SECRET]], "Ark1": [[SECRET]]}
    raws = read_excel(write_sheets(tmp_path / "a.xlsx", sheets)).tables
    assert [raw.name for raw in raws] == list(lyngklokken())
    outside = [value for extra in EXTRA_COLUMNS.values() for value in extra.values()]
    assert not [word for word in outside if word in repr(raws)]


def test_the_headings_of_other_sheets_tell_which_may_be_a_missing_table(tmp_path: Path) -> None:
    sheets = dict(sheets_of(lyngklokken()))
    sheets |= {"Regninger": [["Årets regninger"], [], *sheets.pop("Fakturaer")], "Ark1": [[SECRET]], "Tom": []}
    others = {one.title: one.headed_as for one in read_excel(write_sheets(tmp_path / "a.xlsx", sheets)).others}
    assert others == {"Regninger": ("invoices",), "Ark1": (), "Tom": ()}


def test_a_chart_on_a_sheet_of_its_own_is_no_table_even_under_the_name_of_one(tmp_path: Path) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Afdelinger")
        sheet.write_row(0, 0, ["Afdeling", "Navn", "Boliger"])
        sheet.write_row(1, 0, ["07", "Vesterhåb", 64])
        for title in ("Diagram", "Fakturaer"):
            chart = book.add_chart({"type": "column"})
            chart.add_series({"values": "=Afdelinger!$C$2:$C$2"})
            book.add_chartsheet(title).set_chart(chart)
    (raw,) = read_excel(file).tables
    assert raw.name == "Afdelinger"
    assert read_dataset(CONTRACT, [raw]).of(Department)[0].homes == 64


def test_a_sheet_that_stands_twice_is_told_and_none_of_them_is_used(tmp_path: Path) -> None:
    rows: Rows = [["Afdeling", "Navn", "Boliger"], ["07", "Vesterhåb", 64]]
    file = write_sheets(tmp_path / "a.xlsx", {"Afdelinger": rows, "Afdelinger.": rows})
    dataset = read_dataset(CONTRACT, read_excel(file).tables)
    assert dataset.of(Department) == ()
    assert [one.effect for one in dataset.problems if one.table == "Afdelinger"] == [Effect.TABLE_ASIDE]


def test_an_empty_sheet_and_an_empty_workbook_are_told_and_no_accident(tmp_path: Path) -> None:
    assert only_table(tmp_path, "Puljer", []).headings == ()
    assert read_excel(write_sheets(tmp_path / "b.xlsx", {"Ark1": []})).tables == ()


# Files that cannot be read.

BROKEN: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: "Ansøgning;Pulje;Projekt\nA1;2024;Fest\n".encode(),
    "a web page": lambda: b"<!DOCTYPE html><html><body>Log ind</body></html>",
    "cut in the middle": lambda: empty_workbook()[: len(empty_workbook()) // 2],
    "cut near its end": lambda: empty_workbook()[:-30],
    "a zip file of nothing": lambda: b"PK\x05\x06" + bytes(18),
    "a zip file's first letters": lambda: b"PK\x03\x04" + b"x" * 500,
    "one with a password, as Excel saves it": lambda: (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + b"EncryptedPackage" * 99
    ),
    "noise": lambda: random.Random(7).randbytes(5000),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_file_that_is_no_whole_workbook_says_so_in_danish_with_what_to_do(
    tmp_path: Path, content: Callable[[], bytes]
) -> None:
    file = tmp_path / "puljen.xlsx"
    file.write_bytes(content())
    with pytest.raises(SourceError) as raised:
        read_excel(file)
    assert raised.value.what == "Regnearket »puljen.xlsx« kan ikke læses."
    assert "uden adgangskode" in raised.value.do
    assert str(tmp_path) not in raised.value.what + raised.value.do


@pytest.mark.parametrize("make", [lambda file: None, Path.mkdir], ids=["nothing there", "a folder"])
def test_a_missing_file_is_named_with_where_it_is_set(tmp_path: Path, make: Callable[[Path], object]) -> None:
    file = tmp_path / "puljen.xlsx"
    make(file)
    with pytest.raises(SourceError) as raised:
        read_excel(file)
    assert raised.value.what == f"Regnearket »{file}« findes ikke."
    assert "secrets.toml" in raised.value.do
    assert "connections.excel" in raised.value.do


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused_and_never_an_accident(tmp_path: Path, seed: int) -> None:
    chance, content = random.Random(seed), bytearray(empty_workbook())
    for _ in range(3):
        content[chance.randrange(len(content))] = chance.randrange(256)
    file = tmp_path / "puljen.xlsx"
    file.write_bytes(content)
    with suppress(SourceError):
        read_dataset(CONTRACT, read_excel(file).tables)


# A number is what its format says.


@pytest.mark.parametrize(
    ("value", "shape", "seen"),
    [
        pytest.param(0.826, "0 %", "82,6 %", id="a share, however few decimals are shown"),
        pytest.param(0.826, "0.00%", "82,6 %", id="a share with two decimals"),
        pytest.param(1, "0%", "100 %", id="all of it"),
        pytest.param(0, "0%", "0 %", id="nothing"),
        pytest.param(-0.05, "0%;[Red]-0%", "-5 %", id="less than nothing, in red"),
        pytest.param(0.1 + 0.2, "0%", "30 %", id="a share with the noise of floats"),
        pytest.param(82.6, '0.0" %"', 82.6, id="a percent sign that is only written beside it"),
        pytest.param(82.6, "0.0\\%", 82.6, id="a percent sign after a backslash"),
        pytest.param(82.6, "General", 82.6, id="no format"),
        pytest.param(1240.5, '#,##0.00 "kr."', 1240.5, id="an amount"),
        pytest.param(0.75, "hh:mm", "18:00", id="a time"),
        pytest.param(1.0625, "[h]:mm", "25:30", id="a span of more than a day"),
        pytest.param(46143, "dd-mm-yyyy", date(2026, 5, 1), id="a date"),
    ],
)
def test_a_number_is_handed_on_as_what_its_format_says_that_it_is(
    tmp_path: Path, value: float, shape: str, seen: object
) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Målinger")
        sheet.write_row(0, 0, ["Målepunkt", "Dato", "Værdi"])
        sheet.write_number(1, 2, value, book.add_format({"num_format": shape}))
    ((row,),) = (raw.rows for raw in read_excel(file).tables)
    assert (row.cells[2], type(row.cells[2])) == (seen, type(seen))


@pytest.mark.parametrize("value", ["82,6", True, None])
def test_what_is_no_number_is_no_share_whatever_the_format(tmp_path: Path, value: Cell) -> None:
    file = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(file) as book:
        sheet = book.add_worksheet("Målinger")
        sheet.write_row(0, 0, ["Målepunkt", "Dato", "Værdi"])
        sheet.write(1, 2, value, book.add_format({"num_format": "0%"}))
    ((row,),) = (raw.rows for raw in read_excel(file).tables)
    assert row.cells[2] is value or row.cells[2] == value


@pytest.mark.parametrize("above", [1, 5])
def test_notes_with_several_cells_above_the_headings_are_passed_over(tmp_path: Path, above: int) -> None:
    note: list[Cell] = ["Opdateret", date(2026, 3, 1), 7, "af sekretariatet"]
    rows: Rows = [*([note] * above), ["Afdeling", "Navn", "Boliger"], ["07", "Vesterhåb", 64]]
    assert [one.homes for one in read_dataset(CONTRACT, [only_table(tmp_path, "Afdelinger", rows)]).of(Department)] == [
        64
    ]
