"""One pool with what belongs to it: the value that the rules of the pool work on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from core.contract.dataset import Dataset, SetAside
from core.organisation.tables import Department
from core.pool.aside import aside_for
from core.pool.tables import Application, Invoice, Pool


@dataclass(frozen=True, slots=True)
class Ledger:
    """invoices: by application id. The order of rows has no meaning. aside: rows that belong to the pool or may do
    so, and cannot be read; family: the other pools of its name; names: of departments, by number.
    """

    pool: Pool
    applications: tuple[Application, ...]
    invoices: Mapping[str, tuple[Invoice, ...]]
    aside: tuple[SetAside, ...] = ()
    family: tuple["Ledger", ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def invoices_of(self, application: Application) -> tuple[Invoice, ...]:
        return self.invoices.get(application.id, ())

    def without(self, application_id: str) -> "Ledger":
        kept = tuple(application for application in self.applications if application.id != application_id)
        return replace(self, applications=kept)


def ledger_of(
    pool: Pool, applications: Iterable[Application], invoices: Iterable[Invoice], aside: Iterable[SetAside] = ()
) -> Ledger:
    own = tuple(application for application in applications if application.pool == pool.id)
    by_application: dict[str, list[Invoice]] = defaultdict(list)
    for invoice in invoices:
        by_application[invoice.application].append(invoice)
    ids = {application.id for application in own}
    return Ledger(
        pool,
        own,
        {key: tuple(found) for key, found in by_application.items() if key in ids},
        tuple(row for row in aside if not row.repeats),
    )


def ledger_in(dataset: Dataset, pool: Pool) -> Ledger:
    """With all that a verdict about the pool may rest on."""

    periods = [row for row in dataset.set_aside if row.table == "pools" and _may_be_named(row, pool.name)]

    def alone(one: Pool) -> Ledger:
        aside = (row for row in aside_for(dataset, one) if row.table != "pools")
        return ledger_of(one, dataset.of(Application), dataset.of(Invoice), (*periods, *aside))

    family = tuple(alone(other) for other in dataset.of(Pool) if other.name == pool.name and other.id != pool.id)
    return replace(alone(pool), family=family, names={one.number: one.name for one in dataset.of(Department)})


def _may_be_named(row: SetAside, name: str) -> bool:
    return row.fields.get("name") in (None, name)
