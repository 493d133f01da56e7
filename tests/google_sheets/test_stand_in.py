"""The stand-in is what Google is: real gspread talks to it, and it says what Google was recorded to say."""

import functools
import json
import ssl
import tomllib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import gspread
import pytest
import requests
from google.auth.exceptions import RefreshError, TransportError
from google.oauth2.service_account import Credentials

from tests.google_sheets import faults
from tests.google_sheets.certificates import make_certificates, session_certificates
from tests.google_sheets.faults import Request
from tests.google_sheets.recordings import NAMES, Interaction, Replay, load
from tests.google_sheets.server import API_KEY, GoogleStandIn
from tests.google_sheets.service_account import make_service_account, secrets_toml, service_account
from tests.google_sheets.shown import Cell, Formula
from tests.google_sheets.workbook import Tab, Workbook

BASE = "https://sheets.googleapis.com/v4/spreadsheets/"
READ_ONLY = ["https://www.googleapis.com/auth/spreadsheets.readonly"]


def puljen() -> Workbook:
    rows: list[list[Cell]] = [
        ["Afdeling", "Navn", "Beløb", "Dato", "Ja"],
        [1, "Åparken", Decimal("1234.50"), date(2024, 6, 15), True],
        [],
        [2, None, Decimal("7.00"), "", False, ""],
        ["", None],
    ]
    return Workbook(
        "puljen", "Puljen", tabs=[Tab("Ansøgninger", rows), Tab("It's", [["x", Formula("=1/0", "#DIV/0!")]])]
    )


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[GoogleStandIn]:
    with GoogleStandIn([puljen()]) as stand_in:
        stand_in.use(monkeypatch)
        yield stand_in


@functools.cache
def account() -> Credentials:
    return Credentials.from_service_account_info(service_account())


def client(scopes: list[str] | None = None) -> gspread.Client:
    return gspread.authorize(account().with_scopes(scopes or gspread.auth.DEFAULT_SCOPES))


def refusal(book: gspread.Spreadsheet, *changes: dict[str, Any]) -> str:
    with pytest.raises(gspread.exceptions.APIError) as caught:
        book.batch_update({"requests": list(changes)})
    assert caught.value.code == 400
    return str(caught.value.error["message"])


# As Google was recorded


def as_recorded(name: str) -> Workbook:
    """A workbook with the key and title of a recording, as it was before anything was written."""
    opened = next(each for each in load(name) if each.status == 200 and each.method == "GET").json
    results: dict[str, str | int | float | bool] = {"=4/2": 2, "=3/2": 1.5}
    return Workbook(
        opened["spreadsheetId"],
        opened["properties"]["title"],
        "en_US",
        [Tab("Sheet1")],
        opened["properties"]["timeZone"],
        results=results,
    )


def ask(session: requests.Session, each: Interaction) -> requests.Response:
    return session.request(each.method, "https://sheets.googleapis.com" + each.target, json=each.sent)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_calls_get_the_answers_that_google_gave(google: GoogleStandIn, name: str) -> None:
    google.add(as_recorded(name))
    private = [each.request.path.split("/")[3] for each in load(name) if each.status == 403]
    for key in private:
        google.add(Workbook(key, "Hemmelig", access="none"))
    numbers: dict[int, int] = {}
    session = client().http_client.session
    for each in load(name):
        if each.sent and "deleteSheet" in str(each.sent):
            [(theirs, ours)] = numbers.items()
            sent = json.loads(json.dumps(each.sent).replace(str(theirs), str(ours)))
            each = Interaction(each.method, each.target, each.status, each.body, each.content_type, sent)
        answer = ask(session, each)
        assert (answer.status_code, answer.headers["Content-Type"]) == (each.status, each.content_type)
        text = answer.text
        if "addSheet" in each.body:
            theirs, ours = (
                told["replies"][0]["addSheet"]["properties"]["sheetId"] for told in (each.json, answer.json())
            )
            numbers[theirs] = ours
            text = text.replace(str(ours), str(theirs))
        assert text == each.body


