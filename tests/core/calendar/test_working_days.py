"""Days on which Danes work, against calendars of years that have been."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar.working_days import easter_sunday, is_working_day, public_holidays, working_days_from


@pytest.mark.parametrize(
    "easter",
    ["1900-04-15", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21",
     "2024-03-31", "2025-04-20", "2026-04-05", "2038-04-25", "2049-04-18", "2076-04-19", "2199-04-14"],
)  # fmt: skip
def test_easter_is_where_the_almanac_has_it(easter: str) -> None:
    assert easter_sunday(date.fromisoformat(easter).year) == date.fromisoformat(easter)


@pytest.mark.parametrize(
    ("year", "holidays"),
    [
        (
            2023,
            "01-01 04-06 04-07 04-09 04-10 05-05 05-18 05-28 05-29 12-25 12-26",
        ),
        (2024, "01-01 03-28 03-29 03-31 04-01 05-09 05-19 05-20 12-25 12-26"),
        (2026, "01-01 04-02 04-03 04-05 04-06 05-14 05-24 05-25 12-25 12-26"),
    ],
)
def test_public_holidays_are_those_of_the_law_with_great_prayer_day_until_2023(year: int, holidays: str) -> None:
    assert sorted(public_holidays(year)) == [date.fromisoformat(f"{year}-{day}") for day in holidays.split()]


@pytest.mark.parametrize(
    ("day", "works"),
    [
        ("2024-03-27", True),  # Wednesday before Maundy Thursday
        ("2024-03-28", False),
        ("2024-03-30", False),  # Saturday
        ("2024-04-01", False),  # Easter Monday
        ("2024-04-02", True),
        ("2024-06-05", True),  # Constitution Day is no public holiday
        ("2024-12-24", True),
        ("2024-12-31", True),
    ],
)
def test_a_working_day_is_neither_a_weekend_nor_a_holiday(day: str, works: bool) -> None:
    assert is_working_day(date.fromisoformat(day)) is works


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        ("2024-03-01", 0, "2024-03-01"),
        ("2024-03-02", 0, "2024-03-02"),
        ("2024-03-01", 1, "2024-03-04"),
        ("2024-03-04", -1, "2024-03-01"),
        ("2024-03-03", -1, "2024-03-01"),
        ("2024-04-02", -1, "2024-03-27"),
        ("2024-12-23", 3, "2024-12-30"),  # 24, 27 and 30 December
    ],
)
def test_working_days_are_counted_past_weekends_and_holidays(day: str, count: int, found: str) -> None:
    assert working_days_from(date.fromisoformat(day), count) == date.fromisoformat(found)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(1, 60))
def test_so_many_working_days_lie_after_the_day_and_up_to_the_one_found(day: date, count: int) -> None:
    found = working_days_from(day, count)
    between = [day + timedelta(number) for number in range(1, (found - day).days + 1)]
    assert sum(map(is_working_day, between)) == count
    assert is_working_day(found)
