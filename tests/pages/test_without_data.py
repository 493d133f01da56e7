"""Where there is no data the screens say so: never a nought that a board could take for a fact."""

from pathlib import Path

import pytest

from core.menu import MENU_ITEMS
from core.subjects import CONTRACT
from tests.conftest import Configure
from tests.organisations.lyngklokken import Row, lyngklokken
from tests.organisations.stores import headings, write_csv
from tests.pages.conftest import Open, Put
from tests.pages.reading import column, conclusion, everything_said, figures, table

SCREENS = [item.script for item in MENU_ITEMS[:3]]
DATA = "pages/consultant/data.py"
OVERBLIK, PULJEN, BEVILLING = SCREENS
every_screen_of_a_pool = pytest.mark.parametrize("screen", SCREENS[1:])
first_screen_too = pytest.mark.parametrize("screen", SCREENS)


@pytest.fixture
def folder(configure: Configure, tmp_path: Path) -> Path:
    made = write_csv(lyngklokken(), tmp_path / "tabeller")
    configure(f"[connections.csv]\nfolder = '{made}'\n")
    return made


def only_headings(file: Path) -> None:
    headings, *_ = file.read_text(encoding="utf-8").splitlines()
    file.write_text(headings + "\n", encoding="utf-8")


@first_screen_too
def test_a_folder_without_files_is_said(open_screen: Open, folder: Path, screen: str) -> None:
    for file in folder.iterdir():
        file.unlink()
    at = open_screen(screen)
    assert "ingen pulje" in conclusion(at).casefold()
    assert not at.metric
    assert "Se, hvad der mangler" in everything_said(at)


@first_screen_too
def test_files_with_headings_alone_are_said(open_screen: Open, folder: Path, screen: str) -> None:
    for file in folder.iterdir():
        only_headings(file)
    at = open_screen(screen)
    assert "ingen pulje" in conclusion(at).casefold()
    assert not at.metric


@first_screen_too
def test_empty_files_are_said(open_screen: Open, folder: Path, screen: str) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"")
    at = open_screen(screen)
    assert "ingen pulje" in conclusion(at).casefold()
    assert not at.metric


@every_screen_of_a_pool
def test_applications_without_any_pool_are_said(open_screen: Open, folder: Path, screen: str) -> None:
    only_headings(folder / "puljer.csv")
    assert "ingen pulje" in conclusion(open_screen(screen)).casefold()


@every_screen_of_a_pool
@pytest.mark.parametrize("title", ["ansoegninger", "fakturaer"])
def test_a_missing_table_of_money_is_no_full_pool(open_screen: Open, folder: Path, screen: str, title: str) -> None:
    (folder / f"{title}.csv").unlink()
    at = open_screen(screen, dato="2025-11-05")
    assert "kan ikke regnes ud" in conclusion(at)
    assert not at.metric


@every_screen_of_a_pool
def test_a_table_of_money_with_a_heading_in_doubt_is_no_full_pool(open_screen: Open, folder: Path, screen: str) -> None:
    file = folder / "fakturaer.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("Beløb;", "Beløbet i alt;"), encoding="utf-8")
    at = open_screen(screen, dato="2025-11-05")
    assert "kan ikke regnes ud" in conclusion(at)
    assert not at.metric


def test_a_pool_without_applications_is_full_and_says_that_there_are_none(open_screen: Open, folder: Path) -> None:
    only_headings(folder / "ansoegninger.csv")
    only_headings(folder / "fakturaer.csv")
    at = open_screen(PULJEN, dato="2025-11-05")
    assert figures(at)["Rest"] == "150.000 kr."
    assert "Der er ingen ansøgninger til puljen på denne dato." in everything_said(at)
    assert "**6 af 6 afdelinger har aldrig søgt.**" in everything_said(at)


def test_without_departments_it_is_said(open_screen: Open, folder: Path) -> None:
    only_headings(folder / "afdelinger.csv")
    at = open_screen(PULJEN, dato="2025-11-05")
    assert "Der er ingen afdelinger i data." in everything_said(at)


def test_without_board_meetings_there_is_nothing_to_compare_with(open_screen: Open, folder: Path) -> None:
    only_headings(folder / "bestyrelsesmoeder.csv")
    for screen in (OVERBLIK, PULJEN):
        said = everything_said(open_screen(screen, dato="2025-11-05"))
        assert "Der er ikke noget tidligere bestyrelsesmøde i data at sammenligne med." in said
        assert "Næste bestyrelsesmøde" not in said


