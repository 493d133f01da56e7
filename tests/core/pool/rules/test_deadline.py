from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.danish import day as in_words
from core.pool.finding import Finding, Verdict
from core.pool.rule_values import DayOfYear
from core.pool.rules.deadline import deadline
from tests.core.pool.build import day

KEPT, BROKEN = Verdict.KEPT, Verdict.BROKEN
MARCH, APRIL, SEPTEMBER, LEAP_DAY = DayOfYear(3, 1), DayOfYear(4, 15), DayOfYear(9, 1), DayOfYear(2, 29)
Deadlines = tuple[date | DayOfYear, ...]


def judged(received: str, deadlines: Deadlines, decided: str | None = None, last: str = "2024-12-31") -> Finding:
    return deadline(day(received), deadlines, day(decided) if decided else None, day(last))


@pytest.mark.parametrize(
    ("received", "verdict", "meant"),
    [
        pytest.param("2023-12-01", KEPT, "2024-03-01", id="before the period: in time for the first"),
        pytest.param("2024-02-29", KEPT, "2024-03-01", id="the day before the first deadline"),
        pytest.param("2024-03-01", KEPT, "2024-03-01", id="on the first deadline"),
        pytest.param("2024-03-02", KEPT, "2024-09-01", id="the day after: in time for the next"),
        pytest.param("2024-09-01", KEPT, "2024-09-01", id="on the last deadline"),
        pytest.param("2024-09-02", BROKEN, "2024-09-01", id="the day after the last deadline of the period"),
        pytest.param("2024-12-31", BROKEN, "2024-09-01", id="the last day of the period"),
    ],
)
def test_while_undecided_the_next_deadline_after_it_came_counts(received: str, verdict: Verdict, meant: str) -> None:
    for deadlines in ((MARCH, SEPTEMBER), (SEPTEMBER, MARCH)):
        finding = judged(received, deadlines)
        assert finding.verdict is verdict
        assert finding.figures == {"received": day(received), "deadline": day(meant)}


@pytest.mark.parametrize(
    ("received", "decided", "verdict", "meant"),
    [
        pytest.param("2024-04-15", "2024-05-02", KEPT, "2024-04-15", id="came on the deadline"),
        pytest.param("2024-04-16", "2024-05-02", BROKEN, "2024-04-15", id="the day after is not in time for next year"),
        pytest.param("2024-04-16", "2025-04-14", BROKEN, "2024-04-15", id="decided the day before next year's"),
        pytest.param("2024-04-16", "2025-04-15", KEPT, "2025-04-15", id="decided on next year's"),
        pytest.param("2024-04-10", "2024-04-14", BROKEN, "2023-04-15", id="decided before the deadline it came for"),
        pytest.param("2024-04-10", "2024-04-15", KEPT, "2024-04-15", id="decided on the deadline it came for"),
        pytest.param("2023-04-15", "2024-04-14", KEPT, "2023-04-15", id="in time for the year before"),
        pytest.param("2020-01-01", "2024-04-14", KEPT, "2023-04-15", id="years before"),
    ],
)
def test_once_decided_the_latest_deadline_not_after_the_decision_counts(
    received: str, decided: str, verdict: Verdict, meant: str
) -> None:
    finding = judged(received, (APRIL,), decided, last="2030-12-31")
    assert (finding.verdict, finding.figures["deadline"]) == (verdict, day(meant))


@pytest.mark.parametrize(
    ("received", "verdict"),
    [
        pytest.param("2023-11-01", KEPT, id="on the deadline of the autumn before"),
        pytest.param("2023-11-02", BROKEN, id="the day after it"),
    ],
)
def test_a_deadline_before_the_period_begins_counts_for_a_decision_within_it(received: str, verdict: Verdict) -> None:
    assert judged(received, (DayOfYear(11, 1),), "2024-01-10").verdict is verdict


