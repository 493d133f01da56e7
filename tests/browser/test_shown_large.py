"""A screen on a projector: step after step by a clicker's keys, everything larger, nothing outside the screen."""

import re

import pytest
from playwright.sync_api import Page, expect

from core.menu import MENU_ITEMS, beside
from shell.live.seminar import Change
from shell.machine import clock
from tests.browser.conftest import Running
from tests.browser.every_screen import no_date_amount_or_status_wraps, no_word_breaks_in_a_table
from tests.browser.screen import DAY, NAME, show, unfold_everything
from tests.browser.settled import wait_until_settled

PROJECTORS = ((1280, 800), (1920, 1080))
LARGE = f"dato={DAY}&visning=stort"
OUTSIDE = """() => [
    ...[...document.querySelectorAll("[data-testid=stMain]")].filter((main) => main.scrollWidth > innerWidth),
    ...[...document.querySelectorAll("[data-testid=stVegaLiteChart] svg, h1, h2, [data-testid=stMetric], table")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1),
].map((element) => element.outerHTML.slice(0, 200))"""
# Goes through the screen from its first step to its last, and says what is wrong with each of them.
STEPS = """async () => {
    const main = document.querySelector("[data-testid=stMain]"), bar = document.querySelector("#steps");
    const told = () => bar.querySelector("[role=status]").textContent, wrong = [], headings = [];
    const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 0;
    const lines = () => {
        const found = [], walk = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        while (walk.nextNode()) {
            const text = walk.currentNode, range = document.createRange();
            if (!text.data.trim() || !seen(text.parentElement) || text.parentElement.closest("style, svg")) continue;
            range.selectNodeContents(text);
            for (const box of range.getClientRects()) if (box.width > 1) found.push({ text, box });
        }
        return found;
    };
    const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.35 * Math.min(a.height, b.height);
    const fitted = (chart) => {
        const drawing = chart.querySelector("svg.marks");
        return drawing && Math.abs(drawing.getAttribute("width") - chart.getBoundingClientRect().width) <= 1;
    };
    const drawn = async () => {
        const charts = () => [...main.querySelectorAll("[data-testid=stVegaLiteChart]")].filter(seen);
        let frames = 0;
        do await new Promise(requestAnimationFrame);
        while (++frames < 2 || (frames < 600 && !charts().every(fitted)));
    };
    const until = async (holds) => {
        for (let frames = 0; frames < 3000 && !holds(); frames++) await new Promise(requestAnimationFrame);
    };
    location.hash = "";
    await until(() => /(^| )1 af \\d+$/.test(told()));
    await drawn();
    for (;;) {
        const say = (what) => wrong.push(`${told()}: ${what}`);
        if (main.scrollHeight > innerHeight || main.scrollWidth > innerWidth) say("there is more than the screen");
        for (const one of main.querySelectorAll("p, li, td, th, h1, h2, img, button, svg, [data-testid=stMetric]")) {
            const { left, top, right, bottom } = one.getBoundingClientRect();
            const height = innerHeight - bar.offsetHeight;
            const within = left >= 0 && top >= -1 && right <= innerWidth + 1 && bottom <= height + 1;
            if (seen(one) && !within) say(`beyond the edge: ${one.outerHTML.slice(0, 90)}`);
        }
        const all = lines();
        all.forEach((a, place) => all.slice(place + 1).forEach((b) => {
            if (a.text !== b.text && overlap(a.box, b.box)) say(`${a.text.data} lies over ${b.text.data}`);
        }));
        if (Math.min(...all.map(({ box }) => box.height)) < innerHeight / 50) say("letters too small for the room");
        headings.push(...[...main.querySelectorAll("h1, h2")].filter(seen).map((one) => one.textContent));
        const [, at, last] = told().match(/(\\d+) af (\\d+)$/);
        if (at === last) break;
        const before = told();
        bar.querySelector("[aria-label=Næste]").click();
        await until(() => told() !== before);
        await drawn();
    }
    const every = [...main.querySelectorAll("h1, h2")].map((one) => one.textContent);
    if (headings.join() !== every.join()) wrong.push(`shows ${headings}, not ${every}`);
    return wrong;
}"""


def expect_place(page: Page, told: str) -> None:
    """told: a pattern."""
    expect(page.locator("#steps").get_by_role("status")).to_have_text(re.compile(told))


