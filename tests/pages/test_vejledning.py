"""The guide: the same text as in docs, a part for each kind of user with its pictures, naming what there is."""

import re
from pathlib import Path

import pytest

from core.menu import MENU_ITEMS
from core.subjects import CONTRACT
from tests.pages.conftest import Open
from tests.pages.reading import elements, everything_said

GUIDE = "pages/everyone/vejledning.py"
TEXT = (Path(__file__).parents[2] / "docs" / "vejledning.md").read_text(encoding="utf-8")
USERS = ("Bestyrelsen", "Formanden", "Beboerkonsulenten")


def test_there_is_a_part_for_each_kind_of_user_of_the_menu() -> None:
    assert re.findall(r"^## (.+)$", TEXT, re.MULTILINE) == list(USERS)


@pytest.mark.parametrize("user", USERS)
def test_each_part_is_on_the_screen_word_for_word_with_its_pictures(open_screen: Open, user: str) -> None:
    at = open_screen(GUIDE, hvem=user)
    part = TEXT.split(f"## {user}\n")[1].split("\n## ")[0]
    pictures = re.findall(r"!\[(.+?)\]\(.+?\)", part)
    said = everything_said(at)
    for paragraph in re.split(r"!\[.+?\]\(.+?\)", part):
        assert paragraph.strip() in said
    assert pictures
    drawn = [one.proto.body for one in elements(at) if one.type == "html"]
    assert [words for words in pictures if not any(f'alt="{words}"' in html for html in drawn)] == []


def test_the_board_is_guided_unless_another_is_chosen(open_screen: Open) -> None:
    assert "Begynd på »Overblik«" in everything_said(open_screen(GUIDE))
    assert "Begynd på »Overblik«" in everything_said(open_screen(GUIDE, hvem="enhver"))


def test_every_screen_and_every_sheet_it_names_is_there() -> None:
    titles = {item.title for item in MENU_ITEMS}
    rows = re.findall(r"^\| ([A-ZÆØÅ][^|]+?) \|", TEXT.split("| skærm |")[1].split("\n\n")[0], re.MULTILINE)
    assert len(rows) == 9
    assert set(rows) <= titles
    typed = TEXT.split("| når dette sker |")[1].split("| --- |\n")[-1].split("\n\n")[0]
    sheets = re.findall(r"^\| [^|-]+ \| ([^|:]+?)(?::[^|]*)? \|", typed, re.MULTILINE)
    assert len(sheets) == len(typed.splitlines()) > 0
    assert set(sheets) <= {table.title for table in CONTRACT.tables}
