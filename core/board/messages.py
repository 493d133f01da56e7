"""What each subject says on slides: one message each, with its picture, its calculation and what to discuss."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from core.action_plans.overview import AreaRow, IndicatorRow, PlansOverview
from core.action_plans.sentences import area_sentence, share, value_told
from core.action_plans.sentences import conclusion as plans_conclusion
from core.action_plans.tables import IndicatorKind
from core.ambassadors.overview import AmbassadorOverview
from core.board.briefs import beside_residents, coverage_parts, pool_parts, status_parts, year_parts
from core.danish import capital, count, day, ended, kroner, number, percent
from core.focus_group.overview import FocusGroupOverview
from core.focus_group.sentences import chance_in_words, verdict_in_words
from core.focus_group.sentences import conclusion as focus_group_conclusion
from core.partnerships.overview import PartnershipOverview
from core.pool.overview import PoolOverview
from core.pool.waiting import doubt_in_words, waiting_in_words
from core.subject.message import Message
from core.subject.picture import Bars, Line, Series, Unit
from core.subject.subject import Subject
from core.subjects.side_by_side import departments_among

MOST_BARS = 10
"""So many categories can be read from the back of a room."""


def pool_message(overview: PoolOverview) -> Message:
    """The pool's money, and what waits for some of it."""
    balance, pool, waiting = overview.balance, overview.pool, overview.waiting
    if waiting.over:
        ask = "Hvad gør vi ved det, der ikke er afsluttet, og hvad lærte vi af perioden?"
    elif waiting.too_early:
        ask = "Hvad vil vi gerne støtte, når perioden begynder?"
    else:
        ask = "Er der nok tilbage til det, vi gerne vil støtte resten af perioden?"
    waits = waiting_in_words(waiting) or "Ingen ansøgninger venter på svar."
    return Message(
        Subject.POOL,
        overview.sentence,
        pool_parts(overview),
        calculation=(
            f"Ramme {kroner(pool.appropriation)} = rest {kroner(balance.free)} + bundet {kroner(balance.committed)} "
            f"+ afregnet {kroner(balance.paid)}",
            "Bundet er bevilget og ikke betalt. Afregnet er betalte fakturaer.",
            f"{waits} {doubt_in_words(waiting)}".rstrip(),
        ),
        questions=(ask, "Kender alle afdelinger puljen, og hvem skal vi fortælle om den?"),
    )


def pool_messages(overview: PoolOverview, first: date, departments: Collection[str]) -> Iterator[Message]:
    """departments: numbers of those to show; empty for those that have had most."""
    yield pool_message(overview)
    if len(points := _since(overview, first)) > 1:
        change = points[-1][1] - points[0][1]
        moved = (
            f"{'steget' if change > 0 else 'faldet'} med {kroner(int(abs(change) * 100))}" if change else "den samme"
        )
        yield Message(
            Subject.POOL,
            ended(f"Siden {day(points[0][0])} er puljens rest {moved}"),
            Line("Rest", points, "kr.", steps=True),
            calculation=("Resten ved hver dags slutning: ramme minus bundet minus afregnet.",),
            questions=("Kommer ansøgningerne jævnt over året?",),
        )
    among = [row for row in overview.departments if not departments or row.department.number in departments]
    if rows := [row for row in among if row.bound]:
        top = sorted(rows, key=lambda row: -row.bound)[:MOST_BARS]
        never = sum(row.last_applied is None for row in among)
        got = capital(departments_among(len(rows), len(among), chosen=bool(departments)))
        others = f"; {number(never) if never else 'ingen'} har aldrig søgt" if len(rows) < len(among) else ""
        yield Message(
            Subject.POOL,
            f"{got} har fået penge af puljen{others}.",
            Bars(
                tuple(row.department.name for row in top),
                (Series("Bundet og afregnet", tuple(Decimal(row.bound) / 100 for row in top)),),
                Unit.KRONER,
            ),
            calculation=(
                "Bundet og afregnet på datoen. Et projekt for flere afdelinger er delt lige mellem dem.",
                *_not_all(len(rows), len(top)),
            ),
            questions=("Hvad skal der til, for at de øvrige afdelinger søger?",),
        )


def ambassador_messages(overview: AmbassadorOverview) -> Iterator[Message]:
    coverage = overview.coverage
    departments = f"{number(coverage.covered)} af {count(len(coverage.departments), 'afdeling', 'afdelinger')}"
    yield Message(
        Subject.AMBASSADORS,
        overview.sentence,
        coverage_parts(overview),
        calculation=(
            f"Aktiv er den, der er begyndt senest {day(overview.on)} og ikke er holdt op den dag: "
            f"{number(coverage.active)}.",
            f"{departments} har mindst én.",
        ),
        questions=(
            "Hvor mangler der ambassadører, og hvem kan spørge nogen?",
            "Hvad kan vi gøre for, at de bliver ved?",
        ),
    )
    cohorts = list(reversed(overview.cohorts))[-MOST_BARS:]
    if finished := sum(row.finished for row in cohorts):
        active = sum(row.active for row in cohorts)
        yield Message(
            Subject.AMBASSADORS,
            f"{number(active)} af {count(finished, 'ambassadør', 'ambassadører')} med kursus er stadig "
            f"{'aktiv' if active == 1 else 'aktive'}.",
            Bars(
                tuple(f"Hold {row.cohort.id}" for row in cohorts),
                (
                    Series("Gennemført", tuple(Decimal(row.finished) for row in cohorts)),
                    Series("Aktive nu", tuple(Decimal(row.active) for row in cohorts)),
                ),
                Unit.COUNT,
            ),
            calculation=("Gennemført er de ambassadører, der står på holdet.",),
            questions=("Hvornår skal der være et nyt hold?",),
        )
    network = overview.network
    yield Message(
        Subject.AMBASSADORS,
        overview.breach.year.sentence if overview.breach else network.sentence,
        lines=(
            *([network.sentence] if overview.breach else []),
            *(
                f"{day(one.date)}: {one.topic or 'netværksmøde'}{'' if one.date <= overview.on else ' (planlagt)'}"
                for one in (*network.held, *network.planned)
            ),
        ),
        calculation=("Netværksmøder tælles i kalenderåret. For få er først et brud, når året er gået.",),
        questions=("Hvad har ambassadørerne brug for fra organisationen?",),
    )


