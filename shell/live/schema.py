"""What the live sheet keeps, as tables of a database. Moments are text with their offset from UTC."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.schema import CreateColumn

METADATA = sa.MetaData()
SEMINARS = sa.Table(
    "live_seminars",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("opened_at", sa.Text, nullable=False),
    sa.Column("closed_at", sa.Text),
    sa.Column("sheet", sa.Text, nullable=False),
    sa.Column("deleted_at", sa.Text),
    sqlite_autoincrement=True,
)
TABLES = sa.Table(
    "live_tables",
    METADATA,
    sa.Column("key", sa.String(64), primary_key=True),
    sa.Column("seminar_id", sa.ForeignKey(SEMINARS.c.id), nullable=False, index=True),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("heard_at", sa.Text),
    sa.Column("revision", sa.Integer, nullable=False, server_default="0"),
)
MARKS = sa.Table(
    "live_marks",
    METADATA,
    sa.Column("key", sa.ForeignKey(TABLES.c.key), primary_key=True),
    sa.Column("theme", sa.Text, primary_key=True),
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("done", sa.Boolean, nullable=False),
    sa.Column("wished", sa.Boolean, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("changed_at", sa.Text, nullable=False),
)
# The number of the newest change that each phone has sent of each field.
ORDERS = sa.Table(
    "live_orders",
    METADATA,
    sa.Column("key", sa.ForeignKey(TABLES.c.key), primary_key=True),
    sa.Column("phone", sa.String(64), primary_key=True),
    sa.Column("theme", sa.Text, primary_key=True),
    sa.Column("item", sa.Text, primary_key=True),
    sa.Column("field", sa.String(8), primary_key=True),
    sa.Column("number", sa.BigInteger, nullable=False),
)

# What was done to a seminar or a held table. It names nobody.
ACTS = sa.Table(
    "live_acts",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("did", sa.String(16), nullable=False),
    sa.Column("about", sa.Text, nullable=False),
    sa.Column("tables", sa.Integer, nullable=False),
    sa.Column("marks", sa.Integer, nullable=False),
    sa.Column("notes", sa.Integer, nullable=False),
    sqlite_autoincrement=True,
)


def is_made(connection: sa.Connection) -> bool:
    """Whether nothing is missing, which is told without writing."""
    there = sa.inspect(connection)
    return all(map(there.has_table, METADATA.tables)) and not _missing(connection)


def make(connection: sa.Connection) -> None:
    """Makes what is missing, also in a database of a former version. What a version adds is a table, or a column that
    may be empty or has a default: so nothing that stands there is touched, and the former version can still use it.
    """
    METADATA.create_all(connection)
    for column in _missing(connection):
        added = CreateColumn(column).compile(dialect=connection.dialect)
        connection.exec_driver_sql(f"ALTER TABLE {column.table.name} ADD COLUMN {added}")


def _missing(connection: sa.Connection) -> list[sa.Column[Any]]:
    """Columns of tables that are there."""
    there = sa.inspect(connection)
    return [
        column
        for table in METADATA.sorted_tables
        for names in [{found["name"] for found in there.get_columns(table.name)}]
        for column in table.columns
        if column.name not in names
    ]
