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
    pace_sentence,
    progress_sentence,
)
from core.action_plans.status import Standing, standing_on
from core.action_plans.tables import ActionPlan, Evaluation, IndicatorKind, Limit, Target
from tests.core.action_plans.build import day, indicator, measured, said, target
from tests.each import each

HELD: dict[str, Any] = {"kind": IndicatorKind.HOLD}


def row(
    *pairs: tuple[str, str], on: str = "2025-07-01", targets: list[Target] | None = None, **given: Any
) -> IndicatorRow:
    one, found = indicator(**given), measured(*pairs)
    aims = [target()] if targets is None else targets

    def stood(on: date) -> Standing:
        return standing_on(one, aims, found, on)

    known = tuple((point, stood(point.date)) for point in found if point.date <= day(on))
    return IndicatorRow(one, stood(day(on)), known, later=0, forecast=None)


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
def test_how_far_it_has_come_is_said_in_a_sentence(found: IndicatorRow, words: str) -> None:
    assert said(progress_sentence(found)) == words


# 86 on 30 June 2025; on the straight line from 100 to 30 it is 85,02 by 1 July and 55,01 three years later.
MEASURED_ONCE = ("2025-06-30", "86")


@each(
    {
        "the day after": (
            (row(MEASURED_ONCE), "2025-07-01"),
            "Pr. 1. jul. 2025 burde det være 85,02 kWh. Den seneste måling er 86 kWh og 1 dag gammel.",
        ),
        "on the day": (
            (row(MEASURED_ONCE, on="2025-06-30"), "2025-06-30"),
            "Pr. 30. jun. 2025 burde det være 85,05 kWh. Den seneste måling er 86 kWh og fra samme dag.",
        ),
        "left behind since": (
            (row(MEASURED_ONCE, on="2028-07-01"), "2028-07-01"),
            "Pr. 1. jul. 2028 burde det være 55 kWh. Den seneste måling er 86 kWh og 1.097 dage gammel. "
            "Målepunktet var på sporet, da det blev målt.",
        ),
        "never measured": (
            (row(), "2025-07-01"),
            "Pr. 1. jul. 2025 burde det være 85,02 kWh. Det er aldrig målt.",
        ),
        "measured before it began": (
            (row(("2023-06-30", "86")), "2025-07-01"),
            "Pr. 1. jul. 2025 burde det være 85,02 kWh. Det er ikke målt siden udgangspunktet.",
        ),
        "on the last day": (
            (row(("2030-12-31", "31"), on="2030-12-31"), "2030-12-31"),
            "Pr. 31. dec. 2030 burde det være 30 kWh. Den seneste måling er 31 kWh og fra samme dag.",
        ),
        "the day after the last": (
            (row(("2030-12-31", "31"), on="2031-01-01"), "2031-01-01"),
            "30 kWh skulle være nået 31. dec. 2030. Den seneste måling er 31 kWh og 1 dag gammel. "
            "Målepunktet var på sporet, da det blev målt.",
        ),
        "a limit": (
            (row(("2025-06-30", "20"), **HELD, limit=Limit.AT_MOST), "2025-07-01"),
            "Grænsen er højst 30 kWh. Den seneste måling er 20 kWh og 1 dag gammel.",
        ),
        "no target": ((row(MEASURED_ONCE, targets=[]), "2025-07-01"), ""),
        "not begun": ((row(on="2023-12-31"), "2023-12-31"), ""),
    }
)
def test_where_it_should_be_is_told_beside_how_old_the_newest_measurement_is(
    asked: tuple[IndicatorRow, str], words: str
) -> None:
    found, on = asked
    assert said(pace_sentence(found, day(on))) == words


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
def test_its_course_is_told_from_the_baseline_to_the_newest(found: IndicatorRow, words: str) -> None:
    assert said(course_sentence(found)) == words


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
