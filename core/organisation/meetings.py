"""The last board meeting and the next, seen from a date."""

from collections.abc import Iterable
from datetime import date

from core.organisation.tables import BoardMeeting


def last_meeting(meetings: Iterable[BoardMeeting], on: date) -> BoardMeeting | None:
    """The latest before the date: on the day of a meeting it is the one before, for tonight's is not held."""
    return max((m for m in meetings if m.date < on), key=lambda m: m.date, default=None)


def next_meeting(meetings: Iterable[BoardMeeting], on: date) -> BoardMeeting | None:
    return min((m for m in meetings if m.date >= on), key=lambda m: m.date, default=None)
