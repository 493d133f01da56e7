"""What a screen shows: the data as read, the as-of date and the pool, all from the address."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from core.contract.rows import Pool
from core.danish import day
from core.pool.choose import pool_on
from core.pool.overview import PoolOverview, pool_overview
from shell import address, clock
from shell.data import Loaded, load


@dataclass(frozen=True, slots=True)
class View:
    """notes: what in the address could not be used, in Danish."""

    loaded: Loaded
    today: date
    on: date
    pool: Pool | None
    notes: tuple[str, ...]


def view() -> View:
    """Raises SourceError where no data could ever be read."""
    loaded, today = load(), clock.today()
    typed_date, typed_pool = address.get(address.DATE), address.get(address.POOL)
    on = address.date_in_address() or today
    pools = loaded.dataset.pools
    pool = next((pool for pool in pools if pool.id == typed_pool), None) or pool_on(pools, on)
    notes = []
    if typed_date and address.date_in_address() is None:
        notes.append(f"Datoen »{typed_date}« i adressen kan ikke bruges. Her vises {day(today)}.")
    if typed_pool and pool and pool.id != typed_pool:
        notes.append(f"Puljen »{typed_pool}« i adressen findes ikke. Her vises {pool.name} ({pool.id}).")
    return View(loaded, today, on, pool, tuple(notes))


def overview_of(seen: View, pool: Pool) -> PoolOverview:
    return _overview(seen.loaded, seen.loaded.version, pool, seen.on)


@st.cache_resource(max_entries=64, show_spinner=False)
def _overview(_loaded: Loaded, version: str, pool: Pool, on: date) -> PoolOverview:
    return pool_overview(_loaded.dataset, pool, on)
