"""POST spreadsheets/{id}:batchUpdate: the changes the stand-in knows, and the making of a workbook."""

import secrets
from collections.abc import Callable
from typing import Any

from tests.google_sheets.a1 import Area, Block, within
from tests.google_sheets.errors import ApiError, invalid, invalid_field
from tests.google_sheets.masks import Mask, masked, merged, read_mask
from tests.google_sheets.metadata import tab_properties
from tests.google_sheets.shown import Cell, Formula
from tests.google_sheets.workbook import Tab, Workbook

Json = dict[str, Any]

_CELL_FIELDS = {"userEnteredValue", "userEnteredFormat", "note", "dataValidation"}
_SHEET_FIELDS = {"title", "index", "hidden", "gridProperties", "tabColor", "tabColorStyle", "rightToLeft"}
_GRID_FIELDS = {"rowCount", "columnCount", "frozenRowCount", "frozenColumnCount", "hideGridlines"}
_WORKBOOK_FIELDS = {"title", "locale", "timeZone", "autoRecalc", "defaultFormat", "iterativeCalculationSettings"}


def apply_requests(workbook: Workbook, requests: Any) -> list[Json]:
    """Makes every change, in order; the replies. If one cannot be made, none is."""
    if not isinstance(requests, list) or not requests:
        raise invalid("Must specify at least one request.")
    replies = []
    with workbook.all_or_nothing():
        for at, request in enumerate(requests):
            kinds = list(request) if isinstance(request, dict) else []
            if len(kinds) != 1:
                raise invalid(f"Invalid requests[{at}]: No request set.")
            kind = kinds[0]
            if kind not in _CHANGES:
                where = f"requests[{at}]"
                raise invalid_field(
                    where, f"Invalid JSON payload received. Unknown name \"{kind}\" at '{where}': Cannot find field."
                )
            try:
                replies.append(_CHANGES[kind](workbook, request[kind]))
            except ApiError as error:
                raise invalid(f"Invalid requests[{at}].{kind}: {error}") from error
    return replies


def make_workbook(body: Json) -> Workbook:
    """POST spreadsheets: a new workbook, with a tab Sheet1 if none is named."""
    properties = body.get("properties", {})
    workbook = Workbook(
        key="1" + secrets.token_urlsafe(33)[:43],
        title=properties.get("title", "Untitled spreadsheet"),
        locale=properties.get("locale", "en_US"),
        time_zone=properties.get("timeZone", "Etc/GMT"),
        made_here=True,
    )
    for sheet in body.get("sheets", [{"properties": {"title": "Sheet1"}}]):
        given = sheet.get("properties", {})
        _add_sheet(workbook, {"properties": {"title": f"Sheet{len(workbook.tabs) + 1}"} | given})
        tab = workbook.tabs[-1]
        if "sheetId" not in given and len(workbook.tabs) == 1:
            tab.sheet_id = 0
        for data in sheet.get("data", []):
            top, left = data.get("startRow", 0), data.get("startColumn", 0)
            for row, line in enumerate(data.get("rowData", []), top):
                for column, cell in enumerate(line.get("values", []), left):
                    _set_cell(tab, row, column, cell, {})
        for protected in sheet.get("protectedRanges", []):
            protected = {"range": {"sheetId": tab.sheet_id}} | protected
            _add_protected_range(workbook, {"protectedRange": protected})
    return workbook


def _tab(workbook: Workbook, sheet_id: int) -> Tab:
    for tab in workbook.tabs:
        if tab.sheet_id == sheet_id:
            return tab
    raise invalid(f"No grid with id: {sheet_id}")


def _block(workbook: Workbook, grid_range: Json) -> tuple[Tab, Block]:
    tab = _tab(workbook, grid_range.get("sheetId", 0))
    area = Area(
        grid_range.get("startRowIndex", 0),
        grid_range.get("startColumnIndex", 0),
        grid_range.get("endRowIndex"),
        grid_range.get("endColumnIndex"),
    )
    return tab, within(area, tab.title, tab.row_count, tab.column_count, whole=True)


def _mask(args: Json, allowed: set[str]) -> Mask:
    if not args.get("fields"):
        raise invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
    mask = read_mask(args["fields"])
    if unknown := sorted(set(mask) - allowed):
        raise invalid(f"Invalid field: {unknown[0]}")
    return mask


def _free_title(workbook: Workbook, title: str, but: Tab | None = None) -> str:
    if any(tab is not but and tab.title.casefold() == title.casefold() for tab in workbook.tabs):
        raise invalid(f'A sheet with the name "{title}" already exists. Please enter another name.')
    return title


