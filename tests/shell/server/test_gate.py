"""What the server sends to whoever has not logged in, and the way back to the link they came by."""

import json
from urllib.parse import quote

import pytest
from starlette.responses import RedirectResponse, Response
from starlette.types import Message, Receive, Scope, Send
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from core.access.role import Role
from core.menu import MENU_ITEMS
from shell.server.gate import Gate
from tests.conftest import Configure
from tests.each import each
from tests.shell.server.test_danish_page import run
from tests.signing_in import AUTH, COOKIE_SECRET, LOGIN, ORIGIN, claims_of


def cookie_of(*roles: Role) -> str:
    said = json.dumps(claims_of(*roles) | {"origin": ORIGIN})
    return f"{USER_COOKIE_NAME}={create_signed_value(COOKIE_SECRET, USER_COOKIE_NAME, said).decode()}"


async def all_that_there_is(scope: Scope, receive: Receive, send: Send) -> None:
    """What stands behind the gate, and holds nothing back. Streamlit leads to the first screen after a login."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    elif scope["path"].endswith("oauth2callback"):
        root = scope["path"].removesuffix("oauth2callback")
        await RedirectResponse(root, 302)(scope, receive, send)
    else:
        await Response("tallene")(scope, receive, send)


def asked(path: str, root: str = "/", kind: str = "http", **headers: str) -> tuple[int, dict[str, str]]:
    """The status and headers of the answer; of a web socket 101 or 403."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    pairs = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": kind, "method": "GET", "path": path, "query_string": b"", "headers": pairs}
    run(Gate(all_that_there_is, root)(scope, receive, send))
    if kind == "websocket":
        return (101 if sent[0]["type"] == "websocket.accept" else 403), {}
    return sent[0]["status"], {name.decode(): value.decode() for name, value in sent[0]["headers"]}


@pytest.fixture
def login(configure: Configure) -> Configure:
    configure(LOGIN)
    return configure


OPEN = [
    *(f"{item.address}" for item in MENU_ITEMS),
    "static/js/index.js",
    "favicon.png",
    "_stcore/health",
    "_stcore/host-config",
    "auth/login",
    "auth/logout",
    "oauth2callback",
    "bord/noegle",
    "bord/noegle/svar",
    "health",
    "metrics",
    "was",
]
CLOSED = [
    "media/abc.xlsx",
    "/media/abc.xlsx",
    "_stcore/metrics",
    "_stcore/script-health-check",
    "_stcore/bidi-components/x",
    "_stcore/agent/openapi.json",
    "_stcore/healthy",
    "component/x",
    "app/static/x",
    "statics",
    "health/x",
    "metricsx",
    "bord",
    "puljen/../media/abc.xlsx",
    "puljen/",
    "findes-ikke",
]


@pytest.mark.parametrize("root", ["/", "/tavlen/"])
def test_only_the_way_in_the_phones_and_what_is_for_everyone_are_open_to_whoever_has_not_logged_in(
    login: Configure, root: str
) -> None:
    statuses = {path: asked(f"{root}{path}", root)[0] for path in OPEN + CLOSED}
    assert {path for path, status in statuses.items() if status == 403} == set(CLOSED)


def test_a_path_outside_of_where_the_dashboard_lies_is_closed(login: Configure) -> None:
    assert asked("/media/x", "/tavlen/")[0] == asked("/tavlen", "/tavlen/")[0] == 403


@pytest.mark.parametrize("role", Role, ids=str)
def test_whoever_has_a_role_may_fetch(login: Configure, role: Role) -> None:
    for path in ("/media/abc.xlsx", "/_stcore/metrics"):
        assert asked(path, cookie=cookie_of(role))[0] == 200


def test_a_stranger_may_fetch_nothing(login: Configure) -> None:
    assert asked("/media/abc.xlsx", cookie=cookie_of())[0] == 403


def test_whoever_has_logged_out_may_fetch_nothing(login: Configure) -> None:
    cookie = cookie_of(Role.CHAIR)
    assert asked("/media/abc.xlsx", cookie=cookie)[0] == 200
    assert asked("/auth/logout", cookie=cookie)[0] == 200
    assert asked("/media/abc.xlsx", cookie=cookie)[0] == 403


