"""The small pictures of the first screen's rows: a drawing, and below it what is to be read, as text in the page's own
letters.
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import ceil

from core.subject.brief import Attention
from core.subject.small import MOST_DOTS, Column, Columns, Dots, Part, Parts, Role, Small
from shell.drawing.text import plain
from shell.pictures import roles
from shell.pictures.svg import Drawing, document, element

_PICTURES_REMEMBERED = 64
_WIDTH = 280
_BAR = 14
"""How thick a bar is."""
_BRACKET = 8
"""How far below the bar it reaches."""
_LEAST = 2.0
"""What there is little of is still seen."""
_DOT = 14.0
"""From one dot to the next, where there is room for them on two lines."""
_COLUMNS = 34
"""How high they are."""
_WIDEST_COLUMN = 36.0
_LETTER = 7.5
"""So wide is a letter of a label."""
_MARK = 12


@lru_cache(_PICTURES_REMEMBERED)
def in_markdown(small: Small) -> str:
    """With a list below it: what its marks mean; of columns in their order, the label of each."""
    return "\n".join([drawing(small).in_markdown(), "", *_below(small)])


def drawing(small: Small) -> Drawing:
    match small:
        case Parts():
            return Drawing(_amounts(small), small.words)
        case Dots() if small.many < MOST_DOTS:
            return Drawing(_dots(small), small.words)
        case Dots():
            return Drawing(_shares(small), small.words)
        case Columns():
            return Drawing(_columns(small), small.words)


def legend(small: Parts | Dots) -> tuple[Drawing, ...]:
    """The mark of each part that is shown, at last that of what is asked for. Beside its meaning, so without words."""
    mark = _circle if isinstance(small, Dots) and small.many < MOST_DOTS else _square
    drawn = [mark(part.role) for part in small.shown]
    if isinstance(small, Parts) and small.asked is not None:
        role = Role.ATTENTION if small.asked > _left(small) else Role.PLANNED
        drawn.append(_line(f"M1 3V{_MARK - 2}H{_MARK - 1}V3", role))
    return tuple(map(_mark, drawn))


@cache
def status_mark(attention: Attention) -> Drawing:
    """Beside its word."""
    path = {
        Attention.ACT: "M6 0V7M6 9.5V12",
        Attention.WATCH: "M0.5 6Q6 -0.5 11.5 6Q6 12.5 0.5 6ZM5 6H7",
        Attention.CALM: "M1 6.5L4.5 10L11 2.5",
    }[attention]
    return _mark(element("path", {"d": path, "fill": "none", "stroke": roles.INK, "stroke-width": 2}))


def _below(small: Small) -> Iterator[str]:
    if isinstance(small, Columns):
        yield from (f"1. {label}" for label in _labels(small))
        return
    names = [part.name for part in small.shown]
    if isinstance(small, Parts) and small.asked is not None:
        names.append(small.asked_told)
    for mark, name in zip(legend(small), names, strict=True):
        yield f"- {mark.in_markdown()} {plain(name)}"


def _mark(drawn: str) -> Drawing:
    return Drawing(document(_MARK, _MARK, [drawn]), "")


def _square(role: Role) -> str:
    return _box(0.5, 0.5, _MARK - 1.0, _MARK - 1.0, role)


def _circle(role: Role) -> str:
    return _dot(_MARK / 2, _MARK / 2, _MARK / 2 - 1, role)


def _box(x: float, y: float, width: float, height: float, role: Role) -> str:
    """Its line, where it has one, is within it."""
    line = 1.5 if role in (Role.PLANNED, Role.NONE) else 0.0
    width, height = max(width - line, 0.5), max(height - line, 0.5)
    box = {"x": x + line / 2, "y": y + line / 2, "width": width, "height": height, "fill": roles.FILLS[role]}
    return element("rect", box | ({"stroke": roles.PLANNED, "stroke-width": line} if line else {}))


def _dot(x: float, y: float, radius: float, role: Role) -> str:
    hollow = {"stroke": roles.PLANNED, "stroke-width": 1.5} if role in (Role.PLANNED, Role.NONE) else {}
    return element("circle", {"cx": x, "cy": y, "r": radius - 0.75 * bool(hollow), "fill": roles.FILLS[role], **hollow})


def _line(path: str, role: Role) -> str:
    colour = roles.ATTENTION if role is Role.ATTENTION else roles.PLANNED
    return element("path", {"d": path, "fill": "none", "stroke": colour, "stroke-width": 2})


def _bar(parts: Sequence[Part], whole: float) -> Iterator[str]:
    """Parts from the left, with a gap of one pixel between them."""
    x = 0.0
    for part in parts:
        width = _length(part, whole)
        yield _box(x, 0.0, max(width - 1, _LEAST), float(_BAR), part.role)
        x += width


def _length(part: Part, whole: float) -> float:
    return max(float(part.value), 0.0) / whole * _WIDTH if whole else 0.0


def _amounts(parts: Parts) -> str:
    before = sum(max(float(part.value), 0.0) for part in parts.shown) - _left(parts)
    asked = float(parts.asked or 0)
    whole = before + max(_left(parts), asked)
    drawn = [*_bar(parts.shown, whole)]
    if asked:
        places = (before, before + min(asked, _left(parts)), before + asked)
        drawn += _bracket(*(1 + place / whole * (_WIDTH - 2) for place in places))
    return document(_WIDTH, _BAR + _BRACKET, drawn)


def _bracket(start: float, enough: float, end: float) -> Iterator[str]:
    """Below the bar; what is more than enough asks for attention."""
    top, bottom = _BAR + 1, _BAR + _BRACKET - 1
    closed = f"V{top}"
    if enough > start:
        yield _line(f"M{start:.6g} {top}V{bottom}H{enough:.6g}{closed if enough == end else ''}", Role.PLANNED)
    if end > enough:
        opened = "" if enough > start else f"{top}V"
        yield _line(f"M{enough:.6g} {opened}{bottom}H{end:.6g}{closed}", Role.ATTENTION)


def _left(parts: Parts) -> float:
    """What can still be had."""
    return float(sum(part.value for part in parts.parts if part.role is Role.IS))


def _shares(dots: Dots) -> str:
    return document(_WIDTH, _BAR, [*_bar(dots.shown, float(dots.many))])


def _dots(dots: Dots) -> str:
    """On two lines at most."""
    roles_of = [part.role for part in dots.parts for _ in range(int(part.value))]
    apart = min(_DOT, _WIDTH / ceil(len(roles_of) / 2)) if roles_of else _DOT
    in_line = int(_WIDTH / apart + 0.001)
    drawn = [
        _dot((place % in_line + 0.5) * apart, (place // in_line + 0.5) * apart, apart / 2 - 1, role)
        for place, role in enumerate(roles_of)
    ]
    return document(_WIDTH, apart * ceil(len(roles_of) / in_line), drawn)


def _columns(columns: Columns) -> str:
    values = [float(column.value) for column in columns.columns]
    ticks = [float(column.tick) for column in columns.columns if column.tick is not None]
    most, least = max(0.0, *values, *ticks), min(0.0, *values)
    scale = (_COLUMNS - 4) / ((most - least) or 1)
    zero = 2 + most * scale
    slot = _WIDTH / len(values)
    wide = min(_WIDEST_COLUMN, slot * 0.6)
    drawn = [_rule(0, _WIDTH, zero, roles.HAIRLINE, 2)]
    for place, column in enumerate(columns.columns):
        middle = (place + 0.5) * slot
        for first, last, role in _stretches(column):
            top, high = zero - max(first, last) * scale, abs(last - first) * scale
            drawn.append(_box(middle - wide / 2, top, wide, high, role))
        if column.tick is not None:
            y = zero - float(column.tick) * scale
            reach = min(wide / 2 + 6, slot / 2)
            ends = (middle - reach, middle + reach)
            drawn += [_rule(*ends, y, roles.PAPER, 4), _rule(*ends, y, roles.PLANNED, 2)]
    return document(_WIDTH, _COLUMNS, drawn)


def _stretches(column: Column) -> Iterator[tuple[float, float, Role]]:
    """From where, to where, on the column's own scale."""
    value, tick = float(column.value), None if column.tick is None else float(column.tick)
    if column.role is Role.ATTENTION and tick is not None and value > tick:
        if tick:
            yield 0.0, tick, Role.IS
        yield tick, value, Role.ATTENTION
    elif value:
        yield 0.0, value, column.role


def _rule(left: float, right: float, y: float, colour: str, thick: float) -> str:
    return element("rect", {"x": left, "y": y - thick / 2, "width": right - left, "height": thick, "fill": colour})


def _labels(columns: Columns) -> Iterator[str]:
    """Where all have not room, those of the first and the last."""
    labels = [column.label for column in columns.columns]
    fit = max(map(len, labels)) * _LETTER <= _WIDTH / len(labels)
    for place, label in enumerate(labels):
        yield plain(label) if fit or place in (0, len(labels) - 1) else "&nbsp;"
