"""The chance of a D at least as large, by drawing many groups: where there are too many to calculate with."""

from collections.abc import Sequence
from math import sqrt

DRAWS = 40_000
"""The 95 % interval is then at most half a percentage point to either side."""
SEED = 1955
_AT_ONCE = 1_000_000
_MOST_RESIDENTS = 1_000_000
"""Of more than that only so many are drawn from, in the same shares: NumPy keeps a place for each."""


def lot_drawn(
    n: int, residents: Sequence[int], observed: int, draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float]:
    """The share of draws with an excess (D * n * all residents) of observed or more, and half its 95 % interval.

    residents: persons per category, all above 0 and together n or more; each can be drawn once.
    The interval is Agresti & Coull's (1998), which does not shrink to
    nothing when all or none of the draws count. The same seed gives the same answer.
    """
    import numpy as np  # Here, because it takes time to import and few groups need it.

    lot = np.random.default_rng(seed)
    numbers = np.array(residents, dtype=np.int64)
    total = sum(residents)
    among = numbers // (total // _MOST_RESIDENTS + 1)
    hits = 0
    at_once = max(_AT_ONCE // len(residents), 1)  # So that memory stays small.
    for first in range(0, draws, at_once):
        groups = lot.multivariate_hypergeometric(among, n, size=min(at_once, draws - first), method="count")
        hits += int((np.maximum(groups * total - n * numbers, 0).sum(axis=1) >= observed).sum())
    centre = (hits + 2) / (draws + 4)
    return hits / draws, 1.96 * sqrt(centre * (1 - centre) / (draws + 4))
