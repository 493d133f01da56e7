"""How far an indicator has come from its baseline to its target, and how far it should have come."""

from datetime import date
from fractions import Fraction

from core.action_plans.tables import Indicator, IndicatorKind, Limit, Target


def progress(indicator: Indicator, target: Target, value: Fraction) -> Fraction | None:
    """(v - baseline) / (target - baseline), not clipped: below 0 it has gone the wrong way, above 1 beyond the target.
    None where baseline and target are equal.
    """
    whole = Fraction(target.value) - Fraction(indicator.baseline)
    return (value - Fraction(indicator.baseline)) / whole if whole else None


def expected(indicator: Indicator, target: Target, on: date) -> Fraction:
    """The share of the time from baseline to target that has passed, from 0 to 1."""
    days = (target.reached_on - indicator.baseline_on).days
    if days <= 0:
        return Fraction(int(on >= target.reached_on))
    return min(max(Fraction((on - indicator.baseline_on).days, days), Fraction(0)), Fraction(1))


def paced(indicator: Indicator, target: Target, on: date) -> Fraction:
    """Where the value would be on the date, were it on the straight line from baseline to target."""
    whole = Fraction(target.value) - Fraction(indicator.baseline)
    return Fraction(indicator.baseline) + expected(indicator, target, on) * whole


def is_good(indicator: Indicator, target: Target, value: Fraction) -> bool | None:
    """Whether the value is on the good side of the target, the target itself too. None where neither a limit nor a
    difference between baseline and target says which side that is.
    """
    limit = indicator.limit if indicator.kind is IndicatorKind.HOLD else None
    if limit is None and target.value != indicator.baseline:
        limit = Limit.AT_LEAST if target.value > indicator.baseline else Limit.AT_MOST
    if limit is None:
        return None
    return value >= Fraction(target.value) if limit is Limit.AT_LEAST else value <= Fraction(target.value)
