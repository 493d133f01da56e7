"""The start before the first visitor, whatever is wrong, and what a fault in the program looks like."""

import gc

import pytest
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

from shell.server.pages_folder import leave_pages_to_the_menu
from shell.server.server import lifespan
from tests.conftest import Configure
from tests.shell.server.test_danish_page import run


def test_the_server_starts_though_the_source_does_not_answer_and_its_log_has_no_password(
    configure: Configure, caplog: pytest.LogCaptureFixture
) -> None:
    configure("[connections.sql]\nurl = 'postgresql://bruger:hemmelig-kode@127.0.0.1:1/data'\n")
    started: list[bool] = []

    async def start() -> None:
        async with lifespan(None):
            started.append(True)

    try:
        run(start())
    finally:
        gc.unfreeze()
    assert started
    assert "could not be warmed up" not in caplog.text
    assert "Databasen svarer ikke, som den skal" in caplog.text
    assert "hemmelig-kode" not in caplog.text


def test_the_server_starts_though_it_cannot_be_warmed_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("shell.server.server._warm_up", broken)
    started: list[bool] = []

    async def start() -> None:
        async with lifespan(None):
            started.append(True)

    run(start())
    assert started
    assert "could not be warmed up" in caplog.text


def test_a_fault_in_the_program_is_told_in_danish_without_its_inner_parts(caplog: pytest.LogCaptureFixture) -> None:
    script = "from shell.server import server\nassert server.on_script_error(ValueError('noget indre'))"
    (error,) = AppTest.from_string(script, default_timeout=60).run().error
    assert error.value.startswith("Der er sket en fejl i programmet")
    assert "noget indre" not in error.value
    assert "noget indre" in caplog.text


def test_a_newer_streamlit_still_has_the_switch_for_its_older_kind_of_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PagesManager, "uses_pages_directory", True, raising=True)
    leave_pages_to_the_menu()
    assert PagesManager.uses_pages_directory is False
