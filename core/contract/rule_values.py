"""The rules a pool can state, by their Danish names, and how the value of each is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from core.contract.cells.cell import Unreadable, clean, slug
from core.contract.cells.day import parse_date
from core.contract.cells.number import parse_amount, parse_number, parse_share, parse_whole
from core.contract.cells.word import parse_yes_no, split_list

ENDED = "gælder ikke"


@dataclass(frozen=True, slots=True, order=True)
class DayOfYear:
    """A deadline that comes back every year."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class RuleKind:
    """key: the name in code; name: in the sheet; parse: the value's reader; value: what to write."""

    key: str
    name: str
    parse: Callable[[object], object]
    value: str


def parse_switch(value: object) -> object:
    """'ja' -> True: the rule holds; 'nej' -> None: it no longer does."""
    return True if parse_yes_no(value) else None


def parse_days(value: object) -> int:
    days = parse_whole(re.sub(r" ?dage?$", "", clean(value)) if isinstance(value, str) else value)
    if days < 0:
        raise Unreadable("Antallet af dage kan ikke være negativt.", "Skriv et helt antal dage, fx 14.")
    return days


def parse_deadlines(value: object) -> tuple[date | DayOfYear, ...]:
    """'1. marts; 1. september' -> every year; '1. marts 2025' -> that day only."""
    parts = split_list(value) if isinstance(value, str) else (value,)
    return tuple(_deadline(part) for part in parts)


def _deadline(part: object) -> date | DayOfYear:
    text = clean(part)
    if re.search(r"\d{4}|\d[-./ ]+\d+[-./ ]+\d", text):
        return parse_date(part)
    in_leap_year = parse_date(
        f"{text.rstrip('.-/ ')} 2024" if re.search(r"[a-zæøå]", text.casefold()) else f"{text.rstrip('.-/ ')}-2024"
    )
    return DayOfYear(in_leap_year.month, in_leap_year.day)


def _not_negative(parse: Callable[[object], object]) -> Callable[[object], object]:
    def checked(value: object) -> object:
        found = parse(value)
        if found < 0:  # type: ignore[operator]
            raise Unreadable("Værdien kan ikke være negativ.", "Skriv et tal på 0 eller derover.")
        return found

    return checked


_AMOUNT = "beløb i kr."
_YES = "ja"

RULE_KINDS = (
    RuleKind("cap", "loft pr. projekt", _not_negative(parse_amount), _AMOUNT),
    RuleKind("room", "plads i puljen", parse_switch, "ja (også uden en række); nej, hvis puljen må overtrækkes"),
    RuleKind("purpose", "inden for formålet", parse_switch, _YES),
    RuleKind("complete", "fuldstændig ansøgning", parse_switch, _YES),
    RuleKind("length", "højst sider", _not_negative(parse_number), "antal sider"),
    RuleKind("before_activity", "tilsagn før aktivitet", parse_switch, _YES),
    RuleKind("third_party", "faktura fra tredjepart", parse_switch, _YES),
    RuleKind("organisation_name", "faktura i boligorganisationens navn", parse_switch, _YES),
    RuleKind("within_grant", "betalt inden for tilsagn", parse_switch, _YES),
    RuleKind("co_funding", "puljens højeste andel", parse_share, "brøk eller procent, fx 2 af 3"),
    RuleKind("department_cap", "loft pr. afdeling pr. år", _not_negative(parse_amount), _AMOUNT),
    RuleKind("minimum", "mindste beløb", _not_negative(parse_amount), _AMOUNT),
    RuleKind("deadline", "ansøgningsfrist", parse_deadlines, "datoer, fx 1. marts; 1. september"),
    RuleKind("days_from_decision", "dage fra afgørelse til aktivitet", parse_days, "antal dage"),
    RuleKind("days_from_application", "dage fra ansøgning til aktivitet", parse_days, "antal dage"),
    RuleKind("not_begun", "ikke begyndt", parse_switch, _YES),
)
RULE_KIND_BY_NAME = {kind.name: kind for kind in RULE_KINDS}
RULE_KIND_BY_KEY = {kind.key: kind for kind in RULE_KINDS}


def parse_rule_value(rule_name: str, value: object) -> object:
    """The value of the named rule, None where it says that the rule has ended. Raises Unreadable."""
    if slug(value) == slug(ENDED):
        return None
    return RULE_KIND_BY_NAME[rule_name].parse(value)
