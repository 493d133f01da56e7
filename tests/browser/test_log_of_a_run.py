"""The log of a whole dashboard: lines that a program can read, and no name, key or word of anybody in them."""

import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote

import pytest

from bench.viewer import Viewer
from tests.browser.conftest import Dashboard, start_dashboard
from tests.eventually import eventually
from tests.google_sheets import faults
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import EMAIL, secrets_toml
from tests.organisations.lyngklokken import SECRET, lyngklokken
from tests.organisations.stores import as_workbook
from tests.shell.server.test_danish_page import run

KEY, TOKEN = "noegle-til-regnearket", "hemmelig-adgangskode"
LINE = re.compile(r'(\w+=("(?:[^"\\]|\\.)*"|[^" =\\]+)( |$))+')
PRIVATE = {
    "a name in a sheet": SECRET,
    "an e-mail in a sheet": "proeve@eksempel.invalid",
    "a name in the wrong column": "Hanne Prøvesen",
    "a name in an address": "Helga",
    "the spreadsheet's key": KEY,
    "the token": TOKEN,
    "the account": EMAIL,
    "where a request came from": "192.0.2.7",
}


@pytest.fixture
def google() -> Iterator[GoogleStandIn]:
    tables = lyngklokken()
    tables["Fakturaer"][2]["Beløb"] = PRIVATE["a name in the wrong column"]
    tables["Fokusgruppe"][0]["Alder"] = PRIVATE["a name in the wrong column"]
    with GoogleStandIn([as_workbook(tables, KEY)]) as stand_in:
        yield stand_in


@pytest.fixture
def dashboard(google: GoogleStandIn, tmp_path: Path) -> Iterator[Dashboard]:
    secrets = f"{secrets_toml(KEY)}[dashboard]\nminutes_between_readings = 0.03\n"
    secrets += f"[monitoring]\ntoken = '{TOKEN}'\n"
    started = start_dashboard(tmp_path, secrets, **google.environment())
    yield started
    started.kill()


def ask(address: str, **headers: str) -> None:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
            answer.read()
    except HTTPError as error:
        error.close()


def test_nothing_of_anybody_is_in_the_log(dashboard: Dashboard, google: GoogleStandIn, tmp_path: Path) -> None:
    def log() -> str:
        return (tmp_path / "log.txt").read_text(encoding="utf-8")

    eventually(lambda: "The source has been read" in log())
    for page in ("fokusgruppen", "puljen", "data"):
        run(Viewer(f"{dashboard.address}/{page}?afdeling=Helga").open())
    ask(f"{dashboard.address}/bord/Helga", authorization=f"Bearer {TOKEN}")
    ask(f"{dashboard.address}/{quote('Helga Æ')}?x=Helga", Host="lokkedue.example")
    ask(f"{dashboard.address}/health", X_Forwarded_For="192.0.2.7")
    google.fault = faults.always(faults.DROPPED)
    eventually(lambda: "level=warning logger=shell.reading.refresher" in log())

    said = log()
    assert "host=lokkedue.example" in said
    assert "logger=urllib3.connectionpool" in said, "what retries tells of it, with the address"
    assert [name for name, private in PRIVATE.items() if private in said] == []
    assert str(tmp_path) not in said
    lines = [line for line in said.splitlines() if line.startswith("time=")]
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    address = dashboard.address.replace("127.0.0.1", "localhost")
    others = {line for line in said.splitlines() if line.strip() and line not in lines}
    assert others <= {"  You can now view your Streamlit app in your browser.", f"  URL: {address}"}
