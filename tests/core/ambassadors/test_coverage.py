"""Who is active, and which departments have one, never had one, or have lost theirs."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ambassadors.coverage import Cover, coverage_on
from core.ambassadors.tables import Ambassador
from core.calendar.active import is_active
from core.organisation.tables import Department
from tests.core.ambassadors.build import DEPARTMENTS, ambassador, day


@pytest.mark.parametrize(
    ("on", "active"),
    [
        ("2024-11-13", False),
        ("2024-11-14", True),
        ("2026-09-30", True),
        ("2026-10-01", False),
        ("2026-10-02", False),
    ],
)
def test_active_from_the_first_day_and_no_longer_on_the_day_it_ends(on: str, active: bool) -> None:
    assert is_active(ambassador("T1", "1", "2024-11-14", "2026-10-01"), day(on)) is active


def test_without_an_end_it_lasts() -> None:
    assert is_active(ambassador("T1", "1", "2024-11-14"), day("2099-01-01"))


def test_departments_that_lost_theirs_come_first_then_those_without_then_the_others() -> None:
    coverage = coverage_on(
        DEPARTMENTS,
        [
            ambassador("T1", "1", "2022-02-24"),
            ambassador("T2", "1", "2022-02-24"),
            ambassador("T3", "2", "2022-02-24", "2023-05-01"),
            ambassador("T4", "2", "2022-02-24", "2024-06-30"),
        ],
        day("2026-01-01"),
    )
    assert [(row.department.name, row.cover, row.active, row.lost) for row in coverage.departments] == [
        ("Østergade", Cover.LOST, 0, date(2024, 6, 30)),
        ("Bakken", Cover.NEVER, 0, None),
        ("Ågården", Cover.COVERED, 2, None),
    ]
    assert (coverage.active, coverage.covered) == (2, 1)


@pytest.mark.parametrize(
    ("on", "cover", "lost"),
    [
        ("2022-02-23", Cover.NEVER, None),
        ("2022-02-24", Cover.COVERED, None),
        ("2024-06-29", Cover.COVERED, None),
        ("2024-06-30", Cover.LOST, date(2024, 6, 30)),
        ("2025-01-01", Cover.COVERED, None),
    ],
)
def test_a_department_is_seen_as_of_the_day(on: str, cover: Cover, lost: date | None) -> None:
    mine = [ambassador("T1", "1", "2022-02-24", "2024-06-30"), ambassador("T2", "1", "2025-01-01")]
    (row,) = coverage_on(DEPARTMENTS[:1], mine, day(on)).departments
    assert (row.cover, row.lost) == (cover, lost)


@pytest.mark.parametrize(
    ("department", "active", "each"),
    [(DEPARTMENTS[0], 1, Fraction(40)), (DEPARTMENTS[0], 3, Fraction(40, 3)), (DEPARTMENTS[2], 1, None)],
)
def test_homes_for_each_ambassador_are_exact_or_not_known(
    department: Department, active: int, each: Fraction | None
) -> None:
    mine = [ambassador(f"T{n}", department.number, "2024-01-01") for n in range(active)]
    (row,) = coverage_on([department], mine, day("2024-06-01")).departments
    assert row.homes_each == each


def test_without_an_ambassador_there_are_no_homes_for_each() -> None:
    (row,) = coverage_on(DEPARTMENTS[:1], [], day("2024-06-01")).departments
    assert row.homes_each is None


DAYS = st.dates(date(2022, 1, 1), date(2026, 12, 31))
ANYBODY = st.lists(
    st.builds(
        lambda department, first, last: Ambassador(department, first, None, last and max(first, last)),
        st.sampled_from("123"),
        DAYS,
        st.none() | DAYS,
    ),
    max_size=12,
)


@given(ANYBODY, DAYS)
def test_every_department_is_told_once_and_every_active_ambassador_counts_once(
    anybody: list[Ambassador], on: date
) -> None:
    coverage = coverage_on(DEPARTMENTS, anybody, on)
    assert sorted(row.department.number for row in coverage.departments) == ["1", "2", "3"]
    assert coverage.active == sum(is_active(one, on) for one in anybody)
    assert all((row.lost is not None) == (row.cover is Cover.LOST) for row in coverage.departments)
    assert all(row.lost is None or row.lost <= on for row in coverage.departments)
