"""Every screen, come to by the menu at a desk, and seen there and at all other sizes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page

from core.menu import MENU_ITEMS
from tests.browser.conftest import opened_by
from tests.browser.every_screen import SIZES, Watched
from tests.browser.screen import DAY, SCREENS, show

MOST_TABS = 150
REACHED = {
    "Overblik": ["Vis stort", "Puljen", "Fokusgruppen", "Sådan er rækkefølgen bestemt"],
    "Puljen": [
        *("Afdeling", "År", "Status", "Søg", "Beløb (kr.)", "Vinterbanko", "Hent det viste som Excel"),
        *("Alle 38 afdelinger", "Sådan er det regnet"),
    ],
    "Kan vi bevilge dette?": ["Forårsfestival på tværs", "Vinterbanko", "Prøv et beløb, der ikke er søgt om"],
    "Ambassadører": ["Sådan er det regnet"],
    "Afdelinger": ["Gå til en afdeling", "Boliger", "Birkelyet", "Engdraget"],
    "En afdeling": ["Alle afdelinger", "Fællesspisning hver måned"],
    "Data": ["Hent igen nu", "Hent tomt regneark"],
    "Et projekt": ["Tilbage til puljen"],
}
"""By screen what Tab comes to below menu and date, in its order."""


@pytest.fixture(scope="module")
def watched(app: str, regular: BrowserContext) -> Iterator[Watched]:
    """One page for all screens."""
    with opened_by(regular) as page:
        watched = Watched(page)
        show(page, f"{app}/?dato={DAY}")
        yield watched


@pytest.fixture(scope="module", params=SCREENS)
def opened(app: str, watched: Watched, request: pytest.FixtureRequest) -> Watched:
    watched.show(app, request.param, "desk")
    return watched


def reached_by_tab(page: Page) -> list[str]:
    """The names of what Tab stops at, from the top of the page until it leaves the page."""
    name = """() => {
        const element = document.activeElement;
        if (element === document.body) return "";
        const words = element.querySelector("p") ?? element;
        return element.ariaLabel || (element.matches("main") ? "main" : words.innerText.trim().split("\\n").pop());
    }"""
    page.evaluate("document.body.tabIndex = -1, document.body.focus(), document.body.removeAttribute('tabindex')")
    found: list[str] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if not (reached := page.evaluate(name)):
            return found
        found.append(reached)
    raise AssertionError(f"Tab does not come to an end: {found[-5:]}")


@pytest.mark.parametrize(("opened", "wanted"), REACHED.items(), ids=REACHED, indirect=["opened"])
def test_tab_reaches_menu_date_and_everything_below_in_order(opened: Watched, wanted: list[str]) -> None:
    reached = reached_by_tab(opened.page)
    menu = [item.title for item in MENU_ITEMS]
    date = next(name for name in reached if name.startswith("Pr. "))
    assert [name for name in reached if name in (*menu, date, *wanted)][: len(menu)] == menu
    below = reached.index(date)  # a word of the menu may be a word of the screen too
    places = [reached.index(name, below) for name in (date, *wanted)]
    assert places == sorted(places)


def test_nothing_is_wrong_at_any_size(app: str, opened: Watched) -> None:
    found = opened.faults(app, *SIZES)
    assert not found, "\n".join(found)
