"""Lapse: a grant that is not closed in time lapses. The rule tells of it; who lapses it types the day."""

from datetime import date

from core.danish import day, kroner
from core.pool.case import Case
from core.pool.finding import Finding, Verdict, kept_if, unknown
from core.pool.notice import AFTER, Notice
from core.pool.position import Status, position_on, status_on
from core.pool.rule import Rule
from core.subject.event import Event


def lapse(granted_on: date | None, ended_on: date | None, after: Notice, as_of: date) -> Finding:
    """ended_on: the day it was closed or lapsed, None while it is open. The last day is in time."""
    if granted_on is None:
        return unknown("et tilsagn", after=after)
    last = after.after(granted_on)
    if ended_on is not None:
        return kept_if(
            ended_on <= last,
            f"Afsluttet eller bortfaldet {day(ended_on)}, senest {day(last)}",
            f"Afsluttet eller bortfaldet {day(ended_on)}; det skulle være sket senest {day(last)}",
            ended_on=ended_on,
            last=last,
        )
    if as_of <= last:
        return Finding(Verdict.KEPT, f"Tilsagnet gælder til {day(last)}", {"last": last})
    text = f"Tilsagnet skulle være afsluttet eller bortfaldet {day(last)}, og det er stadig åbent"
    return Finding(Verdict.BROKEN, text, {"last": last})


def _granted_on(case: Case) -> date | None:
    return case.decided_on if case.granted is not None else None


def _ended_on(case: Case) -> date | None:
    days = (case.application.closed, case.application.lapsed)
    return min((one for one in days if one and one <= case.as_of), default=None)


def _due(case: Case, after: Notice) -> Event | None:
    if case.granted is None or status_on(case.application, case.as_of) is not Status.OPEN:
        return None
    last = after.after(case.decided_on)
    position = position_on(case.application, case.invoices, case.as_of)
    bound = kroner(position.committed if position else 0)
    lapses = "skulle være bortfaldet" if last < case.as_of else "bortfalder, hvis det ikke er afsluttet"
    what = f"tilsagnet {lapses}; {bound} er bundet"
    return Event(last, case.application.project, what, departments=case.application.departments)


RULE = Rule(
    key="lapse",
    name="tilsagn bortfalder",
    place=210,
    source="other organisations' guidelines",
    value=AFTER,
    after_grant=True,
    judged=lambda case, after: lapse(_granted_on(case), _ended_on(case), after, case.as_of),
    due_of=_due,
)
