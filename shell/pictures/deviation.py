"""A group beside a population: to the left of the zero line those who are missing, to the right those who are more."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from shell.pictures.bars import Part, Row, drawing
from shell.pictures.roles import ATTENTION, IS
from shell.pictures.svg import Drawing


@dataclass(frozen=True, slots=True)
class Deviation:
    # In persons, below zero where some are missing.
    gap: Fraction
    # Those who are missing ask for attention.
    short: bool
    # The whole row, for whoever cannot see it.
    words: str


def deviations(rows: Sequence[Deviation]) -> list[Drawing]:
    """One for each, all on one scale."""
    gaps = [float(row.gap) for row in rows]
    low, high = min([0.0, *gaps]), max([0.0, *gaps])
    return [
        drawing(Row("", "", row.words, (Part(gap, ATTENTION if row.short else IS),), tick=0), low, high)
        for row, gap in zip(rows, gaps, strict=True)
    ]
