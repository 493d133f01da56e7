"""What the server answers a phone, and whom it answers nothing."""

import asyncio
import json
import re
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from html.parser import HTMLParser
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from core.planche.sheet import Sheet, Theme
from core.planche.standard import STANDARD
from shell.live import routes
from shell.live.configured import live_store
from shell.live.database import SECONDS_TO_READ, SECONDS_TO_WRITE
from shell.live.limits import Limits, Often
from shell.live.page import SCRIPT
from shell.live.routes import MOST_BYTES, live_routes, path_of
from shell.live.seminar import Seminar, places
from shell.live.store import Store
from shell.machine.settings import read_settings
from shell.server.server import MIDDLEWARE
from tests.conftest import Configure
from tests.eventually import MOST_SECONDS, eventually

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
NOW = datetime.fromisoformat("2024-09-21T10:30:00+02:00")
SECONDS_FOR_A_THREAD = routes._write_down.keywords["seconds"]
_FOR_EVER = 10**6  # seconds
TICK = {"theme": "Fysiske rammer", "item": "Legepladser", "done": True}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


class _Loop(asyncio.SelectorEventLoop):
    ahead = 0.0

    def time(self) -> float:
        return super().time() + self.ahead


@dataclass(frozen=True)
class Server:
    port: int
    loop: _Loop

    def later(self, seconds: float) -> None:
        """What the server was to do so long after now, it does at once."""

        async def move_the_clock() -> None:
            self.loop.ahead += seconds

        asyncio.run_coroutine_threadsafe(move_the_clock(), self.loop).result()

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=MOST_SECONDS)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path, body, {"Accept": BROWSER, **named})
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return Answer(answer.status, found, answer.read().decode())
        finally:
            connection.close()

    def post(self, key: str, content: object) -> Answer:
        body = content if isinstance(content, bytes) else json.dumps(content).encode()
        return self.ask(f"{path_of(key, '')}/svar", "POST", body, **self.as_its_page)

    @property
    def as_its_page(self) -> dict[str, str]:
        """The headers of what a table's page sends."""
        return {"Content_Type": "application/json", "Origin": f"http://127.0.0.1:{self.port}"}


@contextmanager
def serving(base: str = "") -> Iterator[Server]:
    """The routes before a page of Streamlit's own, as in the dashboard."""

    async def streamlit(_: Request) -> Response:
        return HTMLResponse('<html lang="en"><head></head></html>')

    app = Starlette(routes=[*live_routes(base), Route("/{any:path}", streamlit)], middleware=MIDDLEWARE)
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning", timeout_keep_alive=_FOR_EVER)
    server, loop = uvicorn.Server(config), _Loop()
    thread = threading.Thread(target=lambda: loop.run_until_complete(server.serve()))
    thread.start()
    eventually(lambda: server.started)
    with pytest.MonkeyPatch.context() as unhurried:
        for patient in ("_read", "_write_down"):
            unhurried.setattr(routes, patient, partial(getattr(routes, patient), seconds=_FOR_EVER))
        yield Server(server.servers[0].sockets[0].getsockname()[1], loop)
    server.should_exit = True
    thread.join()
    loop.close()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as one:
        yield one


@pytest.fixture
def store(configure: Configure) -> Store:
    configure("")
    store = live_store(read_settings())
    assert store is not None
    return store


@pytest.fixture
def seminar(store: Store) -> Seminar:
    return store.open_seminar(STANDARD, ["Bord 1", "Bord 2"], "Lyngklokken", NOW)


@pytest.fixture
def key(seminar: Seminar) -> str:
    return seminar.tables[0].key


def test_the_page_is_a_document_of_its_own_in_danish(server: Server, key: str) -> None:
    page = server.ask(path_of(key, ""))
    assert page.status == 200
    assert '<html lang="da">' in page.text
    assert "<h1>Bord 1</h1>" in page.text
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.headers["x-robots-tag"] == "noindex"
    assert page.headers["cache-control"] == "private, max-age=43200"
    assert not re.search(r"https?://", page.text)


def test_the_page_may_run_its_own_script_and_style_only(server: Server, key: str) -> None:
    policy = dict(
        part.split(" ", 1) for part in server.ask(path_of(key, "")).headers["content-security-policy"].split("; ")
    )
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == "'self'"
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", policy["script-src"])
    assert re.fullmatch(r"'sha256-[\w+/]{43}='", policy["style-src"])
    assert {policy[name] for name in ("base-uri", "form-action", "frame-ancestors")} == {"'none'"}


