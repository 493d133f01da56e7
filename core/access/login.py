"""How long a login lasts. The provider's token is often good for an hour only, and a meeting is longer: the token must
be good when it is first shown here, and from then on the login lasts as long as the operator has said.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from math import isfinite

from core.access.claims import Claims

_FIRST_SECOND = datetime(1970, 1, 1, tzinfo=UTC)
_CLOCKS_DIFFER = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Login:
    """One time that somebody logged in, in all tabs of a browser."""

    # Of nobody else and no other time; nothing about the person can be read from it.
    id: str
    at: datetime
    # Until when the provider's token may be shown for the first time.
    token_until: datetime


def login_of(claims: Claims) -> Login | None:
    """None where the claims are of nobody who has logged in, or do not say when."""
    at, until, subject = _moment(claims.get("iat")), _moment(claims.get("exp")), claims.get("sub")
    if claims.get("is_logged_in") is not True or not isinstance(subject, str) or not subject or not at or not until:
        return None
    own = repr([claims.get(name) for name in ("provider", "iss", "sub", "iat", "nonce")])
    return Login(sha256(own.encode()).hexdigest(), at, until)


def lasts(login: Login, now: datetime, longest: timedelta, *, shown_before: bool) -> bool:
    """shown_before: while its token was good, and not logged out since."""
    if login.at > now + _CLOCKS_DIFFER:
        return False
    return now < login.at + longest and (shown_before or now < login.token_until)


def _moment(seconds: object) -> datetime | None:
    """seconds: since 1970, as tokens count."""
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not isfinite(seconds):
        return None
    try:
        return _FIRST_SECOND + timedelta(seconds=seconds)
    except OverflowError:
        return None
