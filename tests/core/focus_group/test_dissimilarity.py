from fractions import Fraction

import pytest
from hypothesis import given

from core.focus_group.dissimilarity import dissimilarity, dissimilarity_parts, smallest_dissimilarity
from tests.core.focus_group.groups import AGES, all_groups, by_definition, group_and_residents, often


@pytest.mark.parametrize(
    ("counts", "expected", "rounded"),
    [
        # Too many: 0,6 + 2,2 + 1,8 = 4,6 of 12 persons.
        pytest.param((0, 2, 3, 4, 3), Fraction(46, 120), 0.3833, id="0,3833: nobody under 30"),
        # Expected of 13: 3,9 - 3,25 - 2,6 - 1,95 - 1,3. Too many: 0,4 + 2,05 + 1,7 = 4,15.
        pytest.param((1, 2, 3, 4, 3), Fraction(415, 1300), 0.3192, id="0,3192: one more from the first band"),
        # Too many: 0,6 + 0,2 + 0,8 = 1,6 of 12.
        pytest.param((2, 3, 3, 2, 2), Fraction(16, 120), 0.1333, id="0,1333: a mixed group"),
        pytest.param((6, 5, 4, 3, 2), Fraction(0), 0.0, id="a mirror"),
        pytest.param((0, 0, 0, 0, 1), Fraction(9, 10), 0.9, id="one person alone"),
    ],
)
def test_the_worked_example(counts: tuple[int, ...], expected: Fraction, rounded: float) -> None:
    assert dissimilarity(counts, AGES) == expected
    assert round(float(expected), 4) == rounded


@pytest.mark.parametrize(
    ("counts", "residents", "expected"),
    [
        pytest.param((0, 0), (1, 1), None, id="a group of 0 has no D"),
        pytest.param((3,), (8,), Fraction(0), id="one category is always a mirror"),
        pytest.param((3, 0), (0, 8), Fraction(1), id="all from where nobody lives"),
        pytest.param((1, 0), (1, 1), Fraction(1, 2), id="one person cannot be two halves"),
    ],
)
def test_edges(counts: tuple[int, ...], residents: tuple[int, ...], expected: Fraction | None) -> None:
    assert dissimilarity(counts, residents) == expected
    assert (dissimilarity_parts(counts, residents) is None) == (expected is None)


def test_what_each_band_adds() -> None:
    # Half of 3,6 - 1 - 0,6 - 2,2 - 1,8 persons, of 12.
    expected = tuple(Fraction(tenths, 240) for tenths in (36, 10, 6, 22, 18))
    assert dissimilarity_parts((0, 2, 3, 4, 3), AGES) == expected


@pytest.mark.parametrize(
    ("n", "residents", "expected"),
    [
        # 4, 3, 2, 2, 1 is 0,4 and 0,2 too many of 12.
        pytest.param(12, AGES, Fraction(5, 100), id="the worked example"),
        pytest.param(20, AGES, Fraction(0), id="a size that the shares go up in"),
        # Each of 12 is one department's, which should have 12/38: 12 * 26/38 of 12 persons are too many.
        pytest.param(12, (50,) * 38, Fraction(26, 38), id="12 persons in 38 equal departments"),
        pytest.param(0, AGES, None, id="a group of 0"),
    ],
)
def test_the_smallest_there_can_be(n: int, residents: tuple[int, ...], expected: Fraction | None) -> None:
    assert smallest_dissimilarity(n, residents) == expected


def test_no_residents_is_refused() -> None:
    with pytest.raises(ValueError, match="no residents"):
        smallest_dissimilarity(3, (0, 0))


@often(200)
@given(group_and_residents())
def test_it_is_as_defined_and_never_below_the_smallest(given_: tuple[list[int], list[int]]) -> None:
    counts, residents = given_
    found, parts = dissimilarity(counts, residents), dissimilarity_parts(counts, residents)
    smallest = smallest_dissimilarity(sum(counts), residents)
    assert found is not None
    assert parts is not None
    assert smallest is not None
    assert found == by_definition(counts, residents) == sum(parts)
    assert 0 <= smallest <= found <= 1


@often(100)
@given(group_and_residents())
def test_the_smallest_is_the_smallest_of_all_groups(given_: tuple[list[int], list[int]]) -> None:
    counts, residents = given_
    every = (by_definition(group, residents) for group in all_groups(sum(counts), len(residents)))
    assert smallest_dissimilarity(sum(counts), residents) == min(every)
