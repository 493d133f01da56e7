"""When the group's departments may be told beside its ages, so that nobody can be singled out.

The ages are told on every date. Were the departments too, a single new member would show as one more in a band and
one more in a department: that member's age by department. So the departments are told as they were on the last day
on which neither the group nor those who came or left since the day told before gives such a pair away. What somebody
guesses from which days are chosen is beyond this.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from core.calendar.active import active_on
from core.focus_group.tables import Member


def days_told(members: Sequence[Member]) -> tuple[date, ...]:
    """The days whose departments are told, oldest first. Each depends on itself and the days before it alone."""
    told: list[date] = []
    for day in sorted({day for day in chain.from_iterable((one.first, one.last) for one in members) if day}):
        after = told[-1] if told else None
        came = [one for one in members if _between(one.first, after, day) and not _between(one.last, after, day)]
        left = [one for one in members if _between(one.last, after, day) and not _between(one.first, after, day)]
        if all(map(nobody_is_singled_out, (active_on(members, day), came, left))):
            told.append(day)
    return tuple(told)


def departments_told_on(days: Iterable[date], on: date) -> date | None:
    """days: as days_told gives them. The day whose departments are shown on a date; None for none yet."""
    return max((day for day in days if day <= on), default=None)


def members_told(members: Sequence[Member], on: date) -> tuple[date, Counter[str]] | None:
    """How many of each department, by number, as they may be told on a date, and the day on which they were so many;
    None where nothing may be told yet.
    """
    told = departments_told_on(days_told(members), on)
    if told is None and active_on(members, on):
        return None
    day = told or on
    return day, Counter(one.department for one in active_on(members, day) if one.department)


def nobody_is_singled_out(members: Sequence[Member]) -> bool:
    """Whether how many there are of each band and of each department leaves open, for every band and department,
    that nobody has both. Of n persons, b in the one and d in the other, at least b + d - n have both.
    """
    bands = Counter(one.ages for one in members)
    departments = Counter(one.department for one in members)
    return max(bands.values(), default=0) + max(departments.values(), default=0) <= len(members)


def _between(day: date | None, after: date | None, until: date) -> bool:
    return day is not None and (after is None or day > after) and day <= until
