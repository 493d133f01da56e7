"""The programme of a cohort: which of its sessions are held, and which are to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.ambassadors.tables import SESSIONS, Cohort, CourseSession


@dataclass(frozen=True, slots=True)
class Programme:
    cohort: Cohort
    # All with a date, in order.
    sessions: tuple[CourseSession, ...]
    held: int
    # How many a course has, or more where more are planned.
    of: int

    @property
    def without_date(self) -> int:
        return self.of - len(self.sessions)


def programme_on(
    cohorts: Iterable[Cohort], sessions: Iterable[CourseSession], on: date, of: int = SESSIONS.usual
) -> Programme | None:
    """Of the cohort that is under way or comes next, else the latest; None where no session has a date."""
    days: dict[str, list[CourseSession]] = {}
    for session in sessions:
        days.setdefault(session.cohort, []).append(session)
    planned = [(cohort, sorted(days[cohort.id], key=lambda one: one.date)) for cohort in cohorts if cohort.id in days]
    if not planned:
        return None
    not_over = [one for one in planned if one[1][-1].date >= on]
    cohort, mine = min(not_over, key=lambda one: one[1][0].date) if not_over else max(planned, key=_ends)
    return Programme(cohort, tuple(mine), sum(one.date <= on for one in mine), max(of, len(mine)))


def _ends(planned: tuple[Cohort, list[CourseSession]]) -> date:
    return planned[1][-1].date
