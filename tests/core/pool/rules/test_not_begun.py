import pytest

from core.pool.finding import Verdict
from core.pool.rules.not_begun import not_begun
from tests.core.pool.build import day

DECIDED = day("2024-03-15")


@pytest.mark.parametrize(
    ("begun", "first_day", "verdict"),
    [
        pytest.param(False, "2024-03-16", Verdict.KEPT, id="recorded as not begun, activity the day after"),
        pytest.param(False, None, Verdict.KEPT, id="recorded as not begun, no first day known"),
        pytest.param(False, "2024-03-14", Verdict.BROKEN, id="recorded as not begun, but the activity was before"),
        pytest.param(None, "2024-03-14", Verdict.BROKEN, id="not recorded, the activity was before"),
        pytest.param(True, "2024-03-16", Verdict.BROKEN, id="recorded as begun"),
        pytest.param(True, None, Verdict.BROKEN, id="recorded as begun, no first day known"),
        pytest.param(None, "2024-03-16", Verdict.UNKNOWN, id="not recorded, activity the day after"),
        pytest.param(None, "2024-03-15", Verdict.UNKNOWN, id="not recorded, activity the same day"),
        pytest.param(None, None, Verdict.UNKNOWN, id="nothing known"),
    ],
)
def test_no_grant_for_what_has_already_begun(begun: bool | None, first_day: str | None, verdict: Verdict) -> None:
    finding = not_begun(begun, day(first_day) if first_day else None, DECIDED)
    assert finding.verdict is verdict
    assert finding.unsaid == ("om arbejdet er begyndt" if verdict is Verdict.UNKNOWN else "")


def test_an_activity_before_the_decision_is_said_with_both_dates() -> None:
    finding = not_begun(None, day("2024-03-14"), DECIDED)
    assert finding.text == "Aktiviteten begyndte 14. mar. 2024, før afgørelsen 15. mar. 2024"
    assert finding.figures == {"first_day": day("2024-03-14"), "decided": DECIDED}


def test_what_is_recorded_is_among_the_figures() -> None:
    assert not_begun(True, None, DECIDED).figures == {"begun": True}
    assert not_begun(False, None, DECIDED).figures == {"begun": False}


def test_what_is_not_known_is_said_as_a_sentence() -> None:
    assert not_begun(None, None, DECIDED).text == "Det er ikke oplyst, om arbejdet er begyndt"


@pytest.mark.parametrize(
    ("begun", "verdict"), [(False, Verdict.UNKNOWN), (None, Verdict.UNKNOWN), (True, Verdict.BROKEN)]
)
def test_a_first_day_that_cannot_be_read_may_be_before_the_decision(begun: bool | None, verdict: Verdict) -> None:
    assert not_begun(begun, None, DECIDED, unreadable=True).verdict is verdict
