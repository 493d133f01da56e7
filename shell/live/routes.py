"""What the phones ask of the server: the page of a table, what the table has marked, and to have more of it kept."""

import json
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial

import anyio
import sqlalchemy as sa
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from shell.live.configured import live_store
from shell.live.database import SECONDS_TO_READ, SECONDS_TO_WRITE
from shell.live.page import OFFLINE_SCRIPT, POLICY, plain_page, sheet_page
from shell.live.seminar import Change, Outcome, TableState
from shell.live.store import Store
from shell.machine import clock
from shell.machine.log import kinds
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings

MOST_BYTES = 64 * 1024
_FOLDER = "bord"
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
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}
_PAGE = {**_HEADERS, "Content-Security-Policy": POLICY}
# It may be kept for a seminar's day: it holds no marks, and opens where there is no network.
_KEPT = {"Cache-Control": "private, max-age=43200"}
_FRESH = {"Cache-Control": "no-store"}
_UNKNOWN_LINK = ("Linket kendes ikke", "Spørg formanden om et nyt link, eller scan koden på bordet igen.")
_NOT_NOW = (
    "Arket kan ikke hentes lige nu",
    "Siden prøver selv igen om lidt. Hjælper det ikke, så sig det til formanden.",
)
_AGAIN = {"Refresh": "5", "Retry-After": "5"}


def live_routes(base: str) -> list[Route]:
    """base: server.baseUrlPath."""
    folder = f"{_root(base)}{_FOLDER}"
    return [
        Route(f"{folder}/uden-net.js", _OfflineScript),
        Route(f"{folder}/{{key}}", _Page),
        Route(f"{folder}/{{key}}/svar", _Answers),
    ]


def path_of(key: str, base: str) -> str:
    """The path of a table's link, after the host."""
    return f"{_root(base)}{_FOLDER}/{key}"


def _root(base: str) -> str:
    return f"/{base.strip('/')}/".replace("//", "/")


class _OfflineScript(HTTPEndpoint):
    async def get(self, _: Request) -> Response:
        return Response(OFFLINE_SCRIPT, headers=_HEADERS | _FRESH, media_type="text/javascript")


class _Page(HTTPEndpoint):
    async def get(self, request: Request) -> Response:
        found = await _read(partial(_page, request.path_params["key"]))
        return found or HTMLResponse(plain_page(*_NOT_NOW), 503, _PAGE | _FRESH | _AGAIN)


class _Answers(HTTPEndpoint):
    async def get(self, request: Request) -> Response:
        found = await _read(partial(_state, request.path_params["key"]))
        return found or _error(503, _NOT_NOW[0])

    async def post(self, request: Request) -> Response:
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
            return _error(415, "Det skal sendes som application/json.")
        body = await _body(request)
        if body is None:
            return _error(413, "Der er sendt for meget på én gang.")
        sent = _sent(body)
        if sent is None:
            return _error(400, "Det sendte kan ikke læses.")
        found = await _write_down(partial(_write, request.path_params["key"], *sent))
        return found or _error(503, _NOT_NOW[0])


async def _in_a_thread(
    answer: Callable[[], Response], limiter: anyio.CapacityLimiter, seconds: float
) -> Response | None:
    """None where no thread is free in time, or the database does not answer, which the log says why."""
    with anyio.move_on_after(seconds):
        try:
            return await anyio.to_thread.run_sync(answer, limiter=limiter)
        except Obstacle as error:
            _LOG.warning("%s %s", error.what, error.do, extra={"cause": kinds(error.__cause__)})
        except sa.exc.SQLAlchemyError as error:
            _LOG.warning("The live sheet's database does not answer", extra={"cause": kinds(error)})
    return None


_read = partial(_in_a_thread, limiter=_READERS, seconds=SECONDS_TO_READ)
_write_down = partial(_in_a_thread, limiter=_WRITERS, seconds=SECONDS_TO_WRITE)


def _page(key: str) -> Response:
    state = _table(_store(), key)
    if state is None:
        return HTMLResponse(plain_page(*_UNKNOWN_LINK), 404, _PAGE | _FRESH)
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
