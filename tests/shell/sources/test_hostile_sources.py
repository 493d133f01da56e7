"""Files and databases made to stop the server, or to have it show what is not theirs, are refused in time."""

import os
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import sqlalchemy as sa

from core.contract.dataset import read_dataset
from core.organisation.tables import DEPARTMENTS, Department
from core.subjects import CONTRACT
from shell.sources import csv_folder, excel
from shell.sources.csv_folder import read_folder
from shell.sources.excel import read_excel
from shell.sources.source import Reading, Source, SourceError, read_in_time
from shell.sources.sql import read_sql
from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.stores import write_csv

HEADINGS: list[str | int] = ["Afdeling", "Navn", "Boliger"]


def read(read: Callable[[], Reading]) -> Reading:
    return read_in_time(Source("Data", read, "", 60))


def csv_of(folder: Path, text: str) -> Path:
    (folder / "afdelinger.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        pytest.param("1;" + "x" * 100_000, "100.000 tegn i ét felt", id="a long cell"),
        pytest.param("1;" + "x" * 1_000_000, "alt for langt", id="a cell of a megabyte"),
        pytest.param("\n".join(f"{n};A" for n in range(10_000)), "10.000 rækker", id="10,000 departments"),
    ],
)
def test_too_much_in_a_file_is_told_and_nothing_of_it_is_read(rows: str, told: str, tmp_path: Path) -> None:
    csv_of(tmp_path, f"Afdeling;Navn\n{rows}\n")
    with pytest.raises(SourceError) as caught:
        read(lambda: read_folder(tmp_path))
    assert told in caught.value.what
    assert caught.value.do


def test_500_columns_that_nobody_knows_are_left_behind(tmp_path: Path) -> None:
    many = ";".join(f"K{n}" for n in range(500))
    csv_of(tmp_path, f"Afdeling;Navn;{many}\n1;Åparken;{many}\n")
    reading = read(lambda: read_folder(tmp_path))
    assert [one.name for one in read_dataset(CONTRACT, reading.tables).of(Department)] == ["Åparken"]


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_folder, "_MOST_BYTES", 2_000_000)
    csv_of(tmp_path, "Afdeling;Navn\n" + "1;A\n" * 600_000)
    with pytest.raises(SourceError, match="fylder 2 MB, og der læses højst 2 MB"):
        read_folder(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "andet.txt"
    secret.write_text("Afdeling;Navn\n1;fortroligt\n", encoding="utf-8")
    folder = tmp_path / "csv"
    folder.mkdir()
    (folder / "afdelinger.csv").symlink_to(secret)
    with pytest.raises(SourceError, match="genvej til en fil uden for mappen") as caught:
        read_folder(folder)
    assert str(tmp_path) not in caught.value.what + caught.value.do


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_within_the_folder_and_to_the_folder_is_followed(tmp_path: Path) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "csv")
    (folder / "ny.txt").write_bytes((folder / "afdelinger.csv").read_bytes())
    (folder / "afdelinger.csv").unlink()
    (folder / "afdelinger.csv").symlink_to("ny.txt")
    (tmp_path / "data").symlink_to(folder)
    assert read_dataset(CONTRACT, read_folder(tmp_path / "data").tables).of(Department)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none there")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "andet.csv")
    assert read(lambda: read_folder(tmp_path)).tables == ()
    os.mkfifo(tmp_path / "afdelinger.csv")
    with pytest.raises(SourceError, match="er ikke en fil"):
        read(lambda: read_folder(tmp_path))


def workbook(file: Path, rows: list[list[str | int]], **cells: str | None) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Afdelinger"
    for row in (HEADINGS, *rows):
        sheet.append(row)
    for place, value in cells.items():
        sheet[place] = value
    book.save(file)
    return file


def with_part(file: Path, name: str, data: bytes) -> Path:
    """The workbook with one part more, or another one of that name."""
    made = file.with_name(f"andet-{file.name}")
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, data)
    return made


def test_a_zip_bomb_is_told_and_not_unpacked(tmp_path: Path) -> None:
    file = with_part(workbook(tmp_path / "a.xlsx", []), "xl/media/image1.png", b"\0" * (excel._MOST_BYTES + 1))
    assert file.stat().st_size < 1_000_000
    with pytest.raises(SourceError, match="fylder 100 MB, når det pakkes ud"):
        read_excel(file)


