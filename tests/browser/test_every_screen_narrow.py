"""Every screen as Streamlit lays it out for a phone: there, and at 200 % zoom."""

import pytest
from playwright.sync_api import Page

from tests.browser.every_screen import faults
from tests.browser.screen import SCREENS


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_wrong_on_a_phone_and_zoomed(app: str, page: Page, screen: str) -> None:
    found = faults(page, app, screen, "phone", "zoomed")
    assert not found, "\n".join(found)
