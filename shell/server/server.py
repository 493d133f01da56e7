"""The server around the screens: what it sends beside them, and its start before the first visitor."""

import gc
import logging
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
import streamlit as st
from starlette.middleware import Middleware
from streamlit.url_util import make_url_path

from core.subjects.overview import subjects_overview
from shell.live.routes import live_routes, path_of
from shell.machine import clock
from shell.machine.metrics import FAILED_SCREENS
from shell.machine.obstacle import Obstacle
from shell.reading import newest
from shell.server.compressed import Compressed
from shell.server.danish_page import DanishPage
from shell.server.door import Door, tell_whom_it_serves
from shell.server.gate import Gate
from shell.server.half_sent import CutOff, end_half_sent
from shell.server.monitor import monitor_routes
from shell.server.pages_folder import leave_pages_to_the_menu
from shell.server.statement import statement_route

_SECONDS_TO_WAIT_FOR_DATA = 3
_LOG = logging.getLogger(__name__)

_BASE = st.get_option("server.baseUrlPath")
_ROOT = make_url_path(_BASE, "")
_OF_MONITORS = monitor_routes(_ROOT)
ROUTES = [*live_routes(_BASE), *_OF_MONITORS, statement_route(_ROOT)]
MIDDLEWARE = [
    Middleware(Door, phones=path_of("", _BASE), monitors=[route.path for route in _OF_MONITORS]),
    Middleware(Gate, root=_ROOT),
    Middleware(CutOff),
    Middleware(DanishPage),
    Middleware(Compressed, folder=f"{_ROOT}static/"),
]


@asynccontextmanager
async def lifespan(app: Any) -> AsyncIterator[None]:
    """Imports and reads before anyone waits for it, then tells the garbage collector that all of it stays:
    Streamlit collects after every run, and would look through pandas each time. Without it the first visitor waits
    longer, and that is all.
    """
    try:
        end_half_sent()
        tell_whom_it_serves()
        await anyio.to_thread.run_sync(_warm_up)
    except Exception:
        _LOG.exception("The server could not be warmed up")
    yield


def _warm_up() -> None:
    leave_pages_to_the_menu()
    from shell.handouts.workbooks import workbook  # noqa: F401
    from shell.pictures import charts  # noqa: F401

    newest.refresher().start()
    until = time.monotonic() + _SECONDS_TO_WAIT_FOR_DATA
    while newest.refresher().waiting_for_the_first and time.monotonic() < until:
        time.sleep(0.02)
    threading.Thread(target=_work_out_the_first_screen, name="first screen", daemon=True).start()
    gc.collect()
    gc.freeze()


def _work_out_the_first_screen() -> None:
    """Imports that take long are made when somebody asks."""
    try:
        subjects_overview(newest.load().dataset, clock.today())
    except Obstacle:
        return


def on_script_error(error: BaseException) -> bool:
    """What a viewer sees of a fault in the program; the log has the rest."""
    FAILED_SCREENS.add()
    _LOG.error("A screen failed", exc_info=error)
    st.error(
        "Der er sket en fejl i programmet, så skærmen ikke kan vises. Prøv at genindlæse siden. "
        "Hjælper det ikke, så giv besked til den, der passer programmet: der står mere i serverens log."
    )
    return True
