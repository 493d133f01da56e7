"""A guest at a table takes the key off the link on the phone and tries to come further, without a browser: by the name
that the phones use, and by the dashboard's own, where there is a login. The chair's own way shows that the doors that
are tried lead somewhere.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, generate_xsrf_token_string
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME, XSRF_COOKIE_NAME
from websockets.exceptions import InvalidHandshake
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from core.access.role import Role
from core.menu import MENU_ITEMS
from core.planche.standard import STANDARD
from shell.live.configured import live_store
from shell.live.routes import path_of
from shell.live.seminar import Change, Seminar
from shell.live.store import Store
from shell.machine import clock
from shell.machine.settings import checked
from tests.browser.conftest import ROOT, start_dashboard
from tests.signing_in import ACCESS, AUTH, COOKIE_SECRET, claims_of

PHONES = "borde.example"
ORGANISATION, WRITTEN = "DOMI Bolig", "Skrevet ved det andet bord"


@dataclass(frozen=True)
class Party:
    """A seminar that is going on, and the host that the tables' phones know."""

    address: str
    store: Store
    seminar: Seminar

    @property
    def own(self) -> str:
        """The guest's key."""
        return self.seminar.tables[0].key

    @property
    def secrets(self) -> list[bytes]:
        """What a guest is not to see."""
        return [text.encode() for text in (self.seminar.tables[1].key, WRITTEN, "kr.", "Afregnet")]

    def ask(self, path: str, method: str = "GET", host: str = PHONES, **headers: str) -> tuple[int, bytes]:
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=60)
        connection.putrequest(method, path, skip_host=True)
        for name, value in {"Host": host, **headers}.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        try:
            return answer.status, answer.read()
        finally:
            connection.close()


@pytest.fixture(scope="module")
def party(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Party]:
    folder: Path = tmp_path_factory.mktemp("party")
    live = {"url": f"sqlite:///{(folder / 'live.sqlite').as_posix()}", "hosts": [PHONES]}
    settings = (
        f"[connections.csv]\nfolder = '{(ROOT / 'sample_data').as_posix()}'\n"
        f"[live]\nurl = '{live['url']}'\nhosts = {json.dumps(live['hosts'])}\n"
    )
    started = start_dashboard(folder, settings + AUTH + ACCESS)
    store = live_store(checked({"live": live}))
    assert store
    seminar = store.open_seminar(STANDARD, ["Gæstens bord", "Et andet bord"], ORGANISATION, clock.now())
    store.write(seminar.tables[1].key, [Change("Fysiske rammer", "Legepladser", note=WRITTEN)], clock.now())
    yield Party(started.address, store, seminar)
    started.kill()


def test_a_guest_has_the_own_tables_sheet_and_nothing_more_of_it(party: Party) -> None:
    for path in (path_of(party.own, ""), f"{path_of(party.own, '')}/svar", "/bord/uden-net.js"):
        status, body = party.ask(path)
        assert status == 200, path
        assert not [secret for secret in party.secrets if secret in body]
    assert party.ask("/bord/gaettet")[0] == 404


@pytest.fixture(scope="module")
def ways(party: Party) -> list[str]:
    """Of asking the server for more than the phones' sheets."""
    core = ("health", "host-config", "script-health-check", "metrics", "upload_file/a/b", "agent/openapi.json", "bidi")
    screens = [f"/{item.address}" for item in MENU_ITEMS]
    tricks = ("/..", "/../..", "/%2e%2e", "/%2e%2e/%2e%2e", "/..%2f..", "/.", "//", "/;", "/svar/..", "/svar/../..")
    return [
        *screens,
        *(f"/_stcore/{one}" for one in core),
        *(f"/bord/_stcore/{one}" for one in core),
        *("/media/x.xlsx", "/static/index.html", "/app/static/x", "/component/x", "/favicon.png", "/oauth2callback"),
        *("/auth/login", "/auth/logout", "/index.html", "/bord", "/bord/", "//telefon", "/bord/../telefon"),
        *(f"/bord/{party.own}{trick}/telefon" for trick in tricks),
        f"/bord/{party.own}/telefon?embed=true",
        f"http://127.0.0.1/telefon?{party.own}",
    ]


