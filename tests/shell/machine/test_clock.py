"""Today is Denmark's, wherever the server stands."""

from datetime import UTC, date, datetime

import pytest
import time_machine

from shell.machine import clock


@pytest.mark.parametrize(
    ("moment", "today"),
    [
        # Summer time is two hours ahead of UTC, winter time one.
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 22, 0, tzinfo=UTC), date(2026, 7, 1)),
        (datetime(2026, 12, 31, 22, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_denmark(moment: datetime, today: date) -> None:
    with time_machine.travel(moment, tick=False):
        assert clock.today() == today


def test_the_time_of_day_is_the_one_on_danish_clocks() -> None:
    with time_machine.travel(datetime(2026, 7, 1, 12, 5, tzinfo=UTC), tick=False):
        assert f"{clock.now():%H.%M}" == "14.05"