def test_what_a_table_marked_is_not_in_the_page_that_may_be_kept(server: Server, store: Store, key: str) -> None:
    before = server.ask(path_of(key, ""))
    assert server.post(key, {"changes": [{**TICK, "note": "En rutsjebane"}]}).status == 200
    assert server.ask(path_of(key, "")).text == before.text


def test_no_cookie_is_set_and_no_other_site_may_ask(server: Server, key: str) -> None:
    for answer in (server.ask(path_of(key, "")), server.ask(f"{path_of(key, '')}/svar", Origin="https://example.com")):
        assert not {"set-cookie", "access-control-allow-origin"} & answer.headers.keys()


def test_a_change_is_kept_and_told_again(server: Server, store: Store, seminar: Seminar, key: str) -> None:
    answer = server.post(key, {"changes": [{**TICK, "note": "To"}]})
    state = {"open": True, "marks": [{**TICK, "wished": False, "note": "To"}]}
    assert (answer.status, answer.json) == (200, state)
    assert answer.headers["cache-control"] == "no-store"
    assert server.ask(f"{path_of(key, '')}/svar").json == state
    other = server.ask(f"{path_of(seminar.tables[1].key, '')}/svar")
    assert other.json == {"open": True, "marks": []}
    assert [mark.table for mark in store.marks(seminar.id)] == ["Bord 1"]


def test_after_closing_nothing_is_taken_until_it_is_open_again(
    server: Server, store: Store, seminar: Seminar, key: str
) -> None:
    server.post(key, {"changes": [TICK]})
    store.close_seminar(seminar.id, NOW)
    answer = server.post(key, {"changes": [{**TICK, "done": False}]})
    state = {"open": False, "marks": [{**TICK, "wished": False, "note": ""}]}
    assert (answer.status, answer.json) == (409, state)
    assert server.ask(f"{path_of(key, '')}/svar").json == state
    assert server.ask(path_of(key, "")).status == 200
    store.reopen_seminar(seminar.id, NOW)
    assert server.post(key, {"changes": [{**TICK, "done": False}]}).status == 200


@pytest.mark.parametrize("key", ["ukendt", "a%00b", "%C3%A6", "x" * 65, "a'b", "uden-net.txt", "A" * 22])
def test_an_unknown_link_is_said_to_be_so(server: Server, seminar: Seminar, store: Store, key: str) -> None:
    page = server.ask(f"/bord/{key}")
    assert page.status == 404
    assert "Linket kendes ikke" in page.text
    assert "formanden" in page.text
    assert page.headers["cache-control"] == "no-store"
    assert server.ask(f"/bord/{key}/svar").status == 404
    assert server.post(key, {"changes": [TICK]}).status == 404
    assert store.marks(seminar.id) == ()


def test_a_deleted_seminars_links_say_so_until_it_is_gone(
    server: Server, store: Store, seminar: Seminar, key: str
) -> None:
    server.post(key, {"changes": [{**TICK, "note": "Hemmeligt"}]})
    store.delete_seminar(seminar.id, NOW)
    page = server.ask(path_of(key, ""))
    told, sent = server.ask(f"{path_of(key, '')}/svar"), server.post(key, {"changes": [TICK]})
    assert [one.status for one in (page, told, sent)] == [410] * 3
    assert "Planchen er slettet" in page.text
    assert "bringe den tilbage" in page.text
    assert told.json == sent.json == {"error": "Planchen er slettet"}
    assert not any("Hemmeligt" in one.text for one in (page, told, sent))
    store.forget_deleted(NOW + timedelta(days=30))
    assert server.ask(path_of(key, "")).status == 404
    assert server.post(key, {"changes": [TICK]}).status == 404


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"{", id="half of it"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"[" * 60_000, id="nested deep"),
        pytest.param(b"1" * 60_000, id="a long number"),
        pytest.param([], id="a list"),
        pytest.param({}, id="no changes"),
        pytest.param({"changes": {}}, id="changes no list"),
        pytest.param({"changes": [None]}, id="no change"),
        pytest.param({"changes": [{"theme": "Fysiske rammer"}]}, id="no item"),
        pytest.param({"changes": [{**TICK, "done": 1}]}, id="a number for a tick"),
        pytest.param({"changes": [{**TICK, "done": None}]}, id="null for a tick"),
        pytest.param({"changes": [{**TICK, "note": ["x"]}]}, id="a list for a note"),
        pytest.param({"changes": [{**TICK, "table": "Bord 2"}]}, id="a field too many"),
        pytest.param({"changes": [{**TICK, "theme": None}]}, id="null for a theme"),
        pytest.param({"changes": [{**TICK, "number": -1}]}, id="a number below 0"),
        pytest.param({"changes": [{**TICK, "number": 2**53}]}, id="a higher number than phones have"),
        pytest.param({"changes": [{**TICK, "number": 1.5}]}, id="half a number"),
        pytest.param({"changes": [{**TICK, "number": True}]}, id="a tick for a number"),
        pytest.param({"changes": [TICK], "phone": 1}, id="a number for a phone"),
        pytest.param({"changes": [TICK], "phone": "x" * 65}, id="a phone with a long name"),
        pytest.param({"changes": [TICK], "phone": "a b"}, id="a phone with another name"),
    ],
)
def test_what_is_malformed_is_refused(server: Server, store: Store, seminar: Seminar, content: object) -> None:
    answer = server.post(seminar.tables[0].key, content)
    assert (answer.status, answer.json) == (400, {"error": "Det sendte kan ikke læses."})
    assert store.marks(seminar.id) == ()


