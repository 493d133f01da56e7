"""What every kind of cell shares: blank, tidy text, one spelling for names, and how an unreadable cell is told."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.cell import Unreadable, clean, is_blank, not_an_error, slug
from tests.core.contract.cells.reading import refused

NO_BREAK, NARROW, ZERO_WIDTH, THIN = "\u00a0", "\u202f", "\u200b", "\u2009"


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(None, id="nothing"),
        pytest.param("", id="empty text"),
        pytest.param("   ", id="spaces"),
        pytest.param(NO_BREAK, id="a no-break space"),
        pytest.param(f" {NARROW}{ZERO_WIDTH}\ufeff", id="spaces that nobody sees"),
        pytest.param("\n\t", id="a line break and a tab"),
        pytest.param(float("nan"), id="a float that is not a number"),
        pytest.param(Decimal("NaN"), id="a decimal that is not a number"),
        pytest.param(Decimal("sNaN"), id="a decimal that says so itself"),
        pytest.param("\u200e \u202c", id="marks of direction with nothing between"),
    ],
)
def test_a_cell_with_nothing_to_read_is_blank(cell: object) -> None:
    assert is_blank(cell)


@pytest.mark.parametrize(
    "cell",
    [
        pytest.param(0, id="zero"),
        pytest.param(0.0, id="zero as a float"),
        pytest.param(False, id="no"),
        pytest.param("0", id="zero as text"),
        pytest.param("-", id="a dash"),
        pytest.param("nan", id="the word nan"),
        pytest.param("None", id="the word None"),
        pytest.param(f"{NO_BREAK}x", id="a letter after a no-break space"),
        pytest.param(date(2024, 1, 1), id="a date"),
    ],
)
def test_a_cell_that_says_something_is_not_blank(cell: object) -> None:
    assert not is_blank(cell)


@pytest.mark.parametrize(
    ("typed", "tidy"),
    [
        pytest.param("  Ny  bålhytte ", "Ny bålhytte", id="spaces at the ends and two between"),
        pytest.param(f"20{NO_BREAK}000{NARROW}kr.{THIN}", "20 000 kr.", id="no-break, narrow and thin spaces"),
        pytest.param("første linje\r\nanden\tlinje", "første linje anden linje", id="line break and tab"),
        pytest.param(f"{ZERO_WIDTH}07\ufeff", "07", id="spaces of no width"),
        pytest.param(7, "7", id="a number"),
        pytest.param(True, "True", id="TRUE"),
        pytest.param(10**5000, f"1{'0' * 5000}", id="a number of five thousand digits"),
        pytest.param(date(2024, 3, 2), "02-03-2024", id="a date"),
        pytest.param(datetime(2024, 3, 2), "02-03-2024", id="a date at midnight"),  # noqa: DTZ001
        pytest.param(datetime(2024, 3, 2, 13, 45, tzinfo=UTC), "02-03-2024 13:45", id="a moment"),
        pytest.param(timedelta(days=2, minutes=5), "48:05", id="a span of time"),
        pytest.param(timedelta(minutes=-90), "-1:30", id="a span of time below nothing"),
        pytest.param("\u202aVester\u200ehåb\u202c", "Vesterhåb", id="marks that turn the direction of writing"),
        pytest.param("\u2067Vesterhåb\u2069", "Vesterhåb", id="marks that set a direction apart"),
        pytest.param("Fest \ud83c", "Fest \ufffd", id="half a letter"),
    ],
)
def test_text_is_tidied(typed: object, tidy: str) -> None:
    assert clean(typed) == tidy


@given(st.text())
def test_tidy_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    "spelling",
    [
        pytest.param("Ansøgt beløb", id="as in the contract"),
        pytest.param("ANSØGT BELØB", id="capitals"),
        pytest.param("ansoegt_beloeb", id="as a column of a database"),
        pytest.param("Ansoegt-Beloeb", id="with a hyphen"),
        pytest.param(f" Ansøgt{NO_BREAK}beløb: ", id="with a no-break space and a colon"),
        pytest.param("AnsøgtBeløb", id="in one word"),
    ],
)
def test_spellings_of_one_name_have_one_slug(spelling: str) -> None:
    assert slug(spelling) == "ansoegtbeloeb"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Ærø", "Aeroe", id="ae and oe"),
        pytest.param("Ålborg", "aalborg", id="aa"),
        pytest.param("Café", "cafe", id="an accent"),
    ],
)
def test_danish_letters_and_accents_may_be_spelt_out(one: str, other: str) -> None:
    assert slug(one) == slug(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Fra", "Til", id="other words"),
        pytest.param("Beløb", "Belob", id="o is not ø"),
        pytest.param("Pulje", "Puljer", id="one and many"),
        pytest.param("07", "7", id="a leading zero"),
    ],
)
def test_different_names_have_different_slugs(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize(
    "cell",
    ["", "text", "#REFERENCE", 1, 1.5, True, Decimal(1), date(2024, 1, 1), time(1), timedelta(1), UUID(int=1)],
    ids=repr,
)
def test_text_numbers_and_dates_can_be_read(cell: object) -> None:
    assert not_an_error(cell) is cell


@pytest.mark.parametrize(
    "cell", [b"20000", bytearray(b"x"), memoryview(b"x"), [1], {"a": 1}], ids=lambda cell: type(cell).__name__
)
def test_what_is_neither_is_refused(cell: object) -> None:
    assert "hverken er tekst, tal eller dato" in refused(not_an_error, cell).what


@pytest.mark.parametrize("typed", ["#REF!", "#I/T", " #VÆRDI! "])
def test_a_formula_that_failed_is_told_as_such(typed: str) -> None:
    assert "formel" in refused(not_an_error, typed).what


def test_an_unreadable_cell_carries_what_is_wrong_and_what_to_do() -> None:
    unreadable = Unreadable("Det kan ikke læses.", "Skriv det om.")
    assert (unreadable.what, unreadable.do) == ("Det kan ikke læses.", "Skriv det om.")
    assert str(unreadable) == "Det kan ikke læses."


@pytest.mark.parametrize("cell", ["Loading...", "Loading…", " loading... ", "Indlæser...", "Indlæser…"])
def test_a_cell_that_was_not_worked_out_yet_is_not_what_it_says(cell: str) -> None:
    with pytest.raises(Unreadable, match="ikke færdigt med at regne"):
        not_an_error(cell)


@pytest.mark.parametrize("cell", ["Loading dock", "Loading", "...", "Indlæser", "Film: Loading...", 5, None])
def test_words_that_only_look_like_it_are_words(cell: object) -> None:
    assert not_an_error(cell) == cell
