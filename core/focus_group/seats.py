"""How many seats each category would have if the group mirrored the residents, and how far it is from that."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.focus_group.shares import checked, shares


@dataclass(frozen=True, slots=True)
class Seat:
    """One category, in persons."""

    count: int
    # As many as the category's share of the residents makes of all members.
    expected: Fraction
    # count - expected, below 0 where the group is short.
    gap: Fraction


def seats(counts: Sequence[int], residents: Sequence[int]) -> tuple[Seat, ...]:
    """Every category in the order given; the gaps add up to 0. A group of 0 has no seats and no gaps.

    ValueError as in shares.
    """
    checked(residents, counts)
    n = sum(counts)
    return tuple(
        Seat(count, n * share, count - n * share) for count, share in zip(counts, shares(residents), strict=True)
    )
