"""What a subject tells of one department, as plain values."""

from dataclasses import dataclass
from enum import Enum, auto


class Holds(Enum):
    """What a column holds. Only text wraps, and amounts of money stand to the right."""

    TEXT = auto()
    DATE = auto()
    STATUS = auto()
    AMOUNT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    # With its unit.
    heading: str
    holds: Holds = Holds.TEXT


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[str, ...]
    # What the address of the subject's own screen has for what the first cell names; empty where it has no view of it.
    query: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One thing told, with a heading of its own."""

    heading: str
    # Whole sentences: what the rows come to, or that there are none.
    told: str
    # A clause to follow the department's name in the conclusion: 'har 2 ambassadører'; '' for nothing.
    clause: str = ""
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    # Rows of the data that may be the department's and could not be read.
    aside: int = 0
    # The address of the subject's screen; filled in where the subjects are put together.
    address: str = ""
