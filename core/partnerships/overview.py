"""Partnership agreements between departments and the organisation, year by year against the room there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from core.contract.dataset import Dataset
from core.danish import capital, count, day_short, number, part_of, sort_key
from core.organisation.tables import Department
from core.partnerships.tables import PARTNERSHIP_YEARS, PARTNERSHIPS, Partnership, PartnershipYear

_TABLES = (PARTNERSHIP_YEARS.name, PARTNERSHIPS.name)


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    # How many could be had, None where not told.
    room: int | None
    # In the year and not after the date, as are agreed and ended.
    applied: int
    agreed: int
    # On the year's last day, or on the date in the year of the date.
    running: int
    ended: int

    @property
    def over(self) -> int:
        """How many more were agreed than there was room for."""
        return max(self.agreed - self.room, 0) if self.room is not None else 0


@dataclass(frozen=True, slots=True)
class WithDepartment:
    department: Department
    running: tuple[Partnership, ...]
    over: tuple[Partnership, ...]
    waiting: tuple[Partnership, ...]


@dataclass(frozen=True, slots=True)
class PartnershipOverview:
    on: date
    # Newest first.
    years: tuple[Year, ...]
    # Those with an agreement, an application or one before: first those that wait for an answer, then those with one.
    departments: tuple[WithDepartment, ...]
    # Those that have never had one, in Danish order.
    never: tuple[Department, ...]
    # How many departments there are.
    every: int
    aside: int

    @property
    def running(self) -> int:
        return sum(len(one.running) for one in self.departments)

    @property
    def waiting(self) -> int:
        """Departments with an application that has no answer."""
        return sum(bool(one.waiting) for one in self.departments)

    @property
    def sentence(self) -> str:
        """'4 partnerskabsaftaler løber. I 2026 er der plads til 5, og 3 er indgået. 29 af 38 …'"""
        running = count(self.running, "partnerskabsaftale", "partnerskabsaftaler")
        waits = f", og {count(self.waiting, 'afdeling', 'afdelinger')} venter på svar" if self.waiting else ""
        said = f"{running if self.running else 'Ingen partnerskabsaftaler'} løber{waits}."
        this = self.this_year
        if this and this.over:
            room = f"der var kun plads til {number(this.room)}" if this.room else "der var ikke plads til nogen"
            said += f" I {this.year} er der indgået {number(this.agreed)}, men {room}."
        elif this and this.room is not None:
            room = f"plads til {number(this.room)}" if this.room else "ikke plads til nogen"
            agreed = f", og {number(this.agreed) if this.agreed else 'ingen'} er indgået" if this.room else ""
            said += f" I {this.year} er der {room}{agreed}."
        return f"{said} {self._never}".rstrip()

    @property
    def this_year(self) -> Year | None:
        """That of the date, None where nothing is known of it."""
        return next((year for year in self.years if year.year == self.on.year), None)

    @property
    def _never(self) -> str:
        if not self.every:
            return ""
        if not self.never:
            return f"{capital(part_of(self.every, self.every, 'afdeling', 'afdelinger'))} har haft en."
        if len(self.never) == self.every:
            return "Ingen afdelinger har haft en endnu."
        return f"{number(len(self.never))} af {count(self.every, 'afdeling', 'afdelinger')} har aldrig haft en."


def partnership_overview(dataset: Dataset, on: date) -> PartnershipOverview:
    known = known_on(dataset.of(Partnership), on)
    rows = [
        _with(department, known, on) for department in sorted(dataset.of(Department), key=lambda d: sort_key(d.name))
    ]
    some = [row for row in rows if row.running or row.over or row.waiting]
    return PartnershipOverview(
        on=on,
        years=_years(dataset.of(PartnershipYear), known, on),
        departments=tuple(sorted(some, key=lambda row: (not row.waiting, not row.running))),
        never=tuple(row.department for row in rows if not row.running and not row.over),
        every=len(rows),
        aside=dataset.not_counted_in(*_TABLES),
    )


def known_on(agreements: Iterable[Partnership], on: date) -> list[Partnership]:
    """Those that had been applied for or agreed."""
    return [one for one in agreements if one.applied <= on or _on_or_before(one.agreed, on)]


def runs_on(one: Partnership, on: date) -> bool:
    """From the day it was agreed, and no longer on the day it ends."""
    return _on_or_before(one.agreed, on) and not _on_or_before(one.ended, on)


def running_in_words(one: Partnership) -> str:
    """The days of an agreement that runs: 'siden 15-03-2024', with 'til 28-02-2025' where its end is known."""
    since = f"siden {day_short(one.agreed or one.applied)}"
    return f"{since}, til {day_short(one.ended)}" if one.ended else since


def _on_or_before(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _with(department: Department, known: Iterable[Partnership], on: date) -> WithDepartment:
    mine = [one for one in known if one.department == department.number]
    return WithDepartment(
        department,
        tuple(one for one in mine if runs_on(one, on)),
        tuple(one for one in mine if _on_or_before(one.ended, on)),
        tuple(one for one in mine if not _on_or_before(one.agreed, on) and not _on_or_before(one.declined, on)),
    )


def _years(rooms: Iterable[PartnershipYear], known: list[Partnership], on: date) -> tuple[Year, ...]:
    room = {one.year: one.room for one in rooms}
    days = chain.from_iterable((one.applied, one.agreed, one.ended) for one in known)
    years = {day.year for day in days if day and day <= on} | {year for year in room if year <= on.year}

    def within(day: date | None, year: int) -> bool:
        return day is not None and day.year == year and day <= on

    return tuple(
        Year(
            year,
            room.get(year),
            sum(within(one.applied, year) for one in known),
            sum(within(one.agreed, year) for one in known),
            sum(runs_on(one, min(on, date(year, 12, 31))) for one in known),
            sum(within(one.ended, year) for one in known),
        )
        for year in sorted(years, reverse=True)
    )
