"""Application deadline: received no later than a deadline within the pool's period."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from core.contract.rule_values import DayOfYear
from core.danish import day
from core.pool.finding import Finding, Verdict


def deadline(received: date, deadlines: Iterable[date | DayOfYear], first: date, last: date) -> Finding:
    """On the day itself is in time."""
    days = deadline_days(deadlines, first, last)
    coming = min((found for found in days if received <= found), default=None)
    if coming:
        text = f"Modtaget {day(received)}, i tide til fristen {day(coming)}"
        return Finding(Verdict.KEPT, text, {"received": received, "deadline": coming})
    passed = max(days, default=None)
    text = (
        f"Modtaget {day(received)}, efter fristen {day(passed)}" if passed else "Der er ingen frist i puljens periode"
    )
    return Finding(Verdict.BROKEN, text, {"received": received, "deadline": passed})


def deadline_days(deadlines: Iterable[date | DayOfYear], first: date, last: date) -> set[date]:
    """A yearly deadline holds in each year from first to last; a dated one holds as it stands.
    29 February is the 28th where there is none.
    """
    days: set[date] = set()
    for one in deadlines:
        if isinstance(one, date):
            days.add(one)
        else:
            every_year = (_in_year(one, year) for year in range(first.year, last.year + 1))
            days.update(found for found in every_year if first <= found <= last)
    return days


def _in_year(one: DayOfYear, year: int) -> date:
    return date(year, one.month, min(one.day, monthrange(year, one.month)[1]))
