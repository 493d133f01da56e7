"""What the value will be at the target date, if it goes on as it has."""

from collections.abc import Sequence
from datetime import date

from core.contract.rows import Measurement

FEWEST = 3


def forecast(measurements: Sequence[Measurement], at: date, on: date) -> float | None:
    """By the median of all slopes between two measurements not after on (Theil 1950, Sen 1968), so that a single odd
    one does not decide. None with fewer than three, and when the day is past.
    """
    known = sorted((one for one in measurements if one.date <= on), key=lambda one: one.date)
    if len(known) < FEWEST or at <= on:
        return None
    from scipy.stats import theilslopes  # Here, because it takes a second to import.

    days = [(one.date - known[0].date).days for one in known]
    slope, level, *_ = theilslopes([float(one.value) for one in known], days)
    return float(level + slope * (at - known[0].date).days)