@pytest.mark.parametrize("name", NAMES)
def test_a_recording_can_be_replayed(google: GoogleStandIn, name: str) -> None:
    google.replay = Replay(load(name))
    session = client().http_client.session
    for each in load(name):
        answer = ask(session, each)
        assert (answer.status_code, answer.text) == (each.status, each.body)
    assert session.get(BASE + "other").status_code == 501


# How it is reached


def test_the_certificates_hold_under_strict_checks(tmp_path: Path) -> None:
    made = make_certificates(tmp_path)
    context = ssl.create_default_context(cafile=str(made.authority))
    context.verify_flags |= ssl.VERIFY_X509_STRICT | ssl.VERIFY_X509_PARTIAL_CHAIN
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(made.server, made.key)
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    ours = context.wrap_bio(to_client, to_server, server_hostname="sheets.googleapis.com")
    theirs = server.wrap_bio(to_server, to_client, server_side=True)
    for _ in range(4):
        for side in (ours, theirs):
            try:
                side.do_handshake()
            except ssl.SSLWantReadError:
                continue
    assert ours.getpeercert()


def test_a_client_that_does_not_trust_the_authority_gets_nothing(
    google: GoogleStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    with pytest.raises(requests.exceptions.SSLError):
        requests.get(BASE + "puljen", timeout=60)
    assert google.requests == []
    assert session_certificates() is google.certificates


def test_other_hosts_are_refused(google: GoogleStandIn) -> None:
    with pytest.raises(requests.exceptions.ProxyError):
        requests.get("https://example.org/", timeout=60)
    assert google.connects == ["example.org"]


def test_the_settings_file_holds_the_account() -> None:
    section = tomllib.loads(secrets_toml("puljen"))["connections"]["gsheets"]
    assert section == {"spreadsheet": "puljen"} | service_account()


# Who may do what


def test_one_token_and_one_connection_serve_many_calls(google: GoogleStandIn) -> None:
    book = gspread.service_account_from_dict(service_account()).open_by_key("puljen")
    assert book.title == "Puljen"
    assert [tab.title for tab in book.worksheets()] == ["Ansøgninger", "It's"]
    assert len(google.token_requests) == 1
    assert google.connects == ["oauth2.googleapis.com", "sheets.googleapis.com"]
    assert google.asked("GET")[0] == Request(
        "sheets.googleapis.com", "GET", "/v4/spreadsheets/puljen", {"includeGridData": ["false"]}
    )


def test_another_key_gets_no_token(google: GoogleStandIn) -> None:
    stranger = gspread.service_account_from_dict(make_service_account())
    with pytest.raises(RefreshError, match="Invalid JWT Signature"):
        stranger.open_by_key("puljen")


def test_without_a_token_or_with_another_nothing_is_told(google: GoogleStandIn) -> None:
    for headers in ({}, {"Authorization": "Bearer ya29.other"}):
        answer = requests.get(BASE + "puljen", headers=headers, timeout=60)
        assert (answer.status_code, answer.json()["error"]["status"]) == (401, "UNAUTHENTICATED")


def test_an_api_key_reads_only_what_is_open_to_all(google: GoogleStandIn) -> None:
    assert requests.get(BASE + "puljen", params={"key": API_KEY}, timeout=60).status_code == 403
    google.workbooks["puljen"].open_to_all = True
    assert requests.get(BASE + "puljen", headers={"x-goog-api-key": API_KEY}, timeout=60).status_code == 200
    assert requests.get(BASE + "puljen", params={"key": "other"}, timeout=60).status_code == 400
    written = requests.put(f"{BASE}puljen/values/A1", params={"key": API_KEY}, json={"values": [["x"]]}, timeout=60)
    assert written.status_code == 401


def test_an_unknown_key_and_a_private_workbook(google: GoogleStandIn) -> None:
    with pytest.raises(gspread.SpreadsheetNotFound):
        client().open_by_key("other")
    google.workbooks["puljen"].access = "none"
    with pytest.raises(PermissionError):
        client().open_by_key("puljen")


def test_a_token_that_may_only_read_cannot_write(google: GoogleStandIn) -> None:
    tab = client(READ_ONLY).open_by_key("puljen").sheet1
    with pytest.raises(gspread.exceptions.APIError, match="insufficient authentication scopes") as caught:
        tab.update_acell("A1", "x")
    assert (caught.value.code, caught.value.error["status"]) == (403, "PERMISSION_DENIED")
    assert google.workbooks["puljen"].tabs[0].rows[0][0] == "Afdeling"


# What is read


def test_cells_are_read_as_they_are_and_as_they_are_shown(google: GoogleStandIn) -> None:
    book = client().open_by_key("puljen")
    params: dict[str, Any] = {"valueRenderOption": "UNFORMATTED_VALUE", "dateTimeRenderOption": "SERIAL_NUMBER"}
    told = book.values_batch_get(["'Ansøgninger'!A:F", "'It''s'!A1:B1", "'Ansøgninger'!D2"], params)
    assert told["valueRanges"] == [
        {
            "range": "'Ansøgninger'!A1:F1000",
            "majorDimension": "ROWS",
            "values": [
                ["Afdeling", "Navn", "Beløb", "Dato", "Ja"],
                [1, "Åparken", 1234.5, 45458, True],
                [],
                [2, "", 7, "", False],
            ],
        },
        {"range": "'It''s'!A1:B1", "majorDimension": "ROWS", "values": [["x", "#DIV/0!"]]},
        {"range": "'Ansøgninger'!D2", "majorDimension": "ROWS", "values": [[45458]]},
    ]
    assert book.values_get("'Ansøgninger'!A2:E2")["values"] == [["1", "Åparken", "1234,5", "15-06-2024", "SAND"]]
    columns = book.values_get("'Ansøgninger'!A1:B4", {"majorDimension": "COLUMNS"})["values"]
    assert columns == [["Afdeling", "1", "", "2"], ["Navn", "Åparken"]]


@pytest.mark.parametrize(
    ("asked", "answered", "values"),
    [
        ("It's", "'It''s'!A1:Z1000", [["x", "#DIV/0!"]]),
        ("'It''s'", "'It''s'!A1:Z1000", [["x", "#DIV/0!"]]),
        ("'It''s'!1:1", "'It''s'!A1:Z1", [["x", "#DIV/0!"]]),
        ("'It''s'!A1:Z1", "'It''s'!A1:Z1", [["x", "#DIV/0!"]]),
        ("Ansøgninger!A3:A", "'Ansøgninger'!A3:A1000", [[], ["2"]]),
        ("'Ansøgninger'!$B$2:A1", "'Ansøgninger'!A1:B2", [["Afdeling", "Navn"], ["1", "Åparken"]]),
        ("A1:ZZ5000", "'Ansøgninger'!A1:Z1000", None),
        ("'It''s'!C3:C", "'It''s'!C3:C1000", []),
    ],
)
def test_ranges(google: GoogleStandIn, asked: str, answered: str, values: list[list[str]] | None) -> None:
    told = client().open_by_key("puljen").values_get(asked)
    assert told["range"] == answered
    if values is not None:
        assert told.get("values", []) == values
        assert ("values" in told) is bool(values)


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("X!A:A", "Unable to parse range: X!A:A"),
        ("Findes ikke", "Unable to parse range: Findes ikke"),
        ("'Ansøgninger'!A:2", "Unable to parse range: 'Ansøgninger'!A:2"),
        ("'Ansøgninger'!", "Unable to parse range: 'Ansøgninger'!"),
        ("'It''s'!A1001", "Range ('It''s'!A1001:A1001) exceeds grid limits. Max rows: 1000, max columns: 26"),
        ("'It''s'!AA1:AB2", "Range ('It''s'!AA1:AB2) exceeds grid limits. Max rows: 1000, max columns: 26"),
    ],
)
def test_ranges_that_are_none(google: GoogleStandIn, asked: str, message: str) -> None:
    book = client().open_by_key("puljen")
    with pytest.raises(gspread.exceptions.APIError) as caught:
        book.values_batch_get([asked])
    assert caught.value.error == {"code": 400, "message": message, "status": "INVALID_ARGUMENT"}


