"""A CSV file's bytes to a raw table, whoever saved it: Excel, Sheets, a bank, Windows or Mac."""

import csv
import re
from collections.abc import Sequence
from itertools import islice

from core.contract.cells.cell import clean
from core.contract.grid import ROWS_LOOKED_THROUGH, heading_row, headings_known
from core.contract.raw import RawRow, RawTable
from core.contract.table import Table

_DELIMITERS = (";", ",", "\t")
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")  # str.splitlines also parts at marks that stand within a cell


def decode(data: bytes) -> str:
    """UTF-8 with or without a byte order mark, UTF-16 with one, else Windows' Latin-1."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def top_rows(data: bytes) -> list[list[str]]:
    """The first rows under each of the delimiters. data: the file or its beginning. Raises csv.Error."""
    lines = _LINE.findall(decode(data))
    return [row for delimiter in _DELIMITERS for row in _top(lines, delimiter)]


def split(data: bytes, table: Table, name: str = "") -> RawTable:
    """The file as a raw table under its own name, else the table's title; row numbers are those a spreadsheet
    shows. The delimiter is the one under which most of the table's headings are found.
    """
    lines = _LINE.findall(decode(data))

    def headings_found(delimiter: str) -> tuple[int, int]:
        top = _top(lines, delimiter)
        return max(((headings_known(table, cells), len(cells)) for cells in top), default=(0, 0))

    delimiter = max(_DELIMITERS, key=headings_found)
    records = list(csv.reader(lines, delimiter=delimiter))
    found = heading_row(table, records) or 1
    headings = tuple(clean(heading) for heading in records[found - 1]) if records else ()
    rows = tuple(RawRow(number, tuple(cells)) for number, cells in enumerate(records[found:], start=found + 1))
    return RawTable(name or table.title, headings, rows)


def _top(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    return list(islice(csv.reader(lines, delimiter=delimiter), ROWS_LOOKED_THROUGH))
