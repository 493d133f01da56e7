"""The chair's slides as plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from core.subject.message import Message


@dataclass(frozen=True, slots=True)
class Deck:
    organisation: str
    # Of the first slide.
    title: str
    # The period that is told of, both days in it.
    first: date
    on: date
    # Where the data comes from, as screens say it, and when it was read.
    source: str
    read_at: datetime
    sample: bool
    messages: tuple[Message, ...]
    # Whether some table is not shown as it stands now.
    held: bool = False
