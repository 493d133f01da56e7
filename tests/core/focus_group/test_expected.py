from fractions import Fraction

import pytest
from hypothesis import given

from core.focus_group.expected import expected_dissimilarity
from tests.core.focus_group.groups import AGES, MANY, all_groups, by_definition, group_and_residents, often, probability


def test_the_worked_example() -> None:
    found = expected_dissimilarity(12, MANY)
    assert found is not None
    assert round(float(found), 4) == 0.2255


@pytest.mark.parametrize(
    ("n", "residents", "expected"),
    [
        pytest.param(0, AGES, None, id="a group of 0"),
        pytest.param(1, (1, 1), Fraction(1, 2), id="one person of two halves is always half wrong"),
        # Two of four persons: both from one side in 2 of 6 ways (D 1/2), or one from each (D 0).
        pytest.param(2, (2, 2), Fraction(1, 6), id="two persons of two halves"),
        pytest.param(2, (1, 1), Fraction(0), id="everybody is drawn"),
        pytest.param(3, (1, 1), None, id="more than there are"),
        pytest.param(5, (9,), Fraction(0), id="one category"),
        pytest.param(5, (0, 9), Fraction(0), id="everybody lives in one of two"),
    ],
)
def test_edges(n: int, residents: tuple[int, ...], expected: Fraction | None) -> None:
    assert expected_dissimilarity(n, residents) == expected


def test_a_large_group_among_many_departments_is_exact_too() -> None:
    residents = tuple(range(40, 190))
    found = expected_dissimilarity(200, residents)
    assert found is not None
    assert 0.3 < found < 0.4


@often(100)
@given(group_and_residents())
def test_it_is_the_mean_over_every_group(given_: tuple[list[int], list[int]]) -> None:
    counts, residents = given_
    every = all_groups(sum(counts), len(residents))
    mean = sum(probability(group, residents) * by_definition(group, residents) for group in every)
    assert expected_dissimilarity(sum(counts), residents) == mean
