"""Partnership agreements between departments and the organisation, year by year against the room there is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain

from core.contract.dataset import Dataset
from core.danish import count, ended, in_words, number, sort_key
from core.organisation.meetings import last_meeting
from core.organisation.tables import BoardMeeting, Department
from core.partnerships.tables import PARTNERSHIP_YEARS, PARTNERSHIPS, Partnership, PartnershipYear

_TABLES = (PARTNERSHIP_YEARS.name, PARTNERSHIPS.name)


@dataclass(frozen=True, slots=True)
class Year:
    """room: how many could be had, None where not told; applied, agreed, ended: in the year and not after the date;
    running: on the year's last day, or on the date in the year of the date.
    """

    year: int
    room: int | None
    applied: int
    agreed: int
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
    """years: newest first; departments: those with an agreement, an application or one before, running first;
    never: those that have never had one, in Danish order; every: how many departments there are.
    """

    on: date
    used: bool
    years: tuple[Year, ...]
    departments: tuple[WithDepartment, ...]
    never: tuple[Department, ...]
    every: int
    since: BoardMeeting | None
    news: tuple[tuple[date, str, str], ...]
    aside: int

    @property
    def running(self) -> int:
        return sum(len(one.running) for one in self.departments)

    @property
    def sentence(self) -> str:
        """'4 partnerskabsaftaler løber. I 2026 er der indgået tre af fem; 29 af 38 afdelinger har aldrig haft en.'"""
        running = count(self.running, "partnerskabsaftale", "partnerskabsaftaler")
        said = f"{running if self.running else 'Ingen partnerskabsaftaler'} løber."
        this = next((year for year in self.years if year.year == self.on.year), None)
        if this and this.over:
            room = f"men der var kun plads til {_so_many(this.room or 0)}"
            said += f" I {this.year} er der indgået {_so_many(this.agreed)}, {room}."
        elif this and this.room is not None:
            said += f" I {this.year} er der indgået {_so_many(this.agreed)} af {_so_many(this.room)}."
        never = f"{number(len(self.never))} af {count(self.every, 'afdeling', 'afdelinger')} har aldrig haft en"
        return f"{said} {ended(never)}" if self.every else said


def _so_many(agreements: int) -> str:
    return "én" if agreements == 1 else in_words(agreements)


def partnership_overview(dataset: Dataset, on: date) -> PartnershipOverview:
    known = [one for one in dataset.of(Partnership) if one.applied <= on or _on_or_before(one.agreed, on)]
    since = last_meeting(dataset.of(BoardMeeting), on)
    names = {one.number: one.name for one in dataset.of(Department)}
    rows = [
        _with(department, known, on) for department in sorted(dataset.of(Department), key=lambda d: sort_key(d.name))
    ]
    some = [row for row in rows if row.running or row.over or row.waiting]
    return PartnershipOverview(
        on=on,
        used=dataset.has(*_TABLES),
        years=_years(dataset.of(PartnershipYear), known, on),
        departments=tuple(sorted(some, key=lambda row: (not row.running, not row.waiting))),
        never=tuple(row.department for row in rows if not row.running and not row.over),
        every=len(rows),
        since=since,
        news=_news(known, names, since.date, on) if since else (),
        aside=dataset.not_counted_in(*_TABLES),
    )


def runs_on(one: Partnership, on: date) -> bool:
    """From the day it was agreed, and no longer on the day it ends."""
    return _on_or_before(one.agreed, on) and not _on_or_before(one.ended, on)


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


def _news(
    known: Iterable[Partnership], names: dict[str, str], after: date, until: date
) -> tuple[tuple[date, str, str], ...]:
    """Day, department, what happened."""
    found = []
    for one in known:
        about = f" om {one.subject}" if one.subject else ""
        for day, happened in (
            (one.applied, f"har søgt en partnerskabsaftale{about}"),
            (one.agreed, f"har indgået en partnerskabsaftale{about}"),
            (one.declined, f"har fået afslag på en partnerskabsaftale{about}"),
            (one.ended, f"har afsluttet en partnerskabsaftale{about}"),
        ):
            if day and after < day <= until:
                found.append((day, names.get(one.department, one.department), happened))
    return tuple(sorted(found, key=lambda item: (item[0], sort_key(item[1]))))
