"""The pool's workbook holds the screen's rows and figures as numbers and dates."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from core.contract.dataset import Dataset, read_dataset
from core.pool.overview import PoolOverview, pool_overview
from core.pool.tables import Pool
from core.subjects import CONTRACT
from shell.handouts.workbooks.pool import pool_workbook
from shell.sources.csv_folder import read_folder
from tests.organisations.lyngklokken import GREEN, Tables, lyngklokken
from tests.organisations.stores import write_csv

ON = date(2025, 11, 5)


def green_pool(tables: Tables, folder: Path) -> PoolOverview:
    dataset: Dataset = read_dataset(CONTRACT, read_folder(write_csv(tables, folder / "csv")).tables)
    return pool_overview(dataset, next(pool for pool in dataset.of(Pool) if pool.id == GREEN), ON)


@pytest.fixture
def overview(tmp_path: Path) -> PoolOverview:
    return green_pool(lyngklokken(), tmp_path)


def sheet(overview: PoolOverview, name: str, shown: int | None = None) -> list[list[object]]:
    book = pool_workbook("CSV-filer i mappen x", overview, overview.entries[:shown])
    return [list(row) for row in CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_name(name).to_python()]


def test_each_application_is_a_row_with_dates_and_amounts_of_its_own(overview: PoolOverview) -> None:
    headings, *rows = sheet(overview, "Ansøgninger")
    by_id = {row[0]: dict(zip(headings, row, strict=True)) for row in rows if row[0]}
    assert by_id["L1"] == {
        "Ansøgning": "L1",
        "Dato": date(2025, 3, 12),
        "Projekt": "Sommerfugleeng",
        "Afdelinger": "Lyngtoften",
        "Status": "Afsluttet",
        "Modtaget": date(2025, 2, 20),
        "Ansøgt (kr.)": 20000.0,
        "Tilsagn (kr.)": 20000.0,
        # 12.345,67 + 5.000,25 is paid; the rest of the grant was released when it was closed.
        "Betalt (kr.)": 17345.92,
        "Bundet (kr.)": 0.0,
        "Frigivet (kr.)": 2654.08,
    }
    assert by_id["L2"]["Afdelinger"] == "Lyngtoften; Åløkken"
    assert (by_id["L5"]["Ansøgt (kr.)"], by_id["L5"]["Tilsagn (kr.)"]) == (6000.5, "")


def test_the_figures_are_the_screens(overview: PoolOverview) -> None:
    figures = {row[0]: row[1] for row in sheet(overview, "Puljen")[1:8]}
    assert figures == {
        "Ramme": 150000.0,
        # L2 20.000 of 30.000, L4 40.000.
        "Bundet": 60000.0,
        "heraf faktureret": 8000.5,
        # L1 17.345,92, L2 10.000, L7 1.500.
        "Afregnet": 28845.92,
        "Rest": 61154.08,
        # L1 2.654,08, L7 6.000.
        "Frigivet": 8654.08,
        "Under behandling": 31000.5,
    }


def test_only_the_rows_on_screen_are_in_it_in_the_screens_order(overview: PoolOverview) -> None:
    rows = sheet(overview, "Ansøgninger", shown=2)[1:3]
    assert [row[0] for row in rows] == [entry.application.id for entry in overview.entries[:2]]
    assert [row[0] for row in sheet(overview, "Ansøgninger", shown=2)[3:5]] == ["I alt", ""]


@pytest.mark.parametrize("shown", [1, 2, None])
def test_amounts_are_summed_to_the_ore_over_the_rows_that_are_there(overview: PoolOverview, shown: int | None) -> None:
    entries = overview.entries[:shown]
    total = sheet(overview, "Ansøgninger", shown)[len(entries) + 1]
    said = dict(zip(sheet(overview, "Ansøgninger")[0], total, strict=True))
    assert said["Projekt"] == ""
    assert said["Betalt (kr.)"] == sum(entry.paid for entry in entries) / 100
    assert said["Bundet (kr.)"] == sum(entry.left for entry in entries) / 100
    assert said["Tilsagn (kr.)"] == sum(entry.amount or 0 for entry in entries if entry.is_grant) / 100


def test_what_is_paid_and_bound_of_all_is_what_the_pool_says(overview: PoolOverview) -> None:
    total = dict(zip(*(sheet(overview, "Ansøgninger")[place] for place in (0, len(overview.entries) + 1)), strict=True))
    assert (total["Betalt (kr.)"], total["Bundet (kr.)"]) == (28845.92, 60000.0)


def test_it_says_as_of_when_of_which_pool_and_from_where(overview: PoolOverview) -> None:
    notes = [row[0] for row in sheet(overview, "Puljen")[9:]]
    assert notes == ["Pr. 5. nov. 2025", "Pulje: Grøn pulje, G25", "Kilde: CSV-filer i mappen x"]


def test_it_says_how_many_rows_are_not_in_the_figures(tmp_path: Path) -> None:
    tables = lyngklokken()
    tables["Ansøgninger"][1]["Tilsagn"] = "30,000.00"
    tables["Fakturaer"][0]["Beløb"] = "cirka 5"
    notes = [str(row[0]) for row in sheet(green_pool(tables, tmp_path), "Puljen")[9:]]
    # The invoices F3 and F4 hang on the application L2 that cannot be read.
    (said,) = [note for note in notes if "ikke talt med" in note]
    assert said.startswith("4 rækker ")


def test_a_project_named_like_a_formula_is_text(tmp_path: Path) -> None:
    tables = lyngklokken()
    tables["Ansøgninger"][0]["Projekt"] = '=HYPERLINK("http://e.x","Klik")'
    rows = sheet(green_pool(tables, tmp_path), "Ansøgninger")
    assert '=HYPERLINK("http://e.x","Klik")' in [row[2] for row in rows]


def test_one_row_that_is_not_in_the_figures_is_one(tmp_path: Path) -> None:
    tables = lyngklokken()
    tables["Fakturaer"][0]["Beløb"] = "cirka 5"
    notes = [str(row[0]) for row in sheet(green_pool(tables, tmp_path), "Puljen")[9:]]
    assert "1 række kan ikke læses og er ikke talt med" in notes
