from datetime import date
from itertools import permutations

import pytest

from core.organisation.meetings import last_meeting, next_meeting
from core.organisation.tables import BoardMeeting

MARCH, JUNE, SEPTEMBER = (BoardMeeting(date(2024, month, 12)) for month in (3, 6, 9))


@pytest.mark.parametrize(
    ("on", "last", "coming"),
    [
        pytest.param(date(2024, 3, 11), None, MARCH, id="the day before the first meeting"),
        pytest.param(date(2024, 3, 12), None, MARCH, id="the day of the first meeting: it is not held yet"),
        pytest.param(date(2024, 3, 13), MARCH, JUNE, id="the day after the first meeting"),
        pytest.param(date(2024, 6, 11), MARCH, JUNE, id="the day before the second"),
        pytest.param(date(2024, 6, 12), MARCH, JUNE, id="the day of the second"),
        pytest.param(date(2024, 6, 13), JUNE, SEPTEMBER, id="the day after the second"),
        pytest.param(date(2024, 9, 12), JUNE, SEPTEMBER, id="the day of the last known"),
        pytest.param(date(2024, 9, 13), SEPTEMBER, None, id="the day after the last known"),
    ],
)
def test_the_last_meeting_and_the_next(on: date, last: BoardMeeting | None, coming: BoardMeeting | None) -> None:
    for meetings in permutations((MARCH, JUNE, SEPTEMBER)):
        assert last_meeting(meetings, on) == last
        assert next_meeting(meetings, on) == coming


def test_without_meetings_there_is_neither() -> None:
    assert last_meeting([], date(2024, 6, 12)) is None
    assert next_meeting([], date(2024, 6, 12)) is None
