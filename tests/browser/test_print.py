"""What comes out of the printer: every area of the action plans on its own sheet of A4."""

import re

import pytest
from playwright.sync_api import Page

from tests.browser.screen import DAY, show

_ONE_PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize(
    ("area", "sheets"), [("Boliger", 1), pytest.param("Beboere", 1, marks=pytest.mark.more_of_a_race), ("", 3)]
)
def test_an_area_is_one_sheet(app: str, page: Page, area: str, sheets: int) -> None:
    show(page, f"{app}/handleplaner?dato={DAY}&omraade={area}")
    margin = {"top": "10mm", "bottom": "10mm", "left": "10mm", "right": "10mm"}
    printed = page.pdf(format="A4", margin=margin)  # type: ignore[arg-type]
    assert len(_ONE_PAGE.findall(printed)) == sheets
