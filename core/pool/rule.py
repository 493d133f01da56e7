"""What is said of one of the rules that a pool can have. Each file in core/pool/rules/ says it of its own."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.pool.case import Case, Doubts, no_doubts
from core.pool.finding import Finding
from core.pool.ledger import Ledger
from core.pool.rule_values import ValueKind
from core.pool.tables import Pool
from core.subject.event import Event

LAST = 1000


@dataclass(frozen=True, slots=True)
class Limit:
    """What a rule leaves for one application, in øre."""

    # None where it cannot be told.
    amount: int | None
    # Why it is so much, or cannot be told, as a clause.
    because: str = ""
    # What has to be known of the application first, for until then no more can be said than that it may be less.
    lacking: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    # Its name in code.
    key: str
    # Its name in the sheet and on the screens.
    name: str
    # Where the rule itself comes from: a guideline, or organisations that have it.
    source: str
    # What stands in »Værdi«. None for a rule that is in no sheet.
    value: ValueKind | None
    # The verdict on an application, by the rule's value.
    judged: Callable[[Case, Any], Finding]
    # Where it stands among the others, the lowest first; rules of one place by name.
    place: int = LAST
    # Fields of Application that it needs, for the form behind »Kan vi bevilge dette?«.
    asks: tuple[str, ...] = ()
    # Which rows that cannot be read its verdict rests on, beside the application's own.
    doubts: Callable[[Case], Doubts] = no_doubts
    # What it leaves for the application; None where it sets no limit.
    most: Callable[[Case, Any], Limit | None] | None = None
    # The least that it lets be granted.
    least: Callable[[Any], Limit] | None = None
    # The most that any project can get, whatever else is known of it, in øre.
    cap: Callable[[Any], int] | None = None
    # What falls due by it for everybody, from a date (not in it) to another,
    due: Callable[[Ledger, Any, date, date], Iterable[Event]] | None = None
    # and what does for one grant, overdue or to come.
    due_of: Callable[[Case, Any], Event | None] | None = None
    # Whether it can first be answered when there is a grant.
    after_grant: bool = False
    # Whether it is a text to be seen, and not to be kept or broken.
    informs: bool = False
    # Why it holds for a pool whose sheet says nothing of it. None: then it does not hold.
    implied: Callable[[Pool], str] | None = None

    @property
    def dispensable(self) -> bool:
        """Whether an application can be excepted from it: not from what holds by itself, nor from a mere text."""
        return self.value is not None and self.implied is None and not self.informs

    @property
    def about_amounts(self) -> bool:
        """Whether it bears on how much can be granted."""
        return self.most is not None or self.least is not None
