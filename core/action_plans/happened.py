"""What happened to the action plans between two dates: evaluations, measurements, and a status that changed."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from core.action_plans.overview import IndicatorRow, by_indicator, plans_overview
from core.action_plans.status import Status, standing_on
from core.action_plans.tables import Evaluation, Measurement, Target
from core.contract.dataset import Dataset
from core.danish import sort_key
from core.subject.event import Event


def happened(dataset: Dataset, after: date, until: date) -> tuple[Event, ...]:
    """With after < date <= until, oldest first. Of an indicator the newest measurement is told, else the day since
    when it stands otherwise than on the first.
    """
    overview = plans_overview(dataset, until)
    plans = {plan.plan.id: plan.plan.name for area in overview.areas for plan in area.plans}
    targets, measurements = by_indicator(dataset.of(Target)), by_indicator(dataset.of(Measurement))
    events = [
        Event(evaluation.date, plans[evaluation.plan], "er evalueret")
        for evaluation in dataset.of(Evaluation)
        if evaluation.plan in plans and after < evaluation.date <= until
    ]
    for row in overview.indicators:
        key = row.indicator.id
        events += _of_indicator(row, targets.get(key, []), measurements.get(key, []), after, until, overview.tolerance)
    return tuple(sorted(events, key=lambda event: (event.on or date.max, sort_key(event.about))))


def _of_indicator(
    row: IndicatorRow,
    targets: list[Target],
    measurements: list[Measurement],
    after: date,
    until: date,
    tolerance: int,
) -> list[Event]:
    """One, or none."""

    def status_on(day: date) -> Status:
        return standing_on(row.indicator, targets, measurements, day, tolerance).status

    before, name = status_on(after), row.indicator.name
    if new := [measurement.date for measurement, _ in row.measured if measurement.date > after]:
        return [Event(new[-1], name, f"er målt og {_course(row, before)}")]
    if before is row.standing.status:
        return []
    turns = (day for day in _turns(row, targets, after) if after < day <= until)
    return [Event(_since_when(status_on, row.standing.status, turns, until), name, _course(row, before))]


def _turns(row: IndicatorRow, targets: Iterable[Target], after: date) -> set[date]:
    """Days on which more than the time that has passed may change."""
    turns = {row.indicator.baseline_on, *(one.date for one, _ in row.measured), after + timedelta(1)}
    for target in targets:
        turns |= {target.valid_from, target.reached_on + timedelta(1)}
    return turns


def _since_when(status_on: Callable[[date], Status], status: Status, turns: Iterable[date], until: date) -> date:
    """The first day of the status that holds on the last day. Between two of the turns the pace alone runs on, so there
    is at most one change, which is searched for.
    """
    first = until
    for turn in sorted(turns, reverse=True):
        if status_on(turn) is not status:
            days = range(turn.toordinal(), first.toordinal() + 1)
            place = bisect_left(days, True, key=lambda number: status_on(date.fromordinal(number)) is status)
            return date.fromordinal(days[place])
        first = turn
        if status_on(turn - timedelta(1)) is not status:
            break
    return first


def _course(row: IndicatorRow, before: Status) -> str:
    """'er nu bagud, var på sporet'."""
    if before is row.standing.status:
        return row.standing.status.told("stadig")
    return f"{row.standing.status.told('nu')}, {before.was}"
