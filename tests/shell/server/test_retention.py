"""What was deleted is gone when its time has passed, without anybody doing anything."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine

from shell.live.configured import FILE, live_store
from shell.live.seminar import Change
from shell.live.store import Store
from shell.machine.settings import read_settings
from shell.server import retention
from tests.conftest import Configure
from tests.eventually import MOST_SECONDS
from tests.shell.live.test_store import NOW, PLAYGROUNDS, opened
from tests.shell.server.test_danish_page import run

SECRET = "Fru Hansens hemmelige ønske"


@pytest.fixture
def store(configure: Configure) -> Store:
    """With one seminar that was deleted."""
    configure("")
    store = live_store(read_settings())
    assert store
    seminar = opened(store)
    store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, note=SECRET)], NOW)
    store.delete_seminar(seminar.id, NOW)
    return store


def test_the_server_forgets_at_its_start_and_again_while_it_runs(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "_SECONDS_BETWEEN_LOOKS", 0.01)

    def on_disk() -> bool:
        return any(SECRET.encode() in file.read_bytes() for file in (tmp_path / "state").glob(f"{FILE}*"))

    async def until_it_is_gone() -> None:
        with time_machine.travel(NOW + timedelta(days=29), tick=False) as today:
            retention.forget_what_is_due()
            assert on_disk()
            async with retention.forgetting(), asyncio.timeout(MOST_SECONDS):
                today.shift(timedelta(days=1))
                while store.deleted_seminars() or on_disk():
                    await asyncio.sleep(0.02)

    run(until_it_is_gone())


def test_where_nothing_was_ever_kept_nothing_is_made(configure: Configure, tmp_path: Path) -> None:
    configure("")
    retention.forget_what_is_due()
    assert not (tmp_path / "state" / FILE).exists()


@pytest.mark.parametrize("settings", ["[live]\nurl = 'nosuch://host/db'\n", "[live]\nurl = 5\nhosts = 7\n"])
def test_a_database_that_cannot_be_used_is_told_and_stops_nothing(
    configure: Configure, settings: str, caplog: pytest.LogCaptureFixture
) -> None:
    configure(settings)
    retention.forget_what_is_due()
    assert "could not be looked for" in caplog.text
