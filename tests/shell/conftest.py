"""One PostgreSQL server for all tests of a process."""

from collections.abc import Iterator

import pytest

from tests.organisations.postgresql import PostgreSQL, running_server


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    with running_server() as server:
        yield server
