"""The management report as an Excel workbook: every indicator as on the screen, as numbers and dates."""

from decimal import Decimal
from fractions import Fraction

from core.action_plans.overview import AreaRow, IndicatorRow, PlanRow, PlansOverview
from core.danish import count, day
from shell.handouts.workbooks.workbook import Amount, Cell, Sheet, workbook

_HEADINGS = (
    "Område",
    "Handleplan",
    "Målepunkt",
    "Enhed",
    "Udgangspunkt",
    "Udgangspunkt den",
    "Måling",
    "Målt",
    "For gammel",
    "Mål",
    "Nås den",
    "Fremdrift (%)",
    "Ventet (%)",
    "Status",
)


def plans_workbook(source: str, overview: PlansOverview) -> bytes:
    notes = [f"Pr. {day(overview.on)}", f"Kilde: {source}"]
    if overview.aside:
        notes.append(f"{count(overview.aside, 'række', 'rækker')} kan ikke læses og er ikke talt med")
    indicators = [
        _indicator(area, plan, row) for area in overview.areas for plan in area.plans for row in plan.indicators
    ]
    plans = [_plan(area, plan) for area in overview.areas for plan in area.plans]
    return workbook(
        [
            Sheet("Målepunkter", _HEADINGS, indicators, notes),
            Sheet(
                "Evalueringer",
                ("Område", "Handleplan", "Evalueret", "Bestyrelsen bad om", "Det skete", "Næste gang", "Dage over tid"),
                plans,
                notes,
            ),
        ]
    )


def _indicator(area: AreaRow, plan: PlanRow, row: IndicatorRow) -> tuple[Cell, ...]:
    now, one = row.standing, row.indicator
    return (
        area.name,
        plan.plan.name,
        one.name,
        one.measured_in,
        _amount(one.baseline, row),
        one.baseline_on,
        _amount(now.latest.value, row) if now.latest else None,
        now.latest.date if now.latest else None,
        "ja" if now.stale else "nej",
        _amount(now.target.value, row) if now.target else None,
        now.target.reached_on if now.target else None,
        _percent(now.progress),
        _percent(now.expected),
        str(now.status),
    )


def _plan(area: AreaRow, row: PlanRow) -> tuple[Cell, ...]:
    last = row.due.last
    return (
        area.name,
        row.plan.name,
        last.date if last else None,
        last.asked if last else None,
        last.happened if last else None,
        row.due.on,
        row.due.days_over,
    )


def _amount(value: Decimal, row: IndicatorRow) -> Amount:
    return Amount(value, row.indicator.measured_in)


def _percent(share: Fraction | None) -> Amount | None:
    return None if share is None else Amount(round(Decimal(share.numerator) / share.denominator * 100, 2), "%")
