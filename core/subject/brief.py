"""A subject said to a board in one row: a figure, a small picture, and a sentence that says what the figure does not.

A subject asks the board to take a stand (ACT) where a decision is the board's own and open: money beyond the pool,
applications without an answer, an evaluation not held, agreements beyond the room. It is to be watched (WATCH) where
something is on its way to be wrong, or rows could not be read. Otherwise it is calm.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from core.danish import count, ended, unparted
from core.subject.small import Small

ROOM = 78
"""So many letters are two lines beside the picture."""


class Attention(IntEnum):
    """What a subject asks of the board, the most first."""

    ACT = 0
    WATCH = 1
    CALM = 2

    @property
    def label(self) -> str:
        return {Attention.ACT: "Tag stilling", Attention.WATCH: "Hold øje", Attention.CALM: "Det går"}[self]


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a subject asks for attention."""

    attention: Attention
    # A Danish clause that begins with a capital: '3 evalueringer er over tid, op til 76 dage'.
    said: str
    # What the board must decide, with its figure, as a clause of the first screen's conclusion: 'tre evalueringer er
    # over tid'. Of each that asks it to act.
    decide: str = ""
    # The brief's figure says it already, so its sentence does not.
    in_figure: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    # What the figure does not say, in one or two short sentences; where no figure can be told, why not.
    sentence: str
    # With its unit, '64.500 kr.'; '' where it cannot be told.
    figure: str
    # What it is a figure of: 'af 100.000 kr. er tilbage'.
    meaning: str
    # None where there is nothing to draw.
    picture: Small | None
    attention: Attention
    # What asks for attention, the most pressing first, all of it.
    why: tuple[str, ...] = ()
    # Rows that could not be read and are in no figure.
    aside: int = 0
    # What the board must decide first, as in Reason; '' where nothing waits for it.
    decide: str = ""
    # The figure as a number, money in kroner with øre; None where it cannot be told.
    value: Decimal | None = None
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
    figure: str,
    meaning: str,
    picture: Small | None,
    reasons: Iterable[Reason],
    notes: Sequence[str] = (),
    aside: int = 0,
    *,
    value: Decimal,
) -> Brief:
    """With the attention that the reasons ask for, and rows that could not be read as the last of them.

    notes: clauses, said after the reasons where there is room; value: as in Brief.
    """
    asked = sorted(reasons, key=lambda reason: reason.attention)
    unread = (f"{count(aside, 'række kan', 'rækker kan')} ikke læses",) if aside else ()
    attentions = [*(reason.attention for reason in asked), *(Attention.WATCH for _ in unread)]
    return Brief(
        sentence=_sentence([*(reason.said for reason in asked if not reason.in_figure), *notes], unread),
        figure=figure,
        meaning=meaning,
        picture=picture,
        attention=min(attentions, default=Attention.CALM),
        why=(*(reason.said for reason in asked), *unread),
        decide=next((reason.decide for reason in asked if reason.decide), ""),
        aside=aside,
        value=value,
    )


def _sentence(clauses: Sequence[str], always: Sequence[str]) -> str:
    """The first of the clauses, those after it that there is room for, and those that must always be said."""
    last = [ended(clause) for clause in always]
    said: list[str] = []
    for clause in clauses:
        if not said or len(" ".join([*said, ended(clause), *last])) <= ROOM:
            said.append(ended(clause))
    return unparted(" ".join([*said, *last]))
