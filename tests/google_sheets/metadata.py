"""A workbook as GET spreadsheets/{id} tells it."""

from typing import Any

from tests.google_sheets.a1 import Block
from tests.google_sheets.shown import ERRORS, Formula, Plain, number_format, plain, shown
from tests.google_sheets.workbook import Tab, Workbook

_WHITE = {"red": 1, "green": 1, "blue": 1}
DEFAULT_FORMAT: dict[str, Any] = {
    "backgroundColor": _WHITE,
    "padding": {"top": 2, "right": 3, "bottom": 2, "left": 3},
    "verticalAlignment": "BOTTOM",
    "wrapStrategy": "OVERFLOW_CELL",
    "textFormat": {
        "foregroundColor": {},
        "fontFamily": "arial,sans,sans-serif",
        "fontSize": 10,
        "bold": False,
        "italic": False,
        "strikethrough": False,
        "underline": False,
        "foregroundColorStyle": {"rgbColor": {}},
    },
    "backgroundColorStyle": {"rgbColor": _WHITE},
}
_THEME_COLOURS = {
    "TEXT": (),
    "BACKGROUND": (1, 1, 1),
    "ACCENT1": (0.25882354, 0.52156866, 0.95686275),
    "ACCENT2": (0.91764706, 0.2627451, 0.20784314),
    "ACCENT3": (0.9843137, 0.7372549, 0.015686275),
    "ACCENT4": (0.20392157, 0.65882355, 0.3254902),
    "ACCENT5": (1, 0.42745098, 0.003921569),
    "ACCENT6": (0.27450982, 0.7411765, 0.7764706),
    "LINK": (0.06666667, 0.33333334, 0.8),
}
THEME: dict[str, Any] = {
    "primaryFontFamily": "Arial",
    "themeColors": [
        {"colorType": name, "color": {"rgbColor": dict(zip(("red", "green", "blue"), colour, strict=False))}}
        for name, colour in _THEME_COLOURS.items()
    ],
}


def tab_properties(tab: Tab, index: int) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "sheetId": tab.sheet_id,
        "title": tab.title,
        "index": index,
        "sheetType": tab.sheet_type,
    }
    if tab.sheet_type == "GRID":
        grid = {"rowCount": tab.row_count, "columnCount": tab.column_count}
        if tab.frozen_rows:
            grid["frozenRowCount"] = tab.frozen_rows
        if tab.frozen_columns:
            grid["frozenColumnCount"] = tab.frozen_columns
        properties["gridProperties"] = grid
    if tab.hidden:
        properties["hidden"] = True
    return properties | tab.properties


def workbook_properties(workbook: Workbook) -> dict[str, Any]:
    return {
        "title": workbook.title,
        "locale": workbook.locale,
        "autoRecalc": "ON_CHANGE",
        "timeZone": workbook.time_zone,
        "defaultFormat": DEFAULT_FORMAT,
        "spreadsheetTheme": THEME,
    } | workbook.properties


def describe(workbook: Workbook, ranges: list[str], *, with_cells: bool, with_sizes: bool = True) -> dict[str, Any]:
    """The whole workbook, or of its tabs only those of the ranges; with_sizes: of each row and column too."""
    wanted = [workbook.find(text) for text in ranges]
    sheets = []
    for index, tab in enumerate(workbook.tabs):
        blocks = [block for other, block in wanted if other is tab]
        if ranges and not blocks:
            continue
        sheet: dict[str, Any] = {"properties": tab_properties(tab, index)}
        if with_cells and tab.sheet_type == "GRID":
            whole = Block(0, 0, tab.row_count, tab.column_count)
            sheet["data"] = [_grid(workbook, tab, block, with_sizes=with_sizes) for block in blocks or [whole]]
        if tab.protected_ranges:
            sheet["protectedRanges"] = tab.protected_ranges
        sheets.append(sheet)
    return {
        "spreadsheetId": workbook.key,
        "properties": workbook_properties(workbook),
        "sheets": sheets,
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{workbook.key}/edit",
    }


def _grid(workbook: Workbook, tab: Tab, block: Block, *, with_sizes: bool) -> dict[str, Any]:
    said = [place for kept in (tab.notes, tab.validations, tab.formats) for place in kept]
    bottom = min(block.bottom, max([len(tab.rows), *(row + 1 for row, _ in said)]))
    widths = {row: len(cells) for row, cells in enumerate(tab.rows)}
    for row, column in said:
        widths[row] = max(widths.get(row, 0), column + 1)
    rows = []
    for row in range(block.top, bottom):
        right = min(block.right, widths.get(row, 0))
        cells = [_cell(workbook, tab, row, column) for column in range(block.left, right)]
        while cells and not cells[-1]:
            cells.pop()
        rows.append({"values": cells} if cells else {})
    while rows and not rows[-1]:
        rows.pop()
    grid: dict[str, Any] = {}
    if block.top:
        grid["startRow"] = block.top
    if block.left:
        grid["startColumn"] = block.left
    if rows:
        grid["rowData"] = rows
    if not with_sizes:
        return grid
    heights = range(block.top, block.bottom)
    grid["rowMetadata"] = [{"pixelSize": 21} | tab.row_properties.get(row, {}) for row in heights]
    columns = range(block.left, block.right)
    grid["columnMetadata"] = [{"pixelSize": 100} | tab.column_properties.get(column, {}) for column in columns]
    return grid


def _cell(workbook: Workbook, tab: Tab, row: int, column: int) -> dict[str, Any]:
    cell, place = tab.cell(row, column), (row, column)
    value = plain(cell)
    given = tab.formats.get(place, {})
    form = number_format(cell, given, workbook.locale)
    told: dict[str, Any] = {}
    if value != "" or isinstance(cell, Formula):
        is_formula = isinstance(cell, Formula)
        told["userEnteredValue"] = {"formulaValue": cell.text} if isinstance(cell, Formula) else _typed_value(value)
        told["effectiveValue"] = _typed_value(value, may_be_error=is_formula)
        told["formattedValue"] = shown(value, form, workbook.locale)
    entered = given | ({"numberFormat": form} if form else {})
    if entered:
        told["userEnteredFormat"] = entered
    if told:
        told["effectiveFormat"] = ({"numberFormat": form} if form else {}) | DEFAULT_FORMAT | given
    if place in tab.notes:
        told["note"] = tab.notes[place]
    if place in tab.validations:
        told["dataValidation"] = tab.validations[place]
    return told


def _typed_value(value: Plain, *, may_be_error: bool = False) -> dict[str, Any]:
    if may_be_error and value in ERRORS:
        return {"errorValue": {"type": ERRORS[str(value)], "message": str(value)}}
    if isinstance(value, bool):
        return {"boolValue": value}
    return {"stringValue": value} if isinstance(value, str) else {"numberValue": value}
