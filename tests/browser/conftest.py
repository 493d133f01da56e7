"""A real browser for the tests in this folder. `python3 run.py test` finds one and names it in CHROMIUM_PATH."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect, sync_playwright

from core.planche.standard import STANDARD
from shell.live.configured import FILE, live_store
from shell.live.seminar import Seminar
from shell.live.store import Store
from shell.machine import clock
from shell.machine.settings import checked
from tests.browser.settled import visitor

expect.set_options(timeout=60_000)  # in ms: other programs may be busy on the same machine
ROOT = Path(__file__).parents[2]
SECONDS_TO_START = 120
AT_A_DESK: ViewportSize = {"width": 1280, "height": 800}
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--in-process-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    path = os.environ.get("CHROMIUM_PATH", "")
    if path:
        return path
    reason = "no browser: start the tests with `python3 run.py test`, or set CHROMIUM_PATH"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path, args=CHROMIUM_OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def regular(browser: Browser) -> Iterator[BrowserContext]:
    """Somebody who has been here before: what Streamlit itself is made of is fetched and understood once."""
    with visitor(browser, viewport=AT_A_DESK) as page:
        yield page.context


@contextmanager
def opened_by(regular: BrowserContext) -> Iterator[Page]:
    page = regular.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session")
def tab(regular: BrowserContext) -> Iterator[Page]:
    with opened_by(regular) as page:
        yield page


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    """One tab for one test after the other, as wide as at first, with nothing in it and nothing remembered, such as
    whether the menu is open: in a new one the browser would work through Streamlit's scripts again, which takes as long
    as to show a screen.
    """
    yield tab
    tab.evaluate("location.protocol === 'http:' && localStorage.clear()")
    tab.goto("about:blank")
    tab.set_viewport_size(AT_A_DESK)


@dataclass
class Dashboard:
    """A dashboard that runs."""

    # Where it listens.
    address: str
    process: subprocess.Popen[bytes]
    # Its secrets.toml, what it keeps and its log.
    folder: Path

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()


def start_dashboard(
    folder: Path,
    secrets: str = "",
    script: str | Path = "dashboard.py",
    port: str = "",
    listens: str = "127.0.0.1",
    **environment: str,
) -> Dashboard:
    """folder: where its secrets.toml, what it keeps and its log lie; secrets: without a state_folder; script: what
    Streamlit runs; port: '' for any; listens: at which address, '' where none is said.
    """
    if not port:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = str(free.getsockname()[1])
    if "[dashboard]" not in secrets:
        secrets += "\n[dashboard]\n"
    (folder / "secrets.toml").write_text(
        secrets.replace("[dashboard]\n", f"[dashboard]\nstate_folder = '{folder / 'state'}'\n"), encoding="utf-8"
    )
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    options = {
        **({"server.address": listens} if listens else {}),
        "server.port": port,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "secrets.files": folder / "secrets.toml",
    }
    for name, value in options.items():
        command += [f"--{name}", str(value)]
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    with (folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=inherited | environment, stdout=log, stderr=subprocess.STDOUT)
    started = Dashboard(f"http://127.0.0.1:{port}", process, folder)
    until = time.monotonic() + SECONDS_TO_START
    while not healthy(started.address):
        if process.poll() is not None or time.monotonic() > until:
            started.kill()
            pytest.fail(f"The dashboard did not start:\n{(folder / 'log.txt').read_text(errors='replace')}")
        time.sleep(0.1)
    return started


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Dashboard]]:
    """Starts a dashboard with the given environment variables."""
    running: list[Dashboard] = []

    def start(**environment: str) -> Dashboard:
        running.append(start_dashboard(tmp_path_factory.mktemp("dashboard"), **environment))
        return running[-1]

    yield start
    for dashboard in running:
        dashboard.kill()


def healthy(address: str) -> bool:
    try:
        with urlopen(f"{address}/_stcore/health", timeout=5) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@pytest.fixture(scope="session")
def dashboard(serve: Callable[..., Dashboard]) -> Dashboard:
    """One on the sample data."""
    return serve()


@pytest.fixture(scope="session")
def app(dashboard: Dashboard) -> str:
    """Its address."""
    return dashboard.address


@dataclass(frozen=True)
class Running:
    """A dashboard, the store of its live sheet, and how the file that it keeps the marks in is taken away and back."""

    address: str
    store: Store
    file: Path

    def open(self, *tables: str) -> Seminar:
        return self.store.open_seminar(STANDARD, tables, "Boligorganisationen Lyngklokken", clock.now())

    def marks(self, seminar: Seminar) -> set[tuple[str, bool, bool, str]]:
        return {(mark.item, mark.done, mark.wished, mark.note) for mark in self.store.marks(seminar.id)}

    def take_away(self) -> None:
        self.file.rename(self.file.with_name("flyttet"))

    def put_back(self) -> None:
        self.file.with_name("flyttet").rename(self.file)


def running_on(dashboard: Dashboard) -> Running:
    folder = dashboard.folder / "state"
    store = live_store(checked({"dashboard": {"state_folder": str(folder)}}))
    assert store is not None
    return Running(dashboard.address, store, folder / FILE)


@pytest.fixture
def running(dashboard: Dashboard) -> Iterator[Running]:
    """Without any seminar, before and after."""
    found = running_on(dashboard)
    yield found
    for seminar in found.store.seminars():
        found.store.erase_seminar(seminar.id, clock.now(), "")
