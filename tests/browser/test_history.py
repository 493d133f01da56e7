"""The list of applications: narrow it down, open one, come back, take it along as Excel."""

import re
from datetime import date
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from python_calamine import CalamineWorkbook

from tests.browser.screen import choose, show, wait_until_drawn


@pytest.fixture
def closed(app: str, page: Page) -> Page:
    """The pool's screen with the list narrowed down to closed projects about children."""
    show(page, f"{app}/puljen?dato=2026-11-22&pulje=2026")
    expect(shown(page)).to_have_text(re.compile("Viser 21 af 21 ansøgninger"))
    choose(page, "Status", "Afsluttet")
    expect(shown(page)).to_have_text(re.compile("Viser 13 af 21 ansøgninger"))
    page.get_by_role("searchbox", name="Søg").fill("børn")
    page.get_by_role("searchbox", name="Søg").press("Enter")
    expect(rows(page)).to_have_count(2)
    wait_until_drawn(page)
    return page


def shown(page: Page):  # type: ignore[no-untyped-def]
    return page.get_by_text("Viser")


def rows(page: Page):  # type: ignore[no-untyped-def]
    return page.get_by_role("table", name="Ansøgninger til puljen").locator("tbody tr")
