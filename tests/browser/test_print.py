"""What comes out of the printer: an area of the action plans on its own sheet of A4, no screen beyond its edge."""

import re

import pytest
from playwright.sync_api import Page, PdfMargins

from tests.browser.screen import DAY, show
from tests.browser.settled import wait_until_settled

_MARGIN: PdfMargins = {"top": "10mm", "bottom": "10mm", "left": "10mm", "right": "10mm"}
_ONE_PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize(
    ("area", "sheets"), [("Boliger", 1), pytest.param("Beboere", 1, marks=pytest.mark.more_of_a_race), ("", 3)]
)
def test_an_area_is_one_sheet(app: str, page: Page, area: str, sheets: int) -> None:
    show(page, f"{app}/handleplaner?dato={DAY}&omraade={area}")
    printed = page.pdf(format="A4", margin=_MARGIN)
    assert len(_ONE_PAGE.findall(printed)) == sheets


_LETTERS = """() => {
    const chart = document.querySelector("[data-testid=stVegaLiteChart] svg");
    const letters = parseFloat(getComputedStyle(chart.querySelector("text")).fontSize);
    return [letters, letters / chart.getAttribute("width")];
}"""


@pytest.mark.parametrize("width", [1280, pytest.param(1920, marks=pytest.mark.more_of_a_race)])
def test_the_letters_of_a_chart_are_on_paper_as_large_as_its_texts(app: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    show(page, f"{app}/fokusgruppen?dato={DAY}")
    page.pdf(format="A4", margin=_MARGIN)
    page.emulate_media(media="print")
    # Of a chart that is as wide as the sheet within its margins, 638 pixels.
    letters, of_its_width = page.evaluate(_LETTERS)
    assert letters > 15
    assert of_its_width * 638 >= 14.9
    page.emulate_media(media="null")
    assert page.evaluate(_LETTERS)[0] == 15


_BEYOND = """(width) => [...document.querySelectorAll('[data-testid=stMain] *')]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
    .map((one) => `${one.tagName} ${one.innerText || ''}`.slice(0, 60))"""


@pytest.mark.parametrize("screen", ["", pytest.param("afdelinger", marks=pytest.mark.more_of_a_race)])
def test_a_printed_screen_keeps_within_the_sheet_without_the_menu(app: str, page: Page, screen: str) -> None:
    show(page, f"{app}/{screen}?dato={DAY}")
    page.emulate_media(media="print")
    # A4 with margins of a centimetre, in pixels of a sheet.
    page.set_viewport_size({"width": 718, "height": 1047})
    wait_until_settled(page)
    assert page.evaluate(_BEYOND, 718) == []
    assert not page.get_by_test_id("stSidebar").is_visible()
    if not screen:
        assert len(_ONE_PAGE.findall(page.pdf(format="A4", margin=_MARGIN))) == 1
    page.emulate_media(media="null")
