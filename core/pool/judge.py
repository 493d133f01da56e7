"""All the rules a pool has, applied to one application as it stood on a date."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.contract.rows import Application, Invoice, PoolRule
from core.pool.balance import balance_on
from core.pool.departments import bound_by_department
from core.pool.finding import Finding
from core.pool.ledger import Ledger
from core.pool.position import Status, paid_on, status_on
from core.pool.rule_set import rules_on
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

AFTER_THE_GRANT = frozenset({"third_party", "organisation_name", "within_grant"})
"""Rules about invoices: nothing to answer before there is a grant."""


@dataclass(frozen=True, slots=True)
class Case:
    """One application under judgement. amount: granted, else applied for (øre); granted: None without a
    grant; decided_on: the day of the decision, the as-of date while undecided; invoices: those known by then;
    others: the pool without this application.
    """

    application: Application
    amount: int | None
    granted: int | None
    decided: bool
    decided_on: date
    invoices: tuple[Invoice, ...]
    paid: int
    others: Ledger

    @property
    def departments(self) -> tuple[str, ...] | None:
        return None if "departments" in self.application.unreadable else self.application.departments


@dataclass(frozen=True, slots=True)
class Judgement:
    """key: the rule in code; rule: its row, with name, value and source; None value rules never get here."""

    key: str
    rule: PoolRule
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
        amount=granted if granted is not None else application.requested,
        granted=granted,
        decided=decided,
        decided_on=application.decided if decided and application.decided else as_of,
        invoices=known,
        paid=paid_on(known, as_of),
        others=ledger.without(application.id),
    )


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


def judge_case(case: Case, rules: Mapping[str, PoolRule]) -> tuple[Judgement, ...]:
    return tuple(Judgement(key, rule, _APPLY[key](case, rule.value)) for key, rule in rules.items())


def judge(
    application: Application, ledger: Ledger, pool_rules: Iterable[PoolRule], as_of: date
) -> tuple[Judgement, ...]:
    """By the rules in force on the day of decision; empty where the pool had none then."""
    case = case_of(application, ledger, as_of)
    return judge_case(case, rules_on(pool_rules, ledger.pool.name, case.decided_on))


_APPLY: dict[str, Callable[[Case, Any], Finding]] = {
    "cap": lambda case, limit: cap(case.amount, limit),
    "room": lambda case, _: room(case.amount, balance_on(case.others, case.decided_on).free),
    "purpose": lambda case, _: purpose(
        case.application.across,
        case.application.short_notice,
        case.application.small_group,
        None if case.departments is None else len(case.departments),
    ),
    "complete": lambda case, _: complete(pieces_of(case.application), decided=case.decided),
    "length": lambda case, limit: length(case.application.pages, limit),
    "before_activity": lambda case, _: before_activity(case.decided_on, case.application.activity_first),
    "third_party": lambda case, _: third_party([invoice.supplier_is_applicant for invoice in case.invoices]),
    "organisation_name": lambda case, _: organisation_name(
        [invoice.made_out_to_organisation for invoice in case.invoices]
    ),
    "within_grant": lambda case, _: within_grant(case.paid, case.granted),
    "co_funding": lambda case, share: co_funding(case.amount, case.application.total_cost, share),
    "department_cap": lambda case, limit: department_cap(
        case.amount,
        case.departments,
        bound_by_department(case.others, case.decided_on, case.decided_on.year),
        limit,
    ),
    "minimum": lambda case, limit: minimum(case.amount, limit),
    "deadline": lambda case, days: deadline(
        case.application.received, days, case.others.pool.first, case.others.pool.last
    ),
    "days_from_decision": lambda case, least: days_before(
        case.decided_on, case.application.activity_first, least, "afgørelse"
    ),
    "days_from_application": lambda case, least: days_before(
        case.application.received, case.application.activity_first, least, "ansøgning"
    ),
    "not_begun": lambda case, _: not_begun(case.application.begun, case.application.activity_first, case.decided_on),
}
