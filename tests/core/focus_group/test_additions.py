import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.focus_group.additions import best_additions
from tests.core.focus_group.groups import AGES, all_groups, by_definition, group_and_residents, often


@pytest.mark.parametrize(
    ("counts", "residents", "more", "limits", "expected"),
    [
        # Expected of 13: 3,9 and 3,25; both bands lack more than one, and the first is larger.
        pytest.param((0, 2, 3, 4, 3), AGES, 1, None, (0,), id="the worked example: the first band"),
        # Expected of 17: 5,1 - 4,25 - 3,4 - 2,55 - 1,7. Five from the first would be as good, but after three of them
        # the second lacks more.
        pytest.param((0, 2, 3, 4, 3), AGES, 5, None, (0, 0, 0, 1, 0), id="five where most are missing"),
        pytest.param((0, 2, 3, 4, 3), AGES, 5, (2, 9, 9, 9, 9), (0, 0, 1, 1, 2), id="only two to be had there"),
        pytest.param((0, 0), (1, 1), 1, None, (0,), id="equally good and large: the first"),
        pytest.param((0, 0), (1, 2), 1, None, (1,), id="the larger"),
        pytest.param((0, 9), (0, 5), 2, None, (1, 1), id="nobody lives in the first, however full the second is"),
        pytest.param((0, 0), (3, 5), 4, (1, 2), (1, 0, 1), id="fewer are to be had than asked for"),
        pytest.param((0, 0), (3, 5), 2, (0, 0), (), id="nobody to be had"),
        pytest.param((0, 0), (3, 5), 0, None, (), id="nobody asked for"),
    ],
)
def test_from_where_the_next_should_come(
    counts: tuple[int, ...],
    residents: tuple[int, ...],
    more: int,
    limits: tuple[int, ...] | None,
    expected: tuple[int, ...],
) -> None:
    assert best_additions(counts, residents, more, limits) == expected


@pytest.mark.parametrize(
    ("more", "limits", "why"),
    [
        pytest.param(-1, None, "Fewer than 0", id="fewer than nobody"),
        pytest.param(1, (1,), "limits for 1", id="limits for other categories"),
    ],
)
def test_what_makes_no_sense_is_refused(more: int, limits: tuple[int, ...] | None, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        best_additions((1, 1), (1, 1), more, limits)


@often(200)
@given(group_and_residents(), st.integers(1, 5), st.data())
def test_no_other_choice_gives_a_smaller_dissimilarity(
    given_: tuple[list[int], list[int]], more: int, data: st.DataObject
) -> None:
    counts, residents = given_
    limits = data.draw(st.none() | st.lists(st.integers(0, 4), min_size=len(counts), max_size=len(counts)))
    room = [(more if limits is None else limits[place]) * (number > 0) for place, number in enumerate(residents)]
    chosen = best_additions(counts, residents, more, limits)
    assert len(chosen) == min(more, sum(room))
    assert all(chosen.count(place) <= room[place] for place in range(len(counts)))
    every = [
        [count + extra for count, extra in zip(counts, extras, strict=True)]
        for extras in all_groups(len(chosen), len(counts))
        if all(extra <= space for extra, space in zip(extras, room, strict=True))
    ]
    after = [count + chosen.count(place) for place, count in enumerate(counts)]
    assert by_definition(after, residents) == min(by_definition(group, residents) for group in every)


@often(50)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 400)), min_size=30, max_size=60), st.integers(1, 5))
def test_it_is_never_worse_than_one_at_a_time(departments: list[tuple[int, int]], more: int) -> None:
    counts, residents = [count for count, _ in departments], [number for _, number in departments]
    residents[0] += 1
    greedy = list(counts)
    for _ in range(more):
        one_more = [[*greedy[:place], greedy[place] + 1, *greedy[place + 1 :]] for place in range(len(greedy))]
        greedy = min(one_more, key=lambda group: by_definition(group, residents))
    after = list(counts)
    for place in best_additions(counts, residents, more):
        after[place] += 1
    assert by_definition(after, residents) <= by_definition(greedy, residents)
