"""The D that a group drawn by lot has on average."""

from collections.abc import Sequence
from fractions import Fraction
from math import comb

from core.focus_group.shares import checked


def expected_dissimilarity(n: int, residents: Sequence[int]) -> Fraction | None:
    """The mean of D over all groups of n drawn by lot (multinomial, the residents' shares); None for a group of 0.

    The mean of a sum is the sum of the means, and each category alone is binomial. Its mean absolute deviation is
    2 * v * C(n, v) * q^v * (1 - q)^(n - v + 1), v the first whole number above n * q (de Moivre 1730; Diaconis &
    Zabell 1991). So it is exact for groups of any size. ValueError as in shares.
    """
    total = checked(residents)
    if not n:
        return None
    ways = 0
    for number in residents:
        above = n * number // total + 1
        if above <= n:
            ways += above * comb(n, above) * number**above * (total - number) ** (n - above + 1)
    return Fraction(ways, n * total ** (n + 1))
