"""Which rows that cannot be read belong to a pool, or may do so."""

from core.contract.cells.cell import slug
from core.contract.dataset import Dataset, SetAside
from core.pool.tables import Application, Pool


def aside_for(dataset: Dataset, pool: Pool) -> tuple[SetAside, ...]:
    """Rows of any table: one that cannot be told from another pool's may be this one's."""
    return tuple(row for row, told in with_pools(dataset) if told in (None, pool.id, pool.name))


def not_counted_for(dataset: Dataset, table: str, pool: Pool) -> int:
    return sum(row.table == table and row.lacking for row in aside_for(dataset, pool))


def with_pools(dataset: Dataset) -> list[tuple[SetAside, str | None]]:
    """Each row set aside, and its pool's id or name where that can be told."""
    pools = _pools_of_applications(dataset)
    return [(row, _pool_of(row, pools)) for row in dataset.set_aside]


def _pools_of_applications(dataset: Dataset) -> dict[str, str | None]:
    """Of those that cannot be read too; by id, in any spelling."""
    aside = (row.fields for row in dataset.set_aside if row.table == "applications")
    unread = {slug(fields["id"]): fields.get("pool") for fields in aside if fields.get("id")}
    return unread | {slug(one.id): one.pool for one in dataset.of(Application)}


def _pool_of(row: SetAside, pools: dict[str, str | None]) -> str | None:
    fields, names = row.fields, dict(row.names)
    match row.table:
        case "applications":
            return fields.get("pool")
        case "pool_rules":
            return fields.get("pool_name")
        case "pools":
            return fields.get("id")
        case "invoices":
            return pools.get(slug(fields.get("application") or names.get("application", "")))
    return None
