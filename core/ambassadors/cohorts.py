"""Each cohort from those who began the course to those who are still active a year after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.ambassadors.tables import Ambassador, Cohort, CourseSession
from core.calendar.active import active_on, is_active
from core.calendar.months import months_after
from core.danish import sort_key


@dataclass(frozen=True, slots=True)
class CohortRow:
    cohort: Cohort
    begins: date | None
    # None where it is not stated.
    started: int | None
    # Became ambassadors.
    finished: int
    # On the date.
    active: int
    # Finished at least twelve months ago,
    due: int
    # and of those, still active then.
    after_a_year: int


def cohort_rows(
    cohorts: Iterable[Cohort], sessions: Iterable[CourseSession], ambassadors: Iterable[Ambassador], on: date
) -> tuple[CohortRow, ...]:
    """Every cohort that has begun on the date, or of which that cannot be told; newest first."""
    sessions = tuple(sessions)
    begun = [one for one in ambassadors if one.first <= on]
    rows = []
    for cohort in cohorts:
        days = [one.date for one in sessions if one.cohort == cohort.id]
        mine = [one for one in begun if one.cohort == cohort.id]
        if days and min(days) > on:
            continue
        due = [one for one in mine if months_after(one.first, 12) <= on]
        rows.append(
            CohortRow(
                cohort,
                min(days, default=None),
                cohort.started,
                len(mine),
                len(active_on(mine, on)),
                len(due),
                sum(is_active(one, months_after(one.first, 12)) for one in due),
            )
        )
    rows.sort(key=lambda row: sort_key(row.cohort.id), reverse=True)
    return tuple(sorted(rows, key=lambda row: row.begins or date.min, reverse=True))
