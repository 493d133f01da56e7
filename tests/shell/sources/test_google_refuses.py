"""Whatever goes wrong between here and Google: told in Danish with what to do, soon, and without secrets."""

import re
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from core.subjects import CONTRACT
from shell.machine.settings import Spreadsheet
from shell.sources import google as way
from shell.sources.sheets import sheets_reader
from shell.sources.source import SourceError
from tests.eventually import MOST_SECONDS
from tests.google_sheets import faults
from tests.google_sheets.faults import Policy
from tests.google_sheets.recordings import Replay, load
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import EMAIL, service_account
from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.stores import as_workbook

KEY = "lyngklokken"


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[GoogleStandIn]:
    with GoogleStandIn([as_workbook(lyngklokken(), KEY)]) as stand_in:
        stand_in.use(monkeypatch)
        yield stand_in


def refusal(spreadsheet: str = KEY, **account: Any) -> SourceError:
    """account: in place of the right fields."""
    with pytest.raises(SourceError) as caught:
        sheets_reader(Spreadsheet(spreadsheet, {**service_account(), **account}))()
    return caught.value


FAULTS = [
    pytest.param(faults.on_sheets(faults.too_many_requests()), "for mange gange", "Vent lidt", id="429"),
    pytest.param(faults.on_sheets(faults.NO_PERMISSION), "giver ikke adgang", EMAIL, id="403"),
    pytest.param(faults.on_sheets(faults.SERVICE_DISABLED), "API er ikke slået til", "Google Cloud", id="API off"),
    pytest.param(faults.on_sheets(faults.NOT_FOUND), "findes ikke", "spreadsheet", id="404"),
    pytest.param(faults.on_sheets(faults.NOT_A_SHEET), "Excel-ark", "Gem som Google Sheets", id="an .xlsx in Drive"),
    pytest.param(faults.on_sheets(faults.INTERNAL_ERROR), "fejl lige nu (500)", "Vent lidt", id="500"),
    pytest.param(faults.on_sheets(faults.BAD_GATEWAY), "fejl lige nu (502)", "Vent lidt", id="502"),
    pytest.param(faults.on_sheets(faults.UNAVAILABLE), "fejl lige nu (503)", "Vent lidt", id="503"),
    pytest.param(faults.on_sheets(faults.DROPPED), "ikke forbindelse", "nettet", id="dropped"),
    pytest.param(faults.on_values(faults.HALF_A_BODY), "ikke forbindelse", "nettet", id="dropped half way"),
    pytest.param(faults.on_values(faults.CUT_JSON), "ufuldstændigt", "ustabilt", id="JSON cut off"),
    pytest.param(faults.on_sheets(faults.EMPTY_LIST), "ufuldstændigt", "ustabilt", id="a list"),
    pytest.param(faults.on_values(faults.EMPTY_OBJECT), "ufuldstændigt", "ustabilt", id="an empty object"),
    pytest.param(faults.on_sheets(faults.CAPTIVE_PORTAL), "login-side", "log på nettet", id="captive portal"),
    pytest.param(faults.on_sheets(faults.CAPTIVE_REDIRECT), "login-side", "log på nettet", id="captive redirect"),
    pytest.param(
        faults.always(faults.CAPTIVE_PORTAL), "ufuldstændigt", "vil have et login", id="captive portal at the token"
    ),
    pytest.param(faults.on_tokens(faults.TOKEN_REFUSED), "afviser servicekontoens nøgle", "ny nøgle", id="token"),
    pytest.param(faults.on_tokens(faults.UNAVAILABLE), "fejl lige nu", "Vent lidt", id="token 503"),
    pytest.param(faults.always(faults.OFFLINE), "ikke forbindelse", "nettet", id="offline"),
]


@pytest.mark.parametrize("which", [faults.on_sheets, faults.on_tokens], ids=["the spreadsheet", "the token"])
def test_a_slow_answer_is_not_waited_for(
    google: GoogleStandIn, monkeypatch: pytest.MonkeyPatch, which: Callable[[faults.Fault], Policy]
) -> None:
    monkeypatch.setattr(way, "SECONDS_TO_ANSWER", 0.5)
    slow = which(faults.slow(2 * MOST_SECONDS))
    test_each_failure_is_told_with_what_to_do_and_when_it_is_over_the_same_reader_reads(
        google, monkeypatch, slow, "rimelig tid", "langsomt"
    )


