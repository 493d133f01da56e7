"""What the browser tests share: which screens there are, and when one is drawn."""

from playwright.sync_api import Page

from core.menu import MENU_ITEMS

# A day in the sample data, so that the tests say the same on any day.
DAY = "2026-11-22"
SCREENS = {item.title: f"/{item.address}?dato={DAY}" for item in MENU_ITEMS} | {
    "Et projekt": f"/puljen?dato={DAY}&projekt=A26-05",
    "Et målepunkt": f"/handleplaner?dato={DAY}&maalepunkt=G3-a",
}

_DRAWN = """() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return all(".st-key-conclusion h2").length > 0
        && all("[data-testid=stApp][data-test-script-state=notRunning]").length > 0
        && all("[data-stale=true], [data-testid=stSkeleton]").length === 0
        && all("[data-testid=stVegaLiteChart]").every((chart) => chart.querySelector("svg.marks"));
}"""


def show(page: Page, address: str) -> None:
    page.goto(address)
    wait_until_drawn(page)


def wait_until_drawn(page: Page) -> None:
    """The script has run to its end, and what it sent is on the screen."""
    page.wait_for_function(_DRAWN)


def unfold_everything(page: Page) -> None:
    for heading in page.locator("[data-testid=stExpander] summary").all():
        heading.click()


def conclusion(page: Page) -> str:
    return page.locator(".st-key-conclusion h2").inner_text()


def choose(page: Page, label: str, option: str) -> None:
    """Picks an option of a drop-down list."""
    field = page.get_by_role("combobox", name=label, exact=True)
    field.scroll_into_view_if_needed()
    # An open list closes when the page scrolls; a frame later the scrolling is over.
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    field.click()
    page.get_by_role("option", name=option, exact=True).click()