def test_cells_come_with_the_workbook_only_if_asked_for(google: GoogleStandIn) -> None:
    http = client().http_client
    google.workbooks["puljen"].tabs[1].notes[0, 1] = "Hvorfor?"
    assert "data" not in http.fetch_sheet_metadata("puljen")["sheets"][0]
    [sheet] = http.spreadsheets_get("puljen", {"includeGridData": "true", "ranges": "'It''s'!B1:B5"})["sheets"]
    assert sheet["data"][0]["startColumn"] == 1
    [cell] = sheet["data"][0]["rowData"][0]["values"]
    assert cell["userEnteredValue"] == {"formulaValue": "=1/0"}
    assert cell["effectiveValue"]["errorValue"]["type"] == "DIVIDE_BY_ZERO"
    assert cell["note"] == "Hvorfor?"
    masked = http.spreadsheets_get("puljen", {"fields": "sheets(properties(title,hidden),data.rowData.values.note)"})
    assert masked["sheets"][1] == {
        "properties": {"title": "It's"},
        "data": [{"rowData": [{"values": [{}, {"note": "Hvorfor?"}]}]}],
    }
    with pytest.raises(gspread.exceptions.APIError):
        http.spreadsheets_get("puljen", {"fields": "sheets.propertis"})
    with pytest.raises(gspread.exceptions.APIError, match="Cannot bind query parameter"):
        http.spreadsheets_get("puljen", {"range": "A1"})


