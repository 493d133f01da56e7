"""What can go wrong between the dashboard and Google, ready to be set as a stand-in's fault."""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tests.google_sheets import errors
from tests.google_sheets.errors import ApiError

JSON_TYPE = "application/json; charset=UTF-8"
SHEETS = "sheets.googleapis.com"
TOKENS = "oauth2.googleapis.com"
MOST_SECONDS_HELD = 60
LOGIN_PAGE = "<!doctype html><html><head><title>Log in</title></head><body>Welcome to the guest network</body></html>"


@dataclass(frozen=True)
class Request:
    """What a client asked for. The path is decoded; CONNECT has none."""

    host: str
    method: str
    path: str
    query: Mapping[str, list[str]] = field(default_factory=dict)
    body: bytes = field(default=b"", repr=False)

    @property
    def asks_for_cells(self) -> bool:
        return "/values" in self.path or "ranges" in self.query

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Kind(Enum):
    ANSWER = "answer something else"
    DROP = "end the connection before any answer"
    HALF = "end the connection half way through the right answer"
    CUT = "cut the right answer's body short, with the length of what is left"
    WAIT = "answer rightly, but late"
    DRIP = "answer rightly, but a byte at a time"
    DRIP_HEADERS = "begin to answer a byte at a time, and never come to the body"
    REFUSE = "no connection at all"


@dataclass(frozen=True)
class Fault:
    kind: Kind
    status: int = 200
    body: bytes = b""
    content_type: str = JSON_TYPE
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0


Policy = Callable[[Request], Fault | None]
"""Says for each request what goes wrong, or None. It is asked for CONNECT too, where only offline counts."""


def answer(status: int, body: Any, **headers: str) -> Fault:
    """Any JSON as the answer."""
    text = json.dumps(body, indent=2, ensure_ascii=False) + "\n"
    return Fault(Kind.ANSWER, status, text.encode(), headers={k.replace("_", "-"): v for k, v in headers.items()})


def from_error(error: ApiError, **headers: str) -> Fault:
    return answer(error.code, error.body, **headers)


def too_many_requests(retry_after: int | None = None) -> Fault:
    return from_error(errors.too_many_requests(), **({} if retry_after is None else {"Retry_After": str(retry_after)}))


def slow(seconds: float) -> Fault:
    return Fault(Kind.WAIT, seconds=seconds)


def dripping(seconds: float) -> Fault:
    """A byte, so many seconds, a byte."""
    return Fault(Kind.DRIP, seconds=seconds)


def dripping_headers(seconds: float) -> Fault:
    return Fault(Kind.DRIP_HEADERS, seconds=seconds)


def _page(status: int, text: str, **headers: str) -> Fault:
    return Fault(Kind.ANSWER, status, text.encode(), "text/html; charset=UTF-8", headers)


NO_PERMISSION = from_error(errors.no_permission())
SERVICE_DISABLED = from_error(errors.service_disabled())
NOT_FOUND = from_error(errors.not_found())
NOT_A_SHEET = from_error(errors.not_a_sheet())
INTERNAL_ERROR = from_error(ApiError(500, "Internal error encountered."))
UNAVAILABLE = from_error(ApiError(503, "The service is currently unavailable."))
BAD_GATEWAY = _page(
    502,
    "<!DOCTYPE html>\n<html lang=en>\n<title>Error 502 (Server Error)!!1</title>\n<p><b>502.</b> <ins>That’s an "
    "error.</ins>\n<p>The server encountered a temporary error and could not complete your request.\n",
)
DROPPED = Fault(Kind.DROP)
HALF_A_BODY = Fault(Kind.HALF)
CUT_JSON = Fault(Kind.CUT)
CAPTIVE_PORTAL = _page(200, LOGIN_PAGE)
CAPTIVE_REDIRECT = _page(302, "", Location="http://login.invalid/")
TOKEN_REFUSED = answer(400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."})
EMPTY_LIST = answer(200, [])
EMPTY_OBJECT = answer(200, {})
OFFLINE = Fault(Kind.REFUSE)


def always(fault: Fault) -> Policy:
    """Every request, Google's token service included."""
    return when(lambda request: True, fault)


def on_sheets(fault: Fault) -> Policy:
    return when(lambda request: request.host == SHEETS, fault)


def on_tokens(fault: Fault) -> Policy:
    return when(lambda request: request.host == TOKENS, fault)


def on_values(fault: Fault) -> Policy:
    """Only where cells are asked for: the workbook itself can be opened."""
    return when(lambda request: request.host == SHEETS and request.asks_for_cells, fault)


def when(condition: Callable[[Request], bool], fault: Fault) -> Policy:
    def policy(request: Request) -> Fault | None:
        if (request.method == "CONNECT") != (fault.kind is Kind.REFUSE):
            return None
        return fault if condition(request) else None

    return policy


def held(until: threading.Event) -> Policy:
    """Sheets answers rightly, but not before the event."""

    def policy(request: Request) -> Fault | None:
        if request.host == SHEETS and request.method != "CONNECT":
            until.wait(MOST_SECONDS_HELD)
        return None

    return policy


def first(times: int, policy: Policy) -> Policy:
    """The policy until it has struck so many times, then nothing more goes wrong."""
    lock = threading.Lock()
    struck = 0

    def limited(request: Request) -> Fault | None:
        nonlocal struck
        with lock:
            fault = policy(request) if struck < times else None
            struck += fault is not None
        return fault

    return limited
