"""How much of a table is read. No organisation has more, and it would keep everybody waiting who looks at a screen."""

from core.contract.cells.cell import clean
from core.contract.raw import RawRow, RawTable
from core.contract.table import Table
from core.danish import number

MOST_COLUMNS = 1_000
MOST_LETTERS = 50_000
"""In a cell: as many as Google Sheets holds."""


def beyond(table: Table, raw: RawTable) -> tuple[str, str] | None:
    """What is more than is read and what to do about it, in Danish; None where all of it is read."""
    if len(raw.headings) > MOST_COLUMNS:
        return (
            f"Tabellen »{table.title}« har {number(len(raw.headings))} kolonner, og der læses højst "
            f"{number(MOST_COLUMNS)}.",
            "Fjern de kolonner, der ikke hører til.",
        )
    if len(raw.rows) > table.most_rows and (filled := sum(row.is_filled for row in raw.rows)) > table.most_rows:
        return (
            f"Tabellen »{table.title}« har {number(filled)} rækker, og der læses højst {number(table.most_rows)}.",
            "Se efter, om noget er sat ind flere gange, og fjern de rækker, der ikke hører til.",
        )
    for row in raw.rows:
        for place, cell in enumerate(row.cells):
            if isinstance(cell, str | bytes) and len(cell) > MOST_LETTERS:
                return (
                    f"{_where(table, raw, row, place)} står der {number(len(cell))} tegn i ét felt, og der læses "
                    f"højst {number(MOST_LETTERS)}.",
                    "Gør teksten kortere, eller se efter, om et anførselstegn mangler sin mage.",
                )
    return None


def _where(table: Table, raw: RawTable, row: RawRow, place: int) -> str:
    letters = raw.tab_place.columns if raw.tab_place else ()
    if place < len(letters):
        return f"I »{table.title}« i celle {letters[place]}{row.number}"
    heading = clean(raw.headings[place]) if place < len(raw.headings) else ""
    return f"I »{table.title}« i række {row.number}" + (f" under »{heading[:60]}«" if heading else "")
