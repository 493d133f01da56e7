"""150 departments and a focus group in a real browser, and what goes over the wire to show them."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocket

from tests.browser.conftest import opened_by, start_dashboard
from tests.browser.screen import conclusion, show
from tests.browser.settled import wait_until_settled
from tests.organisations.lyngklokken import SECRET
from tests.organisations.many_departments import many_departments
from tests.organisations.stores import write_csv

WHEN = "dato=2025-11-05"
BORN = "født 1947"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("many")
    tables = many_departments(150, 12)
    tables["Fokusgruppe"][0]["Alder"] = BORN
    tables["Fokusgruppe"][1]["Alder"] = "fylder 4711 til maj"
    started = start_dashboard(folder, f"[connections.csv]\nfolder = '{write_csv(tables, folder / 'csv')}'\n")
    yield started.address
    started.kill()


@dataclass(frozen=True)
class Seen:
    concluded: str
    # By the width of the window how many pixels the screen is broader than that.
    too_wide: dict[int, int]
    received: bytes


@pytest.fixture(scope="module")
def seen(app: str, regular: BrowserContext) -> dict[str, Seen]:
    """Each screen opened on a phone and then seen on a desk."""
    with opened_by(regular) as page:
        return {screen: look(app, page, screen) for screen in ("fokusgruppen", "ambassadoerer", "afdelinger", "data")}


def look(app: str, page: Page, screen: str) -> Seen:
    received: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode()))

    too_wide = {}
    page.on("websocket", listen)
    page.set_viewport_size({"width": 390, "height": 844})
    show(page, f"{app}/{screen}?{WHEN}")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        wait_until_settled(page)
        main = page.get_by_test_id("stMain")
        too_wide[width] = main.evaluate("main => main.scrollWidth - main.clientWidth")
    return Seen(conclusion(page), too_wide, b"".join(received))


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        ("fokusgruppen", "Fokusgruppen har 12 medlemmer"),
        ("ambassadoerer", "Der er 20 ambassadører i 20 af 150 afdelinger"),
        ("afdelinger", "I 130 af 150 afdelinger er der aldrig sket noget"),
    ],
)
def test_150_departments_are_shown_on_one_screen(seen: dict[str, Seen], screen: str, expected: str) -> None:
    assert seen[screen].concluded.startswith(expected)
    assert max(seen[screen].too_wide.values()) <= 1, seen[screen].too_wide


def test_no_age_and_no_name_goes_over_the_wire(seen: dict[str, Seen]) -> None:
    everything = b"".join(one.received for one in seen.values())
    assert b"Hvem skal inviteres" in everything
    for secret in (SECRET, "1947", "4711", "Medlemmets navn"):
        assert secret.encode() not in everything
