"""Which departments have an ambassador, which never had one, and which have lost theirs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from fractions import Fraction

from core.ambassadors.tables import Ambassador
from core.calendar.active import active_on
from core.danish import sort_key
from core.organisation.tables import Department


class Cover(IntEnum):
    """In the order a board should look: what is missing first."""

    LOST = 0
    NEVER = 1
    COVERED = 2


@dataclass(frozen=True, slots=True)
class Covered:
    department: Department
    # Ambassadors on the date.
    active: int
    # The day the last one stopped, where there is none any more.
    lost: date | None

    @property
    def cover(self) -> Cover:
        if self.active:
            return Cover.COVERED
        return Cover.LOST if self.lost else Cover.NEVER

    @property
    def homes_each(self) -> Fraction | None:
        """Homes per ambassador; None where there is no ambassador or the homes are not known."""
        return Fraction(self.department.homes, self.active) if self.active and self.department.homes else None


@dataclass(frozen=True, slots=True)
class Coverage:
    # Lost first, then never, then covered, each in Danish order.
    departments: tuple[Covered, ...]
    # Ambassadors in all.
    active: int

    def with_cover(self, cover: Cover) -> tuple[Covered, ...]:
        return tuple(one for one in self.departments if one.cover is cover)

    @property
    def covered(self) -> int:
        return len(self.with_cover(Cover.COVERED))


def coverage_on(departments: Iterable[Department], ambassadors: Iterable[Ambassador], on: date) -> Coverage:
    """An ambassador who has not begun yet counts nowhere."""
    begun = [one for one in ambassadors if one.first <= on]
    rows = []
    for department in departments:
        mine = [one for one in begun if one.department == department.number]
        active = len(active_on(mine, on))
        ended = [one.last for one in mine if one.last]
        rows.append(Covered(department, active, max(ended) if ended and not active else None))
    rows.sort(key=lambda row: (row.cover, sort_key(row.department.name)))
    return Coverage(tuple(rows), sum(row.active for row in rows))
