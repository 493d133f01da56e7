"""The action plans in one look."""

from decimal import Decimal

from core.action_plans.overview import PlansOverview
from core.action_plans.sentences import conclusion
from core.action_plans.status import Status
from core.danish import count, number
from core.subject.brief import Attention, Brief, brief_of
from core.subject.picture import Bars, Role, Series, Unit, unless_empty


def briefs(overview: PlansOverview) -> tuple[Brief, ...]:
    good = sum(row.standing.status.is_good for row in overview.counted)
    late = sum(len(area.overdue) for area in overview.areas)
    reasons = []
    if late:
        reasons.append((Attention.ACT, f"{count(late, 'årlig evaluering', 'årlige evalueringer')} er over tid"))
    if behind := len(overview.counted) - good:
        what = count(behind, "målepunkt er bagud eller ikke nået", "målepunkter er bagud eller ikke nået")
        reasons.append((Attention.WATCH, what))
    unmeasured = sum(row.standing.status is Status.UNMEASURED or row.standing.stale for row in overview.indicators)
    if unmeasured:
        reasons.append((Attention.WATCH, f"{count(unmeasured, 'målepunkt', 'målepunkter')} mangler en ny måling"))
    figure, meaning = _figure(overview, good)
    return (brief_of(conclusion(overview), figure, meaning, status_parts(overview), reasons, overview.aside),)


def _figure(overview: PlansOverview, good: int) -> tuple[str, str]:
    """The figure and its meaning; never a share of none."""
    if overview.counted:
        whole, share = len(overview.counted), "er på sporet"
    else:
        whole, share = len(overview.indicators), "er målt endnu"
    if not whole:
        return number(0), "målepunkter er oprettet"
    return f"{number(good)} af {number(whole)}", f"{'målepunkt' if whole == 1 else 'målepunkter'} {share}"


def status_parts(overview: PlansOverview) -> Bars | None:
    """Indicators by how they stand, for each area."""
    groups = (
        ("På sporet", (Status.ON_TRACK, Status.REACHED), Role.IS),
        ("Bagud", (Status.BEHIND, Status.MISSED), Role.ATTENTION),
        ("Kan ikke siges", (Status.UNMEASURED, Status.UNCLEAR, Status.NOT_BEGUN), Role.NONE),
    )
    areas = [area for area in overview.areas if area.indicators]
    series = tuple(
        Series(
            name,
            tuple(Decimal(sum(row.standing.status in among for row in area.indicators)) for area in areas),
            role,
        )
        for name, among, role in groups
    )
    return unless_empty(Bars(tuple(area.name for area in areas), series, Unit.COUNT, stacked=True))
