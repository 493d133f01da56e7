"""What happened to the action plans between two days, from tables as people write them."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from core.action_plans.happened import happened
from core.action_plans.overview import plans_overview
from core.action_plans.status import standing_on
from core.action_plans.tables import Measurement, Target
from tests.core.action_plans.build import day
from tests.core.action_plans.test_overview import TABLES
from tests.core.contract.build import evaluation, measurement, read, target


def events(after: str, until: str, **changed: Any) -> list[tuple[date | None, str, str]]:
    found = happened(read(**(TABLES | changed)), day(after), day(until))
    return [(event.on, event.about, event.what) for event in found]


@pytest.mark.parametrize(
    ("after", "until", "expected"),
    [
        pytest.param("2025-07-01", "2025-07-02", [], id="measured on the first day is before it"),
        pytest.param("2025-06-29", "2025-06-30", [], id="measured the day after the last"),
        pytest.param(
            "2025-06-30",
            "2025-07-01",
            [(date(2025, 7, 1), "Eng i stedet for plæne", "er målt og er nu på sporet, manglede måling")],
            id="measured on the last day",
        ),
    ],
)
def test_a_measurement_is_told_with_how_the_indicator_stands_and_stood(
    after: str, until: str, expected: list[tuple[date, str, str]]
) -> None:
    assert events(after, until, measurements=[measurement(date="01-07-2025")]) == expected


def test_of_several_measurements_the_newest_is_told() -> None:
    rows = [measurement(date="01-02-2025", value="95"), measurement(date="01-03-2025", value="94")]
    assert [on for on, *_ in events("2025-01-31", "2025-07-01", measurements=rows)] == [date(2025, 3, 1)]


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        ("2025-01-14", "2025-01-15", [date(2025, 1, 15)]),
        ("2025-01-15", "2025-01-16", []),
        ("2025-01-13", "2025-01-14", []),
    ],
)
def test_an_evaluation_is_told_of_a_plan_that_has_begun(after: str, until: str, days: list[date]) -> None:
    told = events(after, until, evaluations=[evaluation()], measurements=[], targets=[])
    assert told == [(on, "Vild natur", "er evalueret") for on in days]


def test_a_status_that_changes_by_itself_is_told_with_its_day() -> None:
    rows = [measurement(indicator="B1-a", value="45", date="01-12-2024")]
    assert events("2024-12-15", "2025-02-01", measurements=rows, evaluations=[]) == [
        (date(2025, 1, 1), "Varmeforbrug", "er nu ikke nået, var bagud")
    ]


def test_the_day_of_the_change_is_the_one_found_by_looking_at_every_day() -> None:
    changes = 0
    for value, after, until in product(
        ("95", "86", "60", "10"),
        ("2024-03-01", "2025-02-01", "2025-04-01", "2025-12-31"),
        ("2024-11-20", "2025-04-01", "2025-08-01", "2026-01-05", "2030-12-30", "2035-01-01"),
    ):
        if after >= until:
            continue
        rows = [measurement(value="99", date="01-03-2024"), measurement(value=value, date="01-02-2025")]
        aims = [target(), target(value="50", valid_from="01-06-2025", reached_on="31-12-2025")]
        dataset = read(**(TABLES | {"measurements": rows, "targets": aims, "evaluations": []}))
        (row,) = (row for row in plans_overview(dataset, day(until)).indicators if row.indicator.id == "G1-a")
        for event in happened(dataset, day(after), day(until)):
            if event.about != row.indicator.name or "målt" in event.what:
                continue
            days = [day(after) + timedelta(passed) for passed in range((day(until) - day(after)).days + 1)]
            stood = [
                standing_on(
                    row.indicator,
                    [one for one in dataset.of(Target) if one.indicator == row.indicator.id],
                    [one for one in dataset.of(Measurement) if one.indicator == row.indicator.id],
                    on,
                ).status
                for on in days
            ]
            assert event.on == days[max(place for place, status in enumerate(stood) if status is not stood[-1]) + 1]
            changes += 1
    assert changes > 10
