"""The pools in one look each."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from core.danish import count, day, kroner, kroner_whole
from core.pool.balance import Balance
from core.pool.overview import PoolOverview
from core.pool.pools import PoolsOverview
from core.pool.waiting import Waiting
from core.subject.brief import Attention, Brief, Reason, brief_of
from core.subject.small import Part, Parts, Role

_LONGEST_NAME = 30
"""Of a pool in the first screen's conclusion."""


def briefs(overview: PoolsOverview) -> tuple[Brief, ...]:
    """One for each; where no figures can be told, one that says why. Those are named that a board may not mean by
    »puljen«: where several run side by side all of them, else those of other periods.
    """
    if overview.untold:
        return (Brief(overview.untold, "", "", None, Attention.WATCH, ("Tallene kan ikke regnes ud",)),)
    names = dict(overview.names)
    if len(overview.current) == 1:
        names.pop(overview.current[0].pool.id, None)
    several = len(overview.every) > 1
    return tuple(
        replace(
            _brief(one, names.get(one.pool.id, "")),
            name=names.get(one.pool.id, ""),
            query=(("pulje", one.pool.id),) if several else (),
        )
        for one in overview.every
    )


def _brief(overview: PoolOverview, name: str) -> Brief:
    called = (name if len(name) <= _LONGEST_NAME else "en af puljerne") if name else "puljen"
    figure, meaning = _figure(overview)
    return brief_of(
        figure,
        meaning,
        _picture(overview),
        _reasons(overview, called),
        tuple(_notes(overview)),
        overview.money_aside,
        value=Decimal(abs(overview.balance.free)) / 100,
    )


def _figure(overview: PoolOverview) -> tuple[str, str]:
    """The figure and its meaning, which says another than the figure."""
    pool, balance = overview.pool, overview.balance
    free, whole = told(abs(balance.free)), told(balance.appropriation)
    maybe = " måske" if overview.money_aside else ""
    if not balance.appropriation and not balance.free:
        return free, "er rammen"
    if balance.free < 0:
        beyond = f"rammen på {whole}" if whole != free else "rammen, som er lige så stor"
        return free, f"{maybe} ud over {beyond}".strip()
    all_of_it = "hele rammen" if balance.free == balance.appropriation else "næsten hele rammen"
    of = f"af {whole}" if whole != free else all_of_it
    if overview.on > pool.last:
        return free, f"{of} er{maybe} ubrugt" if balance.open_grants else f"{of} blev{maybe} ikke brugt"
    return free, f"{of} er{maybe} tilbage" if overview.on >= pool.first else f"{of} kan{maybe} bevilges senere"


def told(ore: int) -> str:
    """In whole kroner; what is under one krone and not 0 to the øre."""
    return kroner_whole(ore) if abs(ore) >= 100 else kroner(ore)


def _reasons(overview: PoolOverview, called: str) -> Iterator[Reason]:
    pool, balance, waiting = overview.pool, overview.balance, overview.waiting
    if waiting.applications:
        yield Reason(Attention.ACT, _waiting(waiting, overview.money_aside), _decide(waiting, called))
    if balance.free < 0:
        overdrawn = f"overtrukket med {told(-balance.free)}"
        yield Reason(Attention.ACT, f"Puljen er {overdrawn}", f"{called} er {overdrawn}", in_figure=True)
    if balance.free == 0 and overview.on <= pool.last:
        yield Reason(Attention.WATCH, "Puljen er brugt op", in_figure=True)
    if overview.on > pool.last:
        still = count(balance.open_grants, "tilsagn er stadig åbent", "tilsagn er stadig åbne")
        yield Reason(Attention.WATCH, f"Perioden er slut, men {still}" if balance.open_grants else "Perioden er slut")
    elif overview.to_close:
        bound = sum(entry.left for entry in overview.to_close)
        held = f" ({told(bound)} er bundet)" if bound else ""
        yield Reason(Attention.WATCH, f"{count(len(overview.to_close), 'tilsagn', 'tilsagn')} bør ses efter{held}")


