"""Whether a group drawn by lot among the residents would be as uneven as this one."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb

from core.focus_group.expected import expected_dissimilarity
from core.focus_group.lot_counted import lot_counted
from core.focus_group.lot_drawn import lot_drawn
from core.focus_group.shares import checked

MOST_GROUPS = 200_000
"""So many different groups are counted one by one: about half a second."""


@dataclass(frozen=True, slots=True)
class Chance:
    # The probability, 0 to 1, that a lot gives a D at least as large.
    at_least: float
    # The lot's mean D, always exact.
    expected: float
    # at_least is calculated; if not, it is drawn,
    exact: bool
    # and the 95 % interval is this to either side.
    uncertainty: float


def chance(counts: Sequence[int], residents: Sequence[int], most_groups: int = MOST_GROUPS) -> Chance | None:
    """The group against groups of the same size drawn by lot among the residents, each of whom can be drawn once; None
    for a group of 0 and for one of more than all residents, which no lot can give. D is compared as whole numbers, so
    one exactly as large counts. ValueError as in shares.

    Exact by counting up to most_groups different groups, else by a simulation with a fixed seed: the same group always
    gets the same answer.
    """
    checked(residents, counts)
    n = sum(counts)
    expected = expected_dissimilarity(n, residents)
    if expected is None:
        return None
    # A category without residents is never drawn. The order of the others does not matter.
    lived_in = sorted((number for number in residents if number), reverse=True)
    observed = excess(counts, residents)
    if comb(n + len(lived_in) - 1, n) <= most_groups:
        return Chance(float(lot_counted(n, lived_in, observed)), float(expected), exact=True, uncertainty=0.0)
    at_least, uncertainty = lot_drawn(n, lived_in, observed)
    return Chance(at_least, float(expected), exact=False, uncertainty=uncertainty)


def excess(counts: Sequence[int], residents: Sequence[int]) -> int:
    """D as a whole number: D * n * all residents. Those too many are as many as those too few, so half the sum of
    all deviations is the sum of those above 0.
    """
    n, total = sum(counts), sum(residents)
    return sum(max(count * total - n * number, 0) for count, number in zip(counts, residents, strict=True))
