"""»Ambassadører« and »Afdelinger«: the answer first, every department seen, and nothing said that is not known."""

from pathlib import Path

import pytest

from tests.conftest import Configure
from tests.organisations.lyngklokken import Row, Tables, lyngklokken
from tests.organisations.stores import write_csv
from tests.pages.conftest import Open
from tests.pages.reading import (
    bars,
    column,
    conclusion,
    everything_said,
    figures,
    shown,
    table,
    warnings,
    without_links,
)

SCREEN = "pages/board/ambassadoerer.py"
DEPARTMENTS = "pages/board/afdelinger.py"


def configured(configure: Configure, tmp_path: Path, tables: Tables) -> None:
    configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")


def with_ambassadors(*rows: Row) -> Tables:
    tables = lyngklokken()
    tables["Ambassadører"] = list(rows)
    return tables


def ambassador(number: str, department: str, first: str, last: str = "") -> Row:
    return {"Ambassadør": number, "Afdeling": department, "Fra": first, "Til": last or None}


def test_the_sample_is_told_in_one_sentence_with_its_figures(open_screen: Open) -> None:
    at = open_screen(SCREEN)
    assert conclusion(at) == "Der er 13 ambassadører i 11 af 38 afdelinger. 5 afdelinger har mistet deres sidste."
    assert figures(at) == {
        "Ambassadører": "13",
        "Afdelinger med": "11 af 38",
        "Afdelinger uden": "27",
        "Netværksmøder": "3",
    }
    assert bars(at, "departments") == [
        (
            "Afdelinger",
            "38",
            "Afdelinger: 5 har mistet deres sidste, 22 har aldrig haft en og 11 har mindst én",
        )
    ]
    assert "Der mangler 1 for at nå 4, og det er planlagt." in everything_said(at)
    assert "Hold 5: 4 af 6 kursusgange er holdt." in everything_said(at)
    assert column(at, "programme", 4) == ["✓ holdt"] * 4 + ["kommer"] * 2


def test_the_news_of_november_2023_is_six_in_five(open_screen: Open) -> None:
    at = open_screen(SCREEN, dato="2023-11-17")
    said = everything_said(at)
    for name in ("Vesterhåb", "Egholmparken", "Tværgade", "Markskellet", "Katrineholmsalle"):
        assert f"● **{name}**" in said or f"●● **{name}**" in said
    assert "●● **Katrineholmsalle**, 54 boliger, 27 pr. ambassadør" in said


def test_every_department_is_seen_once_those_that_lack_one_first(open_screen: Open) -> None:
    at = open_screen(SCREEN)
    lists = [shown(without_links(one.value)) for one in at.markdown if one.value.startswith(("- ✕", "- ○", "- ●"))]
    assert [len(one.splitlines()) for one in lists] == [5, 22, 11]
    assert "- ✕ **Fjordblikket**, 58 boliger, siden 15. maj 2026" in lists[0]


