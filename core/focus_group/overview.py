"""Everything the screen »Fokusgruppen« shows on one date, computed once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from core.calendar.active import active_on
from core.contract.cells.age import Ages, ages_or_none
from core.contract.dataset import Dataset
from core.danish import sort_key
from core.focus_group.bands import bands_of
from core.focus_group.compared import Category, Compared, categories_of, comparable, compared
from core.focus_group.concealed import Concealed
from core.focus_group.concealing import concealed_in
from core.focus_group.dissimilarity import dissimilarity
from core.focus_group.invite import MOST_INVITATIONS, Attribute, Invitations, invite
from core.focus_group.residents import residents_on
from core.focus_group.tables import HIDE_BELOW, GroupMeeting, Member, Residents
from core.focus_group.tables import TABLES as FOCUS_GROUP_TABLES
from core.focus_group.told import days_told, departments_told_on
from core.organisation.settings import number_set
from core.organisation.tables import Department


@dataclass(frozen=True, slots=True)
class AtMeeting:
    """How the group was at one of its meetings."""

    meeting: GroupMeeting
    members: int
    # D on each attribute, None where it cannot be told.
    ages: Fraction | None
    departments: Fraction | None


@dataclass(frozen=True, slots=True)
class FocusGroupOverview:
    on: date
    members: int
    bands: tuple[Ages, ...]
    # All of them, None where too few to tell.
    residents: int | None
    ages: Compared
    # As they were on told, None where they cannot be told.
    departments: Compared | None
    told: date | None
    # The best 1, 2, …
    invitations: tuple[Invitations, ...]
    history: tuple[AtMeeting, ...]
    coming: tuple[GroupMeeting, ...]
    # Of departments, by number.
    names: dict[str, str]
    threshold: int
    # Rows that count nowhere.
    aside: int


_TABLES = tuple(table.name for table in FOCUS_GROUP_TABLES)


@dataclass(frozen=True, slots=True)
class _Mirror:
    """The residents of one date as they may be shown."""

    bands: tuple[str, ...]
    # Department -> residents in each band.
    table: Mapping[str, tuple[int, ...]]
    concealed: Concealed
    # So few in all that nothing is told of them.
    few: bool

    def ages(self, members: Iterable[Member]) -> tuple[tuple[Category, ...], int]:
        totals = {band: sum(row[place] for row in self.table.values()) for place, band in enumerate(self.bands)}
        hidden = [self.few or band in self.concealed.bands for band in self.bands]
        return categories_of(totals, hidden, [one.ages for one in members])

    def departments(self, members: Iterable[Member]) -> tuple[tuple[Category, ...], int]:
        totals = {department: sum(row) for department, row in self.table.items()}
        hidden = [self.few or department in self.concealed.departments for department in self.table]
        return categories_of(totals, hidden, [one.department for one in members])

    def living(self, bands: Sequence[Category], departments: Sequence[Category]) -> dict[tuple[int, int], int]:
        """Residents by band and department where the count is not hidden, by the places of the categories."""
        found = {}
        for place, band in enumerate(bands):
            for other, department in enumerate(departments):
                if len(band.names) == len(department.names) == 1:
                    cell = (*department.names, *band.names)
                    if cell not in self.concealed.cells:
                        found[place, other] = self.table[cell[0]][self.bands.index(cell[1])]
        return found


_ANYBODY = (Category((), 0, 1),)
"""Where an attribute cannot be compared, it does not matter."""


def focus_group_overview(dataset: Dataset, on: date) -> FocusGroupOverview:
    names = {one.number: one.name for one in dataset.of(Department)}
    threshold = number_set(dataset, HIDE_BELOW)
    bands = bands_of(dataset)
    members = active_on(dataset.of(Member), on)
    days = days_told(dataset.of(Member))
    told = departments_told_on(days, on)
    held = sorted((one for one in dataset.of(GroupMeeting) if one.date <= on), key=lambda one: one.date)
    mirrors = _mirrors(dataset, {on, *(one.date for one in held)}, threshold)
    mirror = mirrors[on]
    ages = compared(*mirror.ages(members))
    departments = (
        compared(*mirror.departments(active_on(dataset.of(Member), told or on))) if told or not members else None
    )
    return FocusGroupOverview(
        on=on,
        members=len(members),
        bands=bands,
        residents=None if mirror.table and mirror.few else sum(map(sum, mirror.table.values())),
        ages=ages,
        departments=departments,
        told=told,
        invitations=_invitations(mirror, ages, departments),
        history=tuple(_at_meeting(dataset, meeting, days, mirrors[meeting.date]) for meeting in held),
        coming=tuple(sorted((one for one in dataset.of(GroupMeeting) if one.date > on), key=lambda one: one.date)),
        names=names,
        threshold=threshold,
        aside=dataset.not_counted_in(*_TABLES),
    )


def _mirrors(dataset: Dataset, days: Iterable[date], threshold: int) -> dict[date, _Mirror]:
    """The same is hidden on every day."""
    bands = tuple(map(str, bands_of(dataset)))
    names = {one.number: one.name for one in dataset.of(Department)}
    hidden = concealed_in(dataset)
    empty = dict.fromkeys(hidden.departments & names.keys(), (0,) * len(bands))
    mirrors = {}
    for day, counted in residents_on(dataset.of(Residents), bands, days).items():
        found = empty | counted
        table = {number: found[number] for number in sorted(found, key=lambda number: sort_key(names[number]))}
        mirrors[day] = _Mirror(bands, table, hidden, sum(map(sum, table.values())) < threshold)
    return mirrors


def _invitations(mirror: _Mirror, ages: Compared, departments: Compared | None) -> tuple[Invitations, ...]:
    """Over age bands and departments together; where only one of them can be compared, over that one alone."""
    by_age = ages.categories if ages.comparable else _ANYBODY
    by_department = departments.categories if departments and departments.comparable else _ANYBODY
    if by_age == by_department == _ANYBODY:
        return ()
    living = mirror.living(by_age, by_department)
    bands, homes = (
        Attribute([one.count for one in categories], [one.residents for one in categories])
        for categories in (by_age, by_department)
    )
    return tuple(invite(bands, homes, more, living) for more in range(1, MOST_INVITATIONS + 1))


def _at_meeting(dataset: Dataset, meeting: GroupMeeting, days: Sequence[date], mirror: _Mirror) -> AtMeeting:
    members = active_on(dataset.of(Member), meeting.date)
    told = departments_told_on(days, meeting.date)
    return AtMeeting(
        meeting,
        len(members),
        _d(mirror.ages(members)[0]),
        _d(mirror.departments(active_on(dataset.of(Member), told))[0]) if told else None,
    )


def _d(categories: Sequence[Category]) -> Fraction | None:
    if not comparable(categories):
        return None
    return dissimilarity([one.count for one in categories], [one.residents for one in categories])


def band_told(name: str) -> str:
    """'18-29' -> '18-29 år', '75+' -> '75 år og derover'."""
    ages = ages_or_none(name)
    return ages.told if ages else name
