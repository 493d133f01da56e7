"""A picture in words, with its figures: for those who cannot see it, and beside it for all."""

from decimal import Decimal

from core.board.picture import Bars, Line, Picture, Unit
from core.danish import count, day, kroner, listed, number, percent
from shell.handouts.plain_text import clean


def figure(value: Decimal, unit: Unit) -> str:
    """'64.500 kr.', '12,5 %', '38'."""
    match unit:
        case Unit.KRONER:
            return kroner(round(value * 100))
        case Unit.PERCENT:
            return percent(value / 100)
        case _:
            return number(value)


def told(picture: Picture) -> str:
    """'Stablede søjler. Grøn pulje: Brugt 35.500 kr., Rest 64.500 kr.'"""
    return _bars(picture) if isinstance(picture, Bars) else _line(picture)


def _bars(bars: Bars) -> str:
    kind = "Liggende stablede søjler" if bars.stacked else "Liggende søjler"
    one = len(bars.series) == 1
    rows = []
    for place, category in enumerate(bars.categories):
        said = [
            figure(row.values[place], bars.unit) if one else f"{clean(row.name)} {figure(row.values[place], bars.unit)}"
            for row in bars.series
        ]
        rows.append(f"{clean(category)}: {', '.join(said)}")
    about = listed(clean(row.name) for row in bars.series)
    return f"{kind}: {about}. {'; '.join(rows)}."


def _line(line: Line) -> str:
    name, unit = clean(line.name), clean(line.unit)
    if not line.points:
        return f"Kurve: {name}. Ingen tal."
    values = [value for _, value in line.points]
    (first, start), (last, end) = line.points[0], line.points[-1]
    kind = "Trappekurve" if line.steps else "Kurve"
    return (
        f"{kind}: {name} ({unit}), {count(len(values), 'tal', 'tal')}. "
        f"{day(first)}: {number(start)}. {day(last)}: {number(end)}. "
        f"Lavest {number(min(values))}, højest {number(max(values))}."
    )
