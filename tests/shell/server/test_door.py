"""Who is served what, by where a request comes from and what the operator has opened."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from shell.machine.log import OneLine
from shell.machine.metrics import REFUSED
from shell.machine.obstacle import Obstacle
from shell.machine.settings import Monitoring, Settings, Workbook, checked
from shell.server.door import (
    Admitted,
    Caller,
    Door,
    admitted,
    caller_of,
    says_the_token,
    tell_whom_it_serves,
)
from tests.conftest import Configure
from tests.each import each
from tests.shell.server.test_danish_page import run
from tests.signing_in import AUTH, LOGIN

BOARD, PHONES = "tavlen.example", "bord.example"


def settings(*, own: bool = True, hosts: tuple[str, ...] = (), live_hosts: tuple[str, ...] = ()) -> Settings:
    return Settings(
        connection=Workbook(Path("data.xlsx")) if own else None,
        seconds=None,
        state_folder=Path("state"),
        slides_template=None,
        live_url=None,
        hosts=hosts,
        live_hosts=live_hosts,
    )


SAMPLE, CLOSED = settings(own=False), settings()
OPENED = settings(hosts=(BOARD,), live_hosts=(PHONES,))
HERE = Caller("localhost", "127.0.0.1")
THERE = "192.0.2.7"


@each(
    {
        "sample data is for everyone": (Caller("hvad.example", THERE), SAMPLE, Admitted.ALL),
        "own figures are for a browser on this machine": (HERE, CLOSED, Admitted.ALL),
        "by number": (Caller("127.0.0.1", "127.0.0.1"), CLOSED, Admitted.ALL),
        "by its newer number": (Caller("::1", "::1"), CLOSED, Admitted.ALL),
        "by its number in the other's shape": (Caller("127.0.0.1", "::ffff:127.0.0.1"), CLOSED, Admitted.ALL),
        "by a socket of this machine": (Caller("localhost", ""), CLOSED, Admitted.ALL),
        "not for another machine": (Caller("localhost", THERE), CLOSED, Admitted.NOTHING),
        "nor for a machine that is no number": (Caller("localhost", "?"), CLOSED, Admitted.NOTHING),
        "nor through a proxy that nobody has told of": (replace(HERE, forwarded=True), CLOSED, Admitted.NOTHING),
        "nor under a foreign name with this machine's number": (
            Caller("lokkedue.example", "127.0.0.1"),
            CLOSED,
            Admitted.NOTHING,
        ),
        "nor without a name": (Caller("", "127.0.0.1"), CLOSED, Admitted.NOTHING),
        "an opened host serves all": (Caller(BOARD, THERE, forwarded=True), OPENED, Admitted.ALL),
        "the phones' host serves the phones": (Caller(PHONES, THERE), OPENED, Admitted.PHONES),
        "a host that is neither serves nothing": (Caller("andet.example", THERE), OPENED, Admitted.NOTHING),
        "a host below an opened one is another": (Caller(f"x.{BOARD}", THERE), OPENED, Admitted.NOTHING),
        "this machine has all beside the opened hosts": (HERE, OPENED, Admitted.ALL),
        "a page of its own asks": (Caller(BOARD, THERE, origin=BOARD), OPENED, Admitted.ALL),
        "a foreign page asks": (Caller(BOARD, THERE, origin="fremmed.example"), OPENED, Admitted.NOTHING),
        "a foreign page asks on this machine": (replace(HERE, origin="fremmed.example"), CLOSED, Admitted.NOTHING),
        "a foreign page, sample data": (
            Caller("x.example", THERE, origin="y.example"),
            SAMPLE,
            Admitted.NOTHING,
        ),
    }
)
def test_who_is_served(caller: Caller, opened: Settings, allowed: Admitted) -> None:
    assert admitted(caller, lambda: opened) is allowed


@each({"this machine": ("127.0.0.1", Admitted.ALL), "another": (THERE, Admitted.NOTHING)})
def test_where_the_settings_cannot_be_read_it_is_this_machines_alone(address: str, allowed: Admitted) -> None:
    def unreadable() -> Settings:
        raise Obstacle("Indstillingerne i secrets.toml kan ikke læses.", "Ret dem.")

    assert admitted(Caller("localhost", address), unreadable) is allowed


@each(
    {
        "name and port": ({"host": "Tavlen.Example:8501"}, Caller("tavlen.example", THERE)),
        "a name with the dot of its root": ({"host": "tavlen.example."}, Caller("tavlen.example", THERE)),
        "a newer number": ({"host": "[::1]:8501"}, Caller("::1", THERE)),
        "no host": ({}, Caller("", THERE)),
        "no host that can be one": ({"host": "[::1"}, Caller("", THERE)),
        "user and host": ({"host": "localhost@fremmed.example"}, Caller("fremmed.example", THERE)),
        "an origin": ({"host": "a.dk", "origin": "https://b.dk:1"}, Caller("a.dk", THERE, origin="b.dk")),
        "an origin without a host": (
            {"host": "a.example", "origin": "null"},
            Caller("a.example", THERE, origin="null"),
        ),
        "a proxy": ({"host": "a.example", "x-forwarded-for": "1.2.3.4"}, Caller("a.example", THERE, forwarded=True)),
    }
)
def test_a_caller_is_read_from_the_request(headers: dict[str, str], caller: Caller) -> None:
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    assert caller_of({"type": "http", "client": (THERE, 1), "headers": pairs}) == caller


OWN_HEADERS = {"/bord/noegle": [(b"x-frame-options", b"DENY")]}


async def screens(scope: Scope, receive: Receive, send: Send) -> None:
    """What stands behind the door, and holds nothing back."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": OWN_HEADERS.get(scope["path"], [])})
        await send({"type": "http.response.body", "body": b"tallene"})


