"""What falls due in the action plans."""

from collections.abc import Iterator
from datetime import date

from core.action_plans.overview import IndicatorRow, PlanRow, PlansOverview
from core.action_plans.status import USUAL_MONTHS
from core.calendar.months import months_after
from core.danish import count
from core.subject.event import Event


def due(overview: PlansOverview, until: date) -> Iterator[Event]:
    """Evaluations, new measurements and targets."""
    for area in overview.areas:
        for plan in area.plans:
            if plan.due.on and plan.due.on <= until:
                yield _evaluation(plan, area.name)
            running = plan.plan.last is None or plan.plan.last > overview.on
            for row in plan.indicators if running else ():
                yield from _of_indicator(row, overview.on, until)


def _evaluation(plan: PlanRow, area: str) -> Event:
    """Asked of the board once it is late."""
    asks = f"evalueringen er {count(plan.due.days_over, 'dag', 'dage')} over tid" if plan.due.overdue else ""
    return Event(plan.due.on, plan.plan.name, "årlig evaluering", asks=asks, query=(("omraade", area),))


def _of_indicator(row: IndicatorRow, on: date, until: date) -> Iterator[Event]:
    standing, indicator = row.standing, row.indicator
    target = standing.target
    if target is None or on < indicator.baseline_on or on > target.reached_on:
        return
    measured_last = standing.latest.date if standing.latest else indicator.baseline_on
    again = months_after(measured_last, indicator.months or USUAL_MONTHS)
    if again <= until:
        yield Event(again, indicator.name, "ny måling")
    if target.reached_on <= until:
        what = f"målet skal være nået, og målepunktet {standing.status.told()}"
        yield Event(target.reached_on, indicator.name, what)
