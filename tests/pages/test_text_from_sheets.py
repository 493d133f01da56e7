"""What people type in sheets and addresses is shown as they typed it, and is never Markdown or HTML."""

from itertools import product
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import Configure
from tests.organisations.lyngklokken import GREEN, Tables, lyngklokken
from tests.organisations.stores import write_csv
from tests.pages.conftest import Open
from tests.pages.reading import everything_said, markdown

EVIL = "<script>alert(1)</script> **x** [l](http://e.x) $a$ :red[b]"
ALIVE = ("<script>", "**x**", "](http", "$a$", ":red[")
"""What of it would do something if it came through unescaped."""
ON = "2025-11-05"


def evil() -> Tables:
    tables = lyngklokken()
    tables["Indstillinger"][0]["Værdi"] = EVIL
    for department in tables["Afdelinger"]:
        department["Navn"] = f"{department['Navn']} {EVIL}"
    for rule in tables["Puljeregler"]:
        rule["Pulje"] = f"{rule['Pulje']} {EVIL}"
        rule["Kilde"] = EVIL
    for pool in tables["Puljer"]:
        pool["Navn"] = f"{pool['Navn']} {EVIL}"
    for meeting in tables["Bestyrelsesmøder"]:
        meeting["Møde"] = EVIL
    for application in tables["Ansøgninger"]:
        application["Projekt"] = f"{application['Projekt']} {EVIL}"
        application["Formål"] = EVIL
    for invoice in tables["Fakturaer"]:
        invoice["Faktura"] = f"{invoice['Faktura']} {EVIL}"
    tables["Ansøgninger"][2]["Deltagere"] = EVIL
    tables["Ansøgninger"][2]["Afdelinger"] = EVIL
    return tables


@pytest.fixture
def of_evil(open_screen: Open, configure: Configure, tmp_path: Path) -> Open:
    configure(f"[connections.csv]\nfolder = '{write_csv(evil(), tmp_path / f'mappe {EVIL[9:14]}')}'\n")
    return open_screen


def alive(at: AppTest) -> list[str]:
    return [words for words in markdown(at) if any(part in words for part in ALIVE)]


@pytest.mark.parametrize(
    ("script", "address"),
    [
        ("pages/board/overblik.py", {}),
        ("pages/board/puljen.py", {"pulje": GREEN}),
        ("pages/board/puljen.py", {"pulje": "N25"}),
        ("pages/board/puljen.py", {"projekt": "L1"}),
        ("pages/board/puljen.py", {"projekt": "L3"}),
        ("pages/board/bevilling.py", {"pulje": GREEN, "ansoegning": "L6"}),
        ("pages/board/bevilling.py", {"pulje": "N25", "dato": "2024-01-01"}),
        ("pages/board/afdelinger.py", {}),
        ("pages/board/afdelinger.py", {"afdeling": "101"}),
        ("pages/consultant/data.py", {}),
    ],
)
def test_text_of_a_sheet_is_nowhere_alive(of_evil: Open, script: str, address: dict[str, str]) -> None:
    at = of_evil(script, **({"dato": ON} | address))
    assert alive(at) == []
    # It is there, letter for letter.
    assert EVIL in everything_said(at)


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
    assert alive(open_screen(script, **{name: EVIL})) == []


def test_what_is_typed_in_a_field_is_nowhere_alive(open_screen: Open) -> None:
    at = open_screen("pages/board/bevilling.py")
    at.text_input[0].set_value(EVIL).run()
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
