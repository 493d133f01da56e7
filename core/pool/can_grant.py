"""»Kan vi bevilge dette?« The application so far, a pool and a date in; an answer with its reasons out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from core import danish
from core.contract.rows import Application, PoolRule
from core.danish import kroner
from core.pool.balance import Balance, balance_on
from core.pool.departments import bound_by_department
from core.pool.finding import Verdict
from core.pool.judge import AFTER_THE_GRANT, Case, Judgement, case_of, judge_case, pieces_of
from core.pool.ledger import Ledger
from core.pool.rule_set import rules_on
from core.pool.rules.co_funding import largest_share


@dataclass(frozen=True, slots=True)
class Answer:
    """verdict: KEPT is yes, BROKEN no, UNKNOWN not yet; judgements: the rules that can be judged before a
    grant; later: those about invoices; missing: what has to be known first; largest: the most the rules
    about amounts leave room for, in øre; because: what sets it; before and free_after: the pool, øre.
    """

    verdict: Verdict
    judgements: tuple[Judgement, ...]
    later: tuple[Judgement, ...]
    missing: tuple[str, ...]
    largest: int
    because: str
    before: Balance
    free_after: int | None
    within_period: bool
    has_rules: bool


def can_grant(draft: Application, ledger: Ledger, pool_rules: Iterable[PoolRule], on: date) -> Answer:
    """Whether a decision on the date could grant the draft. A draft with the id of an application
    in the ledger takes its place.
    """
    undecided = replace(draft, decision=None, decided=None, granted=None, closed=None, lapsed=None)
    case = case_of(undecided, ledger, on)
    rules = rules_on(pool_rules, ledger.pool.name, on)
    judged = judge_case(case, rules)
    first = tuple(judgement for judgement in judged if judgement.key not in AFTER_THE_GRANT)
    before = balance_on(case.others, on)
    within_period = ledger.pool.first <= on <= ledger.pool.last
    largest, because = _largest(case, rules, before.free)
    return Answer(
        verdict=_verdict(first, within_period, bool(rules)),
        judgements=first,
        later=tuple(judgement for judgement in judged if judgement.key in AFTER_THE_GRANT),
        missing=_missing(undecided, first),
        largest=largest,
        because=because,
        before=before,
        free_after=None if draft.requested is None else before.free - draft.requested,
        within_period=within_period,
        has_rules=bool(rules),
    )


def _verdict(judgements: tuple[Judgement, ...], within_period: bool, has_rules: bool) -> Verdict:
    verdicts = {judgement.finding.verdict for judgement in judgements}
    if Verdict.BROKEN in verdicts or not within_period:
        return Verdict.BROKEN
    return Verdict.UNKNOWN if Verdict.UNKNOWN in verdicts or not has_rules else Verdict.KEPT


_SAME_AS = {"periode": "aktivitetens første dag", "økonomi": "beløb"}
"""Pieces of the application that another rule asks for by a plainer name."""


def _missing(draft: Application, judgements: tuple[Judgement, ...]) -> tuple[str, ...]:
    keys = {judgement.key for judgement in judgements}
    pieces = [piece for piece, there in pieces_of(draft).items() if not there] if "complete" in keys else []
    named = [judgement.finding.missing for judgement in judgements if judgement.key != "complete"]
    said = [name for name in named if name]
    return tuple(dict.fromkeys([*(piece for piece in pieces if _SAME_AS.get(piece) not in said), *said]))


def _largest(case: Case, rules: Mapping[str, Any], free: int) -> tuple[int, str]:
    limits: list[tuple[int, str]] = [(max(free, 0), f"puljen har {kroner(free)} tilbage")]
    if rule := rules.get("cap"):
        limits.append((rule.value, f"loftet pr. projekt er {kroner(rule.value)}"))
    if (rule := rules.get("co_funding")) and case.application.total_cost is not None:
        share = f"{danish.fraction(rule.value)} af den samlede udgift"
        limits.append((largest_share(case.application.total_cost, rule.value), f"puljen højst betaler {share}"))
    if (rule := rules.get("department_cap")) and case.departments:
        had = bound_by_department(case.others, case.decided_on, case.decided_on.year)
        left = [rule.value - had[name] for name in case.departments]
        limits.append((_largest_split(left), f"loftet pr. afdeling pr. år er {kroner(rule.value)}"))
    largest, because = min(limits, key=lambda limit: limit[0])
    if (rule := rules.get("minimum")) and largest < rule.value:
        return 0, f"det mindste beløb er {kroner(rule.value)}, og {because}"
    return largest, because


def _largest_split(left: list[int]) -> int:
    """The largest amount whose even split gives nobody more than is left: all get the least,
    and as many of the first as have room take one øre more.
    """
    least = min(left)
    if least < 0:  # Even a part of nothing leaves that department above its cap.
        return 0
    extra = next((place for place, room in enumerate(left) if room == least), 0)
    return least * len(left) + extra
