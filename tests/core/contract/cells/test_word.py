"""Cells that hold words: names and keys, yes or no, one of a few, several in one."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.cell import Unreadable, clean
from core.contract.cells.word import parse_choice, parse_text, parse_yes_no, split_list
from tests.core.contract.cells.reading import read, refused

NO_BREAK = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        pytest.param("  Ny   bålhytte ", "Ny bålhytte", id="spaces"),
        pytest.param(f"Ny{NO_BREAK}bålhytte{NO_BREAK}", "Ny bålhytte", id="no-break spaces"),
        pytest.param("Første linje\nanden linje", "Første linje anden linje", id="two lines"),
        pytest.param("07", "07", id="a number that is a name keeps its zero"),
        pytest.param("2024", "2024", id="digits"),
        pytest.param(2024, "2024", id="a number"),
        pytest.param(2024.0, "2024", id="a float that is whole"),
        pytest.param(7.5, "7.5", id="a float that is not"),
        pytest.param(Decimal(2024), "2024", id="a decimal"),
        pytest.param("12.50", "12.50", id="text that looks like a number"),
        pytest.param(date(2024, 5, 1), "01-05-2024", id="a name that a spreadsheet took for a date"),
        pytest.param(10**5000, f"1{'0' * 5000}", id="a number of five thousand digits"),
    ],
)
def test_text_is_kept_as_typed_with_its_spaces_tidied(typed: object, text: str) -> None:
    assert parse_text(typed) == text


YES = (
    "ja",
    "Ja",
    "JA",
    " ja ",
    "\u200eja\u200f",
    "j",
    "x",
    "X",
    "TRUE",
    "true",
    "SAND",
    "sand",
    "1",
    "yes",
    "✓",
    f"{NO_BREAK}ja",
)
NO = ("nej", "Nej", "NEJ", " nej ", "n", "FALSE", "false", "FALSK", "falsk", "0", "no", f"nej{NO_BREAK}")


@pytest.mark.parametrize("typed", [*YES, True, 1, 1.0])
def test_yes_is_read(typed: object) -> None:
    assert parse_yes_no(typed) is True


@pytest.mark.parametrize("typed", [*NO, False, 0, 0.0])
def test_no_is_read(typed: object) -> None:
    assert parse_yes_no(typed) is False


@pytest.mark.parametrize(
    "typed", ["ja?", "måske", "ja/nej", "nej tak", "jo", "-", "2", 2, -1, 0.5, "", "ved ikke", "xx", "o", "ikke"]
)
def test_yes_or_no_is_never_guessed(typed: object) -> None:
    assert "ja eller nej" in refused(parse_yes_no, typed).what


DECISIONS = ("tilsagn", "afslag", "på venteliste")


@pytest.mark.parametrize(
    ("typed", "choice"),
    [
        pytest.param("tilsagn", "tilsagn", id="as it is"),
        pytest.param("Tilsagn ", "tilsagn", id="a capital and a space"),
        pytest.param("AFSLAG", "afslag", id="capitals"),
        pytest.param(f"På{NO_BREAK}venteliste", "på venteliste", id="a no-break space"),
        pytest.param("paa-venteliste", "på venteliste", id="aa and a hyphen"),
    ],
)
def test_a_choice_is_read_as_the_contract_spells_it(typed: object, choice: str) -> None:
    assert parse_choice(typed, DECISIONS) == choice


@pytest.mark.parametrize("typed", ["tilsag", "givet tilsagn", "tilsagn eller afslag", "ja", "-", "", 1, True])
def test_a_choice_is_never_guessed_and_the_message_lists_what_can_be_chosen(typed: object) -> None:
    told = refused(lambda cell: parse_choice(cell, DECISIONS), typed).do
    assert all(choice in told for choice in DECISIONS)


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        pytest.param("Egholmparken", ("Egholmparken",), id="one"),
        pytest.param("Egholmparken; Tværgade", ("Egholmparken", "Tværgade"), id="a semicolon"),
        pytest.param("Egholmparken;Tværgade;", ("Egholmparken", "Tværgade"), id="a semicolon at the end"),
        pytest.param(" Egholmparken ;; Tværgade ", ("Egholmparken", "Tværgade"), id="two semicolons and spaces"),
        pytest.param("Egholmparken\nTværgade", ("Egholmparken", "Tværgade"), id="a line break"),
        pytest.param("Egholmparken\r\nTværgade", ("Egholmparken", "Tværgade"), id="a Windows line break"),
        pytest.param(f"07;{NO_BREAK}08", ("07", "08"), id="numbers and a no-break space"),
        pytest.param("Egholmparken, Tværgade", ("Egholmparken, Tværgade",), id="a comma may be in a name"),
        pytest.param(7, ("7",), id="a number"),
    ],
)
def test_several_in_one_cell_are_parted_by_semicolons_and_lines(typed: object, parts: tuple[str, ...]) -> None:
    assert split_list(typed) == parts


@given(st.text() | st.integers() | st.floats() | st.booleans())
def test_anything_is_read_or_refused(cell: object) -> None:
    assert parse_text(cell) == clean(parse_text(cell))
    parts = read(split_list, cell)
    assert isinstance(parts, Unreadable) or (
        isinstance(parts, tuple) and all(part == clean(part) != "" for part in parts)
    )
    assert isinstance(read(parse_yes_no, cell), bool | Unreadable)
    found = read(lambda value: parse_choice(value, DECISIONS), cell)
    assert isinstance(found, Unreadable) or found in DECISIONS
