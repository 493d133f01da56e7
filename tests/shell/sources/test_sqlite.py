"""A SQLite file: what somebody else's table may look like, and what happens when it cannot be read."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from core.contract.dataset import read_dataset
from core.contract.problem import Effect, Problem
from core.organisation.tables import BoardMeeting, Department
from core.pool.tables import Application, Invoice
from core.subjects import CONTRACT
from shell.sources.source import SourceError
from shell.sources.sql import read_sql
from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.stores import write_sqlite


def test_tables_and_columns_may_be_spelled_with_danish_letters_spaces_and_units(tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'data.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql('CREATE TABLE "Bestyrelsesmøder" ("DATO" text, "Møde" text, "100 % noter" text)')
        connection.exec_driver_sql("INSERT INTO \"Bestyrelsesmøder\" VALUES ('12-03-2025', 'Møde', 'x')")
        connection.exec_driver_sql('CREATE TABLE "afdelinger" ("Afdeling" text, "Navn" text, "Boliger (antal)" int)')
        connection.exec_driver_sql("INSERT INTO afdelinger VALUES ('07', 'Åløkken', 30)")
    dataset = read_dataset(CONTRACT, read_sql(engine).tables)
    assert [meeting.title for meeting in dataset.of(BoardMeeting)] == ["Møde"]
    assert [(one.number, one.name, one.homes) for one in dataset.of(Department)] == [("07", "Åløkken", 30)]


def test_tables_that_the_contract_does_not_know_are_left_alone(tmp_path: Path) -> None:
    engine = write_sqlite(lyngklokken(), tmp_path / "data.db", typed=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE lejere (navn text, telefon text)")
    seen: list[str] = []
    sa.event.listen(engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    read_sql(engine)
    assert not [statement for statement in seen if "lejere" in statement]


def test_where_a_table_is_missing_the_columns_of_others_tell_which_may_be_it(tmp_path: Path) -> None:
    engine = write_sqlite(lyngklokken(), tmp_path / "data.db", typed=True)
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE fakturaer RENAME TO regninger")
        connection.exec_driver_sql("CREATE TABLE lejere (navn text, telefon text)")
        connection.exec_driver_sql("CREATE VIEW brudt AS SELECT * FROM findes_ikke")
    seen: list[str] = []
    sa.event.listen(engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    others = {one.title: one.headed_as for one in read_sql(engine).others}
    assert others == {"regninger": ("invoices",), "lejere": (), "brudt": ()}
    assert not [statement for statement in seen if "lejere" in statement and "SELECT" in statement]


def test_a_cell_that_cannot_be_read_is_named_by_row_column_and_value(tmp_path: Path) -> None:
    tables = lyngklokken()
    next(row for row in tables["Fakturaer"] if row["Faktura"] == "F3")["Beløb"] = "10,000.00"
    dataset = read_dataset(CONTRACT, read_sql(write_sqlite(tables, tmp_path / "data.db", typed=False)).tables)
    # In the order of the table's key F1, F2, F3 it is the third row.
    assert dataset.problems == (
        Problem(
            "Fakturaer",
            3,
            "Beløb",
            "10,000.00",
            "Et punktum står ved tusinder på dansk, så tallet er tvetydigt. Det ville blive læst som 10.000,00.",
            "Skriv beløbet med punktum ved tusinder og komma før ører, fx 1.234,50.",
            Effect.ROW_ASIDE,
        ),
    )
    assert len(dataset.of(Invoice)) == 7


def test_rows_are_numbered_by_the_tables_key_whatever_order_they_were_put_in(tmp_path: Path) -> None:
    tables = lyngklokken()
    tables["Fakturaer"].reverse()
    raw = next(
        table
        for table in read_sql(write_sqlite(tables, tmp_path / "data.db", typed=True)).tables
        if table.name == "Fakturaer"
    )
    assert [(row.number, row.cells[0]) for row in raw.rows] == [(n, f"F{n}") for n in range(1, 9)]


def test_a_table_without_one_known_column_is_said_to_have_none(tmp_path: Path) -> None:
    engine = sa.create_engine(f"sqlite:///{tmp_path / 'data.db'}")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE puljer (a text, b text)")
        connection.exec_driver_sql("INSERT INTO puljer VALUES ('1', '2')")
    dataset = read_dataset(CONTRACT, read_sql(engine).tables)
    of_pools = [problem for problem in dataset.problems if problem.table == "Puljer"]
    assert [(problem.column, problem.effect) for problem in of_pools] == [(None, Effect.TABLE_ASIDE)]


@pytest.mark.parametrize(
    "content", [b"this is no database, but a text of some length" * 40, b"SQLite format 3\0" + b"\0" * 90]
)
def test_a_file_that_is_no_database_is_told_in_danish(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "data.db"
    file.write_bytes(content)
    with pytest.raises(SourceError) as caught:
        read_sql(sa.create_engine(f"sqlite:///{file}"))
    assert caught.value.what == "Databasen svarer ikke, som den skal."


def test_a_file_in_a_folder_that_does_not_exist_is_told_in_danish(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Databasen svarer ikke, som den skal"):
        read_sql(sa.create_engine(f"sqlite:///{tmp_path / 'ingen' / 'data.db'}"))


def test_what_is_written_while_the_tables_are_read_is_not_half_in(tmp_path: Path) -> None:
    """An invoice and its application come in together after the applications were read, before the invoices."""
    engine = write_sqlite(lyngklokken(), tmp_path / "data.db", typed=True)
    writer = sa.create_engine(engine.url)
    with writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
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
    during, after = read_dataset(CONTRACT, read_sql(engine).tables), read_dataset(CONTRACT, read_sql(engine).tables)
    assert written
    assert (len(during.of(Application)), len(during.of(Invoice)), during.problems) == (12, 8, ())
    assert (len(after.of(Application)), len(after.of(Invoice)), after.problems) == (13, 9, ())
