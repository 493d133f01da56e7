"""What the server remembers of logins: who has shown a good token, and who has logged out."""

from datetime import UTC, datetime, timedelta

import pytest

from core.access.login import Login
from shell.login.logins import Logins

AT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
LONGEST = 12 * HOUR
LOGIN, OTHER = Login("a", AT, AT + HOUR), Login("b", AT, AT + HOUR)


@pytest.fixture
def known() -> Logins:
    return Logins()


def test_a_login_shown_while_its_token_was_good_holds_afterwards_until_the_longest(known: Logins) -> None:
    assert known.last(LOGIN, AT, LONGEST)
    assert known.last(LOGIN, AT + 11 * HOUR, LONGEST)
    assert not known.last(LOGIN, AT + 12 * HOUR, LONGEST)


def test_a_login_first_shown_too_late_never_holds(known: Logins) -> None:
    assert not known.last(LOGIN, AT + HOUR, LONGEST)
    assert not known.last(LOGIN, AT + HOUR, LONGEST)


def test_a_start_of_the_program_forgets_so_the_token_must_be_good_again(known: Logins) -> None:
    assert known.last(LOGIN, AT, LONGEST)
    assert not Logins().last(LOGIN, AT + 2 * HOUR, LONGEST)


def test_a_shorter_longest_time_holds_at_once(known: Logins) -> None:
    assert known.last(LOGIN, AT, LONGEST)
    assert not known.last(LOGIN, AT + 3 * HOUR, 2 * HOUR)


def test_whoever_has_logged_out_is_out_and_nobody_else(known: Logins) -> None:
    assert known.last(LOGIN, AT, LONGEST)
    assert known.last(OTHER, AT, LONGEST)
    known.end(LOGIN, AT, LONGEST)
    assert not known.last(LOGIN, AT, LONGEST)
    assert known.last(OTHER, AT, LONGEST)


def test_a_login_that_was_ended_before_it_was_shown_never_holds(known: Logins) -> None:
    known.end(LOGIN, AT, LONGEST)
    assert not known.last(LOGIN, AT, LONGEST)


def test_one_who_is_out_stays_out_for_as_long_as_the_token_could_be_shown(known: Logins) -> None:
    long = Login("a", AT, AT + 30 * 24 * HOUR)
    known.end(long, AT, LONGEST)
    for other in range(24):
        known.end(Login(str(other), AT, AT + HOUR), AT + 20 * 24 * HOUR, LONGEST)
    assert not known.last(long, AT + 20 * 24 * HOUR, 31 * 24 * HOUR)


def test_what_can_no_longer_matter_is_forgotten(known: Logins) -> None:
    for number in range(100):
        at = AT + number * HOUR
        known.last(Login(f"in {number}", at, at + HOUR), at, LONGEST)
        known.end(Login(f"out {number}", at, at + HOUR), at, LONGEST)
    assert max(len(known._shown), len(known._ended)) <= 13
