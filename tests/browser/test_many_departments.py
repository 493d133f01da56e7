"""150 departments and a focus group in a real browser, and what goes over the wire to show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocket

from tests.browser.conftest import opened_by, start_dashboard
from tests.browser.every_screen import no_date_amount_or_status_wraps, no_word_breaks_in_a_table
from tests.browser.screen import conclusion, show
from tests.browser.settled import wait_until_settled
from tests.organisations.lyngklokken import SECRET
from tests.organisations.many_departments import many_departments
from tests.organisations.stores import write_csv

WHEN = "dato=2025-11-05&pulje=G25"
BORN = "født 1947"
LONG_NAMES = (
    "Generationsbofællesskabet ved Den Gamle Kornlade på Vestergade",
    "Seniorbofællesskabetogungdomsboligernevedstationspladsensyd",
)
"""Of some sixty letters, with and without places to break."""
SQUEEZED = """width => {
    const wrong = [];
    for (const list of document.querySelectorAll("[class*=st-key-bars_] ul")) {
        const whole = list.getBoundingClientRect();
        if (whole.right > innerWidth) wrong.push(`${list.innerText.slice(0, 40)} leaves the screen`);
        let longest = 0;
        for (const row of list.children) {
            const [name, figure, drawing] = row.children;
            const [left, right, picture] = [name, figure, drawing].map((part) => part.getBoundingClientRect());
            if (name.scrollWidth > name.clientWidth + 1 && name.clientWidth) wrong.push(`${name.innerText} is cut off`);
            if (right.right > whole.right + 1 || left.right > right.left) wrong.push(`${name.innerText} touches`);
            if (figure.getClientRects().length > 1) wrong.push(`${figure.innerText} wraps`);
            if (width < 640 && picture.width < 0.95 * whole.width) wrong.push(`${name.innerText} has no room`);
            if (picture.width < 0.4 * whole.width) wrong.push(`${name.innerText} has ${picture.width} px`);
            const svg = new DOMParser().parseFromString(atob(drawing.src.split(",")[1]), "image/svg+xml");
            const view = svg.querySelector("svg svg").viewBox.baseVal.width;
            for (const bar of svg.querySelectorAll("rect"))
                longest = Math.max(longest, (bar.x.baseVal.value + bar.width.baseVal.value) / view);
            for (const line of svg.querySelectorAll("polyline"))
                longest = Math.max(longest, line.points.getItem(line.points.length - 1).x / view);
        }
        if (longest < 0.9) wrong.push(`${list.innerText.slice(0, 40)} uses ${longest} of its width`);
    }
    return wrong;
}"""
"""What is wrong with the pictures of bars on a screen so many pixels wide."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("many")
    tables = many_departments(150, 12)
    for place in range(12):
        tables["Afdelinger"][place]["Navn"] = LONG_NAMES[place % len(LONG_NAMES)] + f" {place}"
        tables["Ansøgninger"].append(
            {
                "Ansøgning": f"S{place}",
                "Pulje": "G25",
                "Projekt": LONG_NAMES[0],
                "Afdelinger": f"{place:03}",
                "Modtaget": date(2025, 8, 1),
                "Ansøgt beløb": 9_000 - 700 * place,
                "Afgørelse": "Tilsagn",
                "Afgjort": date(2025, 9, 1),
                "Tilsagn": 9_000 - 700 * place,
            }
        )
    tables["Partnerskabsår"] = [{"År": 2024, "Pladser": 40}, {"År": 2025, "Pladser": 3}]
    tables["Partnerskabsaftaler"] = [
        {"Aftale": f"P{place}", "Afdeling": f"{place:03}", "Ansøgt": date(2025, 1, 5), "Indgået": date(2025, 2, 5)}
        for place in range(5)
    ]
    tables["Fokusgruppe"][0]["Alder"] = BORN
    tables["Fokusgruppe"][1]["Alder"] = "fylder 4711 til maj"
    started = start_dashboard(folder, f"[connections.csv]\nfolder = '{write_csv(tables, folder / 'csv')}'\n")
    yield started.address
    started.kill()


SCREENS = ("fokusgruppen", "ambassadoerer", "afdelinger", "data", "puljen", "partnerskaber")


@dataclass(frozen=True)
class Seen:
    concluded: str
    # By the width of the window how many pixels the screen is broader than that.
    too_wide: dict[int, int]
    # Of the pictures of bars.
    squeezed: list[str]
    bars: int
    # What of a table takes more lines than it should, at any width.
    broken: list[str]
    received: bytes


@pytest.fixture(scope="module")
def seen(app: str, regular: BrowserContext) -> dict[str, Seen]:
    """Each screen opened on a phone and then seen on a desk."""
    with opened_by(regular) as page:
        return {screen: look(app, page, screen) for screen in SCREENS}


def look(app: str, page: Page, screen: str) -> Seen:
    received: list[bytes] = []

    def listen(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: received.append(frame if isinstance(frame, bytes) else frame.encode()))

    too_wide, squeezed, broken = {}, [], []
    page.on("websocket", listen)
    page.set_viewport_size({"width": 390, "height": 844})
    show(page, f"{app}/{screen}?{WHEN}")
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        wait_until_settled(page)
        main = page.get_by_test_id("stMain")
        too_wide[width] = main.evaluate("main => main.scrollWidth - main.clientWidth")
        squeezed += [f"{width}: {wrong}" for wrong in page.evaluate(SQUEEZED, width)]
        broken += no_date_amount_or_status_wraps(page, "") + no_word_breaks_in_a_table(page, "")
    bars = page.locator("[class*=st-key-bars_] li").count()
    return Seen(conclusion(page), too_wide, squeezed, bars, broken, b"".join(received))


@pytest.mark.parametrize(
    ("screen", "expected"),
    [
        ("fokusgruppen", "Fokusgruppen har 12 medlemmer"),
        ("ambassadoerer", "Der er 20 ambassadører i 20 af 150 afdelinger"),
        ("afdelinger", "I 130 af 150 afdelinger er der ingen aktivitet registreret"),
    ],
)
def test_150_departments_are_shown_on_one_screen(seen: dict[str, Seen], screen: str, expected: str) -> None:
    assert seen[screen].concluded.startswith(expected)
    assert max(seen[screen].too_wide.values()) <= 1, seen[screen].too_wide
    assert not seen[screen].broken


@pytest.mark.parametrize(("screen", "bars"), [("puljen", 9), ("partnerskaber", 2), ("ambassadoerer", 1)])
def test_bars_have_the_width_there_is_and_their_names_wrap(seen: dict[str, Seen], screen: str, bars: int) -> None:
    assert seen[screen].squeezed == []
    assert max(seen[screen].too_wide.values()) <= 1, seen[screen].too_wide
    assert seen[screen].bars >= bars


# What Streamlit names its messages and elements by: any four digits come up in it at times.
_BY_CHANCE = re.compile(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}")


def test_no_age_and_no_name_goes_over_the_wire(seen: dict[str, Seen]) -> None:
    everything = _BY_CHANCE.sub(b"", b"".join(one.received for one in seen.values()))
    assert b"Hvem skal inviteres" in everything
    for secret in (SECRET, "1947", "4711", "Medlemmets navn"):
        assert secret.encode() not in everything
