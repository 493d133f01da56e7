"""How the pool's money falls on departments, and who has never applied."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.danish import listed, sort_key
from core.organisation.tables import Department
from core.pool.ledger import Ledger
from core.pool.position import position_on, status_on
from core.pool.tables import Application


def split_evenly(amount: int, departments: Sequence[str]) -> dict[str, int]:
    """An amount for several departments in equal parts of whole øre; the first take the øre left over."""
    if not departments:
        return {}
    part, rest = divmod(amount, len(departments))
    return {name: part + (place < rest) for place, name in enumerate(departments)}


def bound_by_department(ledger: Ledger, on: date, year: int | None = None) -> Counter[str]:
    """Øre each department's projects take from the pool on the date (committed and paid);
    with a year, only grants decided in it.
    """
    bound: Counter[str] = Counter()
    for application in ledger.applications:
        position = position_on(application, ledger.invoices_of(application), on)
        if position and application.decided and year in (None, application.decided.year):
            bound.update(split_evenly(position.bound, application.departments))
    return bound


def bound_in_year(ledger: Ledger, on: date) -> Counter[str]:
    """Øre each department has had by the date from grants of its calendar year, from all pools of the name."""
    bound: Counter[str] = Counter()
    for one in (ledger, *ledger.family):
        bound.update(bound_by_department(one, on, on.year))
    return bound


def grants_in_year(ledger: Ledger, on: date) -> Counter[str]:
    """How many grants each department has had by the date in its calendar year, from all pools of the name. One that
    ended without taking any money does not count.
    """
    return Counter(
        department
        for one in (ledger, *ledger.family)
        for application in one.applications
        if application.decided and application.decided.year == on.year
        if (position := position_on(application, one.invoices_of(application), on)) and position.bound > 0
        for department in application.departments
    )


def unplaced_in_year(ledger: Ledger, on: date) -> dict[Application, int]:
    """Grants of the same that no department is known to have had, and what each takes in øre."""
    return {
        application: position.bound
        for one in (ledger, *ledger.family)
        for application in one.applications
        if not application.departments
        and application.decided
        and application.decided.year == on.year
        and (position := position_on(application, one.invoices_of(application), on))
        and position.bound
    }


def without_department(unplaced: Iterable[Application]) -> str:
    """As a question, to stand after »det er ikke oplyst«."""
    return f"hvilken afdeling {listed(f'»{one.project}« ({one.id})' for one in unplaced)} hører til"


@dataclass(frozen=True, slots=True)
class DepartmentRow:
    department: Department
    # This pool's, as are grants and bound.
    applications: int
    grants: int
    # Øre.
    bound: int
    # Over all pools, None for never.
    last_applied: date | None


def department_rows(
    departments: Iterable[Department], ledger: Ledger, applications: Iterable[Application], on: date
) -> tuple[DepartmentRow, ...]:
    """Every department, in Danish order of names. applications: those of all pools."""
    last: dict[str, date] = {}
    for application in applications:
        if status_on(application, on):
            for name in application.departments:
                received = min(application.received, application.decided or application.received)
                last[name] = max(last.get(name, date.min), received)
    applied: Counter[str] = Counter()
    granted: Counter[str] = Counter()
    for application in ledger.applications:
        if status_on(application, on):
            applied.update(application.departments)
            if position_on(application, (), on):
                granted.update(application.departments)
    bound = bound_by_department(ledger, on)
    return tuple(
        DepartmentRow(d, applied[d.number], granted[d.number], bound[d.number], last.get(d.number))
        for d in sorted(departments, key=lambda d: sort_key(d.name))
    )


@dataclass(frozen=True, slots=True)
class NeverApplied:
    departments: int
    of_departments: int
    # Of the departments that state them.
    homes: int
    of_homes: int
    # So many departments do not,
    homes_unknown: int
    # of which so many have never applied.
    never_unknown: int


def never_applied(rows: Iterable[DepartmentRow]) -> NeverApplied:
    rows = tuple(rows)
    never = [row.department for row in rows if row.last_applied is None]
    return NeverApplied(
        departments=len(never),
        of_departments=len(rows),
        homes=sum(department.homes or 0 for department in never),
        of_homes=sum(row.department.homes or 0 for row in rows),
        homes_unknown=sum(row.department.homes is None for row in rows),
        never_unknown=sum(department.homes is None for department in never),
    )