def focus_group_messages(overview: FocusGroupOverview) -> Iterator[Message]:
    ages = overview.ages
    calculation = ["»Som beboerne« er gruppens størrelse gange beboernes andel i hver aldersgruppe."]
    if ages.d is not None and ages.best is not None:
        calculation.append(
            f"Skævhed D = ½ · Σ |gruppens andel − beboernes andel| = {percent(round(ages.d, 3))}; "
            f"den mindste, en gruppe af den størrelse kan have, er {percent(round(ages.best, 3))}."
        )
    if ages.by_lot:
        calculation += [chance_in_words(ages.by_lot), verdict_in_words(ages)]
    yield Message(
        Subject.FOCUS_GROUP,
        focus_group_conclusion(overview),
        beside_residents(ages, overview.names, "Øvrige aldersgrupper"),
        calculation=tuple(calculation),
        questions=(
            "Gruppen er åben for alle. Hvem vil vi invitere næste gang, og hvem spørger?",
            "Hvad skal gruppen hjælpe os med det næste år?",
        ),
    )


def plan_messages(overview: PlansOverview) -> Iterator[Message]:
    yield Message(
        Subject.ACTION_PLANS,
        plans_conclusion(overview),
        status_parts(overview),
        calculation=(
            f"På sporet: fremdriften er højst {number(overview.tolerance)} procentpoint under det ventede.",
            "Det, der mangler måling eller ikke kan siges, tæller ikke med i »x af y«.",
        ),
        questions=("Hvilke handleplaner skal vi skubbe til?", "Er der mål, som ikke længere er de rigtige?"),
    )
    for area in overview.areas:
        if rows := [row for row in area.indicators if row.standing.progress is not None]:
            yield _area_message(area, rows)


def partnership_messages(overview: PartnershipOverview) -> Iterator[Message]:
    running = count(overview.running, "aftale", "aftaler") if overview.running else "ingen aftaler"
    yield Message(
        Subject.PARTNERSHIPS,
        overview.sentence,
        year_parts(overview),
        calculation=(
            "Indgået er aftaler indgået i året. Pladser er, hvor mange afdelinger der kan få en aftale det år.",
            f"Den {day(overview.on)} løber {running}.",
        ),
        questions=("Har vi det rigtige antal pladser næste år?", "Hvad lærer afdelingerne af hinanden?"),
    )


def _area_message(area: AreaRow, rows: list[IndicatorRow]) -> Message:
    shown = rows[:MOST_BARS]
    return Message(
        Subject.ACTION_PLANS,
        ended(f"{area.name}: {area_sentence(area)}"),
        Bars(
            tuple(row.indicator.name for row in shown),
            (
                Series("Nået i dag", tuple(_percent(row.standing.progress) for row in shown)),
                Series("Ventet i dag", tuple(_percent(row.standing.expected) for row in shown)),
            ),
            Unit.PERCENT,
        ),
        calculation=(*map(_formula, shown), *_not_all(len(rows), len(shown))),
        questions=("Hvad skal der ske inden næste møde for det, der er bagud?",),
    )


def _formula(row: IndicatorRow) -> str:
    now, one = row.standing, row.indicator
    assert now.latest
    assert now.target
    assert now.progress is not None
    assert one.kind is IndicatorKind.REACH
    return (
        f"{one.name}: ({number(now.latest.value)} − {number(one.baseline)}) / ({number(now.target.value)} − "
        f"{number(one.baseline)}) = {share(now.progress)}; målt {value_told(row, now.latest.value)} "
        f"{day(now.latest.date)}."
    )


def _percent(value: Fraction | None) -> Decimal:
    return Decimal(round((value or Fraction(0)) * 100))


def _since(overview: PoolOverview, first: date) -> tuple[tuple[date, Decimal], ...]:
    """What was free at the end of each day that moved it, from the first day, or the pool's own, to the date."""
    before = [point for point in overview.points if point.on <= first]
    after = [point for point in overview.points if point.on > first]
    opened = [(max(first, before[-1].on), before[-1].free)] if before else []
    points = dict([*opened, *((point.on, point.free) for point in after)])
    return tuple((on, Decimal(free) / 100) for on, free in points.items())


def _not_all(there: int, shown: int) -> tuple[str, ...]:
    return (f"Billedet viser {number(shown)} af {number(there)}.",) if shown < there else ()
