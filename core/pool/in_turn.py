"""What waits for an answer, in the order it came: each by itself, and as if all before it got what they ask for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.danish import count, day, number, sort_key
from core.pool.can_grant import Answer, can_grant
from core.pool.finding import Verdict
from core.pool.ledger import Ledger
from core.pool.position import Status, status_on
from core.pool.rule_table import PoolRule
from core.pool.sentences import answer_in_words
from core.pool.tables import Application, Decision


@dataclass(frozen=True, slots=True)
class Turn:
    application: Application
    # As if no other one waited.
    alone: Answer
    # With those before it granted.
    after_others: Answer
    # What somebody before it asks for is not known, so neither is what is left for this one.
    after_unknown: bool

    @property
    def asked(self) -> int | None:
        return _asked(self.application)

    @property
    def verdict(self) -> Verdict:
        verdicts = (self.alone.verdict, self.after_others.verdict)
        if Verdict.BROKEN in verdicts:
            return Verdict.BROKEN
        return Verdict.UNKNOWN if self.after_unknown else max(verdicts, key=(Verdict.KEPT, Verdict.UNKNOWN).index)

    @property
    def left(self) -> int | None:
        """Øre left in the pool when this one and those before it are granted, negative where they are more than it has;
        None where it cannot be told.
        """
        return None if self.after_unknown else self.after_others.free_after

    @property
    def in_words(self) -> str:
        if self.alone.verdict is Verdict.BROKEN:
            return answer_in_words(self.alone)
        if self.after_others.verdict is Verdict.BROKEN:
            return "Nej, hvis de foregående får ja"
        if self.alone.verdict is Verdict.UNKNOWN:
            return answer_in_words(self.alone)
        if self.verdict is Verdict.UNKNOWN:
            return "Kan ikke siges: det er ukendt, hvad en før den søger om"
        return f"Ja, men først når fristen {day(first)} er nået" if (first := self.after_others.not_before) else "Ja"


def waiting_on(ledger: Ledger, on: date) -> tuple[Application, ...]:
    """In the order they came: of two on one day, the one with the lower number first."""
    waiting = (one for one in ledger.applications if status_on(one, on) is Status.PENDING)
    return tuple(sorted(waiting, key=lambda one: (one.received, sort_key(one.id))))


def in_turn(ledger: Ledger, pool_rules: Iterable[PoolRule], on: date) -> tuple[Turn, ...]:
    pool_rules = tuple(pool_rules)
    turns: list[Turn] = []
    granted, unknown = ledger, False
    for one in waiting_on(ledger, on):
        alone, after_others = (can_grant(one, these, pool_rules, on) for these in (ledger, granted))
        turns.append(Turn(one, alone, after_others, unknown))
        granted = with_grant(granted, one, on)
        unknown = unknown or _asked(one) is None
    return tuple(turns)


def turns_in_words(turns: Sequence[Turn]) -> str:
    """'Af 4 ansøgninger, der venter på svar, kan 1 bevilges, og 3 kan ikke.' turns: one at least."""
    verdicts = Counter(turn.verdict for turn in turns)
    waits = count(len(turns), "ansøgning", "ansøgninger")
    if len(verdicts) == 1:
        return f"{waits} venter på svar, og {_all_of_them(len(turns), turns[0].verdict)}."
    granted, refused, untold = (verdicts[one] for one in (Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN))
    clauses = [f"kan {number(granted)} bevilges"] if granted else []
    if refused:
        clauses.append(f"{number(refused)} kan ikke" if granted else f"kan {number(refused)} ikke bevilges")
    if untold:
        clauses.append(f"for {number(untold)} kan det ikke siges endnu")
    return f"Af {waits}, der venter på svar, {', '.join(clauses[:-1])}, og {clauses[-1]}."


def _all_of_them(turns: int, verdict: Verdict) -> str:
    one = turns == 1
    match verdict:
        case Verdict.KEPT:
            return "den kan bevilges" if one else f"de kan {'begge' if turns == 2 else 'alle'} bevilges"
        case Verdict.BROKEN:
            return "den kan ikke bevilges, som den er" if one else "ingen af dem kan bevilges, som de er"
        case _:
            return f"det kan ikke siges endnu, om {'den' if one else 'de'} kan bevilges"


def _asked(application: Application) -> int | None:
    """Øre; to ask for nothing is not to say how much."""
    return application.requested if application.requested and application.requested > 0 else None


def with_grant(ledger: Ledger, one: Application, on: date) -> Ledger:
    granted = replace(one, decision=Decision.GRANT, decided=on, granted=_asked(one) or 0, closed=None, lapsed=None)
    others = ledger.without(one.id)
    return replace(others, applications=(*others.applications, granted))
