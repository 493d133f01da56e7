"""The action plans on slides: all of them, then each area."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from core.action_plans.brief import status_parts
from core.action_plans.overview import AreaRow, IndicatorRow, PlansOverview
from core.action_plans.sentences import area_sentence, conclusion, share, value_told
from core.action_plans.tables import IndicatorKind
from core.danish import day, ended, number
from core.subject.message import MOST_BARS, Chosen, Message, shown_of
from core.subject.picture import Bars, Series, Unit


def messages(overview: PlansOverview, chosen: Chosen) -> Iterator[Message]:
    yield Message(
        conclusion(overview),
        status_parts(overview),
        calculation=(
            f"På sporet: fremdriften er højst {number(overview.tolerance)} procentpoint under det ventede.",
            "Det, der mangler måling eller ikke kan siges, tæller ikke med i »x af y«.",
        ),
        questions=("Hvilke handleplaner skal vi skubbe til?", "Er der mål, som ikke længere er de rigtige?"),
    )
    for area in overview.areas:
        if rows := [row for row in area.indicators if row.standing.progress is not None]:
            yield _of_area(area, rows)


def _of_area(area: AreaRow, rows: list[IndicatorRow]) -> Message:
    shown = rows[:MOST_BARS]
    return Message(
        ended(f"{area.name}: {area_sentence(area)}"),
        Bars(
            tuple(row.indicator.name for row in shown),
            (
                Series("Nået i dag", tuple(_percent(row.standing.progress) for row in shown)),
                Series("Ventet i dag", tuple(_percent(row.standing.expected) for row in shown)),
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


def _percent(value: Fraction | None) -> Decimal:
    return Decimal(round((value or Fraction(0)) * 100))
