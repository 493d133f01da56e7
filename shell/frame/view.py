"""What a screen shows: the data as read, the as-of date and the pool, all from the address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from core.contract.dataset import Dataset
from core.contract.held import Held
from core.danish import day
from core.pool.choose import pool_on
from core.pool.overview import PoolOverview, pool_overview
from core.pool.tables import Application, Pool
from core.subject.stake import Stake
from core.subjects.at_stake import at_stake
from core.subjects.side_by_side import Order, SideBySide, side_by_side
from shell.frame import address, entrance
from shell.machine import clock
from shell.reading.newest import load, refresher
from shell.reading.refresher import Loaded

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    loaded: Loaded
    today: date
    on: date
    pool: Pool | None
    # What in the address could not be used, in Danish.
    notes: tuple[str, ...]


def view() -> View:
    """Raises Obstacle where no data could ever be read. Ends a page that nobody has opened."""
    entrance.stop_unless_opened()
    loaded, today = _loaded(), clock.today()
    typed_date, typed_pool = address.get(address.DATE), address.get(address.POOL)
    on = address.date_in_address() or today
    pools = loaded.dataset.of(Pool)
    pool = _pool_of(loaded, typed_pool or _pool_of_project(loaded)) or pool_on(pools, on)
    notes = []
    if unknown := address.get(address.UNKNOWN):
        notes.append(f"Adressen »/{unknown}« findes ikke. Her er overblikket.")
    if typed_date and address.date_in_address() is None:
        notes.append(address.cannot_be_used("Datoen", typed_date, day(today)))
    if typed_pool and pool and pool.id != typed_pool:
        notes.append(address.cannot_be_used("Puljen", typed_pool, f"{pool.name} ({pool.id})"))
    if (look := address.get(address.LOOK)) and not address.presented():
        notes.append(address.cannot_be_used("Visningen", look, "skærmen, som den plejer"))
    return View(loaded, today, on, pool, tuple(notes))


def _loaded() -> Loaded:
    if not refresher().waiting_for_the_first:
        return load()
    with st.spinner("Henter data for første gang …", show_time=True):
        return load()


def _pool_of(loaded: Loaded, pool_id: str) -> Pool | None:
    return next((pool for pool in loaded.dataset.of(Pool) if pool.id == pool_id), None)


def _pool_of_project(loaded: Loaded) -> str:
    """A link to a project, or to the answer to an application, need not name its pool."""
    asked = address.get(address.PROJECT) or address.get(address.APPLICATION)
    return next((one.pool for one in loaded.dataset.of(Application) if one.id == asked), "")


def overview_of(seen: View, pool: Pool) -> PoolOverview:
    return _overview(seen.loaded, seen.loaded.version, pool, seen.on)


def on_date(seen: View, rule: Callable[[Dataset, date], T]) -> T:
    """What a rule makes of the data on the date, worked out once for all viewers."""
    found: T = _on_date(seen.loaded, seen.loaded.version, seen.on, rule, f"{rule.__module__}.{rule.__qualname__}")
    return found


def departments_of(seen: View, order: Order) -> tuple[SideBySide, ...]:
    return _departments(seen.loaded, seen.loaded.version, seen.on, order)


def stakes_of(seen: View, held: Held) -> tuple[Stake, ...]:
    """The figures that would be others if what is held back of the table were used."""
    newer = seen.loaded.newer[held.table.name]
    return _stakes(seen.loaded.dataset, newer, seen.loaded.version, hash(newer), seen.on)


@st.cache_resource(max_entries=64, show_spinner=False)
def _stakes(_used: Dataset, _newer: Dataset, version: int, newer_version: int, on: date) -> tuple[Stake, ...]:
    return at_stake(_used, _newer, on)


@st.cache_resource(max_entries=64, show_spinner=False)
def _departments(_loaded: Loaded, version: int, on: date, order: Order) -> tuple[SideBySide, ...]:
    return side_by_side(_loaded.dataset, on, order)


@st.cache_resource(max_entries=256, show_spinner=False)
def _on_date(_loaded: Loaded, version: int, on: date, _rule: Callable[[Dataset, date], Any], name: str) -> Any:
    return _rule(_loaded.dataset, on)


@st.cache_resource(max_entries=64, show_spinner=False)
def _overview(_loaded: Loaded, version: int, pool: Pool, on: date) -> PoolOverview:
    return pool_overview(_loaded.dataset, pool, on)
