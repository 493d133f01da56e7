"""Field masks: sheets(properties(title,sheetId),data) or gridProperties/rowCount."""

import re
from collections.abc import Mapping
from typing import Any

from tests.google_sheets.errors import invalid_field

Mask = dict[str, "Mask"]
"""An empty mask takes everything."""

_ANYTHING: Mapping[str, Any] = {}


def _all(names: str) -> dict[str, Any]:
    return dict.fromkeys(names.split(), _ANYTHING)


SPREADSHEET_FIELDS: Mapping[str, Any] = _all(
    "spreadsheetId spreadsheetUrl namedRanges developerMetadata dataSources dataSourceSchedules"
) | {
    "properties": _all(
        "title locale autoRecalc timeZone defaultFormat iterativeCalculationSettings spreadsheetTheme "
        "importFunctionsExternalUrlAccessAllowed"
    ),
    "sheets": _all(
        "merges conditionalFormats filterViews protectedRanges basicFilter charts bandedRanges "
        "developerMetadata rowGroups columnGroups slicers tables"
    )
    | {
        "properties": _all(
            "sheetId title index sheetType gridProperties hidden tabColor tabColorStyle rightToLeft "
            "dataSourceSheetProperties"
        ),
        "data": _all("startRow startColumn rowData rowMetadata columnMetadata"),
    },
}
_VALUE_RANGE = {"range": _ANYTHING, "majorDimension": _ANYTHING, "values": _ANYTHING}
VALUES_FIELDS: Mapping[str, Any] = _VALUE_RANGE
BATCH_VALUES_FIELDS: Mapping[str, Any] = {"spreadsheetId": _ANYTHING, "valueRanges": _VALUE_RANGE}


def read_mask(text: str) -> Mask:
    """The mask as a tree; '*' takes everything below."""
    tokens = re.findall(r"[^,()./\s]+|[,()./]", text)
    try:
        mask, end = _read(tokens, 0)
    except IndexError:
        raise _bad_mask(text) from None
    if end != len(tokens):
        raise _bad_mask(text)
    return mask


def _read(tokens: list[str], at: int) -> tuple[Mask, int]:
    mask: Mask = {}
    everything = False
    while at < len(tokens) and tokens[at] != ")":
        branch = mask
        while True:
            name, at = tokens[at], at + 1
            everything = everything or (name == "*" and branch is mask)
            if name != "*":
                branch = branch.setdefault(name, {})
            if at < len(tokens) and tokens[at] in "./":
                at += 1
                continue
            break
        if at < len(tokens) and tokens[at] == "(":
            inner, at = _read(tokens, at + 1)
            branch.update(inner)
            at += 1
        if at < len(tokens) and tokens[at] == ",":
            at += 1
    return ({} if everything else mask), at


def check_mask(mask: Mask, known: Mapping[str, Any], path: str = "") -> None:
    """Refuses names that the answer cannot have."""
    for name, below in mask.items():
        here = f"{path}.{name}" if path else name
        if name not in known:
            raise _bad_mask(here)
        if known[name]:
            check_mask(below, known[name], here)


def masked(value: Any, mask: Mask) -> Any:
    """Only what the mask takes of an answer."""
    if not mask:
        return value
    if isinstance(value, list):
        return [masked(item, mask) for item in value]
    if isinstance(value, dict):
        kept = {name: masked(item, mask[name]) for name, item in value.items() if name in mask}
        return {name: item for name, item in kept.items() if item is not None}
    return value


def merged(old: Mapping[str, Any], new: Mapping[str, Any], mask: Mask) -> dict[str, Any]:
    """The old with the fields of the mask taken from the new; a field the new lacks is cleared."""
    if not mask:
        return dict(new)
    result = dict(old)
    for name, below in mask.items():
        if below:
            result[name] = merged(result.get(name) or {}, new.get(name) or {}, below)
        elif name in new:
            result[name] = new[name]
        else:
            result.pop(name, None)
    return result


def _bad_mask(path: str) -> Exception:
    description = f"Error expanding 'fields' parameter. Cannot find matching fields for path '{path}'."
    return invalid_field("fields", description, "Request contains an invalid argument.")
