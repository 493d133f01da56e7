"""The agreements on a slide."""

from datetime import date

import pytest

from core.partnerships.overview import partnership_overview
from core.partnerships.subject import SUBJECT
from core.subject.message import Chosen
from core.subject.picture import Bars
from tests.core.contract.build import partnership, partnership_year, read

YEARS = [partnership_year(year=str(year), room="1") for year in (2023, 2024)]


@pytest.mark.parametrize(
    ("on", "asks"),
    [
        pytest.param(date(2023, 12, 31), ("1 for meget",), id="in the year itself"),
        pytest.param(date(2024, 6, 20), ("", "2 for mange"), id="in the next, which is over too"),
        pytest.param(date(2024, 3, 1), ("", ""), id="in the next before it is"),
    ],
)
def test_more_than_there_was_room_for_asks_for_attention_in_its_own_year(on: date, asks: tuple[str, ...]) -> None:
    agreed = ("01-03-2023", "02-03-2023", "01-03-2024", "02-03-2024", "03-03-2024")
    rows = [partnership(id=f"P{place}", applied=day, agreed=day) for place, day in enumerate(agreed)]
    overview = partnership_overview(read(partnership_years=YEARS, partnerships=rows), on)
    (message,) = SUBJECT.messages(overview, Chosen(on, on, frozenset(), ()))
    assert isinstance(message.picture, Bars)
    assert message.picture.series[0].asks == asks
