"""What people see in a cell that a spreadsheet stores as a number, and that nothing a cell can hold is an accident."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.number import parse_share
from shell.sources import stored

NUMBERS = st.floats() | st.integers(-(10**400), 10**400)


@given(NUMBERS)
def test_no_number_is_an_accident(number: float) -> None:
    assert stored.percent(number).endswith(" %")
    assert isinstance(stored.day(number), date | str)
    assert isinstance(stored.clock(number), str)


@given(st.integers(1, 10_000))
def test_a_share_typed_with_two_decimals_in_percent_is_read_as_that_share(hundredths: int) -> None:
    share = hundredths / 10_000
    assert parse_share(stored.percent(share)) == Decimal(hundredths) / 10_000


@pytest.mark.parametrize(
    ("serial", "seen"),
    [
        (0, date(1899, 12, 30)),
        (1, date(1899, 12, 31)),
        (2_958_465, date(9999, 12, 31)),
        (2_958_466, "dato nr. 2958466"),
        (-693_593, date(1, 1, 1)),
        (-693_594, "dato nr. -693594"),
        (45_716 + 1 / 3, datetime(2025, 2, 28, 8)),  # noqa: DTZ001
        (45_715.9999999, date(2025, 2, 28)),
    ],
)
def test_a_serial_number_is_its_day_as_far_as_the_calendar_goes(serial: float, seen: object) -> None:
    assert stored.day(serial) == seen


@pytest.mark.parametrize(
    ("days", "seen"),
    [(0, "00:00"), (1, "24:00"), (-0.25, "-06:00"), (0.5 + 1 / 86400, "12:00:01"), (0.99999999, "24:00")],
)
def test_a_time_is_hours_and_minutes_and_seconds_where_there_are_any(days: float, seen: str) -> None:
    assert stored.clock(days) == seen
