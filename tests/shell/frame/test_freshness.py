"""What is not the newest is said in whole sentences: which table, which rows, which figures."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from shell.frame.freshness import figures_in_words, held_back, source_in_words
from shell.frame.view import View
from shell.reading.newest import confirm, load, read_again
from tests.conftest import Configure
from tests.organisations.lyngklokken import Tables, lyngklokken
from tests.organisations.stores import write_csv

ON = date(2025, 11, 5)
Lose = Callable[[Callable[[Tables], object]], View]


@pytest.fixture
def lose(configure: Configure, tmp_path: Path) -> Lose:
    """What is seen after a change to the tables that were read."""
    folder = write_csv(lyngklokken(), tmp_path / "tabeller")
    configure(f"[connections.csv]\nfolder = '{folder}'\n")
    load()

    def lose(change: Callable[[Tables], object]) -> View:
        tables = lyngklokken()
        change(tables)
        write_csv(tables, folder)
        read_again()
        return View(load(), ON, ON, None, ())

    return lose


def said(seen: View) -> list[str]:
    return [sentence.replace("\u00a0", " ") for sentence in held_back(seen)]


def test_where_nothing_is_held_back_nothing_is_said(lose: Lose) -> None:
    seen = lose(lambda tables: None)
    assert said(seen) == []
    assert source_in_words(seen) == seen.loaded.source.label


def test_one_row_is_named_with_the_figure_it_would_change(lose: Lose) -> None:
    (sentence,) = said(lose(lambda tables: tables["Fakturaer"].pop()))
    assert sentence.startswith("»Fakturaer« vises, som de var ")
    assert sentence.endswith(
        ": 1 af 8 rækker er væk fra »Fakturaer«. Det er F8. Med det nye bliver tallene andre. "
        "Resten i »Naboskabspuljen«, N25: 63.000 kr. i stedet for 53.749,25 kr. Beboerkonsulenten svarer på »Data«."
    )


@pytest.mark.parametrize(
    ("left", "named"),
    [(6, "Det er F7 og F8."), (3, "Det er F4, F5, F6, F7 og F8."), (2, "F7 og 1 anden."), (1, "F6 og 2 andre.")],
)
def test_of_many_rows_the_first_are_named_and_the_others_counted(lose: Lose, left: int, named: str) -> None:
    (sentence,) = said(lose(lambda tables: tables["Fakturaer"].__delitem__(slice(left, None))))
    assert named in sentence


def test_a_loss_that_changes_no_figure_says_so(lose: Lose) -> None:
    (sentence,) = said(lose(lambda tables: tables["Bestyrelsesmøder"].pop()))
    assert "Med det nye bliver ingen af hovedtallene andre på denne dato." in sentence


def test_of_many_figures_the_first_are_told_and_the_others_counted(lose: Lose) -> None:
    seen = lose(lambda tables: tables.update({"Ansøgninger": []}))
    (sentence,) = said(seen)
    assert sentence.count(" i stedet for ") == 3
    assert "Også 1 andet tal ville ændre sig." in sentence


def test_each_table_has_its_own_sentence(lose: Lose) -> None:
    seen = lose(lambda tables: (tables["Fakturaer"].pop(), tables["Afdelinger"].pop()))
    assert [sentence[:14] for sentence in said(seen)] == ["»Afdelinger« v", "»Fakturaer« vi"]


def test_a_sheet_says_beside_its_source_what_is_not_the_newest(lose: Lose) -> None:
    seen = lose(lambda tables: tables["Fakturaer"].pop())
    assert source_in_words(seen).startswith(f"{seen.loaded.source.label}. »Fakturaer« vises, som de var ")


def test_what_was_confirmed_is_said_no_longer(lose: Lose) -> None:
    seen = lose(lambda tables: tables["Fakturaer"].pop())
    confirm(seen.loaded.held[0])
    assert said(View(load(), ON, ON, None, ())) == []


def test_no_figures_are_a_whole_sentence_too() -> None:
    assert figures_in_words(()).endswith(".")
