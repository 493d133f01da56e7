"""»Kan vi bevilge dette?« The application so far, a pool and a date in; an answer with its reasons out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.contract.dataset import SetAside
from core.pool.balance import Balance, balance_on
from core.pool.case import Case, case_of, doubts_about_room
from core.pool.finding import Verdict, rows_in_words
from core.pool.judge import Judgement, judge_case, rules_for
from core.pool.ledger import Ledger
from core.pool.rule import Rule
from core.pool.rule_set import RuleSet
from core.pool.rule_table import PoolRule
from core.pool.rulebook import RULES
from core.pool.tables import Application
from core.pool.unread import once


@dataclass(frozen=True, slots=True)
class Largest:
    """The most that can be granted."""

    # Øre; None where it cannot be told or nothing sets it.
    amount: int | None
    # What sets it, or why it cannot be told.
    because: str
    # What has to be known of the application, for it may be less.
    less_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    # The day of the decision.
    on: date
    # KEPT is yes, BROKEN no, UNKNOWN not yet.
    verdict: Verdict
    # Applied for, in øre.
    amount: int | None
    # The rules that can be judged before a grant, and those that cannot.
    judgements: tuple[Judgement, ...]
    later: tuple[Judgement, ...]
    # What has to be known first, each as in Finding.
    missing: tuple[str, ...]
    unsaid: tuple[str, ...]
    unread: tuple[SetAside, ...]
    # The most that the rules about amounts leave room for.
    largest: Largest
    # The pool before, and øre free after: None where no amount is known or room_unread has rows it rests on.
    before: Balance
    free_after: int | None
    room_unread: tuple[SetAside, ...]
    within_period: bool
    has_rules: bool

    @property
    def nothing_left(self) -> str:
        """Why there is no room for any amount, '' where there is or it cannot be told."""
        broken = (one.finding for one in self.judgements if one.finding.verdict is Verdict.BROKEN)
        return next((finding.nothing for finding in broken if finding.nothing), "")

    @property
    def not_before(self) -> date | None:
        """The day that has to come first, for a grant before it would not be within the rules."""
        days = (one.finding.not_before for one in self.judgements)
        return max((day for day in days if day and day > self.on), default=None)


def can_grant(draft: Application, ledger: Ledger, pool_rules: Iterable[PoolRule], on: date) -> Answer:
    """Whether a decision on the date could grant the draft. A draft with the id of an application
    in the ledger takes its place.
    """
    undecided = replace(draft, decision=None, decided=None, granted=None, closed=None, lapsed=None)
    case = case_of(undecided, ledger, on)
    rules = rules_for(case, pool_rules)
    judged = judge_case(case, rules)
    first = tuple(one for one in judged if one.kind is None or not one.kind.after_grant)
    later = tuple(one for one in judged if one.kind and one.kind.after_grant)
    before = balance_on(case.others, on)
    within_period = ledger.pool.first <= on <= ledger.pool.last
    largest = _largest(case, rules) if within_period else Largest(None, "datoen ligger uden for puljens periode")
    room_unread, _ = doubts_about_room(case)
    return Answer(
        on=on,
        verdict=_verdict(case, rules, first, largest),
        amount=draft.requested,
        judgements=first,
        later=later,
        missing=_missing(first, case.amount),
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
    """A rule that cannot be read may be another one in the place of any, so that not even a no is sure: only what is
    in no sheet is not the table's to change.
    """
    sure = {one.finding.verdict for one in judgements if one.kind and one.kind.value is None}
    verdicts = {one.finding.verdict for one in judgements}
    if Verdict.BROKEN in sure:
        return Verdict.BROKEN
    if rules.unnamed or Verdict.UNKNOWN in sure:
        return Verdict.UNKNOWN
    if Verdict.BROKEN in verdicts or largest.amount == 0:
        return Verdict.BROKEN
    if Verdict.UNKNOWN in verdicts or not rules.stated or case.amount is None:
        return Verdict.UNKNOWN
    return Verdict.KEPT


_SAME_AS = {"periode": "aktivitetens første dag", "økonomi": "beløb"}
"""Pieces of the application that another rule asks for by a plainer name."""


def _missing(judgements: tuple[Judgement, ...], amount: int | None) -> tuple[str, ...]:
    pieces = [piece for one in judgements for piece in one.finding.pieces]
    said = [one.finding.missing for one in judgements if one.finding.missing and not one.finding.pieces]
    said += ["beløb"] if amount is None else []
    return tuple(dict.fromkeys([*(piece for piece in pieces if _SAME_AS.get(piece) not in said), *said]))


def _largest(case: Case, rules: RuleSet) -> Largest:
    if rows := _unread_behind(case, rules):
        return Largest(None, rows_in_words(rows))
    in_force = [(rule, rules.in_force[rule.key].value) for rule in _binding(case) if rule.key in rules.in_force]
    # Of two that leave as much, what holds for every pool is named first.
    in_force.sort(key=lambda found: found[0].implied is None)
    limits = [limit for rule, value in in_force if rule.most and (limit := rule.most(case, value))]
    less_for = tuple(limit.lacking for limit in limits if limit.lacking)
    known = [(limit.amount, limit.because) for limit in limits if limit.amount is not None]
    if untold := next((limit for limit in limits if limit.amount is None and not limit.lacking), None):
        return Largest(None, untold.because)
    if not known:
        return Largest(None, "ingen af puljens regler sætter et højeste beløb", less_for)
    largest, because = min(known, key=lambda limit: limit[0])
    for least in (rule.least(value) for rule, value in in_force if rule.least):
        if 0 < largest < (least.amount or 0):
            return Largest(0, f"{least.because}, og {because}")
    return Largest(largest, because, less_for if largest else ())


def _unread_behind(case: Case, rules: RuleSet) -> tuple[SetAside, ...]:
    """The rows that cannot be read, and that the most that can be granted rests on."""
    about_amounts = [rule for rule in _binding(case) if rule.about_amounts]
    rows = list(rules.cannot_be_read(about_amounts))
    for rule in about_amounts:
        if rule.key in rules.in_force:
            rows += rule.doubts(case)[0]
            rows += case.may_except_from(rule.name) if rule.dispensable else ()
    return once(rows)


def _binding(case: Case) -> list[Rule]:
    """The rules that the application is not excepted from."""
    return [rule for rule in RULES if not (rule.dispensable and case.dispensation_from(rule.name))]
