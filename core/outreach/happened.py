"""What was told between two dates."""

from datetime import date

from core.contract.dataset import Dataset
from core.outreach.tables import Outreach
from core.subject.event import Event


def happened(dataset: Dataset, after: date, until: date) -> tuple[Event, ...]:
    """With after < date <= until, oldest first."""
    new = [one for one in reversed(dataset.of(Outreach)) if after < one.date <= until]
    return tuple(Event(one.date, one.what, f"fortalt {one.side}") for one in sorted(new, key=lambda one: one.date))
