"""The action plans' row: a dot for each indicator, what is late, and when the next evaluation is."""

from datetime import date
from typing import Any

import pytest

from core.action_plans.overview import plans_overview
from core.action_plans.subject import SUBJECT
from core.subject.brief import Brief
from core.subject.small import Dots, Role
from tests.core.contract.build import action_plan, evaluation, indicator, measurement, read, target

ON = date(2024, 6, 20)
PLANS: dict[str, Any] = {
    "action_plans": [action_plan(first="01-07-2023")],
    "indicators": [indicator(baseline_on="01-07-2023", months="12")],
    "targets": [target(valid_from="01-07-2023")],
    "measurements": [measurement(date="01-03-2024", value="90")],
}


def row(on: date = ON, **changed: Any) -> Brief:
    (found,) = SUBJECT.briefs(plans_overview(read(**(PLANS | changed)), on))
    return found


@pytest.mark.parametrize(
    ("on", "changed", "sentence", "decide"),
    [
        pytest.param(
            ON, {}, "Den næste årlige evaluering er 1. juli 2024. Ingen evalueringer er over tid.", "", id="calm"
        ),
        pytest.param(
            date(2024, 7, 1),
            {},
            "Den næste årlige evaluering er 1. juli 2024. Ingen evalueringer er over tid.",
            "",
            id="on the day",
        ),
        pytest.param(
            date(2024, 7, 2), {}, "1 evaluering er 1 dag over tid.", "1 evaluering er over tid", id="the day after"
        ),
        pytest.param(
            date(2024, 7, 3),
            {"action_plans": [action_plan(first="01-07-2023"), action_plan(id="G2", first="02-07-2023")]},
            "2 evalueringer er op til 2 dage over tid.",
            "2 evalueringer er over tid",
            id="two of them",
        ),
        pytest.param(
            ON,
            {"evaluations": [evaluation(date="19-06-2024")]},
            "Den næste årlige evaluering er 19. juni 2025. Ingen evalueringer er over tid.",
            "",
            id="one held moves the next",
        ),
        pytest.param(date(2023, 6, 30), {}, "Ingen handleplaner er begyndt.", "", id="before any has begun"),
        pytest.param(
            ON,
            {"measurements": []},
            "Den næste årlige evaluering er 1. juli 2024. Ingen evalueringer er over tid.",
            "",
            id="none measured, which the figure says",
        ),
    ],
)
def test_its_sentence_says_what_is_late_and_what_is_next(
    on: date, changed: dict[str, Any], sentence: str, decide: str
) -> None:
    found = row(on, **changed)
    assert (found.sentence.replace("\u00a0", " "), found.decide) == (sentence, decide)


@pytest.mark.parametrize(
    ("changed", "standing", "role"),
    [
        pytest.param({}, "på sporet", Role.IS, id="on its pace"),
        pytest.param(
            {"measurements": [measurement(date="01-03-2024", value="110")]}, "bagud", Role.ATTENTION, id="behind"
        ),
        pytest.param({"measurements": []}, "ukendt", Role.NONE, id="not measured"),
        pytest.param({"targets": []}, "ukendt", Role.NONE, id="without a target"),
    ],
)
def test_an_indicator_is_a_dot_by_how_it_stands(changed: dict[str, Any], standing: str, role: Role) -> None:
    found = row(**changed).picture
    assert isinstance(found, Dots)
    assert [(part.name, int(part.value), part.role) for part in found.shown] == [(standing, 1, role)]


def test_nothing_is_drawn_without_indicators() -> None:
    found = row(indicators=[], targets=[], measurements=[])
    assert (found.picture, found.figure, found.meaning) == (None, "0", "målepunkter er oprettet")
