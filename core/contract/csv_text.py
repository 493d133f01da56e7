"""A CSV file's bytes to a raw table, whoever saved it: Excel, Sheets, a bank, Windows or Mac."""

import csv
import re

from core.contract.cells.cell import clean
from core.contract.raw import RawRow, RawTable
from core.contract.table import Table, heading_slug

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


def split(data: bytes, table: Table) -> RawTable:
    """The file as a raw table; row numbers are those a spreadsheet shows. The delimiter is the one
    under which most of the table's headings are found.
    """
    lines = _LINE.findall(decode(data))
    known = frozenset().union(*(column.slugs for column in table.columns))

    def headings_found(delimiter: str) -> tuple[int, int]:
        first = next(csv.reader(lines, delimiter=delimiter), [])
        return sum(heading_slug(heading) in known for heading in first), len(first)

    delimiter = max(_DELIMITERS, key=headings_found)
    records = list(csv.reader(lines, delimiter=delimiter))
    headings = tuple(clean(heading) for heading in records[0]) if records else ()
    rows = tuple(RawRow(number, tuple(cells)) for number, cells in enumerate(records[1:], start=2))
    return RawTable(table.title, headings, rows)
