"""Departments side by side over all subjects: where has nothing happened?"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from core.ambassadors.tables import Ambassador, Initiative
from core.calendar.active import active_on
from core.calendar.months import months_after
from core.contract.dataset import Dataset
from core.danish import sort_key
from core.focus_group.tables import Member
from core.focus_group.told import members_told
from core.organisation.departments import departments_among
from core.organisation.tables import Department
from core.partnerships.overview import runs_on
from core.partnerships.tables import Partnership
from core.pool.departments import split_evenly
from core.pool.position import status_on
from core.pool.tables import Application, Decision
from core.subjects.department import happened_by_department


@dataclass(frozen=True, slots=True)
class SideBySide:
    """When a member came is left out: see core/focus_group/told.py."""

    department: Department
    # Of all pools and years, as are grants and granted.
    applications: int
    grants: int
    # Øre, shared evenly.
    granted: int
    # Active on the date.
    ambassadors: int
    # Under way in the department, those for everybody left out.
    initiatives: int
    # Of the focus group as they may be told, None where they may not.
    members: int | None
    # Running.
    partnerships: int
    # The newest thing that happened, None for nothing ever.
    latest: date | None

    @property
    def quiet(self) -> bool:
        """Nothing has ever happened here, as far as the data tells."""
        return self.latest is None


def quiet_in_words(rows: Sequence[SideBySide], *, chosen: bool = False) -> str:
    """In how many nothing is known to have happened. rows: at least one."""
    quiet = sum(row.quiet for row in rows)
    if quiet:
        return f"I {departments_among(quiet, len(rows), chosen=chosen)} er der ingen aktivitet registreret."
    return f"Der er registreret aktivitet i {departments_among(len(rows), len(rows), chosen=chosen)}."


def by_recency(rows: Iterable[SideBySide], on: date) -> tuple[int, int, int]:
    """How many of them have nothing registered, nothing of the last year, and something of it; on: as of which day."""
    year_ago, rows = months_after(on, -12), tuple(rows)
    quiet = sum(row.latest is None for row in rows)
    lately = sum(row.latest is not None and row.latest > year_ago for row in rows)
    return quiet, len(rows) - quiet - lately, lately


class Order(StrEnum):
    """The value is what the address says."""

    QUIET = "Længst tid siden først"
    RECENT = "Kortest tid siden først"
    NAME = "Navn"
    NAME_REVERSED = "Navn, Å til A"
    HOMES = "Flest boliger først"
    FEWEST_HOMES = "Færrest boliger først"
    GRANTED = "Mest bevilget først"
    LEAST_GRANTED = "Mindst bevilget først"
    APPLICATIONS = "Flest ansøgninger først"
    FEWEST_APPLICATIONS = "Færrest ansøgninger først"
    AMBASSADORS = "Flest ambassadører først"
    FEWEST_AMBASSADORS = "Færrest ambassadører først"
    INITIATIVES = "Flest initiativer først"
    FEWEST_INITIATIVES = "Færrest initiativer først"
    MEMBERS = "Flest i fokusgruppen først"
    FEWEST_MEMBERS = "Færrest i fokusgruppen først"
    PARTNERSHIPS = "Flest partnerskabsaftaler først"
    FEWEST_PARTNERSHIPS = "Færrest partnerskabsaftaler først"


def side_by_side(dataset: Dataset, on: date, order: Order = Order.QUIET) -> tuple[SideBySide, ...]:
    """Every department once; of equals in Danish order of names, and what is not known last."""
    applications: Counter[str] = Counter()
    grants: Counter[str] = Counter()
    granted: Counter[str] = Counter()
    for application in dataset.of(Application):
        if not status_on(application, on):
            continue
        applications.update(application.departments)
        decided = application.decision is Decision.GRANT and application.decided and application.decided <= on
        if decided and application.granted is not None:
            grants.update(application.departments)
            granted.update(split_evenly(application.granted, application.departments))
    ambassadors = Counter(one.department for one in active_on(dataset.of(Ambassador), on))
    initiatives = Counter(name for one in active_on(dataset.of(Initiative), on) for name in one.departments)
    partnerships = Counter(one.department for one in dataset.of(Partnership) if runs_on(one, on))
    happened = happened_by_department(dataset, on)
    told = members_told(dataset.of(Member), on)
    rows = [
        SideBySide(
            department,
            applications[department.number],
            grants[department.number],
            granted[department.number],
            ambassadors[department.number],
            initiatives[department.number],
            told[1][department.number] if told else None,
            partnerships[department.number],
            happened[department.number][0].on if department.number in happened else None,
        )
        for department in sorted(dataset.of(Department), key=lambda one: sort_key(one.name))
    ]
    key, largest_first = _COMPARED[order]
    known = sorted((row for row in rows if key(row) is not None), key=key, reverse=largest_first)
    return (*known, *(row for row in rows if key(row) is None))


_COMPARED: Mapping[Order, tuple[Callable[[SideBySide], Any], bool]] = {
    Order.QUIET: (lambda row: row.latest or date.min, False),
    Order.RECENT: (lambda row: row.latest or date.min, True),
    Order.NAME: (lambda row: sort_key(row.department.name), False),
    Order.NAME_REVERSED: (lambda row: sort_key(row.department.name), True),
    Order.HOMES: (lambda row: row.department.homes, True),
    Order.FEWEST_HOMES: (lambda row: row.department.homes, False),
    Order.GRANTED: (lambda row: row.granted, True),
    Order.LEAST_GRANTED: (lambda row: row.granted, False),
    Order.APPLICATIONS: (lambda row: row.applications, True),
    Order.FEWEST_APPLICATIONS: (lambda row: row.applications, False),
    Order.AMBASSADORS: (lambda row: row.ambassadors, True),
    Order.FEWEST_AMBASSADORS: (lambda row: row.ambassadors, False),
    Order.INITIATIVES: (lambda row: row.initiatives, True),
    Order.FEWEST_INITIATIVES: (lambda row: row.initiatives, False),
    Order.MEMBERS: (lambda row: row.members, True),
    Order.FEWEST_MEMBERS: (lambda row: row.members, False),
    Order.PARTNERSHIPS: (lambda row: row.partnerships, True),
    Order.FEWEST_PARTNERSHIPS: (lambda row: row.partnerships, False),
}
"""What each order compares, and whether the largest comes first."""
