"""The sample data with words in every cell of text that would do something if they were more than text."""

import csv
import re
from pathlib import Path

from core.contract.table import Kind, Table, sql_name
from core.subjects import CONTRACT
from tests.organisations.lyngklokken import Row, Tables

MARKUP = "<img src=x onerror=alert(1)> **x** ![b](http://e.x/p.png) [l](http://e.x) $a$ :red[b] `k`"
BY_ITSELF = (
    "http://e.x",
    "HTTPS://e.xx/?a=1",
    "www.e.xx",
    "a.b@e.xx",
    ":smile:",
    ":+1:",
    ":material_home:",
    ":material/home:",
    ":streamlit:",
    "a -- b",
    "a -> b",
    "a <-> b",
    "a >= b",
)
"""What Streamlit makes a link, a picture or another sign of though no mark of Markdown stands in it."""
HOSTILE = f"{MARKUP} {' '.join(BY_ITSELF)}"
_SAMPLE = Path(__file__).parents[2] / "sample_data"
_TEXT = frozenset({Kind.TEXT, Kind.REFERENCE, Kind.REFERENCES, Kind.PRIVATE})
_BETWEEN = re.compile(r"; *")


def hostile(after: str = HOSTILE, before: str = "") -> Tables:
    """What stands at the end and at the beginning of every cell of text; a reference says the same as what it points
    to.
    """
    return {table.title: [_hostile(table, row, before, after) for row in _rows(table)] for table in CONTRACT}


def unreadable() -> Tables:
    """The same, and in each table a row more with HOSTILE and nothing else in every cell."""
    tables = hostile()
    for table in CONTRACT:
        tables[table.title].append({column.heading: HOSTILE for column in table.columns})
    return tables


def _rows(table: Table) -> list[dict[str, str]]:
    file = _SAMPLE / f"{sql_name(table.title)}.csv"
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened, delimiter=";"))


def _hostile(table: Table, row: dict[str, str], before: str, after: str) -> Row:
    kinds = {column.heading: column.kind for column in table.columns}

    def said(cell: str) -> str:
        return "; ".join(f"{before}{part} {after}".rstrip() for part in _BETWEEN.split(cell))

    return {heading: said(cell) if cell and kinds[heading] in _TEXT else cell for heading, cell in row.items()}
