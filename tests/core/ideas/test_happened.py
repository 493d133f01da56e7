"""Ideas taken in use and given up between two dates."""

from datetime import date
from typing import Any

from core.ideas.happened import happened
from tests.core.contract.build import idea, idea_use, read


def events(*uses: dict[str, Any]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    dataset = read(ideas=[idea(name="Æbletræer {1}")], idea_uses=uses)
    found = happened(dataset, date(2024, 5, 1), date(2024, 6, 30))
    return [(str(event.on), event.about, event.what, event.departments) for event in found]


def test_what_a_department_takes_in_use_and_gives_up_is_told_oldest_first() -> None:
    assert events(
        idea_use(department="02", first="01-01-2024", last="30-06-2024"), idea_use(department="07", first="02-05-2024")
    ) == [
        ("2024-05-02", "Vesterhåb", "har taget idéen »Æbletræer {1}« i brug", ("07",)),
        ("2024-06-30", "Egholmparken", "bruger ikke længere idéen »Æbletræer {1}«", ("02",)),
    ]


def test_the_first_day_is_before_and_the_last_is_within() -> None:
    assert events(idea_use(first="01-05-2024", last="01-07-2024")) == []
