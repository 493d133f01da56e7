"""How far an indicator has come: the way to its target as an outline, filled as far as it is, with a tick where it
should be; hollow where that is not known. A limit to be held has no way to go: there the bar is the value, and the tick
the limit.
"""

from fractions import Fraction

from shell.pictures.bars import Part, Row, drawing
from shell.pictures.roles import ATTENTION, IS, PAPER, PLANNED
from shell.pictures.svg import Drawing

_LEAST = Fraction(1, 80)
"""Of the width: what is measured is seen, also where it has come nowhere or the wrong way."""


def bullet(words: str, come: Fraction | None, expected: Fraction | None, *, good: bool) -> Drawing:
    """come, expected: shares of the way. come: None where it is not known; drawn within the way."""
    way: tuple[Part, ...] = (Part(1, PAPER),)
    if come is not None:
        filled = float(min(max(come, _LEAST), Fraction(1)))
        way = (Part(filled, _color(good)), Part(1 - filled, PLANNED))
    return drawing(Row("", "", words, way, tick=None if expected is None else float(expected)), 0, 1)


def held(words: str, value: float | None, limit: float, *, good: bool | None) -> Drawing:
    """Both from zero. value: None where there is none; good: None, and hollow, where it cannot be told."""
    shown = () if value is None else (Part(value, PAPER if good is None else _color(good)),)
    ends = (0.0, value or 0.0, limit)
    return drawing(Row("", "", words, shown, tick=limit), min(ends), max(ends))


def _color(good: bool) -> str:
    return IS if good else ATTENTION
