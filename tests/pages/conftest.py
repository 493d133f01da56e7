"""Screens are opened as a visitor opens them: from dashboard.py, by an address, on a day that stands still."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
import time_machine
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.testing.v1 import AppTest

from tests.conftest import Configure
from tests.organisations.lyngklokken import Tables
from tests.organisations.stores import write_csv

DASHBOARD = Path(__file__).parents[2] / "dashboard.py"

Open = Callable[..., AppTest]
Put = Callable[[Tables], Open]
"""Puts an organisation's tables where the dashboard reads them."""


@pytest.fixture(scope="session", autouse=True)
def nothing_from_other_tests() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def today() -> Iterator[None]:
    """The day the sample data was written: 22 November 2026, at noon in Denmark."""
    with time_machine.travel(datetime(2026, 11, 22, 11, 0, tzinfo=UTC), tick=True):
        yield


@pytest.fixture(scope="session")
def found_components() -> Any:
    """Streamlit's search through every installed package, which each AppTest would do anew for longer
    than a screen takes.
    """
    manager = BidiComponentManager()
    manager.discover_and_register_components(start_file_watching=False)
    return manager


@pytest.fixture
def open_screen(today: None, configure: Configure, found_components: Any) -> Open:
    """Opens a screen by its script with what stands in the address, on the sample unless configured otherwise."""

    def open_screen(script: str, **address: str) -> AppTest:
        at = AppTest.from_file(DASHBOARD, default_timeout=60)
        at._bidi_component_manager = found_components
        at.switch_page(script)
        for name, value in address.items():
            at.query_params[name] = value
        at.run()
        assert not at.exception, at.exception
        return at

    return open_screen


class _Seen(AppTest):
    """What several tests look at: whoever goes on with a screen opens one of his own."""

    def _run(self, *_: Any, **__: Any) -> AppTest:
        raise AssertionError("A screen that is shared is only looked at; take open_screen to go on with it.")


@pytest.fixture(scope="session")
def already_opened() -> dict[tuple[str, ...], AppTest]:
    return {}


@pytest.fixture
def seen(open_screen: Open, already_opened: dict[tuple[str, ...], AppTest]) -> Open:
    """As open_screen, on the sample alone; a screen and address that a test before has seen is not run again."""

    def seen(script: str, **address: str) -> AppTest:
        key = (script, *(f"{name}={value}" for name, value in sorted(address.items())))
        if key not in already_opened:
            already_opened[key] = open_screen(script, **address)
            already_opened[key].__class__ = _Seen
        return already_opened[key]

    return seen


@pytest.fixture
def in_csv(open_screen: Open, configure: Configure, tmp_path: Path) -> Put:
    def put(tables: Tables) -> Open:
        configure(f"[connections.csv]\nfolder = '{write_csv(tables, tmp_path / 'tabeller')}'\n")
        return open_screen

    return put
