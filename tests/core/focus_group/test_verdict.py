from fractions import Fraction

import pytest

from core.focus_group.chance import Chance, chance
from core.focus_group.verdict import Shortage, WithinLot, shortages, within_lot
from tests.core.focus_group.groups import AGES, MANY


@pytest.mark.parametrize(
    ("counts", "within"),
    [
        pytest.param((0, 2, 3, 4, 3), False, id="0,0471: more uneven than a lot"),
        pytest.param((2, 3, 3, 2, 2), True, id="0,9015: as a lot would give"),
    ],
)
def test_the_worked_example(counts: tuple[int, ...], within: bool) -> None:
    found = chance(counts, MANY)
    assert found is not None
    assert within_lot(found) == WithinLot(within, sure=True)


@pytest.mark.parametrize(
    ("at_least", "uncertainty", "boundary", "expected"),
    [
        pytest.param(0.05, 0.0, 0.05, WithinLot(True, True), id="exactly on the boundary is within"),
        pytest.param(0.0499, 0.0, 0.05, WithinLot(False, True), id="just below it"),
        pytest.param(0.0499, 0.0, 0.01, WithinLot(True, True), id="another boundary"),
        pytest.param(0.053, 0.002, 0.05, WithinLot(True, True), id="drawn, and clear of the boundary"),
        pytest.param(0.051, 0.002, 0.05, WithinLot(True, False), id="drawn, and too near above"),
        pytest.param(0.049, 0.002, 0.05, WithinLot(False, False), id="drawn, and too near below"),
        pytest.param(0.50, 0.25, 0.25, WithinLot(True, False), id="drawn, and exactly as near as it is unsure"),
    ],
)
def test_the_boundary(at_least: float, uncertainty: float, boundary: float, expected: WithinLot) -> None:
    found = Chance(at_least, 0.2, exact=uncertainty == 0, uncertainty=uncertainty)
    assert within_lot(found, boundary) == expected


@pytest.mark.parametrize(
    ("counts", "residents", "at_least", "expected"),
    [
        # Expected 3,6 - 3 - 2,4 - 1,8 - 1,2.
        pytest.param((0, 2, 3, 4, 3), AGES, "1/2", [(0, "3.6"), (1, "1")], id="the worked example"),
        pytest.param((0, 2, 3, 4, 3), AGES, "1", [(0, "3.6"), (1, "1")], id="exactly one seat is one seat"),
        pytest.param((0, 2, 3, 4, 3), AGES, "1.01", [(0, "3.6")], id="just more than one seat"),
        pytest.param((1, 2), (1, 1), "1/2", [(0, "1/2")], id="exactly half a seat"),
        pytest.param((1, 2), (1, 1), "0.51", [], id="just less than asked for"),
        # Expected of 4: 1, 1 and 2.
        pytest.param((0, 0, 4), (1, 1, 2), "1/2", [(0, "1"), (1, "1")], id="equally short: as given"),
        # Expected of 4: 1, 2 and 1.
        pytest.param((0, 1, 3), (1, 2, 1), "1/2", [(1, "1"), (0, "1")], id="equally short: the larger share"),
        pytest.param((1, 1), (1, 1), "0", [], id="a mirror lacks nobody, even of nothing"),
        pytest.param((0, 0), (1, 1), "1/2", [], id="a group of 0 lacks nobody"),
        pytest.param((2, 0), (5, 0), "1/2", [], id="nobody is lacking from where nobody lives"),
    ],
)
def test_who_is_short(
    counts: tuple[int, ...], residents: tuple[int, ...], at_least: str, expected: list[tuple[int, str]]
) -> None:
    found = shortages(counts, residents, Fraction(at_least))
    assert found == tuple(Shortage(place, Fraction(lacking)) for place, lacking in expected)


def test_half_a_seat_is_what_is_asked_for_unless_told_otherwise() -> None:
    assert shortages((1, 2), (1, 1)) == (Shortage(0, Fraction(1, 2)),)
