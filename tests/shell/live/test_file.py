"""Whoever is told »saved« is in the file that is read after a restart, or is told that it was not saved."""

import os
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa

from shell.live.seminar import Change, places
from shell.live.store import Store
from shell.machine.obstacle import Obstacle
from tests.shell.live.test_store import LATER, NOW, PLAYGROUNDS, SAVED, marked, opened

TICK = Change(*PLAYGROUNDS, done=True)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "live.sqlite"


@pytest.fixture
def url(file: Path) -> sa.URL:
    file.parent.mkdir()
    return sa.URL.create("sqlite", database=str(file))


@pytest.fixture
def store(url: sa.URL) -> Store:
    return Store(url)


def delete(file: Path) -> None:
    for one in file.parent.iterdir():
        one.unlink()


def move(file: Path) -> None:
    file.rename(file.with_name("flyttet"))


def move_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("flyttet"))


def replace_by_a_folder(file: Path) -> None:
    delete(file)
    file.mkdir()


@pytest.mark.parametrize("lose", [delete, move, move_folder, replace_by_a_folder])
def test_a_file_that_is_gone_is_told_and_nothing_is_said_to_be_saved(
    store: Store, file: Path, lose: Callable[[Path], None]
) -> None:
    seminar = opened(store)
    key = seminar.tables[0].key
    assert store.write(key, [TICK], NOW) == SAVED
    lose(file)
    for use in (
        lambda: store.write(key, [TICK], NOW),
        lambda: store.table(key),
        lambda: store.marks(seminar.id),
        lambda: store.close_seminar(seminar.id, NOW),
        store.seminars,
    ):
        with pytest.raises((Obstacle, sa.exc.SQLAlchemyError)):
            use()
    assert not file.is_file()


def test_what_is_wrong_and_what_to_do_is_said_in_danish(store: Store, file: Path) -> None:
    file.unlink()
    with pytest.raises(Obstacle) as told:
        store.seminars()
    assert f"»{file.name}«" in told.value.what
    assert str(file.parent) not in told.value.what
    assert "er flyttet eller slettet" in told.value.what
    assert "Læg filen tilbage" in told.value.do


def test_a_file_that_is_put_back_goes_on_as_it_was(store: Store, file: Path) -> None:
    seminar = opened(store)
    key = seminar.tables[0].key
    move(file)
    with pytest.raises(Obstacle):
        store.write(key, [TICK], NOW)
    file.with_name("flyttet").rename(file)
    assert store.write(key, [TICK], LATER) == SAVED
    assert marked(store, seminar) == [("Bord 1", "Legepladser", True, False, "")]


def test_after_a_restart_a_file_that_was_deleted_begins_anew(store: Store, url: sa.URL, file: Path) -> None:
    opened(store)
    delete(file)
    after = Store(url)
    assert after.seminars() == ()
    assert store.seminars() == ()
    opened(store)
    assert len(after.seminars()) == 1


def test_what_is_saved_after_another_file_has_come_in_its_place_is_in_that_file(
    store: Store, url: sa.URL, file: Path, tmp_path: Path
) -> None:
    """A copy is put back while the server runs."""
    seminar = opened(store)
    key = seminar.tables[0].key
    copy = tmp_path / "kopi"
    copy.write_bytes(file.read_bytes())
    store.write(key, [Change(*PLAYGROUNDS, note="efter kopien")], NOW)
    copy.rename(file)
    assert store.marks(seminar.id) == ()
    assert store.write(key, [TICK], LATER) == SAVED
    assert marked(Store(url), seminar) == [("Bord 1", "Legepladser", True, False, "")]


def test_an_empty_file_in_its_place_gets_its_tables(store: Store, file: Path, tmp_path: Path) -> None:
    opened(store)
    empty = tmp_path / "tom"
    empty.touch()
    empty.rename(file)
    assert store.seminars() == ()
    assert opened(store) == store.seminars()[0]


def test_a_file_that_is_no_database_in_its_place_is_not_written_to(store: Store, file: Path, tmp_path: Path) -> None:
    key = opened(store).tables[0].key
    other = tmp_path / "andet"
    other.write_bytes(b"Referat af bestyrelsesseminaret\n" * 1000)
    other.rename(file)
    with pytest.raises(sa.exc.DatabaseError):
        store.write(key, [TICK], NOW)
    assert file.read_bytes() == b"Referat af bestyrelsesseminaret\n" * 1000


def test_a_file_that_goes_while_it_is_written_to_is_told(
    store: Store, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The transaction ends well, in a file that nobody will find."""
    key = opened(store).tables[0].key

    def between(connection: sa.Connection) -> None:
        file.unlink()

    sa.event.listen(sa.Engine, "commit", between)
    try:
        with pytest.raises(Obstacle, match="er flyttet eller slettet"):
            store.write(key, [TICK], NOW)
    finally:
        sa.event.remove(sa.Engine, "commit", between)


def test_a_full_disk_is_told_and_what_was_there_stays(store: Store, url: sa.URL, file: Path) -> None:
    seminar = opened(store)
    key = seminar.tables[0].key
    store.write(key, [TICK], NOW)
    notes = [Change(theme, item, note="n" * 1000) for theme, item in places(seminar.sheet)[:18]]
    pages = sqlite3.connect(file).execute("PRAGMA page_count").fetchone()[0]

    def little_room(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    sa.event.listen(sa.Engine, "connect", little_room)
    try:
        with pytest.raises(sa.exc.OperationalError, match="full"):
            store.write(key, notes, NOW)
    finally:
        sa.event.remove(sa.Engine, "connect", little_room)
    assert marked(Store(url), seminar) == [("Bord 1", "Legepladser", True, False, "")]
    assert store.write(key, [Change(*PLAYGROUNDS, note="Der er plads igen")], LATER) == SAVED


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may write everywhere")
def test_a_file_that_may_only_be_read_is_told(store: Store, file: Path) -> None:
    key = opened(store).tables[0].key
    file.chmod(0o400)
    with pytest.raises(sa.exc.OperationalError):
        store.write(key, [TICK], NOW)


def test_many_who_find_another_file_at_once_all_use_it(store: Store, file: Path, tmp_path: Path) -> None:
    opened(store)
    empty = tmp_path / "tom"
    empty.touch()
    together = threading.Barrier(8)
    empty.rename(file)
    faults: list[Exception] = []

    def look() -> None:
        together.wait()
        try:
            assert store.seminars() == ()
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=look) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert faults == []


def test_a_server_that_starts_while_another_program_writes_can_read(store: Store, url: sa.URL, file: Path) -> None:
    seminar = opened(store)
    lock = sqlite3.connect(file, isolation_level=None)
    lock.execute("BEGIN IMMEDIATE")
    assert Store(url).seminars() == (seminar,)
    lock.close()
