"""What a picture shows, as plain values: the same for the screen, a slide and a sheet of paper."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


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


@dataclass(frozen=True, slots=True)
class Line:
    """points: day and value, by day; steps: a value holds until the next day; unit: what the axis is called."""

    name: str
    points: tuple[tuple[date, Decimal], ...]
    unit: str
    steps: bool = False


Picture = Bars | Line