def _waiting(waiting: Waiting, aside: int) -> str:
    """With what stands in the way of a yes to all of them."""
    there = count(waiting.applications, "ansøgning venter", "ansøgninger venter")
    alone = waiting.applications == 1
    they = {1: "den", 2: "dem begge"}.get(waiting.applications, "dem alle")
    if waiting.over:
        return f"{there}, men kan ikke få penge af puljen"
    if waiting.beyond and waiting.left <= 0:
        return f"{there}, og der er ingen penge til {'den' if alone else 'dem'}"
    if waiting.beyond:
        return f"{there}: {_least(waiting)}{told(_beyond(waiting))} mere, end der er"
    if waiting.unstated or aside:
        return f"{there}, og det er uvist, om der er nok"
    return f"{there}, og der er nok til {they}"


def _decide(waiting: Waiting, called: str) -> str:
    many, alike = waiting.applications, told(waiting.asked) == told(waiting.left)
    amount = kroner if waiting.beyond and alike else told
    if waiting.over:
        there = count(many, "ansøgning venter", "ansøgninger venter")
        return f"{there}, men perioden er slut for {called}"
    if waiting.unstated == many:
        there = count(many, "ansøgning venter på svar", "ansøgninger venter på svar")
    else:
        there = count(many, "ansøgning søger", "ansøgninger søger")
        there = f"{there} {_least(waiting)}{amount(waiting.asked)}"
    if waiting.left < 0:
        return f"{there}, men {called} er overtrukket med {told(-waiting.left)}"
    if waiting.too_early:
        return f"{there}, og {called} begynder først {day(waiting.pool.first)}"
    if waiting.aside:
        return f"{there}, og det er usikkert, hvad {called} har tilbage"
    return f"{there}, {'men' if waiting.beyond else 'og'} {called} har {amount(waiting.left)}"


def _least(waiting: Waiting) -> str:
    return "mindst " if waiting.unstated else ""


def _beyond(waiting: Waiting) -> int:
    """In øre, so that the whole kroner which are told add up."""
    if waiting.beyond < 100:
        return waiting.beyond
    asked, left = ((abs(ore) + 50) // 100 for ore in (waiting.asked, waiting.left))
    return 100 * (asked - left)


def _notes(overview: PoolOverview) -> Iterator[str]:
    pool, balance = overview.pool, overview.balance
    if overview.on < pool.first:
        yield f"Perioden begynder {day(pool.first)}"
    if not overview.waiting.applications:
        yield "Ingen ansøgninger venter på svar"
    if overview.cap and balance.free > 0 and not overview.money_aside and pool.first <= overview.on <= pool.last:
        projects = balance.free // overview.cap
        enough = f"Nok til {count(projects, 'projekt', 'projekter')}" if projects else "Ikke nok til et projekt"
        yield f"{enough} på højeste beløb"


def _picture(overview: PoolOverview) -> Parts | None:
    balance, waiting = overview.balance, overview.waiting
    if balance.appropriation <= 0 and balance.free == 0:
        return None
    asked = waiting.asked if waiting.asked and not waiting.over else None
    return Parts(
        _parts(overview.told),
        None if asked is None else _kroner(asked),
        "" if asked is None else f"søgt {_least(waiting)}{told(asked)}",
    )


def _parts(balance: Balance) -> tuple[Part, ...]:
    if balance.free < 0:
        return (
            Part("rammen", _kroner(balance.appropriation), Role.ENDED),
            Part("ud over den", _kroner(-balance.free), Role.ATTENTION),
        )
    return (
        Part("afregnet", _kroner(balance.paid), Role.ENDED),
        Part("bundet", _kroner(balance.committed), Role.PLANNED),
        Part("tilbage", _kroner(balance.free), Role.IS),
    )


def _kroner(ore: int) -> Decimal:
    return Decimal(ore) / 100
