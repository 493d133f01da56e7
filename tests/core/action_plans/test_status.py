"""How an indicator stands: the worked example to the digit, and both sides of every boundary."""

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.action_plans.progress import expected, is_good, paced, progress
from core.action_plans.status import Standing, Status, standing_on
from core.action_plans.tables import IndicatorKind, Limit, Measurement, Target
from core.action_plans.target import target_on
from tests.core.action_plans.build import day, indicator, measured, target

HOLD = IndicatorKind.HOLD


def stands(on: str, value: str | None, aim: str = "0") -> Standing:
    """From 100 to 0, or to another aim, in the 1.000 days until 2026-09-27, measured at most once."""
    rows = measured(("2024-06-01", value)) if value else []
    return standing_on(indicator(), [target(aim, "2026-09-27")], rows, day(on))


def test_the_worked_example() -> None:
    standing = standing_on(indicator(), [target()], measured(("2025-06-30", "86")), day("2025-07-01"))
    assert standing.progress == Fraction(1, 5)
    assert standing.expected == Fraction(547, 2556)
    assert round(float(standing.expected), 4) == 0.2140
    assert standing.status is Status.ON_TRACK
    assert not standing.stale


@pytest.mark.parametrize(
    ("on", "value", "expected"),
    [
        # On 2024-07-19 200 of 1.000 days have passed: 20 % are expected, and 10 are enough.
        pytest.param("2024-07-19", "90", Status.ON_TRACK, id="exactly the tolerance behind"),
        pytest.param("2024-07-19", "90.01", Status.BEHIND, id="a little more behind"),
        pytest.param("2024-07-19", "0", Status.REACHED, id="exactly at the target"),
        pytest.param("2024-07-19", "0.01", Status.ON_TRACK, id="just before the target"),
        pytest.param("2024-07-19", "-5", Status.REACHED, id="beyond the target"),
        pytest.param("2024-07-19", "120", Status.BEHIND, id="the wrong way"),
        pytest.param("2024-07-19", None, Status.UNMEASURED, id="never measured"),
        pytest.param("2023-12-31", "90", Status.NOT_BEGUN, id="the day before the baseline"),
        pytest.param("2024-01-01", None, Status.UNMEASURED, id="the day of the baseline"),
        pytest.param("2026-09-27", "11", Status.BEHIND, id="on the target's date there is still time"),
        pytest.param("2026-09-28", "9", Status.MISSED, id="the day after it"),
        pytest.param("2026-09-28", "0", Status.REACHED, id="reached in time"),
    ],
)
def test_the_status_of_an_indicator_to_be_reduced(on: str, value: str | None, expected: Status) -> None:
    assert stands(on, value).status is expected


@pytest.mark.parametrize("kind", [IndicatorKind.REACH, HOLD])
@pytest.mark.parametrize(
    ("measured_on", "on", "counts"),
    [
        pytest.param("2023-12-31", "2024-07-19", False, id="the day before the baseline"),
        pytest.param("2024-01-01", "2024-07-19", True, id="on the day of the baseline"),
        pytest.param("2023-12-31", "2030-01-01", False, id="nor when the time is over"),
    ],
)
def test_what_was_measured_before_the_baseline_is_no_progress(
    kind: IndicatorKind, measured_on: str, on: str, counts: bool
) -> None:
    found = standing_on(
        indicator(kind=kind), [target("0", "2026-09-27")], measured((measured_on, "0"), ("2023-06-01", "90")), day(on)
    )
    assert (found.status is Status.REACHED) == counts
    assert (found.status is Status.UNMEASURED) == (not counts)
    assert (found.latest is None) == (not counts)
    assert found.progress in ((1,) if counts and kind is IndicatorKind.REACH else (None,))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("110", Status.ON_TRACK, id="a tenth of the way, a fifth of the time"),
        pytest.param("109.9", Status.BEHIND, id="less than that"),
        pytest.param("200", Status.REACHED, id="there"),
    ],
)
def test_the_status_of_an_indicator_to_be_increased(value: str, expected: Status) -> None:
    assert stands("2024-07-19", value, aim="200").status is expected


@pytest.mark.parametrize(("tolerance", "expected"), [(10, Status.ON_TRACK), (9, Status.BEHIND), (0, Status.BEHIND)])
def test_the_tolerance_is_the_organisations(tolerance: int, expected: Status) -> None:
    standing = standing_on(
        indicator(), [target("0", "2026-09-27")], measured(("2024-06-01", "90")), day("2024-07-19"), tolerance
    )
    assert standing.status is expected


@pytest.mark.parametrize(
    ("months", "on", "stale"),
    [
        pytest.param(None, "2025-06-01", False, id="a year to the day, where nothing else is said"),
        pytest.param(None, "2025-06-02", True, id="the day after"),
        pytest.param(3, "2024-09-01", False, id="three months to the day"),
        pytest.param(3, "2024-09-02", True, id="the day after that"),
    ],
)
def test_an_old_measurement_leaves_the_status_and_is_marked(months: int | None, on: str, stale: bool) -> None:
    standing = standing_on(
        indicator(months=months), [target("0", "2026-09-27")], measured(("2024-06-01", "0")), day(on)
    )
    assert (standing.status, standing.stale) == (Status.REACHED, stale)


