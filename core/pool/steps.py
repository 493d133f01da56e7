"""What moved the pool's money, day by day. The steps between two dates add up to the difference of their balances."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from core.pool.appropriation import change_of
from core.pool.ledger import Ledger
from core.pool.position import Position, position_on
from core.pool.tables import Application, Decision


class Movement(StrEnum):
    APPROPRIATION = "rammen ændret"
    GRANTED = "tilsagn"
    PAID = "betaling"
    CLOSED = "afsluttet"
    LAPSED = "bortfaldet"


@dataclass(frozen=True, slots=True)
class Step:
    """What moved of one application on one day, or of the appropriation."""

    on: date
    # None where it is the appropriation that changed.
    application: Application | None
    movements: tuple[Movement, ...]
    # Changes in øre, as are those below.
    free: int
    committed: int
    paid: int
    released: int


_NOTHING = Position(0, 0, 0, 0, 0, 0)


def steps(ledger: Ledger, after: date, until: date) -> tuple[Step, ...]:
    """Steps with after < date <= until, by date and then application."""
    found = _changes(ledger) + [step for one in ledger.applications for step in _steps_of(ledger, one)]
    within = (step for step in found if after < step.on <= until)
    return tuple(sorted(within, key=lambda step: (step.on, step.application.id if step.application else "")))


def _changes(ledger: Ledger) -> list[Step]:
    return [
        Step(change.on, None, (Movement.APPROPRIATION,), change_of(change, ledger.pool.id), 0, 0, 0)
        for change in sorted(ledger.changes, key=lambda change: change.id)
    ]


def _steps_of(ledger: Ledger, application: Application) -> list[Step]:
    if application.decision is not Decision.GRANT or application.decided is None:
        return []
    invoices = ledger.invoices_of(application)
    movements: dict[date, list[Movement]] = {application.decided: [Movement.GRANTED]}
    for invoice in invoices:
        if invoice.paid:
            # Paid before the decision counts from the decision on.
            days = movements.setdefault(max(invoice.paid, application.decided), [])
            if Movement.PAID not in days:
                days.append(Movement.PAID)
    closed, lapsed = application.closed, application.lapsed
    if closed and lapsed and closed <= lapsed:
        lapsed = None  # It has ended already.
    for movement, day in ((Movement.CLOSED, closed), (Movement.LAPSED, lapsed)):
        if day:
            movements.setdefault(max(day, application.decided), []).append(movement)
    found: list[Step] = []
    before = _NOTHING
    for day in sorted(movements):
        now = position_on(application, invoices, day) or _NOTHING
        found.append(
            Step(
                day,
                application,
                tuple(movements[day]),
                before.bound - now.bound,
                now.committed - before.committed,
                now.paid - before.paid,
                now.released - before.released,
            )
        )
        before = now
    return found


@dataclass(frozen=True, slots=True)
class Point:
    """The free balance in øre from this day on."""

    on: date
    free: int
    # What happened on it.
    steps: tuple[Step, ...]


def free_over_time(ledger: Ledger, until: date) -> tuple[Point, ...]:
    """From the day before the first step, or the pool's first day if that is earlier, to the date."""
    found = steps(ledger, date.min, until)
    start = min([ledger.pool.first, *(step.on - timedelta(days=1) for step in found[:1])])
    by_day: dict[date, list[Step]] = {}
    for step in found:
        by_day.setdefault(step.on, []).append(step)
    free = ledger.pool.appropriation
    points = [Point(min(start, until), free, ())]
    for day, same_day in by_day.items():
        free += sum(step.free for step in same_day)
        points.append(Point(day, free, tuple(same_day)))
    if points[-1].on < until:
        points.append(Point(until, free, ()))
    return tuple(points)
