"""A few departments and ambassadors to ask about, with days as text."""

from datetime import date

from core.ambassadors.tables import Ambassador, Cohort, CourseSession, Initiative, NetworkMeeting
from core.organisation.tables import Department

DEPARTMENTS = (
    Department("1", "Ågården", 40),
    Department("2", "Østergade", 25),
    Department("3", "Bakken", None),
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def ambassador(id: str, department: str, first: str, last: str | None = None, cohort: str | None = None) -> Ambassador:  # noqa: A002
    return Ambassador(department, day(first), day(last) if last else None, cohort)


def sessions(cohort: str, *days: str) -> list[CourseSession]:
    return [CourseSession(cohort, day(one)) for one in days]


def cohort(id: str, started: int | None = None) -> Cohort:  # noqa: A002
    return Cohort(id, started)


def meetings(*days: str) -> list[NetworkMeeting]:
    return [NetworkMeeting(day(one)) for one in days]


def initiative(id: str, first: str, *departments: str, last: str | None = None) -> Initiative:  # noqa: A002
    return Initiative(
        id=id,
        name=f"Initiativ {id}",
        first=day(first),
        departments=departments,
        last=day(last) if last else None,
    )
