"""Waiting for a state and not for time: a busy machine comes to it later, and is no fault of the code."""

import time
from collections.abc import Callable

MOST_SECONDS = 60


def eventually(found: Callable[[], object], expected: object = True) -> None:
    """For what nothing tells: asks again and again until it is so, and ends when it is."""
    until = time.monotonic() + MOST_SECONDS
    while (seen := found()) != expected:
        assert time.monotonic() < until, f"{seen!r} is not {expected!r}"
        time.sleep(0.02)
