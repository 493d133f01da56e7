"""A page that has been clicked is not taken for finished before it is answered."""

import os
import signal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Dashboard
from tests.browser.screen import DAY, NAME, show
from tests.browser.settled import wait_until_settled
from tests.eventually import eventually


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold a process still")
def test_what_was_asked_for_is_waited_for_though_the_page_still_looks_finished(
    dashboard: Dashboard, page: Page
) -> None:
    show(page, f"{dashboard.address}/vejledning?dato={DAY}")
    dashboard.process.send_signal(signal.SIGSTOP)
    try:
        page.get_by_test_id("stSidebar").get_by_role("link", name="Idéer").click()
        eventually(lambda: page.evaluate("scriptRun"), "asked for")
        looks_finished = "document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
        assert page.evaluate(looks_finished)
    finally:
        dashboard.process.send_signal(signal.SIGCONT)
    wait_until_settled(page)
    assert page.locator(NAME).first.inner_text() == "Idéer"
