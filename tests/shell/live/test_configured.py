"""Where the live sheet is kept: never in the source, and nowhere that it would be lost."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.planche.standard import STANDARD
from shell.live.configured import FILE, live_store
from shell.machine.obstacle import Obstacle
from shell.machine.settings import checked
from tests.organisations.postgresql import PostgreSQL, in_schema
from tests.shell.live.test_store import NOW


def state(folder: Path) -> dict[str, dict[str, str]]:
    return {"dashboard": {"state_folder": str(folder / "state")}}


@pytest.mark.parametrize(
    "connections", [{}, {"sql": {"url": "postgresql://reader@host/db"}}], ids=["sample data", "a database"]
)
def test_a_file_of_its_own_beside_the_last_good_state(connections: dict[str, object], tmp_path: Path) -> None:
    store = live_store(checked({**state(tmp_path), "connections": connections}))
    assert store is not None
    store.open_seminar(STANDARD, ["Bord 1"], "Lyngklokken", NOW)
    folder = tmp_path / "state"
    assert {file.name for file in folder.iterdir()} >= {FILE}
    if os.name != "nt":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


@pytest.mark.parametrize("name", ["gsheets", "excel", "csv"])
def test_a_source_in_a_workbook_keeps_to_paper(name: str, tmp_path: Path) -> None:
    assert live_store(checked({**state(tmp_path), "connections": {name: {"file": "x", "folder": "x"}}})) is None
    assert not (tmp_path / "state").exists()


@pytest.mark.parametrize("name", ["gsheets", "sql"])
def test_the_database_under_live_goes_before(name: str, tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'own.sqlite').as_posix()}"
    assert live_store(checked({**state(tmp_path), "connections": {name: {}}, "live": {"url": url}})) is not None
    assert (tmp_path / "own.sqlite").exists()
    assert not (tmp_path / "state").exists()


def test_a_database_may_be_postgresql_by_its_old_name(postgresql: PostgreSQL) -> None:
    owner = in_schema(postgresql.owner, "public").render_as_string(hide_password=False)
    store = live_store(checked({"live": {"url": owner.replace("postgresql", "postgres", 1)}}))
    assert store is not None
    seminar = store.open_seminar(STANDARD, ["Bord 1"], "Lyngklokken", NOW)
    assert store.seminars()[0] == seminar


def test_one_store_for_the_whole_process(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        stores = list(pool.map(live_store, [checked(state(tmp_path))] * 16))
    assert len(set(map(id, stores))) == 1


@pytest.mark.parametrize(
    "url", ["", "nonsense", "sqlite://", "sqlite:///:memory:", "nosuch://host/db", "postgresql://u:hemmelig@h:x/db"]
)
def test_an_address_that_cannot_be_used_is_told_in_danish_without_its_password(url: str) -> None:
    with pytest.raises(Obstacle) as told:
        live_store(checked({"live": {"url": url}}))
    assert "[live]" in told.value.do
    assert "hemmelig" not in told.value.what + told.value.do


def test_a_database_that_is_not_there_is_asked_again(tmp_path: Path) -> None:
    settings = {"live": {"url": f"sqlite:///{(tmp_path / 'later' / 'own.sqlite').as_posix()}"}}
    with pytest.raises(Obstacle, match="kan ikke bruges"):
        live_store(checked(settings))
    (tmp_path / "later").mkdir()
    assert live_store(checked(settings)) is not None


def test_a_reader_who_may_not_write_is_told(postgresql: PostgreSQL) -> None:
    reader = in_schema(postgresql.reader, "typet").render_as_string(hide_password=False)
    with pytest.raises(Obstacle) as told:
        live_store(checked({"live": {"url": reader}}))
    assert "oprette tabeller" in told.value.do


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file")
    with pytest.raises(Obstacle) as told:
        live_store(checked(state(tmp_path)))
    assert "state_folder" in told.value.do


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / FILE).write_bytes(b"no database" * 1000)
    with pytest.raises(Obstacle) as told:
        live_store(checked(state(tmp_path)))
    assert FILE in told.value.do


def test_live_that_is_no_section_is_told() -> None:
    with pytest.raises(Obstacle):
        live_store(checked({"live": "sqlite:///x"}))
