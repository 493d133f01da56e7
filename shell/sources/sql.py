"""Any database that SQLAlchemy speaks to. Only columns of the contract are asked for; nothing is written."""

from typing import Any

import sqlalchemy as sa

from core.contract.cells.cell import slug
from core.contract.raw import RawRow, RawTable
from core.contract.renamed import other
from core.contract.table import Table, heading_slug
from core.subjects import CONTRACT
from shell.sources.source import Reading, SourceError


def read_sql(engine: sa.Engine) -> Reading:
    """Tables and views whose names are titles of the contract, in any spelling that slugs alike.

    All are read in one transaction, so that they belong together. Rows are numbered in the order
    of the table's key.
    """
    try:
        with engine.connect() as connection:
            if engine.dialect.name == "postgresql":
                connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            with connection.begin():
                if engine.dialect.name == "sqlite":
                    connection.exec_driver_sql("BEGIN")  # the driver begins by itself only before it writes
                inspector = sa.inspect(connection)
                names = {slug(name): name for name in _names(inspector, engine.dialect.name)}
                return Reading(
                    tuple(
                        _read_table(connection, inspector, names[table.slug], table)
                        for table in CONTRACT
                        if table.slug in names
                    ),
                    others=tuple(
                        other(CONTRACT, name, () if names.keys() >= CONTRACT.by_slug.keys() else _top(inspector, name))
                        for name in names.values()
                        if CONTRACT.titled(name) is None
                    ),
                )
    except sa.exc.SQLAlchemyError as error:
        raise SourceError(
            "Databasen svarer ikke, som den skal.",
            "Se efter, om databasen kører, og om adresse og adgangskode i secrets.toml passer.",
        ) from error


def _names(inspector: sa.Inspector, dialect: str) -> list[str]:
    """Of two with one name a table goes before a view."""
    stored = inspector.get_materialized_view_names() if dialect == "postgresql" else []
    return [*stored, *inspector.get_view_names(), *inspector.get_table_names()]


def _top(inspector: sa.Inspector, name: str) -> list[list[str]]:
    """The headings of a table that is none of ours; nothing where it cannot be looked at."""
    try:
        return [[column["name"] for column in inspector.get_columns(name)]]
    except sa.exc.SQLAlchemyError:
        return []


def _read_table(connection: sa.Connection, inspector: Any, name: str, table: Table) -> RawTable:
    columns = [column["name"] for column in inspector.get_columns(name) if table.knows(column["name"])]
    if not columns:
        return RawTable(table.title, (), ())
    asked: sa.Select[*tuple[Any, ...]] = sa.select(*(sa.column(column) for column in columns)).select_from(
        sa.table(name)
    )
    key = [column for column in columns if heading_slug(column) in table.column(table.key[0]).slugs]
    # One row too many tells that there are.
    found = connection.execute(asked.order_by(*(sa.column(column) for column in key)).limit(table.most_rows + 1))
    rows = tuple(RawRow(number, tuple(row)) for number, row in enumerate(found, start=1))
    return RawTable(table.title, tuple(columns), rows)