@pytest.mark.parametrize(
    ("last", "verdict"),
    [
        pytest.param("2024-03-01", KEPT, id="on the period's last day"),
        pytest.param("2024-02-29", BROKEN, id="the day after the period"),
    ],
)
def test_a_deadline_still_to_come_counts_only_within_the_period(last: str, verdict: Verdict) -> None:
    assert judged("2024-02-01", (MARCH,), last=last).verdict is verdict


def test_without_any_deadline_in_the_period_that_is_said() -> None:
    finding = judged("2024-02-01", (day("2025-03-01"),))
    assert (finding.verdict, finding.text) == (BROKEN, "Der er ingen frist i puljens periode")


@pytest.mark.parametrize("decided", [None, "2024-03-15"], ids=["undecided", "decided"])
@pytest.mark.parametrize(
    ("received", "verdict"),
    [
        pytest.param("2024-02-29", KEPT, id="29 February 2024: the day itself"),
        pytest.param("2024-03-01", BROKEN, id="1 March 2024: the day after"),
    ],
)
def test_29_february_is_a_deadline_in_a_leap_year(received: str, decided: str | None, verdict: Verdict) -> None:
    assert judged(received, (LEAP_DAY,), decided).verdict is verdict


@pytest.mark.parametrize("decided", [None, "2025-03-15"], ids=["undecided", "decided"])
@pytest.mark.parametrize(
    ("received", "verdict"),
    [
        pytest.param("2025-02-28", KEPT, id="28 February 2025: there is no 29th"),
        pytest.param("2025-03-01", BROKEN, id="1 March 2025: the day after"),
    ],
)
def test_and_the_28th_in_any_other(received: str, decided: str | None, verdict: Verdict) -> None:
    assert judged(received, (LEAP_DAY,), decided, last="2025-12-31").verdict is verdict


@pytest.mark.parametrize("decided", [None, "2024-06-01"], ids=["undecided", "decided"])
@pytest.mark.parametrize(
    ("received", "verdict", "text"),
    [
        pytest.param("2024-05-01", KEPT, "Modtaget 1. maj 2024, i tide til fristen 1. maj 2024", id="the day itself"),
        pytest.param("2024-05-02", BROKEN, "Modtaget 2. maj 2024, efter fristen 1. maj 2024", id="the day after"),
    ],
)
def test_a_dated_deadline_holds_once(received: str, decided: str | None, verdict: Verdict, text: str) -> None:
    finding = judged(received, (day("2024-05-01"),), decided, last="2025-12-31")
    assert (finding.verdict, finding.text) == (verdict, text)


def test_a_decision_before_the_first_dated_deadline_has_missed_none() -> None:
    finding = judged("2024-04-01", (day("2024-05-01"),), "2024-04-15")
    assert (finding.verdict, finding.figures["deadline"]) == (KEPT, day("2024-05-01"))


def test_dated_and_yearly_deadlines_stand_side_by_side() -> None:
    both: Deadlines = (MARCH, day("2024-05-01"))
    assert judged("2024-05-01", both, "2024-06-01").verdict is KEPT
    assert judged("2024-05-02", both, "2024-06-01").verdict is BROKEN
    assert judged("2024-03-01", both, "2024-04-30").verdict is KEPT
    assert judged("2024-03-02", both, "2024-04-30").verdict is BROKEN


_days = st.dates(date(2020, 1, 1), date(2026, 12, 31))
_in_year = st.builds(DayOfYear, st.integers(1, 12), st.integers(1, 28))


@given(_days, st.integers(0, 900), st.lists(_in_year, min_size=1, max_size=3))
def test_decided_it_is_in_time_exactly_where_a_deadline_lies_between_receipt_and_decision(
    received: date, later: int, deadlines: list[DayOfYear]
) -> None:
    decided = received + timedelta(days=later)
    between = [
        day_there
        for day_there in (received + timedelta(days=number) for number in range(later + 1))
        if DayOfYear(day_there.month, day_there.day) in deadlines
    ]
    finding = deadline(received, deadlines, decided, date(2030, 1, 1))
    assert (finding.verdict is KEPT) == bool(between)
    if between:
        assert in_words(between[-1]) in finding.text
