"""What happened with the partnership agreements between two days."""

from datetime import date

import pytest

from core.partnerships.happened import happened
from tests.core.contract.build import partnership, read
from tests.core.partnerships.test_overview import ROWS


def test_agreed_and_ended_are_told_oldest_first() -> None:
    found = happened(read(partnerships=ROWS), date(2025, 2, 20), date(2025, 3, 10))
    assert [(str(event.on), event.about, event.what) for event in found] == [
        ("2025-02-28", "Vesterhåb", "har afsluttet en partnerskabsaftale om Vild have"),
        ("2025-03-01", "Å", "har indgået en partnerskabsaftale om Vild have"),
        ("2025-03-02", "Egholmparken", "har indgået en partnerskabsaftale om Vild have"),
    ]


@pytest.mark.parametrize(
    ("after", "until", "told"),
    [
        pytest.param(date(2024, 2, 4), date(2024, 2, 5), ["har søgt en partnerskabsaftale"], id="on the last day"),
        pytest.param(date(2024, 2, 5), date(2024, 2, 6), [], id="on the first day is before"),
        pytest.param(date(2024, 2, 3), date(2024, 2, 4), [], id="the day after the last"),
        pytest.param(
            date(2024, 2, 5), date(2024, 3, 1), ["har fået afslag på en partnerskabsaftale"], id="declined later"
        ),
    ],
)
def test_what_is_told_lies_after_the_first_day_and_not_after_the_last(
    after: date, until: date, told: list[str]
) -> None:
    dataset = read(partnerships=[partnership(declined="01-03-2024", subject="")])
    assert [event.what for event in happened(dataset, after, until)] == told
