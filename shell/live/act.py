"""What was done that others should be able to look up: who by role, what and when. No person, note or name of a
seminar's table is in it.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from shell.live.seminar import NOTHING_SENT, Content

MOST_ACTS = 500
"""The oldest go when more come."""
BY_ITSELF = "programmet"
BY_THE_OPERATOR = "drift"


class Did(Enum):
    OPENED = "opened"
    CLOSED = "closed"
    REOPENED = "reopened"
    DELETED = "deleted"
    RESTORED = "restored"
    ERASED = "erased"
    CONFIRMED = "confirmed"


ON_SEMINARS = frozenset(Did) - {Did.CONFIRMED}


@dataclass(frozen=True, slots=True)
class Act:
    at: datetime
    # The roles of who did it, in Danish; '' where nobody logs in.
    who: str
    did: Did
    # When the seminar was opened, as ISO 8601; of CONFIRMED the title of the table.
    about: str
    # Of the seminar at that moment.
    content: Content = NOTHING_SENT
