"""A department's name opens the department."""

import re

from playwright.sync_api import Page, expect

from tests.browser.screen import show


def test_a_department_far_down_the_list_opens_at_the_top_of_its_own_screen_and_back_leads_to_the_list(
    app: str, page: Page
) -> None:
    show(page, f"{app}/afdelinger?dato=2026-11-22")
    tabs = len(page.context.pages)
    answer = page.locator(".st-key-conclusion h1")
    page.get_by_role("link", name="Engdraget").click()
    expect(answer).to_contain_text("Engdraget venter på svar på 1 ansøgning")
    expect(answer).to_be_in_viewport()
    expect(page).to_have_url(re.compile(r"/afdelinger\?dato=2026-11-22&afdeling=23$"))
    assert len(page.context.pages) == tabs
    page.get_by_role("link", name="Egholmparken").click()
    expect(answer).to_contain_text("Egholmparken har fået")
    page.go_back()
    expect(answer).to_contain_text("Engdraget")
    everything = re.compile(r"/afdelinger\?dato=2026-11-22$")
    page.get_by_role("link", name="Alle afdelinger").click()
    expect(answer).to_contain_text("I 8 af 38 afdelinger")
    expect(page).to_have_url(everything)
    page.go_back()
    expect(answer).to_contain_text("Engdraget")
    page.get_by_test_id("stSidebar").get_by_role("link", name="Afdelinger").click()
    expect(answer).to_contain_text("I 8 af 38 afdelinger")
    expect(page).to_have_url(everything)
    page.go_back()
    expect(answer).to_contain_text("Engdraget")
