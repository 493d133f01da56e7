"""What the browser tests share: which screens there are, and how one is opened, unfolded and read."""

from playwright.sync_api import Locator, Page

from core.menu import MENU_ITEMS
from tests.browser.settled import wait_until_settled

# A day in the sample data, so that the tests say the same on any day.
DAY = "2026-11-22"
SCREENS = {item.title: f"/{item.address}?dato={DAY}" for item in MENU_ITEMS} | {
    "Et projekt": f"/puljen?dato={DAY}&projekt=A26-05",
    "En afdeling": f"/afdelinger?dato={DAY}&afdeling=02",
    "Et målepunkt": f"/handleplaner?dato={DAY}&maalepunkt=G3-a",
}

NAME = ":is(.st-key-line, .st-key-presented) strong"
"""Where a screen says its own name, first of several."""


def show(page: Page, address: str) -> None:
    page.goto(address)
    wait_until_settled(page)


def unfold_everything(page: Page) -> None:
    page.locator("[data-testid=stExpander] summary").evaluate_all("all => all.forEach((heading) => heading.click())")
    wait_until_settled(page)


_WATCH = """() => {
    window.pointedAt = new Set();
    window.watching = new MutationObserver(() => {
        for (const tooltip of document.querySelectorAll(".vg-tooltip.visible, #vg-tooltip-element.visible"))
            pointedAt.add(tooltip.innerText.replaceAll("\\u00a0", " "));
    });
    watching.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
}"""


_MIDDLES = """(parts) => parts.map((part) => part.getBoundingClientRect())
    .map(({ x, y, width, height }) => [x + width / 2, y + height / 2])"""


def pointed_at(page: Page, chart: Locator) -> list[str]:
    """All that the chart answers to a pointer that comes to each of its parts, axes and ground too."""
    page.evaluate(_WATCH)
    chart.scroll_into_view_if_needed()
    for x, y in chart.locator("svg :is(path, line, text, rect)").evaluate_all(_MIDDLES):
        page.mouse.move(x, y)
    page.mouse.move(0, 0)
    found: list[str] = page.evaluate("() => { watching.disconnect(); return [...pointedAt]; }")
    return found


def conclusion(page: Page) -> str:
    return page.locator(".st-key-conclusion h1").inner_text().replace("\u00a0", " ")


def open_date(page: Page) -> None:
    """Unfolds what the date is chosen by."""
    page.get_by_test_id("stPopover").get_by_role("button").first.click()


def choose(page: Page, label: str, option: str) -> None:
    """Picks an option of a drop-down list."""
    field = page.get_by_role("combobox", name=label, exact=True)
    field.scroll_into_view_if_needed()
    wait_until_settled(page)  # an open list closes when the page scrolls
    field.click()
    page.get_by_role("option", name=option, exact=True).click()
    wait_until_settled(page)
