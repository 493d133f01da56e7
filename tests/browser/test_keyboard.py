"""Without a mouse: where one is can be seen, and the menu opens. What Tab reaches: test_every_screen.py."""

from playwright.sync_api import Locator, Page, expect

from tests.browser.screen import NAME, SCREENS, show
from tests.browser.settled import wait_until_settled

MOST_TABS = 150


def test_where_the_keyboard_is_can_be_seen(app: str, page: Page) -> None:
    show(page, f"{app}{SCREENS['Puljen']}")
    sidebar, main = page.get_by_test_id("stSidebar"), page.get_by_test_id("stMain")
    stops = {
        "another screen in the menu": sidebar.get_by_role("link", name="Overblik"),
        "this screen in the menu": sidebar.get_by_role("link", name="Puljen"),
        "pool": main.get_by_role("combobox", name="Pulje og periode"),
        "date": main.get_by_test_id("stPopover").get_by_role("button"),
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
    expect(page.locator(NAME).first).to_have_text("Data")
    wait_until_settled(page)
