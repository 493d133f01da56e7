"""What happened in the pool between two dates, as a short list."""

from dataclasses import dataclass
from datetime import date

from core.danish import kroner
from core.pool.ledger import Ledger
from core.pool.tables import Application, Decision


@dataclass(frozen=True, slots=True)
class News:
    """text: a Danish clause with its amount, to stand after the project's name."""

    on: date
    application: Application
    text: str


def news(ledger: Ledger, after: date, until: date) -> tuple[News, ...]:
    """Received, decided, paid and ended with after < date <= until, oldest first."""
    found: list[News] = []
    for application in ledger.applications:
        for on, text in _events(ledger, application):
            if on and after < on <= until:
                found.append(News(on, application, text))
    return tuple(sorted(found, key=lambda item: (item.on, item.application.id)))


def _events(ledger: Ledger, application: Application) -> list[tuple[date | None, str]]:
    asked = f", {kroner(application.requested)}" if application.requested is not None else ""
    events: list[tuple[date | None, str]] = [(application.received, f"ny ansøgning{asked}")]
    if application.decision is Decision.REJECTION:
        events.append((application.decided, "afslag"))
    if application.decision is Decision.GRANT and application.granted is not None:
        events.append((application.decided, f"tilsagn, {kroner(application.granted)}"))
        events.append((application.closed, "afsluttet"))
        if application.lapsed and not (application.closed and application.closed <= application.lapsed):
            events.append((application.lapsed, "bortfaldet"))
    invoices = sorted(ledger.invoices_of(application), key=lambda invoice: invoice.id)
    events.extend((invoice.paid, _paid(invoice.amount)) for invoice in invoices)
    return events


def _paid(amount: int) -> str:
    return f"faktura betalt, {kroner(amount)}" if amount >= 0 else f"kreditnota, {kroner(-amount)} tilbage"
