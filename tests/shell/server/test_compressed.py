"""Streamlit's scripts and styles are sent compressed to whoever takes them so, and whole and as they were otherwise."""

import gzip
from pathlib import Path
from typing import Any

from starlette.types import Message, Receive, Scope, Send

from shell.server.compressed import Compressed
from tests.each import each
from tests.shell.server.test_danish_page import run, streamlits_static_files

SCRIPT = b"let a = 1;\n" * 500
HEADERS = [
    (b"content-type", b"text/javascript; charset=utf-8"),
    (b"content-length", str(len(SCRIPT)).encode()),
    (b"etag", b'"x"'),
    (b"cache-control", b"public, immutable, max-age=31536000"),
]
OTHERS: dict[str, tuple[int, list[tuple[bytes, bytes]]]] = {
    "/static/js/findes-ikke.js": (404, []),
    "/static/js/packed.js": (200, [(b"content-encoding", b"br")]),
}


class Files:
    """Streamlit's files, in two pieces each, and how often they were asked for."""

    def __init__(self) -> None:
        self.asked = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked += 1
        status, headers = OTHERS.get(scope["path"], (200, HEADERS))
        await send({"type": "http.response.start", "status": status, "headers": list(headers)})
        await send({"type": "http.response.body", "body": SCRIPT[:100], "more_body": True})
        await send({"type": "http.response.body", "body": SCRIPT[100:]})


def ask(
    app: Compressed, path: str = "/static/js/index.js", takes: str = "gzip, deflate, br", **more: Any
) -> tuple[dict[str, str], bytes]:
    """Headers and body of the answer."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            sent.append({**message, "headers": list(message["headers"])})
            message["headers"].append((b"x-frame-options", b"DENY"))
        else:
            sent.append(message)

    headers = [(b"accept-encoding", takes.encode()), *more.pop("headers", [])]
    run(app({"type": "http", "method": "GET", "path": path, "headers": headers} | more, receive, send))
    start, *parts = sent
    return {name.decode(): value.decode() for name, value in start["headers"]}, b"".join(part["body"] for part in parts)


def test_a_script_is_compressed_once_and_says_so() -> None:
    files = Files()
    app = Compressed(files, "/static/")
    for _ in range(3):
        headers, body = ask(app)
        assert gzip.decompress(body) == SCRIPT
        assert headers == {
            "content-type": "text/javascript; charset=utf-8",
            "content-length": str(len(body)),
            "cache-control": "public, immutable, max-age=31536000",
            "content-encoding": "gzip",
            "vary": "Accept-Encoding",
        }
    assert files.asked == 1


@each(
    {
        "who does not take it": ({"takes": "br"},),
        "who says nothing": ({"takes": ""},),
        "to whom it is worth nothing": ({"takes": "gzip;q=0, br"},),
        "nor this much": ({"takes": "gzip; q=0.000"},),
        "a part of it": ({"headers": [(b"range", b"bytes=0-9")]},),
        "who has it": ({"headers": [(b"if-none-match", b'"x"')]},),
        "the head alone": ({"method": "HEAD"},),
        "what is sent there": ({"method": "POST"},),
        "a font": ({"path": "/static/media/font.woff2"},),
        "a page": ({"path": "/puljen"},),
        "another's script": ({"path": "/media/x.js"},),
        "what is not there": ({"path": "/static/js/findes-ikke.js"},),
        "what is compressed already": ({"path": "/static/js/packed.js"},),
    }
)
def test_all_else_is_sent_as_it_is(asked: dict[str, Any]) -> None:
    app = Compressed(Files(), "/static/")
    for _ in range(2):
        headers, body = ask(app, **asked)
        assert body == SCRIPT
        assert headers.get("content-encoding") != "gzip"


@each({"half": ("gzip;q=0.5",), "in large letters": ("GZIP",), "after others": ("br, gzip ;q=1.0",)})
def test_who_takes_it_gets_it(takes: str) -> None:
    assert ask(Compressed(Files(), "/static/"), takes=takes)[0]["content-encoding"] == "gzip"


def test_what_is_no_request_for_a_page_is_passed_on() -> None:
    passed: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope["type"])

    async def nothing(*_: Any) -> Any:
        return None

    for kind in ("websocket", "lifespan"):
        run(Compressed(app, "/static/")({"type": kind}, nothing, nothing))
    assert passed == ["websocket", "lifespan"]


def test_a_newer_streamlit_still_has_its_files_where_they_are_compressed() -> None:
    page = (streamlits_static_files() / "index.html").read_text(encoding="utf-8")
    assert 'src="./static/js/index.' in page
    assert any(Path(file).suffix == ".js" for file in (streamlits_static_files() / "static" / "js").iterdir())


def test_what_came_only_in_part_is_not_kept_for_the_next() -> None:
    class GoneAway(Files):
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            if self.asked:
                await super().__call__(scope, receive, send)
                return
            self.asked += 1
            await send({"type": "http.response.start", "status": 200, "headers": list(HEADERS)})
            await send({"type": "http.response.body", "body": b""})

    app = Compressed(GoneAway(), "/static/")
    ask(app)
    assert gzip.decompress(ask(app)[1]) == SCRIPT
