"""The list of applications: narrow it down, open one, come back, take it along as Excel."""

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from python_calamine import CalamineWorkbook

from tests.browser.screen import choose, show
from tests.browser.settled import wait_until_settled


@pytest.fixture(scope="module")
def narrowed(app: str, regular: BrowserContext) -> Iterator[Page]:
    """The pool's screen with the list narrowed down to closed projects about children. The last test leaves it."""
    page = regular.new_page()
    show(page, f"{app}/puljen?dato=2026-11-22&pulje=2026")
    expect(page.get_by_text("Viser 21 af 21 ansøgninger")).to_be_visible()
    choose(page, "Status", "Afsluttet")
    expect(page.get_by_text("Viser 10 af 21 ansøgninger")).to_be_visible()
    search = page.get_by_role("searchbox", name="Søg")
    search.fill("børn")
    search.press("Enter")
    expect(page.get_by_text("Viser 2 af 21 ansøgninger")).to_be_visible()
    wait_until_settled(page)
    yield page
    page.close()


def rows(page: Page) -> Locator:
    return page.get_by_role("table", name="Ansøgninger til puljen").locator("tbody tr")


def test_a_heading_sorts_the_list_where_it_stands_and_the_back_button_undoes(narrowed: Page) -> None:
    expect(rows(narrowed)).to_contain_text(["Efterårsferie for børn", "Cykelværksted for børn"])
    loaded: list[Page] = []
    narrowed.on("load", lambda page: loaded.append(page))
    heading = narrowed.get_by_role("columnheader", name="Beløb (kr.)").get_by_role("link")
    heading.press("Enter")
    expect(rows(narrowed)).to_contain_text(["Cykelværksted for børn", "Efterårsferie for børn"])
    expect(heading).to_have_text("Beløb (kr.)\u00a0↓")
    expect(heading).to_be_focused()
    assert "sorter=beloeb" in narrowed.url
    assert "status=Afsluttet" in narrowed.url
    narrowed.go_back()
    expect(rows(narrowed)).to_contain_text(["Efterårsferie for børn", "Cykelværksted for børn"])
    wait_until_settled(narrowed)
    assert "sorter=" not in narrowed.url
    assert not loaded


def test_the_workbook_holds_the_rows_on_screen_as_numbers_and_dates(narrowed: Page) -> None:
    expect(rows(narrowed)).to_contain_text(["Efterårsferie for børn", "Cykelværksted for børn"])
    with narrowed.expect_download() as download:
        narrowed.get_by_role("button", name="Hent det viste som Excel").click()
    assert download.value.suggested_filename == "puljen-2026-2026-11-22.xlsx"
    workbook = CalamineWorkbook.from_path(str(download.value.path()))
    headings, autumn, cycling, *_ = workbook.get_sheet_by_name("Ansøgninger").to_python()
    found = dict(zip(headings, cycling, strict=True))
    assert autumn[0] == "A26-15"
    assert found["Dato"] == date(2026, 3, 16)
    assert (found["Ansøgt (kr.)"], found["Tilsagn (kr.)"], found["Betalt (kr.)"]) == (7500.0, 6500.0, 5500.0)
    assert ["Rest", 22869.5] in [row[:2] for row in workbook.get_sheet_by_name("Puljen").to_python()]


def test_a_project_opens_in_the_same_tab_and_there_are_two_ways_back(narrowed: Page) -> None:
    pages = len(narrowed.context.pages)
    narrowed.get_by_role("link", name="Cykelværksted for børn og unge").click()
    expect(narrowed.locator(".st-key-conclusion")).to_contain_text("Cykelværksted for børn og unge: afsluttet")
    assert len(narrowed.context.pages) == pages
    narrowed.go_back()
    expect(narrowed.get_by_text("Viser 2 af 21 ansøgninger")).to_be_visible()
    expect(narrowed.get_by_role("searchbox", name="Søg")).to_have_value("børn")
    narrowed.go_forward()
    narrowed.get_by_role("link", name="Tilbage til puljen").click()
    expect(narrowed.get_by_text("Viser 21 af 21 ansøgninger")).to_be_visible()
