"""Logging in with a provider of its own in a real browser, and what the server sends to whoever has not."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from websockets.sync.client import connect

from core.access.role import Role
from core.menu import MENU_ITEMS
from tests.browser.conftest import AT_A_DESK, Dashboard, start_dashboard
from tests.browser.screen import NAME
from tests.browser.settled import visitor, wait_until_settled
from tests.eventually import MOST_SECONDS
from tests.signing_in import ACCESS, COOKIE_SECRET, claims_of

CHAIR, MEMBER, STRANGER = "formand", "medlem", "fremmed"
USERS = (
    User(sub=CHAIR, claims={"email": "Formand@lyngklokken.example", "email_verified": True}),
    User(sub=MEMBER, claims={"groups": ["bestyrelse", "haver"]}),
    User(sub=STRANGER, claims={"email": "formand@lyngklokken.example", "email_verified": False, "groups": ["haver"]}),
)
LOG_IN, LOG_IN_AGAIN = "Log ind for at se bestyrelsens overblik", "Log ind igen"
NO_ACCESS = "Du har ikke adgang"


@dataclass
class Locked:
    """A dashboard with a login, and its settings."""

    dashboard: Dashboard
    folder: Path

    @property
    def address(self) -> str:
        return self.dashboard.address

    def give(self, access: str) -> None:
        """Other roles, as the operator writes them while it runs."""
        file = self.folder / "secrets.toml"
        written = file.read_text(encoding="utf-8")
        others = written[: written.index("[access")], written[written.index("[dashboard]") :]
        file.write_text(access.join(others), encoding="utf-8")


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Locked]:
    with run_server_in_thread(user_claims=USERS) as provider:
        auth = f"""
[auth]
redirect_uri = "http://127.0.0.1:{{port}}/oauth2callback"
cookie_secret = "{COOKIE_SECRET}"
client_id = "tavlen"
client_secret = "tavlens-kode"
server_metadata_url = "http://localhost:{provider.server_port}/.well-known/openid-configuration"
"""
        folder = tmp_path_factory.mktemp("locked")
        dashboard = start_dashboard(folder, auth + ACCESS, AUTHLIB_INSECURE_TRANSPORT="1")
        yield Locked(dashboard, folder)
        dashboard.kill()


@pytest.fixture
def somebody(browser: Browser) -> Iterator[Page]:
    """Who has not been here before."""
    with visitor(browser, viewport=AT_A_DESK) as page:
        yield page


def heading(page: Page) -> Any:
    return page.get_by_role("heading", level=1).first


def log_in(page: Page, user: str) -> None:
    page.get_by_role("button", name="Log ind", exact=True).click()
    page.get_by_role("button", name=user, exact=True).click()


def log_out(page: Page) -> None:
    """Here and at the provider, which asks first."""
    page.get_by_role("button", name="Log ud", exact=True).click()
    page.get_by_role("button", name="End session", exact=True).click()


def signed(address: str, secret: str = COOKIE_SECRET, **claims: Any) -> dict[str, str]:
    """A cookie as the dashboard itself would make it, of the chair unless the claims say otherwise."""
    said = claims_of(Role.CHAIR, origin=address) | claims
    return {USER_COOKIE_NAME: create_signed_value(secret, USER_COOKIE_NAME, json.dumps(said)).decode()}


def test_the_first_requests_to_a_fresh_server_are_sent_no_screen(locked: Locked) -> None:
    for item in reversed(MENU_ITEMS):
        sent = sent_to(locked.address, item.address)
        assert LOG_IN.encode() in sent
        assert not [one.title for one in MENU_ITEMS if one.title.encode() in sent]
        assert b"kr." not in sent


def sent_to(address: str, screen: str) -> bytes:
    """All that comes through a web socket of nobody's browser until the screen is drawn."""
    asked = BackMsg()
    asked.rerun_script.page_name = screen
    sent = b""
    with connect(f"{address.replace('http', 'ws', 1)}/_stcore/stream") as socket:
        socket.send(asked.SerializeToString())
        while True:
            message = socket.recv(timeout=MOST_SECONDS)
            assert isinstance(message, bytes)
            sent += message
            if ForwardMsg.FromString(message).WhichOneof("type") == "script_finished":
                return sent


def test_a_link_leads_through_the_login_to_its_screen_and_out_again_in_every_tab(
    locked: Locked, somebody: Page
) -> None:
    somebody.goto(f"{locked.address}/puljen?dato=2024-06-15")
    expect(heading(somebody)).to_have_text(LOG_IN)
    expect(somebody.get_by_test_id("stSidebar")).to_have_count(0)
    wait_until_settled(somebody)
    assert Axe().run(somebody).violations_count == 0
    log_in(somebody, CHAIR)
    expect(somebody.locator(NAME).first).to_have_text("Puljen")
    assert somebody.url == f"{locked.address}/puljen?dato=2024-06-15"
    sidebar = somebody.get_by_test_id("stSidebar")
    expect(sidebar.get_by_text("Logget ind som formand")).to_be_visible()
    other = somebody.context.new_page()
    other.goto(f"{locked.address}/telefon")
    expect(other.locator(NAME).first).to_have_text("Planchen på telefon")
    log_out(somebody)
    expect(heading(somebody)).to_have_text(LOG_IN)
    other.get_by_role("button", name="Vis stort").click()
    expect(heading(other)).to_have_text(LOG_IN_AGAIN)
    expect(other.get_by_text("Planchen på telefon")).to_have_count(0)


