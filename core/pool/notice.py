"""A length of time as guidelines write it: days, weeks, months or working days."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from core.calendar.months import months_after
from core.calendar.working_days import working_days_from
from core.contract.cells.cell import Unreadable, clean
from core.contract.cells.number import parse_whole
from core.danish import capital, count, day
from core.pool.finding import Finding, Verdict, kept_if, unknown
from core.pool.rule_values import ValueKind


class Unit(Enum):
    """The Danish words for one and for many, and the most that can be meant: a date typed instead is a number above."""

    DAYS = ("dag", "dage", 3650)
    WEEKS = ("uge", "uger", 520)
    MONTHS = ("måned", "måneder", 120)
    WORKING_DAYS = ("arbejdsdag", "arbejdsdage", 2600)


@dataclass(frozen=True, slots=True)
class Notice:
    amount: int
    unit: Unit = Unit.DAYS

    def after(self, start: date) -> date:
        return self._from(start, self.amount)

    def before(self, end: date) -> date:
        """The last day that is so long before."""
        return self._from(end, -self.amount)

    def _from(self, start: date, amount: int) -> date:
        match self.unit:
            case Unit.DAYS:
                return start + timedelta(amount)
            case Unit.WEEKS:
                return start + timedelta(weeks=amount)
            case Unit.MONTHS:
                return months_after(start, amount)
            case Unit.WORKING_DAYS:
                return working_days_from(start, amount)

    def __str__(self) -> str:
        one, many, _ = self.unit.value
        return count(self.amount, one, many)


_SHORT = {"mdr": Unit.MONTHS, "mdr.": Unit.MONTHS, "md.": Unit.MONTHS}
_UNITS = {word: unit for unit in Unit for word in unit.value[:2]} | _SHORT


def parse_notice(value: object) -> Notice:
    """'14', '14 dage', '4 uger', '2 måneder', '10 arbejdsdage'. Raises Unreadable."""
    number, unit = value, Unit.DAYS
    if isinstance(value, str) and (found := re.fullmatch(r"(.*\d) ?([^\W\d]+\.?)", clean(value).casefold())):
        if found[2] in ("hverdag", "hverdage"):
            raise Unreadable("Hverdage kan både være med og uden lørdage.", "")
        if found[2] not in _UNITS:
            raise Unreadable("Det kan ikke læses som et antal dage, uger, måneder eller arbejdsdage.", "")
        number, unit = found[1], _UNITS[found[2]]
    amount = parse_whole(number)
    if amount < 0:
        raise Unreadable("Værdien kan ikke være negativ.", "")
    if amount > unit.value[2]:
        raise Unreadable("Tallet er så stort, at det ikke kan passe.", "")
    return Notice(amount, unit)


_ADVICE = "et antal dage, uger, måneder eller arbejdsdage, fx 14 dage"
LEAST_NOTICE = ValueKind(parse_notice, _ADVICE, lambda notice: f"mindst {notice}")
AFTER = ValueKind(parse_notice, _ADVICE, lambda notice: f"efter {notice}")


def notice_given(start: date, first_day: date | None, least: Notice, start_word: str) -> Finding:
    """Whether an activity comes so long after a day; start_word names that ('afgørelsen', 'ansøgningen')."""
    if first_day is None:
        return unknown("aktivitetens første dag", least=least)
    days = (first_day - start).days
    if days < 0:
        return Finding(
            Verdict.BROKEN,
            f"Aktivitetens første dag {day(first_day)} er {count(-days, 'dag', 'dage')} før {start_word} {day(start)}; "
            f"der skal være mindst {least} imellem",
            {"days": days, "least": least},
        )
    if least.unit is Unit.DAYS:
        between = f"{count(days, 'dag', 'dage')} fra {start_word} {day(start)} til aktivitetens første dag"
        kept = f"{between} {day(first_day)}; mindst {least.amount}"
        broken = f"{between} {day(first_day)}; der skal være mindst {least.amount}"
    else:
        latest = f"{day(least.before(first_day))}, {least} før aktivitetens første dag {day(first_day)}"
        kept = f"{capital(start_word)} {day(start)} er senest {latest}"
        broken = f"{capital(start_word)} {day(start)} er efter {latest}"
    return kept_if(start <= least.before(first_day), kept, broken, days=days, least=least)
