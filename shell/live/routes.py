"""What the phones ask of the server: the page of a table, what the table has marked, and to have more of it kept."""

import json
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from urllib.parse import urlsplit

import anyio
import sqlalchemy as sa
from starlette.endpoints import HTTPEndpoint
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.danish import number
from shell.live.configured import live_store
from shell.live.database import SECONDS_TO_READ, SECONDS_TO_WRITE
from shell.live.limits import Limits
from shell.live.page import OFFLINE_SCRIPT, POLICY, plain_page, sheet_page
from shell.live.seminar import LONGEST_NOTE, Change, Outcome, TableState
from shell.live.store import Store
from shell.machine import clock
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings

MOST_BYTES = 64 * 1024
_FOLDER = "bord"
_OF_A_TABLE = frozenset({200, 409, 410})
"""Answered with one of these, the key is a table's."""
_KEY = re.compile(r"[\w-]{1,64}", re.ASCII)
_PHONE = _KEY
_KINDS = {"theme": str, "item": str, "done": bool, "wished": bool, "note": str, "number": int}
_HIGHEST_NUMBER = 2**53 - 1
_LOG = logging.getLogger(__name__)
# The phones never take all of the threads that the screens' own files are sent with, and those that write, which may
# wait for each other, none of those that read.
_READERS, _WRITERS = anyio.CapacityLimiter(8), anyio.CapacityLimiter(8)
_HEADERS = {
    "Content-Language": "da",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_PAGE = {**_HEADERS, "Content-Security-Policy": POLICY}
# It may be kept for a seminar's day: it holds no marks, and opens where there is no network.
_KEPT = {"Cache-Control": "private, max-age=43200"}
_FRESH = {"Cache-Control": "no-store"}
_ELSEWHERE = "Det skal komme fra bordets egen side."
_TOO_MUCH = f"Der er sendt for meget på én gang. En note kan højst være på {number(LONGEST_NOTE)} tegn."
_UNKNOWN_LINK = ("Linket kendes ikke", "Spørg formanden om et nyt link, eller scan koden på bordet igen.")
_NOT_NOW = (
    "Arket kan ikke hentes lige nu",
    "Siden prøver selv igen om lidt. Hjælper det ikke, så sig det til formanden.",
)
_DELETED = (
    "Planchen er slettet",
    "Formanden kan bringe den tilbage i 30 dage: sig det til formanden, hvis I mangler den.",
)
_TOO_OFTEN = ("Der er travlt lige nu", "Siden prøver selv igen om lidt.")
_AGAIN = {"Refresh": "5", "Retry-After": "5"}


def live_routes(base: str) -> list[Route]:
    """base: server.baseUrlPath."""
    folder = f"{_root(base)}{_FOLDER}"
    limited = [Middleware(_Limited, limits=Limits())]
    return [
        Route(f"{folder}/uden-net.js", _OfflineScript, middleware=limited),
        Route(f"{folder}/{{key}}", _Page, middleware=limited),
        Route(f"{folder}/{{key}}/svar", _Answers, middleware=limited),
    ]


def path_of(key: str, base: str) -> str:
    """The path of a table's link, after the host."""
    return f"{_root(base)}{_FOLDER}/{key}"


def _root(base: str) -> str:
    return f"/{base.strip('/')}/".replace("//", "/")


class _Limited:
    """Whoever asks too often is told to wait, before anything is looked up."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self.app, self.limits = app, limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        key, address = scope["path_params"].get("key", ""), (scope.get("client") or ("", 0))[0]
        if not self.limits.has_room(key, address):
            page = HTMLResponse(plain_page(*_TOO_OFTEN), 429, _PAGE | _FRESH | _AGAIN)
            data = JSONResponse({"error": _TOO_OFTEN[0]}, 429, _HEADERS | _FRESH | _AGAIN)
            await (data if scope["path"].endswith("/svar") else page)(scope, receive, send)
            return

        async def learning(message: Message) -> None:
            if key and message["type"] == "http.response.start" and message["status"] in _OF_A_TABLE:
                self.limits.learn(key)
            await send(message)

        await self.app(scope, receive, learning)


class _OfflineScript(HTTPEndpoint):
    async def get(self, _: Request) -> Response:
        return Response(OFFLINE_SCRIPT, headers=_HEADERS | _FRESH, media_type="text/javascript")


class _Page(HTTPEndpoint):
    async def get(self, request: Request) -> Response:
        found = await _read(partial(_page, request.path_params["key"]))
        return found or HTMLResponse(plain_page(*_NOT_NOW), 503, _PAGE | _FRESH | _AGAIN)


class _Answers(HTTPEndpoint):
    async def get(self, request: Request) -> Response:
        if request.headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
            return _error(403, _ELSEWHERE)
        found = await _read(partial(_state, request.path_params["key"]))
        return found or _error(503, _NOT_NOW[0])

    async def post(self, request: Request) -> Response:
        if not _from_its_own_page(request):
            return _error(403, _ELSEWHERE)
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _error(415, "Det skal sendes som application/json.")
        body = await _body(request)
        if body is None:
            return _error(413, _TOO_MUCH)
        sent = _sent(body)
        if sent is None:
            return _error(400, "Det sendte kan ikke læses.")
        found = await _write_down(partial(_write, request.path_params["key"], *sent))
        return found or _error(503, _NOT_NOW[0])


def _from_its_own_page(request: Request) -> bool:
    """As the browser says: where it says nothing, it is no browser of those who sit at the tables."""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if origin is not None and _host(origin) != _host(f"//{request.headers.get('host', '')}"):
        return False
    return site == "same-origin" if site is not None else origin is not None


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


async def _in_a_thread(
    answer: Callable[[], Response], limiter: anyio.CapacityLimiter, seconds: float
) -> Response | None:
    """None where no thread is free in time, or the database does not answer, which the log says why."""
    with anyio.move_on_after(seconds):
        try:
            return await anyio.to_thread.run_sync(answer, limiter=limiter)
        except Obstacle as error:
            _LOG.warning("%s %s (%r)", error.what, error.do, error.__cause__)
        except sa.exc.SQLAlchemyError as error:
            _LOG.warning("The live sheet's database does not answer: %s", type(error).__name__)
    return None


_read = partial(_in_a_thread, limiter=_READERS, seconds=SECONDS_TO_READ)
_write_down = partial(_in_a_thread, limiter=_WRITERS, seconds=SECONDS_TO_WRITE)


def _page(key: str) -> Response:
    state = _table(_store(), key)
    if state is None:
        return HTMLResponse(plain_page(*_UNKNOWN_LINK), 404, _PAGE | _FRESH)
    if state.is_deleted:
        return HTMLResponse(plain_page(*_DELETED), 410, _PAGE | _FRESH)
    return HTMLResponse(sheet_page(state), headers=_PAGE | _KEPT)


def _state(key: str) -> Response:
    return _told(_table(_store(), key), 200)


def _write(key: str, changes: Sequence[Change], phone: str) -> Response:
    store = _store()
    if store is None or not _KEY.fullmatch(key):
        return _told(None, 404)
    written = store.write(key, changes, clock.now(), phone)
    refused = [_given(change) for change in written.refused]
    if written.outcome is Outcome.REFUSED:
        return _error(400, "Noget af det står ikke på arket eller er for langt.", refused=refused)
    if written.outcome is Outcome.FULL:
        return _error(400, "Der er ikke plads til flere ord fra bordet.", refused=refused, full=True)
    return _told(_table(store, key), 409 if written.outcome is Outcome.CLOSED else 200)


def _store() -> Store | None:
    return live_store(read_settings())


def _table(store: Store | None, key: str) -> TableState | None:
    return store.table(key) if store and _KEY.fullmatch(key) else None


def _told(state: TableState | None, status: int) -> Response:
    if state is None:
        return _error(404, _UNKNOWN_LINK[0])
    if state.is_deleted:
        return _error(410, _DELETED[0])
    marks = [
        {"theme": mark.theme, "item": mark.item, "done": mark.done, "wished": mark.wished, "note": mark.note}
        for mark in state.marks
    ]
    return JSONResponse({"open": state.is_open, "marks": marks}, status, _HEADERS | _FRESH)


def _error(status: int, text: str, **more: object) -> Response:
    return JSONResponse({"error": text, **more}, status, _HEADERS | _FRESH)


async def _body(request: Request) -> bytes | None:
    """None where it is longer than may be; the rest of it is not waited for."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > MOST_BYTES:
            return None
    return body


def _sent(body: bytes) -> tuple[list[Change], str] | None:
    """The changes and the phone they come from, '' where it does not say; None for what no phone of ours sends."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict):
        return None
    changes, phone = found.get("changes"), found.get("phone", "")
    if not isinstance(changes, list) or not all(_well_formed(change) for change in changes):
        return None
    if not isinstance(phone, str) or (phone and not _PHONE.fullmatch(phone)):
        return None
    return [Change(**change) for change in changes], phone


def _well_formed(change: object) -> bool:
    return (
        isinstance(change, dict)
        and {"theme", "item"} <= change.keys() <= _KINDS.keys()
        and all(type(value) is _KINDS[name] for name, value in change.items())
        and 0 <= change.get("number", 0) <= _HIGHEST_NUMBER
    )


def _given(change: Change) -> dict[str, object]:
    return {name: value for name, value in asdict(change).items() if value is not None}
