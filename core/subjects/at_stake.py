"""What the board's figures are, and what they would be with a newer state of the data."""

from collections.abc import Iterator
from datetime import date

from core.contract.dataset import Dataset
from core.subject.stake import UNTOLD, Stake
from core.subjects import SUBJECTS
from core.subjects.overview import briefs_of, worked_out

_BY_ROW = tuple(subject.title for subject in SUBJECTS if subject.stakes is None and subject.overview)


def at_stake(used: Dataset, newer: Dataset, on: date) -> tuple[Stake, ...]:
    """Every figure that would be another on the date: those that a subject says itself, then those of the rows."""
    own = (stake for subject in SUBJECTS if subject.stakes for stake in subject.stakes(used, newer, on))
    return tuple(stake for stake in (*own, *_of_rows(used, newer, on)) if stake.used != stake.newer)


def _of_rows(used: Dataset, newer: Dataset, on: date) -> Iterator[Stake]:
    later = {brief.title: brief.figure for brief in briefs_of(worked_out(newer, on, _BY_ROW))}
    for brief in briefs_of(worked_out(used, on, _BY_ROW)):
        yield Stake(brief.title, brief.figure or UNTOLD, later.get(brief.title) or UNTOLD, brief.meaning)