def test_what_was_never_asked_for_was_never_served(google: GoogleStandIn) -> None:
    google.workbooks["puljen"].tabs[0].rows[1][1] = "hemmeligt navn"
    book = client().open_by_key("puljen")
    book.values_get("'Ansøgninger'!A1:A4")
    assert "hemmeligt" not in google.served_text
    book.values_get("'Ansøgninger'!A1:B4")
    assert "hemmeligt" in google.served_text


# What is written


def test_a_workbook_is_made_filled_and_shared(google: GoogleStandIn) -> None:
    session = client().http_client.session
    body: Any = {"properties": {"title": "Ny", "locale": "da_DK"}, "sheets": [{"properties": {"title": "Puljer"}}]}
    made = session.post(BASE.rstrip("/"), json=body).json()
    key = made["spreadsheetId"]
    assert made["sheets"][0]["properties"]["title"] == "Puljer"
    book = client().open_by_key(key)
    book.share("bestyrelse@eksempel.dk", perm_type="user", role="reader", notify=False)
    book.sheet1.update([["Pulje", "Fra"], ["P", "2024-01-01"], ["Q", "1.234,5"]], "A1", raw=False)
    workbook = google.workbooks[key]
    assert workbook.permissions[0]["emailAddress"] == "bestyrelse@eksempel.dk"
    assert workbook.tab("Puljer").value(1, 1) == 45292
    assert workbook.tab("Puljer").value(2, 1) == 1234.5
    assert workbook.tab("Puljer").number_format(1, 1)["type"] == "DATE"
    with pytest.raises(gspread.exceptions.APIError, match="exceeds grid limits"):
        book.sheet1.update([["x"]], "A1001")


