"""The rules a pool can state, by their Danish names, and how the value of each is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from core.contract.cells.cell import Unreadable, clean, slug
from core.contract.cells.day import parse_date
from core.contract.cells.number import parse_amount, parse_number, parse_share, parse_whole, without_word
from core.contract.cells.word import parse_yes_no, split_list

ENDED = "gælder ikke"
PAGES = ("side", "sider")


@dataclass(frozen=True, slots=True, order=True)
class DayOfYear:
    """A deadline that comes back every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class RuleKind:
    """key: the name in code; name: in the sheet; parse: the value's reader; value: what to write, after »skriv«."""

    key: str
    name: str
    parse: Callable[[object], object]
    value: str


def parse_switch(value: object) -> object:
    """'ja' -> True: the rule holds; 'nej' -> None: it no longer does."""
    return True if parse_yes_no(value) else None


def parse_days(value: object) -> int:
    """'14 dage' -> 14. Weeks are not counted into days for anybody."""
    if weeks := re.fullmatch(r"(\d{1,3}) uger?", clean(value).casefold()):
        raise Unreadable(f"Det er skrevet i uger, men der skal stå dage. Det ville være {int(weeks[1]) * 7} dage.", "")
    return parse_whole(without_word(value, ("dag", "dage")))


def parse_pages(value: object) -> Decimal:
    """'1,5 sider' -> 1.5."""
    return parse_number(without_word(value, PAGES))


def parse_deadlines(value: object) -> tuple[date | DayOfYear, ...]:
    """'1. marts og 1. september' -> every year; '1. marts 2025' -> that day only."""
    parts = split_list(value) if isinstance(value, str) else (value,)
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


def _bounded(parse: Callable[[object], object], most: int | None = None) -> Callable[[object], object]:
    """Nothing below 0, and nothing above what the rule can mean."""

    def checked(value: object) -> object:
        found = parse(value)
        if found < 0:  # type: ignore[operator]
            raise Unreadable("Værdien kan ikke være negativ.", "")
        if most is not None and found > most:  # type: ignore[operator]
            raise Unreadable("Tallet er så stort, at det ikke kan passe.", "")
        return found

    return checked


_AMOUNT = "et beløb i kr., fx 20.000"
_DAYS = "et antal dage, fx 14"
_YES = "ja"
_MOST_PAGES, _MOST_DAYS = 1000, 3650
"""A date typed in their place would be a number above."""
_amount = _bounded(parse_amount)
_days = _bounded(parse_days, _MOST_DAYS)

RULE_KINDS = (
    RuleKind("cap", "loft pr. projekt", _amount, _AMOUNT),
    RuleKind("room", "plads i puljen", parse_switch, "ja, eller nej, hvis puljen må overtrækkes"),
    RuleKind("purpose", "inden for formålet", parse_switch, _YES),
    RuleKind("complete", "fuldstændig ansøgning", parse_switch, _YES),
    RuleKind("length", "højst sider", _bounded(parse_pages, _MOST_PAGES), "et antal sider, fx 1"),
    RuleKind("before_activity", "tilsagn før aktivitet", parse_switch, _YES),
    RuleKind("third_party", "faktura fra tredjepart", parse_switch, _YES),
    RuleKind("organisation_name", "faktura i boligorganisationens navn", parse_switch, _YES),
    RuleKind("within_grant", "betalt inden for tilsagn", parse_switch, _YES),
    RuleKind("co_funding", "puljens højeste andel", parse_share, "en brøk eller procent, fx 2 af 3 eller 50 %"),
    RuleKind("department_cap", "loft pr. afdeling pr. år", _amount, _AMOUNT),
    RuleKind("minimum", "mindste beløb", _amount, _AMOUNT),
    RuleKind("deadline", "ansøgningsfrist", parse_deadlines, "dag og måned, fx 1. marts; 1. september"),
    RuleKind("days_from_decision", "dage fra afgørelse til aktivitet", _days, _DAYS),
    RuleKind("days_from_application", "dage fra ansøgning til aktivitet", _days, _DAYS),
    RuleKind("not_begun", "ikke begyndt", parse_switch, _YES),
)
RULE_KIND_BY_NAME = {kind.name: kind for kind in RULE_KINDS}
RULE_KIND_BY_KEY = {kind.key: kind for kind in RULE_KINDS}


def parse_rule_value(value: object, row: Mapping[str, Any]) -> object:
    """The value of the row's rule, None where it says that the rule has ended. Raises Unreadable, with the rule's own
    advice.
    """
    if row["rule"] is None or slug(value) == slug(ENDED):
        return None
    kind = RULE_KIND_BY_NAME[row["rule"]]
    try:
        return kind.parse(value)
    except Unreadable as unreadable:
        raise Unreadable(unreadable.what, f"Skriv {kind.value}, eller »{ENDED}«, når reglen ophører.") from None
