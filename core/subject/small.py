"""The small picture of a subject's row on the first screen, as plain values, with words that tell its figures."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from core.danish import ended, kroner_whole, listed, number

MOST_DOTS = 60
"""From so many on, dots are a bar."""


class Role(Enum):
    """What a mark stands for; its colour and form follow from it."""

    # What is.
    IS = auto()
    # What asks for attention.
    ATTENTION = auto()
    # What is used up or finished.
    ENDED = auto()
    # What is promised, allowed, asked for or expected.
    PLANNED = auto()
    # Nothing there, or not known.
    NONE = auto()


@dataclass(frozen=True, slots=True)
class Part:
    # To stand after its amount: 'bundet', 'på sporet'.
    name: str
    # In the picture's unit.
    value: Decimal
    role: Role


@dataclass(frozen=True, slots=True)
class Parts:
    """Kroner (not øre) as one bar of its parts, from the left."""

    parts: tuple[Part, ...]
    # In kroner, a bracket from where the last part begins: what is asked for of it. None where nothing is.
    asked: Decimal | None = None
    # The bracket in words: 'søgt 37.900 kr.'
    asked_told: str = ""

    @property
    def words(self) -> str:
        """'60.000 kr. afregnet og 40.000 kr. tilbage; søgt 50.000 kr.'"""
        told = listed(f"{kroner_whole(round(part.value * 100))} {part.name}" for part in self.parts if part.value)
        return ended("; ".join(filter(None, (told, self.asked_told))))


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot for each of some things, by how they stand."""

    parts: tuple[Part, ...]

    @property
    def shown(self) -> tuple[Part, ...]:
        """Those of which there are any."""
        return tuple(part for part in self.parts if part.value)

    @property
    def words(self) -> str:
        """'11 på sporet, 11 bagud og 3 ukendt.'"""
        return ended(listed(f"{number(part.value)} {part.name}" for part in self.shown))


@dataclass(frozen=True, slots=True)
class Column:
    # Under it, short: '2026', '30-44'.
    label: str
    value: Decimal
    role: Role
    # All of it in words: '2026: 6 aftaler, plads til 5'.
    words: str
    # A tick across it: what it is held against.
    tick: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Standing bars from a zero line, up or down, in their order."""

    columns: tuple[Column, ...]

    @property
    def words(self) -> str:
        return ended("; ".join(column.words for column in self.columns))


Small = Parts | Dots | Columns
