"""Screens opened on a phone: Streamlit lays them out for it then, and not only when the window is made narrow."""

import pytest
from playwright.sync_api import Page

from tests.browser.every_screen import Watched
from tests.browser.screen import SCREENS

ALWAYS = ("Overblik", "Puljen", "Handleplaner")


@pytest.mark.parametrize(
    "screen",
    [screen if screen in ALWAYS else pytest.param(screen, marks=pytest.mark.more_of_a_race) for screen in SCREENS],
)
def test_nothing_is_wrong_on_a_phone_and_zoomed(app: str, page: Page, screen: str) -> None:
    watched = Watched(page)
    watched.show(app, screen, "phone")
    found = watched.faults(app, "phone", "zoomed")
    assert not found, "\n".join(found)
