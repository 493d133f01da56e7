"""Lying bars: a list in Markdown, each row with its name, its figure in words, and a drawing as wide as the row is.

A drawing holds no letters, so names wrap and bars have all the width there is, on a phone too.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from shell.pictures.roles import ENDED, HAIRLINE, IS, NAMES, PAPER, PLANNED
from shell.pictures.svg import Drawing, document, element

_DRAWINGS_REMEMBERED = 1024
# A drawing's own units: of its width, stretched to what the row has, and pixels of its height.
_WIDTH, _EDGE = 1000, 3
_ABOVE, _BETWEEN, _BELOW = 4, 2, 4
_BRACKET = 10
_EDGES = {PLANNED: PLANNED, PAPER: ENDED}
"""Of what is hollow."""


@dataclass(frozen=True, slots=True)
class Part:
    # Counted as the row's others are.
    amount: float
    # A role's; what is planned is an outline, and PAPER what is nothing or not known.
    color: str = IS


@dataclass(frozen=True, slots=True)
class Bracket:
    """What is asked for."""

    begins: float
    ends: float
    color: str = PLANNED


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
    # Under the bars.
    bracket: Bracket | None = None
    # Pixels of each bar's height.
    thick: int = 16

    @property
    def bars(self) -> tuple[tuple[Part, ...], ...]:
        return (self.parts, *self.below)


def in_markdown(rows: Sequence[Row], *, whole: float = 0) -> str:
    """All of them on one scale. whole: what the scale reaches at least, 1 for shares of a whole."""
    low, high = _reach(rows, whole)
    return "\n".join(f"- *{row.name}* **{row.told}** {drawing(row, low, high).in_markdown()}" for row in rows)


def legend(entries: Sequence[tuple[Drawing, str]]) -> str:
    """entries: a mark and what it is in Markdown, in the order of the bars."""
    return "\n".join(f"- {mark.in_markdown()} {told}" for mark, told in entries)


def swatch(color: str) -> Drawing:
    return Drawing(document(14, 14, [_box(1, 12, 1, 12, color)]), NAMES[color])


def tick_swatch() -> Drawing:
    return Drawing(document(14, 14, [_line([(7, 0), (7, 14)], PLANNED, 3)]), "Streg")


def bracket_swatch(color: str) -> Drawing:
    return Drawing(document(14, 14, [_under(1, 13, 5, color)]), "Klamme")


@lru_cache(_DRAWINGS_REMEMBERED)
def drawing(row: Row, low: float, high: float) -> Drawing:
    """low, high: what lies at the left edge and at the right."""
    reach = high - low or 1

    def at(amount: float) -> float:
        return _EDGE + (amount - low) / reach * (_WIDTH - 2 * _EDGE)

    drawn: list[str] = []
    for place, bar in enumerate(row.bars):
        drawn += _bar(bar, at, _ABOVE + place * (row.thick + _BETWEEN), row.thick)
    bottom = _ABOVE + len(row.bars) * (row.thick + _BETWEEN) - _BETWEEN
    height = bottom + _BELOW
    if low < 0:
        drawn.append(_line([(at(0), 0), (at(0), height)], HAIRLINE, 1))
    if row.tick is not None:
        drawn += [_line([(at(row.tick), 0), (at(row.tick), height)], *seen) for seen in ((PAPER, 6), (PLANNED, 3))]
    if row.bracket:
        left, right = at(row.bracket.begins), at(row.bracket.ends)
        drawn.append(_under(left, right, bottom + 3, row.bracket.color))
        height = bottom + _BRACKET
    return Drawing(document(_WIDTH, height, drawn, stretched=True), row.words)


def _reach(rows: Sequence[Row], whole: float) -> tuple[float, float]:
    ends = [0.0, whole]
    for row in rows:
        for bar in row.bars:
            ends += [sum(part.amount for part in bar if part.amount > 0)]
            ends += [sum(part.amount for part in bar if part.amount < 0)]
        ends += [row.tick or 0]
        if row.bracket:
            ends += [row.bracket.begins, row.bracket.ends]
    return min(ends), max(ends)


def _bar(bar: Sequence[Part], at: Callable[[float], float], top: float, thick: int) -> list[str]:
    """What touches has a white gap between."""
    drawn, seams = [], []
    ends = {True: 0.0, False: 0.0}
    for part in bar:
        if not part.amount:
            continue
        begins = ends[part.amount > 0]
        ends[part.amount > 0] = begins + part.amount
        left, right = sorted((at(begins), at(begins + part.amount)))
        drawn.append(_box(left, right - left, top, thick, part.color))
        if begins:
            seams.append(_line([(at(begins), top), (at(begins), top + thick)], PAPER, 1))
    return drawn + seams


def _box(left: float, width: float, top: float, thick: int, color: str) -> str:
    if edge := _EDGES.get(color):
        corners = {"x": left, "y": top + 1, "width": width, "height": thick - 2}
        return element("rect", {**corners, "fill": PAPER, **_stroke(edge, 2)})
    return element("rect", {"x": left, "y": top, "width": width, "height": thick, "fill": color})


def _line(points: Sequence[tuple[float, float]], color: str, pixels: float) -> str:
    told = " ".join(f"{x:.6g},{y:.6g}" for x, y in points)
    return element("polyline", {"points": told, "fill": "none", **_stroke(color, pixels)})


def _stroke(color: str, pixels: float) -> dict[str, object]:
    """As wide however the drawing is stretched."""
    return {"stroke": color, "stroke-width": pixels, "vector-effect": "non-scaling-stroke"}


def _under(left: float, right: float, top: float, color: str) -> str:
    ends = top + 5
    return _line([(left, top), (left, ends), (right, ends), (right, top)], color, 2)
