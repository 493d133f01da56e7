"""Who or what is active on a date. Source: the ambassador scheme's definition, from a day and until another."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Lasting(Protocol):
    @property
    def first(self) -> date: ...
    @property
    def last(self) -> date | None: ...


T = TypeVar("T", bound=Lasting)


def is_active(one: Lasting, on: date) -> bool:
    """From its first day on; no longer on the day it ends."""
    return one.first <= on and (one.last is None or one.last > on)


def active_on(those: Iterable[T], on: date) -> tuple[T, ...]:
    return tuple(one for one in those if is_active(one, on))
