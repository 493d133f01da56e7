"""A page that has been clicked is not taken for finished before it is answered."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import start_dashboard
from tests.browser.screen import DAY, show
from tests.browser.settled import wait_until_settled
from tests.eventually import eventually


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot hold a process still")
def test_what_was_asked_for_is_waited_for_though_the_page_still_looks_finished(tmp_path: Path, page: Page) -> None:
    started = start_dashboard(tmp_path)
    try:
        show(page, f"{started.address}/puljen?dato={DAY}")
        started.process.send_signal(signal.SIGSTOP)
        page.get_by_test_id("stSidebar").get_by_role("link", name="Idéer").click()
        eventually(lambda: page.evaluate("scriptRun"), "asked for")
        looks_finished = "document.querySelector('[data-testid=stApp]').dataset.testScriptState === 'notRunning'"
        assert page.evaluate(looks_finished)
        started.process.send_signal(signal.SIGCONT)
        wait_until_settled(page)
        assert page.locator("h1").inner_text() == "Idéer"
    finally:
        started.kill()
