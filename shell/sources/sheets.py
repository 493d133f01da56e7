"""A Google spreadsheet as a source: two requests a reading, and only the columns of the contract.

The first request says which tabs there are. The second gets their heading rows and known columns together.
Where a tab is new, or its headings have moved since the last reading, its headings are looked for first.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gspread.auth import READONLY_SCOPES
from gspread.http_client import HTTPClient
from gspread.urls import SPREADSHEET_DRIVE_URL
from gspread.utils import absolute_range_name

from core.contract.cells.cell import is_blank, slug
from core.contract.grid import ROWS_LOOKED_THROUGH, column_letter, has_headings
from core.contract.problem import Effect, Problem
from core.contract.raw import Grid, RawRow, RawTable
from core.contract.table import Table
from core.contract.tables import TABLE_BY_SLUG
from shell.sources.google import google_client, in_danish, rows_range, spreadsheet_key
from shell.sources.source import Reading, SourceError

_PROPERTIES = "properties(title,locale,timeZone),sheets(properties(sheetId,title,index,sheetType,gridProperties))"
_WIDTH, _HEIGHT = 26, 1000  # a new tab's size
_MOST_MOVES = 2
_MOST_CELLS_OF_A_NOTE = 2
UNFORMATTED = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "SERIAL_NUMBER"}


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab that the contract knows: its title as typed, its id, its size in cells, the table in it."""

    title: str
    gid: int
    width: int
    height: int
    table: Table


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a tab's headings stand, from 1, and what they are. Where none were found heading_row is 0, and top
    the rows that were looked through.
    """

    heading_row: int
    headings: tuple[object, ...]
    top: tuple[tuple[object, ...], ...] = ()

    def fits(self, tab: Tab) -> bool:
        rows = self.heading_row or len(self.top)
        return 0 < rows <= tab.height and len(self.headings) <= tab.width


_NO_LAYOUT = Layout(0, ())


def sheets_reader(settings: Mapping[str, Any]) -> Callable[[], Reading]:
    """settings: [connections.gsheets]. The reader remembers where the headings stood. Raises SourceError."""
    reader = _Reader(google_client(settings, READONLY_SCOPES), spreadsheet_key(settings))

    def read() -> Reading:
        with in_danish(settings):
            return reader.read()

    return read


def spreadsheet_link(key: str) -> str:
    return SPREADSHEET_DRIVE_URL % key + "/edit"


@dataclass(frozen=True, slots=True)
class Found:
    """What there is now where the layout was found, and the rows from the first one, blank outside the contract."""

    layout: Layout
    rows: tuple[tuple[object, ...], ...] = ()


class _Reader:
    def __init__(self, client: HTTPClient, key: str) -> None:
        self.client = client
        self.key = key
        self.layouts: dict[int, Layout] = {}
        self.others: tuple[str, ...] = ()

    def read(self) -> Reading:
        properties, tabs = self._tabs()
        remembered = {tab: self.layouts.get(tab.gid, _NO_LAYOUT) for tab in tabs}
        layouts = remembered | self._look_for_headings([tab for tab in tabs if not remembered[tab].fits(tab)])
        found = self._columns(layouts)
        for _ in range(_MOST_MOVES):
            moved = [tab for tab in tabs if found[tab].layout != layouts[tab]]
            if not moved:
                break
            layouts |= self._look_for_headings(moved)
            found |= self._columns({tab: layouts[tab] for tab in moved})
        else:
            raise SourceError("Nogen flytter om på overskrifterne lige nu.", "Vent, til de er færdige.")
        self.layouts = {tab.gid: layouts[tab] for tab in tabs}
        return Reading(
            tuple(self._raw_table(tab, layouts[tab], found[tab]) for tab in tabs),
            _notes(properties, spreadsheet_link(self.key)),
            self.others,
        )

    def _tabs(self) -> tuple[Mapping[str, Any], list[Tab]]:
        answer = self.client.fetch_sheet_metadata(self.key, {"includeGridData": "false", "fields": _PROPERTIES})
        tabs = []
        self.others = tuple(
            title for sheet in answer["sheets"] if slug(title := sheet["properties"]["title"]) not in TABLE_BY_SLUG
        )
        for sheet in answer["sheets"]:
            properties = sheet["properties"]
            table = TABLE_BY_SLUG.get(slug(properties["title"]))
            if table and properties.get("sheetType", "GRID") == "GRID":
                size = properties.get("gridProperties", {})
                width, height = int(size.get("columnCount", _WIDTH)), int(size.get("rowCount", _HEIGHT))
                tabs.append(Tab(properties["title"], int(properties.get("sheetId", 0)), width, height, table))
        return answer.get("properties", {}), tabs

    def _look_for_headings(self, tabs: Sequence[Tab]) -> dict[Tab, Layout]:
        """One row at a time, and none below the first that is more than a note: rows of data are not looked at."""
        found: dict[Tab, Layout] = {}
        tops: dict[Tab, tuple[tuple[object, ...], ...]] = dict.fromkeys(tabs, ())
        for number in range(1, ROWS_LOOKED_THROUGH + 1):
            missing = [tab for tab in tabs if tab not in found and number <= tab.height]
            if not missing:
                break
            answers = self._get([rows_range(tab.title, tab.width, number, number) for tab in missing])
            for tab, rows in zip(missing, answers, strict=True):
                cells = tuple(rows[0]) if rows else ()
                tops[tab] += (cells,)
                if has_headings(tab.table, cells):
                    found[tab] = Layout(number, cells)
                elif sum(not is_blank(cell) for cell in cells) > _MOST_CELLS_OF_A_NOTE:
                    found[tab] = Layout(0, (), tops[tab])
        return {tab: found.get(tab, Layout(0, (), tops[tab])) for tab in tabs}

    def _columns(self, layouts: Mapping[Tab, Layout]) -> dict[Tab, Found]:
        ranges: list[str] = []
        for tab, layout in layouts.items():
            if layout.heading_row:
                ranges.append(rows_range(tab.title, tab.width, layout.heading_row, layout.heading_row))
                ranges += [_column_range(tab, *run) for run in _runs(tab.table, layout.headings)]
            else:
                ranges.append(rows_range(tab.title, tab.width, 1, len(layout.top)))
        answers = iter(self._get(ranges) if ranges else [])
        found: dict[Tab, Found] = {}
        for tab, layout in layouts.items():
            top = [tuple(row) for row in next(answers)]
            if layout.heading_row:
                columns = {start: next(answers) for start, _ in _runs(tab.table, layout.headings)}
                now = Layout(layout.heading_row, top[0] if top else ())
                found[tab] = Found(now, _side_by_side(columns, len(layout.headings)))
            else:
                blank: list[tuple[object, ...]] = [()] * (len(layout.top) - len(top))
                found[tab] = Found(Layout(0, (), (*top, *blank)))
        return found

    def _get(self, ranges: list[str]) -> list[list[list[object]]]:
        answer = self.client.values_batch_get(self.key, ranges, dict(UNFORMATTED))
        values = [one.get("values", []) for one in answer["valueRanges"]]
        if len(values) != len(ranges):
            raise ValueError(f"{len(ranges)} ranges asked for, {len(values)} answered")
        return values

    def _raw_table(self, tab: Tab, layout: Layout, found: Found) -> RawTable:
        letters = tuple(column_letter(place) for place in range(len(layout.headings)))
        link = f"{spreadsheet_link(self.key)}?gid={tab.gid}#gid={tab.gid}"
        first = layout.heading_row + 1
        below = tuple(RawRow(number, cells) for number, cells in enumerate(found.rows[first - 1 :], start=first))
        return RawTable(tab.title, layout.headings, below, Grid(tab.title, letters, layout.heading_row, link))


def _column_range(tab: Tab, first: int, last: int) -> str:
    return absolute_range_name(tab.title, f"{column_letter(first)}:{column_letter(last)}")


def _runs(table: Table, headings: Sequence[object]) -> list[tuple[int, int]]:
    """First and last place of known columns that stand side by side."""
    runs: list[tuple[int, int]] = []
    for place, heading in enumerate(headings):
        if not table.knows(heading):
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _side_by_side(columns: Mapping[int, Sequence[Sequence[object]]], width: int) -> tuple[tuple[object, ...], ...]:
    """Runs of columns by their first place -> whole rows."""
    rows: list[list[object]] = [[None] * width for _ in range(max(map(len, columns.values()), default=0))]
    for start, cells_of_rows in columns.items():
        for row, cells in zip(rows, cells_of_rows, strict=False):
            row[start : start + len(cells)] = cells
    return tuple(tuple(row) for row in rows)


def _notes(properties: Mapping[str, Any], link: str) -> tuple[Problem, ...]:
    locale = properties.get("locale", "da_DK")
    if locale.startswith("da"):
        return ()
    return (
        Problem(
            "Regnearket",
            None,
            None,
            locale,
            "Regnearket er ikke sat til dansk. Så kan dag og måned blive byttet om, og 20.000 blive til 20, "
            "når nogen skriver det.",
            "Vælg Filer → Indstillinger → Landestandard: Danmark, og se datoer og beløb efter.",
            Effect.NOTICE,
            link=link,
        ),
    )
