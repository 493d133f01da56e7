"""How many fewer or more there are than in a group that is as the residents."""

from fractions import Fraction

from core.focus_group.sentences import gap_in_words
from tests.each import each


@each(
    {
        "2,46 too few": (Fraction(-246, 100), "2,5 færre"),
        "one too few": (Fraction(-1), "1 færre"),
        "as few as is told": (Fraction(-1, 20), "0,1 færre"),
        "fewer than that": (Fraction(-49, 1000), "som beboerne"),
        "none": (Fraction(0), "som beboerne"),
        "more than none": (Fraction(49, 1000), "som beboerne"),
        "the least that is told": (Fraction(1, 20), "0,1 flere"),
        "three too many": (Fraction(3), "3 flere"),
        "a thousand too many": (Fraction(12_345, 10), "1.234,5 flere"),
    }
)
def test_a_difference_is_told_in_persons(gap: Fraction, said: str) -> None:
    assert gap_in_words(gap) == said