def asked(opened: Settings, host: str, path: str, address: str = "127.0.0.1", **scope: Any) -> list[Message]:
    """What the server would send; scope: what else it knows of the request."""
    headers = [(b"host", host.encode()), *scope.pop("headers", [])]
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    known = {"type": "http", "method": "GET", "path": path, "client": (address, 1), "headers": headers, **scope}
    run(Door(screens, "/bord/", lambda: opened, ["/health", "/metrics"])(known, receive, send))
    return sent


def status(messages: list[Message]) -> int:
    return int(messages[0]["status"])


def headers_of(messages: list[Message]) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in messages[0]["headers"]}


def test_whoever_is_not_served_gets_a_plain_page_in_danish_and_nothing_else() -> None:
    refused = asked(CLOSED, "lokkedue.example", "/puljen")
    assert status(refused) == 403
    assert "Tallene kan ikke åbnes her" in refused[1]["body"].decode()
    assert headers_of(refused)["content-language"] == "da"


STREAM = {"path": "/_stcore/stream", "type": "websocket"}


@each(
    {
        "under a foreign name": (CLOSED, "lokkedue.example", {}, "websocket.close"),
        "from a foreign page": (OPENED, BOARD, {"origin": "https://fremmed.example"}, "websocket.close"),
        "without a page": (OPENED, BOARD, {}, "websocket.accept"),
        "from its own page": (OPENED, BOARD, {"origin": f"https://{BOARD}"}, "websocket.accept"),
    }
)
def test_a_web_socket_is_opened_to_those_who_are_served(
    opened: Settings, host: str, headers: dict[str, str], answer: str
) -> None:
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    (message,) = asked(opened, host, **STREAM, headers=pairs)
    assert message["type"] == answer


@each(
    {
        "a table's page": ("/bord/noegle", 200),
        "the first screen": ("/", 403),
        "a screen": ("/puljen", 403),
        "a name that begins alike": ("/bordene", 403),
    }
)
def test_the_phones_host_serves_the_phones_alone(path: str, answer: int) -> None:
    assert status(asked(OPENED, PHONES, path, THERE)) == answer


TOKEN = "0123456789abcdef"
WATCHED = replace(CLOSED, monitoring=Monitoring(token=TOKEN))


@each(
    {
        "with the token": (WATCHED, "/health", f"Bearer {TOKEN}", 200),
        "for its figures too": (WATCHED, "/metrics", f"Bearer {TOKEN}", 200),
        "in any letters": (WATCHED, "/health", f"bearer  {TOKEN} ", 200),
        "for a screen": (WATCHED, "/puljen", f"Bearer {TOKEN}", 403),
        "for what lies below": (WATCHED, "/health/x", f"Bearer {TOKEN}", 403),
        "with another token": (WATCHED, "/health", f"Bearer {TOKEN}x", 403),
        "with a part of it": (WATCHED, "/health", f"Bearer {TOKEN[:-1]}", 403),
        "with a token that is no text": (WATCHED, "/health", "Bearer \xe6", 403),
        "with none": (WATCHED, "/health", "", 403),
        "in another way": (WATCHED, "/health", f"Basic {TOKEN}", 403),
        "where there is no token": (CLOSED, "/health", "Bearer ", 403),
        "where there is none and it says nothing": (CLOSED, "/health", "Bearer", 403),
    }
)
def test_who_watches_over_it_is_served_under_any_name(opened: Settings, path: str, said: str, answer: int) -> None:
    headers = [(b"authorization", said.encode("latin-1"))]
    assert status(asked(opened, "10.0.0.5", path, THERE, headers=headers)) == answer


