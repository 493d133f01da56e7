"""What people type in sheets and addresses is shown as typed: it is never a link, a picture, Markdown or HTML."""

import re
from itertools import product
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.menu import MENU_ITEMS
from tests.conftest import Configure
from tests.organisations.hostile import HOSTILE, hostile, unreadable
from tests.organisations.lyngklokken import Tables, lyngklokken
from tests.organisations.stores import write_csv
from tests.pages.conftest import Open, Put
from tests.pages.reading import everything_said, markdown

ON = "2025-11-05"
SCREENS: dict[str, tuple[str, dict[str, str]]] = {item.title: (item.script, {}) for item in MENU_ITEMS} | {
    "Et projekt": ("pages/board/puljen.py", {"projekt": f"A26-05 {HOSTILE}"}),
    "Et afslag": ("pages/board/puljen.py", {"projekt": f"A26-18 {HOSTILE}"}),
    "En ansøgning": ("pages/board/bevilling.py", {"ansoegning": f"A26-19 {HOSTILE}"}),
    "En afdeling": ("pages/board/afdelinger.py", {"afdeling": f"02 {HOSTILE}"}),
    "Et målepunkt": ("pages/board/handleplaner.py", {"maalepunkt": f"G3-a {HOSTILE}"}),
    "Vist stort": ("pages/board/puljen.py", {"visning": "stort"}),
    "Før den første pulje": ("pages/board/bevilling.py", {"dato": "2001-01-01"}),
}
_TARGET = re.compile(r"\]\([^)]*\)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_MARKUP = re.compile(r"<img|\*\*x|!\[b|\[l\]|\$a|:red|`k")
_BY_ITSELF = re.compile(
    r"https?://[-.\w]|www\.|[-.\w+]@[-\w]+\.|:[\w+-]+:|(?<!\S)(?:--|->|<-|<->|>=|<=|~=)(?!\S)", re.IGNORECASE
)
"""What Streamlit looks for in a text that is done with as Markdown."""


def alive(at: AppTest) -> list[str]:
    """The texts of a screen in which something of HOSTILE is more than text."""
    without_links = [_TARGET.sub("]", words) for words in markdown(at)]
    return [
        words
        for words in without_links
        if _MARKUP.search(_ESCAPED.sub("·", words)) or _BY_ITSELF.search(_ESCAPED.sub(r"\1", words))
    ]


@pytest.fixture
def put(open_screen: Open, configure: Configure, tmp_path: Path) -> Put:
    """In a folder whose name does something too: screens say where the data comes from."""

    def put(tables: Tables) -> Open:
        configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'mappe <b> **x** :smile:')}'\n")
        return open_screen

    return put


@pytest.mark.parametrize(("script", "address"), SCREENS.values(), ids=SCREENS)
def test_text_of_a_sheet_is_nowhere_alive(put: Put, script: str, address: dict[str, str]) -> None:
    at = put(hostile())(script, **address)
    assert alive(at) == []
    # It is there, letter for letter.
    assert HOSTILE in everything_said(at)


@pytest.mark.parametrize("title", ["Overblik", "Puljen", "Kan vi bevilge dette?", "Data"])
def test_text_of_a_row_that_cannot_be_read_is_nowhere_alive(put: Put, title: str) -> None:
    script, address = SCREENS[title]
    assert alive(put(unreadable())(script, **address)) == []


@pytest.mark.parametrize(
    ("script", "name"),
    [
        *product(
            ("pages/board/overblik.py", "pages/board/puljen.py", "pages/board/bevilling.py"),
            ("dato", "pulje", "projekt", "soeg", "afdeling", "status", "aar", "sorter", "ansoegning"),
        ),
        ("pages/board/afdelinger.py", "afdeling"),
    ],
)
def test_text_of_an_address_is_nowhere_alive(open_screen: Open, script: str, name: str) -> None:
    assert alive(open_screen(script, **{name: HOSTILE})) == []


def test_what_is_typed_in_a_field_is_nowhere_alive(open_screen: Open) -> None:
    at = open_screen("pages/board/bevilling.py")
    at.text_input[0].set_value(HOSTILE).run()
    assert at.error
    assert alive(at) == []


def test_a_link_to_a_project_leads_to_it_whatever_its_number_is(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    tables["Ansøgninger"][0]["Ansøgning"] = "L1) [x](http://e.x"
    tables["Fakturaer"] = [one for one in tables["Fakturaer"] if one["Ansøgning"] != "L1"]
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
    at = open_screen("pages/board/puljen.py", dato=ON, soeg="sommerfugle")
    (cells,) = at.container(key="history").table[0].value.to_numpy().tolist()
    assert cells[1] == ("[Sommerfugleeng](?dato=2025-11-05&pulje=G25&projekt=L1%29+%5Bx%5D%28http%3A%2F%2Fe.x)")
    at = open_screen("pages/board/puljen.py", dato=ON, projekt="L1) [x](http://e.x")
    assert alive(at) == []
    assert "Sommerfugleeng: afsluttet" in everything_said(at)


def test_no_html_is_let_through_by_the_screens(open_screen: Open) -> None:
    """Streamlit escapes HTML in text unless it is told not to."""
    for script in ("pages/board/overblik.py", "pages/board/puljen.py", "pages/consultant/data.py"):
        assert not [one for one in open_screen(script).markdown if one.allow_html]
