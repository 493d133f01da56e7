"""Many cases in one test: all are tried, and those that fail are named."""

import pytest

from tests.each import each


def test_every_case_is_tried_and_all_that_fail_are_named() -> None:
    tried: list[int] = []

    @each({"one": (1,), "two": (2,), "three": (3,)})
    def no_odd_number(number: int) -> None:
        tried.append(number)
        assert number % 2 == 0

    with pytest.raises(ExceptionGroup, match="2 of 3 cases") as caught:
        no_odd_number()
    assert tried == [1, 2, 3]
    assert [error.__notes__ for error in caught.value.exceptions] == [["Case: one"], ["Case: three"]]


def test_no_case_at_all_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="nothing to try"):
        each({})(lambda: None)()