@pytest.mark.parametrize(("place", "last"), [("A1048576", "C1048576"), ("XFD1048576", "XFD1048576")])
def test_a_cell_far_away_does_not_make_a_sheet_of_all_between(place: str, last: str, tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", [["1", "Åparken", 4]], **{place: "x"})
    with pytest.raises(SourceError, match=f"Fanen »Afdelinger« går helt til celle {last}"):
        read_excel(file)


def test_a_format_far_away_is_no_row(tmp_path: Path) -> None:
    file = workbook(tmp_path / "a.xlsx", [["1", "Åparken", 4]], XFD1048576=None)
    book = openpyxl.load_workbook(file)
    book["Afdelinger"]["XFD1048576"].number_format = "0.00"
    book.save(file)
    (raw,) = read_excel(file).tables
    assert [row.cells for row in raw.rows] == [("1", "Åparken", 4)]


BOMB = b"""<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">""" + b"".join(
    b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 20) for letter in range(ord("b"), ord("n"))
)
SHEET = b"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">
<c r="A1" t="inlineStr"><is><t>Afdeling</t></is></c><c r="B1" t="inlineStr"><is><t>Navn</t></is></c></row><row r="2">
<c r="A2" t="inlineStr"><is><t>1</t></is></c><c r="B2" t="inlineStr"><is><t>%s</t></is></c></row></sheetData>
</worksheet>"""


@pytest.mark.parametrize(
    "xml",
    [
        pytest.param(BOMB + b"]>" + SHEET % b"&m;", id="that grow"),
        pytest.param(
            b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "%s">]>' % Path(__file__).as_uri().encode()
            + SHEET % b"&f;",
            id="of a file of this machine",
        ),
    ],
)
@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_entities_in_a_workbook_are_not_resolved(part: str, xml: bytes, tmp_path: Path) -> None:
    file = with_part(workbook(tmp_path / "a.xlsx", [["1", "Åparken", 4]]), part, xml)
    assert not any(len(str(cell)) > 50 for cell in cells_of(file))


def cells_of(file: Path) -> list[object]:
    """Nothing where it is refused."""
    try:
        return [cell for raw in read_excel(file).tables for row in raw.rows for cell in row.cells]
    except SourceError:
        return []


def test_macros_and_links_to_other_files_are_left_lying(tmp_path: Path) -> None:
    file = with_part(workbook(tmp_path / "a.xlsm", [["1", "Åparken", 4]]), "xl/vbaProject.bin", b"Sub Auto_Open()")
    link = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    file = with_part(file, "xl/externalLinks/_rels/externalLink1.xml.rels", link)
    (raw,) = read_excel(file).tables
    assert [row.cells for row in raw.rows] == [("1", "Åparken", 4)]


def test_names_in_a_database_are_names_and_never_sql(tmp_path: Path) -> None:
    """They are known by their letters alone, so a mark in them reaches the question that is asked."""
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'data.db'}")
    table = '"af""del%in;ger--"'
    with engine.begin() as connection:
        connection.execute(sa.text("create table x (a text)"))
        connection.connection.cursor().execute(f'create table {table} ("Af\'deling" text, "Na""v%%n" text)')
        connection.connection.cursor().execute(f"insert into {table} values ('1', 'Åparken')")
    assert [one.name for one in read_dataset(CONTRACT, read_sql(engine).tables).of(Department)] == ["Åparken"]
    assert sa.inspect(engine).has_table("x")
    engine.dispose()


def test_of_a_table_no_more_rows_are_fetched_than_tell_that_there_are_too_many(tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'data.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql('create table afdelinger ("Afdeling" text, "Navn" text)')
        connection.exec_driver_sql(
            "insert into afdelinger with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000) "
            "select i, 'A' from n"
        )
    (raw,) = read_sql(engine).tables
    assert len(raw.rows) == DEPARTMENTS.most_rows + 1
    with pytest.raises(SourceError, match=r"1\.001 rækker"):
        read(lambda: read_sql(engine))
    engine.dispose()
