"""What holds for every screen, at a desk, on a phone, at 200 % zoom and on a projector, with everything unfolded."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize

from tests.browser.screen import SCREENS, pointed_at, show, unfold_everything
from tests.browser.settled import wait_until_settled
from tests.often import IN_FULL

SIZES: dict[str, ViewportSize] = {
    "desk": {"width": 1280, "height": 800},
    "projector": {"width": 1920, "height": 1080},
    "tablet": {"width": 768, "height": 1024},
    "small desk": {"width": 1024, "height": 768},
    "phone": {"width": 390, "height": 844},
    "zoomed": {"width": 640, "height": 400},
    "zoomed to 400 %": {"width": 320, "height": 256},
}
LAID_OUT_DIFFERENTLY = ("desk", "phone")
# Where there is most to see. The others are looked at in full where CI=true.
LOOKED_AT_IN_FULL = ("Overblik", "Puljen", "Handleplaner")

# Words that Streamlit puts on a page by itself.
STREAMLITS_OWN = (
    "Deploy|Rerun|Settings|Clear cache|Press Enter|Choose an option|Choose options|Select|No results|No options|"
    "Made with Streamlit|Running|Loading|Show data|Download as|Copy Vega|Fullscreen|Page not found|Connecting"
)


class Watched:
    """A page, what it has asked for and which of its scripts have failed, from the first on."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.failed: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("websocket", lambda socket: self.asked.append(socket.url))
        page.on("pageerror", lambda fault: self.failed.append(str(fault)))
        page.on("console", lambda said: self.failed.append(said.text) if "Content Security" in said.text else None)

    def show(self, app: str, screen: str, size: str) -> None:
        """By the menu where it is on the page and leads there, else by the address."""
        self.in_full = IN_FULL or screen in LOOKED_AT_IN_FULL
        self.page.set_viewport_size(SIZES[size])
        link = self.page.get_by_test_id("stSidebar").get_by_role("link", name=screen, exact=True)
        if link.count() and link.is_visible():
            link.click()
            wait_until_settled(self.page)
        else:
            show(self.page, f"{app}{SCREENS[screen]}")

    def faults(self, app: str, *sizes: str) -> list[str]:
        """Of the screen that was shown, with everything unfolded, at each size; each fault with its size and check."""
        found: list[str] = []
        unfold_everything(self.page)
        for size in sizes if self.in_full else [size for size in sizes if size in LAID_OUT_DIFFERENTLY]:
            self.page.set_viewport_size(SIZES[size])
            wait_until_settled(self.page)
            # A colour is the same at every width, and so is nearly all else that axe knows of.
            at_another_width = every_text_stands_out if size == "phone" else axe_finds_nothing_serious
            checks = [check for check in CHECKS if self.in_full or check is not at_another_width]
            found += [f"{size}, {check.__name__}: {fault}" for check in checks for fault in check(self.page, size)]
        hosts = {urlsplit(address).netloc for address in self.asked if not address.startswith(("data:", "blob:"))}
        if hosts != {urlsplit(app).netloc}:
            found.append(f"a request leaves the machine: {hosts}")
        return [*found, *(f"a script fails in the browser: {fault}" for fault in self.failed)]


def the_conclusion_is_seen_without_scrolling(page: Page, size: str) -> list[str]:
    page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    heading = page.locator(".st-key-conclusion h1")
    bottom = heading.evaluate("heading => heading.getBoundingClientRect().bottom")
    height = SIZES[size]["height"]
    return [f"it ends at {bottom}"] if bottom > (2 * height if size.startswith("zoomed") else height) else []


def the_conclusion_can_be_read_from_the_back_of_the_room(page: Page, size: str) -> list[str]:
    heading = page.locator(".st-key-conclusion h1")
    letters = heading.evaluate("heading => parseFloat(getComputedStyle(heading).fontSize)")
    return [f"{letters} pixels"] if letters < (28 if size == "projector" else 20) else []


def nothing_scrolls_sideways(page: Page, size: str) -> list[str]:
    return list(
        page.evaluate("""() => ["html", "[data-testid=stAppViewContainer]", "[data-testid=stMain]",
        "[data-testid=stMainBlockContainer]", "[data-testid=stTable] > *"]
        .flatMap((selector) => [...document.querySelectorAll(selector)])
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.textContent.slice(0, 80))""")
    )


