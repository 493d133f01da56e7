"""What every source is to the rest: a name for the screen and a way to read all tables."""

import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass

from core.contract.bounds import beyond
from core.contract.problem import Problem
from core.contract.raw import RawTable
from core.contract.renamed import Other
from core.subjects import CONTRACT
from shell.machine.obstacle import Obstacle

MOST_SECONDS_OF_A_READING = 60.0


class SourceError(Obstacle):
    """The source as a whole cannot be read. wait: seconds the source asks to be left alone."""

    def __init__(self, what: str, do: str, wait: float = 0) -> None:
        super().__init__(what, do)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Reading:
    """All tables as they stood at one moment."""

    tables: tuple[RawTable, ...]
    # What is wrong with the source beside its tables.
    notes: tuple[Problem, ...] = ()
    # What else it has, which is not read.
    others: tuple[Other, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    # How the screen names it.
    label: str
    # All its tables. Raises SourceError.
    read: Callable[[], Reading]
    # The same from start to start, without secrets, and another for another source, '' where nothing is to be kept on
    # disk.
    key: str
    # Between readings of themselves.
    seconds: float
    # The fewest seconds between any two.
    spacing: float = 0
    # Where the consultant opens it, '' where that is no address.
    link: str = ""
    is_sample: bool = False
    # What is to happen before a reading that somebody asked for.
    look_again: Callable[[], None] = lambda: None


def read_in_time(source: Source) -> Reading:
    """Whatever keeps a source from answering or refusing, it is given up: what a network sends drop by drop can last
    for hours. Raises SourceError then and where there is too much of a table, and what the reading raises.
    """
    answer: Future[Reading] = Future()

    def read() -> None:
        try:
            answer.set_result(source.read())
        except BaseException as error:
            answer.set_exception(error)

    threading.Thread(target=read, name="reading", daemon=True).start()
    if not wait([answer], MOST_SECONDS_OF_A_READING).done:
        raise SourceError("Kilden svarer meget langsomt.", "Se efter, om nettet virker.")
    return within_bounds(answer.result())


def within_bounds(reading: Reading) -> Reading:
    """The same. Raises SourceError where a table has more than is read."""
    for raw in reading.tables:
        if (table := CONTRACT.titled(raw.name)) and (found := beyond(table, raw)):
            raise SourceError(*found)
    return reading
