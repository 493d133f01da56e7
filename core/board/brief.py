"""A subject said to a board in one look: one sentence, one figure, one small picture."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from core.board.picture import Bars
from core.board.subject import Subject


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
    """figure: with its unit, '64.500 kr.'; meaning: what it is a figure of, 'rest af en ramme på 100.000 kr.';
    picture: None where there is nothing to draw; why: what asks for attention, in plain Danish, the most pressing
    first; aside: rows that could not be read and are in no figure.
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


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, or that falls due, on a day."""

    on: date
    subject: Subject
    about: str
    what: str


@dataclass(frozen=True, slots=True)
class BoardOverview:
    """briefs: what asks most of the board first; since, coming: the last board meeting and the next, None where not
    known; happened: since then, oldest first; due: until the coming one (or `until`), what is overdue first.
    """

    on: date
    briefs: tuple[Brief, ...]
    since: date | None
    coming: date | None
    until: date
    happened: tuple[Event, ...]
    due: tuple[Event, ...]
