"""A screen on a projector: one after the other by a clicker's keys, everything larger, nothing outside the screen."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.every_screen import no_date_amount_or_status_wraps, no_word_breaks_in_a_table
from tests.browser.screen import DAY, NAME, show, unfold_everything
from tests.browser.settled import wait_until_settled

LARGE = f"dato={DAY}&visning=stort"
OUTSIDE = """() => [
    ...[...document.querySelectorAll("[data-testid=stMain]")].filter((main) => main.scrollWidth > innerWidth),
    ...[...document.querySelectorAll("[data-testid=stVegaLiteChart] svg, h1, h2, [data-testid=stMetric], table")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1),
].map((element) => element.outerHTML.slice(0, 200))"""


def title(page: Page) -> str:
    return page.locator(NAME).first.inner_text()


def press(page: Page, key: str, expected: str) -> None:
    page.keyboard.press(key)
    expect(page.locator(NAME).first).to_have_text(expected)
    wait_until_settled(page)


def test_a_clicker_leads_through_the_screens_and_escape_out(app: str, page: Page) -> None:
    show(page, f"{app}/?{LARGE}")
    press(page, "ArrowRight", "Puljen")
    press(page, "PageDown", "Kan vi bevilge dette?")
    press(page, "ArrowLeft", "Puljen")
    press(page, "PageUp", "Overblik")
    assert "visning=stort" in page.url
    assert f"dato={DAY}" in page.url
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    wait_until_settled(page)
    assert "visning=" not in page.url
    assert f"dato={DAY}" in page.url


def test_an_arrow_in_a_field_moves_in_the_field(app: str, page: Page) -> None:
    show(page, f"{app}/bevilling?{LARGE}")
    page.get_by_role("textbox").first.focus()
    page.keyboard.press("ArrowRight")
    wait_until_settled(page)
    assert title(page) == "Kan vi bevilge dette?"


def test_the_keys_mean_nothing_on_an_ordinary_screen(app: str, page: Page) -> None:
    show(page, f"{app}/puljen?dato={DAY}")
    page.keyboard.press("ArrowRight")
    wait_until_settled(page)
    assert title(page) == "Puljen"


def test_any_screen_is_a_click_from_large(app: str, page: Page) -> None:
    show(page, f"{app}/handleplaner?dato={DAY}&maalepunkt=G3-a")
    page.get_by_role("button", name="Vis stort").click()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    wait_until_settled(page)
    assert "maalepunkt=G3-a" in page.url
    assert "visning=stort" in page.url


@pytest.mark.parametrize(
    ("screen", "size"), [("", (1280, 800)), ("", (390, 844)), ("handleplaner", (1280, 800))], ids=str
)
def test_nothing_leaves_the_screen(app: str, page: Page, screen: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    show(page, f"{app}/{screen}?{LARGE}")
    assert page.evaluate(OUTSIDE) == []


def test_no_date_amount_status_or_word_of_a_table_is_broken(app: str, page: Page) -> None:
    show(page, f"{app}/puljen?{LARGE}")
    unfold_everything(page)
    found = {}
    for width, height in ((390, 844), (768, 1024), (1024, 768), (1280, 800), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        wait_until_settled(page)
        found[width] = no_date_amount_or_status_wraps(page, "") + no_word_breaks_in_a_table(page, "")
    assert not any(found.values()), found


def test_on_a_projector_the_conclusion_is_half_as_large_again(app: str, page: Page) -> None:
    def height() -> float:
        return float(page.locator(".st-key-conclusion h1").evaluate("one => one.getBoundingClientRect().height"))

    page.set_viewport_size({"width": 1920, "height": 1080})
    show(page, f"{app}/puljen?dato={DAY}")
    ordinary = height()
    page.get_by_role("button", name="Vis stort").click()
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    wait_until_settled(page)
    assert height() >= 1.4 * ordinary
