"""Who has shown a good token, and who has logged out: what no cookie can tell by itself."""

import threading
from datetime import datetime, timedelta
from functools import cache

from core.access.login import Login, lasts


class Logins:
    """Of one process, and gone with it: then whoever's token is no longer good logs in again."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()
        # By the login's id: until when it must be remembered.
        self._shown: dict[str, datetime] = {}
        self._ended: dict[str, datetime] = {}
        # Whether anybody had to log in while this process has run.
        self.needed = False

    def last(self, login: Login, now: datetime, longest: timedelta) -> bool:
        """Whether it holds now. From the first time that it does, it holds until the longest."""
        with self._one_at_a_time:
            if login.id in self._ended or not lasts(login, now, longest, shown_before=login.id in self._shown):
                return False
            if login.id not in self._shown:
                _forget(self._shown, now)
                self._shown[login.id] = login.at + longest
            return True

    def end(self, login: Login, now: datetime, longest: timedelta) -> None:
        """In every tab."""
        with self._one_at_a_time:
            _forget(self._ended, now)
            self._ended[login.id] = max(login.token_until, login.at + longest)


def _forget(remembered: dict[str, datetime], now: datetime) -> None:
    for id_ in [id_ for id_, until in remembered.items() if until <= now]:
        del remembered[id_]


@cache
def logins() -> Logins:
    """The one of this process."""
    return Logins()
