"""One pool with what belongs to it: the value that the rules of the pool work on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.contract.rows import Application, Invoice, Pool


@dataclass(frozen=True, slots=True)
class Ledger:
    """invoices: by application id. The order of rows has no meaning."""

    pool: Pool
    applications: tuple[Application, ...]
    invoices: Mapping[str, tuple[Invoice, ...]]

    def invoices_of(self, application: Application) -> tuple[Invoice, ...]:
        return self.invoices.get(application.id, ())

    def without(self, application_id: str) -> "Ledger":
        kept = tuple(application for application in self.applications if application.id != application_id)
        return Ledger(self.pool, kept, self.invoices)


def ledger_of(pool: Pool, applications: Iterable[Application], invoices: Iterable[Invoice]) -> Ledger:
    own = tuple(application for application in applications if application.pool == pool.id)
    by_application: dict[str, list[Invoice]] = defaultdict(list)
    for invoice in invoices:
        by_application[invoice.application].append(invoice)
    ids = {application.id for application in own}
    return Ledger(pool, own, {key: tuple(found) for key, found in by_application.items() if key in ids})
