"""Screens opened on a phone: Streamlit lays them out for it then, and not only when the window is made narrow."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.every_screen import SIZES, Watched
from tests.browser.screen import DAY, NAME, SCREENS, show

# Another is opened on a phone by test_planted_faults.py.
ALWAYS = "Puljen"


@pytest.mark.parametrize(
    "screen",
    [screen if screen == ALWAYS else pytest.param(screen, marks=pytest.mark.more_of_a_race) for screen in SCREENS],
)
def test_nothing_is_wrong_on_a_phone_and_zoomed(app: str, page: Page, screen: str) -> None:
    watched = Watched(page)
    watched.show(app, screen, "phone")
    found = watched.faults(app, "phone", "zoomed")
    assert not found, "\n".join(found)


def test_the_menu_closes_when_something_in_it_is_chosen(app: str, page: Page) -> None:
    page.set_viewport_size(SIZES["phone"])
    show(page, f"{app}/ideer?dato={DAY}")
    page.get_by_test_id("stExpandSidebarButton").click()
    page.get_by_test_id("stSidebar").get_by_role("link", name="Formidling").click()
    expect(page.locator(NAME).first).to_have_text("Formidling")
    expect(page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
