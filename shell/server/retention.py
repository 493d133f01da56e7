"""What is to be kept for a time only is gone when the time has passed: at the start, and while the server runs."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import anyio
from sqlalchemy.exc import SQLAlchemyError

from shell.live import filled
from shell.live.configured import kept_store
from shell.machine import clock
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings

_SECONDS_BETWEEN_LOOKS = 3600.0
_LOG = logging.getLogger(__name__)


@asynccontextmanager
async def forgetting() -> AsyncIterator[None]:
    """Looks again and again until this ends."""
    looking = asyncio.create_task(_forget_in_time())
    try:
        yield
    finally:
        looking.cancel()
        with suppress(asyncio.CancelledError):
            await looking


async def _forget_in_time() -> None:
    while True:
        try:
            await anyio.to_thread.run_sync(forget_what_is_due)
        except Exception:
            _LOG.exception("What was deleted long ago could not be looked for")
        await asyncio.sleep(_SECONDS_BETWEEN_LOOKS)


def forget_what_is_due() -> None:
    """Where the database does not answer, the next look finds it."""
    try:
        store = kept_store(read_settings())
        forgotten = store.forget_deleted(clock.now()) if store else 0
    except (Obstacle, SQLAlchemyError) as error:
        _LOG.warning("What was deleted long ago could not be looked for: %s", type(error).__name__)
        return
    if forgotten:
        filled.forget()
        _LOG.info("Seminars that were deleted long ago and are gone now: %s.", forgotten)
