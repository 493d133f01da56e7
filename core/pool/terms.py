"""A pool's rules as they are written: each with its value in words and the days from which and to which it holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from core.danish import day
from core.pool.rule_table import PoolRule
from core.pool.rulebook import IN_SHEET


class Standing(IntEnum):
    """Of a rule on a date, in the order in which they are shown."""

    HOLDS = 0
    COMES = 1
    ENDED = 2


@dataclass(frozen=True, slots=True)
class Term:
    # Its row.
    rule: PoolRule
    # The last day on which it holds, None where no later row replaces or ends it.
    last: date | None
    standing: Standing


def terms(rules: Iterable[PoolRule], pool_name: str, on: date) -> tuple[Term, ...]:
    """Those that hold, those to come and those that have ended, each in the rulebook's order and by date."""
    found: list[Term] = []
    own = [rule for rule in rules if rule.pool_name == pool_name]
    for name in IN_SHEET:
        rows = sorted((rule for rule in own if rule.rule == name), key=lambda rule: rule.valid_from)
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
    """'højst 20.000 kr.', 'højst 2/3 af udgiften', '1. mar. og 1. sep. hvert år', 'mindst 14 dage', 'ja'."""
    return IN_SHEET[rule.rule].in_words(rule.value)


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
