"""The server around the screens: Danish from the first byte, warm before the first visitor."""

import gc
import logging
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from urllib.parse import urlencode

import anyio
import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.runtime.pages_manager import PagesManager

from core.board.overview import board_overview
from core.menu import MENU_ITEMS
from shell.frame.address import UNKNOWN
from shell.live.routes import live_routes
from shell.machine import clock
from shell.machine.obstacle import Obstacle
from shell.reading import newest
from shell.server.half_sent import CutOff, end_half_sent

_SECONDS_TO_WAIT_FOR_DATA = 3
_LOG = logging.getLogger(__name__)

# Streamlit's calendar and tables follow the browser's language; here every browser's language is Danish.
# Links written in text open a new tab in Streamlit; those within the dashboard should not.
# A screen shown large is left by the keys that a clicker for slides sends.
_HEAD = """<head><script>
for (const [name, value] of [["language", "da-DK"], ["languages", ["da-DK", "da"]]])
  Object.defineProperty(navigator, name, { get: () => value, configurable: true });
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[target=_blank]");
  if (link && link.origin === location.origin) link.target = "_self";
}, true);
const KEYS = { ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", Escape: "leave" };
document.addEventListener("keydown", (event) => {
  const way = document.querySelector(`.st-key-presented .st-key-${KEYS[event.key]} :is(a, button)`);
  const typing = event.target.closest?.("input, textarea, select, [contenteditable], [role=dialog]");
  if (!way || typing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  way.click();
});
</script>"""
_ADDRESSES = frozenset(item.address for item in MENU_ITEMS)
_REPLACED = (
    ('lang="en"', 'lang="da"'),
    ("<head>", _HEAD),
    ("<title>Streamlit</title>", "<title>Bestyrelsens overblik</title>"),
    ("You need to enable JavaScript to run this app.", "Siden kræver, at JavaScript er slået til i browseren."),
)


class DanishPage:
    """Streamlit's own page says that it is English; this says that it is Danish. A page that names its language
    in a header is not Streamlit's and is let through.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or "text/html" not in Headers(scope=scope).get("accept", ""):
            await self.app(scope, receive, send)
            return
        del MutableHeaders(scope=scope)["accept-encoding"]  # a compressed page could not be read here
        start: Message | None = None
        body = b""
        redirected = False

        async def send_danish(message: Message) -> None:
            nonlocal start, body, redirected
            if redirected:
                return
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                is_page = headers.get("content-type", "").startswith("text/html") and message["status"] == 200
                if is_page and "content-language" not in headers:
                    if (unknown := scope["path"].rsplit("/", 1)[-1]) not in _ADDRESSES:
                        await _to_first_screen(unknown)(scope, receive, send)
                        redirected = True
                        return
                    start = message
                    return
            elif start is not None:
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                page = _in_danish(body.decode()).encode()
                headers = MutableHeaders(scope=start)
                headers["content-length"] = str(len(page))
                for stale in ("etag", "last-modified", "accept-ranges"):
                    del headers[stale]
                await send(start)
                message = {"type": "http.response.body", "body": page}
            await send(message)

        await self.app(scope, receive, send_danish)


def _in_danish(page: str) -> str:
    for english, danish in _REPLACED:
        page = page.replace(english, danish, 1)
    return page


def _to_first_screen(unknown: str) -> RedirectResponse:
    """Streamlit would show its first screen too, but with a message in English."""
    root = f"/{st.get_option('server.baseUrlPath').strip('/')}/".replace("//", "/")
    return RedirectResponse(f"{root}?{urlencode({UNKNOWN: unknown})}")


ROUTES = live_routes(st.get_option("server.baseUrlPath"))
MIDDLEWARE = [Middleware(CutOff), Middleware(DanishPage)]


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Imports and reads before anyone waits for it, then tells the garbage collector that all of it stays:
    Streamlit collects after every run, and would look through pandas each time. Without it the first visitor waits
    longer, and that is all.
    """
    try:
        end_half_sent()
        await anyio.to_thread.run_sync(_warm_up)
    except Exception:
        _LOG.exception("The server could not be warmed up")
    yield


def _warm_up() -> None:
    # Until st.navigation has run once, Streamlit takes a folder named pages for its older kind of
    # multipage app and tells the very first visitor of a deep link that the page does not exist.
    PagesManager.uses_pages_directory = False
    from shell.drawing import charts  # noqa: F401
    from shell.handouts.workbooks import workbook  # noqa: F401

    newest.refresher().start()
    until = time.monotonic() + _SECONDS_TO_WAIT_FOR_DATA
    while newest.refresher().waiting_for_the_first and time.monotonic() < until:
        time.sleep(0.02)
    threading.Thread(target=_work_out_the_first_screen, name="first screen", daemon=True).start()
    gc.collect()
    gc.freeze()


def _work_out_the_first_screen() -> None:
    """Imports that take long are made when somebody asks."""
    try:
        board_overview(newest.load().dataset, clock.today())
    except Obstacle:
        return


def on_script_error(error: BaseException) -> bool:
    """What a viewer sees of a fault in the program; the log has the rest."""
    _LOG.error("A screen failed", exc_info=error)
    st.error(
        "Der er sket en fejl i programmet, så skærmen ikke kan vises. Prøv at genindlæse siden. "
        "Hjælper det ikke, så giv besked til den, der passer programmet: der står mere i serverens log."
    )
    return True
