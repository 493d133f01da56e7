"""Who is served what. Behind it stands what each request is answered with; here alone is asked where it comes from.

Sample data is for everyone. An organisation's own figures are for the machine that they are served from, unless the
operator has named the hosts under which others reach them. A browser that has been lured to a foreign page which says
that it has this machine's address (DNS rebinding) names the foreign host, and a foreign page that opens a web socket
names its own origin: neither is served.
"""

import logging
from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum
from hmac import compare_digest
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shell.live.page import plain_page
from shell.machine.login_settings import LOOPBACK
from shell.machine.metrics import REFUSED
from shell.machine.obstacle import Obstacle
from shell.machine.settings import Settings, read_settings

_LOG = logging.getLogger(__name__)
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip")
# No screen takes a file. Streamlit would keep what it is sent in memory until its session ends.
_UPLOADS = "/_stcore/upload_file"
# Streamlit starts with a script in its page and styles on its elements, and its charts turn words into code.
_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self' data:",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "X-Robots-Tag": "noindex",
}


class Admitted(Enum):
    ALL = "all"
    PHONES = "phones"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Caller:
    # As the request names it, without its port; '' where it names none.
    host: str
    # The address it comes from; '' where it comes by a socket of this machine.
    address: str
    # It says that somebody else sent it on.
    forwarded: bool = False
    # The host of the page that asks, '' where no page is named.
    origin: str = ""


def admitted(caller: Caller, settings: Callable[[], Settings]) -> Admitted:
    """settings: asked for where it matters. Where they raise Obstacle nobody knows what they open."""
    if caller.origin not in ("", caller.host):
        return Admitted.NOTHING
    if is_here(caller):
        return Admitted.ALL
    try:
        opened = settings()
    except Obstacle:
        return Admitted.NOTHING
    if opened.connection is None or caller.host in opened.hosts:
        return Admitted.ALL
    return Admitted.PHONES if caller.host in opened.live_hosts else Admitted.NOTHING


def is_here(caller: Caller) -> bool:
    """Whether it is a program on this machine, and nobody's proxy."""
    return caller.host in LOOPBACK and _is_loopback(caller.address) and not caller.forwarded


def _is_loopback(address: str) -> bool:
    try:
        return not address or ip_address(address.removeprefix("::ffff:")).is_loopback
    except ValueError:
        return False


def caller_of(scope: Scope) -> Caller:
    headers = Headers(scope=scope)
    address = (scope.get("client") or ("", 0))[0]
    return Caller(
        host=_name(headers.get("host", "")),
        address=address,
        forwarded=any(name in headers for name in _FORWARDED),
        origin=_name(urlsplit(headers["origin"]).netloc or "null") if "origin" in headers else "",
    )


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


class Door:
    def __init__(
        self,
        app: ASGIApp,
        phones: str,
        settings: Callable[[], Settings] = read_settings,
        monitors: Collection[str] = (),
    ) -> None:
        """phones: how the paths of what the phones ask for begin; monitors: the paths that a program asks which watches
        over this one, and is served under any name where it says the token.
        """
        self.app, self.phones, self.monitors, self.settings = app, phones, monitors, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        allowed = admitted(caller_of(scope), self.settings)
        of_the_phones = scope["path"].startswith(self.phones)
        if scope["path"] in self.monitors and says_the_token(scope, self.settings):
            allowed = Admitted.ALL
        if allowed is Admitted.NOTHING or (allowed is Admitted.PHONES and not of_the_phones):
            await _refused(scope, receive, send)
        elif scope["path"].find(_UPLOADS) >= 0:
            await Response(status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(send) if scope["type"] == "http" else send)


def says_the_token(scope: Scope, settings: Callable[[], Settings]) -> bool:
    """The one of [monitoring], as `Authorization: Bearer …`."""
    kind, _, said = Headers(scope=scope).get("authorization", "").partition(" ")
    if kind.lower() != "bearer":
        return False
    try:
        token = settings().monitoring.token
    except Obstacle:
        return False
    return bool(token) and compare_digest(said.strip().encode(), token.encode())


async def _refused(scope: Scope, receive: Receive, send: Send) -> None:
    REFUSED.add()
    caller = caller_of(scope)
    _LOG.warning("Refused a request", extra={"host": caller.host[:100], "origin": caller.origin[:100]})
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    page = plain_page(
        "Tallene kan ikke åbnes her",
        "De vises kun på den computer, der har dem, og på de adresser, som den, der passer programmet, har åbnet for.",
    )
    headers = {"Content-Language": "da", "Cache-Control": "no-store"}
    await HTMLResponse(page, 403, headers)(scope, receive, _with_headers(send))


def _with_headers(send: Send) -> Send:
    """Those that an answer does not have already."""

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sent


def tell_whom_it_serves() -> None:
    try:
        settings = read_settings()
    except Obstacle:
        settings = None
    if settings is None or settings.is_for_this_machine:
        _LOG.warning("It serves this machine only: no hosts are named in secrets.toml for others to reach it under.")
    elif settings.login and not settings.login.access.rules:
        _LOG.warning("Nobody gets in: [auth] in secrets.toml asks for a login, and [access] gives nobody a role.")
    elif settings.connection and not settings.login:
        _LOG.warning("Whoever reaches it sees every screen: there is no [auth] in secrets.toml that asks for a login.")
