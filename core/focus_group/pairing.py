"""Which of the chosen age bands goes with which of the chosen departments."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations


def paired(
    bands: Sequence[int], departments: Sequence[int], living: Mapping[tuple[int, int], int] | None = None
) -> tuple[tuple[int, int], ...]:
    """As many pairs (band, department) as there are bands, which are as many as there are departments.

    D does not depend on the pairing. Without a table the first goes with the first. living: residents per (band,
    department), as far as they may be shown: a count that is hidden must be left out, or the choice would tell of it.
    With it as many pairs as possible are ones where somebody lives, then ones where most do, then as without.
    Every order is tried: for a handful of invitations.
    """
    if not living:
        return tuple(zip(bands, departments, strict=True))

    def worth(order: Iterable[int]) -> tuple[int, int]:
        lived = [living.get(pair, 0) for pair in zip(bands, order, strict=True)]
        return sum(number > 0 for number in lived), sum(lived)

    return tuple(zip(bands, max(permutations(departments), key=worth), strict=True))
