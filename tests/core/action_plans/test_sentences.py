"""What stands in an indicator's row and above it, for every kind of indicator and plan."""

from datetime import date
from typing import Any

from core.action_plans.evaluation import evaluation_due
from core.action_plans.overview import IndicatorRow, PlanRow
from core.action_plans.sentences import (
    aim_in_brief,
    asked_sentence,
    course_sentence,
    evaluation_sentence,
    progress_sentence,
)
from core.action_plans.status import standing_on
from core.action_plans.tables import ActionPlan, Evaluation, IndicatorKind, Limit, Target
from tests.core.action_plans.build import day, indicator, measured, target
from tests.each import each

HELD: dict[str, Any] = {"kind": IndicatorKind.HOLD}


def row(
    *pairs: tuple[str, str], on: str = "2025-07-01", targets: list[Target] | None = None, **given: Any
) -> IndicatorRow:
    one, found = indicator(**given), measured(*pairs)
    aims = [target()] if targets is None else targets
    now = standing_on(one, aims, found, day(on))
    return IndicatorRow(
        one, now, tuple((point, now) for point in found if point.date <= day(on)), later=0, forecast=None
    )


def plan(*evaluations: tuple[str, str | None, str | None], on: str = "2025-07-01", last: date | None = None) -> PlanRow:
    found = ActionPlan("P", "Boliger", "Varme", day("2024-01-15"), last)
    held = [Evaluation("P", day(when), None, asked, happened) for when, asked, happened in evaluations]
    return PlanRow(found, (), evaluation_due(found, held, day(on)))


@each(
    {
        # (86 - 100) / (30 - 100) = 20 %; 547 of 2556 days = 21 %.
        "measured": (row(("2025-06-30", "86")), "Varme: 20 % af vejen til målet, ventet 21 %."),
        "the wrong way": (row(("2025-06-30", "107")), "Varme: -10 % af vejen til målet, ventet 21 %."),
        "beyond the target": (row(("2025-06-30", "23")), "Varme: 110 % af vejen til målet, ventet 21 %."),
        "never measured": (row(), "Varme: aldrig målt, ventet 21 %."),
        "measured before it began": (
            row(("2023-06-30", "86")),
            "Varme: ikke målt siden udgangspunktet, ventet 21 %.",
        ),
        "no target": (row(("2025-06-30", "86"), targets=[]), "Varme: der er intet mål i data."),
        "target and baseline the same": (
            row(("2025-06-30", "86"), targets=[target("100")]),
            "Varme: kan ikke regnes ud, ventet 21 %.",
        ),
        "a limit above": (
            row(("2025-06-30", "86"), **HELD, limit=Limit.AT_MOST),
            "Varme: 86 kWh, grænsen er højst 30 kWh.",
        ),
        "a limit below": (
            row(("2025-06-30", "86"), **HELD, limit=Limit.AT_LEAST),
            "Varme: 86 kWh, grænsen er mindst 30 kWh.",
        ),
        "a limit without a side": (row(("2025-06-30", "86"), **HELD), "Varme: 86 kWh, grænsen er 30 kWh."),
        "a limit never measured": (row(**HELD), "Varme: aldrig målt."),
    }
)
def test_how_far_it_has_come_is_said_in_a_sentence(found: IndicatorRow, said: str) -> None:
    assert progress_sentence(found).replace("\u00a0", " ") == said


@each(
    {
        "to be reached": (row(), "mål 30"),
        "with a decimal": (row(targets=[target("-1234.5")]), "mål -1.234,5"),
        "none": (row(targets=[]), "intet mål"),
        "at most": (row(**HELD, limit=Limit.AT_MOST), "højst 30"),
        "at least": (row(**HELD, limit=Limit.AT_LEAST), "mindst 30"),
        "a limit without a side": (row(**HELD), "mål 30"),
    }
)
def test_the_aim_stands_beside_the_value_without_its_unit(found: IndicatorRow, said: str) -> None:
    assert aim_in_brief(found) == said


@each(
    {
        "not measured": (row(), "Ingen måling siden udgangspunktet."),
        "before it began": (row(("2023-06-30", "86")), "Ingen måling siden udgangspunktet."),
        "once": (row(("2025-06-30", "86")), "Fra 100 kWh 1. jan. 2024 til 86 kWh 30. jun. 2025."),
        "twice": (
            row(("2025-06-30", "86.5"), ("2024-06-30", "90")),
            "Fra 100 kWh 1. jan. 2024 til 86,5 kWh 30. jun. 2025.",
        ),
        "later than the date": (row(("2025-07-02", "86")), "Ingen måling siden udgangspunktet."),
    }
)
def test_its_course_is_told_from_the_baseline_to_the_newest(found: IndicatorRow, said: str) -> None:
    assert course_sentence(found) == said


@each(
    {
        "in time": (
            plan(("2025-01-15", None, None), on="2026-01-15"),
            "Evalueret 15. jan. 2025. Næste gang senest 15. jan. 2026.",
        ),
        "a day late": (
            plan(("2025-01-15", None, None), on="2026-01-16"),
            "Evalueret 15. jan. 2025. Evalueringen skulle være sket 15. jan. 2026: 1 dag over tid.",
        ),
        "two days late": (
            plan(on="2025-01-17"),
            "Ikke evalueret endnu. Evalueringen skulle være sket 15. jan. 2025: 2 dage over tid.",
        ),
        "new": (plan(on="2024-02-01"), "Ikke evalueret endnu. Næste gang senest 15. jan. 2025."),
        "ended": (
            plan(("2025-01-15", None, None), last=day("2025-06-30")),
            "Afsluttet 30. jun. 2025. Evalueret 15. jan. 2025.",
        ),
        "to end later": (
            plan(("2025-01-15", None, None), last=day("2025-09-30")),
            "Evalueret 15. jan. 2025. Næste gang senest 15. jan. 2026.",
        ),
    }
)
def test_when_a_plan_was_evaluated_and_is_to_be_again(found: PlanRow, said: str) -> None:
    assert evaluation_sentence(found) == said


@each(
    {
        "never evaluated": (plan(), ""),
        "asked for nothing": (plan(("2025-01-15", None, None)), ""),
        "asked and done": (
            plan(("2025-01-15", "En pris", "Prisen kom i maj")),
            "Bestyrelsen bad om: En pris. Det skete: Prisen kom i maj.",
        ),
        "asked and not told": (
            plan(("2025-01-15", "Hvad koster det?", None)),
            "Bestyrelsen bad om: Hvad koster det? Hvad der siden skete, er ikke oplyst.",
        ),
        "done unasked": (plan(("2025-01-15", None, "Nye målere")), "Siden skete: Nye målere."),
        "the last time alone": (
            plan(("2024-09-15", "Det første", "Ja"), ("2025-01-15", "Det andet", "Nej")),
            "Bestyrelsen bad om: Det andet. Det skete: Nej.",
        ),
    }
)
def test_what_the_board_asked_for_and_what_came_of_it(found: PlanRow, said: str) -> None:
    assert asked_sentence(found) == said
