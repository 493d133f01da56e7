"""What happened in the focus group between two days."""

from datetime import date

import pytest

from core.contract.dataset import Dataset
from core.focus_group.happened import happened, news_between
from core.focus_group.sentences import news_in_words
from core.subject.event import Event
from tests.core.contract.build import group_meeting, member, read


def group() -> Dataset:
    return read(
        members=[
            member(first="12-06-2024"),
            member(id="M2", first="20-06-2024"),
            member(id="M3", department="02", first="20-06-2024"),
            member(id="M4", first="29-01-2024", last="20-06-2024"),
        ],
        group_meetings=[group_meeting(date="20-06-2024"), group_meeting(date="19-06-2024", topic="")],
    )


@pytest.mark.parametrize(
    ("after", "until", "told"),
    [
        pytest.param(date(2024, 6, 12), date(2024, 6, 18), (), id="what happened on the first day is before"),
        pytest.param(date(2024, 6, 11), date(2024, 6, 12), ("1 nyt medlem er kommet til",), id="one new member"),
        pytest.param(
            date(2024, 6, 12),
            date(2024, 6, 20),
            (
                "2 nye medlemmer er kommet til",
                "1 medlem er holdt op",
                "Møde 20. jun. 2024: Nye fællesskaber",
                "Møde 19. jun. 2024",
            ),
            id="a week later",
        ),
    ],
)
def test_its_news_tell_how_many_and_not_who(after: date, until: date, told: tuple[str, ...]) -> None:
    assert news_in_words(news_between(group(), after, until)) == told


def test_who_came_and_went_has_no_day_and_a_meeting_has_its_own() -> None:
    assert happened(group(), date(2024, 6, 12), date(2024, 6, 20)) == (
        Event(None, "Fokusgruppen", "2 nye medlemmer er kommet til"),
        Event(None, "Fokusgruppen", "1 medlem er holdt op"),
        Event(date(2024, 6, 20), "Møde i fokusgruppen", "Nye fællesskaber"),
        Event(date(2024, 6, 19), "Møde i fokusgruppen", "holdt"),
    )
