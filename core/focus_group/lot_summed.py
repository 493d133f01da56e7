"""The chance of a D at least as large, by the sums that D can be: for many categories, such as all departments."""

from collections.abc import Sequence
from math import comb, gcd


def lot_summed(n: int, residents: Sequence[int], observed: int) -> float:
    """The probability that n drawn by lot have an excess (D * n * all residents) of observed or more.

    residents: persons per category, all above 0. Nothing is drawn: the excess is a whole number, and for each number
    of persons placed so far an array holds the probability of every excess so far. Sums are compared as whole numbers;
    only the probabilities are floating, and nothing is subtracted from them.
    """
    import numpy as np  # Here, because it takes time to import and few groups need it.

    total, unit, goal = _in_units(n, residents, observed)
    rest = sum(residents)
    reached = 0.0
    placed = [np.zeros(_length(done, total, goal)) for done in range(n + 1)]
    if goal <= 0:
        return 1.0
    placed[0][0] = 1.0
    for number in residents:
        after = [np.zeros_like(row) for row in placed]
        for done, row in enumerate(placed):
            left = n - done
            for taken in range(left + 1) if rest > number else (left,):
                probability = comb(left, taken) * number**taken * (rest - number) ** (left - taken) / rest**left
                step = max(taken * total - n // unit * number, 0)
                moved = row * probability
                below = moved[: max(goal - step, 0)]
                after[done + taken][step : step + len(below)] += below
                reached += float(moved[len(below) :].sum())
        placed = after
        rest -= number
    return min(reached, 1.0)


def steps_of(n: int, residents: Sequence[int], observed: int) -> int:
    """How many additions lot_summed needs at most."""
    _, _, goal = _in_units(n, residents, observed)
    return len(residents) * comb(n + 2, 2) * goal


def _in_units(n: int, residents: Sequence[int], observed: int) -> tuple[int, int, int]:
    """All residents, the unit that every excess is a whole number of, and observed in that unit."""
    unit = gcd(n, sum(residents))
    return sum(residents) // unit, unit, -(-observed // unit)


def _length(done: int, total: int, goal: int) -> int:
    """done persons have an excess of at most done * total, and from the goal on it is not followed."""
    return max(min(done * total + 1, goal), 1)
