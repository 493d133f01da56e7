"""What the value will be at the target date, if it goes on as it has."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import combinations
from statistics import median

from core.action_plans.tables import Measurement

FEWEST = 3


def forecast(measurements: Sequence[Measurement], at: date, on: date) -> float | None:
    """By the median of all slopes between two measurements not after on (Theil 1950, Sen 1968), so that a single odd
    one does not decide. None with fewer than three, and when the day is past.
    """
    known = sorted((one for one in measurements if one.date <= on), key=lambda one: one.date)
    if len(known) < FEWEST or at <= on:
        return None
    days = [(one.date - known[0].date).days for one in known]
    values = [Fraction(one.value) for one in known]
    slope = median((v - u) / (t - s) for (s, u), (t, v) in combinations(zip(days, values, strict=True), 2))
    level = median(values) - slope * median(days)
    return float(level + slope * (at - known[0].date).days)
