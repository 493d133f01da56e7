"""Which rows that cannot be read belong to a pool, or may do so."""

from collections.abc import Callable, Collection, Mapping

from core.contract.cells.cell import slug
from core.contract.dataset import Dataset, SetAside
from core.pool.tables import Application, Pool

Told = Mapping[str, str | None]
_OF_APPLICATIONS = ("invoices", "dispensations")


def aside_for(dataset: Dataset, pool: Pool) -> tuple[SetAside, ...]:
    """Rows of any table: one that cannot be told from another pool's may be this one's."""
    return tuple(row for row, told in with_pools(dataset) if told in (None, pool.id, pool.name))


def not_counted_for(dataset: Dataset, table: str, pool: Pool) -> int:
    return sum(row.table == table and row.lacking for row in aside_for(dataset, pool))


def only_follows(dataset: Dataset) -> Callable[[SetAside], bool]:
    """Whether a row belongs to an application that cannot be read itself: it can change nothing that the application
    cannot.
    """
    unread = {slug(str(row.fields["id"])) for row in _unread_applications(dataset)}
    return lambda row: row.table in _OF_APPLICATIONS and slug(dict(row.names).get("application", "")) in unread


def with_pools(dataset: Dataset) -> list[tuple[SetAside, str | None]]:
    """Each row set aside, and its pool's id or name where that can be told, as it also can of a pool that cannot be
    read itself. A row of two pools stands once for each.
    """
    pools = _unread_pools(dataset)
    applications = _pools_of_applications(dataset, pools)
    return [(row, pool) for row in dataset.set_aside for pool in _pools_of(row, pools, applications)]


def _unread_pools(dataset: Dataset) -> Told:
    """What a pool that cannot be read is called, in any spelling -> its id or name. No name of one that can."""
    kept = {slug(name) for one in dataset.of(Pool) for name in (one.id, one.name)}
    aside = [row.fields for row in dataset.set_aside if row.table == "pools"]
    called = [str(name) for fields in aside for name in (fields.get("id"), fields.get("name")) if name]
    return {slug(name): name for name in called if slug(name) not in kept}


def _pools_of_applications(dataset: Dataset, pools: Told) -> Told:
    """Of those that cannot be read too; by id, as it stands and in any spelling, where that is one pool's."""
    found = [(str(row.fields["id"]), _pool_of(row, pools, {})) for row in _unread_applications(dataset)]
    found += [(one.id, one.pool) for one in dataset.of(Application)]
    alike: dict[str, set[str | None]] = {}
    for name, pool in found:
        for spelled in {name, slug(name)}:
            alike.setdefault(spelled, set()).add(pool)
    return {name: next(iter(told)) for name, told in alike.items() if len(told) == 1}


def _unread_applications(dataset: Dataset) -> list[SetAside]:
    """Those with a number. One that is still being typed says nothing about what refers to its number yet."""
    rows = (row for row in dataset.set_aside if row.table == "applications" and not row.unfinished)
    return [row for row in rows if row.fields.get("id")]


def _pools_of(row: SetAside, pools: Told, applications: Told) -> Collection[str | None]:
    if row.table != "appropriation_changes":
        return (_pool_of(row, pools, applications),)
    named = {"pool", *({"from_pool"} if "from_pool" not in row.fields or row.fields["from_pool"] else ())}
    found = {row.fields.get(name) or pools.get(slug(dict(row.names).get(name, ""))) for name in named}
    return {None} if None in found else found


def _pool_of(row: SetAside, pools: Told, applications: Told) -> str | None:
    fields, names = row.fields, dict(row.names)
    match row.table:
        case "applications":
            return fields.get("pool") or pools.get(slug(names.get("pool", "")))
        case "pool_rules":
            return fields.get("pool_name") or pools.get(slug(names.get("pool_name", "")))
        case "pools":
            return fields.get("id")
        case "invoices" | "dispensations":
            named = fields.get("application") or names.get("application", "")
            return applications.get(named) or applications.get(slug(named))
    return None
