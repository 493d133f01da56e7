"""What happened among the ambassadors between two dates, as a short list."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from core.ambassadors.tables import Ambassador, Initiative, NetworkMeeting
from core.danish import count, listed, sort_key


@dataclass(frozen=True, slots=True)
class AmbassadorNews:
    """subject: a department, an initiative or a topic, as typed; text: a Danish clause to stand after it."""

    on: date
    subject: str
    text: str


def ambassador_news(
    ambassadors: Iterable[Ambassador],
    meetings: Iterable[NetworkMeeting],
    initiatives: Iterable[Initiative],
    names: Mapping[str, str],
    after: date,
    until: date,
) -> tuple[AmbassadorNews, ...]:
    """With after < date <= until, oldest first; those of one department and day are told together.
    names: department number -> name.
    """
    came: dict[tuple[date, str, str], int] = {}
    for one in ambassadors:
        where = names.get(one.department, one.department)
        for on, happened in ((one.first, "ny"), (one.last, "stoppet")):
            if on and after < on <= until:
                came[on, where, happened] = came.get((on, where, happened), 0) + 1
    found = [AmbassadorNews(on, where, _people(amount, happened)) for (on, where, happened), amount in came.items()]
    found += [
        AmbassadorNews(one.date, "Netværksmøde", one.topic or "holdt") for one in meetings if after < one.date <= until
    ]
    for initiative in initiatives:
        where = listed(names.get(number, number) for number in initiative.departments) or "alle afdelinger"
        for day, happened in ((initiative.first, f"er begyndt ({where})"), (initiative.last, f"er slut ({where})")):
            if day and after < day <= until:
                found.append(AmbassadorNews(day, initiative.name, happened))
    return tuple(sorted(found, key=lambda item: (item.on, sort_key(item.subject))))


def _people(amount: int, happened: str) -> str:
    if happened == "ny":
        return count(amount, "ny ambassadør", "nye ambassadører")
    return count(amount, "ambassadør er holdt op", "ambassadører er holdt op")
