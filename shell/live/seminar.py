"""A seminar with its frozen sheet and its tables, and what a table marks, as plain values."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import Enum

from core.danish import count, listed
from core.planche.sheet import Sheet, Theme

QUESTIONS = ""
"""The theme under which the further questions are kept: there only the note counts."""
LONGEST_NOTE = 1000
MOST_CHANGES = 500
MOST_NOTES, MOST_LETTERS = 100, 20_000
"""Of one table in one seminar, together."""
MOST_TABLES, LONGEST_NAME = 60, 120
DAYS_TO_REGRET = 30
MOST_PHONES = 50
"""Of one table: the numbers of the phone that has been silent longest are forgotten when another comes."""


@dataclass(frozen=True, slots=True)
class LiveTable:
    name: str
    # Unguessable, and all that is needed to mark for this table.
    key: str


@dataclass(frozen=True, slots=True)
class Seminar:
    id: int
    organisation: str
    opened_at: datetime
    # None while tables may write.
    closed_at: datetime | None
    # As it was when the seminar was opened.
    sheet: Sheet
    tables: tuple[LiveTable, ...]
    # None while it is kept; else it can be brought back for DAYS_TO_REGRET.
    deleted_at: datetime | None = None

    @property
    def gone_at(self) -> datetime | None:
        """When nothing of what was deleted is left."""
        return self.deleted_at and self.deleted_at + timedelta(days=DAYS_TO_REGRET)


@dataclass(frozen=True, slots=True)
class Content:
    """How much tables have sent."""

    tables: int
    # V and X together.
    marks: int
    notes: int


NOTHING_SENT = Content(0, 0, 0)


@dataclass(frozen=True, slots=True)
class LiveMark:
    table: str
    theme: str
    item: str
    done: bool
    wished: bool
    note: str
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class TableState:
    """What a phone is shown."""

    organisation: str
    table: str
    # Of its table.
    sheet: Sheet
    is_open: bool
    # What the table has marked; nothing where its seminar is deleted.
    marks: tuple[LiveMark, ...]
    is_deleted: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Sets what is not None, so that two phones at one table do not undo each other's ticks and notes."""

    theme: str
    item: str
    done: bool | None = None
    wished: bool | None = None
    note: str | None = None
    # Higher than those of all that the phone set before it; None where the sender keeps no order.
    number: int | None = None

    @property
    def place(self) -> tuple[str, str]:
        return self.theme, self.item

    @property
    def values(self) -> dict[str, bool | str]:
        """What it sets, by the name of the field."""
        given = {"done": self.done, "wished": self.wished, "note": self.note}
        return {name: value for name, value in given.items() if value is not None}


class Outcome(Enum):
    SAVED = "saved"
    CLOSED = "closed"
    DELETED = "deleted"
    UNKNOWN_KEY = "unknown key"
    REFUSED = "refused"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Written:
    outcome: Outcome
    # The changes that are not on the sheet or too long, or the notes that there is no room for; for their sake nothing
    # of the batch was written.
    refused: tuple[Change, ...] = ()


def places(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Theme and item of all that can be marked, in the sheet's order, each once."""
    items = [(theme.name, item) for theme in sheet.themes for item in (*theme.items, theme.other)]
    return tuple(dict.fromkeys([*items, *((QUESTIONS, question) for question in sheet.questions)]))


def sheet_to_json(sheet: Sheet) -> str:
    return json.dumps(asdict(sheet), ensure_ascii=False)


def sheet_from_json(text: str) -> Sheet:
    stored = json.loads(text)
    themes = (Theme(**{**theme, "items": tuple(theme["items"])}) for theme in stored["themes"])
    return Sheet(tuple(themes), tuple(stored["questions"]))


def sent_in_words(content: Content) -> str:
    """'30 mærker og 1 note fra 5 borde'."""
    amounts = ((content.marks, "mærke", "mærker"), (content.notes, "note", "noter"))
    sent = [count(amount, one, many) for amount, one, many in amounts if amount]
    return f"{listed(sent or ['ingenting'])} fra {count(content.tables, 'bord', 'borde')}"