def title(page: Page) -> str:
    return page.locator(NAME).first.inner_text()


def press(page: Page, key: str, screen: str, told: str) -> None:
    page.keyboard.press(key)
    expect(page.locator(NAME).first).to_have_text(screen)
    expect_place(page, told)
    wait_until_settled(page)


def test_a_clicker_leads_through_the_steps_and_then_the_screens_and_escape_out(app: str, page: Page) -> None:
    show(page, f"{app}/?{LARGE}")
    expect_place(page, "^1 af 2$")
    press(page, "PageDown", "Overblik", "^2 af 2$")
    assert page.url.endswith("#2")
    press(page, "ArrowDown", "Puljen", "^1 af ")
    press(page, "ArrowRight", "Puljen", "^2 af ")
    press(page, " ", "Puljen", "^3 af ")
    press(page, "ArrowUp", "Puljen", "^2 af ")
    press(page, "ArrowLeft", "Puljen", "^1 af ")
    press(page, "PageUp", "Overblik", "^2 af 2$")
    press(page, "PageUp", "Overblik", "^1 af 2$")
    press(page, "PageUp", "Overblik", "^1 af 2$")
    assert "visning=stort" in page.url
    assert f"dato={DAY}" in page.url
    page.keyboard.press("Escape")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()
    wait_until_settled(page)
    assert "visning=" not in page.url
    assert f"dato={DAY}" in page.url
    expect(page.locator("#steps")).to_have_count(0)
    expect(page.get_by_role("heading", name="Venter på bestyrelsen")).to_be_visible()


def test_no_step_of_any_screen_is_larger_than_the_screen(app: str, page: Page) -> None:
    show(page, f"{app}/?{LARGE}")
    found = {}
    for item in MENU_ITEMS:
        expect(page.locator(NAME).first).to_have_text(item.title)
        for width, height in PROJECTORS:
            page.set_viewport_size({"width": width, "height": height})
            wait_until_settled(page)
            found[item.title, width] = page.evaluate(STEPS)
        if beside(item)[1]:
            page.keyboard.press("PageDown")
        elif item is not MENU_ITEMS[-1]:
            show(page, f"{app}/{MENU_ITEMS[MENU_ITEMS.index(item) + 1].address}?{LARGE}")
    assert not any(found.values()), found


def test_a_place_in_the_address_is_where_it_opens_and_a_new_reading_does_not_move_it(app: str, page: Page) -> None:
    show(page, f"{app}/puljen?{LARGE}#3")
    expect_place(page, "^3 af ")
    heading = page.locator("h2:visible").inner_text()
    page.evaluate("document.querySelector('[data-testid=stMainBlockContainer]').append(document.createElement('i'))")
    wait_until_settled(page)
    assert page.locator("h2:visible").inner_text() == heading


def test_all_squares_stand_on_one_step_with_the_sum_beside_them(running: Running, page: Page) -> None:
    seminar = running.open(*(f"Bord {number}" for number in range(1, 6)))
    for table in seminar.tables[:4]:
        changes = [Change("Fysiske rammer", item, wished=True) for item in ("Legepladser", "Fælleshuse")]
        running.store.write(table.key, changes, clock.now())
    show(page, f"{running.address}/telefon?visning=stort")
    for width, height in PROJECTORS:
        page.set_viewport_size({"width": width, "height": height})
        wait_until_settled(page)
        expect_place(page, "^1 af ")
        expect(page.locator("[class*=st-key-qr_] img:visible")).to_have_count(5)
        expect(page.get_by_text("4 af 5 borde har sendt noget.")).to_be_visible()
        expect(page.get_by_role("heading", name="Flest ønsker")).to_be_visible()
    assert page.evaluate(STEPS) == []
    running.store.erase_seminar(seminar.id, clock.now(), "")


def test_an_arrow_in_a_field_moves_in_the_field(running: Running, page: Page) -> None:
    show(page, f"{running.address}/telefon?visning=stort")
    page.get_by_role("textbox").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageUp")
    wait_until_settled(page)
    assert title(page) == "Planchen på telefon"


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


@pytest.mark.parametrize(("screen", "size"), [("", (390, 844)), ("handleplaner", (800, 600))], ids=str)
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