_LINES = """() => {
    const found = [];
    const look = (node, first, last) => {
        const range = document.createRange();
        range.setStart(node, first);
        range.setEnd(node, last);
        const boxes = [...range.getClientRects()].filter((box) => box.width > 0);
        if (new Set(boxes.map((box) => Math.round(box.top))).size > 1) found.push(range.toString());
    };
    for (const table of document.querySelectorAll("[data-testid=stTable] table")) {
        const headings = [...table.querySelectorAll("th")].map((heading) => heading.textContent);
        const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const node = walker.currentNode, cell = node.parentElement.closest("td");
            if (!node.parentElement.checkVisibility()) continue;
            for (const wanted of node.data.matchAll(WANTED)) look(node, wanted.index, wanted.index + wanted[0].length);
            if (WHOLE.includes(cell && headings[cell.cellIndex])) look(node, 0, node.length);
        }
    }
    return found;
}"""
"""The parts of tables that take more than one line: WANTED, and what stands under a heading of WHOLE."""
_DATE_OR_AMOUNT = r"/\d\d\W{1,2}\d\d\W{1,2}\d{4}|\d+\.\s[a-z]{3,9}\s\d{4}|-?\d[\d.]*(?:,\d+)?(?:\u00a0kr\.)?/g"
_WORD = r"/(?<![^\s/(»-])[^\s\u00ad/(»-]{2,22}(?![^\s/-])/g"


def no_date_amount_or_status_wraps(page: Page, size: str) -> list[str]:
    whole = '["Status", "Holdt", "Plads"]'
    return list(page.evaluate(_LINES.replace("WANTED", _DATE_OR_AMOUNT).replace("WHOLE", whole)))


def no_word_breaks_in_a_table(page: Page, size: str) -> list[str]:
    """Words of up to 22 letters: longer ones may be wider than a phone."""
    return list(page.evaluate(_LINES.replace("WANTED", _WORD).replace("WHOLE", "[]")))


def every_chart_is_on_the_screen(page: Page, size: str) -> list[str]:
    return list(
        page.evaluate("""() => [...document.querySelectorAll("[data-testid=stVegaLiteChart] svg.marks")]
        .filter((chart) => chart.getBoundingClientRect().right > innerWidth)
        .map((chart) => chart.textContent.slice(0, 80))""")
    )


def no_text_is_smaller_than_15_pixels(page: Page, size: str) -> list[str]:
    return list(
        page.evaluate("""() => {
        const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
            const size = parseFloat(getComputedStyle(element).fontSize);
            if (text && Math.round(size) < 15 && element.checkVisibility()) found.push(`${size}: ${text}`);
        }
        return found;
    }""")
    )


def axe_finds_nothing_serious(page: Page, size: str) -> list[str]:
    """Asked at the two widths that lay the screen out differently; of contrast in a check of its own."""
    return serious(page, {"rules": {"color-contrast": {"enabled": False}}}) if size in LAID_OUT_DIFFERENTLY else []


# Of all texts, one of each colour, weight and size on the same grounds.
_LOOKS = """() => {
    document.querySelectorAll("[data-look]").forEach((one) => one.removeAttribute("data-look"));
    const looks = new Set();
    for (const one of document.querySelectorAll("body *")) {
        const says = [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
        if (!(says || one.matches("input, textarea")) || !one.checkVisibility()) continue;
        const { color, fontSize, fontWeight } = getComputedStyle(one), look = [color, fontSize, fontWeight];
        for (let ground = one; ground; ground = ground.parentElement) {
            const { backgroundColor, backgroundImage, opacity } = getComputedStyle(ground);
            look.push(backgroundColor, backgroundImage, opacity);
        }
        if (!looks.has(look.join())) one.dataset.look = "";
        looks.add(look.join());
    }
}"""


def every_text_stands_out(page: Page, size: str) -> list[str]:
    """The window is made as high as the screen, for at text that is scrolled out of sight axe does not look. To look at
    every text takes longer than all else here: but where CI=true, of those that look alike one is asked of.
    """
    if size not in LAID_OUT_DIFFERENTLY:
        return []
    height = page.get_by_test_id("stMain").evaluate("main => main.scrollHeight")
    page.set_viewport_size({"width": SIZES[size]["width"], "height": height + SIZES[size]["height"]})
    wait_until_settled(page)
    page.evaluate(_LOOKS)
    found = serious(page, {"runOnly": ["color-contrast"]}, None if IN_FULL else "[data-look]")
    page.set_viewport_size(SIZES[size])
    wait_until_settled(page)
    return found


def serious(page: Page, options: dict[str, object], where: str | None = None) -> list[str]:
    """What axe finds when it is asked so; where: a selector, else everywhere."""
    violations = Axe().run(page, where, {"resultTypes": ["violations"]} | options).response["violations"]
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in violations
        for node in violation["nodes"]
        if violation["impact"] in ("serious", "critical") or violation["id"] == "heading-order"
    ]