def _add_sheet(workbook: Workbook, args: Json) -> Json:
    properties = args.get("properties", {})
    grid = properties.get("gridProperties", {})
    sheet_id = properties.get("sheetId", workbook.free_number())
    if any(tab.sheet_id == sheet_id for tab in workbook.tabs):
        raise invalid(f"Sheet with id {sheet_id} already exists.")
    tab = Tab(
        _free_title(workbook, properties.get("title") or f"Sheet{len(workbook.tabs) + 1}"),
        sheet_id=sheet_id,
        hidden=properties.get("hidden", False),
        row_count=grid.get("rowCount", 1000),
        column_count=grid.get("columnCount", 26),
        frozen_rows=grid.get("frozenRowCount", 0),
        frozen_columns=grid.get("frozenColumnCount", 0),
        properties={name: properties[name] for name in ("tabColor", "tabColorStyle") if name in properties},
    )
    index = properties.get("index", len(workbook.tabs))
    workbook.tabs.insert(index, tab)
    return {"addSheet": {"properties": tab_properties(tab, index)}}


def _delete_sheet(workbook: Workbook, args: Json) -> Json:
    tab = _tab(workbook, args.get("sheetId", 0))
    if len(workbook.tabs) == 1:
        raise invalid("You can't remove all the sheets in a document.")
    workbook.tabs.remove(tab)
    return {}


def _update_cells(workbook: Workbook, args: Json) -> Json:
    mask = _mask(args, _CELL_FIELDS)
    lines = [line.get("values", []) for line in args.get("rows", [])]
    if "range" in args:
        tab, block = _block(workbook, args["range"])
        for row, column in block.cells():
            line = lines[row - block.top] if row - block.top < len(lines) else []
            data = line[column - block.left] if column - block.left < len(line) else {}
            _set_cell(tab, row, column, data, mask)
        return {}
    start = args.get("start", {})
    tab = _tab(workbook, start.get("sheetId", 0))
    for row, line in enumerate(lines, start.get("rowIndex", 0)):
        if row >= tab.row_count:
            raise invalid(f"GridCoordinate.rowIndex[{row}] is after last row in grid[{tab.row_count - 1}]")
        for column, data in enumerate(line, start.get("columnIndex", 0)):
            if column >= tab.column_count:
                last = tab.column_count - 1
                raise invalid(f"GridCoordinate.columnIndex[{column}] is after last column in grid[{last}]")
            _set_cell(tab, row, column, data, mask)
    return {}


def _repeat_cell(workbook: Workbook, args: Json) -> Json:
    mask = _mask(args, _CELL_FIELDS)
    tab, block = _block(workbook, args.get("range", {}))
    for row, column in block.cells():
        _set_cell(tab, row, column, args.get("cell", {}), mask)
    return {}


def _set_cell(tab: Tab, row: int, column: int, data: Json, mask: Mask) -> None:
    """Sets what the mask names; an empty mask sets all."""
    place = (row, column)
    named = set(mask) or _CELL_FIELDS
    if "userEnteredValue" in named:
        cell = _entered(data.get("userEnteredValue", {}))
        if cell is not None or tab.cell(row, column) is not None:
            tab.put(row, column, cell)
    if "note" in named:
        _keep(tab.notes, place, data.get("note"))
    if "dataValidation" in named:
        _keep(tab.validations, place, data.get("dataValidation"))
    if "userEnteredFormat" in named:
        below = mask.get("userEnteredFormat", {})
        _keep(tab.formats, place, merged(tab.formats.get(place, {}), data.get("userEnteredFormat", {}), below))


def _keep(kept: dict[tuple[int, int], Any], place: tuple[int, int], value: Any) -> None:
    if value:
        kept[place] = value
    else:
        kept.pop(place, None)


def _entered(value: Json) -> Cell:
    if "formulaValue" in value:
        return Formula(value["formulaValue"], 0)
    for name, kind in (("stringValue", str), ("numberValue", (int, float)), ("boolValue", bool)):
        if name in value:
            entered: Cell = value[name]
            if not isinstance(entered, kind) or (name == "numberValue" and isinstance(entered, bool)):
                raise invalid(f"Invalid value at 'user_entered_value.{name}'")
            return entered
    if value:
        raise invalid(f"Unknown name \"{next(iter(value))}\" at 'user_entered_value': Cannot find field.")
    return None


def _set_data_validation(workbook: Workbook, args: Json) -> Json:
    tab, block = _block(workbook, args.get("range", {}))
    rule = args.get("rule")
    if rule is not None and not rule.get("condition", {}).get("type"):
        raise invalid("No condition set on the data validation rule.")
    for place in block.cells():
        _keep(tab.validations, place, rule)
    return {}


