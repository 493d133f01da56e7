"""What a picture shows, as plain values: the same for the screen, a slide and a sheet of paper."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

from core.danish import NO_BREAK_SPACE, day, ended, kroner, listed, number
from core.subject.small import Role


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
    role: Role = Role.IS
    # For each category, in words, why its mark asks for attention, '' where it does not; () where none does.
    asks: tuple[str, ...] = ()
    # For each category, where they are of different roles; else ().
    roles: tuple[Role, ...] = ()

    def asks_at(self, place: int) -> str:
        return self.asks[place] if self.asks else ""

    def role_at(self, place: int) -> Role:
        if self.asks_at(place):
            return Role.ATTENTION
        return self.roles[place] if self.roles else self.role


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars from zero."""

    # May have the same name twice.
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit
    # The series of a category are parts of one whole; else they stand below each other.
    stacked: bool = False
    # Of the parts of one whole, what is asked for of the last, from where that begins; of one value.
    asked: Series | None = None

    @property
    def asked_from(self) -> Decimal:
        return sum((series.values[0] for series in self.series[:-1]), Decimal(0))

    def of(self, place: int) -> tuple[Decimal, ...]:
        """What every series has for the category there."""
        return tuple(series.values[place] for series in self.series)


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    # Day and value, by day.
    points: tuple[tuple[date, Decimal], ...]
    unit: Unit
    # A value holds until the day of the next point.
    steps: bool = False


Picture = Bars | Line

FEW_POINTS = 12
"""So many points of a curve are told one by one."""

_ANY_SIZE = Context(prec=400)


def unless_empty(bars: Bars) -> Bars | None:
    return bars if any(value for series in bars.series for value in series.values) else None


def as_shown(value: Decimal, unit: Unit) -> Decimal:
    """Rounded as a picture tells it, a half away from 0: whole kroner, but øre where there is less than one krone; else
    one decimal, of a plain number two.
    """
    decimals = {Unit.KRONER: 0 if abs(value) >= 1 else 2, Unit.OTHER: 2}.get(unit, 1)
    # Adding 0 makes 0 of -0.
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _ANY_SIZE) + 0


def value_told(value: Decimal, unit: Unit) -> str:
    """With what it is counted in: '64.500 kr.', '12,5 %', '2,9'."""
    shown = as_shown(value, unit)
    if unit is Unit.KRONER:
        return kroner(int(shown * 100))
    return f"{number(shown)}{NO_BREAK_SPACE}%" if unit is Unit.PERCENT else number(shown)


def figures(picture: Picture) -> tuple[str, ...]:
    """Every one of them, by category or by day: 'Puljen: Rest 500 kr., Bundet 20 kr.'"""
    if isinstance(picture, Line):
        return tuple(f"{day(on)}: {value_told(value, picture.unit)}" for on, value in picture.points)
    return tuple(f"{category}: {_of_category(picture, place)}" for place, category in enumerate(picture.categories))


def picture_in_words(picture: Picture) -> str:
    """What it shows, for whoever cannot see it: 'Stablede søjler: Rest, Bundet. Puljen: Rest 500 kr., Bundet 20 kr.'"""
    return _bars(picture) if isinstance(picture, Bars) else _line(picture)


def _bars(bars: Bars) -> str:
    kind = "Liggende stablede søjler" if bars.stacked else "Liggende søjler"
    return ended(f"{kind}: {listed(row.name for row in bars.series)}. {'; '.join(figures(bars))}")


def _of_category(bars: Bars, place: int) -> str:
    rows = (*bars.series, bars.asked) if bars.asked else bars.series
    said = [figure_told(series, place, bars.unit) for series in rows]
    return said[0] if len(said) == 1 else ", ".join(f"{row.name} {told}" for row, told in zip(rows, said, strict=True))


def figure_told(series: Series, place: int, unit: Unit) -> str:
    """What the series has for the category there, with why it asks for attention: '2 (for få)'."""
    told = value_told(series.values[place], unit)
    return f"{told} ({asks})" if (asks := series.asks_at(place)) else told


def _line(line: Line) -> str:
    """Every figure where they are few, else the ends and the extremes."""
    kind = f"{'Trappekurve' if line.steps else 'Kurve'}: {line.name}"
    if not line.points:
        return f"{kind}. Ingen tal."
    told = figures(line)
    if len(told) <= FEW_POINTS:
        return ended(f"{kind}. {'; '.join(told)}")
    values = [value for _, value in line.points]
    low, high = (value_told(value, line.unit) for value in (min(values), max(values)))
    return " ".join(map(ended, (f"{kind}, {number(len(told))} tal", told[0], told[-1], f"Lavest {low}, højest {high}")))
