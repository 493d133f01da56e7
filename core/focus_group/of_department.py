"""What the focus group tells of one department: how many of its members live there, where that may be told."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from core.contract.dataset import Dataset
from core.danish import count, day
from core.focus_group.tables import MEMBERS, Member
from core.focus_group.told import members_told
from core.organisation.departments import aside_of_department
from core.subject.of_department import Part


def of_department(dataset: Dataset, number: str, on: date) -> Iterator[Part]:
    """The same as of all departments side by side, and neither who nor since when."""
    yield Part(
        "Fokusgruppen",
        _in_words(members_told(dataset.of(Member), on), number),
        aside=len(aside_of_department(dataset, number, MEMBERS.name)),
    )


def _in_words(told: tuple[date, Counter[str]] | None, number: str) -> str:
    if told is None:
        return "Hvor fokusgruppens medlemmer bor, vises ikke endnu: så kunne man regne ud, hvem der er hvor gammel."
    on, members = told
    if not members[number]:
        return f"Den {day(on)} var der ingen medlemmer af fokusgruppen fra afdelingen i data."
    return f"{count(members[number], 'medlem', 'medlemmer')} af fokusgruppen kom fra afdelingen {day(on)}."
