"""One application on a date: where it stands and where its money is.

Source: the organisation's guidelines of 15 May 2023 and the definitions in docs/pool-accounts.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from core.pool.tables import Application, Decision, Invoice


class Status(StrEnum):
    """The value is the Danish word on the screen."""

    PENDING = "Under behandling"
    OPEN = "Tilsagn, åben"
    CLOSED = "Afsluttet"
    LAPSED = "Bortfaldet"
    REJECTED = "Afslag"


@dataclass(frozen=True, slots=True)
class Position:
    """A grant's money in øre."""

    granted: int
    paid: int
    committed: int
    invoiced: int
    released: int
    # committed + paid: what it takes from the pool.
    bound: int


def status_on(application: Application, on: date) -> Status | None:
    """None before it is received (a decision counts as receipt)."""
    if application.decided and application.decided <= on:
        if application.decision is Decision.REJECTION:
            return Status.REJECTED
        if application.closed and application.closed <= on:
            return Status.CLOSED
        if application.lapsed and application.lapsed <= on:
            return Status.LAPSED
        return Status.OPEN
    return Status.PENDING if application.received <= on else None


def paid_on(invoices: Iterable[Invoice], on: date) -> int:
    """Øre paid by the date; credit notes count down."""
    return sum(invoice.amount for invoice in invoices if invoice.paid and invoice.paid <= on)


def position_on(application: Application, invoices: Iterable[Invoice], on: date) -> Position | None:
    """None for anything but a grant decided by the date."""
    status = status_on(application, on)
    if status in (None, Status.PENDING, Status.REJECTED) or application.granted is None:
        return None
    invoices = tuple(invoices)
    granted, paid = application.granted, paid_on(invoices, on)
    if status is Status.OPEN:
        committed = max(granted - paid, 0)
        unpaid = sum(i.amount for i in invoices if i.invoiced and i.invoiced <= on and not (i.paid and i.paid <= on))
        return Position(granted, paid, committed, min(max(unpaid, 0), committed), 0, max(granted, paid))
    return Position(granted, paid, 0, 0, max(granted - paid, 0), paid)
