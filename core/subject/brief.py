"""A subject said to a board in one look: one sentence, one figure, one small picture.

A subject asks the board to take a stand (ACT) where a decision is the board's own and open: money beyond the pool,
applications without an answer, an evaluation not held, agreements beyond the room. It is to be watched (WATCH) where
something is on its way to be wrong, or rows could not be read. Otherwise it is calm.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum

from core.danish import count
from core.subject.picture import Bars


class Attention(IntEnum):
    """What a subject asks of the board, the most first."""

    ACT = 0
    WATCH = 1
    CALM = 2

    @property
    def label(self) -> str:
        return {Attention.ACT: "Tag stilling", Attention.WATCH: "Hold øje", Attention.CALM: "Det går"}[self]


Reason = tuple[Attention, str]
"""What is asked, and why: a Danish clause that begins with a capital."""


@dataclass(frozen=True, slots=True)
class Brief:
    # The conclusion, in plain Danish with the figure in it.
    sentence: str
    # With its unit, '64.500 kr.'; '' where it cannot be told.
    figure: str
    # What it is a figure of: 'rest af en ramme på 100.000 kr.'
    meaning: str
    # None where there is nothing to draw.
    picture: Bars | None
    attention: Attention
    # What asks for attention, the most pressing first.
    why: tuple[str, ...] = ()
    # Rows that could not be read and are in no figure.
    aside: int = 0
    # What it is called where its subject has several briefs, and what the address of its screen has for it.
    name: str = ""
    query: tuple[tuple[str, str], ...] = ()
    # The subject's title and the address of its screen; filled in where the subjects are put together.
    subject: str = ""
    address: str = ""

    @property
    def title(self) -> str:
        return self.name or self.subject


def brief_of(
    sentence: str, figure: str, meaning: str, picture: Bars | None, reasons: Iterable[Reason], aside: int
) -> Brief:
    """With the attention that the reasons ask for, and rows that could not be read as the last of them."""
    asked = sorted(reasons, key=lambda reason: reason[0])
    if aside:
        asked.append((Attention.WATCH, f"{count(aside, 'række kan', 'rækker kan')} ikke læses"))
    attention = asked[0][0] if asked else Attention.CALM
    return Brief(sentence, figure, meaning, picture, attention, tuple(why for _, why in asked), aside)
