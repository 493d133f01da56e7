"""What a source hands on: a table as it stands, before anyone has read a cell."""

from dataclasses import dataclass

from core.contract.cells.cell import is_blank


@dataclass(frozen=True, slots=True)
class RawRow:
    # The row's place in its source, as a spreadsheet counts.
    number: int
    # As stored.
    cells: tuple[object, ...]

    @property
    def is_filled(self) -> bool:
        """Whether anything stands in it; a box that is not ticked, all the way down a sheet, is nothing."""
        return not all(cell is False or is_blank(cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class TabPlace:
    """Where a raw table stands in a spreadsheet."""

    # Its name as typed.
    tab: str
    # The letter of each heading.
    columns: tuple[str, ...]
    # 0 where no headings were found.
    heading_row: int
    # The tab's address, to which '&range=E14' leads to a cell, '' where it has none.
    link: str = ""


@dataclass(frozen=True, slots=True)
class RawTable:
    # As the source spells it.
    name: str
    # As typed, in order.
    headings: tuple[object, ...]
    # Also the blank ones.
    rows: tuple[RawRow, ...]
    tab_place: TabPlace | None = None


Raws = tuple[RawTable, ...]
"""What a source has under one title: one table, none, or by mistake several."""
