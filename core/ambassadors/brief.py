"""The ambassadors in one look."""

from decimal import Decimal

from core.ambassadors.coverage import Cover
from core.ambassadors.overview import AmbassadorOverview
from core.danish import count, number
from core.subject.brief import Attention, Brief, brief_of
from core.subject.picture import Bars, Role, Series, Unit, unless_empty


def briefs(overview: AmbassadorOverview) -> tuple[Brief, ...]:
    coverage, network = overview.coverage, overview.network
    lost, departments = len(coverage.with_cover(Cover.LOST)), len(coverage.departments)
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
    if departments:
        figure = f"{number(coverage.covered)} af {number(departments)}"
        meaning = f"{'afdeling' if departments == 1 else 'afdelinger'} har mindst én ambassadør"
    else:
        figure, meaning = number(coverage.active), "aktive ambassadører"
    return (brief_of(overview.sentence, figure, meaning, coverage_parts(overview), reasons, overview.aside),)


def coverage_parts(overview: AmbassadorOverview) -> Bars | None:
    coverage = overview.coverage
    parts = (
        Series("Har mindst én", (Decimal(coverage.covered),)),
        Series("Har mistet sin sidste", (Decimal(len(coverage.with_cover(Cover.LOST))),), Role.ATTENTION),
        Series("Har aldrig haft en", (Decimal(len(coverage.with_cover(Cover.NEVER))),)),
    )
    return unless_empty(Bars(("Afdelinger",), parts, Unit.COUNT, stacked=True))
