"""The first request to a fresh server, before anybody has opened the first screen."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from core.menu import MENU_ITEMS
from tests.browser.conftest import Dashboard
from tests.browser.screen import NAME
from tests.browser.settled import wait_until_settled


def test_a_deep_link_is_the_first_thing_a_fresh_server_is_asked_for(
    serve: Callable[..., Dashboard], page: Page
) -> None:
    page.goto(f"{serve().address}/puljen")
    wait_until_settled(page)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(NAME).first).to_have_text("Puljen")
    for item in MENU_ITEMS:
        expect(page.get_by_test_id("stSidebar").get_by_role("link", name=item.title, exact=True)).to_be_visible()
