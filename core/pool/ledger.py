"""One pool with what belongs to it: the value that the rules of the pool work on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from core.contract.dataset import Dataset, SetAside
from core.organisation.tables import Department
from core.pool.aside import only_follows, with_pools
from core.pool.tables import Application, AppropriationChange, Dispensation, Invoice, Pool


@dataclass(frozen=True, slots=True)
class Ledger:
    """The order of rows has no meaning."""

    pool: Pool
    applications: tuple[Application, ...]
    # By application id.
    invoices: Mapping[str, tuple[Invoice, ...]]
    # Those that give money to the pool or take it.
    changes: tuple[AppropriationChange, ...] = ()
    # Of every pool's applications.
    dispensations: tuple[Dispensation, ...] = ()
    # Rows that belong to the pool or may do so, and cannot be read.
    aside: tuple[SetAside, ...] = ()
    # The other pools of its name.
    family: tuple["Ledger", ...] = ()
    # Rows of those of them that cannot be read themselves.
    aside_in_family: tuple[SetAside, ...] = ()
    # Of departments, by number.
    names: Mapping[str, str] = field(default_factory=dict)

    @property
    def aside_of_the_name(self) -> tuple[SetAside, ...]:
        """Rows that belong to any pool of its name, or may do so, and cannot be read."""
        return (*self.aside, *(row for one in self.family for row in one.aside), *self.aside_in_family)

    def invoices_of(self, application: Application) -> tuple[Invoice, ...]:
        return self.invoices.get(application.id, ())

    def dispensations_of(self, application: Application) -> tuple[Dispensation, ...]:
        return tuple(one for one in self.dispensations if one.application == application.id)

    def without(self, application_id: str) -> "Ledger":
        kept = tuple(application for application in self.applications if application.id != application_id)
        return replace(self, applications=kept)


def ledger_of(
    pool: Pool,
    applications: Iterable[Application],
    invoices: Iterable[Invoice],
    changes: Iterable[AppropriationChange] = (),
    dispensations: Iterable[Dispensation] = (),
    aside: Iterable[SetAside] = (),
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
        tuple(change for change in changes if pool.id in (change.pool, change.from_pool)),
        tuple(dispensations),
        tuple(row for row in aside if not row.repeats),
    )


def ledger_in(dataset: Dataset, pool: Pool) -> Ledger:
    """With all that a verdict about the pool may rest on."""

    periods = [row for row in dataset.set_aside if row.table == "pools" and _may_be_named(row, pool.name)]
    follows = only_follows(dataset)
    aside = [(row, of) for row, of in with_pools(dataset) if row.table != "pools" and not follows(row)]
    unread = {row.fields.get("id") for row in periods} - {None}

    def alone(one: Pool) -> Ledger:
        own = (row for row, of in aside if of in (None, one.id, one.name))
        return ledger_of(
            one,
            dataset.of(Application),
            dataset.of(Invoice),
            dataset.of(AppropriationChange),
            dataset.of(Dispensation),
            (*periods, *own),
        )

    return replace(
        alone(pool),
        family=tuple(alone(other) for other in dataset.of(Pool) if other.name == pool.name and other.id != pool.id),
        aside_in_family=tuple(row for row, of in aside if of in unread and not row.repeats),
        names={one.number: one.name for one in dataset.of(Department)},
    )


def _may_be_named(row: SetAside, name: str) -> bool:
    return row.fields.get("name") in (None, name)
