"""The group of n persons that comes nearest to the residents, by largest remainder (Hamilton's method)."""

from collections.abc import Sequence

from core.focus_group.shares import checked


def nearest_counts(n: int, residents: Sequence[int]) -> tuple[int, ...]:
    """Whole persons per category, n together: the whole part of n * q, and one more where the remainder is largest.

    No other group of n has a smaller D, because D falls most where the largest part of a person is missing. Equal
    remainders go to the larger share, then to the first. ValueError for n below 0, and as in shares.
    """
    total = checked(residents)
    if n < 0:
        raise ValueError("There cannot be fewer than 0 persons in a group.")
    whole = [n * number // total for number in residents]
    by_remainder = sorted(
        range(len(residents)), key=lambda place: (-(n * residents[place] % total), -residents[place], place)
    )
    more = set(by_remainder[: n - sum(whole)])
    return tuple(number + (place in more) for place, number in enumerate(whole))
