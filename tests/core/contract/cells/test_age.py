from datetime import date, datetime

import pytest

from core.contract.cells.age import OLDEST, Ages, age_on, ages_or_none, is_total, parse_ages, parse_band
from core.contract.cells.cell import Unreadable
from core.contract.cells.kept import Unread
from core.contract.cells.stated import parse_stated

ON = date(2024, 1, 29)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (37, (37, 37)),
        (37.0, (37, 37)),
        ("37", (37, 37)),
        ("37 år", (37, 37)),
        ("0 år", (0, 0)),
        ("37-årige", (37, 37)),
        ("18-29", (18, 29)),
        ("18 - 29 år", (18, 29)),
        ("18–29", (18, 29)),
        ("18_29", (18, 29)),
        ("18 til 29", (18, 29)),
        ("18-29-årige", (18, 29)),
        ("75+", (75, OLDEST)),
        ("75 +", (75, OLDEST)),
        ("75 år og derover", (75, OLDEST)),
        ("100 år og ældre", (100, OLDEST)),
        ("75 år eller derover", (75, OLDEST)),
        ("over 75", (76, OLDEST)),
        ("under 18 år", (0, 17)),
        ("129", (129, 129)),
        ("130", None),
        ("29-18", None),
        ("under 0", None),
        ("1987", None),
        ("unge", None),
        ("ca. 40", None),
        ("", None),
        (None, None),
        (True, None),
    ],
)
def test_ages_as_danes_type_and_export_them(typed: object, expected: tuple[int, int] | None) -> None:
    assert ages_or_none(typed) == (None if expected is None else Ages(*expected))


@pytest.mark.parametrize(
    ("ages", "text", "told"),
    [
        (Ages(18, 29), "18-29", "18-29 år"),
        (Ages(75), "75+", "75 år og derover"),
        (Ages(37, 37), "37-37", "37 år"),
    ],
)
def test_ages_as_text_are_read_back(ages: Ages, text: str, told: str) -> None:
    assert (str(ages), ages.told) == (text, told)
    assert ages_or_none(text) == ages_or_none(told) == ages


@pytest.mark.parametrize(
    ("typed", "on", "expected"),
    [
        pytest.param("34", None, (34, 34), id="an age needs no date"),
        pytest.param("30-44", None, (30, 44), id="nor does a band"),
        pytest.param("1990", ON, (34, 34), id="a year of birth: the age reached that year"),
        pytest.param(1990.0, ON, (34, 34), id="as a number"),
        pytest.param("født 1990", ON, (34, 34), id="in words"),
        pytest.param("1990", None, None, id="a year of birth without a date"),
        pytest.param("29-01-1990", ON, (34, 34), id="on the birthday"),
        pytest.param("30-01-1990", ON, (33, 33), id="the day before it"),
        pytest.param(date(1990, 1, 30), ON, (33, 33), id="a date of birth as a date"),
        pytest.param(datetime(1990, 1, 30), ON, (33, 33), id="with a time"),  # noqa: DTZ001
        pytest.param(14977, ON, (83, 83), id="as a serial number: 1 January 1941"),
        pytest.param(14977.0, ON, (83, 83), id="as a serial number with a decimal"),
        pytest.param("14977", ON, None, id="five digits as text are no date"),
        pytest.param("29-01-87", ON, None, id="a date of birth of either century"),
        pytest.param("2025", ON, None, id="not born yet"),
        pytest.param("1894", ON, None, id="130 years old"),
        pytest.param("030190-1234", ON, None, id="a number with more than the age in it"),
        pytest.param("?", ON, None, id="nothing"),
    ],
)
def test_an_age_on_a_date(typed: object, on: date | None, expected: tuple[int, int] | None) -> None:
    assert age_on(typed, on) == (None if expected is None else Ages(*expected))


@pytest.mark.parametrize("typed", ["I alt", "i alt", "Alder i alt", "TOTAL", "Alle aldre"])
def test_lines_of_totals_are_known(typed: str) -> None:
    assert is_total(typed)


@pytest.mark.parametrize("typed", ["18", "Allégården", "", None, "18-29"])
def test_other_lines_are_not(typed: object) -> None:
    assert not is_total(typed)


def test_a_band_is_more_than_a_year() -> None:
    assert parse_band("18-29 år") == Ages(18, 29)
    for typed in ("37", "unge"):
        with pytest.raises(Unreadable):
            parse_band(typed)


@pytest.mark.parametrize("why", Unread)
def test_what_could_not_be_read_as_an_age_is_told_as_what_it_was(why: Unread) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_ages(why)
    assert (caught.value.what, caught.value.do) == why.value


@pytest.mark.parametrize("typed", ["37", 37, "18-29", date(1987, 1, 29), "Karen"])
def test_an_age_that_no_band_was_put_in_place_of_is_never_read(typed: object) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_ages(typed)
    assert caught.value.what == Unread.NO_AGE.what


def test_a_band_is_kept_as_text() -> None:
    assert [parse_ages(Ages(18, 29)), parse_ages(Ages(75))] == ["18-29", "75+"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2024K1", date(2024, 1, 1)),
        ("2024k4", date(2024, 10, 1)),
        ("2024 Q2", date(2024, 4, 1)),
        ("2024M07", date(2024, 7, 1)),
        ("2024", date(2024, 1, 1)),
        (2024, date(2024, 1, 1)),
        (2024.0, date(2024, 1, 1)),
        ("01-04-2024", date(2024, 4, 1)),
        (date(2024, 4, 1), date(2024, 4, 1)),
        (45383, date(2024, 4, 1)),
    ],
)
def test_the_day_a_statistic_holds_for(typed: object, expected: date) -> None:
    assert parse_stated(typed) == expected


@pytest.mark.parametrize("typed", ["2024K5", "2024M13", "1899", "i fjor"])
def test_other_periods_cannot_be_read(typed: str) -> None:
    with pytest.raises(Unreadable):
        parse_stated(typed)


@pytest.mark.parametrize("typed", ["i fjor", "29-02-2023", True])
def test_the_advice_on_a_period_names_all_that_can_be_written(typed: object) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_stated(typed)
    assert caught.value.do == "Skriv en dato, et kvartal eller et år, fx 01-01-2024, 2024K1 eller 2024."
