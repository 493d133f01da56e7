"""What the phones have sent, put together with those from the table: worked out once for all who look."""

from functools import lru_cache

from core.planche.results import Filled, Results, results
from core.planche.sheet import QUESTIONS
from shell.live.seminar import QUESTIONS as AT_QUESTIONS
from shell.live.seminar import Seminar
from shell.live.store import Store

_SEMINARS_REMEMBERED = 8


def filled_of(store: Store, seminar: Seminar) -> tuple[Filled, ...]:
    return _filled(store, seminar, store.revision(seminar.id))


def sum_of(store: Store, seminar: Seminar) -> Results:
    return _sum(store, seminar, store.revision(seminar.id))


def forget() -> None:
    """What is remembered here of seminars that are deleted."""
    _filled.cache_clear()
    _sum.cache_clear()


@lru_cache(_SEMINARS_REMEMBERED)
def _filled(store: Store, seminar: Seminar, revision: int) -> tuple[Filled, ...]:
    """Of a revision that is asked for first: what is written meanwhile may be in it, and is a revision of its own."""
    return tuple(
        Filled(
            seminar.organisation,
            mark.table,
            QUESTIONS if mark.theme == AT_QUESTIONS else mark.theme,
            mark.item,
            mark.done,
            mark.wished,
            mark.note,
        )
        for mark in store.marks(seminar.id)
    )


@lru_cache(_SEMINARS_REMEMBERED)
def _sum(store: Store, seminar: Seminar, revision: int) -> Results:
    return results(seminar.sheet, _filled(store, seminar, revision))
