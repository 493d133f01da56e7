"""Dates as Danes type them: day, month, year. Nothing is guessed: 10-13-24 is no date."""

import re
from datetime import date, timedelta
from decimal import Decimal

from babel.dates import get_day_names, get_month_names

from core import danish
from core.contract.cells.cell import Unreadable, clean
from core.contract.cells.instead import instead

_DO = "Skriv datoen som dag-måned-år, fx 15-05-2023 eller 15. maj 2023."
SERIAL_DAY_ZERO = date(1899, 12, 30)  # spreadsheets count days from here
_FIRST_SERIAL, _AFTER_SERIALS = 32874, 73051
"""1 January 1990 and 1 January 2100: a number outside, as 20.000, is rather an amount in the wrong column."""

_MONTHS = {
    name.rstrip("."): number
    for width in ("wide", "abbreviated")
    for number, name in get_month_names(width, locale=danish.LOCALE).items()
} | {"sept": 9, "juni": 6, "juli": 7}
_WEEKDAYS = {
    name.rstrip("."): number
    for width in ("wide", "abbreviated", "short")
    for number, name in get_day_names(width, locale=danish.LOCALE).items()
}

_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"))
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2}) ?[-./ ] ?(\d{1,2}) ?[-./ ] ?(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})[-./ ]{0,2}([a-zæøå]+)[-./, ]{0,3}(\d{4}|\d{2})?")
_WEEKDAY = re.compile(r"([a-zæøå]+)\.?,? (.+)")
_DEN = re.compile(r"(?:den )?(?:d\.? ?)?(?=\d)")
_TIME = re.compile(
    r"(?:t|,? (?:kl\.? ?)?)(?:[01]?\d|2[0-3])[:.][0-5]\d(?:[:.][0-5]\d(?:[.,]\d{1,9})?)?"
    r"(?: ?(?:z|utc|[-+]\d\d(?::?\d\d)?))?$"
)


def parse_date(value: object) -> date:
    """'15/5-2023', '15.5.23', 'd. 15. maj 2023', '2023-05-15', '15-05-2023 13:45', 45061 (serial number) -> date.

    Two digits are a year of 2000 to 2049. Raises Unreadable for anything ambiguous or impossible,
    and for a weekday that is not that day's.
    """
    if isinstance(value, date):
        return _make(value.year, value.month, value.day)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return _from_serial(value)
    weekday, text = _split_weekday(clean(value).casefold().translate(_HYPHENS))
    text = _DEN.sub("", text, count=1)
    found = _from_text(text) or _from_text(_TIME.sub("", text))
    if found is None:
        raise Unreadable(instead(value, "en dato"), _DO)
    if weekday is not None and found.weekday() != weekday:
        actual = get_day_names("wide", locale=danish.LOCALE)[found.weekday()]
        raise Unreadable(f"Ugedag og dato passer ikke sammen: {danish.day(found)} er en {actual}.", _DO)
    return found


def _from_text(text: str) -> date | None:
    """None where the text has not the form of a date. Raises Unreadable where it has, but is none."""
    if match := _ISO.fullmatch(text):
        return _make(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(text):
        return _make(_year(match[3]), int(match[2]), int(match[1]))
    if (match := _NAMED.fullmatch(text)) and match[2] in _MONTHS:
        if match[3] is None:
            raise Unreadable("Datoen mangler årstal.", _DO)
        return _make(_year(match[3]), _MONTHS[match[2]], int(match[1]))
    return None


def _make(year: int, month: int, day: int) -> date:
    if not 1900 <= year < 2200:
        raise Unreadable(f"Årstallet {year} kan ikke passe.", _DO)
    if month > 12 and 1 <= day <= 12:
        raise Unreadable(f"Der er ingen måned nummer {month}. Datoen kan være skrevet på amerikansk.", _DO)
    try:
        return date(year, month, day)
    except ValueError:
        raise Unreadable("Datoen findes ikke i kalenderen.", _DO) from None


def _year(digits: str) -> int:
    """A plan may reach into the forties, and nothing here is from before 1990: from 50 on it may be either."""
    if len(digits) == 4:
        return int(digits)
    if int(digits) >= 50:
        raise Unreadable(f"Årstallet kan både være 19{digits} og 20{digits}.", f"{_DO} Skriv alle 4 cifre i året.")
    return 2000 + int(digits)


def _split_weekday(text: str) -> tuple[int | None, str]:
    match = _WEEKDAY.fullmatch(text)
    if match and match[1] in _WEEKDAYS:
        return _WEEKDAYS[match[1]], match[2]
    return None, text


def _from_serial(number: float | Decimal) -> date:
    """Decimals are the time of the day."""
    if not Decimal(number).is_finite() or not _FIRST_SERIAL <= number < _AFTER_SERIALS:
        raise Unreadable(instead(number, "en dato"), _DO)
    return SERIAL_DAY_ZERO + timedelta(days=int(number))