def test_a_stranger_gets_no_further_and_can_log_in_as_somebody_else(locked: Locked, somebody: Page) -> None:
    somebody.goto(f"{locked.address}/fokusgruppen")
    log_in(somebody, STRANGER)
    expect(heading(somebody)).to_have_text(NO_ACCESS)
    expect(somebody.get_by_text("Du er logget ind som f…@lyngklokken.example")).to_be_visible()
    expect(somebody.get_by_test_id("stSidebar")).to_have_count(0)
    wait_until_settled(somebody)
    assert Axe().run(somebody).violations_count == 0
    log_out(somebody)
    log_in(somebody, MEMBER)
    expect(somebody.get_by_text("Logget ind som bestyrelsesmedlem")).to_be_visible()


def test_a_screen_that_stands_open_closes_by_itself_when_the_role_is_taken_away(locked: Locked, somebody: Page) -> None:
    somebody.goto(f"{locked.address}/telefon")
    log_in(somebody, CHAIR)
    expect(somebody.locator(NAME).first).to_have_text("Planchen på telefon")
    try:
        locked.give('[access.board]\ngroups = "bestyrelse"\n')
        expect(heading(somebody)).to_have_text(NO_ACCESS)
        expect(somebody.get_by_test_id("stSidebar")).to_have_count(0)
    finally:
        locked.give(ACCESS)


def test_a_cookie_opens_nothing_that_the_login_did_not(locked: Locked, somebody: Page) -> None:
    here, hour = locked.address, 3600
    now = int(time.time())
    # name -> the cookie, and what whoever has it is shown
    cookies = {
        "whose token has run out": (signed(here, iat=now - 2 * hour, exp=now - hour), LOG_IN_AGAIN),
        "of long ago": (signed(here, iat=now - 13 * hour, exp=now + hour), LOG_IN_AGAIN),
        "of tomorrow": (signed(here, iat=now + 24 * hour, exp=now + 25 * hour), LOG_IN_AGAIN),
        "signed by another hand": (signed(here, secret="en-anden-hemmelighed-end-tavlens"), LOG_IN),
        "of another address": (signed("https://andet.example"), LOG_IN),
        "of another provider": (signed(here, provider="andet"), LOG_IN),
        "with another letter under the same seal": (_altered(signed(here)), LOG_IN),
        "of a stranger": (signed(here, email="fremmed@lyngklokken.example"), NO_ACCESS),
        "of the chair": (signed(here), ""),
    }
    file = fetched(somebody, here)
    with httpx.Client() as client:
        assert client.get(file).status_code == 403, "without a cookie"
        for name, (cookie, shown) in cookies.items():
            client.cookies = httpx.Cookies(cookie)
            assert client.get(file).status_code == (403 if shown else 200), name
    for name in ("whose token has run out", "signed by another hand", "of a stranger"):
        cookie, shown = cookies[name]
        somebody.context.clear_cookies()
        somebody.context.add_cookies([{"name": key, "value": value, "url": here} for key, value in cookie.items()])
        somebody.goto(f"{here}/telefon")
        expect(heading(somebody)).to_have_text(shown)


def fetched(page: Page, address: str) -> str:
    """The address of a file that the chair has fetched."""
    page.goto(f"{address}/puljen")
    log_in(page, CHAIR)
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent det viste som Excel").click()
    return download.value.url


def _altered(cookie: dict[str, str]) -> dict[str, str]:
    ((name, value),) = cookie.items()
    said, at, seal = value.rsplit(".", 2)
    other = "A" if said[40] != "A" else "B"
    return {name: f"{said[:40]}{other}{said[41:]}.{at}.{seal}"}


ASKED = {
    "/_stcore/metrics": 403,
    "/_stcore/script-health-check": 403,
    "/_stcore/bidi-components/x/y.js": 403,
    "/component/x/index.html": 403,
    "/media/1234.xlsx": 403,
    "/app/static/x": 403,
    "//media/1234.xlsx": 403,
    "/static/../media/1234.xlsx": 403,
    "/_stcore/upload_file/a/b": 404,
    "/_stcore/health": 200,
    "/_stcore/host-config": 200,
    "/puljen": 200,
    "/bord/ukendt": 404,
}


def test_every_other_path_asks_for_the_login_and_the_phones_for_a_key_alone(locked: Locked) -> None:
    with httpx.Client(base_url=locked.address) as client:
        answers = {path: client.get(f"{locked.address}{path}").status_code for path in ASKED}
        assert answers == ASKED
        page = client.get("/findes-ikke", headers={"accept": "text/html"})
        assert (page.status_code, page.headers["location"]) == (303, "/")