def test_an_organisation_without_ambassadors_is_told_what_to_do(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = lyngklokken()
    for title in ("Hold", "Kursusgange", "Ambassadører", "Netværksmøder", "Initiativer"):
        del tables[title]
    configured(configure, tmp_path, tables)
    at = open_screen(SCREEN)
    assert conclusion(at) == "Der er ingen ambassadører i data endnu."
    assert "Opret tabellen »Ambassadører«" in everything_said(at)
    assert not at.metric
    assert "ingen problemer i data" in everything_said(at)


def test_tables_without_rows_say_so_and_what_to_write(open_screen: Open, configure: Configure, tmp_path: Path) -> None:
    configured(configure, tmp_path, lyngklokken())
    at = open_screen(SCREEN, dato="2026-06-01")
    assert conclusion(at) == "Der er ingen ambassadører i data endnu."
    assert "Skriv i" in everything_said(at)


def test_a_row_that_cannot_be_read_is_said_on_the_screen(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    configured(
        configure,
        tmp_path,
        with_ambassadors(ambassador("1", "101", "01-01-2025"), ambassador("2", "999", "01-01-2025")),
    )
    at = open_screen(SCREEN, dato="2026-06-01")
    assert conclusion(at) == "Der er 1 ambassadør i 1 af 6 afdelinger."
    assert [words for words in warnings(at) if "1 række om ambassadører er ikke talt med" in words]


@pytest.mark.parametrize(("active", "told"), [(1, ""), (2, ", 30,5 pr. ambassadør"), (4, ", 15,3 pr. ambassadør")])
def test_homes_for_each_ambassador_are_told_with_a_decimal(
    open_screen: Open, configure: Configure, tmp_path: Path, active: int, told: str
) -> None:
    tables = with_ambassadors(*(ambassador(str(n), "101", "01-01-2025") for n in range(active)))
    tables["Afdelinger"][0]["Boliger"] = 61
    configured(configure, tmp_path, tables)
    assert f"{'●' * active} **Lyngtoften**, 61 boliger{told}" in everything_said(open_screen(SCREEN, dato="2026-06-01"))


def test_too_few_meetings_of_last_year_are_told_until_when(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = with_ambassadors(ambassador("1", "101", "01-01-2025"))
    tables["Bestyrelsesmøder"] = [{"Dato": "14-01-2026"}]
    configured(configure, tmp_path, tables)
    said = (
        "Der blev ikke holdt netværksmøder i 2025. Der skulle være 4 til 6. "
        "Det står her, til bestyrelsesmødet 14. jan. 2026 er holdt."
    )
    assert said in everything_said(open_screen(SCREEN, dato="2026-01-14"))
    assert said not in everything_said(open_screen(SCREEN, dato="2026-01-15"))


@pytest.mark.parametrize("screen", [SCREEN, DEPARTMENTS])
def test_a_hundred_and_fifty_departments_are_all_there(
    open_screen: Open, configure: Configure, tmp_path: Path, screen: str
) -> None:
    tables = with_ambassadors(*(ambassador(str(n), f"{n}", "01-01-2025") for n in range(1, 76)))
    tables["Afdelinger"] = [{"Afdeling": str(n), "Navn": f"Afdelingen {n}", "Boliger": n} for n in range(1, 151)]
    tables["Ansøgninger"], tables["Fakturaer"] = [], []
    configured(configure, tmp_path, tables)
    at = open_screen(screen, dato="2026-06-01")
    said = everything_said(at)
    assert all(f"Afdelingen {n}" in said for n in range(1, 151))
    assert conclusion(at) == (
        "Der er 75 ambassadører i 75 af 150 afdelinger."
        if screen == SCREEN
        else "I 75 af 150 afdelinger er der ingen aktivitet registreret."
    )


def test_departments_side_by_side_begin_with_those_where_nothing_has_happened(open_screen: Open) -> None:
    at = open_screen(DEPARTMENTS)
    assert conclusion(at) == "I 8 af 38 afdelinger er der ingen aktivitet registreret."
    rows = table(at, "side_by_side")
    assert len(rows) == 38
    assert [row[-1] for row in rows[:10]].count("ingen") == 8
    largest = table(open_screen(DEPARTMENTS, sorter="Flest boliger først"), "side_by_side")
    assert [row[1] for row in largest[:3]] == ["120", "110", "96"]


def test_a_department_leads_to_all_that_is_told_of_it(open_screen: Open) -> None:
    at = open_screen(DEPARTMENTS, dato="2026-09-15")
    cells = [shown(str(row[0])) for row in at.container(key="side_by_side").table[0].value.to_numpy().tolist()]
    assert "[Vesterhåb](afdelinger?dato=2026-09-15&afdeling=01)" in cells


def test_an_initiative_of_departments_that_cannot_be_read_is_neither_everybodys_nor_across(
    open_screen: Open, configure: Configure, tmp_path: Path
) -> None:
    tables = with_ambassadors(ambassador("1", "101", "01-01-2025"))
    tables["Initiativer"] = [
        {"Initiativ": "I1", "Navn": "Bytterum", "Afdelinger": "hos os", "Fra": "01-01-2025"},
        {"Initiativ": "I2", "Navn": "Løbeklub", "Fra": "01-01-2025"},
    ]
    configured(configure, tmp_path, tables)
    at = open_screen(SCREEN, dato="2026-06-01")
    assert [row[:3] for row in table(at, "initiatives")] == [
        ["Bytterum", "kan ikke læses", "–"],
        ["Løbeklub", "alle afdelinger", "på tværs"],
    ]
    assert "2 initiativer er i gang, heraf 1 på tværs af afdelinger." in everything_said(at)
