"""How an indicator stands on a date."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from core.action_plans.progress import expected, is_good, progress
from core.action_plans.tables import TOLERANCE, Indicator, IndicatorKind, Measurement, Target
from core.action_plans.target import target_on
from core.calendar.months import months_after

USUAL_MONTHS = 12
"""Between measurements, where the indicator does not say."""


class Status(StrEnum):
    """The value is what the screen says, in the order of need."""

    MISSED = "ikke nået"
    BEHIND = "bagud"
    UNMEASURED = "mangler måling"
    UNCLEAR = "kan ikke siges"
    ON_TRACK = "på sporet"
    REACHED = "nået"
    NOT_BEGUN = "ikke begyndt"

    def told(self, adverb: str = "") -> str:
        """To stand after a name: 'er bagud', 'mangler måling'; with 'nu' 'er nu bagud'."""
        verb, _, rest = _VERBS.get(self, ("er", "var", self.value))
        return " ".join(filter(None, (verb, adverb, rest)))

    @property
    def was(self) -> str:
        """'var bagud', 'manglede måling'."""
        _, verb, rest = _VERBS.get(self, ("er", "var", self.value))
        return f"{verb} {rest}"

    @property
    def is_good(self) -> bool:
        return self in (Status.ON_TRACK, Status.REACHED)

    @property
    def is_counted(self) -> bool:
        """Whether it counts in a share of indicators: measured, begun, and with a target to judge by."""
        return self in (Status.MISSED, Status.BEHIND, Status.ON_TRACK, Status.REACHED)


_VERBS = {
    Status.UNMEASURED: ("mangler", "manglede", "måling"),
    Status.UNCLEAR: ("kan", "kunne", "ikke bedømmes"),
}
"""Now, then, and what follows, of those that cannot stand after »er«."""


@dataclass(frozen=True, slots=True)
class Standing:
    status: Status
    # The newest measurement from the baseline to the date.
    latest: Measurement | None
    # In force on the date.
    target: Target | None
    # Both as in progress.py, None where they have no meaning.
    progress: Fraction | None
    expected: Fraction | None
    # The latest is older than the indicator is to be measured.
    stale: bool


def standing_on(
    indicator: Indicator,
    targets: Iterable[Target],
    measurements: Iterable[Measurement],
    on: date,
    tolerance: int = TOLERANCE.usual,
) -> Standing:
    """targets, measurements: those of the indicator, in any order. Those after the date do not count, and what was
    measured before the baseline says nothing of what has come since.
    """
    target = target_on(targets, on)
    counted = (one for one in measurements if indicator.baseline_on <= one.date <= on)
    latest = max(counted, key=lambda one: one.date, default=None)
    reach = indicator.kind is IndicatorKind.REACH
    pace = expected(indicator, target, on) if target and reach else None
    come = progress(indicator, target, Fraction(latest.value)) if target and latest and reach else None
    stale = latest is not None and on > months_after(latest.date, indicator.months or USUAL_MONTHS)
    return Standing(_status(indicator, target, latest, come, pace, on, tolerance), latest, target, come, pace, stale)


def _status(
    indicator: Indicator,
    target: Target | None,
    latest: Measurement | None,
    come: Fraction | None,
    pace: Fraction | None,
    on: date,
    tolerance: int,
) -> Status:
    if on < indicator.baseline_on:
        return Status.NOT_BEGUN
    if target is None:
        return Status.UNCLEAR
    if latest is None:
        return Status.UNMEASURED
    over = on > target.reached_on
    if indicator.kind is IndicatorKind.HOLD:
        good = is_good(indicator, target, Fraction(latest.value))
        if good is None:
            return Status.UNCLEAR
        return Status.REACHED if good else Status.MISSED if over else Status.BEHIND
    if come is None or pace is None:
        return Status.UNCLEAR
    if come >= 1:
        return Status.REACHED
    if over:
        return Status.MISSED
    return Status.ON_TRACK if come >= pace - Fraction(tolerance, 100) else Status.BEHIND