@pytest.mark.parametrize(
    ("limit", "baseline", "value", "expected"),
    [
        pytest.param(Limit.AT_MOST, "100", "100", Status.REACHED, id="at the highest allowed"),
        pytest.param(Limit.AT_MOST, "100", "100.1", Status.BEHIND, id="above it"),
        pytest.param(Limit.AT_LEAST, "100", "100", Status.REACHED, id="at the least"),
        pytest.param(Limit.AT_LEAST, "100", "99.9", Status.BEHIND, id="below it"),
        pytest.param(None, "80", "99", Status.BEHIND, id="the baseline below says at least"),
        pytest.param(None, "120", "99", Status.REACHED, id="the baseline above says at most"),
        pytest.param(None, "100", "99", Status.UNCLEAR, id="equal, and no limit: which side is good is not known"),
    ],
)
def test_an_indicator_to_be_held(limit: Limit | None, baseline: str, value: str, expected: Status) -> None:
    held = indicator(baseline, kind=HOLD, limit=limit)
    standing = standing_on(held, [target("100", "2026-09-27")], measured(("2024-06-01", value)), day("2024-07-19"))
    assert (standing.status, standing.progress, standing.expected) == (expected, None, None)


def test_a_held_limit_that_is_passed_at_the_end_is_not_reached() -> None:
    held = indicator("100", kind=HOLD, limit=Limit.AT_MOST)
    standing = standing_on(held, [target("100", "2024-12-31")], measured(("2024-06-01", "101")), day("2025-01-01"))
    assert standing.status is Status.MISSED


def test_a_baseline_that_is_already_the_target_cannot_be_reached_towards() -> None:
    standing = standing_on(indicator("30"), [target("30")], measured(("2024-06-01", "30")), day("2025-01-01"))
    assert (standing.status, standing.progress) == (Status.UNCLEAR, None)


def test_without_a_target_nothing_can_be_said() -> None:
    assert standing_on(indicator(), [], measured(("2024-06-01", "1")), day("2025-01-01")).status is Status.UNCLEAR


# Which measurement, and which target.


def test_the_latest_measurement_counts_in_whatever_order_they_are_typed_and_none_of_the_future() -> None:
    rows = measured(("2024-05-01", "90"), ("2025-08-01", "1"), ("2024-06-01", "80"), ("2024-04-01", "95"))
    standing = standing_on(indicator(), [target()], rows, day("2024-12-31"))
    assert standing.latest == rows[2]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param("2023-06-01", "30", id="before the first holds: the first"),
        pytest.param("2025-12-31", "30", id="the day before the second holds"),
        pytest.param("2026-01-01", "50", id="the day it does"),
    ],
)
def test_a_target_holds_until_the_next_one(on: str, expected: str) -> None:
    found = target_on([target("50", valid="2026-01-01"), target("30")], day(on))
    assert found
    assert found.value == Decimal(expected)


def test_an_old_measurement_is_judged_by_the_target_of_its_day() -> None:
    aims = [target("0", "2026-09-27"), target("95", "2026-09-27", valid="2025-01-01")]
    rows = measured(("2024-07-19", "95"))
    assert standing_on(indicator(), aims, rows, day("2024-07-19")).status is Status.BEHIND
    assert standing_on(indicator(), aims, rows, day("2025-01-01")).status is Status.REACHED


# What always holds.

values = st.decimals(-1000, 1000, places=2)
days = st.dates(day("2020-01-01"), day("2035-12-31"))


@given(values, values, values, days, st.integers(1, 4000), days)
def test_progress_and_pace_meet_at_both_ends(
    baseline: Decimal, aim: Decimal, value: Decimal, begun: object, length: int, on: object
) -> None:
    one = indicator(str(baseline), str(begun))
    goal = Target("I", aim, one.baseline_on + timedelta(length), one.baseline_on)
    assert 0 <= expected(one, goal, on) <= 1  # type: ignore[arg-type]
    assert paced(one, goal, one.baseline_on) == Fraction(baseline)
    assert paced(one, goal, goal.reached_on) == Fraction(aim)
    if aim == baseline:
        assert progress(one, goal, Fraction(value)) is None
        assert is_good(one, goal, Fraction(value)) is None
        return
    assert progress(one, goal, Fraction(baseline)) == 0
    assert progress(one, goal, Fraction(aim)) == 1
    come = progress(one, goal, Fraction(value))
    assert come is not None
    assert is_good(one, goal, Fraction(value)) is (come >= 1)
    standing = standing_on(one, [goal], [Measurement("I", one.baseline_on, value)], goal.reached_on)
    assert (standing.status is Status.REACHED) is (come >= 1)
