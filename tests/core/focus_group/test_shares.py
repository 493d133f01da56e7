from fractions import Fraction

import pytest
from hypothesis import given

from core.focus_group.shares import checked, shares
from tests.core.focus_group.groups import AGES, group_and_residents, often


@pytest.mark.parametrize(
    ("residents", "expected"),
    [
        pytest.param(AGES, ("3/10", "1/4", "1/5", "3/20", "1/10"), id="the worked example"),
        pytest.param((7,), ("1",), id="one category is everybody"),
        pytest.param((1, 2), ("1/3", "2/3"), id="a third stays a third"),
        pytest.param((0, 4), ("0", "1"), id="a category where nobody lives"),
    ],
)
def test_shares_are_exact(residents: tuple[int, ...], expected: tuple[str, ...]) -> None:
    assert shares(residents) == tuple(Fraction(share) for share in expected)


@pytest.mark.parametrize("residents", [(), (0,), (0, 0)])
def test_without_residents_there_is_nothing_to_mirror(residents: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="no residents"):
        shares(residents)


@pytest.mark.parametrize(
    ("counts", "residents", "why"),
    [
        pytest.param((1, 2), (3,), "2 categories and the residents 1", id="two lists of categories"),
        pytest.param((-1,), (3,), "fewer than 0", id="fewer members than none"),
        pytest.param((1,), (-3,), "fewer than 0", id="fewer residents than none"),
    ],
)
def test_what_cannot_be_compared_is_refused(counts: tuple[int, ...], residents: tuple[int, ...], why: str) -> None:
    with pytest.raises(ValueError, match=why):
        checked(residents, counts)


def test_the_number_of_residents_is_told() -> None:
    assert checked((3, 4), (0, 0)) == 7


@often(50)
@given(group_and_residents())
def test_shares_add_up_to_one_and_know_only_proportions(given_: tuple[list[int], list[int]]) -> None:
    _, residents = given_
    assert sum(shares(residents)) == 1
    assert shares([10 * number for number in residents]) == shares(residents)
