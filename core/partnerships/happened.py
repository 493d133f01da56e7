"""What happened with the partnership agreements between two dates."""

from datetime import date

from core.contract.dataset import Dataset
from core.danish import sort_key
from core.organisation.tables import Department
from core.partnerships.overview import known_on
from core.partnerships.tables import Partnership
from core.subject.event import Event


def happened(dataset: Dataset, after: date, until: date) -> tuple[Event, ...]:
    """With after < date <= until, oldest first."""
    names = {department.number: department.name for department in dataset.of(Department)}
    events = []
    for agreement in known_on(dataset.of(Partnership), until):
        subject = f" om {agreement.subject}" if agreement.subject else ""
        for day, what in (
            (agreement.applied, f"har søgt en partnerskabsaftale{subject}"),
            (agreement.agreed, f"har indgået en partnerskabsaftale{subject}"),
            (agreement.declined, f"har fået afslag på en partnerskabsaftale{subject}"),
            (agreement.ended, f"har afsluttet en partnerskabsaftale{subject}"),
        ):
            if day and after < day <= until:
                about = names.get(agreement.department, agreement.department)
                events.append(Event(day, about, what, departments=(agreement.department,)))
    return tuple(sorted(events, key=lambda event: (event.on or date.max, sort_key(event.about))))
