"""What holds for every screen, at a desk, on a phone, at 200 % zoom and on a projector, with everything unfolded."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.screen import SCREENS, show, unfold_everything

# Streamlit lays a screen out for a phone or for a desk when it is opened; of each kind two sizes.
KINDS = {"narrow": ("phone", "zoomed"), "wide": ("desk", "projector")}
SIZES = {"desk": (1280, 800), "phone": (390, 844), "zoomed": (640, 400), "projector": (1920, 1080)}

CHARTS_FIT = """() => [...document.querySelectorAll("[data-testid=stVegaLiteChart] svg.marks")]
    .every((chart) => chart.getBoundingClientRect().right <= innerWidth)"""

# Words that Streamlit puts on a page by itself.
STREAMLITS_OWN = (
    "Deploy|Rerun|Settings|Clear cache|Press Enter|Choose an option|Choose options|Select|No results|No options|"
    "Made with Streamlit|Running|Loading|Show data|Download as|Copy Vega|Fullscreen|Page not found|Connecting"
)


@dataclass(frozen=True, slots=True)
class Shown:
    size: str
    page: Page
    address: str
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


@pytest.fixture(scope="module", params=[(kind, screen) for screen in SCREENS for kind in KINDS], ids="-".join)
def opened(app: str, browser: Browser, request: pytest.FixtureRequest) -> Iterator[tuple[str, Shown]]:
    """A screen with everything unfolded."""
    kind, screen = request.param
    width, height = SIZES[KINDS[kind][0]]
    context = browser.new_context(locale="en-US", viewport={"width": width, "height": height})
    shown = Shown("", context.new_page(), app)
    shown.page.on("request", lambda asked: shown.asked.append(asked.url))
    shown.page.on("websocket", lambda asked: shown.asked.append(asked.url))
    shown.page.on("pageerror", lambda fault: shown.faults.append(str(fault)))
    show(shown.page, f"{app}{SCREENS[screen]}")
    unfold_everything(shown.page)
    yield kind, shown
    context.close()


@pytest.fixture(scope="module", params=[0, 1], ids=["smaller", "larger"])
def shown(opened: tuple[str, Shown], request: pytest.FixtureRequest) -> Shown:
    """At one of the sizes of its kind."""
    kind, screen = opened
    size = KINDS[kind][request.param]
    width, height = SIZES[size]
    screen.page.set_viewport_size({"width": width, "height": height})
    screen.page.wait_for_function(CHARTS_FIT)
    return replace(screen, size=size)


def test_the_conclusion_is_seen_without_scrolling(shown: Shown) -> None:
    shown.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 0)")
    heading = shown.page.locator(".st-key-conclusion h2")
    bottom = heading.evaluate("heading => heading.getBoundingClientRect().bottom")
    height = SIZES[shown.size][1]
    assert bottom <= (2 * height if shown.size == "zoomed" else height)


def test_the_conclusion_can_be_read_from_the_back_of_the_room(shown: Shown) -> None:
    heading = shown.page.locator(".st-key-conclusion h2")
    size = heading.evaluate("heading => parseFloat(getComputedStyle(heading).fontSize)")
    assert size >= (28 if shown.size == "projector" else 20)


def test_nothing_scrolls_sideways(shown: Shown) -> None:
    wider = """() => ["html", "[data-testid=stAppViewContainer]", "[data-testid=stMain]",
        "[data-testid=stMainBlockContainer]", "[data-testid=stTable] > *"]
        .flatMap((selector) => [...document.querySelectorAll(selector)])
        .filter((element) => element.scrollWidth > element.clientWidth + 1)
        .map((element) => element.textContent.slice(0, 80))"""
    assert shown.page.evaluate(wider) == []


def test_no_text_is_smaller_than_16_pixels(shown: Shown) -> None:
    small = """() => {
        const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const text = walker.currentNode.data.trim(), element = walker.currentNode.parentElement;
            const size = parseFloat(getComputedStyle(element).fontSize);
            if (text && size < 16 && element.checkVisibility()) found.push(`${size}: ${text}`);
        }
        return found;
    }"""
    assert shown.page.evaluate(small) == []


def test_axe_finds_nothing_serious(shown: Shown) -> None:
    """Asked at the two widths that lay the screen out differently: it takes longer than all else here."""
    if shown.size not in ("desk", "phone"):
        return
    found = [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in Axe().run(shown.page).response["violations"]
        for node in violation["nodes"]
        if violation["impact"] in ("serious", "critical")
    ]
    assert found == []


def test_every_image_is_drawn(shown: Shown) -> None:
    broken = "() => [...document.images].filter((image) => image.complete && !image.naturalWidth).length"
    assert shown.page.evaluate(broken) == 0


def test_every_chart_has_a_sentence_with_its_figure_as_its_name(shown: Shown) -> None:
    charts = shown.page.get_by_test_id("stVegaLiteChart").all()
    names = [chart.get_attribute("aria-label") or "" for chart in charts]
    assert [name for name in names if not re.search(r"\d", name)] == []
    assert [chart.get_attribute("role") for chart in charts] == ["graphics-document"] * len(charts)


def test_streamlit_says_nothing_in_english(shown: Shown) -> None:
    words = shown.page.locator("body").inner_text()
    assert re.findall(rf"\b(?:{STREAMLITS_OWN})\b.*", words) == []


def test_no_request_leaves_the_machine(shown: Shown) -> None:
    hosts = {urlsplit(address).netloc for address in shown.asked if not address.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(shown.address).netloc}


def test_no_script_fails_in_the_browser(shown: Shown) -> None:
    assert shown.faults == []
