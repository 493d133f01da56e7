"""The first screen on a date: every subject in one look, what happened, what falls due."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from core.calendar.months import months_after
from core.contract.dataset import Dataset
from core.danish import sort_key
from core.organisation.meetings import last_meeting, next_meeting
from core.organisation.tables import BoardMeeting
from core.subject.brief import Brief
from core.subject.event import Event
from core.subject.subject import Subject
from core.subjects import SUBJECTS

MONTHS_AHEAD = 3
"""How far to look where the next board meeting is not known."""
TITLES = tuple(subject.title for subject in SUBJECTS if subject.overview)
"""Of the subjects that the common screens tell of."""


@dataclass(frozen=True, slots=True)
class SubjectsOverview:
    on: date
    # What asks most of the board first.
    briefs: tuple[Brief, ...]
    # The last board meeting and the next, None where not known.
    since: date | None
    coming: date | None
    # The day of the coming meeting, else three months on.
    until: date
    # Since the last meeting, oldest first.
    happened: tuple[Event, ...]
    # From before the date, when it is overdue, to until.
    due: tuple[Event, ...]
    # Titles of the subjects of which nothing is typed.
    unused: tuple[str, ...] = ()
    # Title of a table -> its rows that could not be read and count nowhere.
    aside: tuple[tuple[str, int], ...] = ()

    def overdue(self, event: Event) -> bool:
        return event.on is not None and event.on < self.on

    @property
    def waits(self) -> tuple[Event, ...]:
        """What the board is asked to decide, in the order of the rows and of each subject's own screen."""
        subjects = [brief.subject for brief in self.briefs]
        asked = (event for event in self.due if event.asks)
        return tuple(sorted(asked, key=lambda event: ((*subjects, event.subject).index(event.subject), event.turn)))

    @property
    def falls_due(self) -> tuple[Event, ...]:
        """The rest of what is due."""
        return tuple(event for event in self.due if not event.asks)

    @property
    def newest(self) -> tuple[Event, ...]:
        """What has happened, newest first; what has no day last."""
        return tuple(sorted(self.happened, key=lambda event: event.on or date.min, reverse=True))

    @property
    def in_use(self) -> tuple[str, ...]:
        """Titles of the subjects that are told of."""
        return tuple(title for title in TITLES if title not in self.unused)


Worked = tuple[Subject[Any], Any]
"""A subject, and what it works out of the data on a date."""


def worked_out(dataset: Dataset, on: date, titles: Collection[str] = TITLES) -> tuple[Worked, ...]:
    """Of the subjects with these titles those that are in use, each worked out once."""
    return tuple(
        (subject, subject.overview(dataset, on))
        for subject in SUBJECTS
        if subject.overview and subject.title in titles and subject.in_use(dataset)
    )


def subjects_overview(dataset: Dataset, on: date) -> SubjectsOverview:
    since = last_meeting(dataset.of(BoardMeeting), on)
    coming = next_meeting(dataset.of(BoardMeeting), on + timedelta(1))
    until = coming.date if coming else months_after(on, MONTHS_AHEAD)
    worked = worked_out(dataset, on)
    in_use = {subject.title for subject, _ in worked}
    return SubjectsOverview(
        on=on,
        briefs=briefs_of(worked),
        since=since.date if since else None,
        coming=coming.date if coming else None,
        until=until,
        happened=happened(dataset, since.date, on) if since else (),
        due=_by_day(
            replace(event, subject=subject.title, address=event.address or subject.address)
            for subject, overview in worked
            for event in subject.due(overview, until)
        ),
        unused=tuple(title for title in TITLES if title not in in_use),
        aside=tuple((one.table.title, rows) for one in dataset.counts if (rows := dataset.not_counted(one.table.name))),
    )


def briefs_of(worked: Iterable[Worked]) -> tuple[Brief, ...]:
    """What asks most of the board first."""
    briefs = (
        replace(brief, subject=subject.title, address=subject.address)
        for subject, overview in worked
        for brief in subject.briefs(overview)
    )
    return tuple(sorted(briefs, key=lambda brief: brief.attention))


def happened(dataset: Dataset, after: date, until: date, titles: Collection[str] = TITLES) -> tuple[Event, ...]:
    """In the subjects with these titles, with after < date <= until."""

    def events() -> Iterator[Event]:
        for subject in SUBJECTS:
            if subject.title in titles:
                for event in subject.happened(dataset, after, until):
                    yield replace(event, subject=subject.title)

    return _by_day(events())


def _by_day(events: Iterable[Event]) -> tuple[Event, ...]:
    """Oldest first; what has no day last."""
    return tuple(
        sorted(
            events,
            key=lambda event: (event.on is None, event.on or date.max, sort_key(event.about), event.what),
        )
    )