def test_an_older_change_of_a_phone_that_comes_late_is_taken_and_changes_nothing(
    server: Server, store: Store, seminar: Seminar, key: str
) -> None:
    newer, older = (
        {**TICK, "done": done, "number": number} for done, number in ((False, 2**53 - 1), (True, 2**53 - 2))
    )
    for change in (newer, older):
        answer = server.post(key, {"phone": "en-telefon_1", "changes": [change]})
        assert (answer.status, [mark["done"] for mark in answer.json["marks"]]) == (200, [False])
    assert server.post(key, {"phone": "en-anden", "changes": [older]}).json["marks"][0]["done"]


def test_notes_for_which_there_is_no_room_are_named(server: Server, store: Store, seminar: Seminar, key: str) -> None:
    notes = [{"theme": theme, "item": item, "note": "n" * 1000} for theme, item in places(STANDARD)[:21]]
    assert server.post(key, {"changes": notes[:20]}).status == 200
    answer = server.post(key, {"changes": [TICK, {**notes[20], "number": 3}]})
    assert (answer.status, answer.json["full"], answer.json["refused"]) == (400, True, [{**notes[20], "number": 3}])
    assert len(store.marks(seminar.id)) == 20


@contextmanager
def locked(tmp_path: Path) -> Iterator[None]:
    """Another program writes in the database and does not come to an end."""
    with sa.create_engine(f"sqlite:///{tmp_path / 'state' / 'live.sqlite'}").connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield


