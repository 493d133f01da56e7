"""The database of the live sheet: short transactions that are given up in time, in a file that a restart will find."""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

from shell.live.schema import METADATA, is_made, make
from shell.machine.obstacle import Obstacle

SECONDS_TO_READ = 2.0
SECONDS_TO_WRITE = 5.0
"""So long a transaction waits for others before it is given up."""
_SECONDS_TO_CONNECT = 5
_MOST_CONNECTIONS = 20

_Identity = tuple[int, int]


class Database:
    """Has its tables, also where another file has come in the file's place.
    Raises sa.exc.SQLAlchemyError where the database does not answer in time, Obstacle where its file is gone.
    """

    def __init__(self, url: sa.URL) -> None:
        self._one_writer = threading.Lock()
        self._prepared: _Identity | None = None
        self._file = _sqlite_file(url)
        if self._file:
            os.close(os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600))
            # Each transaction opens the file by its name: a connection that is kept would go on writing in a file
            # that has been deleted.
            self.engine = sa.create_engine(
                "sqlite://", creator=partial(_open, self._file), poolclass=sa.NullPool, hide_parameters=True
            )
            self._same_file()
        else:
            self.engine = _server_engine(url)
            self._make()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """One moment of the database, in SQLite without waiting for who writes."""
        self._same_file()
        with self.engine.connect() as connection:
            if self._file:
                _patient(connection, SECONDS_TO_READ)
                connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def writing(self, seconds: float) -> Iterator[sa.Connection]:
        """Written whole when this ends without an error, or not at all. seconds: to wait for other writers."""
        if not self._file:
            with self.engine.begin() as connection:
                yield connection
            return
        until = time.monotonic() + seconds
        if not self._one_writer.acquire(timeout=seconds):
            raise sa.exc.TimeoutError("Other writers took too long.")
        try:
            before = self._same_file()
            with self.engine.begin() as connection:
                _patient(connection, max(until - time.monotonic(), 0))
                connection.exec_driver_sql("BEGIN IMMEDIATE")  # the driver's own would let two read and then write
                yield connection
            if self._identity() != before:
                raise self._gone()
        finally:
            self._one_writer.release()

    def compact(self) -> None:
        """Nothing is left in the files of what was deleted; others who read or write are waited for. Raises
        sa.exc.TimeoutError where they do not come to an end: then the bytes may still be there.
        """
        self._same_file()
        with self._one_writer, self.engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT")
            if self._file:
                _patient(connection, SECONDS_TO_WRITE)
                connection.exec_driver_sql("PRAGMA temp_store = MEMORY")
                connection.exec_driver_sql("VACUUM")
                busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar_one()
                if busy:
                    raise sa.exc.TimeoutError("Other readers took too long.")
            elif connection.dialect.name == "postgresql":
                for table in METADATA.tables:
                    connection.exec_driver_sql(f"VACUUM FULL {table}")

    def _same_file(self) -> _Identity | None:
        """The file that stands there now, with its tables; None for a server."""
        if self._file is None:
            return None
        found = self._identity()
        if found is None:
            raise self._gone()
        if found != self._prepared:
            self._make()
            self._prepared = found
        return found

    def _identity(self) -> _Identity | None:
        assert self._file
        try:
            found = os.stat(self._file)
        except OSError:
            return None
        return found.st_dev, found.st_ino

    def _gone(self) -> Obstacle:
        return Obstacle(
            f"Filen med bordenes ark, »{self._file}«, er flyttet eller slettet, så intet kan gemmes.",
            "Læg filen tilbage. Findes den ikke mere, så start programmet igen: så begynder en ny fil uden det, "
            "bordene har sendt.",
        )

    def _make(self) -> None:
        try:
            self._made()
        except sa.exc.DBAPIError:
            self._made()  # another process did it in the meantime

    def _made(self) -> None:
        with self.engine.connect() as connection:
            if self._file:
                _patient(connection, SECONDS_TO_READ)
                connection.exec_driver_sql("PRAGMA journal_mode = WAL")  # who reads does not wait for who writes
            if is_made(connection):
                return
            if self._file:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            make(connection)
            connection.commit()


def _sqlite_file(url: sa.URL) -> Path | None:
    """None for a database on a server. Raises ValueError for one that would end with the process."""
    if url.get_backend_name() != "sqlite":
        return None
    if not url.database or url.database.startswith((":memory:", "file:")):
        raise ValueError("a seminar must be kept in a file")
    return Path(url.database).absolute()


def _open(file: Path) -> sqlite3.Connection:
    """Without making the file: it must be the one that was there."""
    connection = sqlite3.connect(f"file:{quote(file.as_posix())}?mode=rw", uri=True)
    connection.execute("PRAGMA secure_delete = ON")  # what is deleted or written over is no longer in the file
    return connection


def _patient(connection: sa.Connection, seconds: float) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(seconds * 1000)}")


def _server_engine(url: sa.URL) -> sa.Engine:
    postgresql = url.get_backend_name() == "postgresql"
    engine = sa.create_engine(
        url,
        hide_parameters=True,
        pool_pre_ping=True,
        pool_size=_MOST_CONNECTIONS,
        max_overflow=0,
        pool_timeout=SECONDS_TO_WRITE,
        connect_args={"connect_timeout": _SECONDS_TO_CONNECT} if postgresql else {},
    )
    if postgresql:
        sa.event.listen(engine, "begin", _give_up_in_time)
    return engine


def _give_up_in_time(connection: sa.Connection) -> None:
    until = f"'{int(SECONDS_TO_WRITE * 1000)}', true"
    connection.exec_driver_sql(f"SELECT set_config('lock_timeout', {until}), set_config('statement_timeout', {until})")
