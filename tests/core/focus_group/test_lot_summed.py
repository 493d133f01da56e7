import pytest

from core.focus_group.lot_counted import lot_counted
from core.focus_group.lot_summed import lot_summed, steps_of


@pytest.mark.parametrize("observed", range(7))
@pytest.mark.parametrize(("n", "residents"), [(2, (1, 2)), (3, (1, 2)), (4, (3, 2, 1)), (6, (3, 2, 1))])
def test_it_agrees_with_counting(n: int, residents: tuple[int, ...], observed: int) -> None:
    assert lot_summed(n, residents, observed) == pytest.approx(float(lot_counted(n, residents, observed)), abs=1e-14)


def test_a_tiny_chance_is_not_lost() -> None:
    assert lot_summed(100, (1, 1), 100) == pytest.approx(2 / 2**100, rel=1e-9)


def test_what_it_costs() -> None:
    # 5 bands, 13 * 14 / 2 ways to go from so many placed to so many, an excess of 92 in units of 4.
    assert steps_of(12, (6, 5, 4, 3, 2), 92) == 5 * 91 * 23
    # An excess that is no whole number of units is reached at the next one.
    assert steps_of(12, (6, 5, 4, 3, 2), 89) == 5 * 91 * 23
    assert steps_of(12, (6, 5, 4, 3, 2), 88) == 5 * 91 * 22
