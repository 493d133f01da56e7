"""Danish in a browser that is set up in English."""

import re
from collections.abc import Iterator

import pytest
from babel.dates import get_month_names
from playwright.sync_api import BrowserContext, Page, expect

from core import danish
from tests.browser.conftest import opened_by
from tests.browser.screen import conclusion, open_date, pointed_at, show

MONTHS = get_month_names("wide", locale=danish.LOCALE).values()
SHORT_MONTHS = {name.rstrip(".") for name in get_month_names("abbreviated", locale=danish.LOCALE).values()}


@pytest.fixture(scope="module")
def pool(app: str, regular: BrowserContext) -> Iterator[Page]:
    with opened_by(regular) as page:
        show(page, f"{app}/puljen?dato=2026-11-22")
        yield page


def test_the_page_says_that_it_is_danish_from_the_first_byte(app: str, pool: Page) -> None:
    html = pool.request.get(f"{app}/puljen", headers={"accept": "text/html"}).text()
    assert re.findall(r"<html[^>]* lang=\"(\w+)\"", html) == ["da"]
    assert re.findall(r"<title>(.*?)</title>", html) == ["Bestyrelsens overblik"]


def test_months_and_weekdays_of_the_calendar_are_danish(pool: Page) -> None:
    open_date(pool)
    pool.get_by_test_id("stDateInputCalendarButton").first.click()
    calendar = pool.get_by_test_id("stDateInputCalendar")
    expect(calendar.get_by_role("button", name="søndag den 22. november 2026")).to_be_visible()
    expect(calendar.locator("thead th")).to_have_text(["M", "T", "O", "T", "F", "L", "S"])
    calendar.get_by_role("button", name="måned", exact=True).click()
    expect(pool.get_by_role("option")).to_have_text(list(MONTHS))
    for _ in ("list", "calendar"):
        pool.keyboard.press("Escape")
    expect(calendar).not_to_be_visible()


def test_months_in_a_chart_are_danish(pool: Page) -> None:
    words = " ".join(pool.locator("[data-testid=stVegaLiteChart] svg text").all_text_contents())
    months = set(re.findall(r"(\w+) 2026\b", words))
    assert "okt" in months
    assert months <= SHORT_MONTHS


def test_what_the_pointer_finds_in_a_chart_are_danish_sentences(pool: Page) -> None:
    chart = pool.get_by_test_id("stVegaLiteChart").first
    found = pointed_at(pool, chart)
    assert len(found) > 10
    sentence = re.compile(r"\d{1,2}\. [a-zæøå]+\.? \d{4}: .+ Der er [\d.,]+ kr\. tilbage\.")
    assert [one for one in found if not sentence.fullmatch(one)] == []
    expect(pool.get_by_test_id("stElementToolbar").filter(visible=True)).to_have_count(0)
    names = chart.locator("svg [aria-label]").evaluate_all("parts => parts.map(part => part.ariaLabel)")
    assert names == []


def test_numbers_are_danish(pool: Page) -> None:
    # 100.000 kr. less 16.264,50 committed and 60.866 paid is 22.869,50
    assert "22.870" in conclusion(pool)
    words = re.sub(r"kl\. \d\d\.\d\d", "", pool.locator("body").inner_text())
    assert re.findall(r"\d,\d{3}\b|\d\.\d{1,2}\b", words) == []
