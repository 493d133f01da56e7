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
    for again, row in new_measurements(overview, until):
        yield Event(again, row.indicator.name, "ny måling")
    for row in _pursued(overview):
        if row.standing.target and row.standing.target.reached_on <= until:
            what = f"målet skal være nået, og målepunktet {row.standing.status.told()}"
            yield Event(row.standing.target.reached_on, row.indicator.name, what)


def new_measurements(overview: PlansOverview, until: date) -> Iterator[tuple[date, IndicatorRow]]:
    """The day by which each is to be measured again."""
    for row in _pursued(overview):
        measured_last = row.standing.latest.date if row.standing.latest else row.indicator.baseline_on
        again = months_after(measured_last, row.indicator.months or USUAL_MONTHS)
        if again <= until:
            yield again, row


def _pursued(overview: PlansOverview) -> Iterator[IndicatorRow]:
    """Indicators on their way to a target in plans that run."""
    for area in overview.areas:
        for plan in area.plans:
            if plan.plan.last is None or plan.plan.last > overview.on:
                yield from (row for row in plan.indicators if _on_its_way(row, overview.on))


def _on_its_way(row: IndicatorRow, on: date) -> bool:
    target = row.standing.target
    return target is not None and row.indicator.baseline_on <= on <= target.reached_on


def _evaluation(plan: PlanRow, area: str) -> Event:
    """Asked of the board once it is late."""
    asks = f"evalueringen er {count(plan.due.days_over, 'dag', 'dage')} over tid" if plan.due.overdue else ""
    return Event(plan.due.on, plan.plan.name, "årlig evaluering", asks=asks, query=(("omraade", area),))
