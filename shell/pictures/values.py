"""A picture that is plain values, as bars on a screen."""

from collections.abc import Sequence
from decimal import Decimal

from core.subject.picture import Bars, Series, value_told
from core.subject.small import Role
from shell.drawing.text import plain
from shell.pictures import roles
from shell.pictures.bars import Part, Row, swatch, tick_swatch
from shell.pictures.svg import Drawing

COLORS = {
    Role.IS: roles.IS,
    Role.ATTENTION: roles.ATTENTION,
    Role.ENDED: roles.ENDED,
    Role.PLANNED: roles.PLANNED,
    Role.NONE: roles.PAPER,
}


def rows_of(picture: Bars) -> list[Row]:
    """Parts of one whole follow each other; else a bar for each series, and a tick for what is planned."""
    return [_row(picture, place) for place in range(len(picture.categories))]


def legend_of(picture: Bars) -> list[tuple[Drawing, str]]:
    """Nothing for one series. The parts of one category alone have their figures here."""
    if len(picture.series) < 2:
        return []
    ticked = _ticked(picture)
    return [
        (
            tick_swatch() if series is ticked else swatch(COLORS[series.role]),
            f"{plain(series.name)} **{plain(_told(picture, series, 0))}**" if _alone(picture) else plain(series.name),
        )
        for series in picture.series
    ]


def _row(picture: Bars, place: int) -> Row:
    category = picture.categories[place]
    figures = [_told(picture, series, place) for series in picture.series]
    named = zip(picture.series, figures, strict=True)
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
    )


def _alone(picture: Bars) -> bool:
    return picture.stacked and len(picture.categories) == 1


def _ticked(picture: Bars) -> Series | None:
    """What is planned, beside a bar of what is."""
    planned: Sequence[Series] = [] if picture.stacked else [one for one in picture.series if one.role is Role.PLANNED]
    return planned[0] if planned and len(picture.series) > 1 else None


def _part(series: Series, place: int) -> Part:
    return Part(float(series.values[place]), COLORS[series.role_at(place)])


def _told(picture: Bars, series: Series, place: int) -> str:
    told = value_told(series.values[place], picture.unit)
    return f"{told} ({asks})" if (asks := series.asks_at(place)) else told
