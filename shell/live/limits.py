"""How often the phones' side may be asked, so that one guest cannot take it from the others.

A whole room of phones may come from one address, and so may the guest who floods it. So who asks with a table's key
counts for that table, and who asks with what is none counts for the address. Only what is let through there counts for
the address as a whole.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

MOST_REMEMBERED = 10_000
_BITS_OF_A_HOUSEHOLD = 64  # of the newer numbers, of which each household has very many


@dataclass(frozen=True, slots=True)
class Often:
    at_once: int
    # When those are used.
    a_second: float


OF_A_TABLE = Often(1_000, 50)
OF_AN_ADDRESS = Often(4_000, 200)
OF_GUESSES = Often(300, 20)
"""From one address, with what is not yet known to be a table's key."""


class Limits:
    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """now: in seconds from any beginning."""
        self._tables, self._addresses = _Counted(OF_A_TABLE, now), _Counted(OF_AN_ADDRESS, now)
        self._guesses, self._known = _Counted(OF_GUESSES, now), OrderedDict[str, None]()

    def has_room(self, key: str, address: str) -> bool:
        """key: as the request has it, '' where it needs none."""
        who = _household(address)
        if key in self._known and not self._tables.has_room(key):
            return False
        if key and key not in self._known and not self._guesses.has_room(who):
            return False
        return self._addresses.has_room(who)

    def learn(self, key: str) -> None:
        """That it is a table's."""
        self._known[key] = None
        _keep_the_newest(self._known, key)


class _Counted:
    """For each name the moment at which all that it has asked would be worked off at its steady pace."""

    def __init__(self, often: Often, now: Callable[[], float]) -> None:
        self._pause, self._now = 1 / often.a_second, now
        self._most_ahead = often.at_once * self._pause
        self._worked_off: OrderedDict[str, float] = OrderedDict()

    def has_room(self, who: str) -> bool:
        now = self._now()
        then = max(self._worked_off.get(who, now), now) + self._pause
        if then - now > self._most_ahead:
            return False
        self._worked_off[who] = then
        _keep_the_newest(self._worked_off, who)
        return True


def _keep_the_newest(names: OrderedDict[str, Any], newest: str) -> None:
    names.move_to_end(newest)
    if len(names) > MOST_REMEMBERED:
        names.popitem(last=False)


def _household(address: str) -> str:
    try:
        number = ip_address(address)
    except ValueError:
        return address
    if not isinstance(number, IPv6Address):
        return address
    if number.ipv4_mapped:
        return str(number.ipv4_mapped)
    return str(ip_network((number, _BITS_OF_A_HOUSEHOLD), strict=False))