def test_changes_have_their_effect(google: GoogleStandIn) -> None:
    book = client().open_by_key("puljen")
    rule = {"condition": {"type": "ONE_OF_LIST", "values": [{"userEnteredValue": "Ja"}]}, "strict": True}
    money = {"numberFormat": {"type": "NUMBER", "pattern": "#,##0.00"}}
    column = {"sheetId": 7, "startRowIndex": 1, "startColumnIndex": 1, "endColumnIndex": 2}
    cells = [
        {"userEnteredValue": {"stringValue": "A"}, "note": "Nøglen"},
        {"userEnteredValue": {"numberValue": 1234.5}},
    ]
    told = book.batch_update(
        {
            "requests": [
                {"addSheet": {"properties": {"sheetId": 7, "title": "Ny", "gridProperties": {"rowCount": 5}}}},
                {
                    "updateCells": {
                        "start": {"sheetId": 7, "rowIndex": 1},
                        "rows": [{"values": cells}],
                        "fields": "userEnteredValue,note",
                    }
                },
                {"repeatCell": {"range": column, "cell": {"userEnteredFormat": money}, "fields": "userEnteredFormat"}},
                {"setDataValidation": {"range": column, "rule": rule}},
                {"addProtectedRange": {"protectedRange": {"range": {"sheetId": 7}, "warningOnly": True}}},
                {
                    "updateSheetProperties": {
                        "properties": {"sheetId": 7, "gridProperties": {"frozenRowCount": 1}, "hidden": True},
                        "fields": "gridProperties.frozenRowCount,hidden",
                    }
                },
                {"updateSpreadsheetProperties": {"properties": {"title": "Omdøbt"}, "fields": "title"}},
                {"appendDimension": {"sheetId": 7, "dimension": "ROWS", "length": 3}},
                {"autoResizeDimensions": {"dimensions": {"sheetId": 7, "dimension": "COLUMNS"}}},
                {
                    "updateDimensionProperties": {
                        "range": {"sheetId": 7, "dimension": "COLUMNS", "startIndex": 0, "endIndex": 1},
                        "properties": {"pixelSize": 250},
                        "fields": "pixelSize",
                    }
                },
            ]
        }
    )
    tab = google.workbooks["puljen"].tab("Ny")
    assert len(told["replies"]) == 10
    assert (tab.value(1, 0), tab.notes, tab.value(1, 1)) == ("A", {(1, 0): "Nøglen"}, 1234.5)
    assert tab.number_format(4, 1) == money["numberFormat"]
    assert tab.validations == {(row, 1): rule for row in range(1, 5)}
    assert (tab.frozen_rows, tab.hidden, tab.row_count) == (1, True, 8)
    assert tab.protected_ranges[0]["warningOnly"] is True
    assert tab.column_properties == {0: {"pixelSize": 250}}
    assert len(tab.auto_resized) == 1
    assert book.values_get("Ny!B2")["values"] == [["1.234,50"]]
    assert book.fetch_sheet_metadata()["properties"]["title"] == "Omdøbt"


def test_a_change_that_cannot_be_made_undoes_those_before_it(google: GoogleStandIn) -> None:
    book = client().open_by_key("puljen")
    tab = google.workbooks["puljen"].tabs[0]
    add = {"addSheet": {"properties": {"title": "Ny"}}}
    assert refusal(book, add, add) == (
        'Invalid requests[1].addSheet: A sheet with the name "Ny" already exists. Please enter another name.'
    )
    rename = {"updateSheetProperties": {"properties": {"sheetId": 0, "title": "Z"}, "fields": "title"}}
    assert "Unknown name" in refusal(book, rename, {"fly": {}})
    outside = {"start": {"sheetId": 0, "rowIndex": 1000}, "rows": [{"values": [{}]}], "fields": "*"}
    assert "after last row in grid[999]" in refusal(book, {"updateCells": outside})
    assert "At least one field" in refusal(book, {"updateCells": outside | {"fields": ""}})
    assert google.workbooks["puljen"].tabs[0] is tab
    assert [each.title for each in google.workbooks["puljen"].tabs] == ["Ansøgninger", "It's"]


# What can go wrong


