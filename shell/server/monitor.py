"""For a program that watches over this one: /health says whether it is alive and fresh, /metrics counts.

Whether it is well is told to whoever is served at all. How old the data is and what is wrong with it is told to this
machine, and to whoever says the token of [monitoring].
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from functools import partial
from http import HTTPStatus

import anyio
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import Scope
from streamlit import runtime
from streamlit.runtime.stats import ACTIVE_SESSIONS_FAMILY, GaugeStat

from shell.machine import clock
from shell.machine.metrics import COUNTERS, exposition
from shell.machine.obstacle import Obstacle
from shell.machine.settings import Monitoring, read_settings
from shell.reading import newest
from shell.reading.refresher import Loaded, StillReading
from shell.server.door import caller_of, is_here, says_the_token

LEAST_SECONDS_UNTIL_STALE, _READINGS_UNTIL_STALE = 3600.0, 3
"""Where nothing else is set: an hour, or so many of the source's readings where that is longer."""
_FRESH = {"Cache-Control": "no-store"}
_TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8"
# A look may wait for the very first reading. Those who look never take the threads that others need.
_LOOKING = anyio.CapacityLimiter(4)


class Status(Enum):
    OK = "ok"
    # The data is older than it may be.
    STALE = "stale"
    # The very first reading is under way.
    STARTING = "starting"
    # Nothing could ever be read.
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Health:
    status: Status
    # Of the data that is shown, in seconds; None where there is none.
    age: float | None = None
    # Seconds that it may be old; None where no source can be told.
    limit: float | None = None
    # Whether the last reading failed, and since when they do.
    failing: bool = False
    failing_since: datetime | None = None
    # What is to be mended in the data, and tables whose newer state waits for an answer.
    problems: int = 0
    tables_waiting: int = 0
    # Whether a restart without a network would show this data.
    kept: bool = True

    @property
    def code(self) -> HTTPStatus:
        return HTTPStatus.OK if self.status is Status.OK else HTTPStatus.SERVICE_UNAVAILABLE


def health_of(load: Callable[[], Loaded], now: datetime, stale_after: float | None) -> Health:
    """load: raises Obstacle as newest.load does; stale_after: in seconds, None for as the source usually is read."""
    try:
        loaded = load()
    except StillReading:
        return Health(Status.STARTING)
    except Obstacle:
        return Health(Status.NO_DATA, failing=True)
    age = max(0.0, (now - loaded.read_at).total_seconds())
    limit = stale_after or max(LEAST_SECONDS_UNTIL_STALE, _READINGS_UNTIL_STALE * loaded.source.seconds)
    return Health(
        status=Status.OK if age <= limit else Status.STALE,
        age=age,
        limit=limit,
        failing=loaded.failed is not None,
        failing_since=loaded.failed.since if loaded.failed else None,
        problems=loaded.problems,
        tables_waiting=len(loaded.held),
        kept=not loaded.unsaved,
    )


def as_json(health: Health) -> dict[str, object]:
    return {
        "status": health.status.value,
        "data_age_seconds": None if health.age is None else round(health.age),
        "data_age_limit_seconds": None if health.limit is None else round(health.limit),
        "source": "failing" if health.failing else "starting" if health.status is Status.STARTING else "ok",
        "source_failing_since": health.failing_since.isoformat("T", "seconds") if health.failing_since else None,
        "problems": health.problems,
        "tables_waiting": health.tables_waiting,
        "kept_on_disk": health.kept,
    }


def as_gauges(health: Health, sessions: int) -> dict[str, tuple[str, float]]:
    age = {} if health.age is None else {"data_age_seconds": ("How old the data is that is shown.", health.age)}
    return age | {
        "healthy": ("1 where /health answers 200.", int(health.code is HTTPStatus.OK)),
        "source_failing": ("1 where the last reading failed.", int(health.failing)),
        "problems": ("What is to be mended in the data.", health.problems),
        "tables_waiting": ("Tables whose newer state waits to be confirmed.", health.tables_waiting),
        "sessions": ("Screens that are open.", sessions),
    }


def monitor_routes(root: str) -> list[Route]:
    """root: how every path of the dashboard begins."""
    return [Route(f"{root}health", _health), Route(f"{root}metrics", _metrics)]


async def _health(request: Request) -> Response:
    health = await _looked_at()
    told = as_json(health) if _is_told_all(request.scope) else {"status": health.status.value}
    return JSONResponse(told, health.code, _FRESH)


async def _metrics(request: Request) -> Response:
    if not _settings().metrics:
        return PlainTextResponse("", 404, _FRESH)
    if not _is_told_all(request.scope):
        return PlainTextResponse("", 401, _FRESH | {"WWW-Authenticate": "Bearer"})
    text = exposition(COUNTERS, as_gauges(await _looked_at(), _sessions()))
    return Response(text, headers=_FRESH, media_type=_TEXT_FORMAT)


async def _looked_at() -> Health:
    look = partial(health_of, newest.load, clock.now(), _settings().stale_after)
    return await anyio.to_thread.run_sync(look, limiter=_LOOKING)


def _is_told_all(scope: Scope) -> bool:
    return is_here(caller_of(scope)) or says_the_token(scope, read_settings)


def _settings() -> Monitoring:
    try:
        return read_settings().monitoring
    except Obstacle:
        return Monitoring()


def _sessions() -> int:
    if not runtime.exists():
        return 0
    stats = runtime.get_instance().stats_mgr.get_stats([ACTIVE_SESSIONS_FAMILY])[ACTIVE_SESSIONS_FAMILY]
    return sum(stat.value for stat in stats if isinstance(stat, GaugeStat))
