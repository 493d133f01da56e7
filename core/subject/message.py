"""What a subject says on slides, as plain values."""

from dataclasses import dataclass
from datetime import date

from core.danish import number
from core.subject.brief import Attention
from core.subject.picture import Picture

MOST_BARS = 10
"""So many categories can be read from the back of a room."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the chair wants to tell of."""

    # The period, both days in it.
    first: date
    on: date
    # Titles.
    subjects: frozenset[str]
    # Numbers of those to be shown one by one.
    departments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SlideTable:
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    # Places of columns with numbers, which are set to the right.
    numbers: frozenset[int] = frozenset()
    # What each row asks of the board, () where that is not said; and the place of the column whose words say it.
    attention: tuple[Attention, ...] = ()
    said_in: int = 0


@dataclass(frozen=True, slots=True)
class Group:
    # What its lines are about.
    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One slide: it shows any of picture, table and lines, or else groups."""

    # The conclusion, its heading.
    sentence: str
    picture: Picture | None = None
    table: SlideTable | None = None
    lines: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    # How it was worked out.
    calculation: tuple[str, ...] = ()
    # For discussion.
    questions: tuple[str, ...] = ()
    # The subject's title, '' for what goes across; filled in where the subjects are put together.
    subject: str = ""


def shown_of(shown: int, there: int) -> tuple[str, ...]:
    """What to say of a picture that has room for some alone."""
    return (f"Billedet viser {number(shown)} af {number(there)}.",) if shown < there else ()
