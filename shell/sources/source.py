"""What every source is to the rest: a name for the screen and a way to read all tables."""

from collections.abc import Callable
from dataclasses import dataclass

from core.contract.raw import RawTable


class SourceError(Exception):
    """The source as a whole cannot be read. what and do: Danish, without secrets."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(what)
        self.what = what
        self.do = do


@dataclass(frozen=True, slots=True)
class Source:
    """label: how the screen names it; read: all its tables, raises SourceError."""

    label: str
    read: Callable[[], tuple[RawTable, ...]]
    is_sample: bool = False