def test_by_the_phones_name_there_is_no_other_way_in(party: Party, ways: list[str]) -> None:
    for way in ways:
        for method in ("GET", "POST", "OPTIONS", "HEAD"):
            status, body = party.ask(way, method)
            assert status >= 400, f"{method} {way}"
            assert not [secret for secret in party.secrets if secret in body], way
            assert b"streamlit" not in body.lower(), way


FORGED = (
    {"X_Forwarded_Host": "127.0.0.1"},
    {"X_Forwarded_For": "127.0.0.1", "X_Real_IP": "127.0.0.1"},
    {"Forwarded": "host=127.0.0.1;for=127.0.0.1"},
    {"X_Original_URL": "/bord/x", "X_Rewrite_URL": "/bord/x"},
    {"Origin": "http://127.0.0.1"},
)


def test_headers_that_a_guest_adds_open_nothing(party: Party) -> None:
    for headers in FORGED:
        assert party.ask("/telefon", **headers)[0] == 403, headers
    for host in ("localhost.", "127.1", "[::]", "0.0.0.0", "127.0.0.1@x", f"{PHONES}, 127.0.0.1", "tavlen.example"):
        assert party.ask("/telefon", host=host, X_Forwarded_For="192.0.2.7")[0] in (400, 403), host


def test_by_the_phones_name_no_web_socket_is_opened(party: Party) -> None:
    for way in ("/_stcore/stream", f"/bord/{party.own}/_stcore/stream", "/bord/_stcore/stream", f"/bord/{party.own}"):
        address = f"{party.address.replace('http', 'ws', 1)}{way}"
        for origin in (None, f"http://{PHONES}"):
            with (
                pytest.raises(InvalidHandshake),
                connect(address, additional_headers={"Host": PHONES, **({"Origin": origin} if origin else {})}),
            ):
                pass


def sent_to(party: Party, screen: str, claims: dict[str, object] | None = None) -> bytes:
    """All that comes through a web socket until the screen is drawn; claims: of whoever has logged in."""
    asked = BackMsg()
    asked.rerun_script.page_name = screen
    asked.rerun_script.context_info.url = f"{party.address}/{screen}"
    headers, protocols = {}, [Subprotocol("streamlit")]
    if claims is not None:
        said = create_signed_value(COOKIE_SECRET, USER_COOKIE_NAME, json.dumps(claims)).decode()
        token = generate_xsrf_token_string()
        headers = {"Cookie": f"{USER_COOKIE_NAME}={said}; {XSRF_COOKIE_NAME}={token}"}
        protocols.append(Subprotocol(token))
    sent, origin = b"", Origin(party.address)
    address = f"{party.address.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(address, additional_headers=headers, origin=origin, subprotocols=protocols, max_size=None) as socket:
        socket.send(asked.SerializeToString())
        while True:
            frame = socket.recv(timeout=60)
            assert isinstance(frame, bytes)
            sent += frame
            if ForwardMsg.FromString(frame).WhichOneof("type") == "script_finished":
                return sent


def test_by_the_dashboards_own_name_the_chair_sees_the_keys_and_a_guest_does_not(party: Party) -> None:
    keys = [table.key.encode() for table in party.seminar.tables]
    seen = sent_to(party, "telefon", claims_of(Role.CHAIR, origin=party.address))
    assert all(key in seen for key in keys)
    for somebody in (None, claims_of(origin=party.address), claims_of(Role.BOARD, origin=party.address)):
        sent = sent_to(party, "telefon", somebody)
        assert not [key for key in keys if key in sent]
        assert WRITTEN.encode() not in sent


def test_by_the_dashboards_own_name_no_request_without_a_login_has_anything_in_it(
    party: Party, ways: list[str]
) -> None:
    here = urlsplit(party.address).netloc
    for way in ways:
        status, body = party.ask(way, host=here)
        assert status < 500, way
        assert not [secret for secret in party.secrets if secret in body], way
