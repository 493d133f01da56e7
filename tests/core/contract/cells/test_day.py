"""Dates as Danes type them, as spreadsheets store them, and the ones that must not be guessed."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.cell import Unreadable
from core.contract.cells.day import parse_date
from tests.core.contract.cells.reading import read, refused

DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
NO_BREAK, NARROW = "\u00a0", "\u202f"
MONDAY = date(2023, 5, 15)
MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip
WEEKDAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
SHORT_WEEKDAYS = ("man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn.")


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("15-05-2023", id="hyphens"),
        pytest.param("15-5-2023", id="one digit for the month"),
        pytest.param("15.5.23", id="dots and a short year"),
        pytest.param("15.05.2023", id="dots"),
        pytest.param("15. 5. 2023", id="dots and spaces"),
        pytest.param("15/5-2023", id="stroke and hyphen"),
        pytest.param("15/05/2023", id="strokes"),
        pytest.param("15 05 2023", id="spaces"),
        pytest.param("15. maj 2023", id="the month's name"),
        pytest.param("15 maj 2023", id="no dot"),
        pytest.param("15.maj 2023", id="no space"),
        pytest.param("15. MAJ 2023", id="capitals"),
        pytest.param("15. maj 23", id="the month's name and a short year"),
        pytest.param("15. maj, 2023", id="a comma before the year"),
        pytest.param("2023-05-15", id="ISO"),
        pytest.param("2023-5-15", id="ISO without zeros"),
        pytest.param("2023/05/15", id="ISO with strokes"),
        pytest.param("2023-05-15 00:00:00", id="ISO and midnight, as databases export"),
        pytest.param("2023-05-15T10:30", id="ISO and an hour"),
        pytest.param("2023-05-15T10:30:00.000+02:00", id="ISO, an hour and a zone"),
        pytest.param("mandag den 15. maj 2023", id="with its weekday"),
        pytest.param("mandag d. 15. maj 2023", id="with its weekday and d."),
        pytest.param("Mandag, 15-05-2023", id="weekday, comma, digits"),
        pytest.param("man. 15. maj 2023", id="a shortened weekday"),
        pytest.param("ma 15.5.23", id="two letters of the weekday"),
        pytest.param(f"15.{NO_BREAK}maj{NARROW}2023", id="no-break spaces"),
        pytest.param("  15-05-2023\n", id="space and line break around"),
        pytest.param("den 15. maj 2023", id="den before"),
        pytest.param("d. 15/5-2023", id="d. before"),
        pytest.param("D.15-05-2023", id="D. close before"),
        pytest.param("d 15. maj 23", id="d before"),
        pytest.param("man. d. 15/5-23", id="a shortened weekday and d."),
        pytest.param("15-maj-2023", id="the month's name between hyphens"),
        pytest.param("15/maj/2023", id="the month's name between strokes"),
        pytest.param("15-maj-23", id="the same and a short year"),
        pytest.param("15. maj., 2023", id="a dot and a comma after the month"),
        pytest.param("15-05-2023 13:45", id="an hour after"),
        pytest.param("15-05-2023 13.45", id="an hour with a dot"),
        pytest.param("15-05-2023 kl. 13.45", id="kl. and an hour"),
        pytest.param("15. maj 2023, kl. 9:05", id="a comma, kl. and an early hour"),
        pytest.param("15-05-2023 00:00:00", id="midnight with seconds"),
        pytest.param("15. 5. 23 23:59", id="a short year and an hour"),
        pytest.param("2023-05-15 00:00:00.000000", id="ISO with millionths of a second"),
        pytest.param("2023-05-15 22:00:00+00", id="ISO with a short zone"),
        pytest.param("15\u201105\u20112023", id="hyphens that do not break"),
        pytest.param("15\u201305\u20132023", id="dashes"),
        *(pytest.param(f"{mark}15-05-{mark}2023{mark}", id=f"U+{ord(mark):04X} in it") for mark in DIRECTION),
        pytest.param(Decimal("45061.5"), id="a serial number at noon from a database"),
        pytest.param(45061, id="a spreadsheet's serial number"),
        pytest.param(45061.0, id="a spreadsheet's serial number as a float"),
        pytest.param(45061.999, id="a serial number late in the evening"),
        pytest.param(Decimal(45061), id="a serial number from a database"),
        pytest.param(date(2023, 5, 15), id="a date"),
        pytest.param(datetime(2023, 5, 15, 23, 59, tzinfo=UTC), id="a date and time"),
    ],
)
def test_the_fifteenth_of_may_2023_is_read_however_it_is_typed(typed: object) -> None:
    found = parse_date(typed)
    assert found == MONDAY
    assert type(found) is date


@pytest.mark.parametrize(
    ("name", "month"),
    [
        *((name, number) for number, name in enumerate(MONTHS, start=1)),
        *((name[:3], number) for number, name in enumerate(MONTHS, start=1)),
        ("sept", 9),
    ],
)
def test_every_month_is_known_by_name_and_by_its_first_letters(name: str, month: int) -> None:
    assert parse_date(f"3. {name} 2024") == parse_date(f"3. {name}. 2024") == date(2024, month, 3)


@pytest.mark.parametrize("weekday", range(7))
def test_every_weekday_is_known_and_must_be_that_days(weekday: int) -> None:
    day = MONDAY + timedelta(days=weekday)
    for written in (WEEKDAYS[weekday], SHORT_WEEKDAYS[weekday], WEEKDAYS[weekday][:2]):
        assert parse_date(f"{written} {day:%d-%m-%Y}") == day
        message = refused(parse_date, f"{written} {day + timedelta(days=1):%d-%m-%Y}").what
        assert WEEKDAYS[(weekday + 1) % 7] in message


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("30-02-2024", id="a day that is not in the calendar"),
        pytest.param("31-04-2024", id="the thirty-first of April"),
        pytest.param("0-5-2023", id="day nought"),
        pytest.param("15-0-2023", id="month nought"),
        pytest.param("32-1-2024", id="the thirty-second"),
        pytest.param("10-13-24", id="month before day"),
        pytest.param("5/15/2023", id="American"),
        pytest.param("2023-15-05", id="year, day, month"),
        pytest.param("1.2.3", id="one digit for the year"),
        pytest.param("15-05-123", id="three digits for the year"),
        pytest.param("15-05", id="no year"),
        pytest.param("15. maj", id="a month's name but no year"),
        pytest.param("søndag 2. april", id="a weekday but no year"),
        pytest.param("mandag", id="only a weekday"),
        pytest.param("maj 2023", id="no day"),
        pytest.param("2023", id="only a year"),
        pytest.param(2023, id="only a year, as a number"),
        pytest.param("15 May 2023", id="an English month"),
        pytest.param("May 15, 2023", id="an English date"),
        pytest.param("15. mai 2023", id="a German month"),
        pytest.param("ca. 15-05-2023", id="about"),
        pytest.param("15-05-2023?", id="in doubt"),
        pytest.param("15-05-2023 og 16-05-2023", id="two dates"),
        pytest.param("15-16. maj 2023", id="from one day to the next"),
        pytest.param("uge 20 2023", id="a week"),
        pytest.param("i dag", id="today"),
        pytest.param("ja", id="a yes"),
        pytest.param("-", id="a dash"),
        pytest.param("", id="nothing"),
        pytest.param("15//05//2023", id="two strokes"),
        pytest.param("150523", id="six digits"),
        pytest.param("15052023", id="eight digits"),
        pytest.param("20230515", id="eight digits, year first"),
        pytest.param(20230515, id="eight digits as a number"),
        pytest.param("15523", id="five digits"),
        pytest.param("45061", id="a serial number as text"),
        pytest.param("45061.0", id="a serial number as text with a decimal"),
        pytest.param("d. 45061", id="a serial number after d."),
        pytest.param(20000, id="20.000, which would be 1954"),
        pytest.param(20000.0, id="20.000 as a float"),
        pytest.param(Decimal(20000), id="20.000 from a database"),
        pytest.param("15-05-2023 25:00", id="an hour that is not"),
        pytest.param("15-05-2023 13:60", id="a minute that is not"),
        pytest.param("2023-05-15 99:99", id="the same after ISO"),
        pytest.param("15-05-2023 13", id="a number after the date"),
        pytest.param("15-05 20.23", id="an hour in place of a year"),
        pytest.param("13:45", id="an hour"),
        pytest.param("den", id="only den"),
        pytest.param("d. maj 2023", id="d. without a day"),
        pytest.param("82,6 %", id="per cent"),
        pytest.param(10**400, id="a number too large for a float"),
        pytest.param(1e300, id="a number too large for any date"),
        pytest.param(float("inf"), id="an infinite number"),
        pytest.param(float("nan"), id="not a number"),
        pytest.param(Decimal("NaN"), id="not a decimal"),
        pytest.param(Decimal("sNaN"), id="a decimal that says it is none"),
        pytest.param(date(1, 1, 1), id="a date in year 1"),
        pytest.param(date(9999, 12, 31), id="a date in year 9999"),
        pytest.param(date(1899, 12, 31), id="a date the day before 1900"),
        pytest.param(date(2200, 1, 1), id="a date the day after 2199"),
        pytest.param(datetime(9999, 12, 31, 23, 59, tzinfo=UTC), id="a moment in year 9999"),
        pytest.param(time(13, 45), id="a time"),
        pytest.param(timedelta(days=45061), id="a duration"),
        pytest.param(b"15-05-2023", id="bytes"),
        pytest.param("-45061", id="a serial number below zero"),
        pytest.param(-45061, id="a number below zero"),
        pytest.param("45061,5", id="a serial number with decimals, as text"),
        pytest.param("mandag 45061", id="a weekday and a serial number"),
        pytest.param("01-01-1899", id="two centuries ago"),
        pytest.param("01-01-2200", id="too far ahead"),
        pytest.param("15-05-0023", id="year 23"),
        pytest.param(True, id="TRUE"),
        pytest.param(False, id="FALSE"),
    ],
)
def test_a_date_is_never_guessed(typed: object) -> None:
    assert "15. maj 2023" in refused(parse_date, typed).do


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("10-13-24", "ingen måned nummer 13", id="a month that is not"),
        pytest.param("10-13-24", "amerikansk", id="what may have happened"),
        pytest.param("30-02-2024", "kalenderen", id="a day that is not"),
        pytest.param("søndag 2. april", "årstal", id="no year"),
        pytest.param("tirsdag 15. maj 2023", "15. maj 2023 er en mandag", id="not that weekday"),
        pytest.param("01-01-2200", "2200", id="a year that cannot be"),
        pytest.param(date(9999, 1, 1), "9999", id="a date in a year that cannot be"),
        pytest.param("15-05-99", "både være 1999 og 2099", id="two digits that may be either"),
        pytest.param("82,6 %", "Her står en procent, men der skal stå en dato", id="per cent"),
        pytest.param("20.000 kr.", "Her står et beløb, men der skal stå en dato", id="an amount"),
        pytest.param(20000, "Her står et tal, men der skal stå en dato", id="a number"),
        pytest.param("45061", "Her står et tal, men der skal stå en dato", id="a number as text"),
        pytest.param(time(13, 45), "Her står et klokkeslæt, men der skal stå en dato", id="a time"),
        pytest.param("kl. 13:45", "Her står et klokkeslæt, men der skal stå en dato", id="a time as text"),
        pytest.param(True, "Her står ja eller nej, men der skal stå en dato", id="TRUE"),
        pytest.param("snarest", "Det kan ikke læses som en dato", id="a word"),
    ],
)
def test_the_message_says_what_is_wrong_with_the_date(typed: object, words: str) -> None:
    assert words in refused(parse_date, typed).what


@pytest.mark.parametrize(
    ("typed", "american"),
    [("01-13-2024", True), ("12-13-2024", True), ("13-13-2024", False), ("00-13-2024", False), ("13-12-2024x", False)],
)
def test_a_date_is_only_called_american_where_it_would_be_one(typed: str, american: bool) -> None:
    assert ("amerikansk" in refused(parse_date, typed).what) is american


def test_a_leap_day_is_only_in_leap_years() -> None:
    assert parse_date("29-02-2024") == date(2024, 2, 29)
    assert parse_date("29-02-2000") == date(2000, 2, 29)
    refused(parse_date, "29-02-2023")
    refused(parse_date, "29-02-1900")


@pytest.mark.parametrize(("short", "year"), [("00", 2000), ("23", 2023), ("49", 2049)])
def test_a_short_year_is_2000_to_2049(short: str, year: int) -> None:
    assert parse_date(f"15-05-{short}") == parse_date(f"15. maj {short}") == date(year, 5, 15)


@pytest.mark.parametrize("short", ["50", "69", "70", "87", "99"])
def test_a_short_year_that_may_be_of_either_century_is_refused(short: str) -> None:
    for typed in (f"15-05-{short}", f"15. maj {short}"):
        told = refused(parse_date, typed)
        assert f"19{short} og 20{short}" in told.what
        assert "4 cifre" in told.do


def test_years_from_1900_to_2199_can_be() -> None:
    assert parse_date("01-01-1900") == date(1900, 1, 1)
    assert parse_date("31-12-2199") == date(2199, 12, 31)
    refused(parse_date, "31-12-1899")
    refused(parse_date, "01-01-2200")


def test_serial_numbers_are_dates_from_1990_to_2099() -> None:
    # Day 1 is 31 December 1899; 32874 days after 30 December 1899 is 1 January 1990.
    assert parse_date(32874) == parse_date(32874.0) == parse_date(Decimal(32874)) == date(1990, 1, 1)
    assert parse_date(73050) == parse_date(73050.999) == date(2099, 12, 31)
    refused(parse_date, 32873)
    refused(parse_date, 32873.999)
    refused(parse_date, 73051)


IN_RANGE = st.dates(date(1990, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(lambda d: f"{d:%d-%m-%Y}", id="hyphens"),
        pytest.param(lambda d: f"{d.day}.{d.month}.{d.year}", id="dots"),
        pytest.param(lambda d: f"{d.day}/{d.month}-{d.year}", id="stroke and hyphen"),
        pytest.param(lambda d: f"{d.day:02} {d.month:02} {d.year}", id="spaces"),
        pytest.param(lambda d: f"{d.day}. {MONTHS[d.month - 1]} {d.year}", id="the month's name"),
        pytest.param(lambda d: f"{d.day} {MONTHS[d.month - 1][:3]}. {d.year}", id="the month's first letters"),
        pytest.param(
            lambda d: f"{WEEKDAYS[d.weekday()].upper()} DEN {d.day}. {MONTHS[d.month - 1].upper()} {d.year}",
            id="weekday and month's name in capitals",
        ),
        pytest.param(lambda d: d.isoformat(), id="ISO"),
        pytest.param(lambda d: (d - date(1899, 12, 30)).days, id="serial number"),
        pytest.param(lambda d: float((d - date(1899, 12, 30)).days), id="serial number as a float"),
        pytest.param(lambda d: datetime(d.year, d.month, d.day, 12, tzinfo=UTC), id="date and time"),
    ],
)
@given(day=IN_RANGE)
def test_any_date_written_in_each_way_reads_back(written: Callable[[date], object], day: date) -> None:
    assert parse_date(written(day)) == day


@given(st.dates(date(2000, 1, 1), date(2049, 12, 31)))
def test_any_date_with_a_short_year_reads_back(day: date) -> None:
    assert parse_date(f"{day:%d-%m-%y}") == parse_date(f"{day:%d.%m.%y}") == day


DATE_LIKE = st.text(alphabet="0123456789-/. :tTzZ+", max_size=30) | st.from_regex(
    r"(man|tir|søndag|)\.?,? (den )?[0-9]{1,2}[./-] ?([0-9]{1,2}|maj|sept|xyz)[ /.-]([0-9]{2,4})?", fullmatch=True
)


@given(DATE_LIKE | st.text() | st.integers() | st.floats() | st.decimals() | st.dates() | st.datetimes() | st.times())
def test_anything_is_read_or_refused(cell: object) -> None:
    found = read(parse_date, cell)
    assert isinstance(found, Unreadable) or (isinstance(found, date) and 1900 <= found.year < 2200)
