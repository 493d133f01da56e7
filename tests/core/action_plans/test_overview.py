"""The whole screen's figures on a date, from tables as people write them, and how they are said."""

from typing import Any

import pytest

from core.action_plans.overview import PlansOverview, plans_overview
from core.action_plans.sentences import area_sentence, conclusion, forecast_sentence, indicator_sentence
from core.action_plans.status import Status
from core.contract.problem import Effect
from tests.core.action_plans.build import day, said
from tests.core.contract.build import (
    action_plan,
    counts,
    evaluation,
    indicator,
    measurement,
    only_problem,
    read,
    target,
)

TABLES: dict[str, Any] = {
    "action_plans": [action_plan(), action_plan(id="B1", area="Boliger", name="Varme", first="01-06-2024")],
    "indicators": [
        indicator(),
        indicator(id="G1-b", name="Bede", measured_in="bede", baseline="0"),
        indicator(id="B1-a", plan="B1", name="Varmeforbrug", measured_in="kWh"),
    ],
    "targets": [target(), target(indicator="G1-b", value="10"), target(indicator="B1-a", reached_on="31-12-2024")],
    "measurements": [measurement(), measurement(indicator="B1-a", value="90", date="01-03-2025")],
    "evaluations": [evaluation()],
}


def seen(on: str = "2025-07-01", **changed: Any) -> PlansOverview:
    return plans_overview(read(**(TABLES | changed)), day(on))


def test_the_conclusion_tells_how_many_are_on_track_and_leaves_the_unmeasured_out_aloud() -> None:
    assert conclusion(seen()) == (
        "1 af 2 målepunkter er på sporet; 1 mangler måling; en årlig evaluering i Boliger er 30 dage over tid."
    )


def test_several_evaluations_over_time_are_counted() -> None:
    plans = [*TABLES["action_plans"], action_plan(id="B2", area="Boliger", name="Fugt", first="01-05-2024")]
    assert conclusion(seen(action_plans=plans)).endswith("2 årlige evalueringer i Boliger er op til 61 dage over tid.")
    assert conclusion(seen(evaluations=[])).endswith("2 årlige evalueringer er op til 181 dage over tid.")


def test_before_any_plan_has_begun_it_is_said() -> None:
    assert conclusion(seen("2023-12-31")) == "Ingen handleplaner er begyndt den 31. dec. 2023."


def test_areas_stand_in_danish_order_with_their_own_sentence() -> None:
    overview = seen()
    assert [(area.name, area_sentence(area)) for area in overview.areas] == [
        ("Boliger", "0 af 1 målepunkt er på sporet."),
        ("Det grønne", "1 af 1 målepunkt er på sporet. Ikke regnet med: 1 mangler måling."),
    ]


def test_an_indicator_in_one_sentence() -> None:
    by_id = {row.indicator.id: row for row in seen().indicators}
    assert said(indicator_sentence(by_id["G1-a"])) == (
        "Eng i stedet for plæne er på sporet: 86 %; målet er 30 % den 31. dec. 2030."
    )
    assert said(indicator_sentence(by_id["G1-b"])) == "Bede mangler måling; målet er 10 bede den 31. dec. 2030."
    assert said(indicator_sentence(by_id["B1-a"])).startswith("Varmeforbrug er ikke nået: 90 kWh;")


def test_an_indicator_that_cannot_be_judged_is_said_so_in_a_whole_sentence() -> None:
    row = next(row for row in seen(targets=[]).indicators if row.indicator.id == "G1-a")
    assert said(indicator_sentence(row)) == "Eng i stedet for plæne kan ikke bedømmes: 86 %; der er intet mål i data."


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        pytest.param("100", "den 31. dec. 2030.", id="a baseline that is the target says nothing of reaching it"),
        pytest.param("30", "Så bliver målet nået.", id="reached if it goes on"),
        pytest.param("-900", "Så bliver målet ikke nået.", id="not reached"),
    ],
)
def test_a_forecast_ends_with_one_full_stop(value: str, ends: str) -> None:
    rows = [measurement(date=f"01-0{month}-2025", value=str(100 - month)) for month in range(1, 6)]
    row = next(
        row for row in seen(measurements=rows, targets=[target(value=value)]).indicators if row.indicator.id == "G1-a"
    )
    foreseen = forecast_sentence(row)
    assert foreseen.endswith(ends)
    assert ".." not in foreseen.replace(" ", "")


def test_a_forecast_says_if() -> None:
    rows = [measurement(date=f"01-0{month}-2025", value=str(100 - month)) for month in range(1, 6)]
    row = next(row for row in seen(measurements=rows).indicators if row.indicator.id == "G1-a")
    assert forecast_sentence(row).startswith("Hvis udviklingen fortsætter, er det ")
    assert forecast_sentence(next(row for row in seen().indicators if row.indicator.id == "G1-a")) == ""


def test_measurements_after_the_date_are_counted_as_such() -> None:
    overview = seen("2025-06-29")
    row = next(row for row in overview.indicators if row.indicator.id == "G1-a")
    assert (row.later, row.measured, row.standing.status) == (1, (), Status.UNMEASURED)


# What the reader finds.


@pytest.mark.parametrize(("unit", "used"), [("%", 1), (" % ", 1), ("", 1), ("procent", 0), ("kWh", 0)])
def test_a_measurement_in_another_unit_is_a_problem_and_no_guess(unit: str, used: int) -> None:
    dataset = read(**(TABLES | {"measurements": [measurement(measured_in=unit)]}))
    assert counts(dataset, "measurements") == (1, used)
    if not used:
        problem = only_problem(dataset)
        assert (problem.column, problem.value, problem.effect) == ("Enhed", unit, Effect.ROW_ASIDE)
        assert f"»{unit}«" in problem.what
        assert "»%«" in problem.what


def test_two_measurements_of_one_day_that_differ_count_neither() -> None:
    dataset = read(**(TABLES | {"measurements": [measurement(), measurement(value="85")]}))
    assert counts(dataset, "measurements") == (2, 0)


def test_a_target_reached_before_it_holds_is_told() -> None:
    problem = only_problem(read(**(TABLES | {"targets": [target(reached_on="31-12-2023")]})))
    assert (problem.column, problem.effect) == ("Nås den", Effect.ROW_ASIDE)


def test_a_limit_on_what_is_to_be_reached_is_noticed() -> None:
    problem = only_problem(read(**(TABLES | {"indicators": [indicator(limit="højst")], "targets": [target()],
                                             "measurements": []})))  # fmt: skip
    assert (problem.column, problem.effect) == ("Grænse", Effect.NOTICE)
