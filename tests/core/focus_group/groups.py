"""Small made-up groups and residents, and every group there can be, for the tests of the focus group."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import comb, prod
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from tests.often import examples

AGES = (30, 25, 20, 15, 10)
"""The worked example's residents, in per cent by age band."""
MANY = tuple(share * 1_000_000 for share in AGES)
"""As many that a lot is drawn from shares alone."""


def often(times: int) -> Callable[[Any], Any]:
    """So many examples in full, the same ones each time, so that a build fails only for what was changed."""
    return settings(max_examples=examples(times), deadline=None, derandomize=True, database=None)


def all_groups(n: int, categories: int) -> Iterator[tuple[int, ...]]:
    """Every way to be n persons in so many categories."""
    if categories == 1:
        yield (n,)
        return
    for first in range(n + 1):
        for rest in all_groups(n - first, categories - 1):
            yield (first, *rest)


def probability(group: Sequence[int], residents: Sequence[int]) -> Fraction:
    """That a lot among the residents gives exactly this group, by the textbook's formula."""
    ways = prod(comb(number, count) for count, number in zip(group, residents, strict=True))
    return Fraction(ways, comb(sum(residents), sum(group)))


def by_definition(group: Sequence[int], residents: Sequence[int]) -> Fraction:
    """D, written as in the definition."""
    n, total = sum(group), sum(residents)
    return (
        sum((abs(Fraction(c, n) - Fraction(r, total)) for c, r in zip(group, residents, strict=True)), Fraction(0)) / 2
    )


@st.composite
def group_and_residents(draw: st.DrawFn, most: int = 6, categories: int = 4) -> tuple[list[int], list[int]]:
    """1 to most persons in 1 to so many categories; some categories may have no residents, but
    all together have as many as there can be persons.
    """
    size = draw(st.integers(1, categories))
    residents = draw(st.lists(st.integers(0, 9), min_size=size, max_size=size).filter(lambda found: sum(found) >= most))
    counts = [0] * size
    for place in draw(st.lists(st.integers(0, size - 1), min_size=1, max_size=most)):
        counts[place] += 1
    return counts, residents
