from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.focus_group.compared import Category, categories_of, compared
from tests.core.focus_group.groups import MANY, often

BANDS = ("18-29", "30-44", "45-59", "60-74", "75+")


def test_the_worked_example_to_the_digit() -> None:
    members = ["30-44"] * 2 + ["45-59"] * 3 + ["60-74"] * 4 + ["75+"] * 3
    residents = dict(zip(BANDS, MANY, strict=True))
    found = compared(*categories_of(residents, [False] * 5, members))
    assert found.d == Fraction(46, 120)
    assert found.best == Fraction(5, 100)
    assert found.by_lot is not None
    assert round(found.by_lot.at_least, 4) == 0.0471
    assert round(found.by_lot.expected, 4) == 0.2255
    assert found.within is not None
    assert (found.within.within, found.within.sure) == (False, True)
    assert [float(seat.gap) for seat in found.seats] == [-3.6, -1.0, 0.6, 2.2, 1.8]


def test_members_of_no_category_are_counted_apart_and_never_lost() -> None:
    categories, apart = categories_of({"a": 10, "b": 20}, [False, False], ["a", None, "elsewhere", "b", "a"])
    assert categories == (Category(("a",), 2, 10), Category(("b",), 1, 20))
    assert apart == 2


def test_hidden_categories_are_put_together_at_the_end() -> None:
    categories, apart = categories_of({"a": 2, "b": 20, "c": 7}, [True, False, True], ["a", "c", "b"])
    assert categories == (Category(("b",), 1, 20), Category(("a", "c"), 2, 9))
    assert apart == 0


@pytest.mark.parametrize(
    ("categories", "comparable"),
    [
        pytest.param((), False, id="no residents' table"),
        pytest.param((Category(("a",), 3, 50),), False, id="a single category"),
        pytest.param((Category(("a",), 3, 0), Category(("b",), 1, 0)), False, id="nobody lives anywhere"),
        pytest.param((Category(("a",), 0, 5), Category(("b",), 0, 5)), True, id="nobody in the group"),
    ],
)
def test_without_members_and_two_categories_nothing_is_measured(
    categories: tuple[Category, ...], comparable: bool
) -> None:
    found = compared(categories, 0)
    assert found.comparable is comparable
    assert (found.d, found.best, found.by_lot, found.within, found.seats) == (None, None, None, None, ())


names = st.sampled_from("abcde")


@often(60)
@given(
    st.dictionaries(names, st.tuples(st.integers(0, 40), st.booleans()), max_size=5),
    st.lists(names | st.none(), max_size=8),
)
def test_nobody_is_lost_and_a_hidden_count_changes_no_measure(
    residents: dict[str, tuple[int, bool]], members: list[str | None]
) -> None:
    numbers = {name: number for name, (number, _) in residents.items()}
    hidden = [flag for _, flag in residents.values()]
    categories, apart = categories_of(numbers, hidden, members)
    found = compared(categories, apart)
    assert found.counted + found.apart == len(members)
    assert sum(found.residents) == sum(numbers.values())
    # One person moves from one hidden category to another: nothing that is told changes.
    secret = [name for name, flag in zip(numbers, hidden, strict=True) if flag]
    if len(secret) > 1 and numbers[secret[0]]:
        moved = numbers | {secret[0]: numbers[secret[0]] - 1, secret[1]: numbers[secret[1]] + 1}
        assert compared(*categories_of(moved, hidden, members)) == found
