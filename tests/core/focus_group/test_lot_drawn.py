import pytest

from core.focus_group.lot_counted import lot_counted
from core.focus_group.lot_drawn import lot_drawn

AGES = (6, 5, 4, 3, 2)
"""Twenty residents, of whom more than half are drawn."""


@pytest.mark.parametrize("observed", [20, 60, 92])
def test_what_is_drawn_is_near_what_is_counted(observed: int) -> None:
    share, uncertainty = lot_drawn(12, AGES, observed)
    assert abs(share - lot_counted(12, AGES, observed)) < 1.5 * uncertainty
    assert uncertainty < 0.005


def test_half_the_interval_of_a_half() -> None:
    # 1,96 * sqrt(0,5 * 0,5 / 40.004) = 0,0049.
    share, uncertainty = lot_drawn(1, (9, 9), 1)
    assert share == 1.0
    assert lot_drawn(2, (1000, 1000), 2000)[1] == pytest.approx(0.0049, abs=0.00005)
    assert 0 < uncertainty < 0.0002


def test_none_of_the_draws_is_not_taken_for_never() -> None:
    share, uncertainty = lot_drawn(12, AGES, 12 * 20 + 1)
    assert share == 0.0
    assert 0.00005 < uncertainty < 0.0002


def test_the_same_seed_gives_the_same_answer_and_another_another() -> None:
    assert lot_drawn(12, AGES, 60, draws=500) == lot_drawn(12, AGES, 60, draws=500)
    assert len({lot_drawn(12, AGES, 60, draws=500, seed=seed)[0] for seed in range(9)}) > 1


def test_many_categories_are_drawn_in_portions_that_add_up() -> None:
    # 1.500 categories are drawn 666 groups at a time.
    share, _ = lot_drawn(1, (1,) * 1500, 1499, draws=2000)
    assert share == 1.0


def test_any_number_of_residents_can_be_drawn_from() -> None:
    few, many = (lot_drawn(12, [share * times for share in AGES], 100 * times)[0] for times in (10**6, 10**12))
    assert abs(few - many) < 0.01
