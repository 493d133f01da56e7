"""Lying bars: a list in Markdown, each row with its name, its figure in words, and a drawing as wide as the row is.

A drawing holds no letters, so names wrap and bars have all the width there is, on a phone too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shell.pictures.roles import HAIRLINE, INK, IS, NAMES, PAPER, PLANNED
from shell.pictures.svg import Drawing, document, element

# A drawing's own units: of its width, stretched to what the row has, and pixels of its height.
_WIDTH, _EDGE = 1000, 3
_ABOVE, _THICK, _BETWEEN, _BELOW = 4, 16, 2, 4
_BRACKET = 10


@dataclass(frozen=True, slots=True)
class Part:
    # Counted as the row's others are.
    amount: float
    # A role's; that of what is planned is drawn as an outline.
    color: str = IS


@dataclass(frozen=True, slots=True)
class Row:
    # Markdown.
    name: str
    # The figure in words, Markdown.
    told: str
    # The whole row in words, for whoever cannot see it.
    words: str
    # From zero, one after the other; what is below zero the other way.
    parts: tuple[Part, ...]
    # More bars of the row, below the first.
    below: tuple[tuple[Part, ...], ...] = ()
    # What is planned or allowed: a tick across the bars.
    tick: float | None = None
    # What is asked for, from and to: a bracket under the bars.
    bracket: tuple[float, float] | None = None

    @property
    def bars(self) -> tuple[tuple[Part, ...], ...]:
        return (self.parts, *self.below)


def in_markdown(rows: Sequence[Row], *, whole: float = 0) -> str:
    """All of them on one scale. whole: what the scale reaches at least, 1 for shares of a whole."""
    low, high = _reach(rows, whole)
    return "\n".join(f"- *{row.name}* **{row.told}** {drawing(row, low, high).in_markdown()}" for row in rows)


def legend(entries: Sequence[tuple[str, str]]) -> str:
    """entries: a role's colour and what it is in Markdown, in the order of the bars."""
    return "\n".join(f"- {_swatch(color).in_markdown()} {told}" for color, told in entries)


def drawing(row: Row, low: float, high: float) -> Drawing:
    """low, high: what lies at the left edge and at the right."""
    reach = high - low or 1

    def at(amount: float) -> float:
        return _EDGE + (amount - low) / reach * (_WIDTH - 2 * _EDGE)

    drawn: list[str] = []
    for place, bar in enumerate(row.bars):
        drawn += _bar(bar, at, _ABOVE + place * (_THICK + _BETWEEN))
    bottom = _ABOVE + len(row.bars) * (_THICK + _BETWEEN) - _BETWEEN
    height = bottom + _BELOW
    if low < 0:
        drawn.append(_line([(at(0), 0), (at(0), height)], HAIRLINE, 1))
    if row.tick is not None:
        drawn.append(_line([(at(row.tick), 0), (at(row.tick), height)], INK, 3))
    if row.bracket:
        left, right = map(at, row.bracket)
        ends = bottom + _BRACKET - 2
        drawn.append(_line([(left, bottom + 3), (left, ends), (right, ends), (right, bottom + 3)], PLANNED, 2))
        height = bottom + _BRACKET
    return Drawing(document(_WIDTH, height, drawn, stretched=True), row.words)


def _reach(rows: Sequence[Row], whole: float) -> tuple[float, float]:
    ends = [0.0, whole]
    for row in rows:
        for bar in row.bars:
            ends += [sum(part.amount for part in bar if part.amount > 0)]
            ends += [sum(part.amount for part in bar if part.amount < 0)]
        ends += [row.tick or 0, *(row.bracket or ())]
    return min(ends), max(ends)


def _bar(bar: Sequence[Part], at: Callable[[float], float], top: float) -> list[str]:
    """What touches has a white gap between."""
    drawn, seams = [], []
    ends = {True: 0.0, False: 0.0}
    for part in bar:
        if not part.amount:
            continue
        begins = ends[part.amount > 0]
        ends[part.amount > 0] = begins + part.amount
        left, right = sorted((at(begins), at(begins + part.amount)))
        drawn.append(_box(left, right - left, top, part.color))
        if begins:
            seams.append(_line([(at(begins), top), (at(begins), top + _THICK)], PAPER, 1))
    return drawn + seams


def _box(left: float, width: float, top: float, color: str) -> str:
    if color == PLANNED:
        corners = {"x": left, "y": top + 1, "width": width, "height": _THICK - 2}
        return element("rect", {**corners, "fill": PAPER, **_stroke(PLANNED, 2)})
    return element("rect", {"x": left, "y": top, "width": width, "height": _THICK, "fill": color})


def _line(points: Sequence[tuple[float, float]], color: str, pixels: float) -> str:
    told = " ".join(f"{x:.6g},{y:.6g}" for x, y in points)
    return element("polyline", {"points": told, "fill": "none", **_stroke(color, pixels)})


def _stroke(color: str, pixels: float) -> dict[str, object]:
    """As wide however the drawing is stretched."""
    return {"stroke": color, "stroke-width": pixels, "vector-effect": "non-scaling-stroke"}


def _swatch(color: str) -> Drawing:
    size = {"x": 1, "y": 1, "width": 12, "height": 12}
    hollow = {"fill": PAPER, **_stroke(PLANNED, 2)} if color == PLANNED else {"fill": color}
    return Drawing(document(14, 14, [element("rect", {**size, **hollow})]), NAMES[color])
