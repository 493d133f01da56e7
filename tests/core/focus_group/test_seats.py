from fractions import Fraction

import pytest
from hypothesis import given

from core.focus_group.seats import Seat, seats
from tests.core.focus_group.groups import AGES, group_and_residents, often


def test_the_worked_example() -> None:
    # 12 persons: 3,6 - 3 - 2,4 - 1,8 - 1,2 expected.
    found = seats((0, 2, 3, 4, 3), AGES)
    assert [seat.expected for seat in found] == [Fraction(text) for text in ("3.6", "3", "2.4", "1.8", "1.2")]
    assert [seat.gap for seat in found] == [Fraction(text) for text in ("-3.6", "-1", "0.6", "2.2", "1.8")]
    assert [seat.count for seat in found] == [0, 2, 3, 4, 3]


@pytest.mark.parametrize(
    ("counts", "residents", "expected"),
    [
        pytest.param((0, 0), (1, 1), (Seat(0, Fraction(0), Fraction(0)),) * 2, id="a group of 0 has no gaps"),
        pytest.param((5,), (9,), (Seat(5, Fraction(5), Fraction(0)),), id="one category has every seat"),
        pytest.param(
            (1, 1),
            (0, 8),
            (Seat(1, Fraction(0), Fraction(1)), Seat(1, Fraction(2), Fraction(-1))),
            id="a member from where nobody lives is one too many",
        ),
    ],
)
def test_edges(counts: tuple[int, ...], residents: tuple[int, ...], expected: tuple[Seat, ...]) -> None:
    assert seats(counts, residents) == expected


def test_no_residents_is_refused() -> None:
    with pytest.raises(ValueError, match="no residents"):
        seats((1,), (0,))


@often(100)
@given(group_and_residents())
def test_seats_add_up_to_the_group_and_gaps_to_nothing(given_: tuple[list[int], list[int]]) -> None:
    counts, residents = given_
    found = seats(counts, residents)
    assert sum(seat.expected for seat in found) == sum(counts)
    assert sum(seat.gap for seat in found) == 0
