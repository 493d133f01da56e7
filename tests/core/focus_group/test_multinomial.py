import pytest
from hypothesis import given

from core.focus_group.multinomial import multinomial_test
from tests.core.focus_group.groups import AGES, all_groups, group_and_residents, often, probability


def test_five_two_and_one_against_a_quarter_a_half_and_a_quarter() -> None:
    found = multinomial_test((5, 2, 1), (1, 2, 1))
    assert found is not None
    assert round(found, 4) == 0.0767


@pytest.mark.parametrize(
    ("counts", "residents", "expected"),
    [
        pytest.param((0, 0), (1, 1), None, id="a group of 0"),
        pytest.param((3,), (7,), 1.0, id="one category"),
        # HH and TT are a quarter each, one of each a half.
        pytest.param((2, 0), (1, 1), 0.5, id="equally likely ones count"),
        pytest.param((1, 1), (1, 1), 1.0, id="the likeliest of all"),
        pytest.param((1, 1), (0, 5), 0.0, id="one from where nobody lives"),
        pytest.param((0, 2), (0, 5), 1.0, id="everybody from where everybody lives"),
    ],
)
def test_edges(counts: tuple[int, ...], residents: tuple[int, ...], expected: float | None) -> None:
    assert multinomial_test(counts, residents) == expected


def test_too_many_groups_to_look_at_are_not_guessed() -> None:
    # 16! / (12! 4!) = 1820.
    assert multinomial_test((0, 2, 3, 4, 3), AGES, most_groups=1820) is not None
    assert multinomial_test((0, 2, 3, 4, 3), AGES, most_groups=1819) is None


@often(100)
@given(group_and_residents())
def test_it_is_the_sum_over_every_group(given_: tuple[list[int], list[int]]) -> None:
    counts, residents = given_
    every = [probability(group, residents) for group in all_groups(sum(counts), len(residents))]
    observed = probability(counts, residents)
    assert multinomial_test(counts, residents) == float(sum(one for one in every if one <= observed))
