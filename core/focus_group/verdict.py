"""Is the group as even as a lot would make it, and which categories are short?"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.focus_group.chance import Chance
from core.focus_group.seats import seats

BOUNDARY = 0.05
HALF_A_SEAT = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class WithinLot:
    # No more uneven than a lot would give.
    within: bool
    # False where a simulated chance is so near the boundary that it could be on the other side of it.
    sure: bool


def within_lot(chance: Chance, boundary: float = BOUNDARY) -> WithinLot:
    """Within when a lot gives a D at least as large with a probability of boundary or more (5 % is custom, not law)."""
    sure = chance.exact or abs(chance.at_least - boundary) > chance.uncertainty
    return WithinLot(chance.at_least >= boundary, sure)


@dataclass(frozen=True, slots=True)
class Shortage:
    # The category's position.
    place: int
    # How many persons it lacks, above 0.
    seats: Fraction


def shortages(
    counts: Sequence[int], residents: Sequence[int], at_least: Fraction = HALF_A_SEAT
) -> tuple[Shortage, ...]:
    """The categories that lack at_least seats or more, most first; equal ones by larger share, then as given.

    Whole persons cannot come nearer than half a seat, so less is no shortage. None in a group of 0.
    ValueError as in shares.
    """
    short = [Shortage(place, -seat.gap) for place, seat in enumerate(seats(counts, residents)) if seat.gap < 0]
    return tuple(
        sorted(
            (one for one in short if one.seats >= at_least),
            key=lambda one: (-one.seats, -residents[one.place], one.place),
        )
    )
