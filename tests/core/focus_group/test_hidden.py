import pytest

from core.focus_group.hidden import Figure, hidden_figures


def test_two_levels_of_totals_are_one_flow() -> None:
    # All 30 = west 15 (2 + 6 + 7) + east 15. Hiding the 2 takes one more of its own level, and no total.
    west, everyone, parts = 0, 1, 2
    figures = [
        Figure(2, west, parts),
        Figure(6, west, parts),
        Figure(7, west, parts),
        Figure(15, everyone, west, dear=100),
        Figure(15, everyone, parts),
        Figure(30, parts, everyone, dear=100),
    ]
    assert hidden_figures(figures, 5) == [True, True, False, False, False, False]


@pytest.mark.parametrize(
    ("count", "threshold", "is_hidden"),
    [
        pytest.param(4, 5, True, id="one below the threshold"),
        pytest.param(5, 5, False, id="exactly the threshold"),
        pytest.param(0, 5, True, id="nobody"),
        pytest.param(0, 1, True, id="a threshold of 1 hides only nobody"),
        pytest.param(1, 1, False, id="and shows somebody"),
        pytest.param(0, 0, False, id="a threshold of 0 hides nothing"),
    ],
)
def test_the_threshold(count: int, threshold: int, is_hidden: bool) -> None:
    figures = [Figure(count, 0, 1), Figure(9, 0, 1), Figure(9, 0, 1), Figure(18 + count, 1, 0, dear=99)]
    assert hidden_figures(figures, threshold)[0] == is_hidden


def test_a_total_of_nothing_at_all_has_no_other_to_hide_behind() -> None:
    assert hidden_figures([Figure(0, 1, 0)], 5) == [True]
    assert hidden_figures([], 5) == []


def test_what_is_hidden_already_stays_so_and_hides_what_it_takes() -> None:
    figures = [Figure(9, 0, 1), Figure(8, 0, 1), Figure(7, 0, 1), Figure(24, 1, 0, dear=99)]
    assert hidden_figures(figures, 5) == [False] * 4
    assert hidden_figures(figures, 5, [True, False, False, False]) == [True, False, True, False]
    assert hidden_figures(figures, 5, [True, True, False, False]) == [True, True, False, False]


def test_what_can_be_nothing_else_is_hidden_alone() -> None:
    assert hidden_figures([Figure(0, 0, 1)], 0, [True]) == [True]


@pytest.mark.parametrize(("count", "threshold"), [(-1, 5), (1, -5)])
def test_below_zero_is_refused(count: int, threshold: int) -> None:
    with pytest.raises(ValueError, match="below 0"):
        hidden_figures([Figure(count, 0, 1), Figure(count, 1, 0)], threshold)
