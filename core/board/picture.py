"""What a picture shows, as plain values: the same for the screen, a slide and a sheet of paper."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from core.danish import NO_BREAK_SPACE, day, kroner, number


class Unit(StrEnum):
    """What the values of a picture are counted in."""

    KRONER = "kr."
    COUNT = "antal"
    PERCENT = "%"
    OTHER = ""


@dataclass(frozen=True, slots=True)
class Series:
    """name: as the legend says it; values: one for each category, in the picture's unit (kroner, not øre; 12 for 12 %).
    good: False for what the board should look at.
    """

    name: str
    values: tuple[Decimal, ...]
    good: bool = True


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars from zero. stacked: the series of a category are parts of one whole; else they stand below each
    other. categories may have the same name twice.
    """

    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: Unit
    stacked: bool = False

    def of(self, place: int) -> tuple[Decimal, ...]:
        """What every series has for the category there."""
        return tuple(series.values[place] for series in self.series)


@dataclass(frozen=True, slots=True)
class Line:
    """points: day and value, by day; steps: a value holds until the next day; unit: what the axis is called."""

    name: str
    points: tuple[tuple[date, Decimal], ...]
    unit: str
    steps: bool = False


Picture = Bars | Line


def value_told(value: Decimal, unit: str) -> str:
    """With what it is counted in: '64.500 kr.', '12 %', '2,9'."""
    if unit == Unit.KRONER:
        return kroner(int(value * 100))
    return f"{number(value)}{NO_BREAK_SPACE}{unit}" if unit not in (Unit.COUNT, Unit.OTHER) else number(value)


def picture_in_words(picture: Picture) -> str:
    """What it shows, for whoever cannot see it."""
    if isinstance(picture, Bars):
        return "; ".join(
            f"{category}: "
            + ", ".join(
                f"{value_told(value, picture.unit)} {series.name[:1].lower()}{series.name[1:]}"
                for series, value in zip(picture.series, picture.of(place), strict=True)
            )
            for place, category in enumerate(picture.categories)
        )
    told = (f"{day(on)}: {value_told(value, picture.unit)}" for on, value in picture.points)
    return f"{picture.name}: {'; '.join(told)}"
