"""A folder of CSV files: found by name however spelled, never half read."""

from pathlib import Path

import pytest

from core.contract.dataset import read_dataset
from core.contract.table import sql_name
from core.organisation.tables import Department
from core.pool.tables import Application
from core.subjects import CONTRACT
from shell.sources.csv_folder import read_folder
from shell.sources.source import SourceError
from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.stores import write_csv


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_where_a_file_is_missing_the_headings_of_others_tell_which_may_be_it(tmp_path: Path, delimiter: str) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "csv")
    (folder / "fakturaer.csv").unlink()
    headings = delimiter.join(["Faktura", "Ansøgning", "Beløb", "Fakturadato", "Noter"])
    (folder / "regninger.csv").write_text(f"\n{headings}\n" + "F1\n" * 100_000, encoding="utf-8")
    (folder / "budget.csv").write_text("Konto;Beløb\n1;2\n", encoding="utf-8")
    (folder / "mappe.csv").mkdir()
    (folder / "citat.csv").write_text('"' + "x" * 200_000, encoding="utf-8")
    (folder / "billede.csv").write_bytes(bytes(range(256)) * 100)
    others = {one.title: one.headed_as for one in read_folder(folder).others}
    assert others == {"regninger": ("invoices",), "budget": (), "mappe": (), "citat": (), "billede": ()}


@pytest.mark.parametrize("name", ["Ansøgninger.csv", "ANSOEGNINGER.CSV", "ansøgninger.csv"])
def test_a_file_is_known_by_its_tables_name_in_any_spelling(tmp_path: Path, name: str) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "csv")
    (folder / "ansoegninger.csv").rename(folder / name)
    assert len(read_dataset(CONTRACT, read_folder(folder).tables).of(Application)) == 12


def test_files_that_the_contract_does_not_know_are_not_opened(tmp_path: Path) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "csv")
    # Opening it would fail.
    (folder / "lejere.csv").mkdir()
    (folder / "noter.txt").write_text("fortroligt", encoding="utf-8")
    opened = [table.name for table in read_folder(folder).tables]
    assert opened == [sql_name(table.title) for table in CONTRACT]
    assert opened[:7] == [
        "indstillinger",
        "afdelinger",
        "bestyrelsesmoeder",
        "puljer",
        "puljeregler",
        "ansoegninger",
        "fakturaer",
    ]


def test_a_problem_names_the_row_that_a_spreadsheet_shows(tmp_path: Path) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "csv")
    file = folder / "fakturaer.csv"
    # F3 is the third invoice, below the headings: row 4.
    file.write_text(file.read_text(encoding="utf-8").replace("10.000,00", "ti tusind"), encoding="utf-8")
    (problem,) = read_dataset(CONTRACT, read_folder(folder).tables).problems
    assert (problem.table, problem.row, problem.column, problem.value) == ("Fakturaer", 4, "Beløb", "ti tusind")
    assert problem.what == "Det kan ikke læses som et beløb."
    assert problem.do


def test_a_folder_that_is_not_there_is_told_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        read_folder(tmp_path / "findes-ikke")
    assert "findes-ikke« findes ikke" in caught.value.what
    assert "[connections.csv]" in caught.value.do


def test_a_file_that_cannot_be_opened_is_told_with_its_name(tmp_path: Path) -> None:
    """A folder of that name, since a file without rights opens for the superuser all the same."""
    folder = write_csv(lyngklokken(), tmp_path / "csv")
    (folder / "fakturaer.csv").unlink()
    (folder / "fakturaer.csv").mkdir()
    with pytest.raises(SourceError, match=r"fakturaer\.csv« kan ikke læses") as caught:
        read_folder(folder)
    assert caught.value.do


def test_an_empty_folder_has_no_tables_and_is_no_fault_of_the_source(tmp_path: Path) -> None:
    assert read_folder(tmp_path).tables == ()
    assert [count.found for count in read_dataset(CONTRACT, read_folder(tmp_path).tables).counts] == [False] * len(
        CONTRACT.tables
    )


def test_a_file_cut_in_the_middle_of_a_letter_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "afdelinger.csv").write_bytes("Afdeling;Navn\n1;A\n".encode("utf-16") + b"x")
    assert [one.name for one in read_dataset(CONTRACT, read_folder(tmp_path).tables).of(Department)] == ["A"]


def test_a_quotation_mark_that_is_never_closed_is_told_with_the_files_name(tmp_path: Path) -> None:
    (tmp_path / "afdelinger.csv").write_text('Afdeling;Navn\n1;"A\n' + "2;B\n" * 40_000, encoding="utf-8")
    with pytest.raises(SourceError, match=r"afdelinger\.csv« kan ikke læses"):
        read_folder(tmp_path)


def test_two_files_of_one_table_are_told_and_neither_is_taken(tmp_path: Path) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "csv")
    (folder / "Ansøgninger.csv").write_bytes((folder / "ansoegninger.csv").read_bytes())
    dataset = read_dataset(CONTRACT, read_folder(folder).tables)
    first = next(problem for problem in dataset.problems if problem.table == "Ansøgninger")
    assert "»Ansøgninger« og »ansoegninger«" in first.what
    assert dataset.of(Application) == ()


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_a_mark_within_a_cell_does_not_part_its_row(tmp_path: Path, mark: str) -> None:
    (tmp_path / "afdelinger.csv").write_text(f"Afdeling;Navn\n1;A{mark}B\n2;C\n", encoding="utf-8", newline="")
    (raw,) = read_folder(tmp_path).tables
    assert [row.cells[0] for row in raw.rows] == ["1", "2"]
