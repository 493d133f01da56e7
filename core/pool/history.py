"""The pool's applications as a list that can be filtered and sorted, as of a date."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from core.contract.cells.cell import slug
from core.danish import day, sort_key
from core.pool.ledger import Ledger
from core.pool.position import Status, position_on, status_on
from core.pool.tables import Application


@dataclass(frozen=True, slots=True)
class Entry:
    """All amounts in øre."""

    application: Application
    status: Status
    # The decision's date, the date of receipt while undecided.
    on: date
    departments: tuple[str, ...]
    # Granted, else applied for.
    amount: int | None
    paid: int
    # Granted and not paid, still bound.
    left: int
    released: int

    @property
    def is_grant(self) -> bool:
        return self.status not in (Status.PENDING, Status.REJECTED)


def entries_on(ledger: Ledger, names: Mapping[str, str], on: date) -> tuple[Entry, ...]:
    """names: department number -> name. Newest first."""
    found: list[Entry] = []
    for application in ledger.applications:
        status = status_on(application, on)
        if status is None:
            continue
        position = position_on(application, ledger.invoices_of(application), on)
        decided = application.decided if status is not Status.PENDING else None
        found.append(
            Entry(
                application,
                status,
                decided or application.received,
                tuple(names.get(number, number) for number in application.departments),
                position.granted if position else application.requested,
                position.paid if position else 0,
                position.committed if position else 0,
                position.released if position else 0,
            )
        )
    return tuple(sorted(found, key=lambda entry: (-entry.on.toordinal(), sort_key(entry.application.id))))


def filtered(
    entries: Iterable[Entry], department: str = "", year: int | None = None, status: str = "", text: str = ""
) -> tuple[Entry, ...]:
    """department: its number; text: every word of it must stand in project, purpose, department or id."""
    words = [slug(word) for word in text.split() if slug(word)]
    return tuple(
        entry
        for entry in entries
        if (not department or department in entry.application.departments)
        and year in (None, entry.on.year)
        and (not status or entry.status == status)
        and all(word in _searched(entry) for word in words)
    )


def _searched(entry: Entry) -> str:
    application = entry.application
    text = " ".join((application.id, application.project, application.purpose or "", *entry.departments))
    return " ".join(slug(word) for word in text.split())


def _departments(entry: Entry) -> Any:
    return sort_key(", ".join(entry.departments)) if entry.departments else None


ORDERS: Mapping[str, tuple[Callable[[Entry], Any], bool]] = {
    "nyeste": (lambda entry: entry.on, True),
    "aeldste": (lambda entry: entry.on, False),
    "projekt": (lambda entry: sort_key(entry.application.project), False),
    "projekt-omvendt": (lambda entry: sort_key(entry.application.project), True),
    "afdeling": (_departments, False),
    "afdeling-omvendt": (_departments, True),
    "status": (lambda entry: sort_key(entry.status), False),
    "status-omvendt": (lambda entry: sort_key(entry.status), True),
    "beloeb": (lambda entry: entry.amount, True),
    "beloeb-omvendt": (lambda entry: entry.amount, False),
    "betalt": (lambda entry: entry.paid, True),
    "betalt-omvendt": (lambda entry: entry.paid, False),
}
"""The name of each order in the address -> what is compared, and whether the largest comes first."""


def in_order(entries: Iterable[Entry], order: str) -> tuple[Entry, ...]:
    """order: a key of ORDERS; any other is the first. Of equals the newest first, and what is not known last."""
    newest = sorted(entries, key=lambda entry: (-entry.on.toordinal(), sort_key(entry.application.id)))
    key, falls = ORDERS.get(order, ORDERS["nyeste"])
    known = sorted((entry for entry in newest if key(entry) is not None), key=key, reverse=falls)
    return (*known, *(entry for entry in newest if key(entry) is None))


def oldest_open(entries: Iterable[Entry], on: date, least_days: int = 180) -> tuple[Entry, ...]:
    """Open grants that somebody should look at, oldest first: the activity is over, or, where its end is
    not known, it and the grant are at least least_days old.
    """

    def over(entry: Entry) -> bool:
        if end := entry.application.activity_last:
            return end < on
        begun = max(entry.on, entry.application.activity_first or entry.on)
        return (on - begun).days >= least_days

    found = [entry for entry in entries if entry.status is Status.OPEN and over(entry)]
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.application.id)))


def end_in_words(application: Application) -> str:
    """What is known of when the activity of an open grant is over: 'sluttede 12. maj 2026'."""
    if application.activity_last:
        return f"sluttede {day(application.activity_last)}"
    unread = "activity_last" in application.unreadable
    end = "slutdagen kan ikke læses" if unread else "slutdagen er ikke oplyst"
    return f"begyndte {day(application.activity_first)}; {end}" if application.activity_first else end


def unknown_end_in_words(application: Application) -> str:
    """Of an activity whose last day is not known: 'det er ikke oplyst, hvornår aktiviteten slutter'."""
    first = application.activity_first
    begun = f"aktiviteten begyndte {day(first)}, og " if first else ""
    it = "den" if first else "aktiviteten"
    if "activity_last" in application.unreadable:
        return f"{begun}den dag, {it} slutter, kan ikke læses"
    return f"{begun}det er ikke oplyst, hvornår {it} slutter"
