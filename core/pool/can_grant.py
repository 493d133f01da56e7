"""»Kan vi bevilge dette?« The application so far, a pool and a date in; an answer with its reasons out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core import danish
from core.contract.dataset import SetAside
from core.danish import kroner
from core.pool.balance import Balance, balance_on
from core.pool.departments import bound_in_year, unplaced_in_year
from core.pool.finding import Verdict, rows_in_words
from core.pool.judge import (
    AFTER_THE_GRANT,
    Case,
    Judgement,
    case_of,
    doubts_about_departments,
    doubts_about_room,
    judge_case,
    pieces_of,
    rules_for,
    without_department,
)
from core.pool.ledger import Ledger
from core.pool.rule_set import RuleSet
from core.pool.rules.co_funding import largest_share
from core.pool.rules.department_cap import largest_split
from core.pool.rules.room import left_in_words
from core.pool.tables import Application, PoolRule
from core.pool.unread import once

ABOUT_AMOUNTS = ("cap", "room", "co_funding", "department_cap", "minimum")


@dataclass(frozen=True, slots=True)
class Largest:
    """The most that can be granted. amount: øre, None where it cannot be told or nothing sets it; because: what sets
    it, or why it cannot be told; less_for: what has to be known of the application, for it may be less.
    """

    amount: int | None
    because: str
    less_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """on: the day of the decision; verdict: KEPT is yes, BROKEN no, UNKNOWN not yet; amount: applied for, in øre;
    judgements: the rules that can be judged before a grant; later: those about invoices; missing, unsaid, unread:
    what has to be known first, each as in Finding; largest: the most the rules about amounts leave room for; before
    and free_after: the pool, øre, free_after None where no amount is known or room_unread has rows it rests on.
    """

    on: date
    verdict: Verdict
    amount: int | None
    judgements: tuple[Judgement, ...]
    later: tuple[Judgement, ...]
    missing: tuple[str, ...]
    unsaid: tuple[str, ...]
    unread: tuple[SetAside, ...]
    largest: Largest
    before: Balance
    free_after: int | None
    room_unread: tuple[SetAside, ...]
    within_period: bool
    has_rules: bool

    @property
    def nothing_left(self) -> bool:
        """Whether there is no room for any amount."""
        return self.before.free <= 0 and any(
            one.key == "room" and one.finding.verdict is Verdict.BROKEN for one in self.judgements
        )

    @property
    def not_before(self) -> date | None:
        """The deadline that it came in time for, where that is still to come: a grant before it would not be."""
        found = (one.finding.figures.get("deadline") for one in self.judgements if one.key == "deadline")
        return next((on for on in found if isinstance(on, date) and on > self.on), None)


def can_grant(draft: Application, ledger: Ledger, pool_rules: Iterable[PoolRule], on: date) -> Answer:
    """Whether a decision on the date could grant the draft. A draft with the id of an application
    in the ledger takes its place.
    """
    undecided = replace(draft, decision=None, decided=None, granted=None, closed=None, lapsed=None)
    case = case_of(undecided, ledger, on)
    rules = rules_for(case, pool_rules)
    judged = judge_case(case, rules)
    first = tuple(judgement for judgement in judged if judgement.key not in AFTER_THE_GRANT)
    before = balance_on(case.others, on)
    within_period = ledger.pool.first <= on <= ledger.pool.last
    if within_period:
        largest = _largest(case, rules, before.free)
    else:
        largest = Largest(None, "datoen ligger uden for puljens periode")
    room_unread, _ = doubts_about_room(case)
    return Answer(
        on=on,
        verdict=_verdict(case, rules, first, largest),
        amount=draft.requested,
        judgements=first,
        later=tuple(judgement for judgement in judged if judgement.key in AFTER_THE_GRANT),
        missing=_missing(undecided, first, case.amount),
        unsaid=tuple(dict.fromkeys(one.finding.unsaid for one in first if one.finding.unsaid)),
        unread=once(row for judgement in first for row in judgement.finding.unread),
        largest=largest,
        before=before,
        free_after=None if case.amount is None or room_unread else before.free - case.amount,
        room_unread=room_unread,
        within_period=within_period,
        has_rules=rules.stated,
    )


def _verdict(case: Case, rules: RuleSet, judgements: tuple[Judgement, ...], largest: Largest) -> Verdict:
    """A rule that cannot be read may be another one in the place of any, so that not even a no is sure: only the
    period is not the table's to change.
    """
    verdicts = {judgement.key: judgement.finding.verdict for judgement in judgements}
    if verdicts["within_period"] is Verdict.BROKEN:
        return Verdict.BROKEN
    if rules.unnamed or verdicts["within_period"] is Verdict.UNKNOWN:
        return Verdict.UNKNOWN
    if Verdict.BROKEN in verdicts.values() or largest.amount == 0:
        return Verdict.BROKEN
    if Verdict.UNKNOWN in verdicts.values() or not rules.stated or case.amount is None:
        return Verdict.UNKNOWN
    return Verdict.KEPT


_SAME_AS = {"periode": "aktivitetens første dag", "økonomi": "beløb"}
"""Pieces of the application that another rule asks for by a plainer name."""


def _missing(draft: Application, judgements: tuple[Judgement, ...], amount: int | None) -> tuple[str, ...]:
    keys = {judgement.key for judgement in judgements}
    pieces = [piece for piece, there in pieces_of(draft).items() if not there] if "complete" in keys else []
    named = [judgement.finding.missing for judgement in judgements if judgement.key != "complete"]
    said = [name for name in named if name] + (["beløb"] if amount is None else [])
    return tuple(dict.fromkeys([*(piece for piece in pieces if _SAME_AS.get(piece) not in said), *said]))


def _largest(case: Case, rules: RuleSet, free: int) -> Largest:
    if rows := _unread_behind(case, rules):
        return Largest(None, rows_in_words(rows))
    limits: list[tuple[int, str]] = []
    less_for: list[str] = []
    values: dict[str, Any] = {key: rule.value for key, rule in rules.in_force.items()}
    if "room" in values:
        limits.append((max(free, 0), left_in_words(free)))
    if "cap" in values:
        limits.append((values["cap"], f"loftet pr. projekt er {kroner(values['cap'])}"))
    if "co_funding" in values:
        if (cost := case.application.total_cost) is None:
            less_for.append("projektets samlede udgift")
        else:
            share = f"{danish.fraction(values['co_funding'])} af den samlede udgift"
            limits.append((largest_share(cost, values["co_funding"]), f"puljen kan betale højst {share}"))
    if "department_cap" in values:
        if unplaced := unplaced_in_year(case.others, case.decided_on):
            return Largest(None, f"det er ikke oplyst, {without_department(unplaced).unsaid}")
        if case.departments:
            had = bound_in_year(case.others, case.decided_on)
            cap = values["department_cap"]
            left = [cap - had[name] for name in case.departments]
            limits.append((largest_split(left), f"loftet pr. afdeling pr. år er {kroner(cap)}"))
        else:
            less_for.append("afdeling")
    if not limits:
        return Largest(None, "ingen af puljens regler sætter et højeste beløb", tuple(less_for))
    largest, because = min(limits, key=lambda limit: limit[0])
    if 0 < largest < values.get("minimum", 0):
        return Largest(0, f"det mindste beløb er {kroner(values['minimum'])}, og {because}")
    return Largest(largest, because, tuple(less_for) if largest else ())


def _unread_behind(case: Case, rules: RuleSet) -> tuple[SetAside, ...]:
    """The rows that cannot be read, and that the most that can be granted rests on."""
    rows = list(rules.cannot_be_read(ABOUT_AMOUNTS))
    if "room" in rules.in_force:
        rows += doubts_about_room(case)[0]
    if "department_cap" in rules.in_force:
        rows += doubts_about_departments(case)[0]
    return once(rows)
