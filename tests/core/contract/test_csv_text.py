"""A CSV file's bytes, whoever saved it, to headings and numbered rows."""

import codecs
import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.csv_text import decode, split
from core.organisation.tables import DEPARTMENTS
from core.pool.tables import APPLICATIONS, INVOICES

HEADINGS = ("Afdeling", "Navn", "Boliger")
TEXT = "Afdeling;Navn;Boliger\r\n06;Ærtebjerg på Ø – »Åen«;36\r\n"
AS_ROWS = [(2, ("06", "Ærtebjerg på Ø – »Åen«", "36"))]


def rows_of(data: bytes) -> list[tuple[int, tuple[object, ...]]]:
    return [(row.number, row.cells) for row in split(data, DEPARTMENTS).rows]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode("utf-8"), id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), id="UTF-8 with a byte order mark, as Excel saves it"),
        pytest.param(TEXT.encode("cp1252"), id="Windows' Latin-1, as older Excel saves it"),
        pytest.param(codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), id="UTF-16, little end first"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="UTF-16, big end first"),
    ],
)
def test_a_file_reads_the_same_in_every_encoding(data: bytes) -> None:
    raw = split(data, DEPARTMENTS)
    assert raw.headings == HEADINGS
    assert rows_of(data) == AS_ROWS


def test_latin_1_with_bytes_that_are_no_letters_still_reads() -> None:
    # 0x81 is no letter in Windows' Latin-1; the rest of the file is not lost for it.
    assert decode("Tværgade".encode("cp1252") + b"\x81") == "Tværgade\ufffd"


def test_pure_latin_1_and_windows_agree_on_danish_letters() -> None:
    assert decode("ÆØÅ æøå é".encode("latin-1")) == "ÆØÅ æøå é"


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_semicolon_comma_and_tab_part_cells_whatever_ends_the_lines(delimiter: str, line_end: str) -> None:
    lines = [delimiter.join(cells) for cells in (HEADINGS, ("01", "Vesterhåb", "64"), ("02", "Egholmparken", "96"))]
    data = (line_end.join(lines) + line_end).encode()
    assert split(data, DEPARTMENTS).headings == HEADINGS
    assert rows_of(data) == [(2, ("01", "Vesterhåb", "64")), (3, ("02", "Egholmparken", "96"))]


@pytest.mark.parametrize(
    ("heading_line", "row_line", "cells"),
    [
        pytest.param(
            "Faktura;Ansøgning;Beløb", "F1;A1;1.234,50", ("F1", "A1", "1.234,50"), id="commas in amounts, semicolons"
        ),
        pytest.param(
            'Faktura,Ansøgning,"Beløb, kr."', 'F1,A1,"1.234,50"', ("F1", "A1", "1.234,50"), id="commas, amount quoted"
        ),
        pytest.param(
            "Faktura,Ansøgning,Note; intern; kladde; sidste", "F1,A1,x", ("F1", "A1", "x"), id="semicolons in a heading"
        ),
        pytest.param(
            "FAKTURA;ansoegning;Beløb (kr., uden moms)", "F1;A1;5", ("F1", "A1", "5"), id="headings in other spellings"
        ),
        pytest.param("Faktura\tAnsøgning\tBeløb", "F1\tA1; A2, A3\t5", ("F1", "A1; A2, A3", "5"), id="tabs"),
    ],
)
def test_the_delimiter_is_the_one_that_finds_the_headings(
    heading_line: str, row_line: str, cells: tuple[str, ...]
) -> None:
    assert split(f"{heading_line}\n{row_line}\n".encode(), INVOICES).rows[0].cells == cells


def test_the_delimiter_is_found_where_only_one_heading_is_known() -> None:
    assert split(b"Nr;Hvad\n07;x\n", DEPARTMENTS).headings == ("Nr", "Hvad")