@pytest.mark.parametrize(
    ("fault", "code", "status"),
    [
        (faults.too_many_requests(), 429, "RESOURCE_EXHAUSTED"),
        (faults.NO_PERMISSION, 403, "PERMISSION_DENIED"),
        (faults.SERVICE_DISABLED, 403, "PERMISSION_DENIED"),
        (faults.NOT_FOUND, 404, "NOT_FOUND"),
        (faults.INTERNAL_ERROR, 500, "INTERNAL"),
        (faults.UNAVAILABLE, 503, "UNAVAILABLE"),
        (faults.NOT_A_SHEET, 400, "FAILED_PRECONDITION"),
    ],
)
def test_errors_of_google(google: GoogleStandIn, fault: faults.Fault, code: int, status: str) -> None:
    book = client().open_by_key("puljen")
    google.fault = faults.on_values(fault)
    with pytest.raises(gspread.exceptions.APIError) as caught:
        book.values_batch_get(["A1"])
    assert (caught.value.code, caught.value.error["status"]) == (code, status)
    assert book.fetch_sheet_metadata()["spreadsheetId"] == "puljen"


def test_errors_tell_more_than_their_status(google: GoogleStandIn) -> None:
    session = client().http_client.session
    google.fault = faults.on_sheets(faults.SERVICE_DISABLED)
    assert session.get(BASE + "puljen").json()["error"]["details"][0]["reason"] == "SERVICE_DISABLED"
    google.fault = faults.on_sheets(faults.too_many_requests(retry_after=30))
    assert session.get(BASE + "puljen").headers["Retry-After"] == "30"
    google.fault = faults.first(1, faults.on_sheets(faults.BAD_GATEWAY))
    assert (session.get(BASE + "puljen").status_code, session.get(BASE + "puljen").status_code) == (502, 200)


@pytest.mark.parametrize("fault", [faults.DROPPED, faults.HALF_A_BODY])
def test_connections_that_break(google: GoogleStandIn, fault: faults.Fault) -> None:
    book = client().open_by_key("puljen")
    google.fault = faults.on_sheets(fault)
    with pytest.raises((requests.exceptions.ConnectionError, requests.exceptions.ChunkedEncodingError)):
        book.values_get("A1")
    google.fault = None
    assert book.values_get("A1")["values"] == [["Afdeling"]]


@pytest.mark.parametrize("fault", [faults.CUT_JSON, faults.CAPTIVE_PORTAL, faults.CAPTIVE_REDIRECT])
def test_answers_that_are_no_json(google: GoogleStandIn, fault: faults.Fault) -> None:
    book = client().open_by_key("puljen")
    google.fault = faults.on_sheets(fault)
    with pytest.raises(requests.exceptions.JSONDecodeError):
        book.values_get("A1")


def test_answers_of_the_wrong_shape(google: GoogleStandIn) -> None:
    book = client().open_by_key("puljen")
    for fault, told in ((faults.EMPTY_LIST, []), (faults.EMPTY_OBJECT, {})):
        google.fault = faults.on_values(fault)
        assert book.values_get("A1") == told


def test_a_token_that_is_refused(google: GoogleStandIn) -> None:
    google.fault = faults.on_tokens(faults.TOKEN_REFUSED)
    with pytest.raises(RefreshError, match="Invalid JWT Signature"):
        client().open_by_key("puljen")


def test_a_slow_answer(google: GoogleStandIn) -> None:
    slow = client()
    slow.open_by_key("puljen")
    slow.set_timeout(0.2)
    google.fault = faults.on_sheets(faults.slow(600))
    with pytest.raises(requests.exceptions.ReadTimeout):
        slow.open_by_key("puljen")


def test_no_network(google: GoogleStandIn) -> None:
    google.fault = faults.always(faults.OFFLINE)
    with pytest.raises(TransportError):
        client().open_by_key("puljen")
    with pytest.raises(requests.exceptions.ConnectionError):
        requests.get(BASE + "puljen", timeout=60)
    assert google.requests == []


def test_nobody_listens_once_it_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    with GoogleStandIn([puljen()]) as google:
        google.use(monkeypatch)
        book = client().open_by_key("puljen")
    with pytest.raises(requests.exceptions.ProxyError):
        book.values_get("A1")


def test_a_moment_is_a_number_with_a_fraction() -> None:
    tab = Tab("T", [[datetime(2020, 1, 1, 12), Decimal("2.50"), 3.0]])  # noqa: DTZ001
    assert [tab.value(0, column) for column in range(3)] == [43831.5, 2.5, 3]
