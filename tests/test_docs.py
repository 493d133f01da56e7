"""What the documents say is what the code does."""

import re
from pathlib import Path

import pytest

from core.danish import number
from core.menu import MENU_ITEMS
from shell.live.act import MOST_ACTS
from shell.live.limits import MOST_REMEMBERED, OF_A_TABLE, OF_AN_ADDRESS, OF_GUESSES
from shell.live.seminar import DAYS_TO_REGRET
from shell.sources.describe import README, TABLES_PAGE, tables_page, with_tables

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "sample_data").glob("*.md")])


def test_the_readmes_table_of_tables_is_the_contracts() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_tables(text) == text


def test_the_page_of_tables_is_the_contracts() -> None:
    assert TABLES_PAGE.read_text(encoding="utf-8") == tables_page()


def test_the_readme_names_every_screens_address() -> None:
    text = README.read_text(encoding="utf-8")
    assert [item.address for item in MENU_ITEMS if f"`/{item.address}`" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_between_documents_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_documents_say_the_live_sheets_bounds_as_they_are() -> None:
    live, record = ((ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("live-sheet.md", "fortegnelse.md"))
    for often in (OF_A_TABLE, OF_GUESSES, OF_AN_ADDRESS):
        assert f"{number(often.at_once)} and {often.a_second}" in live.replace("\n", " ")
    assert f"The newest {MOST_ACTS} are kept" in live.replace("\n", " ")
    assert f"De seneste {MOST_ACTS} linjer" in record
    assert f"bringes tilbage i {DAYS_TO_REGRET} dage" in record
    assert f"de {number(MOST_REMEMBERED)} seneste" in record
