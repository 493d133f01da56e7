"""How long a login lasts: its token must be good when it is first shown, and the longest time holds in any case."""

from datetime import UTC, datetime, timedelta
from typing import Any

from core.access.login import lasts, login_of
from tests.each import each

AT = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
CLAIMS: dict[str, Any] = {
    "is_logged_in": True,
    "iss": "https://login.example",
    "sub": "7",
    "iat": int(AT.timestamp()),
    "exp": int(AT.timestamp()) + 3600,
    "nonce": "n1",
}
LONGEST = timedelta(hours=12)
SECOND, HOUR = timedelta(seconds=1), timedelta(hours=1)


@each(
    {
        "at once": (AT, False, True),
        "the second before the token ends": (AT + HOUR - SECOND, False, True),
        "when the token ends": (AT + HOUR, False, False),
        "when the token ends, of one who is in": (AT + HOUR, True, True),
        "a second before the longest": (AT + LONGEST - SECOND, True, True),
        "at the longest": (AT + LONGEST, True, False),
        "thirty days later": (AT + timedelta(days=30), True, False),
        "two minutes before, by a clock that is behind": (AT - 120 * SECOND, False, True),
        "longer before": (AT - 121 * SECOND, False, False),
        "longer before, of one who is in": (AT - 121 * SECOND, True, False),
    }
)
def test_a_login_lasts(now: datetime, shown_before: bool, expected: bool) -> None:
    login = login_of(CLAIMS)
    assert login is not None
    assert lasts(login, now, LONGEST, shown_before=shown_before) is expected


def test_a_token_good_for_days_lasts_no_longer_than_the_longest() -> None:
    login = login_of(CLAIMS | {"exp": int((AT + timedelta(days=90)).timestamp())})
    assert login is not None
    assert not lasts(login, AT + LONGEST, LONGEST, shown_before=False)


NO_CLAIM_OF_A_LOGIN: dict[str, tuple[Any, ...]] = {
    "is_logged_in": (False, None, 1, "true"),
    "sub": (None, "", 7),
    "iat": (None, "", "1780000000", True, float("nan"), float("inf"), 10**30, [1]),
    "exp": (None, "", "1780000000", True, float("nan"), -(10**30), {}),
}


@each({f"{name}: {value!r}": (name, value) for name, values in NO_CLAIM_OF_A_LOGIN.items() for value in values})
def test_claims_that_do_not_say_who_or_when_are_no_login(name: str, value: Any) -> None:
    assert login_of(CLAIMS) is not None
    assert login_of(CLAIMS | {name: value}) is None
    assert login_of({claim: said for claim, said in CLAIMS.items() if claim != name}) is None


def test_a_login_is_told_from_every_other() -> None:
    others: list[dict[str, Any]] = [
        {"sub": "8"},
        {"iss": "https://andet.example"},
        {"iat": CLAIMS["iat"] + 1},
        {"nonce": "n2"},
        {"provider": "google"},
    ]
    found = [login_of(CLAIMS | other) for other in ({}, *others)]
    assert len({login.id for login in found if login}) == len(others) + 1


def test_a_login_is_the_same_whatever_else_is_said_of_it() -> None:
    more = login_of(CLAIMS | {"tokens": {}, "name": "x"})
    assert more == login_of(CLAIMS)
