"""A Google spreadsheet as a source: two requests a reading, and only the columns of the contract.

The first request says which tabs there are. The second gets their heading rows and known columns together, with the
number format of each cell. Where a tab is new, or its headings have moved since the last reading, its headings are
looked for first. Where a table is missing, the top row of a tab that no table is called after is asked for once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from gspread.auth import READONLY_SCOPES
from gspread.http_client import HTTPClient, ParamsType
from gspread.urls import SPREADSHEET_DRIVE_URL
from gspread.utils import absolute_range_name

from core.contract.grid import ROWS_LOOKED_THROUGH, column_letter, has_headings, headings_known
from core.contract.problem import Effect, Problem
from core.contract.raw import RawRow, RawTable, TabPlace
from core.contract.renamed import Other, other
from core.contract.table import Table, heading_slug
from core.subjects import CONTRACT
from shell.machine.settings import Spreadsheet
from shell.sources.google import google_client, in_danish, rows_range, spreadsheet_key
from shell.sources.google_cells import CELLS, Cells, cells_by_row
from shell.sources.source import Reading, SourceError

_PROPERTIES = "properties(title,locale,timeZone),sheets(properties(sheetId,title,index,sheetType,gridProperties))"
_WIDTH, _HEIGHT = 26, 1000  # a new tab's size
_MOST_MOVES = 2
_ROWS_BELOW = 100


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab that the contract knows."""

    # As typed.
    title: str
    # Its id.
    gid: int
    # Its size in cells.
    width: int
    height: int
    # The table in it.
    table: Table


@dataclass(frozen=True, slots=True)
class Unknown:
    """A tab that no table of the contract is called after."""

    title: str
    gid: int
    width: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a tab's headings stand, and what they are."""

    # From 1.
    heading_row: int
    headings: tuple[object, ...]
    # The row down to which all known columns are asked for, None for the whole tab. Google sends every blank cell that
    # has a format, so that a new spreadsheet's thousands of blank rows would be most of an answer: below the bottom
    # only the first column of the key is asked for.
    bottom: int | None = None

    def fits(self, tab: Tab) -> bool:
        return max(self.heading_row, self.bottom or 0) <= tab.height and len(self.headings) <= tab.width

    def ranges(self, tab: Tab) -> list[str]:
        """The headings, and the columns that the contract knows."""
        asked = [rows_range(tab.title, tab.width, self.heading_row, self.heading_row)]
        asked += [_columns(tab, *run, last_row=self.bottom) for run in _runs(tab.table, self.headings)]
        key = _key_place(tab.table, self.headings)
        if key is not None and self.bottom and self.bottom < tab.height:
            asked.append(_columns(tab, key, key, self.bottom + 1))
        return asked

    def stands(self, tab: Tab, cells: Cells) -> bool:
        is_all = self.bottom is None or max(cells, default=0) <= self.bottom
        return is_all and _row(cells, self.heading_row) == self.headings

    def after(self, tab: Tab, cells: Cells) -> "Layout":
        has_key = _key_place(tab.table, self.headings) is not None
        return replace(self, bottom=min(tab.height, max(cells) + _ROWS_BELOW) if has_key else None)


@dataclass(frozen=True, slots=True)
class NoHeadings:
    """A tab whose first rows were looked through without finding headings. They are looked through again when its size
    has changed or somebody asks for it. Until then no cell is asked for that may be one of data outside the contract:
    only those of open rows and known columns.
    """

    width: int
    height: int
    # Rows that were blank or name several known columns.
    open_rows: tuple[int, ...]
    # Runs of columns, from first to last, that were known before the headings went.
    known: tuple[tuple[int, int], ...]

    def fits(self, tab: Tab) -> bool:
        return (self.width, self.height) == (tab.width, tab.height)

    def ranges(self, tab: Tab) -> list[str]:
        rows = [rows_range(tab.title, tab.width, number, number) for number in self.open_rows]
        return rows + [_columns(tab, *run, last_row=min(ROWS_LOOKED_THROUGH, tab.height)) for run in self.known]

    def stands(self, tab: Tab, cells: Cells) -> bool:
        return not any(has_headings(tab.table, _row(cells, number)) for number in cells)

    def after(self, tab: Tab, cells: Cells) -> "NoHeadings":
        """An open row in which something else than headings was typed is open no longer."""
        return replace(self, open_rows=tuple(number for number in self.open_rows if _is_open(tab, cells, number)))


