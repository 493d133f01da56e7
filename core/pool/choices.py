"""Where there is not room for all that waits: what a no to some of it leaves room for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.danish import ended, kroner, listed, number
from core.pool.balance import balance_on
from core.pool.can_grant import Answer, can_grant
from core.pool.finding import Verdict
from core.pool.in_turn import Turn, with_grant
from core.pool.ledger import Ledger
from core.pool.rule_table import PoolRule
from core.pool.tables import Application

_TRIED = 8
"""So many are tried as the one to refuse, those that ask for most: the work grows with what waits, and no faster."""
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """In the order they came. What there may not be room for is in neither, and has room set aside all the same."""

    refused: tuple[Application, ...]
    # There is room for all of these together,
    room_for: tuple[Application, ...]
    # of which these lack something else before they can get a yes.
    lacking: tuple[Application, ...]
    # Øre free in the pool then; None where it cannot be told what one of the others asks for.
    left: int | None
    # Applications that wait.
    among: int


def choices(turns: Sequence[Turn], ledger: Ledger, pool_rules: Iterable[PoolRule], on: date) -> tuple[Choice, ...]:
    """A yes to each in turn as far as there is room; before it the no to another that leaves room for more, or that
    is the only no. None where no yes stands in the way of another.
    """
    if not any(turn.alone.verdict is not Verdict.BROKEN and turn.verdict is Verdict.BROKEN for turn in turns):
        return ()
    rules = tuple(pool_rules)
    as_they_came = _choice(turns, ledger, rules, on)
    take_room = [turn for turn in turns if turn.application not in as_they_came.refused]
    tried = sorted(take_room, key=lambda turn: (turn.asked is not None, -(turn.asked or 0)))[:_TRIED]
    others = [_choice(turns, ledger, rules, on, turn) for turn in turns if turn in tried]
    better = [one for one in others if _leaves_more_room(one, as_they_came)]
    best = sorted(better, key=lambda one: (-len(one.room_for), len(one.refused)))[:1]
    return tuple(one for one in (*best, as_they_came) if one.room_for and one.refused)


def choice_in_words(choice: Choice) -> str:
    """'Siger I nej til Forårsfestival, er der plads til de 3 andre, og 3.469,50 kr. er tilbage.'"""
    told = f"Siger I nej til {_named(choice.refused)}, er der plads til {_others(choice)}"
    told = ended(told if choice.left is None else f"{told}, og {kroner(choice.left)} er tilbage")
    if choice.lacking:
        told += f" Om {_named(choice.lacking)} kan få ja, kan ikke siges endnu."
    return told


def _leaves_more_room(one: Choice, as_they_came: Choice) -> bool:
    if set(one.room_for) <= set(as_they_came.room_for):
        return False
    return len(one.room_for) > len(as_they_came.room_for) or len(one.refused) == 1


def _choice(
    turns: Sequence[Turn], ledger: Ledger, rules: tuple[PoolRule, ...], on: date, without: Turn | None = None
) -> Choice:
    """without: one that gets a no, whatever there is room for."""
    refused: list[Application] = []
    room_for: list[Application] = []
    lacking: list[Application] = []
    unknown = False
    for turn in turns:
        one = turn.application
        never = turn is without or turn.alone.verdict is Verdict.BROKEN
        answer = turn.alone if never else can_grant(one, ledger, rules, on)
        if never or answer.verdict is Verdict.BROKEN:
            refused.append(one)
            continue
        if _has_room(answer) and not unknown:
            room_for.append(one)
            lacking += [one] if answer.verdict is Verdict.UNKNOWN else []
        ledger, unknown = with_grant(ledger, one, on), unknown or turn.asked is None
    left = None if unknown else balance_on(ledger, on).free
    return Choice(tuple(refused), tuple(room_for), tuple(lacking), left, len(turns))


def _has_room(answer: Answer) -> bool:
    """Whatever else of it cannot be told."""
    if answer.verdict is Verdict.UNKNOWN:
        most, asked = answer.largest, answer.amount
        return bool(asked and most.amount and asked <= most.amount and not most.less_for)
    return answer.verdict is Verdict.KEPT


def _others(choice: Choice) -> str:
    they = len(choice.room_for)
    if they == 1 or they + len(choice.refused) < choice.among:
        return _named(choice.room_for)
    return f"de {number(they)} andre"


def _named(applications: Sequence[Application]) -> str:
    names = [one.project for one in applications]
    if len(names) > _NAMED + 1:
        names = [*names[:_NAMED], f"{number(len(names) - _NAMED)} andre"]
    return listed(names)