def test_a_quoted_cell_holds_delimiters_quotes_and_line_breaks() -> None:
    data = 'Ansøgning;Projekt\nA1;"Fest; med ""sang""\nog kaffe\r\n\r\nog kage"\nA2;Gåtur\n'.encode()
    first, second = split(data, APPLICATIONS).rows
    assert first.cells == ("A1", 'Fest; med "sang"\nog kaffe\r\n\r\nog kage')
    assert second.cells == ("A2", "Gåtur")


def test_row_numbers_are_those_a_spreadsheet_shows() -> None:
    data = b'Afdeling;Navn;Boliger\n01;"To\nlinjer";64\n\n;;\n02;Egholmparken;96\n'
    assert rows_of(data) == [
        (2, ("01", "To\nlinjer", "64")),
        (3, ()),
        (4, ("", "", "")),
        (5, ("02", "Egholmparken", "96")),
    ]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe"], ids=["no bytes", "only a mark", "only UTF-16's"])
def test_an_empty_file_has_no_headings_and_no_rows(data: bytes) -> None:
    raw = split(data, DEPARTMENTS)
    assert (raw.headings, raw.rows) == ((), ())


@pytest.mark.parametrize("data", [b"Afdeling;Navn;Boliger", b"Afdeling;Navn;Boliger\r\n"], ids=["no line end", "one"])
def test_a_file_with_only_headings_has_no_rows(data: bytes) -> None:
    raw = split(data, DEPARTMENTS)
    assert (raw.headings, raw.rows) == (HEADINGS, ())


def test_a_last_line_without_a_line_end_is_a_row() -> None:
    assert rows_of(b"Afdeling;Navn;Boliger\n01;Vester;64") == [(2, ("01", "Vester", "64"))]


def test_rows_longer_and_shorter_than_the_headings_are_handed_on_as_they_are() -> None:
    assert rows_of(b"Afdeling;Navn;Boliger\n01\n02;B;6;7;8\n") == [(2, ("01",)), (3, ("02", "B", "6", "7", "8"))]


def test_the_table_is_named_by_the_contract() -> None:
    assert split(b"", DEPARTMENTS).name == "Afdelinger"


def test_headings_are_tidied_and_cells_are_not() -> None:
    raw = split("\u00a0Afdeling ;Navn\u202f; Boliger\n 01 ;Vester\u00a0;6\n".encode(), DEPARTMENTS)
    assert raw.headings == HEADINGS
    assert raw.rows[0].cells == (" 01 ", "Vester\u00a0", "6")


CELL = st.text(alphabet='abæøåÆØÅ 0123;,\t"\n.-–é€', max_size=12)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@given(rows=st.lists(st.tuples(CELL, CELL, CELL), max_size=6))
def test_whatever_a_spreadsheet_writes_is_read_back(
    delimiter: str, encoding: str, rows: list[tuple[str, str, str]]
) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter)
    writer.writerows([HEADINGS, *rows])
    raw = split(file.getvalue().encode(encoding), DEPARTMENTS)
    assert raw.headings == HEADINGS
    assert [row.cells for row in raw.rows] == rows
    assert [row.number for row in raw.rows] == list(range(2, len(rows) + 2))


@given(st.binary(max_size=300).filter(lambda data: not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))))
def test_any_bytes_are_read_as_something(data: bytes) -> None:
    raw = split(data, DEPARTMENTS)
    assert all(isinstance(cell, str) for row in raw.rows for cell in row.cells)
    assert [row.number for row in raw.rows] == list(range(2, len(raw.rows) + 2))


@pytest.mark.parametrize("above", [1, 5])
def test_notes_with_several_cells_above_the_headings_are_passed_over(above: int) -> None:
    note = "Opdateret;01-03-2026;7;af sekretariatet\n" * above
    raw = split(f"{note}Afdeling;Navn;Boliger\n07;Vesterhåb;64\n".encode(), DEPARTMENTS)
    assert raw.headings == ("Afdeling", "Navn", "Boliger")
    assert [(row.number, row.cells) for row in raw.rows] == [(above + 2, ("07", "Vesterhåb", "64"))]
