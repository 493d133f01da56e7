"""Everything the screen »Handleplaner« shows on one date, computed once."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from core.action_plans.evaluation import Due, evaluation_due
from core.action_plans.forecast import forecast
from core.action_plans.status import Standing, Status, standing_on
from core.action_plans.tables import (
    ACTION_PLANS,
    EVALUATIONS,
    INDICATORS,
    MEASUREMENTS,
    TARGETS,
    TOLERANCE,
    ActionPlan,
    Evaluation,
    Indicator,
    Measurement,
    Target,
)
from core.contract.dataset import Dataset
from core.danish import sort_key
from core.organisation.areas import areas_of
from core.organisation.meetings import last_meeting
from core.organisation.settings import number_set
from core.organisation.tables import BoardMeeting

T = TypeVar("T", Target, Measurement)
_TABLES = tuple(table.name for table in (ACTION_PLANS, INDICATORS, TARGETS, MEASUREMENTS, EVALUATIONS))


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """measured: the measurements not after the date, each as it stood that day, oldest first; later: how many
    measurements are dated after it; before: how it stood on the day of the last board meeting, None without one;
    changed_on: since when the status is another one than then, None where it is the same; forecast: the value at the
    target date if it goes on so, None where that cannot be told.
    """

    indicator: Indicator
    standing: Standing
    before: Standing | None
    measured: tuple[tuple[Measurement, Standing], ...]
    later: int
    changed_on: date | None
    forecast: float | None


@dataclass(frozen=True, slots=True)
class PlanRow:
    plan: ActionPlan
    indicators: tuple[IndicatorRow, ...]
    due: Due


@dataclass(frozen=True, slots=True)
class AreaRow:
    name: str
    plans: tuple[PlanRow, ...]

    @property
    def indicators(self) -> tuple[IndicatorRow, ...]:
        return tuple(row for plan in self.plans for row in plan.indicators)

    @property
    def overdue(self) -> tuple[PlanRow, ...]:
        """Most days over first."""
        return tuple(sorted((plan for plan in self.plans if plan.due.overdue), key=lambda one: -one.due.days_over))


@dataclass(frozen=True, slots=True)
class PlansOverview:
    """used: False where the organisation has no such tables; areas: in Danish order, with the plans that have begun;
    news: measurements and evaluations since the last board meeting, oldest first; aside: rows that count nowhere.
    """

    on: date
    used: bool
    areas: tuple[AreaRow, ...]
    since: BoardMeeting | None
    news: tuple[tuple[date, str, str], ...]
    tolerance: int
    aside: int

    @property
    def indicators(self) -> tuple[IndicatorRow, ...]:
        return tuple(row for area in self.areas for row in area.indicators)

    @property
    def told(self) -> tuple[IndicatorRow, ...]:
        """Those that count in a share."""
        return tuple(row for row in self.indicators if row.standing.status.is_told)


def plans_overview(dataset: Dataset, on: date) -> PlansOverview:
    tolerance = number_set(dataset, TOLERANCE)
    since = last_meeting(dataset.of(BoardMeeting), on)
    targets, measurements = _by_indicator(dataset.of(Target)), _by_indicator(dataset.of(Measurement))
    evaluations: defaultdict[str, list[Evaluation]] = defaultdict(list)
    for one in dataset.of(Evaluation):
        evaluations[one.plan].append(one)
    indicators: defaultdict[str, list[IndicatorRow]] = defaultdict(list)
    for indicator in dataset.of(Indicator):
        indicators[indicator.plan].append(
            _row(indicator, targets.get(indicator.id, []), measurements.get(indicator.id, []), on, since, tolerance)
        )
    areas = areas_of(dataset)
    plans: defaultdict[str, list[PlanRow]] = defaultdict(list)
    for plan in dataset.of(ActionPlan):
        if plan.first <= on:
            rows = sorted(indicators[plan.id], key=lambda row: sort_key(row.indicator.name))
            plans[areas[plan.area]].append(PlanRow(plan, tuple(rows), evaluation_due(plan, evaluations[plan.id], on)))
    found = tuple(
        AreaRow(area, tuple(sorted(rows, key=lambda row: sort_key(row.plan.name))))
        for area, rows in sorted(plans.items(), key=lambda item: sort_key(item[0]))
    )
    return PlansOverview(
        on=on,
        used=dataset.has(*_TABLES),
        areas=found,
        since=since,
        news=_news(found, dataset.of(Evaluation), since.date, on) if since else (),
        tolerance=tolerance,
        aside=dataset.not_counted_in(*_TABLES),
    )


def _by_indicator(rows: Iterable[T]) -> Mapping[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[row.indicator].append(row)
    return found


def _row(
    indicator: Indicator,
    targets: list[Target],
    measurements: list[Measurement],
    on: date,
    since: BoardMeeting | None,
    tolerance: int,
) -> IndicatorRow:
    def stood(day: date) -> Standing:
        return standing_on(indicator, targets, measurements, day, tolerance)

    known = sorted((one for one in measurements if one.date <= on), key=lambda one: one.date)
    now = stood(on)
    before = stood(since.date) if since else None
    changed_on = None
    if since and before and before.status is not now.status:
        turns = {indicator.baseline_on, *(one.date for one in known), *(one.valid_from for one in targets)}
        turns |= {one.reached_on + timedelta(1) for one in targets} | {since.date + timedelta(1)}
        changed_on = _since_when(stood, now.status, [day for day in turns if since.date < day <= on], on)
    return IndicatorRow(
        indicator,
        now,
        before,
        tuple((one, stood(one.date)) for one in known),
        len(measurements) - len(known),
        changed_on,
        forecast(known, now.target.reached_on, on) if now.target else None,
    )


def _since_when(stood: Callable[[date], Standing], status: Status, turns: Iterable[date], on: date) -> date:
    """The first day of the status that holds on the date. turns: the days on which more than the time that has passed
    may change; between two of them the pace alone runs on, so there is at most one change, which is searched for.
    """
    first = on
    for turn in sorted(turns, reverse=True):
        if stood(turn).status is not status:
            days = range(turn.toordinal(), first.toordinal() + 1)
            place = bisect_left(days, True, key=lambda number: stood(date.fromordinal(number)).status is status)
            return date.fromordinal(days[place])
        first = turn
        if stood(turn - timedelta(1)).status is not status:
            break
    return first


def _news(
    areas: Iterable[AreaRow], evaluations: Iterable[Evaluation], after: date, until: date
) -> tuple[tuple[date, str, str], ...]:
    """Day, what it is about, what happened."""
    plans = {plan.plan.id: plan.plan.name for area in areas for plan in area.plans}
    found = [
        (one.date, plans[one.plan], "er evalueret")
        for one in evaluations
        if one.plan in plans and after < one.date <= until
    ]
    for row in (row for area in areas for row in area.indicators):
        new = [one for one, _ in row.measured if one.date > after]
        if new:
            found.append((new[-1].date, row.indicator.name, f"er målt og {_course(row)}"))
        elif row.changed_on:
            found.append((row.changed_on, row.indicator.name, _course(row)))
    return tuple(sorted(found, key=lambda item: (item[0], sort_key(item[1]))))


def _course(row: IndicatorRow) -> str:
    """'er nu bagud, var på sporet'."""
    if row.before is None or row.before.status is row.standing.status:
        return f"er stadig {row.standing.status}"
    was = row.before.status
    unmeasured = was is Status.UNMEASURED
    return f"er nu {row.standing.status}, {'manglede måling' if unmeasured else f'var {was}'}"
