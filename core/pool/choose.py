"""Which pool a board means on a date, unless it says otherwise."""

from collections.abc import Iterable
from datetime import date

from core.contract.rows import Pool
from core.danish import sort_key


def pools_on(pools: Iterable[Pool], on: date) -> tuple[Pool, ...]:
    """Those whose period holds the date; else the last that began before it; else the first to begin."""
    ordered = sorted(pools, key=lambda pool: (pool.first, sort_key(pool.id)))
    current = [pool for pool in ordered if pool.first <= on <= pool.last]
    begun = [pool for pool in ordered if pool.first <= on]
    return tuple(current or begun[-1:] or ordered[:1])


def pool_on(pools: Iterable[Pool], on: date) -> Pool | None:
    """The first of them."""
    return next(iter(pools_on(pools, on)), None)


def pools_newest_first(pools: Iterable[Pool]) -> tuple[Pool, ...]:
    return tuple(sorted(pools, key=lambda pool: (-pool.first.toordinal(), sort_key(pool.name), sort_key(pool.id))))
