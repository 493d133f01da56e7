"""What is looked for on every screen is found where it is: all faults are planted far down a screen without any."""

from playwright.sync_api import Page

from tests.browser.every_screen import CHECKS, SIZES
from tests.browser.screen import SCREENS, show, unfold_everything
from tests.browser.settled import wait_until_settled

PLANTED = {
    "low contrast": ("<p style='color: #bbb; font-size: 20px'>Grå tekst</p>", "color-contrast"),
    "an image without words": (
        '<img src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\'>',
        "image-alt",
    ),
    "a heading of a wrong order": ("<h6 style='font-size: 20px'>Overskrift</h6>", "heading-order"),
    "something too wide": ("<p style='width: 4000px; font-size: 20px'>Bredt</p>", "nothing_scrolls_sideways"),
    "a date on two lines": (
        "<div data-testid='stTable'><table style='font-size: 20px; max-width: 60px'><tr><td>3. oktober 2026</td></tr>"
        "</table></div>",
        "no_date_amount_or_status_wraps",
    ),
    "a broken word": (
        "<div data-testid='stTable'><table style='font-size: 20px; width: 60px; table-layout: fixed'><tr>"
        "<td style='overflow-wrap: anywhere'>Afdeling</td></tr></table></div>",
        "no_word_breaks_in_a_table",
    ),
    "small letters": ("<p style='font-size: 12px'>Småt</p>", "no_text_is_smaller_than_15_pixels"),
    "an English word": ("<p style='font-size: 20px'>Rerun</p>", "streamlit_says_nothing_in_english"),
    "a picture that is not there": ("<img alt='Intet' src='data:image/png;base64,AAAA'>", "every_image_is_drawn"),
}


def found(page: Page) -> str:
    wait_until_settled(page)
    return "\n".join(f"{check.__name__}: {fault}" for check in CHECKS for fault in check(page, "phone"))


def test_every_planted_fault_is_found_and_nothing_where_none_is(app: str, page: Page) -> None:
    page.set_viewport_size(SIZES["phone"])
    show(page, f"{app}{SCREENS['Handleplaner']}")
    unfold_everything(page)
    assert not found(page)
    page.get_by_test_id("stMainBlockContainer").evaluate(
        "(main, planted) => main.insertAdjacentHTML('beforeend', planted)", "".join(one for one, _ in PLANTED.values())
    )
    told = found(page)
    assert {name for name, (_, check) in PLANTED.items() if check not in told} == set()
