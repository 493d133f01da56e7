"""A whole dashboard on Google Sheets: the first start, the meeting room without a network, and a full house."""

import threading
import time
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bench.viewer import Viewer
from core.menu import MENU_ITEMS
from tests.browser.conftest import Dashboard, start_dashboard
from tests.browser.screen import NAME, conclusion, show, unfold_everything
from tests.browser.settled import wait_until_settled
from tests.eventually import eventually
from tests.google_sheets import faults
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import EMAIL, secrets_toml
from tests.google_sheets.workbook import Workbook
from tests.often import IN_FULL
from tests.organisations.lyngklokken import ROWS, SECRET, lyngklokken
from tests.organisations.stores import as_workbook

AS_OF = "dato=2025-11-05"
FREE = "2 ansøgninger søger 31.001 kr., og puljen har 61.154 kr."
INTERVALS = 10 if IN_FULL else 4
A_SECOND = 0.7 / 60
"""Or a little less, in minutes between two readings."""
Start = Callable[..., Dashboard]


@pytest.fixture(scope="module")
def stand_in() -> Iterator[GoogleStandIn]:
    with GoogleStandIn() as stand_in:
        yield stand_in


@pytest.fixture
def google(stand_in: GoogleStandIn) -> GoogleStandIn:
    """With nothing wrong, nothing asked yet, and the workbook as at first."""
    stand_in.fault = None
    stand_in.requests.clear()
    stand_in.add(as_workbook(lyngklokken()))
    return stand_in


@pytest.fixture
def book(google: GoogleStandIn) -> Workbook:
    return google.workbooks["lyngklokken"]


