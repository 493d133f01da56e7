"""Against a real server: the least rights are enough, nothing is written, all tables are of one moment."""

from typing import Any

import pytest
import sqlalchemy as sa

from core.contract.dataset import read_dataset
from core.pool.tables import Application, Invoice
from core.subjects import CONTRACT
from shell.sources.source import SourceError
from shell.sources.sql import read_sql
from tests.organisations.postgresql import PASSWORD, READER, TYPED, VIEWS, PostgreSQL, in_schema


def test_a_role_that_may_read_only_the_contracts_columns_is_enough(postgresql: PostgreSQL) -> None:
    engine = postgresql.engine(TYPED)
    with engine.connect() as connection, pytest.raises(sa.exc.ProgrammingError, match="permission denied"):
        connection.exec_driver_sql("SELECT kontaktperson FROM ansoegninger")
    assert len(read_dataset(CONTRACT, read_sql(engine).tables).of(Application)) == 12


def test_views_are_enough_where_the_tables_behind_them_are_closed(postgresql: PostgreSQL) -> None:
    engine = postgresql.engine(VIEWS)
    with engine.connect() as connection, pytest.raises(sa.exc.ProgrammingError, match="permission denied"):
        connection.exec_driver_sql(f"SELECT * FROM {TYPED}.ansoegninger")
    assert len(read_dataset(CONTRACT, read_sql(engine).tables).of(Application)) == 12


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO indstillinger VALUES ('Organisation', 'En anden')",
        "UPDATE puljer SET ramme = 0",
        "DELETE FROM fakturaer",
        "DROP TABLE fakturaer",
        "CREATE TABLE ny (id integer)",
    ],
)
def test_the_server_refuses_to_write_for_that_role(postgresql: PostgreSQL, statement: str) -> None:
    refused = pytest.raises(sa.exc.ProgrammingError, match=r"permission denied|must be owner")
    with postgresql.engine(TYPED).connect() as connection, refused:
        connection.exec_driver_sql(statement)


def test_even_the_owners_connection_reads_in_a_transaction_that_cannot_write(postgresql: PostgreSQL) -> None:
    engine = postgresql.engine(TYPED, as_owner=True)
    modes: list[tuple[str, str]] = []

    def note_mode(_connection: Any, cursor: Any, *_: Any) -> None:
        own = cursor.connection.cursor()
        own.execute("SELECT current_setting('transaction_read_only'), current_setting('transaction_isolation')")
        modes.append(own.fetchone())

    sa.event.listen(engine, "before_cursor_execute", note_mode)
    read_sql(engine)
    # The first statements are the driver's own, about the server's version and the like.
    of_tables = modes[-7:]
    assert of_tables == [("on", "repeatable read")] * 7


def test_what_is_written_while_the_tables_are_read_is_not_half_in(postgresql: PostgreSQL) -> None:
    """An invoice and its application come in together after the applications were read, before the invoices."""
    engine = postgresql.engine(TYPED)
    writer = postgresql.engine(TYPED, as_owner=True)
    written: list[bool] = []

    def write_in_between(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "FROM fakturaer" in statement and not written:
            written.append(True)
            with writer.begin() as connection:
                connection.exec_driver_sql(
                    "INSERT INTO ansoegninger (ansoegning, pulje, projekt, modtaget) "
                    "VALUES ('X1', 'N25', 'Imens', '2025-11-02')"
                )
                connection.exec_driver_sql(
                    "INSERT INTO fakturaer (faktura, ansoegning, beloeb, fakturadato) "
                    "VALUES ('X1', 'X1', 1, '2025-11-03')"
                )

    sa.event.listen(engine, "before_cursor_execute", write_in_between)
    try:
        during, after = read_dataset(CONTRACT, read_sql(engine).tables), read_dataset(CONTRACT, read_sql(engine).tables)
    finally:
        with writer.begin() as connection:
            connection.exec_driver_sql("DELETE FROM fakturaer WHERE faktura = 'X1'")
            connection.exec_driver_sql("DELETE FROM ansoegninger WHERE ansoegning = 'X1'")
    assert written
    assert (len(during.of(Application)), len(during.of(Invoice)), during.problems) == (12, 8, ())
    assert (len(after.of(Application)), len(after.of(Invoice)), after.problems) == (13, 9, ())


def test_a_wrong_password_is_told_without_the_password(postgresql: PostgreSQL) -> None:
    wrong = in_schema(postgresql.reader.set(password="forkert-kode"), TYPED)
    error = _error(sa.create_engine(wrong))
    assert "password authentication failed" in str(error.__cause__)
    assert error.what == "Databasen svarer ikke, som den skal."
    assert "adgangskode" in error.do
    assert "forkert-kode" not in f"{error} {error.what} {error.do}"


def test_a_server_that_is_down_is_told_in_danish() -> None:
    error = _error(sa.create_engine(f"postgresql://{READER}:{PASSWORD}@127.0.0.1:1/data"))
    assert error.what == "Databasen svarer ikke, som den skal."
    assert error.do.startswith("Se efter, om databasen kører")
    assert PASSWORD not in f"{error} {error.what} {error.do}"


def test_a_table_that_may_not_be_read_is_told_and_not_taken_for_empty(postgresql: PostgreSQL) -> None:
    with postgresql.engine(TYPED, as_owner=True).begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA lukket")
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA lukket TO {READER}")
        connection.exec_driver_sql("CREATE TABLE lukket.puljer (pulje text, navn text)")
    error = _error(postgresql.engine("lukket"))
    assert error.what == "Databasen svarer ikke, som den skal."


def test_a_schema_without_tables_is_no_fault_of_the_source(postgresql: PostgreSQL) -> None:
    with postgresql.engine(TYPED, as_owner=True).begin() as connection:
        connection.exec_driver_sql("CREATE SCHEMA tomt")
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA tomt TO {READER}")
    dataset = read_dataset(CONTRACT, read_sql(postgresql.engine("tomt")).tables)
    assert [count.found for count in dataset.counts] == [False] * len(CONTRACT.tables)


def _error(engine: sa.Engine) -> SourceError:
    with pytest.raises(SourceError) as caught:
        read_sql(engine)
    return caught.value
