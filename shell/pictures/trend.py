"""Which way a value has gone, as small as a word; the course that is explored is in charts.py."""

from collections.abc import Callable, Sequence
from datetime import date

from shell.pictures.roles import IS
from shell.pictures.svg import Drawing, document, element

_WIDTH, _HEIGHT, _DOT = 80, 24, 3


def trend(words: str, points: Sequence[tuple[date, float]]) -> Drawing:
    """points: by day; fewer than two are no course and drawn as nothing."""
    if len(points) < 2:
        return Drawing(document(_WIDTH, _HEIGHT, []), words)
    days, values = [on.toordinal() for on, _ in points], [value for _, value in points]
    across, up = _scale(days[0], days[-1], _WIDTH), _scale(min(values), max(values), _HEIGHT)
    placed = [(across(on), _HEIGHT - up(value)) for on, value in zip(days, values, strict=True)]
    line = {"points": " ".join(f"{x:.5g},{y:.5g}" for x, y in placed), "fill": "none", "stroke": IS, "stroke-width": 2}
    x, y = placed[-1]
    newest = {"cx": x, "cy": y, "r": _DOT, "fill": IS}
    return Drawing(document(_WIDTH, _HEIGHT, [element("polyline", line), element("circle", newest)]), words)


def _scale(low: float, high: float, length: float) -> Callable[[float], float]:
    """From one edge to the other with room for the dot; in the middle where all is the same."""
    room = length - 2 * _DOT
    return lambda value: _DOT + room * ((value - low) / (high - low) if high > low else 0.5)
