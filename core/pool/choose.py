"""Which pool a board means on a date, unless it says otherwise."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from core.danish import sort_key
from core.pool.position import Status, status_on
from core.pool.tables import Application, Pool


def pools_on(pools: Iterable[Pool], on: date) -> tuple[Pool, ...]:
    """Those whose period holds the date; else the last that began before it; else the first to begin."""
    ordered = sorted(pools, key=lambda pool: (pool.first, sort_key(pool.id)))
    current = [pool for pool in ordered if pool.first <= on <= pool.last]
    begun = [pool for pool in ordered if pool.first <= on]
    return tuple(current or begun[-1:] or ordered[:1])


def pools_unsettled(pools: Iterable[Pool], applications: Iterable[Application], on: date) -> tuple[Pool, ...]:
    """Those whose period does not hold the date, and which have an application without an answer or a grant that is
    still open on it. The first to begin stands first.
    """
    unsettled = {one.pool for one in applications if status_on(one, on) in (Status.PENDING, Status.OPEN)}
    found = [pool for pool in pools if pool.id in unsettled and not pool.first <= on <= pool.last]
    return tuple(sorted(found, key=lambda pool: (pool.first, sort_key(pool.id))))


def pool_on(pools: Iterable[Pool], on: date) -> Pool | None:
    """The first of them."""
    return next(iter(pools_on(pools, on)), None)


def pools_newest_first(pools: Iterable[Pool]) -> tuple[Pool, ...]:
    return tuple(sorted(pools, key=lambda pool: (-pool.first.toordinal(), sort_key(pool.name), sort_key(pool.id))))


def pool_names(pools: Iterable[Pool]) -> dict[str, str]:
    """Pool id -> its name; with the id where another of them has the same name: 'Fællesskabspuljen (2025)'."""
    pools = tuple(pools)
    alike = Counter(pool.name for pool in pools)
    return {pool.id: f"{pool.name} ({pool.id})" if alike[pool.name] > 1 else pool.name for pool in pools}
