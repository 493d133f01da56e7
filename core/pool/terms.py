"""A pool's rules as they are written: each with its value in words and the days from which and to which it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from core.danish import count, day, fraction, kroner, listed, number
from core.pool.rule_values import RULE_KIND_BY_NAME, RULE_KINDS, DayOfYear
from core.pool.tables import PoolRule

_A_YEAR_WITH_ALL_DAYS = 2024


class Standing(IntEnum):
    """Of a rule on a date, in the order in which they are shown."""

    HOLDS = 0
    COMES = 1
    ENDED = 2


@dataclass(frozen=True, slots=True)
class Term:
    """rule: its row; last: the last day on which it holds, None where no later row replaces or ends it."""

    rule: PoolRule
    last: date | None
    standing: Standing


def terms(rules: Iterable[PoolRule], pool_name: str, on: date) -> tuple[Term, ...]:
    """Those that hold, those to come and those that have ended, each in the contract's order and by date."""
    found: list[Term] = []
    own = [rule for rule in rules if rule.pool_name == pool_name]
    for kind in RULE_KINDS:
        rows = sorted((rule for rule in own if rule.rule == kind.name), key=lambda rule: rule.valid_from)
        for place, rule in enumerate(rows):
            later = rows[place + 1].valid_from if place + 1 < len(rows) else None
            if rule.value is not None:
                found.append(Term(rule, later and later - timedelta(1), _standing(rule.valid_from, later, on)))
    return tuple(sorted(found, key=lambda term: term.standing))


def _standing(first: date, later: date | None, on: date) -> Standing:
    if first > on:
        return Standing.COMES
    return Standing.ENDED if later and later <= on else Standing.HOLDS


def value_in_words(rule: PoolRule) -> str:
    """'20.000 kr.', 'højst 2/3 af udgiften', '1. marts og 1. september hvert år', '14 dage', 'ja'."""
    match RULE_KIND_BY_NAME[rule.rule].key, rule.value:
        case _, bool():
            return "ja"
        case (("cap" | "department_cap"), int(ore)):
            return f"højst {kroner(ore)}"
        case "minimum", int(ore):
            return f"mindst {kroner(ore)}"
        case _, int(days):
            return f"mindst {count(days, 'dag', 'dage')}"
        case _, Decimal() as pages:
            return f"højst {number(pages)} {'side' if pages == 1 else 'sider'}"
        case _, Fraction() as share:
            return f"højst {fraction(share)} af udgiften"
        case _, tuple() as deadlines:
            return _deadlines(deadlines)
        case _, value:
            return str(value)


def _deadlines(deadlines: Iterable[date | DayOfYear]) -> str:
    """Those of every year by the calendar, then the dated ones."""
    yearly = sorted(one for one in deadlines if isinstance(one, DayOfYear))
    dated = sorted(one for one in deadlines if isinstance(one, date))
    named = [_day_and_month(one) for one in yearly]
    every_year = [f"{listed(named)} hvert år"] if named else []
    return listed([*every_year, *map(day, dated)])


def _day_and_month(one: DayOfYear) -> str:
    return day(date(_A_YEAR_WITH_ALL_DAYS, one.month, one.day)).removesuffix(f" {_A_YEAR_WITH_ALL_DAYS}")


def days_in_words(term: Term) -> str:
    """'fra 15. maj 2023'; of what is to come and what has ended it says so."""
    first, last = term.rule.valid_from, term.last
    match term.standing:
        case Standing.COMES:
            return f"kommer: fra {day(first)}" + (f" til {day(last)}" if last else "")
        case Standing.ENDED:
            return f"gælder ikke længere: {day(first)} til {day(last or first)}"
        case Standing.HOLDS:
            return f"fra {day(first)}" + (f" til {day(last)}" if last else "")
