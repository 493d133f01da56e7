"""The residents' shares of the categories of an attribute (age bands, departments), exact.

Throughout core/focus_group a group is counts and the residents are residents: whole persons per category, both in
the same order of categories. Only the proportions of the residents matter, so 30, 25, 45 and 300, 250, 450 are alike,
but for a lot: among few residents it is drawn from other persons than among many.
Positions are counted from 0.
"""

from collections.abc import Sequence
from fractions import Fraction


def shares(residents: Sequence[int]) -> tuple[Fraction, ...]:
    """Each category's share of all residents; they add up to 1.

    ValueError where nobody is counted: there is nothing to mirror, and the caller has to say so.
    """
    total = checked(residents)
    return tuple(Fraction(number, total) for number in residents)


def checked(residents: Sequence[int], counts: Sequence[int] | None = None) -> int:
    """The number of residents. ValueError for no residents, a number below 0 or two different lists of categories."""
    if min((*residents, *(counts or ())), default=0) < 0:
        raise ValueError("There cannot be fewer than 0 persons in a category.")
    if counts is not None and len(counts) != len(residents):
        raise ValueError(f"The group has {len(counts)} categories and the residents {len(residents)}.")
    if not sum(residents):
        raise ValueError("There are no residents, so their shares cannot be told.")
    return sum(residents)
