from itertools import permutations

import pytest

from core.pool.choose import pool_names, pool_on, pools_newest_first, pools_unsettled
from tests.core.pool.build import a_pool, application, day, grant, rejection

THE_YEARS = (
    a_pool("2024", first="2024-01-01", last="2024-12-31"),
    a_pool("2025", first="2025-01-01", last="2025-12-31"),
    a_pool("2027", first="2027-01-01", last="2027-12-31"),
)


@pytest.mark.parametrize(
    ("on", "pool"),
    [
        pytest.param("2023-12-31", "2024", id="the day before the first: the first to begin"),
        pytest.param("2024-01-01", "2024", id="a pool's first day"),
        pytest.param("2024-12-31", "2024", id="a pool's last day"),
        pytest.param("2025-01-01", "2025", id="the day after"),
        pytest.param("2026-06-01", "2025", id="between two: the last that began"),
        pytest.param("2026-12-31", "2025", id="the day before the next"),
        pytest.param("2030-01-01", "2027", id="after them all: the last that began"),
    ],
)
def test_the_pool_a_board_means_on_a_date(on: str, pool: str) -> None:
    for turned in permutations(THE_YEARS):
        found = pool_on(turned, day(on))
        assert found
        assert found.id == pool


@pytest.mark.parametrize("on", ["2024-03-01", "2024-06-01"], ids=["the day the other two begin", "later"])
def test_of_several_pools_that_hold_the_date_the_first_to_begin_is_meant(on: str) -> None:
    pools = [a_pool("B", first="2024-03-01"), a_pool("A", first="2024-01-01"), a_pool("C", first="2024-03-01")]
    for turned in permutations(pools):
        found = pool_on(turned, day(on))
        assert found
        assert found.id == "A"


def test_of_two_pools_that_begin_on_the_date_the_first_by_its_key_is_meant() -> None:
    for turned in permutations([a_pool("B", first="2024-03-01"), a_pool("A", first="2024-03-01")]):
        found = pool_on(turned, day("2024-03-01"))
        assert found
        assert found.id == "A"


@pytest.mark.parametrize(
    ("on", "pool"),
    [
        pytest.param("2024-06-01", "lang", id="the long one holds the date"),
        pytest.param("2024-12-31", "lang", id="on the long one's last day"),
        pytest.param("2025-01-01", "kort", id="the day after: the last that began"),
    ],
)
def test_a_pool_that_holds_the_date_goes_before_one_that_began_later_and_is_over(on: str, pool: str) -> None:
    pools = [a_pool("kort", first="2024-03-01", last="2024-03-31"), a_pool("lang", first="2024-01-01")]
    found = pool_on(pools, day(on))
    assert found
    assert found.id == pool


def test_without_pools_there_is_none() -> None:
    assert pool_on([], day("2024-06-01")) is None
    assert pools_newest_first([]) == ()


def test_pools_are_listed_newest_first_and_by_danish_name_within_a_day() -> None:
    pools = [
        a_pool("1", first="2024-01-01", name="Ældrepuljen"),
        a_pool("2", first="2025-01-01", name="Østpuljen"),
        a_pool("3", first="2024-01-01", name="Zebrapuljen"),
        a_pool("4", first="2024-01-01", name="Åpuljen"),
    ]
    for turned in permutations(pools):
        assert [pool.id for pool in pools_newest_first(turned)] == ["2", "3", "1", "4"]


def test_pools_of_other_periods_with_something_left_to_do_stand_by_their_first_day() -> None:
    ended, older, running, coming = (
        a_pool("2023", first="2023-01-01", last="2023-12-31"),
        a_pool("2022", first="2022-01-01", last="2022-12-31"),
        a_pool("2024"),
        a_pool("2025", first="2025-01-01", last="2025-12-31"),
    )
    settled = a_pool("2021", first="2021-01-01", last="2021-12-31")
    rows = [
        application("A1", pool="2023", received="2023-11-01"),
        grant("A2", 1_00, "2022-02-01", pool="2022"),
        application("A3", pool="2024"),
        application("A4", pool="2025"),
        grant("A5", 1_00, "2021-02-01", pool="2021", lapsed="2021-05-01"),
        rejection("A6", "2021-02-01", pool="2021"),
    ]
    for turned in permutations([ended, older, running, coming, settled]):
        assert pools_unsettled(turned, rows, day("2024-06-01")) == (older, ended, coming)


@pytest.mark.parametrize(
    ("on", "told"),
    [
        pytest.param("2024-12-31", False, id="on the period's last day it is a pool of the date"),
        pytest.param("2025-01-01", True, id="the day after it is one of another period"),
        pytest.param("2025-01-31", True, id="the day before its grant is closed"),
        pytest.param("2025-02-01", False, id="on the day it is closed nothing is left to do"),
    ],
)
def test_a_pool_is_unsettled_from_the_day_after_its_period_until_its_last_grant_is_closed(on: str, told: bool) -> None:
    rows = [grant("A1", 1_00, "2024-02-01", closed="2025-02-01")]
    assert bool(pools_unsettled([a_pool()], rows, day(on))) is told


def test_pools_of_one_name_are_told_apart_by_their_id() -> None:
    alone = [a_pool("2024"), a_pool("G24", name="Grøn pulje")]
    assert pool_names(alone) == {"2024": "Fællesskabspuljen", "G24": "Grøn pulje"}
    assert pool_names([*alone, a_pool("2025")]) == {
        "2024": "Fællesskabspuljen (2024)",
        "G24": "Grøn pulje",
        "2025": "Fællesskabspuljen (2025)",
    }
