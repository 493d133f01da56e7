from fractions import Fraction
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.focus_group.invite import Attribute, Effect, Invitations, invite
from tests.core.focus_group.groups import AGES, by_definition, group_and_residents, often

BANDS = Attribute((0, 2, 3, 4, 3), AGES)
DEPARTMENTS = Attribute((9, 3), (1, 1))


def test_the_worked_example_with_two_departments() -> None:
    # Bands: 0,3833 to 0,3192. Departments: 9 of 12 is a quarter too many; 9 of 13 is 5/26 too many.
    assert invite(BANDS, DEPARTMENTS, 1) == Invitations(
        pairs=((0, 1),),
        bands=Effect((1, 0, 0, 0, 0), Fraction(46, 120), Fraction(415, 1300)),
        departments=Effect((0, 1), Fraction(1, 4), Fraction(5, 26)),
    )


def test_the_first_members_of_all() -> None:
    found = invite(Attribute((0, 0), (3, 1)), Attribute((0,), (8,)), 2)
    # Two of 1,5 and 0,5: one each or both of the first are both a quarter; the first is larger.
    assert found.pairs == ((0, 0), (0, 0))
    assert found.bands == Effect((2, 0), None, Fraction(1, 4))
    assert found.departments == Effect((2,), None, Fraction(0))


def test_a_mirror_is_said_to_become_less_of_one() -> None:
    found = invite(Attribute((1, 1), (1, 1)), Attribute((2,), (1,)), 1)
    # 2 of 3 against a half.
    assert (found.bands.before, found.bands.after) == (Fraction(0), Fraction(1, 6))


def test_members_without_a_known_band_are_counted_where_they_are_known() -> None:
    found = invite(Attribute((0, 1), (1, 1)), Attribute((3, 1), (1, 1)), 1)
    assert (found.bands.after, found.departments.after) == (Fraction(0), Fraction(1, 10))


def test_fewer_are_invited_where_there_are_not_enough_residents() -> None:
    found = invite(Attribute((0, 0), (1, 1), limits=(1, 1)), DEPARTMENTS, 5)
    assert found.bands.invited == (1, 1)
    assert found.departments.invited == (0, 2)


def test_nobody_left_to_invite_changes_nothing() -> None:
    found = invite(Attribute((1, 0), (1, 1), limits=(0, 0)), DEPARTMENTS, 3)
    assert found.pairs == ()
    assert (found.bands.before, found.bands.after) == (Fraction(1, 2), Fraction(1, 2))
    assert found.departments == Effect((0, 0), Fraction(1, 4), Fraction(1, 4))


def test_pairs_are_where_residents_are_known_to_live() -> None:
    bands, departments = Attribute((0, 0), (2, 1), limits=(1, 1)), Attribute((0, 0), (2, 1), limits=(1, 1))
    assert invite(bands, departments, 2).pairs == ((0, 0), (1, 1))
    assert invite(bands, departments, 2, {(0, 1): 5, (1, 0): 5}).pairs == ((0, 1), (1, 0))


@pytest.mark.parametrize(("more", "is_allowed"), [(0, False), (1, True), (5, True), (6, False)])
def test_one_to_five_can_be_invited(more: int, is_allowed: bool) -> None:
    if is_allowed:
        assert len(invite(BANDS, DEPARTMENTS, more).pairs) == more
    else:
        with pytest.raises(ValueError, match="From 1 to 5"):
            invite(BANDS, DEPARTMENTS, more)


def test_no_residents_is_refused() -> None:
    with pytest.raises(ValueError, match="no residents"):
        invite(Attribute((1,), (0,)), DEPARTMENTS, 1)


small = group_and_residents(most=4, categories=3)


@often(60)
@given(small, small, st.integers(1, 3))
def test_no_other_invitations_give_a_smaller_sum(
    bands: tuple[list[int], list[int]], departments: tuple[list[int], list[int]], more: int
) -> None:
    found = invite(Attribute(*bands), Attribute(*departments), more)
    places = product(range(len(bands[0])), range(len(departments[0])))
    lived_in = [(one, other) for one, other in places if bands[1][one] and departments[1][other]]
    sums = []
    for pairs in combinations_with_replacement(lived_in, more):
        after = [list(bands[0]), list(departments[0])]
        for one, other in pairs:
            after[0][one] += 1
            after[1][other] += 1
        sums.append(by_definition(after[0], bands[1]) + by_definition(after[1], departments[1]))
    assert found.bands.after is not None
    assert found.departments.after is not None
    assert found.bands.after + found.departments.after == min(sums)
    assert len(found.pairs) == sum(found.bands.invited) == sum(found.departments.invited) == more
    assert set(found.pairs) <= set(lived_in)
