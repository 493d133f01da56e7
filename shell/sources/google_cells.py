"""Cells as spreadsheets.get tells them: the value a cell has, and the format that says what a number is."""

from collections.abc import Iterable, Mapping
from typing import Any

from shell.sources import stored

CELLS = (
    "sheets(properties(sheetId),data(startRow,startColumn,"
    "rowData(values(effectiveValue,effectiveFormat(numberFormat(type))))))"
)
"""The field mask of an answer that cells_by_row reads: no texts as shown, no colours, no notes."""

_ERRORS = {
    "NULL_VALUE": "#NULL!",
    "DIVIDE_BY_ZERO": "#DIV/0!",
    "VALUE": "#VALUE!",
    "REF": "#REF!",
    "NAME": "#NAME?",
    "NUM": "#NUM!",
    "N_A": "#N/A",
    "LOADING": "Loading...",
}

Cells = dict[int, dict[int, object]]
"""Row number from 1 -> column from 0 -> value. Blank cells are left out: Google sends those that have a format."""


def cells_by_row(blocks: Iterable[Mapping[str, Any]]) -> Cells:
    """blocks: the GridData of one tab, one for each range that was asked for."""
    found: Cells = {}
    for block in blocks:
        top, left = block.get("startRow", 0), block.get("startColumn", 0)
        for number, row in enumerate(block.get("rowData", ()), start=top + 1):
            for place, cell in enumerate(row.get("values", ()), start=left):
                if (value := cell_value(cell)) is not None:
                    found.setdefault(number, {})[place] = value
    return found


def cell_value(cell: Mapping[str, Any]) -> object:
    """A CellData as what people see in it; None where that is nothing."""
    value = cell.get("effectiveValue", {})
    if "numberValue" in value:
        return _as_formatted(
            value["numberValue"], cell.get("effectiveFormat", {}).get("numberFormat", {}).get("type", "")
        )
    if "boolValue" in value:
        return value["boolValue"]
    if "errorValue" in value:
        return _ERRORS.get(value["errorValue"].get("type", ""), "#ERROR!")
    return value.get("stringValue") or None


def _as_formatted(number: float, kind: str) -> object:
    """kind: a NumberFormatType; what is no share, day or time is the number itself."""
    match kind:
        case "PERCENT":
            return stored.percent(number)
        case "DATE" | "DATE_TIME":
            return stored.day(number)
        case "TIME":
            return stored.clock(number)
    return number
