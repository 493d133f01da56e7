"""Every screen as Streamlit lays it out for a desk: there, and on a projector."""

import pytest
from playwright.sync_api import Page

from tests.browser.every_screen import faults
from tests.browser.screen import SCREENS


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_wrong_at_a_desk_and_on_a_projector(app: str, page: Page, screen: str) -> None:
    found = faults(page, app, screen, "desk", "projector")
    assert not found, "\n".join(found)
