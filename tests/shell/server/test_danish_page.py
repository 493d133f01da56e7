"""Streamlit's own page says that it is Danish, and nothing else that the server sends is touched."""

import asyncio
import gzip
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from shell.server.danish_page import DanishPage

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
SCRIPT = '/* lang="en" <head> <title>Streamlit</title> */' * 100


def streamlits_static_files() -> Path:
    spec = find_spec("streamlit")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "static"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    parts: list[bytes]

    @property
    def body(self) -> bytes:
        return b"".join(self.parts)

    @property
    def text(self) -> str:
        return self.body.decode()


def run(answering: Any) -> None:
    """In a thread of its own: the browser of other tests keeps an event loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, answering).result()


def get(path: str, accept: str = BROWSER, encoding: str = "", method: str = "GET", **more: str) -> Answer:
    """What a browser would be sent, by the protocol between server and app."""
    headers = {"host": "x", "accept": accept, "accept-encoding": encoding} | more
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in headers.items() if value],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 80),
    }
    sent: list[dict[str, Any]] = []
    request = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if request:
            return request.pop()
        # The browser stays.
        return await asyncio.Future()

    async def send(message: Any) -> None:
        sent.append(message)

    run(_app()(scope, receive, send))
    start, *parts = sent
    assert start["type"] == "http.response.start"
    names = [name.decode() for name, _ in start["headers"]]
    assert len(set(names)) == len(names)
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(start["status"], found, [part.get("body", b"") for part in parts])


def _app() -> Starlette:
    async def pieces(_: Request) -> Response:
        page = ['<html lang="e', 'n"><he', "ad><title>Streamlit</title></head>", "<body>æøå</body></html>"]

        async def one_by_one() -> Any:
            for piece in page:
                yield piece

        return StreamingResponse(one_by_one(), media_type="text/html")

    async def numbers(_: Request) -> Response:
        return JSONResponse({"lang": 'lang="en"', "head": "<head>"})

    async def script(_: Request) -> Response:
        return Response(SCRIPT, media_type="text/javascript")

    async def missing(_: Request) -> Response:
        return HTMLResponse('<html lang="en"><head></head></html>', status_code=404)

    return Starlette(
        routes=[
            Route("/data", pieces),
            Route("/nosuch", pieces),
            Route("/tal.json", numbers),
            Route("/app.js", script),
            Route("/mangler", missing),
            Mount("/", StaticFiles(directory=streamlits_static_files(), html=True)),
        ],
        middleware=[Middleware(DanishPage), Middleware(GZipMiddleware, minimum_size=100)],
    )


def test_streamlits_own_page_is_served_as_danish() -> None:
    page = get("/").text
    assert page.count('<html lang="da"') == 1
    assert 'lang="en"' not in page
    assert "<title>Bestyrelsens overblik</title>" in page
    assert "<title>Streamlit</title>" not in page
    assert "You need to enable JavaScript" not in page
    assert "Siden kræver, at JavaScript er slået til" in page


def test_its_calendar_is_told_that_the_browser_is_danish_before_streamlit_starts() -> None:
    page = get("/").text
    head = page.index("<head>")
    assert page.index('["language", "da-DK"]') - head < 200
    assert page.index('["language", "da-DK"]') < page.index('<script type="module"')


def test_nothing_else_on_the_page_is_changed() -> None:
    before = (streamlits_static_files() / "index.html").read_text(encoding="utf-8")
    after = get("/").text
    for line in before.splitlines():
        if "<script" in line or "<link" in line or "<meta" in line:
            assert line in after


def test_the_length_sent_is_the_length_of_the_danish_page() -> None:
    answer = get("/")
    assert answer.headers["content-length"] == str(len(answer.body))
    assert len(answer.body) > (streamlits_static_files() / "index.html").stat().st_size


def test_a_browser_that_would_take_it_compressed_gets_it_readable_and_whole() -> None:
    answer = get("/", encoding="gzip, deflate, br")
    assert "content-encoding" not in answer.headers
    assert '<html lang="da"' in answer.text
    assert answer.headers["content-length"] == str(len(answer.body))


def version(page: str) -> str:
    (found,) = re.findall(r'<meta name="version" content="(\w+)"', page)
    return str(found)


def test_the_page_carries_a_mark_that_is_another_when_the_page_is_another() -> None:
    assert version(get("/").text) == version(get("/").text)
    assert version(get("/").text) != version(get("/data").text)


def test_a_page_that_comes_in_pieces_is_put_together_first() -> None:
    answer = get("/data")
    assert answer.text.startswith('<html lang="da"><head><meta name="version"')
    assert answer.text.endswith("<body>æøå</body></html>")
    assert answer.headers["content-length"] == str(len(answer.body))
    assert len(answer.parts) == 1


def test_the_page_carries_no_mark_of_the_english_one_that_a_cache_could_compare() -> None:
    headers = get("/").headers
    assert not headers.keys() & {"etag", "last-modified", "accept-ranges"}


def test_numbers_are_passed_on_untouched() -> None:
    answer = get("/tal.json")
    assert answer.text == '{"lang":"lang=\\"en\\"","head":"<head>"}'


@pytest.mark.parametrize("accept", ["*/*", BROWSER])
def test_scripts_are_passed_on_untouched(accept: str) -> None:
    answer = get("/app.js", accept=accept)
    assert answer.text == SCRIPT
    assert answer.headers["content-length"] == str(len(SCRIPT))


def test_compressed_files_stay_compressed_for_whoever_asks_for_them_so() -> None:
    answer = get("/app.js", accept="*/*", encoding="gzip")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body).decode() == SCRIPT


def test_pages_that_are_no_pages_keep_their_status_and_text() -> None:
    answer = get("/mangler")
    assert (answer.status, answer.text) == (404, '<html lang="en"><head></head></html>')


def test_what_is_no_web_request_is_passed_on() -> None:
    passed: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        passed.append(scope["type"])

    async def nothing(*_: Any) -> Any:
        return None

    for kind in ("websocket", "lifespan"):
        run(DanishPage(app)({"type": kind, "headers": []}, nothing, nothing))
    assert passed == ["websocket", "lifespan"]


def test_an_address_that_is_no_screen_leads_to_the_first_one_which_is_told_of_it() -> None:
    answer = get("/nosuch")
    assert (answer.status, answer.headers["location"]) == (307, "/?ukendt=nosuch")
