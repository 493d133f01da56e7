"""A stand-in for Google's Sheets API: a proxy that plays Google's hosts itself, with TLS and all.

`with GoogleStandIn([Workbook("key", "Puljen", tabs=[Tab("Ansøgninger", rows)])]) as google:`, then
`google.use(monkeypatch)` for this process, or `google.environment()` for one that is started.
"""

import contextlib
import json
import socket
import ssl
import threading
from collections.abc import Iterable, Mapping
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from tests.eventually import MOST_SECONDS
from tests.google_sheets.api import Api
from tests.google_sheets.certificates import HOSTS, LOCATIONS, session_certificates
from tests.google_sheets.errors import ApiError
from tests.google_sheets.faults import JSON_TYPE, LOGIN_PAGE, TOKENS, Fault, Kind, Policy, Request
from tests.google_sheets.recordings import Replay
from tests.google_sheets.service_account import service_account
from tests.google_sheets.tokens import TokenService
from tests.google_sheets.workbook import Workbook

API_KEY = "AIzaSyTestKeyOfTheStandIn00000000000000"


class GoogleStandIn:
    """Listens while the context lasts. What was asked and answered stays readable after it."""

    def __init__(
        self,
        workbooks: Iterable[Workbook] = (),
        *,
        account: Mapping[str, str] | None = None,
        api_key: str = API_KEY,
    ) -> None:
        self.account = dict(service_account() if account is None else account)
        self.certificates = session_certificates()
        self.fault: Policy | None = None
        self.replay: Replay | None = None
        """Set: Sheets answers from a recording, and nothing else."""
        self.requests: list[Request] = []
        """All but CONNECT and lookups, in the order in which they came."""
        self.connects: list[str] = []
        """The hosts that were asked for by CONNECT, refused ones too."""
        self.lookups: list[Request] = []
        """What google-auth asked in the background, CONNECT too. It comes when it comes: nothing ever goes wrong."""
        self.served: list[bytes] = []
        """The bodies that were sent, as far as they were."""
        self.failed_handshakes = 0
        self.mistakes: list[BaseException] = []
        """Errors of the stand-in's own: they are raised when the context ends."""
        self.tokens = TokenService(self.account)
        self._api = Api(self.tokens, self.account["client_email"], api_key)
        self._lock = threading.Lock()
        self._closing = threading.Event()
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(self.certificates.server, self.certificates.key)
        self._server: _Server | None = None
        for workbook in workbooks:
            self.add(workbook)

    def __enter__(self) -> Self:
        self._server = _Server(self)
        threading.Thread(target=self._server.serve_forever, args=(0.01,), name="Google stand-in", daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._closing.set()
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server.end_connections()
        if error is None and self.mistakes:
            raise self.mistakes[0]

    @property
    def port(self) -> int:
        if self._server is None:
            raise RuntimeError("the stand-in is not started")
        return int(self._server.server_address[1])

    @property
    def workbooks(self) -> dict[str, Workbook]:
        """By key; those that were created through the API too."""
        return self._api.workbooks

    @property
    def token_requests(self) -> list[Request]:
        return [request for request in self.asked() if request.host == TOKENS]

    @property
    def served_text(self) -> str:
        """All that was sent, to look for what should not have been."""
        with self._lock:
            return b"\n".join(self.served).decode("utf-8", "replace")

    def add(self, workbook: Workbook) -> Workbook:
        self._api.workbooks[workbook.key] = workbook
        return workbook

    def asked(self, method: str = "", part_of_path: str = "") -> list[Request]:
        """The requests so far with this method and this in their path."""
        with self._lock:
            return [each for each in self.requests if method in ("", each.method) and part_of_path in each.path]

    def environment(self) -> dict[str, str]:
        """What a process needs in its environment to take the stand-in for Google."""
        proxy = f"http://127.0.0.1:{self.port}"
        return {
            "HTTPS_PROXY": proxy,
            "https_proxy": proxy,
            "NO_PROXY": "",
            "no_proxy": "",
            "REQUESTS_CA_BUNDLE": str(self.certificates.authority),
        }

    def use(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Sets the environment of this process, and its patience: a busy machine is no slow Google.
        Plain http comes here too, so that nothing leaves the machine.
        """
        monkeypatch.setattr("shell.sources.google.SECONDS_TO_CONNECT", MOST_SECONDS)
        monkeypatch.setattr("shell.sources.google.SECONDS_TO_ANSWER", MOST_SECONDS)
        proxy = f"http://127.0.0.1:{self.port}"
        for name, value in (self.environment() | {"HTTP_PROXY": proxy, "http_proxy": proxy}).items():
            monkeypatch.setenv(name, value)

    def answer(self, request: Request, raw_path: str, headers: Mapping[str, str]) -> tuple[int, str, bytes]:
        """Status, content type and body, without any fault."""
        if request.host not in HOSTS:
            if request.host.endswith(".invalid"):
                return 200, "text/html; charset=UTF-8", LOGIN_PAGE.encode()
            return 403, "text/plain", b"only Google is played here\n"
        if request.host == LOCATIONS:
            return 200, JSON_TYPE, _body({"locations": [], "encodedLocations": "0x0"})
        with self._lock:
            if request.host == TOKENS:
                status, told = (404, {"error": "not_found"})
                if (request.method, request.path) == ("POST", "/token"):
                    status, told = self.tokens.answer(request.body)
                return status, "application/json; charset=utf-8", _body(told)
            if self.replay is not None:
                recorded = self.replay.answer(request)
                if recorded is None:
                    return 501, "text/plain", f"not recorded: {request.method} {request.path}\n".encode()
                return recorded.status, recorded.content_type, recorded.body.encode()
            try:
                told = self._api.answer(request, raw_path, headers)
                return 200, JSON_TYPE, _body(told, pretty=request.query.get("prettyPrint") != ["false"])
            except ApiError as error:
                return error.code, JSON_TYPE, _body(error.body)

    def note(self, request: Request) -> Fault | None:
        """Writes the request down; what goes wrong with it."""
        with self._lock:
            if request.host == LOCATIONS:
                self.lookups.append(request)
                return None
            if request.method == "CONNECT":
                self.connects.append(request.host)
            else:
                self.requests.append(request)
            policy = self.fault
        return policy(request) if policy else None

    def sent(self, body: bytes) -> None:
        with self._lock:
            self.served.append(body)

    def wait(self, seconds: float) -> None:
        """Waits, but not longer than the context lasts."""
        self._closing.wait(seconds)

    def encrypt(self, connection: socket.socket) -> ssl.SSLSocket | None:
        try:
            return self._context.wrap_socket(connection, server_side=True)
        except OSError:
            self.failed_handshakes += 1
            return None


class _Server(ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, google: GoogleStandIn) -> None:
        self.google = google
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", 0), _Handler)

    def began(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.add(connection)

    def ended(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.discard(connection)

    def end_connections(self) -> None:
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that went away is no error, and others are kept by the handler."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    timeout = 60
    server: _Server
    connection: socket.socket
    host = ""

    def setup(self) -> None:
        super().setup()
        self.server.began(self.connection)

    def finish(self) -> None:
        with contextlib.suppress(OSError, ValueError):
            super().finish()
        self.server.ended(self.connection)
        with contextlib.suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
        self.connection.close()

    def version_string(self) -> str:
        return "ESF"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
        """Says nothing: requests are kept by the stand-in."""

    def do_CONNECT(self) -> None:
        host = self.path.rpartition(":")[0]
        fault = self.server.google.note(Request(host, "CONNECT", ""))
        self.close_connection = True
        if fault is not None and fault.kind is Kind.REFUSE:
            return
        if host not in HOSTS:
            self._send(403, "text/plain", b"only Google is played here\n")
            return
        self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        self.wfile.flush()
        self.server.ended(self.connection)
        encrypted = self.server.google.encrypt(self.connection)
        if encrypted is None:
            return
        self.server.began(encrypted)
        self.connection = encrypted
        self.rfile = encrypted.makefile("rb", -1)
        self.wfile = encrypted.makefile("wb", -1)
        self.host = host
        self.close_connection = False

    def _answer(self) -> None:
        google = self.server.google
        target = urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        query = parse_qs(target.query, keep_blank_values=True)
        request = Request(self.host or target.hostname or "", self.command, unquote(target.path), query, body)
        fault = google.note(request)
        if fault is not None and fault.kind in (Kind.DROP, Kind.REFUSE):
            self.close_connection = True
            return
        if fault is not None and fault.kind is Kind.DRIP_HEADERS:
            self._drip_headers(fault.seconds)
            return
        if fault is not None and fault.kind is Kind.ANSWER:
            self._send(fault.status, fault.content_type, fault.body, fault.headers)
            return
        if fault is not None and fault.kind is Kind.WAIT:
            google.wait(fault.seconds)
        try:
            status, content_type, answer = google.answer(request, target.path, dict(_known_case(self.headers.items())))
        except Exception as error:
            google.mistakes.append(error)
            status, content_type, answer = 500, "text/plain", repr(error).encode()
        length = len(answer)
        if fault is not None and fault.kind in (Kind.HALF, Kind.CUT):
            answer = answer[: length // 2]
        if fault is not None and fault.kind is Kind.CUT:
            length = len(answer)
        self.close_connection = self.close_connection or length != len(answer)
        pause = fault.seconds if fault is not None and fault.kind is Kind.DRIP else 0
        self._send(status, content_type, answer, length=length, pause=pause)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _answer  # noqa: N815

    def _drip_headers(self, pause: float) -> None:
        self.close_connection = True
        for byte in b"HTTP/1.1 200 OK\r\nX-Filler: " + b"x" * 10_000:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            self.server.google.wait(pause)

    def _send(
        self,
        status: int,
        content_type: str,
        body: bytes,
        headers: Mapping[str, str] | None = None,
        length: int | None = None,
        pause: float = 0,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        self.server.google.sent(body)
        for start in range(0, len(body), 1 if pause else len(body) or 1):
            self.wfile.write(body[start : start + 1] if pause else body)
            self.wfile.flush()
            if pause:
                self.server.google.wait(pause)


def _known_case(headers: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """The two headers that are looked for, as they are looked for."""
    names = {"authorization": "Authorization", "x-goog-api-key": "x-goog-api-key"}
    return ((names[name.lower()], value) for name, value in headers if name.lower() in names)


def _body(told: Any, *, pretty: bool = True) -> bytes:
    form: dict[str, Any] = {"indent": 2} if pretty else {"separators": (",", ":")}
    return (json.dumps(told, ensure_ascii=False, **form) + "\n").encode()
