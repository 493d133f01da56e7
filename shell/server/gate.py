"""Where there is a login, what is served to those who have not logged in: what the login itself is made of, the
phones' sheets, which ask for a table's key, and what is for everyone. All else asks the cookie. The screens ask for
themselves (shell/frame), since they are sent through a web socket that stays open.
"""

from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from core.access.rights import Right
from core.menu import MENU_ITEMS
from shell.live.page import plain_page
from shell.login.cookie import claims_of
from shell.login.viewer import log_out, viewer_of
from shell.machine.obstacle import Obstacle

_LOG_IN, _LOGGED_IN, _LOG_OUT = "auth/login", "oauth2callback", "auth/logout"
_ADDRESSES = frozenset(item.address for item in MENU_ITEMS)
# Streamlit's empty page under every address of a screen, its scripts, its web socket and what they ask for first; the
# statement that is for everyone; and what says itself whom it tells more than that it is alive.
_OPEN = _ADDRESSES | {
    _LOG_IN,
    _LOGGED_IN,
    _LOG_OUT,
    "_stcore/health",
    "_stcore/host-config",
    "_stcore/stream",
    # Who watches over it has no login; the statement on accessibility is for everyone.
    "health",
    "metrics",
    "was",
    "favicon.png",
}
_OPEN_FOLDERS = ("static/", "bord/")
_WAY_BACK = "vej_tilbage"
_SECONDS_TO_LOG_IN = 600
_LONGEST_WAY = 2000


class Gate:
    def __init__(self, app: ASGIApp, root: str) -> None:
        """root: the path of the first screen, with / at both ends."""
        self.app, self.root = app, root

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        path = scope["path"].removeprefix(self.root)
        if path in _OPEN or path.startswith(_OPEN_FOLDERS):
            await self._open(path, scope, receive, send)
        elif _may_have_files(scope):
            await self.app(scope, receive, send)
        else:
            await self._refused(scope, receive, send)

    async def _open(self, path: str, scope: Scope, receive: Receive, send: Send) -> None:
        if path == _LOG_OUT:
            _end_login(scope)
        elif path == _LOG_IN:
            send = self._remembering_the_way(scope, send)
        elif path == _LOGGED_IN:
            send = self._leading_back(scope, send)
        await self.app(scope, receive, send)

    def _remembering_the_way(self, scope: Scope, send: Send) -> Send:
        way = quote(_screen(_after_the_host(Headers(scope=scope).get("referer", "")).removeprefix(self.root)), safe="")

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                cookie = f"{_WAY_BACK}={way}; Path={self.root}; Max-Age={_SECONDS_TO_LOG_IN}; HttpOnly; SameSite=Lax"
                MutableHeaders(scope=message).append("set-cookie", cookie)
            await send(message)

        return sent

    def _leading_back(self, scope: Scope, send: Send) -> Send:
        """Streamlit leads to the first screen, and the link that somebody came by would be forgotten."""
        way = _screen(unquote(_cookies(scope).get(_WAY_BACK, "")))

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("location") == self.root:
                    headers["location"] = self.root + way
            await send(message)

        return sent

    async def _refused(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif "text/html" in Headers(scope=scope).get("accept", ""):
            await RedirectResponse(self.root, 303, {"Cache-Control": "no-store"})(scope, receive, send)
        else:
            page = plain_page("Log ind først", "Filen er for dem, der er logget ind og har fået adgang.")
            headers = {"Content-Language": "da", "Cache-Control": "no-store"}
            await HTMLResponse(page, 403, headers)(scope, receive, send)


def _cookies(scope: Scope) -> dict[str, str]:
    return cookie_parser(Headers(scope=scope).get("cookie", ""))


def _may_have_files(scope: Scope) -> bool:
    """Of any screen: a file's address cannot be guessed, and is only told to whoever sees the screen."""
    try:
        return viewer_of(lambda: claims_of(_cookies(scope))).may(Right.FIGURES)
    except Obstacle:
        return False


def _end_login(scope: Scope) -> None:
    try:
        log_out(claims_of(_cookies(scope)))
    except Obstacle:
        return


def _after_the_host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return f"{parts.path}?{parts.query}"


def _screen(way: str) -> str:
    """'puljen?dato=2024-06-15' as it came, or '' where it leads to no screen of the dashboard."""
    address, _, query = way.partition("?")
    if address not in _ADDRESSES or len(way) > _LONGEST_WAY:
        return ""
    return f"{address}?{urlencode(parse_qsl(query))}".rstrip("?")
