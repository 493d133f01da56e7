"""The chair's material as plain values: what each slide says, shows and asks."""

from dataclasses import dataclass
from datetime import date, datetime

from core.subject.picture import Picture
from core.subject.subject import Subject


@dataclass(frozen=True, slots=True)
class Grid:
    """A small table. numbers: places of columns with numbers, which are set to the right."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Message:
    """One slide. subject: None for what goes across; sentence: the conclusion, its heading; picture, grid and lines:
    what it shows, any of them; calculation: how it was worked out; questions: for discussion.
    """

    subject: Subject | None
    sentence: str
    picture: Picture | None = None
    grid: Grid | None = None
    lines: tuple[str, ...] = ()
    calculation: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Deck:
    """title: of the first slide; first: the first day of the period that is told of; source: where the data comes
    from, as screens say it; read_at: when it was read; sample: whether it is sample data;
    held: whether some table is not shown as it stands now.
    """

    organisation: str
    title: str
    first: date
    on: date
    source: str
    read_at: datetime
    sample: bool
    messages: tuple[Message, ...]
    held: bool = False
