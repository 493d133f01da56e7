import pytest

from core.pool.days_before import days_before
from core.pool.finding import Verdict
from tests.core.pool.build import day


@pytest.mark.parametrize(
    ("first_day", "days", "verdict", "text"),
    [
        pytest.param(
            "2024-03-15",
            14,
            Verdict.KEPT,
            "14 dage fra afgørelse 1. marts 2024 til aktivitetens første dag 15. marts 2024; mindst 14",
            id="exactly the least",
        ),
        pytest.param(
            "2024-03-14",
            13,
            Verdict.BROKEN,
            "13 dage fra afgørelse 1. marts 2024 til aktivitetens første dag 14. marts 2024; der skal være mindst 14",
            id="one day less",
        ),
        pytest.param(
            "2024-03-16",
            15,
            Verdict.KEPT,
            "15 dage fra afgørelse 1. marts 2024 til aktivitetens første dag 16. marts 2024; mindst 14",
            id="one day more",
        ),
        pytest.param(
            "2024-03-02",
            1,
            Verdict.BROKEN,
            "1 dag fra afgørelse 1. marts 2024 til aktivitetens første dag 2. marts 2024; der skal være mindst 14",
            id="one single day",
        ),
        pytest.param(
            "2024-03-01",
            0,
            Verdict.BROKEN,
            "0 dage fra afgørelse 1. marts 2024 til aktivitetens første dag 1. marts 2024; der skal være mindst 14",
            id="the same day",
        ),
    ],
)
def test_so_many_days_must_lie_between(first_day: str, days: int, verdict: Verdict, text: str) -> None:
    finding = days_before(day("2024-03-01"), day(first_day), 14, "afgørelse")
    assert (finding.verdict, finding.text) == (verdict, text)
    assert finding.figures == {"days": days, "least": 14}


def test_a_leap_day_is_a_day() -> None:
    # 15 February to 1 March: 15 days in 2024, 14 in 2025.
    assert days_before(day("2024-02-15"), day("2024-03-01"), 15, "ansøgning").verdict is Verdict.KEPT
    assert days_before(day("2025-02-15"), day("2025-03-01"), 15, "ansøgning").verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    ("first_day", "verdict"),
    [
        pytest.param("2024-03-01", Verdict.KEPT, id="the same day"),
        pytest.param("2024-02-29", Verdict.BROKEN, id="the day before"),
    ],
)
def test_where_no_days_are_asked_for_the_same_day_is_enough(first_day: str, verdict: Verdict) -> None:
    assert days_before(day("2024-03-01"), day(first_day), 0, "afgørelse").verdict is verdict


def test_an_activity_that_came_first_breaks_the_rule() -> None:
    finding = days_before(day("2024-03-01"), day("2024-02-20"), 14, "afgørelse")
    # 20 February to 1 March 2024 is 10 days, backwards.
    assert (finding.verdict, finding.figures["days"]) == (Verdict.BROKEN, -10)


def test_without_the_activitys_first_day_it_cannot_be_told() -> None:
    finding = days_before(day("2024-03-01"), None, 14, "afgørelse")
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "aktivitetens første dag")
    assert finding.figures == {"least": 14}