def every_image_is_drawn(page: Page, size: str) -> list[str]:
    return list(
        page.evaluate("[...document.images].filter((one) => one.complete && !one.naturalWidth).map((one) => one.src)")
    )


def every_chart_has_a_sentence_with_its_figure_as_its_name(page: Page, size: str) -> list[str]:
    charts = page.get_by_test_id("stVegaLiteChart").evaluate_all(
        "charts => charts.map((chart) => [chart.role, chart.ariaLabel ?? ''])"
    )
    return [f"{role}: {name}" for role, name in charts if role != "graphics-document" or not re.search(r"\d", name)]


_ANSWER = re.compile(r"(Målt )?\d{1,2}\. [a-zæøå]+\.? \d{4}: .+\.")


def every_picture_answers_a_pointer_and_a_screen_reader_in_danish(page: Page, size: str) -> list[str]:
    if size != "desk":
        return []
    found = page.locator("[data-testid=stMain] :is(img, svg, figure, [data-testid=stVegaLiteChart])").evaluate_all(
        "all => all.flatMap((one) => [one, ...one.querySelectorAll('*')])"
        ".map((one) => one.matches('title') ? one.textContent : one.title || '').filter(Boolean)"
    )
    kinds = page.locator("[aria-roledescription]").evaluate_all("all => all.map((one) => one.ariaRoleDescription)")
    found += [kind for kind in kinds if kind != "diagram"]
    for chart in page.get_by_test_id("stVegaLiteChart").all():
        answers = pointed_at(page, chart)
        found += [answer for answer in answers if not _ANSWER.fullmatch(answer)] or ([] if answers else ["no answer"])
    return list(found)


def streamlit_says_nothing_in_english(page: Page, size: str) -> list[str]:
    return re.findall(rf"\b(?:{STREAMLITS_OWN})\b.*", page.locator("body").inner_text())


# Streamlit's names for its own parts, for those who hear the page.
HEARD_IN_ENGLISH = (
    "Skip|Open|Choose|Sidebar|sidebar|Collapse|Expand|Link to|Clear|Remove|Selected|Previous|Next|Empty|day|month|year|"
    "visualization|mark container|January|February|March|June|July|October"
)


def nothing_is_heard_in_english(page: Page, size: str) -> list[str]:
    names = page.evaluate("""() => [...document.querySelectorAll("*")].filter((one) => one.checkVisibility())
        .flatMap((one) => [
            one.ariaLabel, one.ariaRoleDescription, one.ariaValueText, one.placeholder,
            one.dataset.testid === "stSkipToContent" ? one.textContent : null,
        ]).filter(Boolean)""")
    return [name for name in names if re.search(rf"\b(?:{HEARD_IN_ENGLISH})\b", name)]


def tab_stops_at_nothing_that_only_scrolls(page: Page, size: str) -> list[str]:
    """A browser stops at what scrolls, though nothing is seen of it."""
    return list(
        page.evaluate("""() => [...document.querySelectorAll("[data-testid=stTable] th *")]
        .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflow) && one.scrollWidth > one.clientWidth)
        .map((one) => one.textContent)""")
    )


def a_menu_that_is_folded_away_cannot_be_tabbed_to(page: Page, size: str) -> list[str]:
    return list(
        page.evaluate("""() => [...document.querySelectorAll("[data-testid=stSidebar][data-collapsed=true] a")]
        .filter((link) => link.checkVisibility()).map((link) => link.textContent)""")
    )


def every_link_to_a_screen_says_all_of_its_words(page: Page, size: str) -> list[str]:
    return list(
        page.evaluate("""() => [...document.querySelectorAll("[data-testid=stPageLink] a *")]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible")
        .map((one) => one.textContent)""")
    )


CHECKS: tuple[Callable[[Page, str], list[str]], ...] = (
    the_conclusion_is_seen_without_scrolling,
    the_conclusion_can_be_read_from_the_back_of_the_room,
    nothing_scrolls_sideways,
    no_date_amount_or_status_wraps,
    no_word_breaks_in_a_table,
    every_chart_is_on_the_screen,
    no_text_is_smaller_than_15_pixels,
    axe_finds_nothing_serious,
    every_text_stands_out,
    every_image_is_drawn,
    every_chart_has_a_sentence_with_its_figure_as_its_name,
    every_picture_answers_a_pointer_and_a_screen_reader_in_danish,
    streamlit_says_nothing_in_english,
    nothing_is_heard_in_english,
    tab_stops_at_nothing_that_only_scrolls,
    a_menu_that_is_folded_away_cannot_be_tabbed_to,
    every_link_to_a_screen_says_all_of_its_words,
)
