"""The small picture of a subject's row on the first screen, as plain values, with words that tell its figures."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from core.danish import capital, ended, kroner_whole, number

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
    # A word or two, to stand before its amount too: 'bundet', 'på sporet'.
    name: str
    # In the picture's unit.
    value: Decimal
    role: Role


@dataclass(frozen=True, slots=True)
class Parts:
    """Kroner (not øre) as one bar of its parts, from the left; what can still be had (Role.IS) stands last."""

    parts: tuple[Part, ...]
    # In kroner, a bracket from where what can be had begins: what is asked for of it. None where nothing is.
    asked: Decimal | None = None
    # The bracket in words: 'søgt 37.900 kr.'
    asked_told: str = ""

    @property
    def words(self) -> str:
        """'Afregnet 60.000 kr.; tilbage 40.000 kr.; søgt 50.000 kr.'"""
        return _said(self.told)

    @property
    def told(self) -> tuple[str, ...]:
        """Each of those shown with its amount, at last what is asked for."""
        amounts = (f"{part.name} {kroner_whole(round(part.value * 100))}" for part in self.shown)
        return (*amounts, *filter(None, [self.asked_told]))

    @property
    def shown(self) -> tuple[Part, ...]:
        """Those of which there is anything."""
        return tuple(part for part in self.parts if part.value)


@dataclass(frozen=True, slots=True)
class Dots:
    """A dot for each of some things, by how they stand."""

    parts: tuple[Part, ...]

    @property
    def many(self) -> int:
        return int(sum(part.value for part in self.parts))

    @property
    def shown(self) -> tuple[Part, ...]:
        """Those of which there are any."""
        return tuple(part for part in self.parts if part.value)

    @property
    def words(self) -> str:
        """'På sporet 11; bagud 11; ukendt 3.'"""
        return _said(self.told)

    @property
    def told(self) -> tuple[str, ...]:
        """Each of those shown with how many they are."""
        return tuple(f"{part.name} {number(part.value)}" for part in self.shown)


@dataclass(frozen=True, slots=True)
class Column:
    # Under it, short: '2026', '30-44'.
    label: str
    value: Decimal
    # Of one above its tick that asks for attention: what is beyond the tick, and nothing below it.
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
        return _said(column.words for column in self.columns)


Small = Parts | Dots | Columns


def _said(parts: Iterable[str]) -> str:
    return ended(capital("; ".join(parts)))
