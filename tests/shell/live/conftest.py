"""The live sheet's store on each kind of database it is made for."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from shell.live.store import Store
from tests.eventually import MOST_SECONDS
from tests.organisations.postgresql import in_schema


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no database that others keep for themselves."""
    monkeypatch.setattr("shell.live.database.SECONDS_TO_READ", MOST_SECONDS)
    monkeypatch.setattr("shell.live.database.SECONDS_TO_WRITE", MOST_SECONDS)
    monkeypatch.setattr("shell.live.store.SECONDS_TO_WRITE", MOST_SECONDS)
    monkeypatch.setattr("shell.live.store._SECONDS_THE_CHAIR_WAITS", MOST_SECONDS)


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> sa.URL:
    """Of an empty database. Several stores of it stand for several processes."""
    if request.param == "sqlite":
        return sa.make_url(f"sqlite:///{(tmp_path / 'live.sqlite').as_posix()}")
    owner: sa.URL = request.getfixturevalue("postgresql").owner
    with sa.create_engine(owner, poolclass=sa.NullPool).begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA IF EXISTS live CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA live")
    return in_schema(owner, "live")


@pytest.fixture
def store(address: sa.URL) -> Store:
    return Store(address)