def test_who_reads_does_not_wait_for_who_writes(
    server: Server, seminar: Seminar, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when more phones wait to write than there are threads for. Those without a thread are told after a while."""
    seconds = _FOR_EVER / 10
    monkeypatch.setattr(routes, "_write_down", partial(routes._write_down, seconds=seconds))
    answers = f"{path_of(key, '')}/svar"
    with ThreadPoolExecutor(30) as pool:
        with locked(tmp_path):
            writing = [pool.submit(server.post, key, {"changes": [TICK]}) for _ in range(30)]
            eventually(lambda: (routes._WRITERS.borrowed_tokens, routes._WRITERS.statistics().tasks_waiting), (8, 22))
            for asked in (path_of(key, ""), answers) * 5:
                assert server.ask(asked).status == 200
            assert not any(one.done() for one in writing)
            server.later(seconds)
            eventually(lambda: sum(one.done() for one in writing), 22)
        assert sorted(one.result().status for one in writing) == [200] * 8 + [503] * 22


def test_whoever_waits_for_another_writer_is_told_before_the_phone_gives_up_and_nothing_is_written_later(
    server: Server, store: Store, seminar: Seminar, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Eight wait as long as one: what a phone has given up must not undo what it has set since."""
    monkeypatch.setattr("shell.live.store.SECONDS_TO_WRITE", 3)
    with ThreadPoolExecutor(8) as pool, locked(tmp_path):
        begun = time.monotonic()
        writing = [pool.submit(server.post, key, {"changes": [TICK]}) for _ in range(8)]
        assert {one.result().status for one in writing} == {503}
        assert time.monotonic() - begun < seconds_a_phone_waits()
    assert store.marks(seminar.id) == ()
    assert server.post(key, {"changes": [TICK]}).status == 200


def seconds_a_phone_waits() -> float:
    found = re.search(r"TIMEOUT = (\d+)", SCRIPT)
    assert found
    return int(found[1]) / 1000


def test_the_server_gives_up_before_the_phone_does() -> None:
    """First nobody is free to write it down, then the database is not."""
    assert seconds_a_phone_waits() > SECONDS_FOR_A_THREAD + SECONDS_TO_WRITE


def test_a_database_that_nobody_else_may_read_is_told_soon(
    server: Server, seminar: Seminar, key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shell.live.database.SECONDS_TO_READ", SECONDS_TO_READ)
    with sa.create_engine(f"sqlite:///{tmp_path / 'state' / 'live.sqlite'}").connect() as connection:
        connection.exec_driver_sql("PRAGMA locking_mode = EXCLUSIVE")
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
        before = time.monotonic()
        page = server.ask(path_of(key, ""))
        assert time.monotonic() - before < seconds_a_phone_waits()
        connection.rollback()
    assert (page.status, page.headers["refresh"]) == (503, "5")
    assert "Siden prøver selv igen om lidt" in page.text


def test_after_the_file_is_deleted_nothing_is_said_to_be_saved(
    server: Server, key: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert server.post(key, {"changes": [TICK]}).status == 200
    for file in (tmp_path / "state").glob("live.sqlite*"):
        file.unlink()
    answer = server.post(key, {"changes": [{**TICK, "done": False}]})
    assert (answer.status, answer.json) == (503, {"error": "Arket kan ikke hentes lige nu"})
    assert server.ask(f"{path_of(key, '')}/svar").status == 503
    assert server.ask(path_of(key, "")).status == 503
    assert "er flyttet eller slettet" in caplog.text
    assert key not in caplog.text


def test_what_is_not_on_the_sheet_is_named(server: Server, store: Store, seminar: Seminar, key: str) -> None:
    unknown = {"theme": "Fysiske rammer", "item": "Svømmehal", "wished": True}
    answer = server.post(key, {"changes": [TICK, unknown]})
    assert answer.status == 400
    assert answer.json["refused"] == [unknown]
    assert store.marks(seminar.id) == ()


@pytest.mark.parametrize(("letters", "status"), [(1000, 200), (1001, 400)])
def test_how_long_a_note_may_be(server: Server, key: str, letters: int, status: int) -> None:
    assert server.post(key, {"changes": [{**TICK, "note": "å" * letters}]}).status == status


@pytest.mark.parametrize(("bytes_", "status"), [(MOST_BYTES, 200), (MOST_BYTES + 1, 413)])
def test_how_much_may_be_sent_at_once(server: Server, key: str, bytes_: int, status: int) -> None:
    assert server.post(key, json.dumps({"changes": [TICK]}).encode().ljust(bytes_)).status == status


def test_a_body_without_an_end_is_not_read_to_it(server: Server, key: str) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=MOST_SECONDS)
    connection.putrequest("POST", f"{path_of(key, '')}/svar")
    for name, value in server.as_its_page.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.putheader("Transfer-Encoding", "chunked")
    connection.endheaders()
    for _ in range(5):
        connection.send(b"4000\r\n" + b" " * 0x4000 + b"\r\n")
    assert connection.getresponse().status == 413
    connection.close()


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("application/json", 200),
        ("Application/JSON; charset=utf-8", 200),
        ("text/plain", 415),
        ("application/x-www-form-urlencoded", 415),
        ("", 415),
    ],
)
def test_only_json_is_taken(server: Server, key: str, kind: str, status: int) -> None:
    body = json.dumps({"changes": [TICK]}).encode()
    assert (
        server.ask(f"{path_of(key, '')}/svar", "POST", body, **server.as_its_page | {"Content_Type": kind}).status
        == status
    )


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("end", ["", "/svar"])
def test_other_methods_are_not_allowed(server: Server, key: str, method: str, end: str) -> None:
    assert server.ask(f"{path_of(key, '')}{end}", method).status == 405


def test_the_page_itself_takes_nothing(server: Server, key: str) -> None:
    body = json.dumps({"changes": [TICK]}).encode()
    assert server.ask(path_of(key, ""), "POST", body, **server.as_its_page).status == 405


