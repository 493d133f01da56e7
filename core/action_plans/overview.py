"""Everything the screen »Handleplaner« shows on one date, computed once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from core.action_plans.evaluation import Due, evaluation_due
from core.action_plans.forecast import forecast
from core.action_plans.status import Standing, standing_on
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
from core.organisation.settings import number_set

T = TypeVar("T", Target, Measurement)
_TABLES = tuple(table.name for table in (ACTION_PLANS, INDICATORS, TARGETS, MEASUREMENTS, EVALUATIONS))


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    indicator: Indicator
    standing: Standing
    # The measurements not after the date, each as it stood that day, oldest first.
    measured: tuple[tuple[Measurement, Standing], ...]
    # How many measurements are dated after it.
    later: int
    # The value at the target date if it goes on so, None where that cannot be told.
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
    on: date
    # False where the organisation has no such tables.
    used: bool
    # In Danish order, with the plans that have begun.
    areas: tuple[AreaRow, ...]
    tolerance: int
    # Rows that count nowhere.
    aside: int

    @property
    def indicators(self) -> tuple[IndicatorRow, ...]:
        return tuple(row for area in self.areas for row in area.indicators)

    @property
    def counted(self) -> tuple[IndicatorRow, ...]:
        """Those that count in a share."""
        return tuple(row for row in self.indicators if row.standing.status.is_counted)


def plans_overview(dataset: Dataset, on: date) -> PlansOverview:
    tolerance = number_set(dataset, TOLERANCE)
    targets, measurements = by_indicator(dataset.of(Target)), by_indicator(dataset.of(Measurement))
    evaluations: defaultdict[str, list[Evaluation]] = defaultdict(list)
    for one in dataset.of(Evaluation):
        evaluations[one.plan].append(one)
    indicators: defaultdict[str, list[IndicatorRow]] = defaultdict(list)
    for indicator in dataset.of(Indicator):
        indicators[indicator.plan].append(
            _row(indicator, targets.get(indicator.id, []), measurements.get(indicator.id, []), on, tolerance)
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
        tolerance=tolerance,
        aside=dataset.not_counted_in(*_TABLES),
    )


def by_indicator(rows: Iterable[T]) -> Mapping[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[row.indicator].append(row)
    return found


def _row(
    indicator: Indicator,
    targets: list[Target],
    measurements: list[Measurement],
    on: date,
    tolerance: int,
) -> IndicatorRow:
    def stood(day: date) -> Standing:
        return standing_on(indicator, targets, measurements, day, tolerance)

    known = sorted((one for one in measurements if one.date <= on), key=lambda one: one.date)
    now = stood(on)
    return IndicatorRow(
        indicator,
        now,
        tuple((one, stood(one.date)) for one in known),
        len(measurements) - len(known),
        forecast(known, now.target.reached_on, on) if now.target else None,
    )
