"""The pools in one look each."""

from dataclasses import replace
from decimal import Decimal

from core.danish import count, day, kroner
from core.pool.overview import PoolOverview
from core.pool.pools import PoolsOverview
from core.pool.waiting import Waiting, beyond_in_words
from core.subject.brief import Attention, Brief, brief_of
from core.subject.picture import Bars, Role, Series, Unit


def briefs(overview: PoolsOverview) -> tuple[Brief, ...]:
    """One for each, named where there are several; where no figures can be told, one that says why."""
    if overview.untold:
        return (Brief(overview.untold, "", "", None, Attention.WATCH, ("Tallene kan ikke regnes ud",)),)
    names = overview.names
    return tuple(
        replace(_brief(one), name=names[one.pool.id], query=(("pulje", one.pool.id),)) if names else _brief(one)
        for one in overview.every
    )


def _brief(overview: PoolOverview) -> Brief:
    pool, balance, waiting = overview.pool, overview.balance, overview.waiting
    reasons = []
    if balance.free < 0:
        reasons.append((Attention.ACT, f"Puljen er overtrukket med {kroner(-balance.free)}"))
    if waiting.applications:
        reasons.append((Attention.ACT, _waiting(waiting)))
    if balance.free == 0 and overview.on <= pool.last:
        reasons.append((Attention.WATCH, "Puljen er brugt op"))
    if overview.on > pool.last:
        reasons.append((Attention.WATCH, f"Perioden sluttede {day(pool.last)}"))
        if balance.open_grants:
            still = count(balance.open_grants, "tilsagn er stadig åbent", "tilsagn er stadig åbne")
            reasons.append((Attention.WATCH, still))
    elif overview.to_close:
        reasons.append((Attention.WATCH, f"{count(len(overview.to_close), 'tilsagn', 'tilsagn')} bør ses efter"))
    return brief_of(
        overview.sentence,
        kroner(balance.free),
        f"{'ikke bundet eller betalt' if waiting.over else 'rest'} af en ramme på {kroner(balance.appropriation)}",
        pool_parts(overview),
        reasons,
        overview.money_aside,
    )


def _waiting(waiting: Waiting) -> str:
    """With what stands in the way of a yes to all of them."""
    told = f"{count(waiting.applications, 'ansøgning venter', 'ansøgninger venter')} på svar"
    if waiting.over:
        return f"{told}, men kan ikke få penge af puljen"
    if waiting.beyond:
        return f"{told} og søger om {beyond_in_words(waiting)}"
    return f"{told}; om der er nok, kan ikke siges" if waiting.unstated else told


def pool_parts(overview: PoolOverview) -> Bars:
    """What the appropriation has become; beside each other where it is overdrawn and they are no parts of it."""
    balance = overview.balance
    overdrawn = balance.free < 0
    parts = (
        Series("Rest", (_kroner(balance.free),), Role.ATTENTION if overdrawn else Role.IS),
        Series("Bundet", (_kroner(balance.committed),)),
        Series("Afregnet", (_kroner(balance.paid),)),
    )
    return Bars((overview.pool.name,), parts, Unit.KRONER, stacked=not overdrawn)


def _kroner(ore: int) -> Decimal:
    return Decimal(ore) / 100
