"""When the group's departments are told, and an attacker who follows the figures from day to day."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.calendar.active import active_on
from core.focus_group.tables import Member
from core.focus_group.told import days_told, departments_told_on, members_told, nobody_is_singled_out
from tests.core.focus_group.groups import often

DAY = date(2024, 1, 29)


def member(ages: str | None, department: str | None, first: int = 0, last: int | None = None) -> Member:
    """first, last: days after the first."""
    return Member(
        first=DAY + timedelta(first),
        department=department,
        ages=ages,
        last=None if last is None else DAY + timedelta(last),
    )


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        pytest.param([], True, id="nobody"),
        pytest.param([member("a", "1")], False, id="one alone has both"),
        pytest.param([member("a", "1"), member("b", "2")], True, id="two who may be either"),
        pytest.param([member("a", "1"), member("a", "2")], False, id="two of one band: both departments have it"),
        pytest.param([member("a", "1"), member("b", "1")], False, id="two of one department"),
        pytest.param([member("a", "1"), member("a", "2"), member("b", "3")], True, id="two of three, and one of three"),
        pytest.param(
            [member("a", "1"), member("a", "1"), member("b", "2")], False, id="two of three, and two of three"
        ),
        pytest.param([member(None, "1"), member("a", "2")], True, id="not known is a band like any other"),
    ],
)
def test_whether_somebody_is_singled_out(members: list[Member], expected: bool) -> None:
    assert nobody_is_singled_out(members) is expected


def test_a_new_member_alone_is_not_told_until_another_has_come() -> None:
    begun = [member("a", "1"), member("b", "2")]
    one, other = member("c", "3", first=10), member("a", "4", first=20)
    assert days_told(begun) == (DAY,)
    assert days_told([*begun, one]) == (DAY,)
    days = days_told([*begun, one, other])
    assert days == (DAY, DAY + timedelta(20))
    assert departments_told_on(days, DAY + timedelta(19)) == DAY
    assert departments_told_on(days, DAY + timedelta(20)) == DAY + timedelta(20)


def test_before_the_first_day_nothing_is_told() -> None:
    assert departments_told_on(days_told([member("a", "1"), member("b", "2")]), DAY - timedelta(1)) is None


def test_how_many_of_each_department_are_told_as_they_were_on_the_last_day_told() -> None:
    group = [member("a", "1"), member("b", "2"), member("c", None), member("d", "3", first=10)]
    assert members_told(group, DAY - timedelta(1)) == (DAY - timedelta(1), Counter())
    assert members_told(group, DAY + timedelta(10)) == (DAY, Counter({"1": 1, "2": 1}))


def test_a_group_that_would_be_singled_out_is_not_told_and_an_empty_one_is() -> None:
    assert members_told([member("a", "1")], DAY) is None
    assert members_told([], DAY) == (DAY, Counter())


def test_somebody_who_leaves_alone_is_not_told_either() -> None:
    group = [member("a", "1", last=10), member("b", "2"), member("c", "3"), member("b", "4")]
    assert days_told(group) == (DAY,)


def told_of(members: Sequence[Member], days: Sequence[date]) -> list[Counter[str | None]]:
    """What a reader sees of the departments, state after state. The ages are told on every day beside them."""
    return [Counter(one.department for one in active_on(members, day)) for day in days]


@st.composite
def groups(draw: st.DrawFn) -> list[Member]:
    one = st.builds(
        member,
        st.sampled_from("abc"),
        st.sampled_from("123"),
        st.integers(0, 2),
        st.none() | st.integers(3, 5),
    )
    return draw(st.lists(one, min_size=1, max_size=5))


@often(150)
@given(groups())
def test_whoever_follows_every_day_cannot_tell_that_anybody_is_of_a_band_and_a_department(
    members: list[Member],
) -> None:
    days = days_told(members)
    seen = told_of(members, days)
    # Every other way to give the same departments to the same persons that would have shown the same counts.
    others = [
        [replace(one, department=department) for one, department in zip(members, departments, strict=True)]
        for departments in set(permutations(one.department for one in members))
    ]
    alike = [group for group in others if told_of(group, days) == seen]
    for told in days:
        pairs = [{(one.ages, one.department) for one in active_on(group, told)} for group in alike]
        assert not set.intersection(*pairs)
