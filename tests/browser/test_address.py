"""What is being looked at stands in the address: links, reloading and the back button follow from it."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from core.menu import MENU_ITEMS
from tests.browser.screen import NAME, choose, conclusion, open_date, show
from tests.browser.settled import visitor, wait_until_settled


def asked_for(address: str) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(address).query).items()}


@pytest.fixture(scope="module")
def chosen(app: str, regular: BrowserContext) -> Iterator[Page]:
    """The pool's screen after a date and then a pool have been chosen by mouse. The tests go on with it in their order,
    and but for the last leave it there.
    """
    page = regular.new_page()
    show(page, f"{app}/puljen?dato=2025-06-17")
    open_date(page)
    page.get_by_test_id("stDateInputCalendarButton").first.click()
    page.get_by_role("button", name="onsdag den 18. juni 2025").click()
    expect(page.get_by_role("button", name="Pr. 18. jun. 2025")).to_be_visible()
    choose(page, "Pulje og periode", "2024: Fællesskabspuljen")
    expect(page.locator(".st-key-conclusion")).to_contain_text("31. dec. 2024")
    wait_until_settled(page)
    yield page
    page.close()


def test_a_reload_shows_the_same(chosen: Page) -> None:
    before = conclusion(chosen)
    chosen.reload()
    wait_until_settled(chosen)
    assert conclusion(chosen) == before


@pytest.mark.more_of_a_race
def test_another_person_abroad_sees_the_same(chosen: Page, browser: Browser) -> None:
    with visitor(browser, locale="de-DE", timezone_id="America/New_York") as another:
        show(another, chosen.url)
        assert conclusion(another) == conclusion(chosen)


def test_date_and_pool_are_in_the_address_and_the_menu_takes_them_along(chosen: Page) -> None:
    assert asked_for(chosen.url) == {"dato": "2025-06-18", "pulje": "2024"}
    links = chosen.get_by_test_id("stSidebar").get_by_role("link")
    addresses = [str(link.evaluate("link => link.href")) for link in links.all()]
    assert len(addresses) == len(MENU_ITEMS)
    assert [asked_for(address) for address in addresses] == [{"dato": "2025-06-18", "pulje": "2024"}] * len(addresses)
    links.get_by_text("Kan vi bevilge dette?").click()
    expect(chosen.locator(NAME).first).to_have_text("Kan vi bevilge dette?")
    expect(chosen.get_by_role("combobox", name="Pulje og periode")).to_have_value("2024: Fællesskabspuljen")
    expect(chosen.get_by_role("button", name="Pr. 18. jun. 2025")).to_be_visible()
    chosen.go_back()
    expect(chosen.locator(NAME).first).to_have_text("Puljen")
    wait_until_settled(chosen)


def test_the_back_button_undoes_the_last_choice(chosen: Page) -> None:
    chosen.go_back()
    expect(chosen.get_by_role("combobox", name="Pulje og periode")).to_have_value("2025: Fællesskabspuljen")
    wait_until_settled(chosen)
    assert asked_for(chosen.url) == {"dato": "2025-06-18"}
    chosen.go_back()
    expect(chosen.get_by_role("button", name="Pr. 17. jun. 2025")).to_be_visible()