def _add_protected_range(workbook: Workbook, args: Json) -> Json:
    protected = dict(args.get("protectedRange", {}))
    tab, _ = _block(workbook, protected.get("range", {}))
    used = [other["protectedRangeId"] for each in workbook.tabs for other in each.protected_ranges]
    protected.setdefault("protectedRangeId", max([100000, *used]) + 1)
    if protected["protectedRangeId"] in used:
        raise invalid(f"Protected range with id {protected['protectedRangeId']} already exists.")
    tab.protected_ranges.append(protected)
    return {"addProtectedRange": {"protectedRange": protected}}


def _update_sheet_properties(workbook: Workbook, args: Json) -> Json:
    properties = args.get("properties", {})
    tab = _tab(workbook, properties.get("sheetId", 0))
    mask = _mask(args, _SHEET_FIELDS)
    new = masked(properties, mask)
    named = set(mask) or set(new)
    if "title" in named:
        tab.title = _free_title(workbook, new["title"], but=tab)
    if "hidden" in named:
        tab.hidden = new.get("hidden", False)
        if all(each.hidden for each in workbook.tabs):
            raise invalid("You can't hide all the sheets in a document.")
    if "index" in named:
        workbook.tabs.remove(tab)
        workbook.tabs.insert(new.get("index", 0), tab)
    if "gridProperties" in named:
        grid = new.get("gridProperties", {})
        below = set(mask.get("gridProperties", {})) or set(grid)
        if unknown := sorted(below - _GRID_FIELDS):
            raise invalid(f"Invalid field: gridProperties.{unknown[0]}")
        tab.resize(
            grid.get("rowCount", tab.row_count) if "rowCount" in below else tab.row_count,
            grid.get("columnCount", tab.column_count) if "columnCount" in below else tab.column_count,
        )
        if "frozenRowCount" in below:
            tab.frozen_rows = grid.get("frozenRowCount", 0)
        if "frozenColumnCount" in below:
            tab.frozen_columns = grid.get("frozenColumnCount", 0)
    for name in named & {"tabColor", "tabColorStyle", "rightToLeft"}:
        tab.properties[name] = new.get(name)
    return {}


def _update_spreadsheet_properties(workbook: Workbook, args: Json) -> Json:
    mask = _mask(args, _WORKBOOK_FIELDS)
    new = masked(args.get("properties", {}), mask)
    for name in set(mask) or set(new):
        if name == "title":
            workbook.title = new[name]
        elif name == "locale":
            workbook.locale = new[name]
        elif name == "timeZone":
            workbook.time_zone = new[name]
        else:
            workbook.properties[name] = new[name]
    return {}


def _append_dimension(workbook: Workbook, args: Json) -> Json:
    tab = _tab(workbook, args.get("sheetId", 0))
    length = args.get("length", 0)
    if length < 1:
        raise invalid("length must be greater than 0.")
    if _dimension(args) == "ROWS":
        tab.row_count += length
    else:
        tab.column_count += length
    return {}


def _auto_resize_dimensions(workbook: Workbook, args: Json) -> Json:
    dimensions = args.get("dimensions", {})
    _dimension(dimensions)
    _tab(workbook, dimensions.get("sheetId", 0)).auto_resized.append(dimensions)
    return {}


def _update_dimension_properties(workbook: Workbook, args: Json) -> Json:
    where = args.get("range", {})
    tab = _tab(workbook, where.get("sheetId", 0))
    by_rows = _dimension(where) == "ROWS"
    mask = _mask(args, {"pixelSize", "hiddenByUser"})
    count, kept = (tab.row_count, tab.row_properties) if by_rows else (tab.column_count, tab.column_properties)
    end = where.get("endIndex", count)
    if end > count:
        raise invalid(f"Cannot update dimensions beyond the grid: {end} is more than {count}.")
    for at in range(where.get("startIndex", 0), end):
        kept[at] = merged(kept.get(at, {}), args.get("properties", {}), mask)
    return {}


def _dimension(args: Json) -> str:
    if args.get("dimension") not in {"ROWS", "COLUMNS"}:
        raise invalid("No dimension specified.")
    return str(args["dimension"])


_CHANGES: dict[str, Callable[[Workbook, Json], Json]] = {
    "addSheet": _add_sheet,
    "deleteSheet": _delete_sheet,
    "updateCells": _update_cells,
    "repeatCell": _repeat_cell,
    "setDataValidation": _set_data_validation,
    "addProtectedRange": _add_protected_range,
    "updateSheetProperties": _update_sheet_properties,
    "updateSpreadsheetProperties": _update_spreadsheet_properties,
    "appendDimension": _append_dimension,
    "autoResizeDimensions": _auto_resize_dimensions,
    "updateDimensionProperties": _update_dimension_properties,
}
