"""The exact multinomial test: how unusual exactly this composition of the group is, whatever D says of it."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import comb

from core.focus_group.shares import checked

MOST_GROUPS = 200_000


def multinomial_test(counts: Sequence[int], residents: Sequence[int], most_groups: int = MOST_GROUPS) -> float | None:
    """The probability, 0 to 1, of all groups of the same size that are no more likely than this one when drawn by lot.

    Likelihoods are compared as whole numbers, so equally likely ones count. None for a group of 0, and where more than
    most_groups different groups would have to be looked at. ValueError as in shares.
    """
    total = checked(residents, counts)
    n = sum(counts)
    lived_in = [number for number in residents if number]
    if not n or comb(n + len(lived_in) - 1, n) > most_groups:
        return None
    observed = _ways(counts, residents)
    no_likelier = sum(ways for ways in _all_ways(n, lived_in) if ways <= observed)
    return float(Fraction(no_likelier, total**n))


def _ways(counts: Sequence[int], residents: Sequence[int]) -> int:
    """In how many ways the lot can give these counts: the probability times all residents to the power of n."""
    left, ways = sum(counts), 1
    for count, number in zip(counts, residents, strict=True):
        ways *= comb(left, count) * number**count
        left -= count
    return ways


def _all_ways(left: int, residents: Sequence[int], ways: int = 1) -> Iterator[int]:
    """The same for every group there can be."""
    if len(residents) == 1:
        yield ways * residents[0] ** left
        return
    for count in range(left + 1):
        yield from _all_ways(left - count, residents[1:], ways * comb(left, count) * residents[0] ** count)
