"""Google's answers to calls of Sheets and Drive, apart from how they travel."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from tests.google_sheets import errors
from tests.google_sheets.a1 import written
from tests.google_sheets.batch import apply_requests, make_workbook
from tests.google_sheets.errors import ApiError, invalid, invalid_field
from tests.google_sheets.faults import SHEETS, Request
from tests.google_sheets.masks import (
    BATCH_VALUES_FIELDS,
    SPREADSHEET_FIELDS,
    VALUES_FIELDS,
    check_mask,
    masked,
    read_mask,
)
from tests.google_sheets.metadata import describe
from tests.google_sheets.tokens import DRIVE_FILE, READING, SHARING, WRITING, TokenService
from tests.google_sheets.workbook import DATE_OPTIONS, DIMENSIONS, VALUE_OPTIONS, Workbook

Json = dict[str, Any]

_COMMON = {"fields", "alt", "$alt", "prettyPrint", "key", "quotaUser", "access_token", "$.xgafv"}
_READ_OPTIONS = {"valueRenderOption", "dateTimeRenderOption", "majorDimension"}
_WRITE_OPTIONS = {"includeValuesInResponse", "responseValueRenderOption", "responseDateTimeRenderOption"}
_BOOK = re.compile(r"/v4/spreadsheets/([^/:]+)(.*)")
_PERMISSIONS = re.compile(r"/drive/v3/files/([^/]+)/permissions")
_API = "google.apps.sheets.v4."


class Api:
    """The workbooks of the stand-in, and who may do what with them."""

    def __init__(self, tokens: TokenService, email: str, api_key: str) -> None:
        self.workbooks: dict[str, Workbook] = {}
        self._tokens = tokens
        self._email = email
        self._api_key = api_key

    def answer(self, request: Request, raw_path: str, headers: Mapping[str, str]) -> Json:
        """The answer to a call; raises ApiError where Google refuses."""
        scopes = self._scopes(request, headers)
        if request.host != SHEETS:
            return self._drive(request, raw_path, scopes)
        if raw_path == "/v4/spreadsheets" and request.method == "POST":
            self._allow_writing(scopes, None)
            return self._create(_json(request))
        match = _BOOK.fullmatch(raw_path)
        if not match:
            raise errors.not_found()
        workbook = self._workbook(unquote(match[1]), scopes, writes=request.method != "GET")
        workbook.number_tabs()
        return self._sheets(request, workbook, match[2])

    def _scopes(self, request: Request, headers: Mapping[str, str]) -> frozenset[str] | None:
        """The token's scopes; None where an API key was given instead."""
        kind, _, token = headers.get("Authorization", "").partition(" ")
        if kind.lower() == "bearer":
            if token not in self._tokens.issued:
                raise errors.bad_token()
            return self._tokens.issued[token]
        key = headers.get("x-goog-api-key") or "".join(request.query.get("key", []))
        if not key:
            raise errors.no_credential()
        if key != self._api_key:
            raise errors.bad_api_key()
        return None

    def _allow_writing(self, scopes: frozenset[str] | None, workbook: Workbook | None) -> None:
        if scopes is None:
            raise errors.api_key_cannot_write()
        if not scopes & WRITING and not (DRIVE_FILE in scopes and (workbook is None or workbook.made_here)):
            raise errors.too_narrow_scopes()

    def _workbook(self, key: str, scopes: frozenset[str] | None, *, writes: bool) -> Workbook:
        workbook = self.workbooks.get(key)
        if writes:
            self._allow_writing(scopes, workbook)
        elif scopes is not None and not scopes & (READING | {DRIVE_FILE}):
            raise errors.too_narrow_scopes()
        if workbook is None:
            raise errors.not_found()
        if scopes is not None and not scopes & READING and not workbook.made_here:
            raise errors.not_found()
        mine = "none" if scopes is None else workbook.access
        if (mine == "none" and not workbook.open_to_all) or (writes and mine != "writer"):
            raise errors.no_permission()
        return workbook

    def _create(self, body: Json) -> Json:
        workbook = make_workbook(body)
        self.workbooks[workbook.key] = workbook
        return describe(workbook, [], with_cells=False)

    def _sheets(self, request: Request, workbook: Workbook, rest: str) -> Json:
        match (request.method, rest):
            case "GET", "":
                return _metadata(request, workbook)
            case "GET", "/values:batchGet":
                _known_parameters(request, {"ranges"} | _READ_OPTIONS)
                options = _read_options(request)
                mask = _checked_mask(request, BATCH_VALUES_FIELDS)
                answers = [workbook.read(text, *options) for text in request.query.get("ranges", [])]
                answer = {"spreadsheetId": workbook.key} | ({"valueRanges": answers} if answers else {})
                return dict(masked(answer, mask))
            case "GET", values if values.startswith("/values/"):
                _known_parameters(request, _READ_OPTIONS)
                mask = _checked_mask(request, VALUES_FIELDS)
                return dict(masked(workbook.read(unquote(values[8:]), *_read_options(request)), mask))
            case "POST", ":batchUpdate":
                _known_parameters(request, set())
                replies = apply_requests(workbook, _json(request).get("requests"))
                return {"spreadsheetId": workbook.key, "replies": replies}
            case "POST", "/values:batchUpdate":
                _known_parameters(request, set())
                return _write_all(workbook, _json(request))
            case "POST", values if values.startswith("/values/") and values.endswith(":clear"):
                tab, block = workbook.find(unquote(values[8:-6]))
                for row, column in block.cells():
                    if tab.cell(row, column) is not None:
                        tab.put(row, column, None)
                return {"spreadsheetId": workbook.key, "clearedRange": written(tab.title, block)}
            case "PUT", values if values.startswith("/values/"):
                _known_parameters(request, {"valueInputOption"} | _WRITE_OPTIONS)
                option = "".join(request.query.get("valueInputOption", []))
                return _write(workbook, unquote(values[8:]), _json(request), option)[0]
        raise errors.not_found()

    def _drive(self, request: Request, raw_path: str, scopes: frozenset[str] | None) -> Json:
        match = _PERMISSIONS.fullmatch(raw_path)
        if not match or request.method != "POST":
            raise errors.not_found()
        if scopes is None:
            raise errors.api_key_cannot_write()
        if not scopes & SHARING:
            raise errors.too_narrow_scopes()
        workbook = self.workbooks.get(unquote(match[1]))
        if workbook is None or workbook.access == "none":
            raise ApiError(404, f"File not found: {unquote(match[1])}.")
        if workbook.access != "writer":
            raise errors.no_permission()
        permission = _json(request)
        if permission.get("role") not in {"owner", "organizer", "fileOrganizer", "writer", "commenter", "reader"}:
            raise invalid("The permission role field is required.")
        if permission.get("type") not in {"user", "group", "domain", "anyone"}:
            raise invalid("The permission type field is required.")
        workbook.permissions.append(permission)
        if permission["type"] == "anyone":
            workbook.open_to_all = True
        number = "anyoneWithLink" if permission["type"] == "anyone" else f"{len(workbook.permissions):020d}"
        told = {name: permission[name] for name in ("type", "role")}
        return {"kind": "drive#permission", "id": number} | told


