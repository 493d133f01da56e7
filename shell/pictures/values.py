"""A picture that is plain values, as bars on a screen."""

from collections.abc import Sequence
from decimal import Decimal

from core.subject.picture import Bars, Series, figure_told, value_told
from core.subject.small import Role
from shell.drawing.text import plain
from shell.pictures import roles
from shell.pictures.bars import Bracket, Part, Row, bracket_swatch, swatch, tick_swatch
from shell.pictures.svg import Drawing


def rows_of(picture: Bars) -> list[Row]:
    """Parts of one whole follow each other; else a bar for each series, and a tick for what is planned."""
    return [_row(picture, place) for place in range(len(picture.categories))]


def legend_of(picture: Bars) -> list[tuple[Drawing, str]]:
    """Nothing for one series. The parts of one category alone have their figures here."""
    if len(picture.series) < 2:
        return []
    return [(_swatch(picture, series), _named(picture, series)) for series in _told_of(picture)]


def _named(picture: Bars, series: Series) -> str:
    name = plain(series.name)
    return f"{name} **{plain(figure_told(series, 0, picture.unit))}**" if _alone(picture) else name


def _told_of(picture: Bars) -> tuple[Series, ...]:
    return (*picture.series, picture.asked) if picture.asked else picture.series


def _swatch(picture: Bars, series: Series) -> Drawing:
    if series is picture.asked:
        return bracket_swatch(roles.COLORS[series.role])
    return tick_swatch() if series is _ticked(picture) else swatch(roles.COLORS[series.role])


def _row(picture: Bars, place: int) -> Row:
    category = picture.categories[place]
    figures = [figure_told(series, place, picture.unit) for series in _told_of(picture)]
    named = zip(_told_of(picture), figures, strict=True)
    words = figures if len(figures) == 1 else [f"{series.name} {told}" for series, told in named]
    ticked = _ticked(picture)
    parts = [_part(series, place) for series in picture.series if series is not ticked]
    bars = [tuple(parts)] if picture.stacked else [(part,) for part in parts]
    return Row(
        plain(category),
        plain(value_told(sum(picture.of(place), Decimal(0)), picture.unit) if _alone(picture) else " · ".join(figures)),
        f"{category}: {', '.join(words)}",
        bars[0] if bars else (),
        tuple(bars[1:]),
        tick=float(ticked.values[place]) if ticked else None,
        bracket=_bracket(picture.asked, float(picture.asked_from)) if picture.asked else None,
    )


def _bracket(asked: Series, begins: float) -> Bracket:
    return Bracket(begins, begins + float(asked.values[0]), roles.COLORS[asked.role])


def _alone(picture: Bars) -> bool:
    return picture.stacked and len(picture.categories) == 1


def _ticked(picture: Bars) -> Series | None:
    """What is planned, beside a bar of what is."""
    planned: Sequence[Series] = [] if picture.stacked else [one for one in picture.series if one.role is Role.PLANNED]
    return planned[0] if planned and len(picture.series) > 1 else None


def _part(series: Series, place: int) -> Part:
    return Part(float(series.values[place]), roles.COLORS[series.role_at(place)])
