"""The action plans in one look."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from core.action_plans.due import new_measurements
from core.action_plans.overview import PlansOverview
from core.action_plans.status import Status
from core.danish import count, day, number
from core.subject.brief import Attention, Brief, Reason, brief_of
from core.subject.small import Dots, Part, Role

_STANDINGS = (
    ("på sporet", (Status.ON_TRACK, Status.REACHED), Role.IS),
    ("bagud", (Status.BEHIND, Status.MISSED), Role.ATTENTION),
)
_REST = (Status.UNMEASURED, Status.UNCLEAR, Status.NOT_BEGUN)


def briefs(overview: PlansOverview) -> tuple[Brief, ...]:
    good = sum(row.standing.status.is_good for row in overview.counted)
    figure, meaning = _figure(overview, good)
    return (
        brief_of(
            figure,
            meaning,
            _dots(overview),
            _reasons(overview, good),
            _notes(overview),
            overview.aside,
            value=Decimal(good),
        ),
    )


def _reasons(overview: PlansOverview, good: int) -> Iterator[Reason]:
    late = [plan.due.days_over for area in overview.areas for plan in area.overdue]
    if late:
        evaluations = count(len(late), "evaluering", "evalueringer")
        yield Reason(Attention.ACT, f"{evaluations} er {_over(late)} over tid", f"{evaluations} er over tid")
    if behind := len(overview.counted) - good:
        what = count(behind, "målepunkt er bagud eller ikke nået", "målepunkter er bagud eller ikke nået")
        yield Reason(Attention.WATCH, what, in_figure=True)
    unmeasured = sum(row.standing.status is Status.UNMEASURED or row.standing.stale for row in overview.indicators)
    if unmeasured:
        over = [(overview.on - by).days for by, _ in new_measurements(overview, overview.on - timedelta(1))]
        what = f"{count(unmeasured, 'målepunkt', 'målepunkter')} mangler en ny måling"
        if over:
            they, so = (f"{number(len(over))} målinger", "sene") if len(over) > 1 else ("En måling", "sen")
            what = f"{they} er {_over(over)} {so}"
        yield Reason(Attention.WATCH, what, in_figure=not overview.counted and unmeasured == len(overview.indicators))


def _over(days: Sequence[int]) -> str:
    """'op til 76 dage'"""
    return f"{'op til ' if len(days) > 1 else ''}{count(max(days), 'dag', 'dage')}"


def _notes(overview: PlansOverview) -> tuple[str, ...]:
    coming = [
        plan.due.on for area in overview.areas for plan in area.plans if plan.due.on and plan.due.on >= overview.on
    ]
    late = any(area.overdue for area in overview.areas)
    if not overview.areas:
        return ("Ingen handleplaner er begyndt",)
    none = () if late else ("Ingen evalueringer er over tid",)
    return (f"Den næste årlige evaluering er {day(min(coming))}", *none) if coming else none


def _figure(overview: PlansOverview, good: int) -> tuple[str, str]:
    """The figure and its meaning; never a share of none."""
    if overview.counted:
        whole, share = len(overview.counted), "er på sporet"
    else:
        whole, share = len(overview.indicators), "er målt endnu"
    if not whole:
        return number(0), "målepunkter er oprettet"
    return f"{number(good)} af {number(whole)}", f"{'målepunkt' if whole == 1 else 'målepunkter'} {share}"


def _dots(overview: PlansOverview) -> Dots | None:
    rows = overview.indicators
    if not rows:
        return None
    # Beside a figure of those that are counted the others are called what they are to it.
    rest = "ikke talt med" if overview.counted else "ukendt"
    return Dots(
        tuple(
            Part(name, Decimal(sum(row.standing.status in among for row in rows)), role)
            for name, among, role in (*_STANDINGS, (rest, _REST, Role.NONE))
        )
    )
