"""The command that reads a source once and prints its problems: what a person reads, and what a script asks for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from shell.commands.problems import main
from tests.conftest import Configure
from tests.google_sheets import faults
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import EMAIL, secrets_toml
from tests.organisations.lyngklokken import ROWS, Tables, lyngklokken
from tests.organisations.stores import as_workbook, write_csv, write_excel

Printed = pytest.CaptureFixture[str]
Write = Callable[[Tables, Path], Path]


def broken() -> Tables:
    tables = lyngklokken()
    tables["Fakturaer"][2]["Beløb"] = "10,000.00"
    return tables


def test_a_source_without_problems_ends_with_0(configure: Configure, capsys: Printed) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out == "1.103 rækker læst, 0 problemer.\n"


@pytest.mark.parametrize(
    ("write", "name", "place"),
    [
        pytest.param(write_csv, "tabeller", "Fakturaer, række 4, Beløb:", id="a folder of CSV files"),
        pytest.param(write_excel, "puljen.xlsx", "Fakturaer!C4:", id="a workbook"),
    ],
)
def test_a_file_can_be_checked_without_any_settings(
    tmp_path: Path, capsys: Printed, write: Write, name: str, place: str
) -> None:
    assert main([str(write(broken(), tmp_path / name))]) == 1
    problem, last = capsys.readouterr().out.splitlines()
    assert problem.startswith(f"{place} »10,000.00«: Et punktum står ved tusinder på dansk")
    assert problem.endswith("(Rækken er ikke talt med)")
    assert last == f"{ROWS} rækker læst, 1 problem."


def test_the_configured_spreadsheet_is_read_and_each_problem_has_its_link(
    configure: Configure, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    with GoogleStandIn([as_workbook(broken())]) as google:
        google.use(monkeypatch)
        configure(secrets_toml("lyngklokken"))
        assert main([]) == 1
    problem = capsys.readouterr().out.splitlines()[0]
    assert problem.startswith("Fakturaer!C4:")
    assert "https://docs.google.com/spreadsheets/d/lyngklokken/edit" in problem
    assert problem.endswith("&range=C4")


def test_a_source_that_cannot_be_read_ends_with_2_and_says_why(
    configure: Configure, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    with GoogleStandIn([as_workbook(lyngklokken())]) as google:
        google.use(monkeypatch)
        google.fault = faults.on_sheets(faults.NO_PERMISSION)
        configure(secrets_toml("lyngklokken"))
        assert main([]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert EMAIL in printed.err


def test_a_row_being_typed_is_told_and_is_no_problem(tmp_path: Path, capsys: Printed) -> None:
    tables = lyngklokken()
    tables["Fakturaer"].append({"Faktura": "F99"})
    assert main([str(write_excel(tables, tmp_path / "puljen.xlsx"))]) == 0
    printed = capsys.readouterr().out
    assert "Fakturaer!B10: Feltet »Ansøgning« er tomt." in printed
    assert "ikke færdig" in printed
    assert printed.endswith(f"{ROWS + 1} rækker læst, 0 problemer.\n")


def test_a_cell_with_line_breaks_stays_on_its_line(tmp_path: Path, capsys: Printed) -> None:
    tables = lyngklokken()
    tables["Fakturaer"][2]["Beløb"] = "ti\ntusind\r\nkroner"
    main([str(write_excel(tables, tmp_path / "puljen.xlsx"))])
    assert len(capsys.readouterr().out.splitlines()) == 2
