"""What falls due in each subject, from what is overdue to a last day."""

from datetime import date

from core.action_plans.overview import IndicatorRow, PlansOverview
from core.action_plans.status import USUAL_MONTHS
from core.ambassadors.overview import AmbassadorOverview
from core.calendar.months import months_after
from core.danish import count, day, kroner
from core.focus_group.overview import FocusGroupOverview
from core.partnerships.overview import PartnershipOverview
from core.pool.history import end_in_words
from core.pool.overview import PoolOverview
from core.pool.position import Status
from core.pool.rule_values import DayOfYear
from core.pool.rules.deadline import deadline_days
from core.subject.brief import Event
from core.subject.subject import Subject


def pool_due(overview: PoolOverview, until: date) -> list[Event]:
    """Answers, deadlines, the end of the period, and projects that are over but not closed. An answer is due when the
    activity begins; one that begins later, or on an unknown day, waits without a day. So does an old grant of which
    nobody knows when its activity ends.
    """
    pool, on = overview.pool, overview.on
    found: list[tuple[date | None, str, str]] = []
    for entry in overview.entries:
        project, first = entry.application.project, entry.application.activity_first
        if entry.status is Status.PENDING:
            since = f"har ventet på svar siden {day(entry.application.received)}"
            if first and first <= until:  # the grant must be in place before
                begins = "begyndte" if first < on else "begynder"
                found.append((first, project, f"aktiviteten {begins}, og ansøgningen {since}"))
            else:
                found.append((None, project, since))
        elif entry.status is Status.OPEN and (end := entry.application.activity_last) and on < end <= until:
            found.append((end, project, "aktiviteten slutter, og bevillingen skal afsluttes"))
    for entry in overview.to_close:
        application, bound = entry.application, f"{kroner(entry.left)} er stadig bundet"
        if application.activity_last:
            found.append((application.activity_last, application.project, f"bør afsluttes; {bound}"))
        else:
            open_since = f"har stået åben siden {day(entry.on)}"
            found.append((None, application.project, f"{open_since}, og {end_in_words(application)}; {bound}"))
    if on <= pool.last and (rule := overview.rules.get("deadline")) and isinstance(rule.value, tuple):
        deadlines = [one for one in rule.value if isinstance(one, date | DayOfYear)]
        found += [(one, pool.name, "ansøgningsfrist") for one in deadline_days(deadlines, pool.first, pool.last)
                  if on < one <= min(until, pool.last)]  # fmt: skip
    if on < pool.last <= until:
        free = overview.balance.free
        left = f"puljen er overtrukket med {kroner(-free)}" if free < 0 else f"{kroner(free)} er ikke bevilget"
        found.append((pool.last, pool.name, f"perioden slutter, og {left}"))
    return [Event(when, Subject.POOL, about, what) for when, about, what in found]


def ambassador_due(overview: AmbassadorOverview, until: date) -> list[Event]:
    """Meetings and sessions that are planned, and the year's end where meetings are missing."""
    network, on = overview.network, overview.on
    found = [(one.date, "Netværksmøde", one.topic or "planlagt") for one in network.planned]
    if overview.programme:
        found += [(one.date, "Kursusgang", one.topic or "planlagt") for one in overview.programme.sessions]
    if network.to_plan:
        missing = count(network.to_plan, "netværksmøde mangler", "netværksmøder mangler")
        found.append((date(network.year, 12, 31), "Netværksmøder", f"{missing} at blive planlagt i {network.year}"))
    return [Event(when, Subject.AMBASSADORS, about, what) for when, about, what in found if on < when <= until]


def focus_group_due(overview: FocusGroupOverview, until: date) -> list[Event]:
    return [
        Event(one.date, Subject.FOCUS_GROUP, "Møde i fokusgruppen", one.topic or "planlagt")
        for one in overview.coming
        if one.date <= until
    ]


def plans_due(overview: PlansOverview, until: date) -> list[Event]:
    """Evaluations, new measurements and targets."""
    found = []
    for area in overview.areas:
        for plan in area.plans:
            if plan.due.on and plan.due.on <= until:
                found.append((plan.due.on, plan.plan.name, "årlig evaluering"))
            running = plan.plan.last is None or plan.plan.last > overview.on
            for row in plan.indicators if running else ():
                found += [(when, row.indicator.name, what) for when, what in _indicator_due(row, overview.on, until)]
    return [Event(when, Subject.ACTION_PLANS, about, what) for when, about, what in found]


def _indicator_due(row: IndicatorRow, on: date, until: date) -> list[tuple[date, str]]:
    standing, indicator = row.standing, row.indicator
    target = standing.target
    if target is None or on < indicator.baseline_on or on > target.reached_on:
        return []
    found = []
    measured_last = standing.latest.date if standing.latest else indicator.baseline_on
    again = months_after(measured_last, indicator.months or USUAL_MONTHS)
    if again <= until:
        found.append((again, "ny måling"))
    if target.reached_on <= until:
        found.append((target.reached_on, f"målet skal være nået, og målepunktet {standing.status.told()}"))
    return found


def partnership_due(overview: PartnershipOverview, until: date) -> list[Event]:
    """Applications without an answer, and agreements that end."""
    found: list[tuple[date | None, str, str]] = []
    for row in overview.departments:
        name = row.department.name
        found += [
            (None, name, f"har ventet på svar om en partnerskabsaftale siden {day(one.applied)}") for one in row.waiting
        ]
        found += [
            (one.ended, name, "partnerskabsaftalen slutter") for one in row.running if one.ended and one.ended <= until
        ]
    return [Event(when, Subject.PARTNERSHIPS, about, what) for when, about, what in found]
