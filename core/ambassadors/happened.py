"""What happened among the ambassadors between two dates."""

from collections import Counter
from datetime import date

from core.ambassadors.tables import Ambassador, Initiative, NetworkMeeting
from core.contract.dataset import Dataset
from core.danish import count, listed, sort_key
from core.organisation.tables import Department
from core.subject.event import Event


def happened(dataset: Dataset, after: date, until: date) -> tuple[Event, ...]:
    """With after < date <= until, oldest first; those of one department and day are told together."""
    names = {one.number: one.name for one in dataset.of(Department)}
    came: Counter[tuple[date, str, str]] = Counter()
    for ambassador in dataset.of(Ambassador):
        for on, change in ((ambassador.first, "ny"), (ambassador.last, "stoppet")):
            if on and after < on <= until:
                came[on, ambassador.department, change] += 1
    events = [
        Event(on, names.get(where, where), _people(amount, change), departments=(where,))
        for (on, where, change), amount in came.items()
    ]
    events += [
        Event(meeting.date, "Netværksmøde", meeting.topic or "holdt")
        for meeting in dataset.of(NetworkMeeting)
        if after < meeting.date <= until
    ]
    for initiative in dataset.of(Initiative):
        where = listed(names.get(number, number) for number in initiative.departments) or (
            "alle afdelinger" if initiative.for_all else "afdelingen kan ikke læses"
        )
        for day, change in ((initiative.first, f"er begyndt ({where})"), (initiative.last, f"er slut ({where})")):
            if day and after < day <= until:
                events.append(Event(day, initiative.name, change, departments=initiative.departments))
    return tuple(sorted(events, key=lambda event: (event.on or date.max, sort_key(event.about))))


def _people(amount: int, change: str) -> str:
    if change == "ny":
        return count(amount, "ny ambassadør", "nye ambassadører")
    return count(amount, "ambassadør er holdt op", "ambassadører er holdt op")
