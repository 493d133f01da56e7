"""What happened in the focus group between two dates: how many came and left, and nothing of who they are."""

from dataclasses import dataclass
from datetime import date

from core.contract.dataset import Dataset
from core.danish import count
from core.focus_group.tables import GroupMeeting, Member
from core.subject.event import Event


@dataclass(frozen=True, slots=True)
class News:
    # Members.
    came: int
    left: int
    meetings: tuple[GroupMeeting, ...]

    @property
    def of_members(self) -> tuple[str, ...]:
        return tuple(
            told
            for amount, told in (
                (self.came, count(self.came, "nyt medlem er kommet til", "nye medlemmer er kommet til")),
                (self.left, count(self.left, "medlem er holdt op", "medlemmer er holdt op")),
            )
            if amount
        )


def news_between(dataset: Dataset, after: date, until: date) -> News:
    """With after < date <= until."""
    return News(
        came=sum(after < member.first <= until for member in dataset.of(Member)),
        left=sum(member.last is not None and after < member.last <= until for member in dataset.of(Member)),
        meetings=tuple(meeting for meeting in dataset.of(GroupMeeting) if after < meeting.date <= until),
    )


def happened(dataset: Dataset, after: date, until: date) -> tuple[Event, ...]:
    """Who came and went is told without the day: see told.py."""
    news = news_between(dataset, after, until)
    return (
        *(Event(None, "Fokusgruppen", told) for told in news.of_members),
        *(Event(meeting.date, "Møde i fokusgruppen", meeting.topic or "holdt") for meeting in news.meetings),
    )
