"""What a source hands on: a table as it stands, before anyone has read a cell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawRow:
    """number: the row's place in its source, headings being row 1 of a sheet or file; cells: as stored."""

    number: int
    cells: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class RawTable:
    """name: as the source spells it; headings: as typed, in order; rows: also the blank ones."""

    name: str
    headings: tuple[object, ...]
    rows: tuple[RawRow, ...]
