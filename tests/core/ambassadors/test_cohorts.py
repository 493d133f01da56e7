"""Each cohort from those who began to those who are active a year after, and the course it follows."""

import pytest

from core.ambassadors.cohorts import cohort_rows
from core.ambassadors.course import programme_on
from tests.core.ambassadors.build import ambassador, cohort, day, sessions

THREE = [
    ambassador("T1", "1", "2024-11-14", None, "4"),
    ambassador("T2", "1", "2024-11-14", "2025-11-13", "4"),
    ambassador("T3", "2", "2024-11-14", "2026-01-01", "4"),
]


@pytest.mark.parametrize(
    ("on", "finished", "active", "due", "after_a_year"),
    [
        ("2024-11-13", 0, 0, 0, 0),
        ("2024-11-14", 3, 3, 0, 0),
        ("2025-11-13", 3, 2, 0, 0),
        ("2025-11-14", 3, 2, 3, 2),
        ("2026-01-01", 3, 1, 3, 2),
    ],
)
def test_a_cohort_is_followed_from_the_end_of_the_course_to_a_year_after(
    on: str, finished: int, active: int, due: int, after_a_year: int
) -> None:
    (row,) = cohort_rows([cohort("4", 7)], sessions("4", "2024-10-03"), THREE, day(on))
    assert (row.started, row.finished, row.active, row.due, row.after_a_year) == (
        7, finished, active, due, after_a_year,
    )  # fmt: skip


def test_a_cohort_that_has_not_begun_is_not_told_and_the_newest_comes_first() -> None:
    days = [*sessions("3", "2023-10-05"), *sessions("4", "2024-10-03"), *sessions("5", "2026-10-22")]
    cohorts = [cohort("3"), cohort("4"), cohort("5")]
    assert [row.cohort.id for row in cohort_rows(cohorts, days, [], day("2026-10-21"))] == ["4", "3"]
    assert [row.cohort.id for row in cohort_rows(cohorts, days, [], day("2026-10-22"))] == ["5", "4", "3"]


def test_a_cohort_without_sessions_or_number_is_told_with_what_is_known() -> None:
    (row,) = cohort_rows([cohort("1")], [], [ambassador("T1", "1", "2022-02-24", None, "1")], day("2024-01-01"))
    assert (row.begins, row.started, row.finished) == (None, None, 1)


FOURTH = sessions("4", "2024-10-10", "2024-10-03", "2024-10-24", "2024-10-31", "2024-11-07", "2024-11-14")
FIFTH = sessions("5", "2026-10-22", "2026-10-29")
BOTH = [cohort("4"), cohort("5")]


@pytest.mark.parametrize(
    ("on", "which", "held"),
    [
        pytest.param("2024-09-01", "4", 0, id="before it begins"),
        pytest.param("2024-10-03", "4", 1, id="a session is held on its day"),
        pytest.param("2024-10-09", "4", 1, id="between two"),
        pytest.param("2024-11-14", "4", 6, id="on its last day"),
        pytest.param("2024-11-15", "5", 0, id="the day after: the one that comes next"),
        pytest.param("2027-01-01", "5", 2, id="all are over: the latest"),
    ],
)
def test_the_programme_is_that_of_the_cohort_under_way_or_next(on: str, which: str, held: int) -> None:
    programme = programme_on(BOTH, [*FOURTH, *FIFTH], day(on))
    assert programme
    assert (programme.cohort.id, programme.held) == (which, held)
    assert [one.date for one in programme.sessions] == sorted(one.date for one in programme.sessions)


@pytest.mark.parametrize(("of", "without"), [(6, 4), (2, 0), (1, 0)])
def test_sessions_that_have_no_date_yet_are_counted(of: int, without: int) -> None:
    programme = programme_on(BOTH, FIFTH, day("2026-10-22"), of)
    assert programme
    assert programme.without_date == without


def test_without_sessions_there_is_no_programme() -> None:
    assert programme_on(BOTH, [], day("2026-10-22")) is None
