"""What falls due in the pools."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from core.danish import day, kroner, kroner_whole
from core.pool.history import unknown_end_in_words
from core.pool.in_turn import waiting_on
from core.pool.overview import PoolOverview
from core.pool.pools import PoolsOverview
from core.pool.position import Status
from core.pool.rulebook import RULE_BY_KEY
from core.pool.tables import Application
from core.subject.event import Event


def due(overview: PoolsOverview, until: date) -> Iterator[Event]:
    """Answers, deadlines, the end of the period, and projects that are over but not closed."""
    waiting = [one for pool in overview.every for one in waiting_on(pool.ledger, pool.on)]
    for turn, one in enumerate(waiting):
        yield _answer(one, turn, overview.every[0].on, until)
    for pool in overview.every:
        yield from _activities(pool, until)
        yield from _to_close(pool)
        yield from _end_of_period(pool, until)
        yield from (event for event in pool.due if event.on is None or event.on <= until)
    yield from _by_rules(overview, until)


def _answer(application: Application, turn: int, on: date, until: date) -> Event:
    """An answer is due when the activity begins, for the grant must be in place before; one that begins later, or on
    an unknown day, waits without a day.
    """
    asks = "beløbet er ikke oplyst" if application.requested is None else f"søger {kroner_whole(application.requested)}"
    waits = Event(
        None,
        application.project,
        f"har ventet på svar siden {day(application.received)}",
        asks=asks,
        turn=turn,
        address="bevilling",
        query=(("pulje", application.pool), ("ansoegning", application.id)),
        departments=application.departments,
    )
    first = application.activity_first
    if not first or first > until:
        return waits
    begins = "begyndte" if first < on else "begynder"
    return replace(waits, on=first, what=f"aktiviteten {begins}, og ansøgningen {waits.what}")


def _activities(overview: PoolOverview, until: date) -> Iterator[Event]:
    for entry in overview.entries:
        end, project = entry.application.activity_last, entry.application.project
        if entry.status is Status.OPEN and end and overview.on < end <= until:
            what = "aktiviteten slutter, og bevillingen skal afsluttes"
            yield Event(end, project, what, departments=entry.application.departments)


def _to_close(overview: PoolOverview) -> Iterator[Event]:
    """Without a day where nobody knows when the activity ends."""
    for entry in overview.to_close:
        application, bound = entry.application, f"{kroner(entry.left)} er stadig bundet"
        if application.activity_last:
            what = f"bør afsluttes; {bound}"
        else:
            open_since = f"har stået åben siden {day(entry.on)}, og {bound}"
            what = f"{open_since}; {unknown_end_in_words(application)}"
        yield Event(application.activity_last, application.project, what, departments=application.departments)


def _by_rules(overview: PoolsOverview, until: date) -> set[Event]:
    """Each once, also where it is ahead of several periods of one pool: rules are the pool's by its name."""
    return {
        event
        for pool in overview.every
        for key, rule in pool.rules.items()
        if (due := RULE_BY_KEY[key].due)
        for event in due(pool.ledger, rule.value, pool.on, until)
    }


def _end_of_period(overview: PoolOverview, until: date) -> Iterator[Event]:
    pool, free = overview.pool, overview.balance.free
    if overview.on < pool.last <= until:
        left = f"puljen er overtrukket med {kroner(-free)}" if free < 0 else f"{kroner(free)} er ikke bevilget"
        yield Event(pool.last, pool.name, f"perioden slutter, og {left}")