@pytest.mark.parametrize(("fault", "what", "do"), FAULTS)
def test_each_failure_is_told_with_what_to_do_and_when_it_is_over_the_same_reader_reads(
    google: GoogleStandIn,
    monkeypatch: pytest.MonkeyPatch,
    fault: Policy,
    what: str,
    do: str,
) -> None:
    read = sheets_reader(Spreadsheet(KEY, service_account()))
    google.fault = fault
    began = time.monotonic()
    with pytest.raises(SourceError) as caught:
        read()
    error = caught.value
    assert what in error.what
    assert do in error.do
    assert time.monotonic() - began < MOST_SECONDS, "a failure is told while somebody still waits for it"
    told = error.what + error.do
    assert not re.search(r"Error|Exception|Traceback|PRIVATE KEY|ya29|None", told)
    assert len(google.asked("GET")) <= 4, "what fails is not hammered at"
    google.fault = None
    monkeypatch.setattr(way, "SECONDS_TO_ANSWER", MOST_SECONDS)
    read._client.set_timeout(MOST_SECONDS)
    assert len(read().tables) == len(CONTRACT.tables)


@pytest.mark.parametrize("fault", [faults.INTERNAL_ERROR, faults.UNAVAILABLE, faults.DROPPED], ids=repr)
def test_what_fails_once_is_tried_once_more_by_itself(google: GoogleStandIn, fault: faults.Fault) -> None:
    google.fault = faults.first(1, faults.on_sheets(fault))
    assert len(sheets_reader(Spreadsheet(KEY, service_account()))().tables) == len(CONTRACT.tables)


def test_too_many_requests_are_not_answered_with_one_more(google: GoogleStandIn) -> None:
    google.fault = faults.on_sheets(faults.too_many_requests())
    assert refusal().wait == 60
    assert len(google.asked("GET")) == 1


@pytest.mark.parametrize(("asked", "wait"), [(5, 60), (60, 60), (61, 61), (600, 600)])
def test_google_is_left_alone_for_a_minute_and_as_long_as_it_asks(google: GoogleStandIn, asked: int, wait: int) -> None:
    google.fault = faults.on_sheets(faults.too_many_requests(retry_after=asked))
    assert refusal().wait == wait


def test_an_answer_that_comes_drop_by_drop_is_not_waited_for(
    google: GoogleStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(way, "SECONDS_TO_ANSWER", 1.2)
    google.fault = faults.on_values(faults.dripping(0.05))
    began = time.monotonic()
    assert "rimelig tid" in refusal().what
    assert time.monotonic() - began < MOST_SECONDS


def test_with_an_api_key_the_sheet_must_be_open_to_all(google: GoogleStandIn) -> None:
    google.fault = faults.on_sheets(faults.NO_PERMISSION)
    with pytest.raises(SourceError) as caught:
        sheets_reader(Spreadsheet(KEY, {"api_key": "x"}))()
    assert "alle med linket" in caught.value.do


def test_a_wrong_api_key_is_told(google: GoogleStandIn) -> None:
    with pytest.raises(SourceError, match="afviser nøglen"):
        sheets_reader(Spreadsheet(KEY, {"api_key": "forkert"}))()


def test_another_accounts_key_is_refused(google: GoogleStandIn) -> None:
    assert "afviser servicekontoens nøgle" in refusal(client_email="en-anden@eksempel.iam.gserviceaccount.com").what


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        pytest.param({"spreadsheet": ""}, "ikke, hvilket Google-regneark", id="no spreadsheet"),
        pytest.param(
            {"spreadsheet": "https://example.invalid/ark"}, "ikke, hvilket Google-regneark", id="another address"
        ),
        pytest.param({"private_key": "ikke en nøgle"}, "nøgle i secrets.toml kan ikke læses", id="no key"),
        pytest.param({"private_key": ""}, "mangler en nøgle", id="neither key"),
        pytest.param({"client_email": ""}, "nøgle i secrets.toml kan ikke læses", id="no account"),
    ],
)
def test_settings_that_cannot_be_used_are_told_before_anything_is_sent(
    google: GoogleStandIn, settings: dict[str, str], what: str
) -> None:
    assert what in refusal(**settings).what
    assert not google.requests


def test_the_recorded_403_and_404_are_understood(google: GoogleStandIn) -> None:
    for name, status, what in (
        ("access_private_spreadsheet", 403, "giver ikke adgang"),
        ("access_non_existing_spreadsheet", 404, "findes ikke"),
    ):
        recorded = next(one for one in load(name) if one.status == status)
        google.replay = Replay([recorded])
        key = recorded.request.path.rsplit("/", 1)[-1]
        assert what in refusal(spreadsheet=key).what
