"""What happened in the pools between two dates."""

from collections.abc import Iterator
from datetime import date

from core.contract.dataset import Dataset
from core.danish import kroner
from core.pool.appropriation import change_in_words
from core.pool.ledger import Ledger, ledger_of
from core.pool.tables import Application, AppropriationChange, Decision, Dispensation, Invoice, Pool
from core.subject.event import Event


def happened(dataset: Dataset, after: date, until: date) -> tuple[Event, ...]:
    """In every pool: a grant of last year may be paid this year."""
    applications, invoices = dataset.of(Application), dataset.of(Invoice)
    changes, dispensations = dataset.of(AppropriationChange), dataset.of(Dispensation)
    return tuple(
        event
        for pool in dataset.of(Pool)
        for event in happened_in(ledger_of(pool, applications, invoices, changes, dispensations), after, until)
    )


def happened_in(ledger: Ledger, after: date, until: date) -> tuple[Event, ...]:
    """Received, decided, excepted, paid and ended with after < date <= until, oldest first and by number within a
    day, and before these what changed the appropriation.
    """
    found = [
        (change.on, "", Event(change.on, ledger.pool.name, change_in_words(change, ledger.pool.id)))
        for change in sorted(ledger.changes, key=lambda change: change.id)
        if after < change.on <= until
    ]
    found += [
        (on, application.id, Event(on, application.project, what, departments=application.departments))
        for application in ledger.applications
        for on, what in _life(ledger, application)
        if on and after < on <= until
    ]
    return tuple(event for *_, event in sorted(found, key=lambda item: item[:2]))


def _life(ledger: Ledger, application: Application) -> Iterator[tuple[date | None, str]]:
    asked = f", {kroner(application.requested)}" if application.requested is not None else ""
    yield application.received, f"ny ansøgning{asked}"
    if application.decision is Decision.REJECTION:
        yield application.decided, "afslag"
    if application.decision is Decision.GRANT and application.granted is not None:
        yield application.decided, f"tilsagn, {kroner(application.granted)}"
        yield application.closed, "afsluttet"
        if application.lapsed and not (application.closed and application.closed <= application.lapsed):
            yield application.lapsed, "bortfaldet"
    for given in sorted(ledger.dispensations_of(application), key=lambda given: given.rule):
        yield given.on, f"dispensation fra reglen »{given.rule}«"
    for invoice in sorted(ledger.invoices_of(application), key=lambda invoice: invoice.id):
        yield invoice.paid, _paid(invoice.amount)


def _paid(amount: int) -> str:
    return f"faktura betalt, {kroner(amount)}" if amount >= 0 else f"kreditnota, {kroner(-amount)} tilbage"
