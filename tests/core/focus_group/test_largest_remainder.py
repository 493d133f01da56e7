import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.focus_group.largest_remainder import nearest_counts
from tests.core.focus_group.groups import AGES, all_groups, by_definition, group_and_residents, often


@pytest.mark.parametrize(
    ("n", "residents", "expected"),
    [
        # 3,6 - 3 - 2,4 - 1,8 - 1,2: 10 whole ones, and the two left go to 0,8 and 0,6.
        pytest.param(12, AGES, (4, 3, 2, 2, 1), id="the worked example"),
        pytest.param(0, AGES, (0, 0, 0, 0, 0), id="nobody"),
        pytest.param(1, (1, 1), (1, 0), id="equal remainders and shares: the first"),
        # 1/2 and 3/2: both have half a person left.
        pytest.param(2, (1, 3), (0, 2), id="equal remainders: the larger share"),
        pytest.param(3, (0, 5), (0, 3), id="nobody lives in the first"),
        pytest.param(7, (2,), (7,), id="one category"),
    ],
)
def test_who_gets_the_seats(n: int, residents: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert nearest_counts(n, residents) == expected


def test_fewer_than_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="fewer than 0"):
        nearest_counts(-1, AGES)


@pytest.mark.parametrize("n", range(1, 9))
def test_no_group_of_the_worked_example_is_nearer(n: int) -> None:
    best = by_definition(nearest_counts(n, AGES), AGES)
    assert best == min(by_definition(group, AGES) for group in all_groups(n, 5))


@often(100)
@given(group_and_residents(), st.integers(0, 500))
def test_everybody_is_placed_within_a_person_of_what_was_expected(given_: tuple[list[int], list[int]], n: int) -> None:
    _, residents = given_
    found = nearest_counts(n, residents)
    assert sum(found) == n
    for count, number in zip(found, residents, strict=True):
        assert abs(count * sum(residents) - n * number) < sum(residents)
