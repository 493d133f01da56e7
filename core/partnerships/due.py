"""What falls due of the partnership agreements."""

from collections.abc import Iterator
from datetime import date

from core.danish import day
from core.partnerships.overview import PartnershipOverview
from core.subject.event import Event


def due(overview: PartnershipOverview, until: date) -> Iterator[Event]:
    """Applications without an answer, and agreements that end."""
    for row in overview.departments:
        name, concerns = row.department.name, (row.department.number,)
        for waiting in row.waiting:
            since = f"har ventet på svar om en partnerskabsaftale siden {day(waiting.applied)}"
            yield Event(None, name, since, asks="søger en partnerskabsaftale", departments=concerns)
        for running in row.running:
            if running.ended and running.ended <= until:
                yield Event(running.ended, name, "partnerskabsaftalen slutter", departments=concerns)
