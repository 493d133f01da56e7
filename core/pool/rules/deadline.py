"""Application deadline: received no later than the deadline that the decision is made after."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from core.danish import day
from core.pool.finding import Finding, Verdict
from core.pool.ledger import Ledger
from core.pool.rule import Rule
from core.pool.rule_values import DEADLINES, DayOfYear
from core.subject.event import Event


def deadline(received: date, deadlines: Iterable[date | DayOfYear], decided: date | None, last: date) -> Finding:
    """On the day itself is in time. decided: None while undecided: then the next deadline after it came counts, if
    the pool's period (until last) is not over by then. Decided, the latest one not after the decision does, also one
    from before the period; before the first of all none has been missed.
    """
    days = deadline_days(deadlines, received, decided or last)
    coming = min((found for found in days if received <= found), default=None)
    passed = max((found for found in days if decided is None or found <= decided), default=None)
    if decided is None:
        meant = coming if coming and coming <= last else None
    else:
        meant = coming if passed is None else passed if received <= passed else None
    if meant:
        text = f"Modtaget {day(received)}, i tide til fristen {day(meant)}"
        return Finding(Verdict.KEPT, text, {"received": received, "deadline": meant}, not_before=meant)
    missed = max((found for found in days if found < received), default=None)
    text = (
        f"Modtaget {day(received)}, efter fristen {day(missed)}" if missed else "Der er ingen frist i puljens periode"
    )
    return Finding(Verdict.BROKEN, text, {"received": received, "deadline": missed})


def deadline_days(deadlines: Iterable[date | DayOfYear], since: date, until: date) -> set[date]:
    """A yearly deadline holds every year, here from the year before since to the year after until; a dated one holds
    as it stands. 29 February is the 28th where there is none.
    """
    years = range(min(since, until).year - 1, max(since, until).year + 2)
    return {
        found
        for one in deadlines
        for found in ([one] if isinstance(one, date) else [_in_year(one, year) for year in years])
    }


def _in_year(one: DayOfYear, year: int) -> date:
    return date(year, one.month, min(one.day, monthrange(year, one.month)[1]))


def _due(ledger: Ledger, deadlines: Iterable[date | DayOfYear], on: date, until: date) -> list[Event]:
    pool = ledger.pool
    days = deadline_days(deadlines, pool.first, pool.last)
    return [Event(one, pool.name, "ansøgningsfrist") for one in days if on < one <= min(until, pool.last)]


RULE = Rule(
    key="deadline",
    name="ansøgningsfrist",
    place=130,
    source="other organisations' guidelines",
    value=DEADLINES,
    asks=("received",),
    judged=lambda case, days: deadline(
        case.application.received, days, case.decided_on if case.decided else None, case.others.pool.last
    ),
    due=_due,
)
