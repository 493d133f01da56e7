from datetime import date

import pytest

from core.focus_group.residents import residents_on
from core.focus_group.tables import Residents

BANDS = ("18-29", "30+")
FIRST, SECOND = date(2024, 1, 1), date(2025, 1, 1)


def test_parts_of_a_band_add_up_and_a_band_without_a_row_has_nobody() -> None:
    rows = [Residents("1", "18-29", 3), Residents("1", "18-29", 4), Residents("2", "30+", 5)]
    assert residents_on(rows, BANDS, [FIRST])[FIRST] == {"1": (7, 0), "2": (0, 5)}


def test_those_below_the_minimum_age_are_left_out() -> None:
    assert residents_on([Residents("1", "0-17", 3), Residents("2", "30+", 5)], BANDS, [FIRST])[FIRST] == {"2": (0, 5)}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(date(2023, 12, 31), 10, id="before the first count: that one"),
        pytest.param(date(2024, 12, 31), 10, id="the day before the second"),
        pytest.param(SECOND, 20, id="the day of the second"),
    ],
)
def test_a_department_is_counted_by_its_latest_count(on: date, expected: int) -> None:
    rows = [Residents("1", "30+", 20, stated=SECOND), Residents("1", "30+", 10, stated=FIRST)]
    assert residents_on(rows, BANDS, [on])[on] == {"1": (0, expected)}


def test_a_count_without_a_day_holds_until_one_with() -> None:
    rows = [Residents("1", "30+", 10), Residents("1", "30+", 20, stated=SECOND), Residents("2", "30+", 9)]
    assert residents_on(rows, BANDS, [FIRST])[FIRST] == {"1": (0, 10), "2": (0, 9)}
    assert residents_on(rows, BANDS, [SECOND])[SECOND] == {"1": (0, 20), "2": (0, 9)}