def test_other_pages_are_streamlits_as_before(server: Server) -> None:
    assert 'lang="da"' in server.ask("/puljen").text
    for path, unknown in (("/bord", "bord"), ("/bord/x/y", "y"), ("/ukendt", "ukendt")):
        answer = server.ask(path)
        assert (answer.status, answer.headers["location"]) == (307, f"/?ukendt={unknown}")


def test_below_another_path(seminar: Seminar, key: str) -> None:
    assert path_of(key, "/tavle/") == f"/tavle/bord/{key}"
    with serving("tavle") as below:
        assert below.ask(path_of(key, "tavle")).status == 200
        assert below.ask(f"/bord/{key}").status == 307


def test_a_source_in_a_workbook_has_no_live_sheet(server: Server, configure: Configure, tmp_path: Path) -> None:
    configure(f"[connections.csv]\nfolder = '{tmp_path}'\n")
    assert server.ask(path_of("A" * 22, "")).status == 404
    assert server.post("A" * 22, {"changes": [TICK]}).status == 404


def test_a_database_that_does_not_answer_is_said_to_be_so(
    server: Server, store: Store, key: str, tmp_path: Path
) -> None:
    with sa.create_engine(f"sqlite:///{tmp_path / 'state' / 'live.sqlite'}").begin() as connection:
        connection.exec_driver_sql("ALTER TABLE live_marks RENAME TO gone")
    assert server.ask(f"{path_of(key, '')}/svar").status == 503
    assert server.post(key, {"changes": [TICK]}).status == 503
    page = server.ask(path_of(key, ""))
    assert page.status == 503
    assert "Siden prøver selv igen om lidt" in page.text
    assert page.headers["refresh"] == "5"


def test_the_script_for_no_network_is_a_script(server: Server) -> None:
    answer = server.ask("/bord/uden-net.js")
    assert (answer.status, answer.headers["content-type"]) == (200, "text/javascript; charset=utf-8")


