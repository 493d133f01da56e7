"""The connection to the server is lost while somebody looks, and comes back by itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Dashboard, start_dashboard
from tests.browser.screen import DAY, NAME, conclusion, show
from tests.browser.settled import visitor, wait_until_settled

LOST = "Forbindelsen til serveren er afbrudt"


@dataclass
class Restarted:
    """A server that can be taken away, and back on the port it had."""

    folder: Path
    dashboard: Dashboard

    def back(self) -> None:
        self.dashboard = start_dashboard(self.folder, port=self.dashboard.address.rpartition(":")[2])


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Restarted]:
    server = Restarted(tmp_path, start_dashboard(tmp_path))
    yield server
    server.dashboard.kill()


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[[], Page]]:
    with visitor(browser) as first:
        yield first.context.new_page


def message(page: Page) -> Locator:
    return page.locator("#connection")


def test_a_server_that_is_restarted_is_told_in_danish_and_the_screens_come_back_as_they_were(
    server: Restarted, visit: Callable[[], Page]
) -> None:
    page, older = visit(), visit()
    address = f"{server.dashboard.address}/puljen?dato={DAY}&projekt=A26-05"
    for tab in (page, older):
        show(tab, address)
        tab.evaluate("window.opened = 'before'")
        expect(message(tab)).to_be_hidden()
    older.evaluate("document.querySelector('meta[name=version]').content = 'an older page than the server has'")
    before = conclusion(page)

    server.dashboard.kill()
    for tab in (page, older):
        expect(message(tab)).to_contain_text(LOST)
        expect(message(tab)).to_be_visible()
    assert conclusion(page) == before
    page.wait_for_function("performance.getEntriesByType('resource').filter(one => /health/.test(one.name)).length > 8")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("body")).not_to_contain_text("onnecting")

    page.evaluate("window.scriptRun = 'never'")  # to be seen as settled it must be drawn by the server that comes

    server.back()
    for tab in (page, older):
        expect(message(tab)).to_be_hidden()
    older.wait_for_function("window.opened === undefined")
    for tab in (page, older):
        wait_until_settled(tab)
        expect(tab).to_have_url(address)
        expect(tab.locator(NAME).first).to_have_text("Puljen")
        assert conclusion(tab) == before
    assert page.evaluate("window.opened") == "before"


def test_a_network_that_is_gone_is_told_though_the_browser_holds_on_to_its_connection(
    app: str, visit: Callable[[], Page]
) -> None:
    page = visit()
    show(page, f"{app}/puljen?dato={DAY}")
    page.context.set_offline(True)
    expect(message(page)).to_contain_text(LOST)
    page.context.set_offline(False)
    expect(message(page)).to_be_hidden()
    wait_until_settled(page)
