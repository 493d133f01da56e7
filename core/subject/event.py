"""Something of a subject that happened, or that falls due."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Event:
    """Said together: '15. jun. 2024: Fællesspisning, tilsagn, 8.000 kr.'"""

    # None where the day is not told, as of who joins a small group, or where it has none, as what waits has.
    on: date | None
    # A name as typed, or a word for what it is.
    about: str
    # A Danish clause to stand after it.
    what: str
    # The subject's title; filled in where the subjects are put together.
    subject: str = ""
    # What the board is asked to decide, in short: 'søger 18.500 kr.'; '' where it is not the board's.
    asks: str = ""
    # Its place among those of its subject that wait for the board, in the order they came.
    turn: int = 0
    # The screen where it is decided, '' for the subject's own, and what its address has for it.
    address: str = ""
    query: tuple[tuple[str, str], ...] = ()
    # Numbers of the departments it concerns; none where it concerns no one of them more than the others.
    departments: tuple[str, ...] = ()
