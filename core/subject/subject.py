"""What a subject declares of itself: all that the reader, the menu and the common screens know of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from core.contract.dataset import Dataset
from core.contract.table import Table
from core.organisation.tables import Number
from core.subject.brief import Brief
from core.subject.event import Event
from core.subject.menu_item import MenuItem
from core.subject.message import Chosen, Message
from core.subject.of_department import Part
from core.subject.stake import Stake

T = TypeVar("T")


def _nothing(*_: Any) -> tuple[()]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject(Generic[T]):
    """T: what is worked out of the data on a date. What is left out the subject does not have."""

    # In the menu's order; the first gives the subject its title and address.
    screens: tuple[MenuItem, ...]
    # In the order of reading, each after those it refers to.
    tables: tuple[Table, ...]
    # What the organisation can set in »Indstillinger«.
    numbers: tuple[Number, ...] = ()

    # Works out what the four below it tell of, on a date. None for a subject that the common screens leave out.
    overview: Callable[[Dataset, date], T] | None = None
    # Rows in one of these make the organisation have the subject; where none is named, rows in any of its tables.
    typed_in: tuple[Table, ...] = ()
    # Its rows on Overblik: one, or one for each where the subject is several, as pools are.
    briefs: Callable[[T], Iterable[Brief]] = _nothing
    # From what is overdue to the day, that day too, and what else waits for the board.
    due: Callable[[T, date], Iterable[Event]] = _nothing
    # After the first day and until the other, that day too. In the order of its own screen.
    happened: Callable[[Dataset, date, date], Iterable[Event]] = _nothing
    # Its slides.
    messages: Callable[[T, Chosen], Iterable[Message]] = _nothing
    # Figures that a newer state of the data would change on a date: used, newer. None: those of its rows.
    stakes: Callable[[Dataset, Dataset, date], Iterable[Stake]] | None = None
    # What it tells of the department with a number, on a date, where it is in use.
    of_department: Callable[[Dataset, str, date], Iterable[Part]] = _nothing

    @property
    def title(self) -> str:
        """What screens, slides and sheets call it."""
        return self.screens[0].title

    @property
    def address(self) -> str:
        return self.screens[0].address

    def in_use(self, dataset: Dataset) -> bool:
        """Whether anything is typed about it, readable or not."""
        return dataset.has_rows(*(table.name for table in self.typed_in or self.tables))
