from fractions import Fraction
from math import comb

import pytest

from core.focus_group.lot_counted import lot_counted


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        # Two of 2 + 4 residents, in 15 ways. Excess: both first 2 * 6 - 2 * 2 = 8 (1 way), one each 6 - 4 = 2 (8 ways),
        # both second 2 * 6 - 2 * 4 = 4 (6 ways).
        pytest.param(0, Fraction(1), id="any lot"),
        pytest.param(2, Fraction(1), id="the smallest excess counts"),
        pytest.param(4, Fraction(7, 15), id="exactly the middle one counts"),
        pytest.param(5, Fraction(1, 15), id="just above the middle one"),
        pytest.param(8, Fraction(1, 15), id="exactly the largest"),
        pytest.param(9, Fraction(0), id="more than any lot can"),
    ],
)
def test_two_persons_from_two_and_four_residents(observed: int, expected: Fraction) -> None:
    assert lot_counted(2, (2, 4), observed) == expected


def test_a_tiny_chance_is_not_lost() -> None:
    # All 100 from one half of 200.
    assert lot_counted(100, (100, 100), 100 * 100) == Fraction(2, comb(200, 100))


def test_nobody_is_drawn_twice() -> None:
    # One lives in the first, so two of them cannot come. Excess: one each 4 - 2 = 2, both second 2 * 4 - 2 * 3 = 2.
    assert lot_counted(2, (1, 3), 3) == 0
    assert lot_counted(4, (1, 3), 1) == 0
