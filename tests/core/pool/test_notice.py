from datetime import timedelta

import pytest

from core.pool.finding import Verdict
from core.pool.notice import Notice, Unit, notice_given
from tests.core.pool.build import day


@pytest.mark.parametrize(
    ("first_day", "days", "verdict", "text"),
    [
        pytest.param(
            "2024-03-15",
            14,
            Verdict.KEPT,
            "14 dage fra afgørelse 1. mar. 2024 til aktivitetens første dag 15. mar. 2024; mindst 14",
            id="exactly the least",
        ),
        pytest.param(
            "2024-03-14",
            13,
            Verdict.BROKEN,
            "13 dage fra afgørelse 1. mar. 2024 til aktivitetens første dag 14. mar. 2024; der skal være mindst 14",
            id="one day less",
        ),
        pytest.param(
            "2024-03-16",
            15,
            Verdict.KEPT,
            "15 dage fra afgørelse 1. mar. 2024 til aktivitetens første dag 16. mar. 2024; mindst 14",
            id="one day more",
        ),
        pytest.param(
            "2024-03-02",
            1,
            Verdict.BROKEN,
            "1 dag fra afgørelse 1. mar. 2024 til aktivitetens første dag 2. mar. 2024; der skal være mindst 14",
            id="one single day",
        ),
        pytest.param(
            "2024-03-01",
            0,
            Verdict.BROKEN,
            "0 dage fra afgørelse 1. mar. 2024 til aktivitetens første dag 1. mar. 2024; der skal være mindst 14",
            id="the same day",
        ),
    ],
)
def test_so_many_days_must_lie_between(first_day: str, days: int, verdict: Verdict, text: str) -> None:
    finding = notice_given(day("2024-03-01"), day(first_day), Notice(14), "afgørelse")
    assert (finding.verdict, finding.text) == (verdict, text)
    assert finding.figures == {"days": days, "least": Notice(14)}


def test_a_leap_day_is_a_day() -> None:
    # 15 February to 1 March: 15 days in 2024, 14 in 2025.
    assert notice_given(day("2024-02-15"), day("2024-03-01"), Notice(15), "ansøgning").verdict is Verdict.KEPT
    assert notice_given(day("2025-02-15"), day("2025-03-01"), Notice(15), "ansøgning").verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    ("first_day", "verdict"),
    [
        pytest.param("2024-03-01", Verdict.KEPT, id="the same day"),
        pytest.param("2024-02-29", Verdict.BROKEN, id="the day before"),
    ],
)
def test_where_no_days_are_asked_for_the_same_day_is_enough(first_day: str, verdict: Verdict) -> None:
    assert notice_given(day("2024-03-01"), day(first_day), Notice(0), "afgørelse").verdict is verdict


def test_an_activity_that_came_first_breaks_the_rule() -> None:
    finding = notice_given(day("2024-03-01"), day("2024-02-20"), Notice(14), "afgørelse")
    # 20 February to 1 March 2024 is 10 days, backwards.
    assert (finding.verdict, finding.figures["days"]) == (Verdict.BROKEN, -10)


EASTER_WEEK = "2024-04-02"  # Tuesday after Easter; Monday 1 April, Good Friday and Maundy Thursday are holidays.


@pytest.mark.parametrize(
    ("least", "first_day", "latest"),
    [
        pytest.param(Notice(4, Unit.WEEKS), "2024-03-29", "2024-03-01", id="four weeks"),
        pytest.param(Notice(1, Unit.WEEKS), "2024-03-08", "2024-03-01", id="a week"),
        pytest.param(Notice(2, Unit.MONTHS), "2024-05-01", "2024-03-01", id="two months"),
        pytest.param(Notice(1, Unit.MONTHS), "2024-03-31", "2024-02-29", id="a month back to a shorter one"),
        pytest.param(Notice(3, Unit.WORKING_DAYS), "2024-03-06", "2024-03-01", id="working days over a weekend"),
        pytest.param(Notice(2, Unit.WORKING_DAYS), EASTER_WEEK, "2024-03-26", id="working days over Easter"),
        pytest.param(Notice(0, Unit.WORKING_DAYS), "2024-03-02", "2024-03-02", id="no working days, a Saturday"),
    ],
)
def test_notice_is_given_on_the_latest_day_and_not_on_the_day_after(least: Notice, first_day: str, latest: str) -> None:
    assert least.before(day(first_day)) == day(latest)
    for start, verdict in ((day(latest), Verdict.KEPT), (day(latest) + timedelta(1), Verdict.BROKEN)):
        assert notice_given(start, day(first_day), least, "ansøgningen").verdict is verdict


@pytest.mark.parametrize(
    ("start", "text"),
    [
        (
            "2024-03-01",
            "Ansøgningen 1. mar. 2024 er senest 1. mar. 2024, 4 uger før aktivitetens første dag 29. mar. 2024",
        ),
        (
            "2024-03-02",
            "Ansøgningen 2. mar. 2024 er efter 1. mar. 2024, 4 uger før aktivitetens første dag 29. mar. 2024",
        ),
        (
            "2024-03-30",
            "Aktivitetens første dag 29. mar. 2024 er 1 dag før ansøgningen 30. mar. 2024; "
            "der skal være mindst 4 uger imellem",
        ),
    ],
)
def test_notice_is_said_with_its_latest_day(start: str, text: str) -> None:
    assert notice_given(day(start), day("2024-03-29"), Notice(4, Unit.WEEKS), "ansøgningen").text == text


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (Notice(1), "1 dag"),
        (Notice(2), "2 dage"),
        (Notice(1, Unit.WEEKS), "1 uge"),
        (Notice(0, Unit.MONTHS), "0 måneder"),
        (Notice(1, Unit.WORKING_DAYS), "1 arbejdsdag"),
        (Notice(1200, Unit.WORKING_DAYS), "1.200 arbejdsdage"),
    ],
)
def test_a_length_of_time_is_said_in_its_own_unit(notice: Notice, words: str) -> None:
    assert str(notice) == words


def test_without_the_activitys_first_day_it_cannot_be_told() -> None:
    finding = notice_given(day("2024-03-01"), None, Notice(14), "afgørelse")
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "aktivitetens første dag")
    assert finding.figures == {"least": Notice(14)}
