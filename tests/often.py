"""How much of what could go on for ever is tried: in full where CI=true, else a part of it."""

import os

IN_FULL = os.environ.get("CI") == "true"


def examples(number: int) -> int:
    """How many made-up examples of a property are tried, of so many in full."""
    return number if IN_FULL else max(number // 4, 5)
