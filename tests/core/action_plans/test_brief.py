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
            ON, {}, "Den næste årlige evaluering er 1. jul. 2024. Ingen evalueringer er over tid.", "", id="calm"
        ),
        pytest.param(
            date(2024, 7, 1),
            {},
            "Den næste årlige evaluering er 1. jul. 2024. Ingen evalueringer er over tid.",
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
            "Den næste årlige evaluering er 19. jun. 2025. Ingen evalueringer er over tid.",
            "",
            id="one held moves the next",
        ),
        pytest.param(date(2023, 6, 30), {}, "Ingen handleplaner er begyndt.", "", id="before any has begun"),
        pytest.param(
            ON,
            {"measurements": []},
            "Den næste årlige evaluering er 1. jul. 2024. Ingen evalueringer er over tid.",
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


def test_beside_a_figure_of_those_that_are_counted_the_others_are_said_not_to_be() -> None:
    two = [indicator(baseline_on="01-07-2023", months="12"), indicator(id="G1-b", baseline_on="01-07-2023")]
    aims = [target(valid_from="01-07-2023"), target(indicator="G1-b", valid_from="01-07-2023")]
    found = row(indicators=two, targets=aims)
    assert isinstance(found.picture, Dots)
    assert (found.figure, found.meaning) == ("1 af 1", "målepunkt er på sporet")
    assert found.picture.told == ("på sporet 1", "ikke talt med 1")


TWICE = [indicator(baseline_on="01-07-2023", months="12"), indicator(id="G1-b", baseline_on="01-07-2023", months="12")]
AIMS = [target(valid_from="01-07-2023"), target(indicator="G1-b", valid_from="01-07-2023")]


@pytest.mark.parametrize(
    ("on", "changed", "sentence"),
    [
        pytest.param(date(2025, 3, 1), {}, "", id="on the day it is to be measured again"),
        pytest.param(date(2025, 3, 2), {}, "En måling er 1 dag sen.", id="the day after"),
        pytest.param(
            date(2025, 3, 3),
            {"indicators": TWICE, "targets": AIMS},
            # The other was never measured, and was to be a year after its baseline on 1 July 2023.
            "2 målinger er op til 245 dage sene.",
            id="two of them",
        ),
        pytest.param(
            date(2024, 6, 20),
            {"indicators": TWICE, "targets": AIMS},
            "1 målepunkt mangler en ny måling.",
            id="never measured and not to be yet",
        ),
        pytest.param(
            date(2031, 1, 1), {}, "1 målepunkt mangler en ny måling.", id="after the target date none is asked for"
        ),
    ],
)
def test_the_row_tells_of_late_measurements_as_the_list_of_what_falls_due_does(
    on: date, changed: dict[str, Any], sentence: str
) -> None:
    held = [evaluation(date=date(on.year, 1, 1).strftime("%d-%m-%Y"))]
    found = row(on, evaluations=held, **changed)
    assert sentence in found.sentence.replace("\u00a0", " ")
    assert ("måling" in found.sentence) == bool(sentence)
    overview = plans_overview(read(**(PLANS | changed | {"evaluations": held})), on)
    late = [(on - event.on).days for event in SUBJECT.due(overview, on) if event.what == "ny måling" and event.on]
    assert (" er " in sentence) == (max(late, default=0) > 0)
    assert not any(late) or str(max(late)) in sentence


def test_nothing_is_drawn_without_indicators() -> None:
    found = row(indicators=[], targets=[], measurements=[])
    assert (found.picture, found.figure, found.meaning) == (None, "0", "målepunkter er oprettet")
