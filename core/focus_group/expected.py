"""The D that a group drawn by lot has on average."""

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from core.focus_group.shares import checked


def expected_dissimilarity(n: int, residents: Sequence[int]) -> Fraction | None:
    """The mean of D over all groups of n drawn by lot among the residents, each of whom can be drawn once; None for a
    group of 0 and for one of more than all residents.

    The mean of a sum is the sum of the means, and each category alone is hypergeometric. With v the first whole number
    above n * q, its mean excess over n * q is v * (N - K - n + v) / N times the chance of exactly v, where K of all N
    residents are of the category: from v on the sum telescopes. So it is exact for groups of any size.
    ValueError as in shares.
    """
    total = checked(residents)
    if not 0 < n <= total:
        return None
    ways = 0
    for number in residents:
        above = n * number // total + 1
        if above <= min(n, number):
            ways += above * (total - number - n + above) * comb(number, above) * comb(total - number, n - above)
    return Fraction(ways, n * total * comb(total, n))
