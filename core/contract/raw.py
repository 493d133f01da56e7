"""What a source hands on: a table as it stands, before anyone has read a cell."""

from dataclasses import dataclass

from core.contract.cells.cell import is_blank


@dataclass(frozen=True, slots=True)
class RawRow:
    """number: the row's place in its source, as a spreadsheet counts; cells: as stored."""

    number: int
    cells: tuple[object, ...]

    @property
    def is_filled(self) -> bool:
        """Whether anything stands in it; a box that is not ticked, all the way down a sheet, is nothing."""
        return not all(cell is False or is_blank(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class TabPlace:
    """Where a raw table stands in a spreadsheet.

    tab: its name as typed; columns: the letter of each heading; heading_row: 0 where no headings were
    found; link: the tab's address, to which '&range=E14' leads to a cell, '' where it has none.
    """

    tab: str
    columns: tuple[str, ...]
    heading_row: int
    link: str = ""


@dataclass(frozen=True, slots=True)
class RawTable:
    """name: as the source spells it; headings: as typed, in order; rows: also the blank ones."""

    name: str
    headings: tuple[object, ...]
    rows: tuple[RawRow, ...]
    tab_place: TabPlace | None = None


Raws = tuple[RawTable, ...]
"""What a source has under one title: one table, none, or by mistake several."""
