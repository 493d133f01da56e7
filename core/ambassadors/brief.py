"""The ambassadors in one look."""

from collections.abc import Iterator
from decimal import Decimal

from core.ambassadors.coverage import Cover
from core.ambassadors.overview import AmbassadorOverview
from core.danish import count, number
from core.subject.brief import Attention, Brief, Reason, brief_of
from core.subject.small import Dots, Part, Role

_COVERS = (
    ("har en", Cover.COVERED, Role.IS),
    ("har mistet den", Cover.LOST, Role.ATTENTION),
    ("aldrig haft", Cover.NEVER, Role.NONE),
)


def briefs(overview: AmbassadorOverview) -> tuple[Brief, ...]:
    coverage, departments = overview.coverage, len(overview.coverage.departments)
    if departments:
        figure = f"{number(coverage.covered)} af {number(departments)}"
        meaning = f"{'afdeling' if departments == 1 else 'afdelinger'} har mindst én"
    else:
        figure = number(coverage.active)
        meaning = "aktiv ambassadør" if coverage.active == 1 else "aktive ambassadører"
    return (
        brief_of(
            figure,
            meaning,
            _dots(overview),
            _reasons(overview),
            _notes(overview),
            overview.aside,
            value=Decimal(coverage.covered if departments else coverage.active),
        ),
    )


def _reasons(overview: AmbassadorOverview) -> Iterator[Reason]:
    network = overview.network
    too_few = [network.year] if network.broken else []
    too_few += [overview.breach.year.year] if overview.breach else []
    for year in too_few:
        yield Reason(Attention.ACT, f"For få netværksmøder i {year}", f"der er holdt for få netværksmøder i {year}")
    if lost := len(overview.coverage.with_cover(Cover.LOST)):
        yield Reason(
            Attention.WATCH, count(lost, "afdeling har mistet sin sidste", "afdelinger har mistet deres sidste")
        )
    if network.to_plan and not network.broken:
        missing = count(network.to_plan, "netværksmøde mangler", "netværksmøder mangler")
        yield Reason(Attention.WATCH, f"{missing} at blive planlagt")


def _notes(overview: AmbassadorOverview) -> tuple[str, ...]:
    active = overview.coverage.active
    if not active:
        return ("Der er ingen aktive ambassadører",)
    if not overview.coverage.departments:
        return ("Der er ingen afdelinger i data",)
    return (f"{count(active, 'ambassadør er', 'ambassadører er')} aktive" if active > 1 else "1 ambassadør er aktiv",)


def _dots(overview: AmbassadorOverview) -> Dots | None:
    coverage = overview.coverage
    if not coverage.departments:
        return None
    return Dots(tuple(Part(name, Decimal(len(coverage.with_cover(cover))), role) for name, cover, role in _COVERS))
