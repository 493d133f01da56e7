"""The data as last read, shared by all viewers. Values are frozen, so sharing is safe."""

from functools import cache

from core.contract.held import Held
from shell.reading.refresher import Loaded, Refresher


@cache
def refresher() -> Refresher:
    """The one of this process. Streamlit's own cache would let any visitor's browser empty it."""
    return Refresher()


def load() -> Loaded:
    """The newest good state, at once. Raises Obstacle only if there has never been one."""
    return refresher().loaded()


def read_again() -> None:
    """Waits for a reading that begins after this call."""
    refresher().refresh()


def confirm(held: Held) -> bool:
    """Whether it was still waiting."""
    return refresher().confirm(held)


def forget() -> None:
    """The next look begins as a start of the program does."""
    refresher().stop()
    refresher.cache_clear()
