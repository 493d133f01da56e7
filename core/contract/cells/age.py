"""Ages as Danes type and export them: '37', '37 år', '18-29', '75 og derover', '1987'."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from core.contract.cells.cell import Unreadable, clean, slug
from core.contract.cells.day import SERIAL_DAY_ZERO, parse_date
from core.contract.cells.kept import Unread

OLDEST = 129
_FIRST_BIRTH_YEAR = 1900
_LARGEST_SERIAL = 73050  # the year 2099
_TOTALS = frozenset(("ialt", "alderialt", "alle", "allealdre", "total", "sum", "samlet", "hele", "alleafdelinger"))
_YEARS = re.compile(r"\s*-?\s*(?:års|årige|år|aar|aarige)\b\.?")
_ONE = re.compile(r"(\d{1,3})(?:[.,]0+)?")
_FROM_TO = re.compile(r"(\d{1,3}) ?(?:-|–|—|−|_|til|to) ?(\d{1,3})")
_AND_OVER = re.compile(r"(\d{1,3}) ?(?:\+|(?:og|eller|&) (?:derover|over|opefter|ældre|mere))")
_OVER, _UNDER = re.compile(r"(?:over|>) ?(\d{1,3})"), re.compile(r"(?:under|<) ?(\d{1,3})")
_YEAR = re.compile(r"(?:født|f\.)? ?(\d{4})(?:[.,]0+)?")


@dataclass(frozen=True, slots=True, order=True)
class Ages:
    """Whole years from first to last, both with. As text: '18-29', '75+'."""

    first: int
    # OLDEST where it is open.
    last: int = OLDEST

    def __contains__(self, other: "Ages") -> bool:
        return self.first <= other.first and other.last <= self.last

    def __str__(self) -> str:
        return f"{self.first}+" if self.last >= OLDEST else f"{self.first}-{self.last}"

    @property
    def told(self) -> str:
        """'18-29 år', '75 år og derover', '37 år'."""
        if self.last >= OLDEST:
            return f"{self.first} år og derover"
        return f"{self.first} år" if self.first == self.last else f"{self.first}-{self.last} år"


def ages_or_none(value: object) -> Ages | None:
    """The ages a cell or a heading names; None where it names none."""
    text = _YEARS.sub("", clean(value).casefold()).strip()
    if found := _ONE.fullmatch(text):
        first = last = int(found[1])
    elif found := _FROM_TO.fullmatch(text):
        first, last = int(found[1]), int(found[2])
    elif found := _AND_OVER.fullmatch(text):
        first, last = int(found[1]), OLDEST
    elif found := _OVER.fullmatch(text):
        first, last = int(found[1]) + 1, OLDEST
    elif found := _UNDER.fullmatch(text):
        first, last = 0, int(found[1]) - 1
    else:
        return None
    return Ages(first, last) if first <= last <= OLDEST else None


def parse_ages(value: object) -> str:
    """What is kept of an age: the band as text. Raises Unreadable, also for an age that no band was put in place of."""
    if isinstance(value, Ages):
        return str(value)
    why = value if isinstance(value, Unread) else Unread.NO_AGE
    raise Unreadable(why.what, why.do)


def is_total(value: object) -> bool:
    """Whether a cell names everybody: the line of totals in an export."""
    return slug(value) in _TOTALS


def parse_band(value: object) -> Ages:
    """An age band, of more than one year. Raises Unreadable."""
    ages = ages_or_none(value)
    if ages is None or ages.first == ages.last:
        raise Unreadable("Det er ikke en aldersgruppe.", "Skriv fx 18-29, og den sidste som 75+.")
    return ages


def age_on(value: object, on: date | None) -> Ages | None:
    """An age, a band, a year of birth or a date of birth -> the ages it may be on a date. A year of birth is taken
    for the age reached in the year of the date. None where it cannot be told, as for a birth without a date.
    """
    if (ages := ages_or_none(value)) is not None:
        return ages
    born, exact = _born(value)
    if born is None or on is None:
        return None
    years = on.year - born.year
    if exact and (on.month, on.day) < (born.month, born.day):
        years -= 1
    return Ages(years, years) if 0 <= years <= OLDEST else None


def _born(value: object) -> tuple[date | None, bool]:
    """The day of birth, and whether it is the day and not only the year."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value, True
    text = clean(value).casefold()
    if found := _YEAR.fullmatch(text):
        year = int(found[1])
        return (date(year, 1, 1), False) if year >= _FIRST_BIRTH_YEAR else (None, False)
    if isinstance(value, int | float | Decimal) and re.fullmatch(r"\d{5}(?:\.0)?", text) and value <= _LARGEST_SERIAL:
        return SERIAL_DAY_ZERO + timedelta(days=int(value)), True
    try:
        return parse_date(text), True
    except Unreadable:
        return None, False
