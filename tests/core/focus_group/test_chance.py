from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.focus_group.chance import Chance, chance, excess
from tests.core.focus_group.groups import MANY, all_groups, by_definition, group_and_residents, often, probability


@pytest.mark.parametrize(
    ("counts", "at_least", "expected"),
    [
        pytest.param((0, 2, 3, 4, 3), 0.0471, 0.2255, id="nobody under 30: 5 of 100 lots are as uneven"),
        pytest.param((2, 3, 3, 2, 2), 0.9015, 0.2255, id="a mixed group: 90 of 100 lots are as uneven"),
    ],
)
def test_the_worked_example(counts: tuple[int, ...], at_least: float, expected: float) -> None:
    found = chance(counts, MANY)
    assert found is not None
    assert (round(found.at_least, 4), round(found.expected, 4)) == (at_least, expected)
    assert (found.exact, found.uncertainty) == (True, 0.0)


@pytest.mark.parametrize(
    ("counts", "residents", "expected"),
    [
        pytest.param((0, 0), (1, 1), None, id="a group of 0 has no chance"),
        pytest.param((4,), (9,), Chance(1.0, 0.0, True, 0.0), id="one category: every lot is a mirror"),
        pytest.param((4, 0), (9, 0), Chance(1.0, 0.0, True, 0.0), id="all where all live"),
        pytest.param((3, 1), (9, 0), Chance(0.0, 0.0, True, 0.0), id="one from where nobody lives: no lot does that"),
        # Two of a kind in 1 + 1 of 6 ways; one of each in 4, and its D of 0 is what every lot at least has.
        pytest.param((2, 0), (2, 2), Chance(1 / 3, 1 / 6, True, 0.0), id="two of a kind: ties count"),
        pytest.param((1, 1), (2, 2), Chance(1.0, 1 / 6, True, 0.0), id="a mirror: any lot is at least as uneven"),
        pytest.param((1, 1), (1, 1), Chance(1.0, 0.0, True, 0.0), id="all residents: every lot is a mirror"),
        pytest.param((2, 0), (1, 1), Chance(0.0, 0.0, True, 0.0), id="more of one than there are: no lot does that"),
        pytest.param((2, 1), (1, 1), None, id="more than there are residents: no lot can be drawn"),
    ],
)
def test_edges(counts: tuple[int, ...], residents: tuple[int, ...], expected: Chance | None) -> None:
    assert chance(counts, residents) == expected


def test_equal_shares_tie_where_floating_numbers_would_not() -> None:
    # One person of three thirds: D is 2/3 whoever it is.
    for counts in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
        found = chance(counts, (1, 1, 1))
        assert found is not None
        assert found.at_least == 1.0


@pytest.mark.parametrize(
    ("most_groups", "exact"),
    [
        # 12 persons in 5 bands can be 16! / (12! 4!) = 1820 groups.
        pytest.param(1820, True, id="just few enough to count"),
        pytest.param(1819, False, id="too many: drawn"),
    ],
)
def test_how_it_is_found(most_groups: int, exact: bool) -> None:
    found = chance((0, 2, 3, 4, 3), MANY, most_groups)
    assert found is not None
    assert found.exact == exact
    assert (found.uncertainty == 0) == exact
    assert abs(found.at_least - 0.0471317) < 1e-6 + 1.5 * found.uncertainty
    assert round(found.expected, 4) == 0.2255


def test_among_few_residents_a_lot_is_more_even_than_among_many() -> None:
    # Twenty of 60: a third of everybody.
    counts, residents = (2, 3, 4, 6, 5), (18, 15, 12, 9, 6)
    few, many = chance(counts, residents), chance(counts, [1_000_000 * number for number in residents])
    assert few is not None
    assert many is not None
    assert few.expected < many.expected
    assert few.at_least == pytest.approx(
        float(
            sum(
                probability(group, residents)
                for group in all_groups(20, 5)
                if excess(group, residents) >= excess(counts, residents)
            )
        )
    )
    assert round(few.at_least, 3) == 0.012
    assert round(many.at_least, 3) == 0.066


def test_two_hundred_persons_in_150_departments_are_drawn_the_same_each_time() -> None:
    residents = [40 + 7 * (place % 11) for place in range(150)]
    counts = [4 * (place % 3 == 0) for place in range(150)]
    found = chance(counts, residents)
    assert found is not None
    assert not found.exact
    assert 0 < found.uncertainty < 0.006
    assert chance(counts, residents) == found


@often(100)
@given(group_and_residents())
def test_it_is_the_sum_over_every_group(given_: tuple[list[int], list[int]]) -> None:
    counts, residents = given_
    every = all_groups(sum(counts), len(residents))
    observed = by_definition(counts, residents)
    expected = sum(probability(group, residents) for group in every if by_definition(group, residents) >= observed)
    found = chance(counts, residents)
    assert found is not None
    assert found.exact
    assert found.at_least == pytest.approx(float(expected), abs=1e-12)


@often(50)
@given(group_and_residents(), st.randoms(use_true_random=False))
def test_the_order_of_categories_does_not_matter(given_: tuple[list[int], list[int]], order: Random) -> None:
    counts, residents = given_
    places = list(range(len(counts)))
    order.shuffle(places)
    other = chance([counts[place] for place in places], [residents[place] for place in places])
    assert other == chance(counts, residents)


@often(100)
@given(group_and_residents())
def test_the_excess_is_dissimilarity_as_a_whole_number(given_: tuple[list[int], list[int]]) -> None:
    counts, residents = given_
    assert Fraction(excess(counts, residents), sum(counts) * sum(residents)) == by_definition(counts, residents)