@pytest.fixture(scope="module")
def start(stand_in: GoogleStandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """The dashboard, with nothing but its secrets.toml and the network's settings. The tests go on with it in their
    order; one that reads at another interval is started in its place, on what it kept.
    """
    folder = tmp_path_factory.mktemp("dashboard")
    running: dict[float, Dashboard] = {}

    def end() -> None:
        for dashboard in running.values():
            dashboard.kill()
        running.clear()

    def start(minutes: float = 5) -> Dashboard:
        if minutes not in running:
            end()
            secrets = f"{secrets_toml('lyngklokken')}\n[dashboard]\nminutes_between_readings = {minutes}\n"
            running[minutes] = start_dashboard(folder, secrets, **stand_in.environment())
        return running[minutes]

    yield start
    end()


def concludes(page: Page, sentence: str) -> None:
    """At last, however long the reading takes."""
    expect(page.locator(".st-key-conclusion h1")).to_have_text(sentence)


def tabs_asked(google: GoogleStandIn) -> int:
    """How often a reading began."""
    return len(google.asked("GET", "/v4/spreadsheets/")) - values_asked(google)


def values_asked(google: GoogleStandIn) -> int:
    return len([one for one in google.asked("GET", "/v4/spreadsheets/") if one.asks_for_cells])


def test_a_first_reading_is_seen_to_be_under_way_and_without_a_network_a_plain_page_can_try_again(
    google: GoogleStandIn, start: Start, page: Page
) -> None:
    seen = threading.Event()
    held, dropped = faults.held(seen), faults.on_sheets(faults.DROPPED)
    google.fault = lambda request: held(request) or dropped(request)
    page.goto(f"{start().address}/puljen?{AS_OF}")
    headline = page.get_by_role("heading", level=1)
    expect(page.get_by_text("Henter data for første gang")).to_be_visible()
    expect(headline).to_have_text("Data hentes stadig")
    google.fault = faults.always(faults.OFFLINE)
    seen.set()
    expect(headline).to_have_text("Der er ingen data at vise")
    expect(page.get_by_role("alert")).to_contain_text("Der er ikke forbindelse til Google.")
    expect(page.get_by_text("Gør sådan: Se efter, om nettet virker.")).to_be_visible()
    wait_until_settled(page)
    assert Axe().run(page).violations_count == 0
    google.fault = None
    page.get_by_role("button", name="Prøv igen").click()
    concludes(page, FREE)


def test_the_consultants_screen_fetches_leads_to_the_cell_and_can_be_used_by_all_with_all_that_can_be_wrong(
    google: GoogleStandIn, book: Workbook, start: Start, page: Page
) -> None:
    show(page, f"{start().address}/data")
    headline = page.get_by_role("heading", level=1)

    # To fetch again shows that it is under way, and then the newest.
    book.tab("Afdelinger").rows.append([301, "Ny afdeling", 12])
    seen = threading.Event()
    google.fault = faults.held(seen)
    page.get_by_role("button", name="Hent igen nu").click()
    expect(page.get_by_text("Henter fra Google Sheets")).to_be_visible()
    seen.set()
    expect(headline).to_have_text(f"Alt er læst: {ROWS + 1} rækker uden problemer. Der er ikke noget at rette.")
    expect(page.get_by_text("Afdelinger 301: ny")).to_be_visible()
    google.fault = None

    # A problem leads straight to its cell in a new tab.
    invoices = book.tab("Fakturaer")
    invoices.put(3, invoices.rows[0].index("Beløb"), "10,000.00")
    page.get_by_role("button", name="Hent igen nu").click()
    link = page.get_by_role("link", name="Fakturaer!C4")
    gid = invoices.sheet_id
    expect(link).to_have_attribute(
        "href", f"https://docs.google.com/spreadsheets/d/lyngklokken/edit?gid={gid}#gid={gid}&range=C4"
    )
    expect(link).to_have_attribute("target", "_blank")

    # All that can be wrong at once.
    applications = book.tab("Ansøgninger")
    for row in (2, 3, 4):
        applications.put(row, applications.rows[0].index("Deltagere"), "mange")
    applications.rows.append(["L20", "G25"])
    del invoices.rows[3:]
    page.get_by_role("button", name="Hent igen nu").click()
    expect(headline).to_have_text("1 tabel venter på dit svar, før de nye rækker bruges.")
    google.fault = faults.on_sheets(faults.NO_PERMISSION)
    page.get_by_role("button", name="Hent igen nu").click()
    expect(page.get_by_text(EMAIL)).to_be_visible()
    unfold_everything(page)
    for width, height in ((1280, 800), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        wait_until_settled(page)
        assert Axe().run(page).violations_count == 0, width
        assert page.get_by_test_id("stMain").evaluate("main => main.scrollWidth <= main.clientWidth + 1"), width
    page.get_by_text("Ja, det er meningen").click()
    page.get_by_role("button", name="Brug det nye").click()
    expect(headline).to_contain_text("Der kan ikke hentes nyt.")
    expect(page.get_by_text("på svar")).to_have_count(0)


def test_a_dashboard_killed_and_started_without_a_network_shows_what_was_read_last(
    google: GoogleStandIn, start: Start, page: Page
) -> None:
    first = start()
    show(page, f"{first.address}/puljen?{AS_OF}")
    read = conclusion(page)
    assert "ansøgninger søger" in read
    first.kill()
    google.fault = faults.always(faults.OFFLINE)
    show(page, f"{start(A_SECOND).address}/puljen?{AS_OF}")
    # The very first thing that a fresh server is asked for leads to a whole screen.
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(NAME).first).to_have_text("Puljen")
    for item in MENU_ITEMS:
        expect(page.get_by_test_id("stSidebar").get_by_role("link", name=item.title, exact=True)).to_be_visible()
    concludes(page, read)
    warning = page.get_by_role("alert").filter(has_text="Viser data fra i dag kl.")
    expect(warning).to_contain_text("Der er ikke forbindelse til Google.")


def test_a_screen_left_open_follows_the_sheet_and_with_fifty_viewers_google_is_asked_twice_an_interval(
    google: GoogleStandIn, book: Workbook, start: Start, page: Page
) -> None:
    address = start(A_SECOND).address
    page.clock.install()
    show(page, f"{address}/data")
    book.tab("Afdelinger").rows.append([301, "Ny afdeling", 12])
    readings = values_asked(google)
    eventually(lambda: values_asked(google) >= readings + 2, True)  # the first may have begun before
    page.clock.fast_forward("00:20")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        f"Alt er læst: {ROWS + 1} rækker uden problemer. Der er ikke noget at rette."
    )

    stop = threading.Event()
    failed: list[BaseException] = []

    def house() -> None:
        import asyncio

        async def look() -> None:
            viewers = [Viewer(f"{address}/puljen?{AS_OF}") for _ in range(50)]
            for viewer in viewers:
                await viewer.open()
            while not stop.is_set():
                await asyncio.gather(*(viewer.rerun() for viewer in viewers))
            for viewer in viewers:
                await viewer.socket.close()

        try:
            asyncio.run(look())
        except BaseException as error:
            failed.append(error)

    full = threading.Thread(target=house)  # Playwright keeps a loop of its own in this one
    full.start()

    try:
        before = tabs_asked(google)
        eventually(lambda: tabs_asked(google) >= before + 1, True)
        began, before = time.monotonic(), tabs_asked(google)
        eventually(lambda: tabs_asked(google) >= before + INTERVALS, True)
        seconds = time.monotonic() - began
    finally:
        stop.set()
        full.join()
    assert not failed
    assert seconds > 0.6 * (INTERVALS - 1), "the first of them may have been seen late"
    # The very first reading also asks where the headings stand.
    assert values_asked(google) <= tabs_asked(google) + 1
    assert SECRET not in google.served_text
