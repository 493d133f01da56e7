"""A subject said to a board in one look: one sentence, one figure, one small picture."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from core.subject.picture import Bars
from core.subject.subject import Subject


class Attention(IntEnum):
    """What a subject asks of the board, the most first."""

    ACT = 0
    WATCH = 1
    CALM = 2

    @property
    def told(self) -> str:
        return {Attention.ACT: "Tag stilling", Attention.WATCH: "Hold øje", Attention.CALM: "Det går"}[self]


@dataclass(frozen=True, slots=True)
class Brief:
    """figure: with its unit, '64.500 kr.', '' where it cannot be told; meaning: what it is a figure of, 'rest af en
    ramme på 100.000 kr.'; picture: None where there is nothing to draw; why: what asks for attention, in plain Danish,
    the most pressing first; aside: rows that could not be read and are in no figure; pool: its id, name: what it is
    called where a subject stands more than once.
    """

    subject: Subject
    address: str
    sentence: str
    figure: str
    meaning: str
    picture: Bars | None
    attention: Attention
    why: tuple[str, ...]
    aside: int
    pool: str = ""
    name: str = ""

    @property
    def title(self) -> str:
        return self.name or self.subject


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or that falls due. on: None where the day is not told, as of who joins a small group."""

    on: date | None
    subject: Subject
    about: str
    what: str


@dataclass(frozen=True, slots=True)
class BoardOverview:
    """briefs: what asks most of the board first; since, coming: the last board meeting and the next, None where not
    known; until: the day of the coming meeting, else three months on; happened: since the last, oldest first; due:
    from before the date, when it is overdue, to until; unused: subjects of which nothing is typed; aside: title of a
    table -> its rows that could not be read and count nowhere.
    """

    on: date
    briefs: tuple[Brief, ...]
    since: date | None
    coming: date | None
    until: date
    happened: tuple[Event, ...]
    due: tuple[Event, ...]
    unused: tuple[Subject, ...] = ()
    aside: tuple[tuple[str, int], ...] = ()

    def overdue(self, event: Event) -> bool:
        return event.on is not None and event.on < self.on
