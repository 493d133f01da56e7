"""The live sheet's store on each kind of database it is made for."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from shell.live.store import Store
from tests.organisations.postgresql import PostgreSQL, in_schema, running_server

Connect = Callable[[], sa.Engine]


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    with running_server() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def connect(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Connect]:
    """Another engine for the same empty database, as another process would have it."""
    if request.param == "sqlite":
        url: str | sa.URL = f"sqlite:///{(tmp_path / 'live.sqlite').as_posix()}"
    else:
        owner = request.getfixturevalue("postgresql").owner
        with sa.create_engine(owner, poolclass=sa.NullPool).begin() as connection:
            connection.exec_driver_sql("DROP SCHEMA IF EXISTS live CASCADE")
            connection.exec_driver_sql("CREATE SCHEMA live")
        url = in_schema(owner, "live")
    engines: list[sa.Engine] = []

    def engine() -> sa.Engine:
        engines.append(sa.create_engine(url))
        return engines[-1]

    yield engine
    for one in engines:
        one.dispose()


@pytest.fixture
def store(connect: Connect) -> Store:
    return Store(connect())
