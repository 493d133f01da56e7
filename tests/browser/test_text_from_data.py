"""Text from the data is shown letter for letter: it never becomes a picture, a script or bold type."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, urlencode

import pytest
import sqlalchemy as sa
from playwright.sync_api import BrowserContext, Dialog, Page, expect

from core.contract.table import sql_name
from core.subjects import CONTRACT
from shell.sources.schema import contract_metadata
from tests.browser.conftest import Dashboard
from tests.browser.screen import SCREENS, show, unfold_everything
from tests.organisations.hostile import HOSTILE, hostile
from tests.organisations.stores import write_sqlite

TRAP = "<img src=x onerror=alert(1)> **x**"
ROWS: dict[str, list[dict[str, str | None]]] = {
    "settings": [{"name": "Organisation", "value": TRAP}],
    "departments": [{"number": "01", "name": f"Afdeling {TRAP}", "homes": "64"}],
    "pools": [
        {"id": "2025", "name": f"Pulje {TRAP}", "appropriation": "100.000", "first": "01-01-2025", "last": "31-12-2025"}
    ],
    "pool_rules": [
        {
            "pool_name": f"Pulje {TRAP}",
            "rule": "loft pr. projekt",
            "value": "20.000",
            "valid_from": "15-05-2023",
            "source": f"Kilde {TRAP}",
        }
    ],
    "board_meetings": [{"date": "02-01-2025", "title": TRAP}],
    "applications": [
        {
            "id": f"A{number} {TRAP}",
            "pool": "2025",
            "project": f"Projekt {number} {TRAP}",
            "departments": "01",
            "purpose": f"Formål {TRAP}",
            "requested": requested,
            "received": "15-01-2025",
            "decision": "tilsagn" if granted else None,
            "decided": "20-01-2025" if granted else None,
            "granted": granted,
            "activity_last": "01-02-2025",
        }
        for number, requested, granted in ((1, "8.000", "8.000"), (2, "9.000", None), (3, f"tyve {TRAP}", None))
    ],
    "invoices": [
        {
            "id": f"F1 {TRAP}",
            "application": f"A1 {TRAP}",
            "amount": "1.000",
            "invoiced": "22-01-2025",
            "paid": "23-01-2025",
        }
    ],
}
WHEN = "dato=2025-03-01"


@pytest.fixture(scope="module")
def trapped(serve: Callable[..., Dashboard], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a dashboard whose every text is a trap."""
    url = f"sqlite:///{(tmp_path_factory.mktemp('data') / 'traps.db').as_posix()}"
    engine = sa.create_engine(url)
    metadata = contract_metadata(typed=False)
    metadata.create_all(engine)
    with engine.begin() as connection:
        for name, rows in ROWS.items():
            table = CONTRACT.by_name[name]
            for row in rows:
                values = {sql_name(table.column(field).heading): value for field, value in row.items()}
                connection.execute(metadata.tables[sql_name(table.title)].insert().values(values))
    engine.dispose()
    return serve(DATABASE_URL=url).address


@dataclass
class Opened:
    page: Page
    alerts: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def opened(trapped: str, regular: BrowserContext) -> Iterator[Callable[[str], Opened]]:
    """Opens a screen with everything unfolded; again: the same page, as the test before has left it."""
    pages: dict[str, Opened] = {}

    def opened(screen: str) -> Opened:
        if screen not in pages:
            found = pages[screen] = Opened(regular.new_page())

            def note(dialog: Dialog) -> None:
                found.alerts.append(dialog.message)
                dialog.dismiss()

            found.page.on("dialog", note)
            show(found.page, f"{trapped}{screen}")
            unfold_everything(found.page)
        return pages[screen]

    yield opened
    for one in pages.values():
        one.page.close()


_ALIVE = """() => {
    const found = [], all = (selector) => [...document.querySelectorAll(selector)];
    for (const link of all("a")) if (link.origin !== location.origin) found.push(`a link to ${link.href}`);
    for (const image of all("img"))
        if (!image.src.startsWith("data:") || image.alt === "Streamlit logo") found.push(`an image of ${image.src}`);
    for (const one of all("strong, em, code, .stMarkdownColoredText, .katex"))
        if (["x", "b", "k", "a"].includes(one.textContent)) found.push(`type of its own: ${one.outerHTML}`);
    for (const one of all("[data-testid=stMarkdownContainer] [role=img]")) found.push(`a sign: ${one.outerHTML}`);
    return found;
}"""
"""What stands on the page that only text of a sheet could have brought there."""


LOOKED_AT = {
    name: SCREENS[name]
    for name in ("Overblik", "Puljen", "Kan vi bevilge dette?", "Fokusgruppen", "Planchen", "Data", "Et målepunkt")
}
"""Each with parts of its own. That text is escaped on the others too is seen without a browser."""


@pytest.fixture(scope="module")
def hostile_dashboard(serve: Callable[..., Dashboard], tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a dashboard in whose sheets every cell of text is hostile."""
    file = tmp_path_factory.mktemp("data") / "hostile.db"
    write_sqlite(hostile(), file, typed=False).dispose()
    return serve(DATABASE_URL=f"sqlite:///{file.as_posix()}").address


@pytest.mark.parametrize(
    "screen", [*LOOKED_AT.values(), "/puljen?dato=" + quote(HOSTILE)], ids=[*LOOKED_AT, "An address"]
)
def test_hostile_text_is_text_in_every_part_of_a_screen(hostile_dashboard: str, page: Page, screen: str) -> None:
    alerts: list[str] = []

    def note(dialog: Dialog) -> None:
        alerts.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    show(page, f"{hostile_dashboard}{of_hostile(screen)}")
    unfold_everything(page)
    page.remove_listener("dialog", note)
    assert page.evaluate(_ALIVE) == []
    assert alerts == []
    assert HOSTILE in page.locator("body").inner_text().replace("\u2060", "").replace("\u00ad", "")


def of_hostile(screen: str) -> str:
    """The address of a screen of the sample where what is pointed at is called more."""
    path, _, query = screen.partition("?")
    asked = [(name, value if name == "dato" else f"{value} {HOSTILE}") for name, value in parse_qsl(query)]
    return f"{path}?{urlencode(asked)}"


def test_a_project_with_a_trap_for_a_name_opens(opened: Callable[[str], Opened]) -> None:
    page = opened(f"/puljen?{WHEN}").page
    page.get_by_role("table", name="Ansøgninger til puljen").get_by_role("link", name="Projekt 2").click()
    expect(page.locator(".st-key-conclusion")).to_contain_text(f"Projekt 2 {TRAP}: under behandling")


def test_the_application_to_judge_can_be_chosen_by_its_name(opened: Callable[[str], Opened]) -> None:
    page = opened(f"/bevilling?{WHEN}").page
    page.get_by_role("table", name="Ansøgninger, der venter på svar").get_by_role("link", name="Projekt 2").click()
    expect(page.locator(".st-key-conclusion")).to_have_text("Ja, der kan bevilges 9.000 kr.")
    unfold_everything(page)
    expect(page.get_by_role("textbox", name="Beløb, der søges om (kr.)")).to_have_value("9.000")
    assert page.locator("img[src='x']").count() == 0


def test_an_amount_that_cannot_be_read_is_named_with_its_place(opened: Callable[[str], Opened]) -> None:
    problems = opened(f"/data?{WHEN}").page.get_by_role("table", name="Problemer i Ansøgninger")
    expect(problems.locator("tbody tr")).to_have_count(1)
    expect(problems).to_contain_text(f"tyve {TRAP}")
