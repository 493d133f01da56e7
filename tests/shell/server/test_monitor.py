"""What a program that watches over this one is told: whether it is alive and fresh, and to whom more is said."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from zoneinfo import ZoneInfo

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.types import Message

from core.contract.dataset import read_dataset
from core.contract.raw import RawRow, RawTable
from core.menu import MENU_ITEMS
from core.subjects import CONTRACT
from shell.machine.metrics import COUNTERS
from shell.machine.obstacle import Obstacle
from shell.reading.refresher import Failure, Loaded, StillReading
from shell.server.door import Door
from shell.server.monitor import Health, Status, as_gauges, as_json, health_of, monitor_routes
from shell.server.server import ROUTES
from shell.sources.source import Reading, Source
from tests.conftest import Configure
from tests.each import each
from tests.organisations.lyngklokken import EXTRA_COLUMNS, SECRET, lyngklokken
from tests.organisations.stores import write_csv
from tests.shell.server.test_danish_page import run

NOW = datetime(2026, 3, 1, 12, tzinfo=ZoneInfo("Europe/Copenhagen"))
TOKEN = "0123456789abcdef"


def source(seconds: float = 60) -> Source:
    return Source("Excel-filen puljen.xlsx", lambda: Reading(()), "excel /data/puljen.xlsx", seconds)


def loaded(age: float = 0, seconds: float = 60) -> Loaded:
    unknown = RawTable("Puljer", ("Pulje",), (RawRow(2, ("",)),))
    dataset = read_dataset(CONTRACT, (unknown,), ())
    assert dataset.problems
    return Loaded(dataset, source(seconds), NOW - timedelta(seconds=age), 1, MappingProxyType({}))


FAILING = Failure("Kilden /data/puljen.xlsx svarer ikke.", "Vent.", NOW - timedelta(hours=2))


@each(
    {
        "just read": (loaded(), None, Status.OK),
        "an hour old": (loaded(age=3600), None, Status.OK),
        "a second more": (loaded(age=3601), None, Status.STALE),
        "from the future, by a clock that was put back": (loaded(age=-60), None, Status.OK),
        "of a source that is read once a day": (loaded(age=3 * 86400, seconds=86400), None, Status.OK),
        "of one that was not read for three days": (loaded(age=3 * 86400 + 1, seconds=86400), None, Status.STALE),
        "as old as the operator allows": (loaded(age=90), 90, Status.OK),
        "older": (loaded(age=91), 90, Status.STALE),
        "not as old as he allows": (loaded(age=7200), 7201, Status.OK),
        "of a source that fails, still fresh": (replace(loaded(age=60), failed=FAILING), None, Status.OK),
        "from the disk": (replace(loaded(age=60), fresh=False), None, Status.OK),
    }
)
def test_data_is_fresh_until_it_is_too_old(state: Loaded, stale_after: float | None, status: Status) -> None:
    health = health_of(lambda: state, NOW, stale_after)
    assert health.status is status
    assert health.code == (200 if status is Status.OK else 503)


@each(
    {
        "being read for the first time": (StillReading(), "starting", "starting"),
        "never read": (Obstacle("Filen /data/x findes ikke.", "Ret den."), "no_data", "failing"),
    }
)
def test_without_data_it_is_not_well(obstacle: Obstacle, status: str, of_source: str) -> None:
    def load() -> Loaded:
        raise obstacle

    health = health_of(load, NOW, None)
    told = as_json(health)
    assert (health.code, told["status"], told["source"], told["data_age_seconds"]) == (503, status, of_source, None)
    assert "data_age_seconds" not in as_gauges(health, 0)


def test_what_is_told_are_numbers_words_and_times_and_nothing_that_was_read() -> None:
    state = replace(loaded(age=42.4), failed=FAILING, unsaved="Det læste kan ikke gemmes i mappen »/data/state«.")
    assert as_json(health_of(lambda: state, NOW, None)) == {
        "status": "ok",
        "data_age_seconds": 42,
        "data_age_limit_seconds": 3600,
        "source": "failing",
        "source_failing_since": "2026-03-01T10:00:00+01:00",
        "problems": state.problems,
        "tables_waiting": 0,
        "kept_on_disk": False,
    }
    gauges = as_gauges(health_of(lambda: state, NOW, None), 3)
    assert {name: amount for name, (_, amount) in gauges.items()} == {
        "data_age_seconds": 42.4,
        "healthy": 1,
        "source_failing": 1,
        "problems": state.problems,
        "tables_waiting": 0,
        "sessions": 3,
    }


def test_who_is_not_well_is_so_in_figures_too() -> None:
    assert as_gauges(Health(Status.STALE, 4000, 3600), 0)["healthy"][1] == 0


# Asked for


def ask(
    path: str,
    host: str = "localhost",
    address: str = "127.0.0.1",
    token: str = "",
    method: str = "GET",
    root: str = "/",
) -> tuple[int, dict[str, str], str]:
    """Status, headers and text, through the door."""
    routes = monitor_routes(root)
    app = Starlette(
        routes=routes, middleware=[Middleware(Door, phones="/bord/", monitors=[route.path for route in routes])]
    )
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"host", host.encode()), (b"authorization", f"Bearer {token}".encode())]
    scope = {"type": "http", "method": method, "path": path, "root_path": "", "client": (address, 1)}
    run(app(scope | {"headers": headers, "query_string": b"", "http_version": "1.1"}, receive, send))
    start, *parts = sent
    found = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], found, b"".join(part.get("body", b"") for part in parts).decode()


@pytest.fixture
def watched(configure: Configure, tmp_path: Path) -> None:
    folder = write_csv(lyngklokken(), tmp_path / SECRET)
    configure(
        f"[connections.csv]\nfolder = '{folder}'\n[dashboard]\nhosts = ['tavlen.example']\n"
        f"[monitoring]\ntoken = '{TOKEN}'\nmetrics = true\n"
    )


@pytest.mark.usefixtures("watched")
def test_this_machine_is_told_all_and_nothing_that_was_read_is_in_it() -> None:
    status, headers, text = ask("/health")
    assert (status, headers["cache-control"]) == (200, "no-store")
    assert json.loads(text).keys() == as_json(Health(Status.OK)).keys()
    _, _, figures = ask("/metrics")
    assert all(counter.name in figures for counter in COUNTERS)
    unseen = [SECRET, TOKEN, "csv", "/", *(heading for extra in EXTRA_COLUMNS.values() for heading in extra)]
    assert not [word for word in unseen if word in text]
    assert SECRET not in figures


@pytest.mark.usefixtures("watched")
def test_who_is_served_is_told_whether_all_is_well_and_more_with_the_token() -> None:
    there = {"host": "tavlen.example", "address": "192.0.2.7"}
    assert json.loads(ask("/health", **there)[2]) == {"status": "ok"}
    assert ask("/metrics", **there)[0] == 401
    assert "problems" in json.loads(ask("/health", **there, token=TOKEN)[2])
    assert "dashboard_problems" in ask("/metrics", **there, token=TOKEN)[2]
    by_number = {"host": "10.0.0.5", "address": "192.0.2.7"}
    assert ask("/health", **by_number)[0] == 403
    assert "problems" in json.loads(ask("/health", **by_number, token=TOKEN)[2])


@pytest.mark.usefixtures("watched")
def test_the_head_alone_has_the_same_status_and_the_path_may_lie_deeper() -> None:
    assert ask("/health", method="HEAD")[0] == 200
    assert ask("/tavle/health", root="/tavle/")[0] == 200
    assert ask("/health", method="POST")[0] == 405


def test_a_source_that_cannot_be_read_is_not_well_and_its_place_is_not_told(
    configure: Configure, tmp_path: Path
) -> None:
    configure(f"[connections.excel]\nfile = '{tmp_path / 'findes-ikke.xlsx'}'\n")
    status, _, text = ask("/health")
    assert (status, json.loads(text)["status"]) == (503, "no_data")
    assert "findes-ikke" not in text


def test_settings_that_cannot_be_read_are_not_well_either(configure: Configure) -> None:
    configure("[monitoring]\nmetrics = 'ja'\n")
    assert ask("/health")[0] == 503
    assert ask("/metrics")[0] == 404


def test_figures_are_served_where_they_are_asked_for_in_the_settings_alone(configure: Configure) -> None:
    configure("[monitoring]\nmetrics = false\n")
    assert ask("/metrics")[0] == 404


def test_no_screen_lies_where_these_do() -> None:
    assert not {f"/{item.address}" for item in MENU_ITEMS} & {route.path for route in ROUTES}
    assert {"/health", "/metrics", "/was"} <= {route.path for route in ROUTES}
