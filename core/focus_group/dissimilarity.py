"""D, the index of dissimilarity (Duncan & Duncan 1955): the share of the group that would have to be somebody else."""

from collections.abc import Sequence
from fractions import Fraction

from core.focus_group.largest_remainder import nearest_counts
from core.focus_group.seats import seats
from core.focus_group.shares import checked


def dissimilarity(counts: Sequence[int], residents: Sequence[int]) -> Fraction | None:
    """D = 1/2 * sum of |n_c/n - q_c|, from 0 (a mirror) to 1 (only where nobody lives); None for a group of 0.

    ValueError as in shares.
    """
    parts = dissimilarity_parts(counts, residents)
    return None if parts is None else sum(parts, Fraction(0))


def dissimilarity_parts(counts: Sequence[int], residents: Sequence[int]) -> tuple[Fraction, ...] | None:
    """What each category adds to D, in the order given; None for a group of 0. ValueError as in shares."""
    checked(residents, counts)
    n = sum(counts)
    return tuple(abs(seat.gap) / (2 * n) for seat in seats(counts, residents)) if n else None


def smallest_dissimilarity(n: int, residents: Sequence[int]) -> Fraction | None:
    """D_best: the smallest D that any group of n persons could have; None for a group of 0. ValueError as in shares."""
    return dissimilarity(nearest_counts(n, residents), residents)
