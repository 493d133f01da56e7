"""All pools that ask something of a board on a date: those whose period it is, and those with something left to do."""

from dataclasses import dataclass
from datetime import date

from core.contract.dataset import Dataset
from core.pool.choose import pool_names, pools_on, pools_unsettled
from core.pool.overview import PoolOverview, pool_overview
from core.pool.sentences import unusable_in_words
from core.pool.tables import Application, Pool


@dataclass(frozen=True, slots=True)
class PoolsOverview:
    # Those that a board means on the date.
    current: tuple[PoolOverview, ...] = ()
    # Of other periods, with an application without an answer or a grant that is open.
    unsettled: tuple[PoolOverview, ...] = ()
    # Why no figures can be told, '' where they can.
    untold: str = ""

    @property
    def every(self) -> tuple[PoolOverview, ...]:
        return (*self.current, *self.unsettled)

    @property
    def names(self) -> dict[str, str]:
        """Pool id -> what it is called beside the others; empty where there is one alone."""
        return pool_names(overview.pool for overview in self.every) if len(self.every) > 1 else {}


def pools_overview(dataset: Dataset, on: date) -> PoolsOverview:
    pools = pools_on(dataset.of(Pool), on)
    if not pools:
        return PoolsOverview(untold="Ingen pulje i data kan læses.")
    if unusable := dataset.unusable("applications", "invoices"):
        return PoolsOverview(untold=unusable_in_words(unusable))
    unsettled = pools_unsettled(dataset.of(Pool), dataset.of(Application), on)
    return PoolsOverview(
        tuple(pool_overview(dataset, pool, on) for pool in pools),
        tuple(pool_overview(dataset, pool, on) for pool in unsettled if pool not in pools),
    )
