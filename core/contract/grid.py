"""Finding a table in a grid of cells: which row holds its headings, and what its columns are called there."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from core.contract.cells.cell import is_blank
from core.contract.headings import match_headings
from core.contract.raw import RawRow, RawTable, TabPlace
from core.contract.table import Table, across, heading_slug

ROWS_LOOKED_THROUGH = 6
"""A note, a title and a blank row may stand above the headings."""
_FEWEST_NAMED = 2
_MORE = "…"


def headings_known(table: Table, cells: Iterable[object]) -> int:
    """How many of the table's columns a row of cells names."""
    found = _named(table, tuple(cells))
    return sum(not column.slugs.isdisjoint(found) for column in table.columns)


def has_headings(table: Table, cells: Iterable[object]) -> bool:
    """True for a row that names at least half of the required columns: that many are in no note and in no data."""
    found = _named(table, tuple(cells))
    required = [column for column in table.columns if column.required]
    named = sum(not column.slugs.isdisjoint(found) for column in required)
    return named > 0 and named * 2 >= len(required)


def is_headed_as(table: Table, cells: Iterable[object]) -> bool:
    """Whether a row names every column that the table must have: two at least, for a »Dato« stands in many a sheet."""
    found = _named(table, tuple(cells))
    named = [column for column in table.columns if not column.slugs.isdisjoint(found)]
    return len(named) >= _FEWEST_NAMED and all(column in named for column in table.columns if column.required)


def _named(table: Table, cells: Sequence[object]) -> set[str]:
    """The headings as compared; ages side by side stand for the column of ages and that of their numbers."""
    sides = ("ages", "number") if across(table, cells) else ()
    return {heading_slug(cell) for cell in cells} | {heading_slug(table.column(name).heading) for name in sides}


def heading_row(table: Table, rows: Iterable[Sequence[object]]) -> int:
    """The number of the first row with headings, from 1; 0 where none of the first rows has them."""
    top = enumerate(islice(rows, ROWS_LOOKED_THROUGH), start=1)
    return next((number for number, cells in top if has_headings(table, cells)), 0)


def table_in_grid(table: Table, tab: str, rows: Sequence[Sequence[object]]) -> RawTable:
    """A whole sheet -> the table in it. What stands in columns outside the contract is left behind."""
    found = heading_row(table, rows)
    headings = tuple(rows[found - 1]) if found else ()
    kept = [table.knows(heading) for heading in headings]
    below = tuple(
        RawRow(number, tuple(cell if keep else None for cell, keep in zip(cells, kept, strict=False)))
        for number, cells in enumerate(rows[found:], start=found + 1)
    )
    letters = tuple(column_letter(place) for place in range(len(headings)))
    return RawTable(tab, headings, below, TabPlace(tab, letters, found))


def contract_only(table: Table, raw: RawTable) -> RawTable:
    """The table without the columns that the contract does not know. It reads as before: a heading that may be
    a known one's new name stays, without its cells, and so does the fact that a row was longer than the headings.
    """
    renamed = match_headings(table, raw.headings).renamed.values()
    width = len(raw.headings)
    places = [place for place in range(width) if table.knows(raw.headings[place]) or place in renamed]

    def row(raw_row: RawRow) -> RawRow:
        cells = raw_row.cells[:width]
        known_cells = (None if place in renamed else cells[place] for place in places if place < len(cells))
        torn = any(not is_blank(cell) for cell in raw_row.cells[width:])
        return RawRow(raw_row.number, (*known_cells, _MORE) if torn else tuple(known_cells))

    tab_place = raw.tab_place and replace(
        raw.tab_place, columns=tuple(raw.tab_place.columns[place] for place in places)
    )
    headings = tuple(raw.headings[place] for place in places)
    return RawTable(raw.name, headings, tuple(map(row, raw.rows)), tab_place)


def column_letter(place: int) -> str:
    """0 -> 'A', 26 -> 'AA'."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
