from datetime import date

import pytest

from core.contract.rule_values import DayOfYear
from core.pool.finding import Verdict
from core.pool.rules.deadline import deadline
from tests.core.pool.build import day

MARCH, SEPTEMBER, LEAP_DAY = DayOfYear(3, 1), DayOfYear(9, 1), DayOfYear(2, 29)
Deadlines = tuple[date | DayOfYear, ...]


@pytest.mark.parametrize(
    ("received", "verdict", "meant"),
    [
        pytest.param("2023-12-01", Verdict.KEPT, "2024-03-01", id="before the period: in time for the first"),
        pytest.param("2024-02-29", Verdict.KEPT, "2024-03-01", id="the day before the first deadline"),
        pytest.param("2024-03-01", Verdict.KEPT, "2024-03-01", id="on the first deadline"),
        pytest.param("2024-03-02", Verdict.KEPT, "2024-09-01", id="the day after: in time for the next"),
        pytest.param("2024-09-01", Verdict.KEPT, "2024-09-01", id="on the last deadline"),
        pytest.param("2024-09-02", Verdict.BROKEN, "2024-09-01", id="the day after the last deadline"),
        pytest.param("2024-12-31", Verdict.BROKEN, "2024-09-01", id="the last day of the period"),
    ],
)
def test_an_application_is_received_by_a_deadline_that_comes_back_every_year(
    received: str, verdict: Verdict, meant: str
) -> None:
    for deadlines in ((MARCH, SEPTEMBER), (SEPTEMBER, MARCH)):
        finding = deadline(day(received), deadlines, day("2024-01-01"), day("2024-12-31"))
        assert finding.verdict is verdict
        assert finding.figures == {"received": day(received), "deadline": day(meant)}


@pytest.mark.parametrize(
    ("received", "verdict"),
    [
        pytest.param("2024-09-02", Verdict.KEPT, id="after this year's: in time for next year's"),
        pytest.param("2025-09-01", Verdict.KEPT, id="on next year's"),
        pytest.param("2025-09-02", Verdict.BROKEN, id="the day after next year's"),
    ],
)
def test_in_a_period_of_two_years_the_deadline_comes_twice(received: str, verdict: Verdict) -> None:
    assert deadline(day(received), (SEPTEMBER,), day("2024-01-01"), day("2025-12-31")).verdict is verdict


@pytest.mark.parametrize(
    ("first", "last", "verdict"),
    [
        pytest.param("2024-03-01", "2024-12-31", Verdict.KEPT, id="on the period's first day"),
        pytest.param("2024-03-02", "2024-12-31", Verdict.BROKEN, id="the day before the period"),
        pytest.param("2023-06-01", "2024-03-01", Verdict.KEPT, id="on the period's last day"),
        pytest.param("2023-06-01", "2024-02-29", Verdict.BROKEN, id="the day after the period"),
    ],
)
def test_a_yearly_deadline_counts_only_within_the_period(first: str, last: str, verdict: Verdict) -> None:
    assert deadline(day("2024-02-01"), (MARCH,), day(first), day(last)).verdict is verdict


def test_a_period_without_a_deadline_says_so() -> None:
    finding = deadline(day("2024-02-01"), (SEPTEMBER,), day("2024-01-01"), day("2024-06-30"))
    assert (finding.verdict, finding.text) == (Verdict.BROKEN, "Der er ingen frist i puljens periode")
    assert finding.figures["deadline"] is None


@pytest.mark.parametrize(
    ("received", "verdict"),
    [
        pytest.param("2024-02-29", Verdict.KEPT, id="29 February 2024: the day itself"),
        pytest.param("2024-03-01", Verdict.BROKEN, id="1 March 2024: the day after"),
        pytest.param("2025-02-28", Verdict.KEPT, id="28 February 2025: there is no 29th"),
        pytest.param("2025-03-01", Verdict.BROKEN, id="1 March 2025: the day after"),
    ],
)
def test_29_february_is_the_28th_where_there_is_none(received: str, verdict: Verdict) -> None:
    year = day(received).year
    assert deadline(day(received), (LEAP_DAY,), date(year, 1, 1), date(year, 12, 31)).verdict is verdict


@pytest.mark.parametrize(
    ("received", "verdict", "text"),
    [
        pytest.param(
            "2024-05-01", Verdict.KEPT, "Modtaget 1. maj 2024, i tide til fristen 1. maj 2024", id="the day itself"
        ),
        pytest.param(
            "2024-05-02", Verdict.BROKEN, "Modtaget 2. maj 2024, efter fristen 1. maj 2024", id="the day after"
        ),
    ],
)
def test_a_dated_deadline_holds_once(received: str, verdict: Verdict, text: str) -> None:
    finding = deadline(day(received), (day("2024-05-01"),), day("2024-01-01"), day("2025-12-31"))
    assert (finding.verdict, finding.text) == (verdict, text)


def test_a_dated_deadline_holds_also_before_the_period() -> None:
    before = (day("2023-11-15"),)
    assert deadline(day("2023-11-15"), before, day("2024-01-01"), day("2024-12-31")).verdict is Verdict.KEPT
    assert deadline(day("2023-11-16"), before, day("2024-01-01"), day("2024-12-31")).verdict is Verdict.BROKEN


def test_dated_and_yearly_deadlines_stand_side_by_side() -> None:
    both: Deadlines = (MARCH, day("2024-05-01"))
    assert deadline(day("2024-05-01"), both, day("2024-01-01"), day("2024-12-31")).verdict is Verdict.KEPT
    assert deadline(day("2024-05-02"), both, day("2024-01-01"), day("2024-12-31")).verdict is Verdict.BROKEN
