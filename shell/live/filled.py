"""What the phones have sent, as sheets that are put together with those from the table."""

from core.planche.results import Filled
from core.planche.sheet import QUESTIONS
from shell.live.seminar import QUESTIONS as AT_QUESTIONS
from shell.live.seminar import Seminar
from shell.live.store import Store


def filled_of(store: Store, seminar: Seminar) -> tuple[Filled, ...]:
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
