"""One application under judgement: what a rule may ask about it and about the pool around it."""

from dataclasses import dataclass
from datetime import date

from core.pool.dispensation import dispensation_from
from core.pool.ledger import Ledger
from core.pool.position import Status, paid_on, status_on
from core.pool.tables import Application, Dispensation, Invoice
from core.pool.unread import (
    Rows,
    once,
    unread_changes,
    unread_dispensations,
    unread_grants,
    unread_grants_of_the_year,
    unread_invoices,
    unread_payments,
)


@dataclass(frozen=True, slots=True)
class Case:
    application: Application
    # Øre granted, else applied for; None where nothing is.
    amount: int | None
    # Øre; None without a grant.
    granted: int | None
    decided: bool
    # The day of the decision; the as-of date while undecided.
    decided_on: date
    # Those known by the as-of date.
    invoices: tuple[Invoice, ...]
    # Øre paid by the as-of date.
    paid: int
    # The date as of which it is judged.
    as_of: date
    # The pool without this application.
    others: Ledger

    @property
    def departments(self) -> tuple[str, ...] | None:
        """None where they cannot be read."""
        return None if "departments" in self.application.unreadable else self.application.departments

    def dispensation_from(self, rule: str) -> Dispensation | None:
        """The one that counts, from the rule by its name in the sheet."""
        return dispensation_from(rule, self.others.dispensations_of(self.application), self.as_of)

    def may_except_from(self, rule: str) -> Rows:
        """Rows that cannot be read and may be a dispensation from it."""
        return unread_dispensations(self.others, self.application.id, rule, self.as_of)


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


Doubts = tuple[Rows, Rows]
"""The rows that cannot be read and could turn kept into broken, and those that could turn broken into kept."""


def no_doubts(case: Case) -> Doubts:
    return (), ()


def doubts_about_room(case: Case) -> Doubts:
    """The rows that can leave less in the pool than what is counted, and those that can leave more."""
    aside = case.others.aside
    payments = unread_payments(aside, case.decided_on, case.application.id)
    both = (*payments, *unread_changes(aside, case.decided_on))
    return (*unread_grants(aside, case.decided_on), *both), both


def doubts_about_departments(case: Case) -> Doubts:
    """The same of what the departments have had this year."""
    aside = once(case.others.aside_of_the_name)
    payments = unread_payments(aside, case.decided_on, case.application.id)
    return (*unread_grants_of_the_year(aside, case.decided_on, case.departments or ()), *payments), payments


def doubts_about_invoices(case: Case) -> Doubts:
    """One more invoice can break a rule, and not mend it."""
    rows = unread_invoices(case.others, case.application.id, case.as_of) if case.granted is not None else ()
    return rows, ()
