from fractions import Fraction

import pytest

from core.focus_group.lot_counted import lot_counted


@pytest.mark.parametrize(
    ("observed", "expected"),
    [
        # Two of 1 + 2 residents. Excess: both first 2 * 3 - 2 * 1 = 4 (1/9), one each 3 - 2 = 1 (4/9),
        # both second 2 * 3 - 2 * 2 = 2 (4/9).
        pytest.param(0, Fraction(1), id="any lot"),
        pytest.param(1, Fraction(1), id="the smallest excess counts"),
        pytest.param(2, Fraction(5, 9), id="exactly the middle one counts"),
        pytest.param(3, Fraction(1, 9), id="just above the middle one"),
        pytest.param(4, Fraction(1, 9), id="exactly the largest"),
        pytest.param(5, Fraction(0), id="more than any lot can"),
    ],
)
def test_two_persons_from_one_and_two_residents(observed: int, expected: Fraction) -> None:
    assert lot_counted(2, (1, 2), observed) == expected


def test_a_tiny_chance_is_not_lost() -> None:
    # 100 of 100 from the first half: 2 to the power of -100.
    assert lot_counted(100, (1, 1), 100) == Fraction(2, 2**100)
