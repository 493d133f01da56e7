"""Without a mouse: everything can be reached, and where one is can be seen."""

import pytest
from playwright.sync_api import Locator, Page, expect

from core.menu import MENU_ITEMS
from tests.browser.screen import SCREENS, show
from tests.browser.settled import wait_until_settled

MOST_TABS = 150


def reached_by_tab(page: Page) -> list[str]:
    """The names of what Tab stops at, from the top of the page until it leaves the page."""
    name = """() => {
        const element = document.activeElement;
        if (element === document.body) return "";
        return element.ariaLabel || (element.matches("main") ? "main" : element.innerText.trim().split("\\n").pop());
    }"""
    found: list[str] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if not (reached := page.evaluate(name)):
            return found
        found.append(reached)
    raise AssertionError(f"Tab does not come to an end: {found[-5:]}")


@pytest.mark.parametrize(
    ("screen", "wanted"),
    [
        ("Overblik", ["Vis stort", "Fællesskabspuljen (2026)", "Fokusgruppen", "Sådan er rækkefølgen bestemt"]),
        (
            "Puljen",
            [
                *("Afdeling", "År", "Status", "Rækkefølge", "Søg", "Vinterbanko", "Hent det viste som Excel"),
                *("Alle 38 afdelinger", "Sådan er det regnet"),
            ],
        ),
        ("Kan vi bevilge dette?", ["Beløb, der søges om (kr.)", "Afdelinger", "Ingen af de tre", "Formål er oplyst"]),
        ("Ambassadører", ["Sådan er det regnet"]),
        ("Afdelinger", ["Rækkefølge", "Birkelyet", "Engdraget"]),
        ("Data", ["Hent igen nu", "Hent tomt regneark"]),
        ("Et projekt", ["Tilbage til puljen"]),
    ],
)
def test_tab_reaches_menu_date_and_everything_below_in_order(
    app: str, page: Page, screen: str, wanted: list[str]
) -> None:
    show(page, f"{app}{SCREENS[screen]}")
    reached = reached_by_tab(page)
    menu = [item.title for item in MENU_ITEMS]
    date = next(name for name in reached if name.endswith("Vis pr."))
    assert [name for name in reached if name in (*menu, date, *wanted)][: len(menu)] == menu
    below = reached.index(date)  # a word of the menu may be a word of the screen too
    places = [reached.index(name, below) for name in (date, *wanted)]
    assert places == sorted(places)


def test_where_the_keyboard_is_can_be_seen(app: str, page: Page) -> None:
    show(page, f"{app}{SCREENS['Puljen']}")
    sidebar, main = page.get_by_test_id("stSidebar"), page.get_by_test_id("stMain")
    stops = {
        "another screen in the menu": sidebar.get_by_role("link", name="Overblik"),
        "this screen in the menu": sidebar.get_by_role("link", name="Puljen"),
        "pool": main.get_by_role("combobox", name="Pulje og periode"),
        "day of the date": main.get_by_role("spinbutton").first,
        "calendar": main.get_by_test_id("stDateInputCalendarButton"),
        "filter": main.get_by_role("combobox", name="Status"),
        "search": main.get_by_role("searchbox", name="Søg"),
        "project": main.get_by_role("link", name="Vinterbanko"),
        "download": main.get_by_role("button", name="Hent det viste som Excel"),
        "something to unfold": main.locator("summary").first,
    }
    unseen = []
    for name, stop in stops.items():
        # Away and back by key: a browser shows the focus only to those who use the keyboard.
        stop.focus()
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Tab")
        assert stop.evaluate("stop => stop === document.activeElement"), name
        wait_until_settled(page)
        focused = around(page, stop)
        stop.evaluate("stop => stop.blur()")
        wait_until_settled(page)
        if around(page, stop) == focused:
            unseen.append(name)
    assert unseen == []


def around(page: Page, element: Locator) -> bytes:
    box = element.bounding_box()
    assert box
    x, y = max(box["x"] - 8, 0), max(box["y"] - 8, 0)
    return page.screenshot(clip={"x": x, "y": y, "width": box["width"] + 16, "height": box["height"] + 16})


def test_the_menu_opens_a_screen_by_enter(app: str, page: Page) -> None:
    show(page, f"{app}/")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.innerText").endswith("Data"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Data")
    wait_until_settled(page)
