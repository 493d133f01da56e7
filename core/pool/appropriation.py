"""The pool's appropriation on a date: as it was set, and what has been added, taken or moved since."""

from collections.abc import Iterable
from datetime import date

from core.danish import day, kroner
from core.pool.tables import AppropriationChange, Pool


def change_of(change: AppropriationChange, pool: str) -> int:
    """Øre that the change gives the pool (its id): what one pool gets from another, the other loses."""
    return change.amount * ((change.pool == pool) - (change.from_pool == pool))


def appropriation_on(pool: Pool, changes: Iterable[AppropriationChange], on: date) -> int:
    """Øre at the end of the day."""
    return pool.appropriation + sum(change_of(change, pool.id) for change in changes if change.on <= on)


def appropriation_in_words(pool: Pool, changes: Iterable[AppropriationChange], on: date) -> str:
    """How it came about: 'Rammen var 100.000 kr. fra begyndelsen. Den er hævet med 10.000 kr. 1. mar. 2024.' '' where
    nothing has changed it.
    """
    made = sorted((change for change in changes if change.on <= on), key=lambda change: (change.on, change.id))
    told = [f"Den er {_told(change, pool.id, on_its_day=True)}." for change in made if change_of(change, pool.id)]
    return " ".join([f"Rammen var {kroner(pool.appropriation)} fra begyndelsen.", *told]) if told else ""


def change_in_words(change: AppropriationChange, pool: str) -> str:
    """'rammen hævet med 10.000 kr.' pool: its id."""
    return f"rammen {_told(change, pool)}"


def _told(change: AppropriationChange, pool: str, *, on_its_day: bool = False) -> str:
    gained = change_of(change, pool)
    told = f"{'hævet' if gained > 0 else 'sænket'} med {kroner(abs(gained))}"
    told += f" {day(change.on)}" if on_its_day else ""
    if change.from_pool:
        told += f", flyttet fra puljen {change.from_pool}" if gained > 0 else f", flyttet til puljen {change.pool}"
    return f"{told} ({change.source})" if change.source else told
