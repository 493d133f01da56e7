"""Each subject's sentence, figure, picture, and what in it asks for the board's attention.

A subject asks the board to take a stand (ACT) where a decision is the board's own and open: money beyond the pool,
applications without an answer, an evaluation not held, agreements beyond the room. It is to be watched (WATCH) where
something is on its way to be wrong, or rows could not be read. Otherwise it is calm.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from core.action_plans.overview import PlansOverview
from core.action_plans.sentences import conclusion as plans_conclusion
from core.action_plans.status import Status
from core.ambassadors.coverage import Standing
from core.ambassadors.overview import AmbassadorOverview
from core.danish import count, day, kroner, number
from core.focus_group.compared import Compared
from core.focus_group.overview import FocusGroupOverview
from core.focus_group.sentences import category_told, is_uneven
from core.focus_group.sentences import conclusion as focus_group_conclusion
from core.partnerships.overview import PartnershipOverview
from core.pool.overview import PoolOverview
from core.pool.waiting import Waiting, beyond_in_words
from core.subject.brief import Attention, Brief
from core.subject.picture import Bars, Series, Unit
from core.subject.subject import Subject

Reason = tuple[Attention, str]


def pool_brief(overview: PoolOverview) -> Brief:
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
    brief = _brief(
        Subject.POOL,
        "puljen",
        overview.sentence,
        kroner(balance.free),
        f"{'ikke bundet eller betalt' if waiting.over else 'rest'} af en ramme på {kroner(pool.appropriation)}",
        pool_parts(overview),
        reasons,
        overview.money_aside,
    )
    return replace(brief, pool=pool.id)


def _waiting(waiting: Waiting) -> str:
    """With what stands in the way of a yes to all of them."""
    told = f"{count(waiting.applications, 'ansøgning venter', 'ansøgninger venter')} på svar"
    if waiting.over:
        return f"{told}, men kan ikke få penge af puljen"
    if waiting.beyond:
        return f"{told} og søger om {beyond_in_words(waiting)}"
    return f"{told}; om der er nok, kan ikke siges" if waiting.unstated else told


def untold_pool_brief(why: str) -> Brief:
    """Where the figures cannot be worked out: no figure, and why."""
    return Brief(Subject.POOL, "puljen", why, "", "", None, Attention.WATCH, ("Tallene kan ikke regnes ud",), 0)


def pool_parts(overview: PoolOverview) -> Bars:
    """What the appropriation has become; beside each other where it is overdrawn and they are no parts of it."""
    balance = overview.balance
    overdrawn = balance.free < 0
    parts = (
        Series("Rest", (_kroner(balance.free),), good=not overdrawn),
        Series("Bundet", (_kroner(balance.committed),)),
        Series("Afregnet", (_kroner(balance.paid),)),
    )
    return Bars((overview.pool.name,), parts, Unit.KRONER, stacked=not overdrawn)


def ambassador_brief(overview: AmbassadorOverview) -> Brief:
    coverage, network = overview.coverage, overview.network
    lost, departments = len(coverage.with_standing(Standing.LOST)), len(coverage.departments)
    reasons = []
    if network.broken:
        reasons.append((Attention.ACT, f"For få netværksmøder i {network.year}"))
    if overview.breach:
        reasons.append((Attention.ACT, f"For få netværksmøder i {overview.breach.year.year}"))
    if lost:
        reasons.append(
            (Attention.WATCH, count(lost, "afdeling har mistet sin sidste", "afdelinger har mistet deres sidste"))
        )
    if network.to_plan and not network.broken:
        missing = count(network.to_plan, "netværksmøde mangler", "netværksmøder mangler")
        reasons.append((Attention.WATCH, f"{missing} at blive planlagt"))
    return _brief(
        Subject.AMBASSADORS,
        "ambassadoerer",
        overview.sentence,
        f"{number(coverage.covered)} af {number(departments)}" if departments else number(coverage.active),
        f"{'afdeling' if departments == 1 else 'afdelinger'} har mindst én ambassadør"
        if departments
        else "aktive ambassadører",
        coverage_parts(overview),
        reasons,
        overview.aside,
    )


def coverage_parts(overview: AmbassadorOverview) -> Bars | None:
    found = overview.coverage
    parts = (
        Series("Har mindst én", (Decimal(found.covered),)),
        Series("Har mistet sin sidste", (Decimal(len(found.with_standing(Standing.LOST))),), good=False),
        Series("Har aldrig haft en", (Decimal(len(found.with_standing(Standing.NEVER))),)),
    )
    return _unless_empty(Bars(("Afdelinger",), parts, Unit.COUNT, stacked=True))


def focus_group_brief(overview: FocusGroupOverview) -> Brief:
    reasons = []
    if not overview.members:
        reasons.append((Attention.ACT, "Fokusgruppen har ingen medlemmer"))
    for what, one in (("alder", overview.ages), ("afdelinger", overview.departments)):
        if one and is_uneven(one):
            reasons.append((Attention.WATCH, f"Gruppen er skæv på {what}"))
    return _brief(
        Subject.FOCUS_GROUP,
        "fokusgruppen",
        focus_group_conclusion(overview),
        count(overview.members, "medlem", "medlemmer"),
        "er i fokusgruppen",
        beside_residents(overview.ages, overview.names, "øvrige aldersgrupper"),
        reasons,
        overview.aside,
    )


def beside_residents(compared: Compared, names: dict[str, str], rest: str) -> Bars | None:
    """The group, and as many as there would be of each if it were as the residents."""
    if not compared.seats:
        return None
    return Bars(
        tuple(category_told(one, names, rest) for one in compared.categories),
        (
            Series("I gruppen", tuple(Decimal(one.count) for one in compared.categories)),
            Series("Som beboerne", tuple(Decimal(round(seat.expected * 10)) / 10 for seat in compared.seats)),
        ),
        Unit.COUNT,
    )


def plans_brief(overview: PlansOverview) -> Brief:
    good = sum(row.standing.status.is_good for row in overview.told)
    late = sum(len(area.overdue) for area in overview.areas)
    reasons = []
    if late:
        reasons.append((Attention.ACT, f"{count(late, 'årlig evaluering', 'årlige evalueringer')} er over tid"))
    if behind := len(overview.told) - good:
        what = count(behind, "målepunkt er bagud eller ikke nået", "målepunkter er bagud eller ikke nået")
        reasons.append((Attention.WATCH, what))
    unmeasured = sum(row.standing.status is Status.UNMEASURED or row.standing.stale for row in overview.indicators)
    if unmeasured:
        reasons.append((Attention.WATCH, f"{count(unmeasured, 'målepunkt', 'målepunkter')} mangler en ny måling"))
    return _brief(
        Subject.ACTION_PLANS,
        "handleplaner",
        plans_conclusion(overview),
        *_plans_figure(overview, good),
        status_parts(overview),
        reasons,
        overview.aside,
    )


def _plans_figure(overview: PlansOverview, good: int) -> tuple[str, str]:
    """The figure and its meaning; never a share of none."""
    if overview.told:
        told, share = len(overview.told), "er på sporet"
    else:
        told, share = len(overview.indicators), "er målt endnu"
    if not told:
        return number(0), "målepunkter er oprettet"
    return f"{number(good)} af {number(told)}", f"{'målepunkt' if told == 1 else 'målepunkter'} {share}"


def status_parts(overview: PlansOverview) -> Bars | None:
    """Indicators by how they stand, for each area."""
    groups = (
        ("På sporet", (Status.ON_TRACK, Status.REACHED), True),
        ("Bagud", (Status.BEHIND, Status.MISSED), False),
        ("Kan ikke siges", (Status.UNMEASURED, Status.UNCLEAR, Status.NOT_BEGUN), True),
    )
    areas = [area for area in overview.areas if area.indicators]
    series = tuple(
        Series(
            name,
            tuple(Decimal(sum(row.standing.status in among for row in area.indicators)) for area in areas),
            good,
        )
        for name, among, good in groups
    )
    return _unless_empty(Bars(tuple(area.name for area in areas), series, Unit.COUNT, stacked=True))


def partnership_brief(overview: PartnershipOverview) -> Brief:
    this = next((year for year in overview.years if year.year == overview.on.year), None)
    waiting = sum(len(one.waiting) for one in overview.departments)
    reasons = []
    if this and this.over:
        more = count(this.over, "aftale mere", "aftaler mere")
        reasons.append((Attention.ACT, f"Der er indgået {more}, end der er plads til i {this.year}"))
    if waiting:
        reasons.append((Attention.ACT, f"{count(waiting, 'afdeling venter', 'afdelinger venter')} på svar"))
    if this and this.room:
        figure = f"{number(this.agreed)} af {number(this.room)}"
        meaning = f"{'plads' if this.room == 1 else 'pladser'} i {this.year} er brugt"
    else:
        figure, meaning = number(overview.running), "aftale løber" if overview.running == 1 else "aftaler løber"
    return _brief(
        Subject.PARTNERSHIPS,
        "partnerskaber",
        overview.sentence,
        figure,
        meaning,
        year_parts(overview),
        reasons,
        overview.aside,
    )


def year_parts(overview: PartnershipOverview) -> Bars | None:
    """Agreements and the room there was, year by year, the oldest first."""
    years = [year for year in reversed(overview.years) if year.room is not None or year.agreed]
    known = all(year.room is not None for year in years)
    series = [Series("Indgået", tuple(Decimal(year.agreed) for year in years))]
    if known:
        series.append(Series("Pladser", tuple(Decimal(year.room or 0) for year in years)))
    return _unless_empty(Bars(tuple(str(year.year) for year in years), tuple(series), Unit.COUNT))


def _brief(
    subject: Subject,
    address: str,
    sentence: str,
    figure: str,
    meaning: str,
    picture: Bars | None,
    reasons: Iterable[Reason],
    aside: int,
) -> Brief:
    asked = sorted(reasons, key=lambda reason: reason[0])
    if aside:
        asked.append((Attention.WATCH, f"{count(aside, 'række kan', 'rækker kan')} ikke læses"))
    attention = asked[0][0] if asked else Attention.CALM
    return Brief(
        subject, address, sentence, figure, meaning, picture, attention, tuple(text for _, text in asked), aside
    )


def _unless_empty(bars: Bars) -> Bars | None:
    return bars if any(value for series in bars.series for value in series.values) else None


def _kroner(ore: int) -> Decimal:
    return Decimal(ore) / 100
