import pytest

from core.pool.finding import Verdict
from core.pool.rules.before_activity import before_activity
from tests.core.pool.build import day


@pytest.mark.parametrize(
    ("first_day", "verdict", "text"),
    [
        pytest.param(
            "2024-03-16",
            Verdict.KEPT,
            "Afgørelsen 15. mar. 2024 er før aktivitetens første dag 16. mar. 2024",
            id="the day before",
        ),
        pytest.param(
            "2024-03-15",
            Verdict.UNKNOWN,
            "Afgørelse og aktivitet er samme dag, 15. mar. 2024: klokkeslættet afgør det",
            id="the same day",
        ),
        pytest.param(
            "2024-03-14",
            Verdict.BROKEN,
            "Afgørelsen 15. mar. 2024 er efter aktivitetens første dag 14. mar. 2024",
            id="the day after",
        ),
    ],
)
def test_the_grant_is_in_place_before_the_activity(first_day: str, verdict: Verdict, text: str) -> None:
    finding = before_activity(day("2024-03-15"), day(first_day))
    assert (finding.verdict, finding.text) == (verdict, text)
    assert finding.figures == {"decided": day("2024-03-15"), "first_day": day(first_day)}


def test_on_the_same_day_the_time_of_day_is_what_is_missing() -> None:
    assert before_activity(day("2024-03-15"), day("2024-03-15")).missing == "klokkeslæt for afgørelse og aktivitet"


def test_without_the_activitys_first_day_it_cannot_be_told() -> None:
    finding = before_activity(day("2024-03-15"), None)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "aktivitetens første dag")
    assert finding.figures == {"decided": day("2024-03-15")}