def _metadata(request: Request, workbook: Workbook) -> Json:
    known = {"ranges", "includeGridData", "excludeTablesInBandedRanges"}
    _known_parameters(request, known)
    mask = _checked_mask(request, SPREADSHEET_FIELDS)
    if mask:
        with_cells = "sheets" in mask and (not mask["sheets"] or "data" in mask["sheets"])
    else:
        with_cells = "fields" in request.query or request.query.get("includeGridData") in (["true"], ["True"])
    cells = mask.get("sheets", {}).get("data", {})
    with_sizes = not cells or not cells.keys().isdisjoint({"rowMetadata", "columnMetadata"})
    ranges = request.query.get("ranges", [])
    return dict(masked(describe(workbook, ranges, with_cells=with_cells, with_sizes=with_sizes), mask))


def _checked_mask(request: Request, known: Mapping[str, Any]) -> Any:
    mask = read_mask(",".join(request.query.get("fields", [])))
    check_mask(mask, known)
    return mask


def _known_parameters(request: Request, known: set[str]) -> None:
    for name in request.query:
        if name not in known | _COMMON:
            text = f'Invalid JSON payload received. Unknown name "{name}": Cannot bind query parameter.'
            raise invalid_field("", f"{text} Field '{name}' could not be found in request message.")


def _read_options(request: Request) -> tuple[str, str, str]:
    chosen = []
    for name, proto, kind, known in (
        ("valueRenderOption", "value_render_option", "ValueRenderOption", VALUE_OPTIONS),
        ("dateTimeRenderOption", "date_time_render_option", "DateTimeRenderOption", DATE_OPTIONS),
        ("majorDimension", "major_dimension", "Dimension", DIMENSIONS),
    ):
        value = request.query.get(name, [known[0]])[-1]
        if value not in known:
            raise invalid_field(proto, f"Invalid value at '{proto}' (type.googleapis.com/{_API}{kind}), \"{value}\"")
        chosen.append(value)
    return chosen[0], chosen[1], chosen[2]


def _write(workbook: Workbook, text: str, body: Json, option: str) -> tuple[Json, set[tuple[int, int, int]]]:
    tab, places, done = workbook.write(text, body.get("values"), option, body.get("majorDimension") or "ROWS")
    answer: Json = {"spreadsheetId": workbook.key, "updatedRange": done}
    if places:
        answer["updatedRows"] = len({row for row, _ in places})
        answer["updatedColumns"] = len({column for _, column in places})
        answer["updatedCells"] = len(places)
    return answer, {(tab.sheet_id or 0, row, column) for row, column in places}


def _write_all(workbook: Workbook, body: Json) -> Json:
    option = body.get("valueInputOption", "")
    with workbook.all_or_nothing():
        done = [_write(workbook, each.get("range", ""), each, option) for each in body.get("data", [])]
    cells = set().union(*(places for _, places in done))
    return {
        "spreadsheetId": workbook.key,
        "totalUpdatedRows": len({(sheet, row) for sheet, row, _ in cells}),
        "totalUpdatedColumns": len({(sheet, column) for sheet, _, column in cells}),
        "totalUpdatedCells": sum(len(places) for _, places in done),
        "totalUpdatedSheets": len({sheet for sheet, _, _ in cells}),
        "responses": [answer for answer, _ in done],
    }


def _json(request: Request) -> Json:
    try:
        body = json.loads(request.body or b"{}")
    except ValueError as error:
        raise invalid("Invalid JSON payload received. Unexpected token.") from error
    if not isinstance(body, dict):
        raise invalid("Invalid JSON payload received. Root element must be a message.")
    return body
