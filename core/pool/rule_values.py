"""The kinds of value that a pool's rule can have: how each is read, what to write, and how it is said."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from core.contract.cells.cell import Unreadable, clean
from core.contract.cells.day import parse_date
from core.contract.cells.number import parse_amount, parse_number, parse_share, parse_whole, without_word
from core.contract.cells.word import parse_text, parse_yes_no, split_list
from core.danish import count, day, fraction, kroner, listed, number

PAGES = ("side", "sider")


@dataclass(frozen=True, slots=True, order=True)
class DayOfYear:
    """A deadline that comes back every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class ValueKind:
    # Reads a cell. Raises Unreadable. None says that the rule does not hold.
    parse: Callable[[object], object]
    # What to write, to stand after »skriv«: 'et beløb i kr., fx 20.000'.
    advice: str
    # What was read, as the rule asks it: 'højst 20.000 kr.'
    in_words: Callable[[Any], str]


def amount_value(bound: str) -> ValueKind:
    """Øre. bound: 'højst' or 'mindst'."""
    return ValueKind(bounded(parse_amount), "et beløb i kr., fx 20.000", lambda ore: f"{bound} {kroner(ore)}")


def at_least_value(one: str, many: str) -> ValueKind:
    """A whole number of what is counted; one, many: the words for it."""
    return _counted("mindst", one, many)


def at_most_value(one: str, many: str) -> ValueKind:
    return _counted("højst", one, many)


def _counted(bound: str, one: str, many: str) -> ValueKind:
    return ValueKind(
        bounded(lambda value: parse_whole(without_word(value, (one, many))), _MOST_COUNTED),
        f"et antal {many}, fx 1",
        lambda number: f"{bound} {count(number, one, many)}",
    )


def switch(advice: str = "ja") -> ValueKind:
    """True: the rule holds."""
    return ValueKind(parse_switch, advice, lambda holds: "ja")


def parse_switch(value: object) -> object:
    """'ja' -> True: the rule holds; 'nej' -> None: it no longer does."""
    return True if parse_yes_no(value) else None


def parse_pages(value: object) -> Decimal:
    """'1,5 sider' -> 1.5."""
    return parse_number(without_word(value, PAGES))


def parse_deadlines(value: object) -> tuple[date | DayOfYear, ...]:
    """'1. marts og 1. september' -> every year; '1. mar. 2025' -> that day only."""
    parts = split_list(value) if isinstance(value, str) else (value,)
    if not parts:
        raise Unreadable("Der står ingen frist.", "")
    return tuple(deadline for part in parts for deadline in _deadlines(part))


def _deadlines(part: object) -> tuple[date | DayOfYear, ...]:
    """One deadline, or several parted by comma or »og«, which may stand in a date too. A year that stands at
    some of those only may be meant for all of them.
    """
    several = [one for one in re.split(r",| og | samt | & ", clean(part)) if one.strip()]
    try:
        return (_deadline(part),)
    except Unreadable:
        if len(several) < 2:
            raise
    found = tuple(_deadline(one.strip()) for one in several)
    if len({type(one) for one in found}) > 1:
        raise Unreadable("Der står årstal ved nogle af fristerne og ikke ved andre.", "")
    return found


def _deadline(part: object) -> date | DayOfYear:
    text = clean(part)
    if not isinstance(part, str) or re.search(r"\d{4}|\d[-./ ]+\d+[-./ ]+\d", text):
        return parse_date(part)
    if not re.match(r"(?:den |d\.? ?)?\d", text.casefold()):
        raise Unreadable("Det kan ikke læses som en frist, der kommer igen hvert år.", "")
    bare = text.rstrip(".-/ ")
    in_leap_year = parse_date(f"{bare} 2024" if re.search(r"[a-zæøå]{2}\.?$", bare.casefold()) else f"{bare}-2024")
    return DayOfYear(in_leap_year.month, in_leap_year.day)


def bounded(parse: Callable[[object], object], most: int | None = None) -> Callable[[object], object]:
    """Nothing below 0, and nothing above what the rule can mean."""

    def checked(value: object) -> object:
        found = parse(value)
        if found < 0:  # type: ignore[operator]
            raise Unreadable("Værdien kan ikke være negativ.", "")
        if most is not None and found > most:  # type: ignore[operator]
            raise Unreadable("Tallet er så stort, at det ikke kan passe.", "")
        return found

    return checked


_A_YEAR_WITH_ALL_DAYS = 2024
_MOST_PAGES, _MOST_COUNTED = 1000, 10_000
"""A date typed in their place would be a number above."""


def pages_in_words(pages: Decimal) -> str:
    return f"{number(pages)} {'side' if pages == 1 else 'sider'}"


def _deadlines_in_words(deadlines: Iterable[date | DayOfYear]) -> str:
    """Those of every year by the calendar, then the dated ones."""
    yearly = sorted(one for one in deadlines if isinstance(one, DayOfYear))
    dated = sorted(one for one in deadlines if isinstance(one, date))
    named = [_day_and_month(one) for one in yearly]
    every_year = [f"{listed(named)} hvert år"] if named else []
    return listed([*every_year, *map(day, dated)])


def _day_and_month(one: DayOfYear) -> str:
    return day(date(_A_YEAR_WITH_ALL_DAYS, one.month, one.day)).removesuffix(f" {_A_YEAR_WITH_ALL_DAYS}")


def _share_in_words(share: Fraction) -> str:
    return f"højst {fraction(share)} af udgiften"


MOST_PAGES = ValueKind(
    bounded(parse_pages, _MOST_PAGES), "et antal sider, fx 1", lambda pages: f"højst {pages_in_words(pages)}"
)
MOST_OF_THE_COST = ValueKind(parse_share, "en brøk eller procent, fx 2 af 3 eller 50 %", _share_in_words)
DEADLINES = ValueKind(parse_deadlines, "dag og måned, fx 1. marts; 1. september", _deadlines_in_words)


def _parse_words(value: object) -> tuple[str, ...]:
    if not (words := split_list(value)):
        raise Unreadable("Der står intet navn.", "")
    return words


def _parse_words_to_see(value: object) -> str:
    """Spaces alone are nothing to see."""
    if not (text := parse_text(value)):
        raise Unreadable("Der står ingen tekst.", "")
    return text


TEXT = ValueKind(_parse_words_to_see, "den tekst, der skal ses", str)
WORDS = ValueKind(_parse_words, "et eller flere navne, delt af semikolon, fx Kultur; Bevægelse", listed)
