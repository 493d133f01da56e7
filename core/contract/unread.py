"""What stands in a row about persons and cannot be read is kept nowhere: it may be a name, an age or an address."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from core.contract.cells.cell import is_blank, slug
from core.contract.cells.kept import Hidden, Unread
from core.contract.cells.word import parse_text
from core.contract.headings import match_headings
from core.contract.raw import RawRow, Raws, RawTable
from core.contract.row import ReadTable

Known = Mapping[str, frozenset[str]]
"""By the name of a column that refers to another table, what it may say; of other columns nothing is asked."""
ANYTHING: Known = MappingProxyType({})


def names_in(read: ReadTable, field: str) -> frozenset[str]:
    """What a reference to the field may say, also of rows that count nowhere."""
    values = (row.values.get(name) for row in read.rows for name in (field, *read.table.labels))
    return frozenset(_bare(value) for value in values if value is not None)


def is_known(value: object, names: frozenset[str]) -> bool:
    """Whether all that a reference says is among the names."""
    return all(_bare(part) in names for part in (value if isinstance(value, tuple) else (value,)))


def _bare(value: object) -> str:
    return slug(parse_text(value)).lstrip("0")


def without_unread(read: ReadTable) -> Raws:
    """What a table about persons was read from, as it may be kept: of a cell that cannot be read nothing but that. What
    stands in a column that stands twice, or in a table whose headings leave doubt, is not read.
    """
    return tuple(replace(raw, rows=tuple(_without_unread(read, raw))) for raw in read.raws)


def _without_unread(read: ReadTable, raw: RawTable) -> Iterator[RawRow]:
    places = match_headings(read.table, raw.headings).positions
    columns = {place: name for name, place in places.items()}
    read_rows = iter(read.rows)
    for row in raw.rows:
        if row.is_filled:
            values = next(read_rows).values
            cells = (_kept(cell, values.get(columns.get(place, ""))) for place, cell in enumerate(row.cells))
            row = RawRow(row.number, tuple(cells))
        yield row


def _kept(cell: object, value: object) -> object:
    """value: what was read from the cell."""
    if is_blank(cell) or isinstance(cell, Hidden | Unread):
        return cell
    if isinstance(value, Unread):
        return value
    return Unread.UNREADABLE if value is None else cell
