"""What a picture shows, as plain values: the same for the screen, a slide and a sheet of paper."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.danish import count, day, ended, kroner, listed, number, percent


class Unit(StrEnum):
    """What the values of a picture are counted in."""

    KRONER = "kr."
    COUNT = "antal"
    PERCENT = "%"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Series:
    # As the legend says it.
    name: str
    # One for each category, in the picture's unit (kroner, not øre; 12 for 12 %).
    values: tuple[Decimal, ...]
    # False for what the board should look at.
    good: bool = True


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars from zero."""

    # May have the same name twice.
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit
    # The series of a category are parts of one whole; else they stand below each other.
    stacked: bool = False

    def of(self, place: int) -> tuple[Decimal, ...]:
        """What every series has for the category there."""
        return tuple(series.values[place] for series in self.series)


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    # Day and value, by day.
    points: tuple[tuple[date, Decimal], ...]
    # What the axis is called.
    unit: str
    # A value holds until the day of the next point.
    steps: bool = False


Picture = Bars | Line


def unless_empty(bars: Bars) -> Bars | None:
    return bars if any(value for series in bars.series for value in series.values) else None


def value_told(value: Decimal, unit: str) -> str:
    """With what it is counted in: '64.500 kr.', '12,5 %', '2,9'."""
    match unit:
        case Unit.KRONER:
            return kroner(round(value * 100))
        case Unit.PERCENT:
            return percent(value / 100)
        case _:
            return number(value)


def picture_in_words(picture: Picture) -> str:
    """What it shows, for whoever cannot see it: 'Stablede søjler: Rest, Bundet. Puljen: Rest 500 kr., Bundet 20 kr.'"""
    return _bars(picture) if isinstance(picture, Bars) else _line(picture)


def _bars(bars: Bars) -> str:
    kind = "Liggende stablede søjler" if bars.stacked else "Liggende søjler"
    one = len(bars.series) == 1
    rows = []
    for place, category in enumerate(bars.categories):
        figures = [value_told(value, bars.unit) for value in bars.of(place)]
        said = figures if one else [f"{row.name} {told}" for row, told in zip(bars.series, figures, strict=True)]
        rows.append(f"{category}: {', '.join(said)}")
    return ended(f"{kind}: {listed(row.name for row in bars.series)}. {'; '.join(rows)}")


def _line(line: Line) -> str:
    if not line.points:
        return f"Kurve: {line.name}. Ingen tal."
    values = [value for _, value in line.points]
    (first, start), (last, end) = line.points[0], line.points[-1]
    return (
        f"{'Trappekurve' if line.steps else 'Kurve'}: {line.name} ({line.unit}), {count(len(values), 'tal', 'tal')}. "
        f"{day(first)}: {number(start)}. {day(last)}: {number(end)}. "
        f"Lavest {number(min(values))}, højest {number(max(values))}."
    )
