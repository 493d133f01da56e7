"""Dates as Danes type them: day, month, year. Nothing is guessed: 10-13-24 is no date."""

import math
import re
from datetime import date, datetime, timedelta

from babel.dates import get_day_names, get_month_names

from core import danish
from core.contract.cells.cell import Unreadable, clean

_DO = "Skriv datoen som dag-måned-år, fx 15-05-2023 eller 15. maj 2023."
SERIAL_DAY_ZERO = date(1899, 12, 30)  # spreadsheets count days from here
_SERIALS = range(18264, 109575)  # 1950 to 2199: a number outside is no date anybody meant

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

_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?)?")
_NUMERIC = re.compile(r"(\d{1,2}) ?[-./ ] ?(\d{1,2}) ?[-./ ] ?(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})\.? ?([a-zæøå]+)\.? ?,? ?(\d{4}|\d{2})?")
_WEEKDAY = re.compile(r"([a-zæøå]+)\.?,? (?:den )?(?:d\. )?(.+)")


def parse_date(value: object) -> date:
    """'15/5-2023', '15.5.23', '15. maj 2023', '2023-05-15', 45061 (serial number) -> date.

    Two-digit years are 1970 to 2069. Raises Unreadable for anything ambiguous or impossible,
    and for a weekday that is not that day's.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_serial(int(value) if math.isfinite(value) else 0)
    text = clean(value).casefold()
    if re.fullmatch(r"\d{5}", text):
        return _from_serial(int(text))
    weekday, rest = _split_weekday(text)
    found = _from_text(rest)
    if weekday is not None and found.weekday() != weekday:
        actual = get_day_names("wide", locale=danish.LOCALE)[found.weekday()]
        raise Unreadable(f"Ugedag og dato passer ikke sammen: {danish.day(found)} er en {actual}.", _DO)
    return found


def _from_text(text: str) -> date:
    if match := _ISO.fullmatch(text):
        return _make(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.fullmatch(text):
        return _make(_year(match[3]), int(match[2]), int(match[1]))
    if (match := _NAMED.fullmatch(text)) and match[2] in _MONTHS:
        if match[3] is None:
            raise Unreadable("Datoen mangler årstal.", _DO)
        return _make(_year(match[3]), _MONTHS[match[2]], int(match[1]))
    raise Unreadable("Det kan ikke læses som en dato.", _DO)


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
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < 70 else 1900)


def _split_weekday(text: str) -> tuple[int | None, str]:
    match = _WEEKDAY.fullmatch(text)
    if match and match[1] in _WEEKDAYS:
        return _WEEKDAYS[match[1]], match[2]
    return None, text


def _from_serial(serial: int) -> date:
    if serial not in _SERIALS:
        raise Unreadable("Tallet kan ikke være en dato.", _DO)
    return SERIAL_DAY_ZERO + timedelta(days=serial)
