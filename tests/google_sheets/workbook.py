"""A workbook as Google keeps it: tabs, their cells, and what is said about each cell."""

import copy
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.google_sheets.a1 import Block, read_area, split_range, within, written
from tests.google_sheets.errors import invalid, invalid_field
from tests.google_sheets.shown import DATE_TYPES, Cell, Formula, Plain, number_format, plain, shown, typed

Place = tuple[int, int]
"""Row and column of a cell, from 0."""

VALUE_OPTIONS = ("FORMATTED_VALUE", "UNFORMATTED_VALUE", "FORMULA")
DATE_OPTIONS = ("SERIAL_NUMBER", "FORMATTED_STRING")
DIMENSIONS = ("ROWS", "COLUMNS")
_FIRST_FREE_ID = 901015854


@dataclass
class Tab:
    """One tab. Rows may have different lengths and may be changed while the stand-in runs."""

    title: str
    rows: list[list[Cell]] = field(default_factory=list)
    sheet_id: int | None = None
    hidden: bool = False
    row_count: int = 1000
    column_count: int = 26
    sheet_type: Literal["GRID", "OBJECT"] = "GRID"
    frozen_rows: int = 0
    frozen_columns: int = 0
    properties: dict[str, Any] = field(default_factory=dict)
    """Other properties that were set: tabColor and its like."""
    notes: dict[Place, str] = field(default_factory=dict)
    validations: dict[Place, dict[str, Any]] = field(default_factory=dict)
    formats: dict[Place, dict[str, Any]] = field(default_factory=dict)
    """What the cells were given of format, numberFormat among it."""
    protected_ranges: list[dict[str, Any]] = field(default_factory=list)
    row_properties: dict[int, dict[str, Any]] = field(default_factory=dict)
    column_properties: dict[int, dict[str, Any]] = field(default_factory=dict)
    auto_resized: list[dict[str, Any]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = [list(row) for row in self.rows]
        self.row_count = max(self.row_count, len(self.rows))
        self.column_count = max([self.column_count, *map(len, self.rows)])

    def cell(self, row: int, column: int) -> Cell:
        """What was put in the cell; None where nothing was."""
        if row < len(self.rows) and column < len(self.rows[row]):
            return self.rows[row][column]
        return None

    def value(self, row: int, column: int) -> Plain:
        return plain(self.cell(row, column))

    def put(self, row: int, column: int, cell: Cell) -> None:
        while len(self.rows) <= row:
            self.rows.append([])
        line = self.rows[row]
        line.extend([None] * (column + 1 - len(line)))
        line[column] = cell

    def number_format(self, row: int, column: int) -> dict[str, Any]:
        """The number format that was set for the cell; empty if none was."""
        return dict(self.formats.get((row, column), {}).get("numberFormat", {}))

    def resize(self, row_count: int, column_count: int) -> None:
        """Makes the grid this large; what then lies outside is gone."""
        self.row_count, self.column_count = row_count, column_count
        self.rows = [row[:column_count] for row in self.rows[:row_count]]
        kept: dict[Place, Any]
        for kept in (self.notes, self.validations, self.formats):
            for place in [place for place in kept if place[0] >= row_count or place[1] >= column_count]:
                del kept[place]


@dataclass
class Workbook:
    """A workbook and who may see it."""

    key: str
    title: str
    locale: str = "da_DK"
    tabs: list[Tab] = field(default_factory=list)
    time_zone: str = "Europe/Copenhagen"
    access: Literal["none", "reader", "writer"] = "writer"
    """What the service account may do."""
    open_to_all: bool = False
    """Whether everyone with the link may read it: the only way to read it with an API key."""
    permissions: list[dict[str, Any]] = field(default_factory=list)
    """Whom it was shared with through Drive."""
    properties: dict[str, Any] = field(default_factory=dict)
    """Other properties that were set: autoRecalc and its like."""
    results: dict[str, Plain] = field(default_factory=dict)
    """What formulas come to if they are typed in: nothing is calculated. Others come to 0."""
    made_here: bool = False
    """Whether it was made through the stand-in, so that the scope drive.file reaches it."""

    def __post_init__(self) -> None:
        self.number_tabs()

    def number_tabs(self) -> None:
        """Gives the tabs without a number theirs: the first of a workbook has 0."""
        used = {tab.sheet_id for tab in self.tabs}
        for index, tab in enumerate(self.tabs):
            if tab.sheet_id is None:
                tab.sheet_id = 0 if index == 0 and 0 not in used else self.free_number()
                used.add(tab.sheet_id)

    def free_number(self) -> int:
        return max([_FIRST_FREE_ID, *(tab.sheet_id + 1 for tab in self.tabs if tab.sheet_id is not None)])

    def tab(self, title: str) -> Tab:
        return next(tab for tab in self.tabs if tab.title == title)

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """What is done within is undone if it ends in an error. The tabs stay the same objects."""
        tabs = list(self.tabs)
        before = [copy.deepcopy(vars(tab)) for tab in tabs]
        mine = {name: copy.deepcopy(value) for name, value in vars(self).items() if name != "tabs"}
        try:
            yield
        except Exception:
            for tab, state in zip(tabs, before, strict=True):
                vars(tab).update(state)
            vars(self).update(mine)
            self.tabs[:] = tabs
            raise

    def find(self, text: str, *, whole: bool = False) -> tuple[Tab, Block]:
        """The tab and cells of a range; where whole, it may not end outside the grid."""
        title, cells = split_range(text)
        grids = [tab for tab in self.tabs if tab.sheet_type == "GRID"]
        if title is None:
            found = [tab for tab in grids if not tab.hidden][:1]
        else:
            found = [tab for tab in grids if tab.title == title]
            found = found or [tab for tab in grids if tab.title.casefold() == title.casefold()]
        area = read_area(cells) if cells is not None else None
        if not found or (cells is not None and area is None):
            raise invalid(f"Unable to parse range: {text}")
        tab = found[0]
        if area is None:
            return tab, Block(0, 0, tab.row_count, tab.column_count)
        return tab, within(area, tab.title, tab.row_count, tab.column_count, whole=whole)

    def read(
        self,
        text: str,
        value_option: str = "FORMATTED_VALUE",
        date_option: str = "SERIAL_NUMBER",
        dimension: str = "ROWS",
    ) -> dict[str, Any]:
        """A ValueRange: blank ends are cut off, and there are no values where all is blank."""
        tab, block = self.find(text)
        rows = [
            [self.rendered(tab, row, column, value_option, date_option) for column in range(block.left, block.right)]
            for row in range(block.top, min(block.bottom, len(tab.rows)))
        ]
        if dimension == "COLUMNS":
            rows = [list(column) for column in zip(*rows, strict=True)]
        values = _without_blank_end([_without_blank_end(row, "") for row in rows], [])
        answer: dict[str, Any] = {"range": written(tab.title, block), "majorDimension": dimension}
        return answer | {"values": values} if values else answer

    def rendered(self, tab: Tab, row: int, column: int, value_option: str, date_option: str) -> Plain:
        cell = tab.cell(row, column)
        value = plain(cell)
        if value_option == "FORMULA" and isinstance(cell, Formula):
            return cell.text
        form = number_format(cell, tab.formats.get((row, column), {}), self.locale)
        is_date = form.get("type") in DATE_TYPES and date_option == "FORMATTED_STRING"
        return shown(value, form, self.locale) if value_option == "FORMATTED_VALUE" or is_date else value

    def write(self, text: str, values: Any, input_option: str, dimension: str = "ROWS") -> tuple[Tab, list[Place], str]:
        """Puts values in; the tab, the cells that were named and the range that was written."""
        if input_option not in {"RAW", "USER_ENTERED"}:
            raise invalid("'valueInputOption' is required but not specified")
        rows = _read_rows(values)
        if dimension == "COLUMNS":
            longest = max(map(len, rows), default=0)
            rows = [[line[at] if at < len(line) else None for line in rows] for at in range(longest)]
        tab, block = self.find(text, whole=True)
        height, width = max(len(rows), 1), max([1, *map(len, rows)])
        if block.one_cell:
            block = Block(block.top, block.left, block.top + height, block.left + width)
            if block.bottom > tab.row_count or block.right > tab.column_count:
                raise invalid(
                    f"Range ({written(tab.title, block, both_corners=True)}) exceeds grid limits. "
                    f"Max rows: {tab.row_count}, max columns: {tab.column_count}"
                )
        if height > block.bottom - block.top:
            tried = f"row [{block.bottom + 1}]"
            raise invalid(f"Requested writing within range [{written(tab.title, block)}], but tried writing to {tried}")
        if width > block.right - block.left:
            tried = f"column [{written('', Block(0, block.right, 1, block.right + 1))[3:-1]}]"
            raise invalid(f"Requested writing within range [{written(tab.title, block)}], but tried writing to {tried}")
        places: list[Place] = []
        for row, line in enumerate(rows, block.top):
            for column, value in enumerate(line, block.left):
                if value is not None:
                    places.append((row, column))
                    self._enter(tab, row, column, value, input_option)
        done = Block(block.top, block.left, block.top + height, block.left + width)
        return tab, places, written(tab.title, done)

    def _enter(self, tab: Tab, row: int, column: int, value: Plain, input_option: str) -> None:
        cell: Cell = value
        if input_option == "USER_ENTERED" and isinstance(value, str):
            if value.startswith("="):
                cell = Formula(value, self.results.get(value, 0))
            else:
                cell, form = typed(value, self.locale)
                if form:
                    tab.formats[row, column] = tab.formats.get((row, column), {}) | {"numberFormat": form}
        tab.put(row, column, cell)


def _read_rows(values: Any) -> list[list[Plain | None]]:
    if values is None:
        return []
    if not isinstance(values, list):
        kind = "type.googleapis.com/google.protobuf.ListValue"
        raise invalid_field("data.values", f"Invalid value at 'data.values' ({kind}), \"{values}\"")
    for at, line in enumerate(values):
        if not isinstance(line, list) or any(isinstance(value, list | dict) for value in line):
            name = f"data.values[{at}]"
            raise invalid_field(name, f"Invalid values[{at}]: list_value or a cell is of the wrong kind")
    return values


def _without_blank_end(items: Sequence[Any], blank: Any) -> list[Any]:
    end = len(items)
    while end and items[end - 1] == blank and type(items[end - 1]) is type(blank):
        end -= 1
    return list(items[:end])
