"""All the rules a pool has, applied to one application as it stood on a date."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.danish import listed
from core.pool.balance import balance_on
from core.pool.departments import bound_in_year, unplaced_in_year
from core.pool.finding import Finding, Verdict, doubted, unread, unsaid
from core.pool.ledger import Ledger
from core.pool.position import Status, paid_on, position_on, status_on
from core.pool.rule_set import RuleSet, period_rule, rule_set, source_of
from core.pool.rule_values import RULE_KIND_BY_KEY
from core.pool.rules.before_activity import before_activity
from core.pool.rules.cap import cap
from core.pool.rules.co_funding import co_funding
from core.pool.rules.complete import complete
from core.pool.rules.days_before import days_before
from core.pool.rules.deadline import deadline
from core.pool.rules.department_cap import department_cap
from core.pool.rules.length import length
from core.pool.rules.minimum import minimum
from core.pool.rules.not_begun import not_begun
from core.pool.rules.organisation_name import organisation_name
from core.pool.rules.purpose import purpose
from core.pool.rules.room import room
from core.pool.rules.third_party import third_party
from core.pool.rules.within_grant import within_grant
from core.pool.rules.within_period import within_period
from core.pool.tables import Application, Invoice, PoolRule
from core.pool.unread import (
    Rows,
    once,
    unread_grants,
    unread_grants_of_the_year,
    unread_invoices,
    unread_payments,
    unread_pools,
    unread_rules,
)

AFTER_THE_GRANT = frozenset({"third_party", "organisation_name", "within_grant"})
"""Rules about invoices: nothing to answer before there is a grant."""


@dataclass(frozen=True, slots=True)
class Case:
    """One application under judgement. amount: granted, else applied for (øre), None where nothing is; granted: None
    without a grant; decided_on: the day of the decision, the as-of date while undecided; invoices: those known by
    the as-of date, as of which it is judged; others: the pool without this application.
    """

    application: Application
    amount: int | None
    granted: int | None
    decided: bool
    decided_on: date
    invoices: tuple[Invoice, ...]
    paid: int
    as_of: date
    others: Ledger

    @property
    def departments(self) -> tuple[str, ...] | None:
        return None if "departments" in self.application.unreadable else self.application.departments


@dataclass(frozen=True, slots=True)
class Judgement:
    """key: the rule in code; name: in Danish; source: where it comes from, or which row cannot be read; rule: its row,
    None where that cannot be read. Rules that have ended never get here.
    """

    key: str
    name: str
    source: str
    rule: PoolRule | None
    finding: Finding


def case_of(application: Application, ledger: Ledger, as_of: date) -> Case:
    """The application as it stood at the end of the as-of date."""
    status = status_on(application, as_of)
    decided = status not in (None, Status.PENDING)
    granted = application.granted if decided and status is not Status.REJECTED else None
    known = tuple(
        invoice
        for invoice in ledger.invoices_of(application)
        if (invoice.invoiced and invoice.invoiced <= as_of) or (invoice.paid and invoice.paid <= as_of)
    )
    return Case(
        application=application,
        amount=granted if granted is not None else _applied_for(application, decided),
        granted=granted,
        decided=decided,
        decided_on=application.decided if decided and application.decided else as_of,
        invoices=known,
        paid=paid_on(known, as_of),
        as_of=as_of,
        others=ledger.without(application.id),
    )


def _applied_for(application: Application, decided: bool) -> int | None:
    """To ask for nothing is no application."""
    asked = application.requested
    return asked if decided or asked is None or asked > 0 else None


def pieces_of(application: Application) -> dict[str, bool | None]:
    """The five pieces an application states; None where something is there that cannot be read."""

    def there(value: object, *names: str) -> bool | None:
        return None if value is None and application.unreadable & set(names) else value is not None

    return {
        "ansøger": application.applicant_given,
        "formål": there(application.purpose, "purpose"),
        "antal deltagere": there(application.participants, "participants"),
        "periode": there(application.activity_first, "activity_first"),
        "økonomi": there(application.requested, "requested"),
    }


def judge_case(case: Case, rules: RuleSet) -> tuple[Judgement, ...]:
    period = period_rule(case.others.pool)
    found = [Judgement("within_period", period.rule, source_of(period), period, _judge_period(case))]
    for key, kind in RULE_KIND_BY_KEY.items():
        if rows := rules.unread.get(key):
            found.append(Judgement(key, kind.name, rows[0].where, None, unread(rows)))
        elif rule := rules.in_force.get(key):
            found.append(Judgement(key, rule.rule, source_of(rule), rule, _APPLY[key](case, rule.value)))
    if rules.unnamed:
        name = "en regel, der ikke kan læses"
        found.append(Judgement("unnamed", name, rules.unnamed[0].where, None, unread(rules.unnamed)))
    return tuple(found)


def judge(
    application: Application, ledger: Ledger, pool_rules: Iterable[PoolRule], as_of: date
) -> tuple[Judgement, ...]:
    """By the rules in force on the day of decision, and those that hold for every pool."""
    case = case_of(application, ledger, as_of)
    return judge_case(case, rules_for(case, pool_rules))


def rules_for(case: Case, pool_rules: Iterable[PoolRule]) -> RuleSet:
    return rule_set(pool_rules, unread_rules(case.others), case.others.pool, case.decided_on)


def doubts_about_room(case: Case) -> tuple[Rows, Rows]:
    """The rows that can leave less in the pool than what is counted, and those that can leave more."""
    aside = case.others.aside
    payments = unread_payments(aside, case.decided_on, case.application.id)
    return (*unread_grants(aside, case.decided_on), *payments), payments


def doubts_about_departments(case: Case) -> tuple[Rows, Rows]:
    """The same of what the departments have left this year."""
    aside = once(case.others.aside_of_the_name)
    payments = unread_payments(aside, case.decided_on, case.application.id)
    return (*unread_grants_of_the_year(aside, case.decided_on, case.departments or ()), *payments), payments


def _judge_period(case: Case) -> Finding:
    pool = case.others.pool
    finding = within_period(case.decided_on, pool.first, pool.last)
    return finding if case.decided else doubted(finding, (), unread_pools(case.others))


def _judge_room(case: Case) -> Finding:
    on = case.decided_on
    finding = room(case.amount, balance_on(case.others, on).free, _same_day(case) if case.decided else ())
    return doubted(finding, *doubts_about_room(case))


def _same_day(case: Case) -> list[tuple[str, int]]:
    """The other grants of the day, by project, and what each takes from the pool."""
    others = [one for one in case.others.applications if one.decided == case.decided_on]
    positions = ((one, position_on(one, case.others.invoices_of(one), case.decided_on)) for one in others)
    return [(one.project, position.bound) for one, position in positions if position and position.bound]


def _judge_department_cap(case: Case, limit: int) -> Finding:
    on = case.decided_on
    had = bound_in_year(case.others, on)
    finding = department_cap(case.amount, case.departments, had, limit, on.year, case.others.names)
    unplaced = unplaced_in_year(case.others, on)
    gives_back = any(bound < 0 for bound in unplaced.values())
    if unplaced and (finding.verdict is Verdict.KEPT or (finding.verdict is Verdict.BROKEN and gives_back)):
        finding = without_department(unplaced)
    return doubted(finding, *doubts_about_departments(case))


def without_department(unplaced: Iterable[Application]) -> Finding:
    return unsaid(f"hvilken afdeling {listed(f'»{one.project}« ({one.id})' for one in unplaced)} hører til")


def _judge_grant(case: Case) -> Finding:
    return _doubted_by_invoices(case, within_grant(case.paid, case.granted), both=True)


def _doubted_by_invoices(case: Case, finding: Finding, *, both: bool) -> Finding:
    """both: whether one more invoice can turn broken into kept."""
    rows = unread_invoices(case.others, case.application.id, case.as_of) if case.granted is not None else ()
    return doubted(finding, rows, rows if both else ())


_APPLY: dict[str, Callable[[Case, Any], Finding]] = {
    "cap": lambda case, limit: cap(case.amount, limit),
    "room": lambda case, _: _judge_room(case),
    "purpose": lambda case, _: purpose(
        case.application.across,
        case.application.short_notice,
        case.application.small_group,
        None if case.departments is None else len(case.departments),
    ),
    "complete": lambda case, _: complete(pieces_of(case.application), decided=case.decided),
    "length": lambda case, limit: length(case.application.pages, limit),
    "before_activity": lambda case, _: before_activity(case.decided_on, case.application.activity_first),
    "third_party": lambda case, _: _doubted_by_invoices(
        case, third_party([invoice.supplier_is_applicant for invoice in case.invoices]), both=False
    ),
    "organisation_name": lambda case, _: _doubted_by_invoices(
        case, organisation_name([invoice.made_out_to_organisation for invoice in case.invoices]), both=False
    ),
    "within_grant": lambda case, _: _judge_grant(case),
    "co_funding": lambda case, share: co_funding(case.amount, case.application.total_cost, share),
    "department_cap": _judge_department_cap,
    "minimum": lambda case, limit: minimum(case.amount, limit),
    "deadline": lambda case, days: deadline(
        case.application.received, days, case.decided_on if case.decided else None, case.others.pool.last
    ),
    "days_from_decision": lambda case, least: days_before(
        case.decided_on, case.application.activity_first, least, "afgørelsen"
    ),
    "days_from_application": lambda case, least: days_before(
        case.application.received, case.application.activity_first, least, "ansøgningen"
    ),
    "not_begun": lambda case, _: not_begun(
        case.application.begun,
        case.application.activity_first,
        case.decided_on,
        unreadable="activity_first" in case.application.unreadable,
    ),
}