def test_a_token_is_no_way_in_where_the_settings_cannot_be_read() -> None:
    def unreadable() -> Settings:
        raise Obstacle("Indstillingerne i secrets.toml kan ikke læses.", "Ret dem.")

    scope = {"type": "http", "headers": [(b"authorization", b"Bearer ")]}
    assert not says_the_token(scope, unreadable)


def test_what_is_refused_is_counted_and_told_without_the_address_it_came_from(caplog: pytest.LogCaptureFixture) -> None:
    before = REFUSED.of()
    asked(CLOSED, "lokkedue.example", "/puljen?afdeling=07", THERE)
    assert REFUSED.of() == before + 1
    (line,) = map(OneLine().format, caplog.records)
    assert line.endswith('message="Refused a request" host=lokkedue.example origin=""')
    assert THERE not in line


@each({"put": ("PUT",), "posted": ("POST",), "asked for": ("GET",)})
def test_nobody_can_upload_a_file(method: str) -> None:
    assert status(asked(SAMPLE, "localhost", "/_stcore/upload_file/a/b", method=method)) == 404


def test_every_answer_says_what_a_browser_may_do_with_it_unless_it_says_so_itself() -> None:
    screen = headers_of(asked(CLOSED, "localhost", "/puljen"))
    assert "frame-ancestors 'self'" in screen["content-security-policy"]
    assert screen["x-frame-options"] == "SAMEORIGIN"
    assert screen["x-content-type-options"] == "nosniff"
    assert headers_of(asked(CLOSED, "localhost", "/bord/noegle"))["x-frame-options"] == "DENY"


@each(
    {
        "a name": (["tavlen.boligorganisation.dk"], ("tavlen.boligorganisation.dk",)),
        "several, in any letters": (["A.dk", "192.0.2.7", "[::1]"], ("a.dk", "192.0.2.7", "::1")),
        "none": ([], ()),
    }
)
def test_the_operator_names_the_hosts(written: list[str], hosts: tuple[str, ...]) -> None:
    assert checked({"dashboard": {"hosts": written}}).hosts == hosts
    assert checked({"live": {"hosts": written}}).live_hosts == hosts


def test_hosts_for_the_phones_name_no_database() -> None:
    assert checked({"live": {"hosts": ["bord.dk"]}}).live_url is None


@each(
    {
        "one name alone": ("tavlen.dk",),
        "an address": (["https://tavlen.dk"],),
        "with a port": (["tavlen.dk:8501"],),
        "a number": ([5],),
        "nothing": ([""],),
        "all": (["*"],),
    }
)
def test_what_is_no_host_is_told(written: object) -> None:
    with pytest.raises(Obstacle, match="skal være en liste af værtsnavne"):
        checked({"dashboard": {"hosts": written}})


AT_THE_START = {
    "own figures, nobody else": ("[connections.csv]\nfolder = 'x'\n", "this machine only"),
    "own figures under a named host": (
        "[connections.csv]\nfolder = 'x'\n[dashboard]\nhosts = ['a.dk']\n",
        "Whoever reaches it sees every screen",
    ),
    "settings that cannot be read": ("[auth]\n", "this machine only"),
    "a login with nobody": (AUTH, "Nobody gets in"),
    "a login with roles": (LOGIN, ""),
    "sample data": ("", ""),
}


@pytest.mark.parametrize(("written", "told"), AT_THE_START.values(), ids=AT_THE_START)
def test_at_the_start_it_is_said_whom_it_serves(
    written: str, told: str, configure: Configure, caplog: pytest.LogCaptureFixture
) -> None:
    configure(written)
    tell_whom_it_serves()
    said = [record.message for record in caplog.records if record.name == "shell.server.door"]
    assert len(said) == bool(told)
    assert all(told in line for line in said)
