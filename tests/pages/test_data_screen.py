"""»Data«: what was read, and for each cell that could not be: where, what stands there, what is wrong, what to do."""

from pathlib import Path

import pytest

from tests.conftest import Configure
from tests.organisations.lyngklokken import SECRET, Tables, lyngklokken
from tests.organisations.stores import write_csv
from tests.pages.conftest import Open
from tests.pages.reading import conclusion, everything_said, shown, table

DATA = "pages/consultant/data.py"


@pytest.fixture
def tables() -> Tables:
    """F3, the invoice in row 4, has an English amount; L3, the application in row 4, has words for a number."""
    changed = lyngklokken()
    changed["Fakturaer"][2]["Beløb"] = "10,000.00"
    changed["Ansøgninger"][2]["Deltagere"] = "mange"
    return changed


@pytest.fixture
def folder(tables: Tables, configure: Configure, tmp_path: Path) -> Path:
    made = write_csv(tables, tmp_path / "tabeller")
    configure(f"[connections.csv]\nfolder = '{made}'\n")
    return made


def test_it_says_how_many_rows_are_not_counted(open_screen: Open, folder: Path) -> None:
    # 1 + 6 + 2 + 13 + 5 + 12 + 8 rows; the invoice is not counted, the application is.
    assert conclusion(open_screen(DATA)) == "1 af 47 rækker kan ikke læses og er ikke talt med"


def test_each_table_says_how_many_rows_it_has_and_how_many_count(open_screen: Open, folder: Path) -> None:
    assert table(open_screen(DATA), "tables") == [
        ["Indstillinger", "1", "1", "0", "0", "nu"],
        ["Afdelinger", "6", "6", "0", "0", "nu"],
        ["Puljer", "2", "2", "0", "0", "nu"],
        ["Puljeregler", "13", "13", "0", "0", "nu"],
        ["Bestyrelsesmøder", "5", "5", "0", "0", "nu"],
        ["Ansøgninger", "12", "12", "0", "0", "nu"],
        ["Fakturaer", "8", "7", "0", "1", "nu"],
    ]


def test_a_problem_is_told_with_row_column_value_what_is_wrong_and_what_to_do(open_screen: Open, folder: Path) -> None:
    (cells,) = table(open_screen(DATA), "problems_fakturaer")
    words = " | ".join(cells)
    for part in (
        "4",
        "Beløb",
        "10,000.00",
        "Det ville blive læst som 10.000,00.",
        "Skriv tallet med punktum ved tusinder og komma før decimaler, fx 1.234,50.",
        "Rækken er ikke talt med",
    ):
        assert part in words


def test_a_problem_that_costs_only_its_field_says_so(open_screen: Open, folder: Path) -> None:
    (cells,) = table(open_screen(DATA), "problems_ansoegninger")
    assert "Deltagere" in " ".join(cells)
    assert cells[-1] == "Rækken er talt med, feltet er ikke"


def test_what_private_columns_hold_is_not_shown_even_where_it_is_wrong(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    for row in tables["Ansøgninger"]:
        row["Ansøger"] = SECRET
    tables["Ansøgninger"][0]["Ansøgt beløb"] = "x"
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
    assert SECRET not in everything_said(open_screen(DATA))


def test_mended_data_is_read_at_the_press_of_a_button(open_screen: Open, folder: Path) -> None:
    at = open_screen(DATA)
    write_csv(lyngklokken(), folder)
    at.run()
    assert conclusion(at).startswith("1 af 47")
    at.button[0].click().run()
    assert conclusion(at) == "Alt er læst: 47 rækker uden problemer"
    assert "Ingen problemer i data" in everything_said(at)


def test_hundreds_of_problems_are_counted_and_the_first_of_them_shown(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    tables["Fakturaer"] = [tables["Fakturaer"][0] | {"Faktura": f"F{number}", "Beløb": "?"} for number in range(250)]
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
    at = open_screen(DATA)
    assert conclusion(at).startswith("250 af 289 rækker")
    assert [shown(expander.label).startswith("Beløb: 250 steder") for expander in at.expander] == [True]
    assert len(table(at, "group_fakturaer_0")) == 200
    assert "Her vises de første 200." in everything_said(at)


def test_the_sample_has_no_problems(open_screen: Open) -> None:
    # 1 + 38 + 3 + 9 + 18 + 61 + 94 rows.
    assert conclusion(open_screen(DATA)) == "Alt er læst: 224 rækker uden problemer"
