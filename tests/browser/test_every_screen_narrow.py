"""Every screen as Streamlit lays it out for a phone: there, and at 200 % zoom."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.every_screen import faults
from tests.browser.screen import SCREENS
from tests.browser.settled import visitor


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """One for all screens: what Streamlit itself is made of is fetched once."""
    with visitor(browser) as page:
        yield page


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_wrong_on_a_phone_and_zoomed(app: str, page: Page, screen: str) -> None:
    found = faults(page, app, screen, "phone", "zoomed")
    assert not found, "\n".join(found)
