"""The chance of a D at least as large, by counting every group: for few categories."""

from collections import defaultdict
from collections.abc import Sequence
from fractions import Fraction
from math import comb


def lot_counted(n: int, residents: Sequence[int], observed: int) -> Fraction:
    """The probability that n drawn by lot have an excess (D * n * all residents) of observed or more, as a fraction.

    residents: persons per category, all above 0 and together n or more; each can be drawn once.
    Category after category, groups that have come equally far (as many
    persons left, the same excess so far) are counted together, in whole numbers.
    """
    total = rest = sum(residents)
    reached = 0
    ways_to = {(n, 0): 1}
    for number in residents:
        rest -= number
        after: defaultdict[tuple[int, int], int] = defaultdict(int)
        for (left, so_far), ways in ways_to.items():
            for taken in range(max(left - rest, 0), min(left, number) + 1):
                now_at = so_far + max(taken * total - n * number, 0)
                now_ways = ways * comb(number, taken)
                if now_at >= observed:
                    reached += now_ways * comb(rest, left - taken)
                else:
                    after[left - taken, now_at] += now_ways
        ways_to = after
    return Fraction(reached, comb(total, n))
