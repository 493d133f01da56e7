from datetime import date
from typing import Any

import pytest

from core.outreach.overview import OutreachOverview, outreach_overview
from core.outreach.tables import Side
from tests.core.contract.build import action_plan, outreach, read


def seen(on: str, **changed: Any) -> OutreachOverview:
    tables: dict[str, Any] = {
        "action_plans": [action_plan(), action_plan(id="B1", area="Boliger", name="Varme")],
        "outreach": [outreach(), outreach(date="21-03-2024", what="Mere", side="indadtil")],
    }
    return outreach_overview(read(**(tables | changed)), date.fromisoformat(on))


def test_the_last_twelve_months_end_with_the_dates_own() -> None:
    overview = seen("2024-03-21")
    assert overview.areas == ("Boliger", "Det grønne")
    assert [(str(month.first), month.told) for month in overview.months[-2:]] == [
        ("2024-02-01", (0, 0)),
        ("2024-03-01", (0, 2)),
    ]
    assert len(overview.months) == 12
    assert overview.months[0].first == date(2023, 4, 1)
    assert overview.sides == {Side.OUTSIDE: 1, Side.INSIDE: 1}


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param("2024-03-19", "Der er ikke fortalt noget det seneste år.", id="before"),
        pytest.param("2024-03-20", "Der er fortalt 1 gang på et år, men ikke om Boliger.", id="the first day"),
        pytest.param("2025-02-28", "Der er fortalt 2 gange på et år, men ikke om Boliger.", id="still in the year"),
        pytest.param("2025-03-01", "Der er ikke fortalt noget det seneste år.", id="after"),
    ],
)
def test_an_area_that_nobody_heard_about_is_named(on: str, expected: str) -> None:
    assert seen(on).sentence == expected


def test_where_every_area_is_told_of_the_silent_months_are_counted() -> None:
    rows = [outreach(), outreach(area="Boliger", what="Varme")]
    assert (
        seen("2024-03-31", outreach=rows).sentence == "Der er fortalt 2 gange på et år; i 11 måneder hørte ingen noget."
    )