class Reading(HTMLParser):
    """The elements of a page by name, and the text of its headings, labels and scripts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_names_that_look_like_html_are_text(server: Server, store: Store) -> None:
    def sheet(trap: str) -> Sheet:
        theme = Theme(f"T{trap}", f"V{trap}", f"X{trap}", (f"I{trap}",), f"A{trap}")
        return Sheet((theme,), (f"Q{trap}",))

    trap = "</script></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>&amp;\"' <!--"
    pages = []
    for text in ("", trap):
        seminar = store.open_seminar(sheet(text), [f"B{text}"], f"O{text}", NOW)
        pages.append(server.ask(path_of(seminar.tables[0].key, "")).text)
    plain, trapped = map(Reading, pages)
    assert trapped.names == plain.names
    for letter in "TVXIAQBO":
        assert any(f"{letter}{' '.join(trap.split())}" in text for text in trapped.texts), letter
    assert "<" not in pages[1].partition('id="places">')[2].partition("</script>")[0]
    key = store.seminars()[0].tables[0].key
    assert server.post(key, {"changes": [{"theme": f"T{trap}", "item": f"I{trap}", "note": trap}]}).status == 200


OWN, FOREIGN = "http://127.0.0.1", "https://fremmed.example"


@pytest.mark.parametrize(
    ("method", "headers", "status"),
    [
        pytest.param("POST", {"Origin": OWN}, 200, id="from its own page"),
        pytest.param("POST", {"Origin": OWN, "Sec_Fetch_Site": "same-origin"}, 200, id="as newer browsers say it"),
        pytest.param("POST", {"Sec_Fetch_Site": "same-origin"}, 200, id="without naming the page"),
        pytest.param("POST", {}, 403, id="without saying from where"),
        pytest.param("POST", {"Origin": ""}, 403, id="from nowhere"),
        pytest.param("POST", {"Origin": "null"}, 403, id="from a page without a name"),
        pytest.param("POST", {"Origin": "http://["}, 403, id="from what is no address"),
        pytest.param("POST", {"Origin": FOREIGN}, 403, id="from a foreign page"),
        pytest.param("POST", {"Origin": FOREIGN, "Sec_Fetch_Site": "same-origin"}, 403, id="from one that lies"),
        pytest.param("POST", {"Origin": f"{OWN}.fremmed.example"}, 403, id="from one whose name begins alike"),
        pytest.param("POST", {"Origin": OWN, "Sec_Fetch_Site": "same-site"}, 403, id="from another port"),
        pytest.param("POST", {"Origin": OWN, "Sec_Fetch_Site": "cross-site"}, 403, id="from another site"),
        pytest.param("POST", {"Origin": OWN, "Sec_Fetch_Site": "none"}, 403, id="typed by somebody"),
        pytest.param("GET", {"Origin": OWN, "Sec_Fetch_Site": "same-origin"}, 200, id="its own page reads"),
        pytest.param("GET", {"Sec_Fetch_Site": "none"}, 200, id="typed and read"),
        pytest.param("GET", {}, 200, id="an older browser reads"),
        pytest.param("GET", {"Sec_Fetch_Site": "cross-site"}, 403, id="a foreign page reads"),
        pytest.param("GET", {"Sec_Fetch_Site": "same-site"}, 403, id="another port reads"),
    ],
)
def test_a_tables_marks_are_for_its_own_page(
    server: Server, store: Store, seminar: Seminar, key: str, method: str, headers: dict[str, str], status: int
) -> None:
    body = json.dumps({"changes": [TICK]}).encode() if method == "POST" else None
    answer = server.ask(f"{path_of(key, '')}/svar", method, body, Content_Type="application/json", **headers)
    assert answer.status == status
    assert len(store.marks(seminar.id)) == (method == "POST" and status == 200)


def test_a_tables_page_is_opened_from_wherever_its_link_stands(server: Server, key: str) -> None:
    for site in ("none", "cross-site", "same-origin"):
        answer = server.ask(path_of(key, ""), Sec_Fetch_Site=site, Sec_Fetch_Mode="navigate")
        assert (answer.status, answer.headers["cross-origin-resource-policy"]) == (200, "same-origin")


def test_very_much_at_once_is_refused_in_danish_and_nothing_of_it_is_kept(
    server: Server, store: Store, seminar: Seminar, key: str
) -> None:
    """A note of a megabyte, and a thousand notes of ten thousand letters."""
    in_one = server.post(key, {"changes": [{**TICK, "note": "æ" * 2**20}]})
    assert (in_one.status, in_one.json["error"]) == (
        413,
        "Der er sendt for meget på én gang. En note kan højst være på 1.000 tegn.",
    )
    long = [{**TICK, "note": "n" * 10_000}]
    assert {server.post(key, {"changes": long * few}).status for few in (1, 6)} == {400}
    assert server.post(key, {"changes": long * 1000}).status == 413
    assert store.marks(seminar.id) == ()


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Time stands still, so that what is used up stays so."""
    monkeypatch.setattr("shell.live.limits.OF_A_TABLE", Often(4, 1))
    monkeypatch.setattr("shell.live.limits.OF_GUESSES", Often(3, 1))
    monkeypatch.setattr(routes, "Limits", lambda: Limits(lambda: 0.0))
    with serving() as server:
        yield server


def test_whoever_guesses_keys_is_slowed_down_and_the_tables_are_not(strict: Server, seminar: Seminar, key: str) -> None:
    assert strict.ask(path_of(key, "")).status == 200
    guessed = [strict.ask(f"/bord/{'x' * length}") for length in range(1, 5)]
    assert [one.status for one in guessed] == [404, 404, 429, 429]
    assert (guessed[-1].headers["refresh"], guessed[-1].headers["cache-control"]) == ("5", "no-store")
    assert "Siden prøver selv igen om lidt" in guessed[-1].text
    assert strict.post(key, {"changes": [TICK]}).status == 200


def test_a_table_that_floods_is_slowed_down_and_the_others_are_not(strict: Server, seminar: Seminar) -> None:
    one, other = (table.key for table in seminar.tables)
    assert [strict.ask(path_of(key, "")).status for key in (one, other)] == [200, 200]
    answers = [strict.post(one, {"changes": [TICK]}) for _ in range(5)]
    assert [answer.status for answer in answers] == [200] * 4 + [429]
    assert answers[-1].json == {"error": "Der er travlt lige nu"}
    assert strict.post(other, {"changes": [TICK]}).status == 200


def test_behind_a_proxy_on_the_same_machine_each_phones_address_counts_for_itself(strict: Server) -> None:
    """What one behind it says of itself stands before the proxy's own word, and counts for nothing."""
    for number in range(4):
        said = f"203.0.113.{number}, 198.51.100.1"
        status = strict.ask(f"/bord/gaet-{number}", X_Forwarded_For=said).status
        assert status == (404 if number < 3 else 429)
    assert strict.ask("/bord/gaet-4", X_Forwarded_For="198.51.100.2").status == 404
