"""The action plans on slides: all of them, then each area."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from core.action_plans.overview import AreaRow, IndicatorRow, PlansOverview
from core.action_plans.sentences import area_sentence, conclusion, share, value_told, whole_percent
from core.action_plans.status import Status
from core.action_plans.tables import IndicatorKind
from core.danish import day, ended, number
from core.subject.message import MOST_BARS, Chosen, Message, shown_of
from core.subject.picture import Bars, Series, Unit, unless_empty
from core.subject.small import Role

_BEHIND = (Status.BEHIND, Status.MISSED)
_GROUPS = (
    ("På sporet", (Status.ON_TRACK, Status.REACHED), Role.IS),
    ("Bagud eller ikke nået", _BEHIND, Role.ATTENTION),
    ("Kan ikke siges", (Status.UNMEASURED, Status.UNCLEAR, Status.NOT_BEGUN), Role.NONE),
)


def messages(overview: PlansOverview, chosen: Chosen) -> Iterator[Message]:
    yield Message(
        conclusion(overview),
        _by_status(overview),
        calculation=(
            f"På sporet: fremdriften er højst {number(overview.tolerance)} procentpoint under det ventede.",
            "Det, der mangler måling eller ikke kan siges, tæller ikke med i »x af y«.",
        ),
        questions=("Hvilke handleplaner skal vi skubbe til?", "Er der mål, som ikke længere er de rigtige?"),
    )
    for area in overview.areas:
        if rows := [row for row in area.indicators if row.standing.progress is not None]:
            yield _of_area(area, rows)


def _by_status(overview: PlansOverview) -> Bars | None:
    """Indicators by how they stand, for each area."""
    areas = [area for area in overview.areas if area.indicators]
    series = tuple(
        Series(
            name,
            tuple(Decimal(sum(row.standing.status in among for row in area.indicators)) for area in areas),
            role,
        )
        for name, among, role in _GROUPS
    )
    return unless_empty(Bars(tuple(area.name for area in areas), series, Unit.COUNT, stacked=True))


def _of_area(area: AreaRow, rows: list[IndicatorRow]) -> Message:
    shown = rows[:MOST_BARS]
    return Message(
        ended(f"{area.name}: {area_sentence(area)}"),
        Bars(
            tuple(row.indicator.name for row in shown),
            (
                Series("Nået i dag", tuple(_percent(row.standing.progress) for row in shown), asks=_asks(shown)),
                Series("Ventet i dag", tuple(_percent(row.standing.expected) for row in shown), Role.PLANNED),
            ),
            Unit.PERCENT,
        ),
        calculation=(*map(_formula, shown), *shown_of(len(shown), len(rows))),
        questions=("Hvad skal der ske inden næste møde for det, der er bagud?",),
    )


def _formula(row: IndicatorRow) -> str:
    now, indicator = row.standing, row.indicator
    assert now.latest
    assert now.target
    assert now.progress is not None
    assert indicator.kind is IndicatorKind.REACH
    return (
        f"{indicator.name}: ({number(now.latest.value)} − {number(indicator.baseline)}) / "
        f"({number(now.target.value)} − {number(indicator.baseline)}) = {share(now.progress)}; "
        f"målt {value_told(row, now.latest.value)} "
        f"{day(now.latest.date)}."
    )


def _asks(rows: list[IndicatorRow]) -> tuple[str, ...]:
    return tuple(row.standing.status if row.standing.status in _BEHIND else "" for row in rows)


def _percent(value: Fraction | None) -> Decimal:
    return Decimal(whole_percent(value or Fraction(0)))
