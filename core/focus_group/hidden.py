"""Hides small counts in figures that add up, and as many more as it takes that nobody can work them out again.

Figures that add up are a flow between points: what comes in (a total) goes out (its parts). Changing some figures
without disturbing any sum is then a round trip, up in the figures along its way and down in those against it
(Cox 1995, network models for complementary cell suppression). A hidden figure can be something else exactly when there
is a round trip through it over hidden figures only, so the cheapest round trip says what more to hide.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush


@dataclass(frozen=True, slots=True)
class Figure:
    """A count that flows from one point to another."""

    count: int
    tail: int
    head: int
    # What hiding it costs beside its size.
    dear: int = 0


def hidden_figures(figures: Sequence[Figure], threshold: int, already: Sequence[bool] | None = None) -> list[bool]:
    """Whether each figure must be hidden; at every point the counts that come in must equal those that go out.
    already: those that are hidden whatever they are, one for each figure.

    To a reader who knows the sums, the visible figures and that no count is below 0: a hidden count below the
    threshold may as well be the threshold or more, and no hidden count is known exactly.
    What somebody knows from elsewhere, or guesses from how figures are chosen, is beyond this.
    ValueError for a count or a threshold below 0.
    """
    if threshold < 0 or any(figure.count < 0 for figure in figures):
        raise ValueError("Neither counts nor the threshold can be below 0.")
    hidden = [figure.count < threshold for figure in figures]
    if already is not None:
        hidden = [small or was for small, was in zip(hidden, already, strict=True)]
    waiting = [place for place, is_hidden in enumerate(hidden) if is_hidden]
    for place in waiting:  # It grows on the way. Hiding more never makes a hidden figure easier to tell.
        before = list(hidden)
        if figures[place].count < threshold:
            _let_rise(figures, place, threshold, hidden)
        else:
            _let_move(figures, place, hidden)
        waiting.extend(other for other, was in enumerate(before) if hidden[other] and not was)
    return hidden


def _let_rise(figures: Sequence[Figure], place: int, to: int, hidden: list[bool]) -> None:
    """Hides what it takes for the figure to be as much as to: other counts with the same visible figures exist."""
    counts = [figure.count for figure in figures]
    while counts[place] < to:
        found = _round_trip(figures, counts, place, 1, hidden)
        if found is None:  # A total of nothing at all is 0, hidden or not.
            return
        _, way = found
        room = [counts[other] for other, change in way if change < 0]
        by = min([to - counts[place], *room])
        counts[place] += by
        for other, change in way:
            counts[other] += change * by
            hidden[other] = True


def _let_move(figures: Sequence[Figure], place: int, hidden: list[bool]) -> None:
    """Hides what it takes for the figure to be one more or one less."""
    counts = [figure.count for figure in figures]
    trips = [_round_trip(figures, counts, place, change, hidden) for change in (1, -1)]
    for other, _ in min((trip for trip in trips if trip), key=lambda trip: trip[0], default=(0, ()))[1]:
        hidden[other] = True


def _round_trip(
    figures: Sequence[Figure], counts: Sequence[int], place: int, change: int, hidden: Sequence[bool]
) -> tuple[int, list[tuple[int, int]]] | None:
    """The cheapest change of other figures that evens out a change of this one by 1 or -1 (Dijkstra's algorithm).

    Returns what hiding them costs (nothing for those hidden already) and (place, 1 or -1) for each.
    """
    ways: dict[int, list[tuple[int, int, int]]] = {}
    for other, figure in enumerate(figures):
        if other == place:
            continue
        ways.setdefault(figure.tail, []).append((other, 1, figure.head))
        if counts[other]:
            ways.setdefault(figure.head, []).append((other, -1, figure.tail))
    start, goal = figures[place].head, figures[place].tail
    if change < 0:
        start, goal = goal, start
    arrived: dict[int, tuple[int, int, int]] = {}
    queue = [(0, 0, start, -1, 0, start)]  # Cost, steps, point; by which figure, which way and from where.
    while queue and goal not in arrived:
        cost, steps, point, by, direction, origin = heappop(queue)
        if point in arrived:
            continue
        arrived[point] = (by, direction, origin)
        if point == goal:
            return cost, _steps_back(arrived, start, goal)
        for other, way, onward in ways.get(point, ()):
            price = 0 if hidden[other] else 1 + figures[other].count + figures[other].dear
            heappush(queue, (cost + price, steps + 1, onward, other, way, point))
    return None


def _steps_back(arrived: dict[int, tuple[int, int, int]], start: int, goal: int) -> list[tuple[int, int]]:
    way = []
    point = goal
    while point != start:
        by, direction, point = arrived[point]
        way.append((by, direction))
    return way
