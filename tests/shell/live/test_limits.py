"""How often the phones' side may be asked, on a clock that the test moves."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.live.limits import OF_A_TABLE, OF_AN_ADDRESS, OF_GUESSES, Limits, Often
from tests.each import each

ROOM, ELSEWHERE = "192.0.2.7", "192.0.2.8"


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def known(limits: Limits, *keys: str) -> None:
    for key in keys:
        limits.learn(key)


def let_through(limits: Limits, key: str, address: str, asked: int) -> int:
    return sum(limits.has_room(key, address) for _ in range(asked))


@each(
    {
        "a table": ("bord", OF_A_TABLE),
        "what is no table's key": ("gættet", OF_GUESSES),
        "what needs no key": ("", OF_AN_ADDRESS),
    }
)
def test_so_many_at_once_and_then_so_many_a_second(key: str, often: Often) -> None:
    clock = Clock()
    limits = Limits(clock)
    known(limits, "bord")
    assert let_through(limits, key, ROOM, often.at_once + 100) in (often.at_once, often.at_once - 1)
    clock.seconds += 1
    assert let_through(limits, key, ROOM, often.at_once) == pytest.approx(often.a_second, abs=1)
    clock.seconds += 3600
    assert let_through(limits, key, ROOM, often.at_once + 100) in (often.at_once, often.at_once - 1)


def test_a_room_of_a_hundred_phones_behind_one_address_is_never_told_to_wait() -> None:
    """All scan the code within a few seconds, mark and follow for ten minutes, lose the network for one, and send all
    that they have kept when it is back. At twenty tables or, where there is only one code, at one.
    """
    for tables in (20, 1):
        clock, chance, phones = Clock(), random.Random(1), 100
        limits = Limits(clock)
        asked: list[tuple[float, str]] = []
        for phone in range(phones):
            key = f"bord-{phone % tables}"
            begun = chance.uniform(0, 5)
            asked += [(begun, key), (begun + 0.5, ""), (begun + 1, key)]
            asked += [(second + chance.uniform(0, 5), key) for second in range(10, 600, 5) if not 290 < second < 360]
            asked += [(360 + batch * 0.2 + chance.uniform(0, 2), key) for batch in range(11)]
        for second, key in sorted(asked):
            clock.seconds = 1000 + second
            assert limits.has_room(key, ROOM), f"second {second:.0f} at {tables} tables"
            if key:
                limits.learn(key)


def test_a_guest_who_floods_takes_nothing_from_the_others_in_the_room() -> None:
    clock = Clock()
    limits = Limits(clock)
    known(limits, "mit bord", "et andet bord")
    for _ in range(60):
        clock.seconds += 1
        for number in range(1000):
            limits.has_room("mit bord", ROOM)
            limits.has_room(f"gæt {number}", ROOM)
        assert limits.has_room("et andet bord", ROOM)


def test_guesses_from_one_address_are_not_counted_for_another() -> None:
    limits = Limits(Clock())
    let_through(limits, "gæt", ROOM, 1000)
    assert not limits.has_room("gæt", ROOM)
    assert limits.has_room("gæt", ELSEWHERE)


@each(
    {
        "one number": (ROOM, ROOM, True),
        "two numbers": (ROOM, ELSEWHERE, False),
        "the same in the newer shape": (ROOM, f"::ffff:{ROOM}", True),
        "two numbers of one household": ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        "two households": ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        "a name, or nothing": ("", "testclient", False),
    }
)
def test_who_counts_as_one(first: str, second: str, same: bool) -> None:
    limits = Limits(Clock())
    let_through(limits, "gæt", first, 1000)
    assert limits.has_room("gæt", second) is not same


@given(
    st.lists(
        st.tuples(st.floats(0, 30), st.sampled_from(["a", "b", "gæt", ""]), st.sampled_from([ROOM, ELSEWHERE])),
        max_size=50,
    )
)
def test_no_table_gets_more_than_its_share_whatever_is_asked(steps: list[tuple[float, str, str]]) -> None:
    clock = Clock()
    limits = Limits(clock)
    known(limits, "a", "b")
    passed = 0
    for pause, key, address in steps:
        clock.seconds += pause
        passed += let_through(limits, key, address, 40) if key == "a" else limits.has_room(key, address) * 0
    assert passed <= OF_A_TABLE.at_once + OF_A_TABLE.a_second * (clock.seconds - 1000) + 1


def test_names_that_nobody_asks_by_any_more_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shell.live.limits.MOST_REMEMBERED", 10)
    limits = Limits(Clock())
    for number in range(100):
        limits.has_room("gæt", f"198.51.100.{number}")
        limits.learn(str(number))
    assert len(limits._guesses._worked_off) == len(limits._addresses._worked_off) == len(limits._known) == 10
    assert "99" in limits._known
