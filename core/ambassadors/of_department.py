"""What the ambassadors' tables tell of one department: how many it has, and what they have set going in it."""

from collections.abc import Iterator
from datetime import date

from core.ambassadors.tables import AMBASSADORS, INITIATIVES, Ambassador, Initiative
from core.calendar.active import active_on, is_active
from core.contract.dataset import Dataset
from core.danish import count, day, day_short, listed, sort_key
from core.organisation.departments import aside_of_department
from core.organisation.tables import Department
from core.subject.of_department import Column, Holds, Part, Row


def of_department(dataset: Dataset, number: str, on: date) -> Iterator[Part]:
    yield _ambassadors(dataset, number, on)
    yield _initiatives(dataset, number, on)


def _ambassadors(dataset: Dataset, number: str, on: date) -> Part:
    """How many and since when, and nothing of who."""
    begun = [one for one in dataset.of(Ambassador) if one.department == number and one.first <= on]
    active = active_on(begun, on)
    aside = len(aside_of_department(dataset, number, AMBASSADORS.name))
    has = f"har {count(len(active), 'ambassadør', 'ambassadører')}"
    if active:
        since = day(min(one.first for one in active))
        told = f"Afdelingen {has}{' siden' if len(active) == 1 else ', den første siden'} {since}."
        return Part("Ambassadører", told, has, aside=aside)
    if aside:
        return Part("Ambassadører", "Der er ingen ambassadør i afdelingen, der kan læses.", aside=aside)
    if stopped := [one.last for one in begun if one.last]:
        told = f"Afdelingen mistede sin sidste ambassadør {day(max(stopped))}."
        return Part("Ambassadører", told, "har mistet sin sidste ambassadør")
    return Part("Ambassadører", "Afdelingen har aldrig haft en ambassadør.", "har aldrig haft en ambassadør")


def _initiatives(dataset: Dataset, number: str, on: date) -> Part:
    """Those that are over too, the newest first."""
    names = {one.number: one.name for one in dataset.of(Department)}
    mine = [one for one in dataset.of(Initiative) if number in one.departments and one.first <= on]
    mine.sort(key=lambda one: (not is_active(one, on), -one.first.toordinal(), sort_key(one.name)))
    going = len(active_on(mine, on))
    for_all = sum(one.for_all for one in active_on(dataset.of(Initiative), on))
    unplaced = sum(one.where_unknown and one.first <= on for one in dataset.of(Initiative))
    aside = len(aside_of_department(dataset, number, INITIATIVES.name)) + unplaced
    told = f"{count(going, 'initiativ er', 'initiativer er') if going else 'Ingen initiativer er'} i gang i afdelingen."
    if aside and not going:
        told = "Der er intet initiativ i gang i afdelingen, der kan læses."
    if for_all:
        told += f" {count(for_all, 'initiativ', 'initiativer')} for alle afdelinger er ikke talt med."
    return Part(
        heading="Initiativer",
        told=told,
        columns=(
            Column("Initiativ"),
            Column("Sammen med"),
            Column("Begyndt", Holds.DATE),
            Column("Slut", Holds.DATE),
        ),
        rows=tuple(
            Row(
                (
                    one.name,
                    listed(names[other] for other in one.departments if other != number) or "–",
                    day_short(one.first),
                    "i gang" if is_active(one, on) else day_short(one.last or on),
                )
            )
            for one in mine
        ),
        aside=aside,
    )