def test_a_role_that_is_taken_away_fetches_nothing(login: Configure) -> None:
    cookie = cookie_of(Role.CHAIR)
    assert asked("/media/abc.xlsx", cookie=cookie)[0] == 200
    login(AUTH)
    assert asked("/media/abc.xlsx", cookie=cookie)[0] == 403


@pytest.mark.parametrize("written", ["[auth]\n", "[access.board]\nsub = '7'\n", "x = ["], ids=["auth", "access", "all"])
def test_settings_that_do_not_say_who_may_open_nothing_but_the_way_in(login: Configure, written: str) -> None:
    login(written)
    assert asked("/media/abc.xlsx", cookie=cookie_of(Role.CHAIR))[0] == 403
    assert asked("/auth/logout")[0] == asked("/puljen")[0] == 200


def test_a_login_that_is_gone_from_the_settings_while_it_runs_opens_nothing(login: Configure) -> None:
    assert asked("/media/abc.xlsx")[0] == 403
    login("")
    assert asked("/media/abc.xlsx")[0] == 403


def test_without_a_login_all_is_served(configure: Configure) -> None:
    configure("")
    assert [path for path in OPEN + CLOSED if asked(f"/{path}")[0] == 403] == []


def test_a_web_socket_that_is_not_the_screens_asks_for_the_login(login: Configure) -> None:
    assert asked("/_stcore/stream", kind="websocket")[0] == 101
    assert asked("/_stcore/andet", kind="websocket")[0] == 403


def test_a_page_that_is_none_leads_to_the_login(login: Configure) -> None:
    status, headers = asked("/tavlen/findes-ikke", "/tavlen/", accept="text/html,*/*")
    assert (status, headers["location"]) == (303, "/tavlen/")


WAYS = {
    "a screen": ("http://x/puljen", "puljen"),
    "a screen with what is looked at": ("http://x/puljen?dato=2024-06-15&sorter=", "puljen?dato=2024-06-15"),
    "words that are no letters": ("http://x/afdelinger?afdeling=%C3%86%26x", "afdelinger?afdeling=%C3%86%26x"),
    "the first screen": ("http://x/", ""),
    "the first screen on a day": ("http://x/?dato=2024-06-15", "?dato=2024-06-15"),
    "no way": ("", ""),
    "no screen": ("http://x/findes-ikke", ""),
    "another host's screen": ("http://ond.example//ond.example/puljen", ""),
    "half an address": ("http://[x", ""),
    "far too long": (f"http://x/puljen?x={'y' * 5000}", ""),
}


@pytest.mark.parametrize("root", ["/", "/tavlen/"])
@pytest.mark.parametrize(("came", "back"), WAYS.values(), ids=WAYS)
def test_the_login_leads_back_to_the_link_they_came_by(login: Configure, came: str, back: str, root: str) -> None:
    referer = came.replace("http://x/", f"http://x{root}", 1)
    _, headers = asked(f"{root}auth/login", root, referer=referer)
    cookie = headers["set-cookie"].partition(";")[0]
    assert f"Path={root}; " in headers["set-cookie"]
    assert "HttpOnly; SameSite=Lax" in headers["set-cookie"]
    assert asked(f"{root}oauth2callback", root, cookie=cookie)[1]["location"] == root + back


@each(
    {
        "another host": ("//ond.example/puljen",),
        "an address": ("https://ond.example/puljen",),
        "a line of its own": ("puljen\r\nset-cookie: x=y",),
        "a script": ("javascript:alert(1)",),
        "a way up": ("../../ond",),
        "the login again": ("auth/logout",),
    }
)
def test_a_way_back_that_the_dashboard_did_not_write_leads_to_the_first_screen(way: str) -> None:
    _, headers = asked("/oauth2callback", cookie=f"vej_tilbage={quote(way, safe='')}")
    assert headers["location"] == "/"
    assert "set-cookie" not in headers
