"""The pools on slides."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.danish import capital, day, ended, kroner, number
from core.organisation.departments import departments_among
from core.pool.balance import Balance
from core.pool.finding import Verdict
from core.pool.in_turn import Turn, in_turn, turns_in_words
from core.pool.overview import PoolOverview
from core.pool.pools import PoolsOverview
from core.pool.waiting import Waiting, doubt_in_words, waiting_in_words
from core.subject.brief import Attention
from core.subject.message import MOST_BARS, Chosen, Message, SlideTable, shown_of
from core.subject.picture import Bars, Line, Series, Unit
from core.subject.small import Role

_ASKS = {Verdict.KEPT: Attention.CALM, Verdict.BROKEN: Attention.ACT}


def messages(overview: PoolsOverview, chosen: Chosen) -> Iterator[Message]:
    """Those of other periods have their money and what waits told alone. Each is called by name where there are
    several.
    """
    told = [(pool, message) for pool in overview.current for message in _of_pool(pool, chosen)]
    told += [(pool, message) for pool in overview.unsettled for message in (_of_money(pool), *_decisions(pool))]
    names = overview.names
    for pool, message in told:
        name = names.get(pool.pool.id)
        yield replace(message, sentence=f"{name}: {message.sentence}") if name else message


def _of_pool(overview: PoolOverview, chosen: Chosen) -> Iterator[Message]:
    yield _of_money(overview)
    yield from _decisions(overview)
    yield from _over_time(overview, chosen.first)
    yield from _by_department(overview, chosen.departments)


def _of_money(overview: PoolOverview) -> Message:
    """With what waits for some of it."""
    balance, waiting = overview.balance, overview.waiting
    if waiting.over:
        ask = "Hvad gør vi ved det, der ikke er afsluttet, og hvad lærte vi af perioden?"
    elif waiting.too_early:
        ask = "Hvad vil vi gerne støtte, når perioden begynder?"
    else:
        ask = "Er der nok tilbage til det, vi gerne vil støtte resten af perioden?"
    waits = waiting_in_words(waiting) or "Ingen ansøgninger venter på svar."
    return Message(
        overview.sentence,
        _parts(overview.told, waiting),
        calculation=(
            f"Ramme {kroner(balance.appropriation)} = rest {kroner(balance.free)} + bundet {kroner(balance.committed)} "
            f"+ afregnet {kroner(balance.paid)}",
            "Bundet er bevilget og ikke betalt. Afregnet er betalte fakturaer.",
            f"{waits} {doubt_in_words(waiting)}".rstrip(),
        ),
        questions=(ask, "Kender alle afdelinger puljen, og hvem skal vi fortælle om den?"),
    )


def _parts(balance: Balance, waiting: Waiting) -> Bars:
    """What the appropriation has become, and what is asked for of the rest: one bar, but where it is overdrawn they are
    no parts of it.
    """
    parts = (
        Series("Afregnet", (_kroner(balance.paid),), Role.ENDED),
        Series("Bundet", (_kroner(balance.committed),), Role.PLANNED),
        Series("Rest", (_kroner(balance.free),), Role.IS),
    )
    if balance.free >= 0:
        return Bars(("Rammen",), parts, Unit.KRONER, stacked=True, asked=_asked(waiting))
    values, roles = tuple(part.values[0] for part in parts), tuple(part.role for part in parts)
    told = Series("Rammen", values, asks=("", "", "overtrukket"), roles=roles)
    return Bars(tuple(part.name for part in parts), (told,), Unit.KRONER)


def _asked(waiting: Waiting) -> Series | None:
    if not waiting.asked or waiting.over:
        return None
    role = Role.ATTENTION if waiting.beyond else Role.PLANNED
    return Series("Søgt mindst" if waiting.unstated else "Søgt", (_kroner(waiting.asked),), role)


def _kroner(ore: int) -> Decimal:
    return Decimal(ore) / 100


def _decisions(overview: PoolOverview) -> Iterator[Message]:
    """What waits for an answer, each judged in its turn."""
    turns = in_turn(overview.ledger, overview.all_rules, overview.on)
    if not turns:
        return
    waiting = overview.waiting
    closed = waiting.over or waiting.too_early
    headings = ("Modtaget", "Projekt", "Søger om", "Svar efter reglerne", *(() if closed else ("Tilbage bagefter",)))
    told = waiting_in_words(waiting)
    yield Message(
        told if closed else turns_in_words(turns),
        table=SlideTable(
            headings,
            tuple(_decision(turn)[: len(headings)] for turn in turns),
            frozenset({0, 2, 4}),
            attention=tuple(_ASKS.get(turn.verdict, Attention.WATCH) for turn in turns),
            said_in=3,
        ),
        lines=() if closed else ("Tilbage bagefter: som om den og alle før den får, hvad de søger om.",),
        calculation=(f"{told} {doubt_in_words(waiting)}".rstrip(), *map(_judged, turns)),
        questions=("Hvad vil vi svare hver af dem?",),
    )


def _decision(turn: Turn) -> tuple[str, ...]:
    left = turn.left
    return (
        day(turn.application.received),
        turn.application.project,
        "ikke oplyst" if turn.asked is None else kroner(turn.asked),
        turn.in_words,
        "kan ikke siges" if left is None else kroner(left) if left >= 0 else f"mangler {kroner(-left)}",
    )


def _judged(turn: Turn) -> str:
    """What stands against it, rule by rule."""
    against = [
        ended(f"{one.name}: {one.finding.text}")
        for one in turn.alone.judgements
        if one.finding.verdict in (Verdict.BROKEN, Verdict.UNKNOWN)
    ]
    return f"{turn.application.project}: {' '.join(map(capital, against)) or 'Alle regler er overholdt.'}"


def _over_time(overview: PoolOverview, first: date) -> Iterator[Message]:
    points = _since(overview, first)
    if len(points) < 2:
        return
    change = points[-1][1] - points[0][1]
    moved = f"{'steget' if change > 0 else 'faldet'} med {kroner(int(abs(change) * 100))}" if change else "den samme"
    yield Message(
        ended(f"Siden {day(points[0][0])} er puljens rest {moved}"),
        Line("Rest", points, Unit.KRONER, steps=True),
        calculation=("Resten ved hver dags slutning: ramme minus bundet minus afregnet.",),
        questions=("Kommer ansøgningerne jævnt over året?",),
    )


def _since(overview: PoolOverview, first: date) -> tuple[tuple[date, Decimal], ...]:
    """What was free at the end of each day that moved it, from the first day, or the pool's own, to the date."""
    before = [point for point in overview.points if point.on <= first]
    after = [point for point in overview.points if point.on > first]
    opened = [(max(first, before[-1].on), before[-1].free)] if before else []
    points = dict([*opened, *((point.on, point.free) for point in after)])
    return tuple((on, _kroner(free)) for on, free in points.items())


def _by_department(overview: PoolOverview, departments: Collection[str]) -> Iterator[Message]:
    """departments: numbers of those to show; empty for those that have had most."""
    among = [row for row in overview.departments if not departments or row.department.number in departments]
    rows = [row for row in among if row.bound]
    if not rows:
        return
    top = sorted(rows, key=lambda row: -row.bound)[:MOST_BARS]
    never = sum(row.last_applied is None for row in among)
    got = capital(departments_among(len(rows), len(among), chosen=bool(departments)))
    others = f"; {number(never) if never else 'ingen'} har aldrig søgt" if len(rows) < len(among) else ""
    yield Message(
        f"{got} har fået penge af puljen{others}.",
        Bars(
            tuple(row.department.name for row in top),
            (Series("Bundet og afregnet", tuple(_kroner(row.bound) for row in top)),),
            Unit.KRONER,
        ),
        calculation=(
            "Bundet og afregnet på datoen. Et projekt for flere afdelinger er delt lige mellem dem.",
            *shown_of(len(top), len(rows)),
        ),
        questions=("Hvad skal der til, for at de øvrige afdelinger søger?",),
    )
