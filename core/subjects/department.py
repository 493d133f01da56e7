"""One department over all subjects: what each tells of it, what has happened in it, what falls due."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.contract.dataset import Dataset
from core.danish import ended, listed
from core.organisation.departments import names_told_apart
from core.organisation.tables import Department
from core.subject.event import Event
from core.subject.of_department import Part
from core.subjects import SUBJECTS
from core.subjects.overview import SubjectsOverview


@dataclass(frozen=True, slots=True)
class DepartmentOverview:
    department: Department
    # As it is called beside the others.
    name: str
    # In the registry's order.
    parts: tuple[Part, ...]
    # Newest first.
    happened: tuple[Event, ...]
    # From before the date, when it is overdue, to the next meeting; what has no day last.
    due: tuple[Event, ...]

    @property
    def latest(self) -> date | None:
        """When something last happened in it, None for never."""
        return self.happened[0].on if self.happened else None

    @property
    def aside(self) -> int:
        """Rows that may be about it and are in no figure."""
        return sum(part.aside for part in self.parts)

    @property
    def sentence(self) -> str:
        """'Birkelyet har fået 12.000 kr. af puljen i 2026, har 2 ambassadører og har ingen partnerskabsaftale.'"""
        clauses = [part.clause for part in self.parts if part.clause]
        return ended(f"{self.name} {listed(clauses)}") if clauses else f"Der er intet at fortælle om {self.name} endnu."


def department_overview(
    dataset: Dataset, department: Department, overview: SubjectsOverview, happened: Mapping[str, tuple[Event, ...]]
) -> DepartmentOverview:
    """overview and happened: of the same data on the same date."""
    number = department.number
    return DepartmentOverview(
        department,
        names_told_apart(dataset.of(Department))[number],
        tuple(
            replace(part, address=subject.address)
            for subject in SUBJECTS
            if subject.in_use(dataset)
            for part in subject.of_department(dataset, number, overview.on)
        ),
        happened.get(number, ()),
        tuple(event for event in overview.due if number in event.departments),
    )


def happened_by_department(dataset: Dataset, on: date) -> Mapping[str, tuple[Event, ...]]:
    """By number, what has ever happened in it until the date, that day too; newest first."""
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for subject in SUBJECTS:
        for event in subject.happened(dataset, date.min, on):
            for number in event.departments:
                found[number].append(event)
    return {number: tuple(sorted(events, key=_newest)) for number, events in found.items()}


def _newest(event: Event) -> int:
    return -(event.on or date.min).toordinal()
