"""150 departments and a focus group in a real browser, and what goes over the wire to show them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, WebSocket

from tests.browser.conftest import start_dashboard
from tests.browser.screen import conclusion, show
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


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        ("fokusgruppen", "Fokusgruppen har 12 medlemmer"),
        ("ambassadoerer", "Der er 20 ambassadører i 20 af 150 afdelinger"),
        ("afdelinger", "I 130 af 150 afdelinger er der aldrig sket noget"),
    ],
)
@pytest.mark.parametrize("width", [390, 1280])
def test_150_departments_are_shown_on_one_screen(app: str, page: Page, screen: str, expected: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    show(page, f"{app}/{screen}?{WHEN}")
    assert conclusion(page).startswith(expected)
    wider = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
    assert wider <= 1


def test_no_age_and_no_name_goes_over_the_wire(app: str, page: Page) -> None:
    received: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode()))

    page.on("websocket", listen)
    for screen in ("fokusgruppen", "afdelinger", "data"):
        show(page, f"{app}/{screen}?{WHEN}")
    everything = b"".join(received)
    assert b"Hvem skal inviteres" in everything
    for secret in (SECRET, "1947", "4711", "Medlemmets navn"):
        assert secret.encode() not in everything
