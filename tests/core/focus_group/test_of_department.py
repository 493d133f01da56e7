"""What is told of the focus group's members in one department: no more than of all side by side."""

from datetime import date
from typing import Any

import pytest

from core.focus_group.of_department import of_department
from tests.core.contract.build import member, read

GROUP = [
    member(id="M1", department="07", ages="20"),
    member(id="M2", department="02", ages="50"),
    member(id="M3", department="07", ages="70"),
    member(id="M4", department="12", ages="40"),
]


def told(number: str, on: date, *members: dict[str, Any]) -> str:
    (part,) = of_department(read(members=members), number, on)
    assert not part.rows
    assert not part.clause
    return part.told


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("07", "2 medlemmer af fokusgruppen kom fra afdelingen 29. jan. 2024."),
        ("02", "1 medlem af fokusgruppen kom fra afdelingen 29. jan. 2024."),
        ("99", "Den 29. jan. 2024 var der ingen medlemmer af fokusgruppen fra afdelingen i data."),
    ],
)
def test_how_many_there_are_with_the_day_on_which_they_were_so_many(number: str, expected: str) -> None:
    assert told(number, date(2024, 7, 1), *GROUP) == expected


def test_one_who_joins_alone_is_not_seen() -> None:
    on, joins = date(2024, 7, 1), member(id="M5", department="02", ages="30", first="01-06-2024")
    assert told("02", on, *GROUP, joins) == told("02", on, *GROUP)


def test_a_group_that_would_be_singled_out_is_not_told() -> None:
    assert told("07", date(2024, 7, 1), GROUP[0]).startswith("Hvor fokusgruppens medlemmer bor, vises ikke endnu")
