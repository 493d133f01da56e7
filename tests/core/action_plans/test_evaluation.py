import pytest

from core.action_plans.evaluation import evaluation_due
from core.action_plans.forecast import forecast
from core.action_plans.tables import ActionPlan, Evaluation
from core.calendar.months import months_after
from tests.core.action_plans.build import day, measured

BEGUN, ENDED = "2024-03-01", "2025-06-30"


def plan(last: str | None = None) -> ActionPlan:
    return ActionPlan("P", "Boliger", "Varme", day(BEGUN), day(last) if last else None)


@pytest.mark.parametrize(
    ("evaluated", "on", "due", "over"),
    [
        pytest.param([], "2025-03-01", "2025-03-01", 0, id="a year after it began: due, not overdue"),
        pytest.param([], "2025-03-02", "2025-03-01", 1, id="the day after"),
        pytest.param(["2025-02-10"], "2025-03-02", "2026-02-10", 0, id="a year after the last one"),
        pytest.param(["2025-02-10"], "2026-03-25", "2026-02-10", 43, id="43 days over"),
        pytest.param(["2025-02-10", "2024-05-01"], "2025-05-02", "2026-02-10", 0, id="typed out of order"),
        pytest.param(["2025-02-10"], "2025-02-09", "2025-03-01", 0, id="not held yet"),
        pytest.param(["2024-02-29"], "2025-03-01", "2025-02-28", 1, id="a leap day"),
    ],
)
def test_when_a_plan_is_to_be_evaluated(evaluated: list[str], on: str, due: str, over: int) -> None:
    found = evaluation_due(plan(), [Evaluation("P", day(one)) for one in evaluated], day(on))
    assert (found.on, found.days_over, found.overdue) == (day(due), over, over > 0)


@pytest.mark.parametrize(
    ("last", "on", "due"),
    [
        pytest.param(ENDED, "2025-07-01", "2025-03-01", id="it was due before the end and never came"),
        pytest.param("2024-12-31", "2025-07-01", None, id="it ended before it was due"),
        pytest.param("2024-12-31", "2024-12-30", "2025-03-01", id="not ended yet"),
    ],
)
def test_a_plan_that_has_ended_is_not_due_again(last: str, on: str, due: str | None) -> None:
    assert evaluation_due(plan(last), [], day(on)).on == (day(due) if due else None)


@pytest.mark.parametrize(
    ("begun", "months", "expected"),
    [
        ("2024-01-31", 1, "2024-02-29"),
        ("2023-01-31", 1, "2023-02-28"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-06-30", 24, "2026-06-30"),
    ],
)
def test_months_are_counted_as_people_do(begun: str, months: int, expected: str) -> None:
    assert months_after(day(begun), months) == day(expected)


STEADY = (("2024-01-01", "100"), ("2024-04-10", "90"), ("2024-07-19", "80"))  # ten down in each hundred days


@pytest.mark.parametrize(
    ("measurements", "at", "on", "expected"),
    [
        pytest.param(STEADY, "2024-10-27", "2024-08-01", 70, id="it goes on so"),
        pytest.param(STEADY[::-1], "2024-10-27", "2024-08-01", 70, id="in any order"),
        pytest.param(STEADY[:2], "2024-10-27", "2024-08-01", None, id="two measurements are too few"),
        pytest.param(STEADY, "2024-10-27", "2024-07-18", None, id="the third is still to come"),
        pytest.param(STEADY, "2024-10-27", "2024-10-27", None, id="the day is here"),
        pytest.param(
            (*STEADY, ("2024-05-01", "10")), "2024-10-27", "2024-08-01", 70, id="a single odd one does not decide"
        ),
    ],
)
def test_the_forecast(measurements: tuple[tuple[str, str], ...], at: str, on: str, expected: float | None) -> None:
    found = forecast(measured(*measurements), day(at), day(on))
    assert found == (None if expected is None else pytest.approx(expected, abs=5))