Place = Layout | NoHeadings
AnyTab = TypeVar("AnyTab", Tab, Unknown)


def sheets_reader(spreadsheet: Spreadsheet) -> "SheetsReader":
    """Raises SourceError for settings that cannot be used."""
    client = google_client(spreadsheet.account, READONLY_SCOPES)
    return SheetsReader(client, spreadsheet_key(spreadsheet.written), spreadsheet.account)


def spreadsheet_link(key: str) -> str:
    return SPREADSHEET_DRIVE_URL % key + "/edit"


class SheetsReader:
    """Reads when called, and remembers where the headings stood. Raises SourceError."""

    def __init__(self, client: HTTPClient, key: str, account: Mapping[str, Any]) -> None:
        self._client = client
        self._key = key
        self._account = account
        self._places: dict[int, Place] = {}
        self._others: dict[Unknown, Other] = {}

    def __call__(self) -> Reading:
        with in_danish(self._account):
            return self._read()

    def look_again(self) -> None:
        """The next reading asks for all rows, and looks for headings in every tab in which there were none."""
        layouts = {gid: place for gid, place in self._places.items() if isinstance(place, Layout)}
        self._places = {gid: replace(layout, bottom=None) for gid, layout in layouts.items()}
        self._others = {}

    def _read(self) -> Reading:
        properties, tabs, unknown = self._tabs()
        places = {tab: place for tab in tabs if (place := self._places.get(tab.gid)) and place.fits(tab)}
        places |= self._look_for_headings([tab for tab in tabs if tab not in places])
        cells = self._cells({tab: places[tab].ranges(tab) for tab in tabs})
        for _ in range(_MOST_MOVES):
            moved = [tab for tab in tabs if not places[tab].stands(tab, cells[tab])]
            if not moved:
                break
            places |= self._look_for_headings(moved)
            cells |= self._cells({tab: places[tab].ranges(tab) for tab in moved})
        else:
            raise SourceError("Nogen flytter om på overskrifterne lige nu.", "Vent, til de er færdige.")
        self._places = {tab.gid: places[tab].after(tab, cells[tab]) for tab in tabs}
        return Reading(
            tuple(self._raw_table(tab, places[tab], cells[tab]) for tab in tabs),
            _notes(properties, spreadsheet_link(self._key)),
            self._looked_at(unknown, is_whole={tab.table.name for tab in tabs}.issuperset(CONTRACT.by_name)),
        )

    def _looked_at(self, unknown: Sequence[Unknown], *, is_whole: bool) -> tuple[Other, ...]:
        """is_whole: every table has its tab, so that none of these can be a table under a new name."""
        new = [tab for tab in unknown if tab not in self._others]
        cells = self._cells({tab: [] if is_whole else [rows_range(tab.title, tab.width, 1, 1)] for tab in new})
        found = {tab: other(CONTRACT, tab.title, [_row(cells[tab], 1)]) for tab in new}
        others = {tab: self._others.get(tab) or found[tab] for tab in unknown}
        self._others = {} if is_whole else others
        return tuple(others.values())

    def _tabs(self) -> tuple[Mapping[str, Any], list[Tab], list[Unknown]]:
        """The spreadsheet's own properties, the tabs of the contract, and all others with cells."""
        answer = self._client.fetch_sheet_metadata(self._key, {"includeGridData": "false", "fields": _PROPERTIES})
        tabs: list[Tab] = []
        unknown: list[Unknown] = []
        for sheet in answer["sheets"]:
            properties = sheet["properties"]
            if properties.get("sheetType", "GRID") != "GRID":
                continue
            title, gid = properties["title"], int(properties.get("sheetId", 0))
            size = properties.get("gridProperties", {})
            width, height = int(size.get("columnCount", _WIDTH)), int(size.get("rowCount", _HEIGHT))
            if table := CONTRACT.titled(title):
                tabs.append(Tab(title, gid, width, height, table))
            else:
                unknown.append(Unknown(title, gid, width))
        return answer.get("properties", {}), tabs, unknown

    def _look_for_headings(self, tabs: Sequence[Tab]) -> dict[Tab, Place]:
        """One row at a time, so that no row below the headings is asked for, and none of a tab that has them."""
        found: dict[Tab, Place] = {}
        seen: dict[Tab, Cells] = {tab: {} for tab in tabs}
        for number in range(1, ROWS_LOOKED_THROUGH + 1):
            missing = [tab for tab in tabs if tab not in found and number <= tab.height]
            answer = self._cells({tab: [rows_range(tab.title, tab.width, number, number)] for tab in missing})
            for tab, cells in answer.items():
                seen[tab] |= cells
                if has_headings(tab.table, headings := _row(cells, number)):
                    found[tab] = Layout(number, headings)
        return {tab: found.get(tab) or self._without(tab, seen[tab]) for tab in tabs}

    def _without(self, tab: Tab, seen: Cells) -> NoHeadings:
        before = self._places.get(tab.gid)
        known = _runs(tab.table, before.headings) if isinstance(before, Layout) else ()
        looked_through = range(1, min(ROWS_LOOKED_THROUGH, tab.height) + 1)
        return NoHeadings(
            tab.width,
            tab.height,
            tuple(number for number in looked_through if _is_open(tab, seen, number)),
            tuple((first, last) for first, last in known if last < tab.width),
        )

    def _cells(self, ranges: Mapping[AnyTab, list[str]]) -> dict[AnyTab, Cells]:
        """One request for all of them; none where there is nothing to ask for."""
        asked = [one for of_a_tab in ranges.values() for one in of_a_tab]
        if not asked:
            return {tab: {} for tab in ranges}
        parameters: ParamsType = {"ranges": asked, "fields": CELLS, "prettyPrint": "false"}
        answer = self._client.fetch_sheet_metadata(self._key, parameters)
        blocks = {sheet["properties"].get("sheetId", 0): sheet.get("data", []) for sheet in answer["sheets"]}
        return {tab: cells_by_row(blocks[tab.gid]) if of_a_tab else {} for tab, of_a_tab in ranges.items()}

    def _raw_table(self, tab: Tab, place: Place, cells: Cells) -> RawTable:
        link = f"{spreadsheet_link(self._key)}?gid={tab.gid}#gid={tab.gid}"
        if isinstance(place, NoHeadings):
            return RawTable(tab.title, (), (), TabPlace(tab.title, (), 0, link))
        width, first = len(place.headings), place.heading_row + 1
        letters = tuple(column_letter(number) for number in range(width))
        rows = range(first, max(cells, default=0) + 1)
        below = tuple(RawRow(number, _row(cells, number, width)) for number in rows)
        return RawTable(tab.title, place.headings, below, TabPlace(tab.title, letters, place.heading_row, link))


def _row(cells: Cells, number: int, width: int | None = None) -> tuple[object, ...]:
    """A row as wide as asked for, else to its last cell that is not blank."""
    row = cells.get(number, {})
    return tuple(row.get(place) for place in range(max(row, default=-1) + 1 if width is None else width))


def _is_open(tab: Tab, cells: Cells, number: int) -> bool:
    """A row of data may hold the word of one heading: an application is decided by »tilsagn«."""
    row = _row(cells, number)
    return not row or headings_known(tab.table, row) > 1


def _columns(tab: Tab, first: int, last: int, first_row: int = 1, last_row: int | None = None) -> str:
    """'A1:C6', or 'A1:C' where no last row is given, to the bottom of the tab."""
    cells = f"{column_letter(first)}{first_row}:{column_letter(last)}{last_row or ''}"
    return absolute_range_name(tab.title, cells)


def _key_place(table: Table, headings: Sequence[object]) -> int | None:
    slugs = table.column(table.key[0]).slugs
    return next((place for place, heading in enumerate(headings) if heading_slug(heading) in slugs), None)


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