def test_without_rules_nothing_is_promised(open_screen: Open, folder: Path) -> None:
    only_headings(folder / "puljeregler.csv")
    at = open_screen(BEVILLING, dato="2025-11-05", ansoegning="L5")
    assert conclusion(at) == "Kan ikke siges: puljen har ingen regler, der gælder den dag."
    answers = column(open_screen(BEVILLING, dato="2025-11-05"), "waiting", 3)
    assert set(answers) == {"? Kan ikke siges: puljen har ingen regler, der gælder den dag"}
    at = open_screen(PULJEN, dato="2025-11-05")
    assert "Puljen har ingen regler, der gælder 5. nov. 2025." in everything_said(at)
    at = open_screen(PULJEN, dato="2025-11-05", projekt="L1")
    assert "Puljen havde ingen regler den dag." in everything_said(at)


def test_without_the_organisations_name_the_menu_still_has_a_heading(open_screen: Open, folder: Path) -> None:
    (folder / "indstillinger.csv").unlink()
    assert open_screen(OVERBLIK).sidebar.markdown[0].value == "**Bestyrelsens overblik**"


def test_the_screen_of_the_data_says_which_tables_are_not_there(open_screen: Open, folder: Path) -> None:
    for name in ("fakturaer", "puljer"):
        (folder / f"{name}.csv").unlink()
    at = open_screen(DATA)
    missing = [row[0] for row in table(at, "tables") if row[1] == "findes ikke"]
    assert missing == ["Puljer", "Fakturaer"]
    assert "Tabellen »Fakturaer« findes ikke i kilden." in everything_said(at)


def test_the_screen_of_the_data_opens_without_any_table(open_screen: Open, folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()
    at = open_screen(DATA)
    rows = table(at, "tables") + table(at, "tables_quiet")
    assert [row[1] for row in rows] == ["findes ikke"] * len(CONTRACT.tables)
    assert conclusion(at)


def test_what_is_left_of_an_overdrawn_pool_ends_with_one_full_stop(in_csv: Put) -> None:
    tables = lyngklokken()
    tables["Puljer"] = [row | {"Ramme": "1"} for row in tables["Puljer"]]
    said = everything_said(in_csv(tables)(BEVILLING, dato="2025-11-05", ansoegning="L5"))
    assert "Før denne ansøgning: puljen er overtrukket med " in said
    assert "kr.." not in said


OF_ONE_SUBJECT = [
    ("fokusgruppen", ["Fokusgruppe", "Beboere", "Fokusgruppemøder"]),
    ("ambassadoerer", ["Ambassadører", "Hold", "Kursusgange", "Netværksmøder", "Initiativer"]),
    ("partnerskaber", ["Partnerskabsår", "Partnerskabsaftaler"]),
    ("ideer", ["Idéer", "Idéer i brug"]),
    ("formidling", ["Formidling"]),
]


@pytest.mark.parametrize(("screen", "titles"), OF_ONE_SUBJECT, ids=[screen for screen, _ in OF_ONE_SUBJECT])
def test_a_subject_of_which_nothing_is_written_makes_no_claim_and_says_what_to_do(
    in_csv: Put, screen: str, titles: list[str]
) -> None:
    script = f"pages/board/{screen}.py"
    tables = lyngklokken() | {title: [] for title in titles}
    at = in_csv(tables)(script)
    assert conclusion(at).startswith("Der er ingen ")
    assert f"Skriv i tabel{'len' if len(titles) == 1 or screen == 'ambassadoerer' else 'lerne'} »" in everything_said(
        at
    )
    assert not at.metric
    assert not at.header


@pytest.mark.parametrize(("screen", "titles"), OF_ONE_SUBJECT, ids=[screen for screen, _ in OF_ONE_SUBJECT])
def test_one_row_that_cannot_be_read_is_not_nothing(in_csv: Put, screen: str, titles: list[str]) -> None:
    tables = lyngklokken() | {title: [] for title in titles} | {titles[0]: [{headings(titles[0])[0]: "?"}]}
    at = in_csv(tables)(f"pages/board/{screen}.py")
    assert "Skriv i tabel" not in everything_said(at)


def test_a_year_in_which_nothing_was_told_is_not_drawn_month_by_month(in_csv: Put) -> None:
    told: Row = {"Dato": "01-03-2020", "Hvad": "Et opslag", "Område": "Boliger", "Hvor": "indadtil"}
    at = in_csv(lyngklokken() | {"Formidling": [told]})("pages/board/formidling.py")
    assert conclusion(at) == "Der er ikke fortalt noget det seneste år."
    assert "De seneste 12 måneder" not in [one.value for one in at.header]
    assert column(at, "told", 0) == ["01-03-2020"]
