"""The pool's money on a date. appropriation = free + committed + paid, to the øre."""

from dataclasses import dataclass
from datetime import date

from core.pool.appropriation import appropriation_on
from core.pool.ledger import Ledger
from core.pool.position import Status, paid_on, position_on, status_on


@dataclass(frozen=True, slots=True)
class Balance:
    """All amounts in øre."""

    appropriation: int
    free: int
    committed: int
    # A part of committed.
    invoiced: int
    paid: int
    released: int
    granted: int
    # Paid above what was granted.
    overpaid: int
    # How many are neither closed nor lapsed.
    open_grants: int
    # Binds nothing.
    pending: int
    # So many applications ask for it,
    pending_count: int
    # of which so many do not say how much.
    pending_unstated: int
    # Invoices paid on applications that have no grant by the date; in no other figure.
    paid_without_grant: int


def balance_on(ledger: Ledger, on: date) -> Balance:
    """The balance at the end of the day."""
    committed = invoiced = paid = released = bound = granted = overpaid = ungranted = open_grants = 0
    asked: list[int | None] = []
    for application in ledger.applications:
        invoices = ledger.invoices_of(application)
        position = position_on(application, invoices, on)
        if position is None:
            ungranted += paid_on(invoices, on)
            if status_on(application, on) is Status.PENDING:
                asked.append(application.requested)
            continue
        committed += position.committed
        invoiced += position.invoiced
        paid += position.paid
        released += position.released
        bound += position.bound
        granted += position.granted
        overpaid += max(position.paid - position.granted, 0)
        open_grants += status_on(application, on) is Status.OPEN
    appropriation = appropriation_on(ledger.pool, ledger.changes, on)
    return Balance(
        appropriation=appropriation,
        free=appropriation - bound,
        committed=committed,
        invoiced=invoiced,
        paid=paid,
        released=released,
        granted=granted,
        overpaid=overpaid,
        open_grants=open_grants,
        pending=sum(amount for amount in asked if amount is not None),
        pending_count=len(asked),
        pending_unstated=asked.count(None),
        paid_without_grant=ungranted,
    )
