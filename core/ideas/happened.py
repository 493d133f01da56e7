"""Which departments took an idea in use, or gave one up, between two dates."""

from datetime import date

from core.contract.dataset import Dataset
from core.danish import sort_key
from core.ideas.tables import Idea, IdeaUse
from core.organisation.tables import Department
from core.subject.event import Event


def happened(dataset: Dataset, after: date, until: date) -> tuple[Event, ...]:
    """With after < date <= until, oldest first."""
    names = {one.number: one.name for one in dataset.of(Department)}
    ideas = {one.id: one.name for one in dataset.of(Idea)}
    events = [
        Event(on, names[use.department], what.format(ideas[use.idea]), departments=(use.department,))
        for use in dataset.of(IdeaUse)
        for on, what in ((use.first, "har taget idéen »{}« i brug"), (use.last, "bruger ikke længere idéen »{}«"))
        if on and after < on <= until
    ]
    return tuple(sorted(events, key=lambda event: (event.on or date.max, sort_key(event.about))))
