"""From which categories of one attribute the next persons should come."""

from collections.abc import Sequence

from core.focus_group.shares import checked


def best_additions(
    counts: Sequence[int], residents: Sequence[int], more: int, limits: Sequence[int] | None = None
) -> tuple[int, ...]:
    """The positions of the categories for more persons, most helpful first; no other choice gives a smaller D.

    The size afterwards is known, so each category's part of D depends on its own count alone and bends upwards; then
    taking the best single step again and again is exact (Fox 1966). Equally good: where most persons are missing, then
    the larger share, then the first.
    Nobody comes from a category without residents, nor more from one than its limit; where that leaves fewer than
    asked for, all of them are given. ValueError for more below 0 or limits of another length, and as in shares.
    """
    total = checked(residents, counts)
    room = capacity(residents, more, limits)
    more = min(more, sum(room))
    size = sum(counts) + more
    now = list(counts)
    chosen: list[int] = []
    for _ in range(more):
        best = min(
            (place for place, left in enumerate(room) if left),
            key=lambda place: (
                _change(now[place], residents[place], size, total),
                now[place] * total - size * residents[place],
                -residents[place],
                place,
            ),
        )
        now[best] += 1
        room[best] -= 1
        chosen.append(best)
    return tuple(chosen)


def capacity(residents: Sequence[int], more: int, limits: Sequence[int] | None = None) -> list[int]:
    """How many of more persons each category can give. ValueError as in best_additions."""
    if more < 0:
        raise ValueError("Fewer than 0 persons cannot be invited.")
    if limits is not None and len(limits) != len(residents):
        raise ValueError(f"There are limits for {len(limits)} categories and residents for {len(residents)}.")
    limits = [more] * len(residents) if limits is None else limits
    return [max(min(more, limit), 0) if number else 0 for limit, number in zip(limits, residents, strict=True)]


def _change(count: int, number: int, size: int, total: int) -> int:
    """What one person more does to 2 * D * size * total."""
    return abs((count + 1) * total - size * number) - abs(count * total - size * number)
