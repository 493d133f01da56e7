"""The sheet on phones as the chair sees it: with none, one and many of each thing, and where its database is gone."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.planche.standard import STANDARD
from shell.live.configured import live_store
from shell.live.filled import filled_of, sum_of
from shell.live.seminar import LONGEST_NAME, MOST_TABLES, Change, LiveTable, Seminar
from shell.live.store import Store
from shell.machine.settings import checked
from shell.screens.telefon import state_told
from tests.conftest import Configure
from tests.pages.conftest import Open
from tests.pages.reading import button, conclusion, everything_said, shown

PHONES, PLANCHEN = "pages/chair/telefon.py", "pages/chair/planchen.py"
NOW = datetime(2026, 11, 22, 11, tzinfo=UTC)
PLAYGROUNDS = ("Fysiske rammer", "Legepladser")


@pytest.fixture
def store(configure: Configure, tmp_path: Path) -> Store:
    configure("")
    found = live_store(checked({"dashboard": {"state_folder": str(tmp_path / "state")}}))
    assert found
    return found


def opened(store: Store, *tables: str) -> Seminar:
    return store.open_seminar(STANDARD, tables or ("Bord A", "Bord B"), "DOMI Bolig", NOW)


@pytest.mark.parametrize(
    ("tables", "heard", "while_open", "after"),
    [
        (1, 0, "Bordet har ikke sendt noget endnu.", "bordet sendte ikke noget."),
        (1, 1, "Bordet har sendt noget.", "bordet sendte noget."),
        (2, 0, "Ingen af de 2 borde har sendt noget endnu.", "ingen af de 2 borde sendte noget."),
        (2, 1, "1 af 2 borde har sendt noget.", "1 af 2 borde sendte noget."),
        (2, 2, "Begge borde har sendt noget.", "begge borde sendte noget."),
        (5, 3, "3 af 5 borde har sendt noget.", "3 af 5 borde sendte noget."),
        (5, 5, "Alle 5 borde har sendt noget.", "alle 5 borde sendte noget."),
    ],
)
def test_who_has_sent_is_said(tables: int, heard: int, while_open: str, after: str) -> None:
    those = tuple(LiveTable(f"Bord {number}", "") for number in range(tables))
    seminar = Seminar(1, "", NOW, None, STANDARD, those)
    assert state_told(seminar, heard, date(2026, 11, 22)) == while_open
    said = state_told(replace(seminar, closed_at=NOW), heard, date(2026, 11, 23))
    assert said.startswith("Planchen blev lukket")
    assert said.endswith(f": {after}")


def test_one_table_is_one_table(open_screen: Open, store: Store) -> None:
    opened(store, "Bord A")
    at = open_screen(PHONES)
    assert conclusion(at) == "Planchen er åben for 1 bord."
    assert "Bordet har ikke sendt noget endnu." in everything_said(at)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Bord\n" * (MOST_TABLES + 1), f"Der er {MOST_TABLES + 1} borde på listen. Der kan højst være {MOST_TABLES}."),
        ("B" * (LONGEST_NAME + 1), f"Et bords navn kan højst være på {LONGEST_NAME} tegn."),
        (" \n", "Skriv mindst ét bord."),
    ],
)
def test_more_or_longer_tables_than_may_be_are_told(open_screen: Open, store: Store, typed: str, said: str) -> None:
    at = open_screen(PHONES)
    at.text_area[0].set_value(typed)
    button(at, "Åbn planchen for bordene").click().run()
    assert [one.value for one in at.error] == [said]
    assert store.seminars() == ()


def test_as_many_and_as_long_tables_as_may_be_are_taken(open_screen: Open, store: Store) -> None:
    at = open_screen(PHONES)
    at.text_area[0].set_value(f"{'B' * LONGEST_NAME}\n" * MOST_TABLES)
    button(at, "Åbn planchen for bordene").click().run()
    assert conclusion(at) == f"Planchen er åben for {MOST_TABLES} borde."
    assert len({one.name for one in store.seminars()[0].tables}) == MOST_TABLES


def test_of_very_many_notes_a_viewer_gets_some_and_is_told_where_the_rest_are(open_screen: Open, store: Store) -> None:
    seminar = opened(store, *(f"Bord {number}" for number in range(5)))
    items = [(theme.name, item) for theme in STANDARD.themes for item in theme.items]
    for table in seminar.tables:
        changes = [Change(theme, item, note=f"Skrevet af {table.name}") for theme, item in items]
        store.write(table.key, changes, NOW)
    for script in (PHONES, PLANCHEN):
        said = everything_said(open_screen(script))
        assert said.count("Skrevet af") == 100
        assert "30 noter til vises ikke her. Alle noter står i fanen »Plancher«" in said


def test_the_sum_is_worked_out_once_and_anew_when_a_table_has_sent_something(store: Store) -> None:
    seminar = opened(store)
    store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, wished=True)], NOW)
    first = sum_of(store, seminar)
    assert sum_of(store, seminar) is first
    store.write(seminar.tables[1].key, [Change(*PLAYGROUNDS, wished=True)], NOW)
    assert [item.wanted for item in sum_of(store, seminar).most_wanted] == [2]
    assert len(filled_of(store, seminar)) == 2


def test_nothing_sent_is_nothing_to_fetch(open_screen: Open, store: Store) -> None:
    store.close_seminar(opened(store).id, NOW)
    at = open_screen(PHONES)
    assert "så der er ingen rækker at hente" in everything_said(at)
    assert not [one for one in at.get("download_button") if "Hent rækkerne" in one.proto.label]


def test_a_file_that_is_gone_is_told_and_what_to_do(open_screen: Open, store: Store, tmp_path: Path) -> None:
    opened(store)
    for file in (tmp_path / "state").glob("live.sqlite*"):
        file.unlink()
    for script in (PHONES, PLANCHEN):
        (error,) = open_screen(script).error
        assert "er flyttet eller slettet, så intet kan gemmes" in shown(error.value)
        assert "Læg filen tilbage" in shown(error.value)
    assert "Det mest udbredte ønske" in conclusion(open_screen(PLANCHEN)), "the sheets on paper are shown all the same"
