"""Who is served what. Behind it stands what each request is answered with; here alone is asked where it comes from.

Sample data is for everyone. An organisation's own figures are for the machine that they are served from, unless the
operator has named the hosts under which others reach them. A browser that has been lured to a foreign page which says
that it has this machine's address (DNS rebinding) names the foreign host, and a foreign page that opens a web socket
names its own origin: neither is served.
"""

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from shell.live.page import plain_page
from shell.machine.login_settings import LOOPBACK
from shell.machine.obstacle import Obstacle
from shell.machine.settings import Settings, read_settings

_LOG = logging.getLogger(__name__)
_FORWARDED, _FORWARDED_PREFIX = ("forwarded", "via", "x-real-ip"), "x-forwarded-"
_OF_THE_PHONES = re.compile(r"uden-net\.js|[\w-]{1,64}(/svar)?", re.ASCII)
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
    if caller.host in LOOPBACK and _is_loopback(caller.address) and not caller.forwarded:
        return Admitted.ALL
    try:
        opened = settings()
    except Obstacle:
        return Admitted.NOTHING
    if opened.connection is None or caller.host in opened.hosts:
        return Admitted.ALL
    return Admitted.PHONES if caller.host in opened.live_hosts else Admitted.NOTHING


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
        forwarded=any(name in _FORWARDED or name.startswith(_FORWARDED_PREFIX) for name in headers),
        origin=_name(headers["origin"].partition("://")[2]) or "null" if "origin" in headers else "",
    )


def _name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


class Door:
    def __init__(self, app: ASGIApp, phones: str, settings: Callable[[], Settings] = read_settings) -> None:
        """phones: how the paths of what the phones ask for begin."""
        self.app, self.phones, self.settings = app, phones, settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        allowed = admitted(caller_of(scope), self.settings)
        of_the_phones = _is_below(scope["path"], self.phones)
        if allowed is Admitted.NOTHING or (allowed is Admitted.PHONES and not of_the_phones):
            await _refused(scope, receive, send)
        elif scope["path"].find(_UPLOADS) >= 0:
            await Response(status_code=404)(scope, receive, send)
        else:
            await self.app(scope, receive, _with_headers(scope, send) if scope["type"] == "http" else send)


def _is_below(path: str, phones: str) -> bool:
    """Of all that may stand below, only what the phones ask for."""
    return path.startswith(phones) and bool(_OF_THE_PHONES.fullmatch(path.removeprefix(phones)))


async def _refused(scope: Scope, receive: Receive, send: Send) -> None:
    caller = caller_of(scope)
    _LOG.warning("Refused: a request for the host %r with the origin %r.", caller.host[:100], caller.origin[:100])
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    page = plain_page(
        "Tallene kan ikke åbnes her",
        "De vises kun på den computer, der har dem, og på de adresser, som den, der passer programmet, har åbnet for.",
    )
    headers = {"Content-Language": "da", "Cache-Control": "no-store"}
    await HTMLResponse(page, 403, headers)(scope, receive, _with_headers(scope, send))


def _with_headers(scope: Scope, send: Send) -> Send:
    """Those that an answer does not have already. What comes encrypted sets no cookie that could come back otherwise:
    Streamlit does not know of a proxy, but the server does, where the proxy is one that it trusts.
    """

    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
            if scope.get("scheme") == "https":
                message["headers"] = [*map(_encrypted_only, message["headers"])]
        await send(message)

    return sent


def _encrypted_only(header: tuple[bytes, bytes]) -> tuple[bytes, bytes]:
    name, value = header
    if name.lower() != b"set-cookie" or b"; secure" in value.lower():
        return header
    return name, value + b"; Secure"


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
