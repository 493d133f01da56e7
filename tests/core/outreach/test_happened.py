"""What was told between two days."""

from datetime import date

import pytest

from core.outreach.happened import happened
from core.subject.event import Event
from tests.core.contract.build import outreach, read


@pytest.mark.parametrize(
    ("after", "until", "told"),
    [
        pytest.param(date(2024, 3, 20), date(2024, 3, 31), ["Mere"], id="on the first day is before"),
        pytest.param(date(2024, 3, 19), date(2024, 3, 20), ["Enge"], id="on the last day"),
        pytest.param(date(2024, 3, 19), date(2024, 3, 21), ["Enge", "Mere"], id="oldest first"),
        pytest.param(date(2024, 3, 21), date(2024, 12, 31), [], id="nothing since"),
    ],
)
def test_what_was_told_between_two_days(after: date, until: date, told: list[str]) -> None:
    rows = [outreach(date="21-03-2024", what="Mere"), outreach()]
    assert [event.about for event in happened(read(outreach=rows), after, until)] == told


def test_it_is_told_to_whom() -> None:
    rows = [outreach(side="indadtil")]
    assert happened(read(outreach=rows), date(2024, 3, 1), date(2024, 3, 31)) == (
        Event(date(2024, 3, 20), "Enge", "fortalt indadtil"),
    )
