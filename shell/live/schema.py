"""What the live sheet keeps, as tables of a database. Moments are text with their offset from UTC."""

import sqlalchemy as sa

METADATA = sa.MetaData()
SEMINARS = sa.Table(
    "live_seminars",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("organisation", sa.Text, nullable=False),
    sa.Column("opened_at", sa.Text, nullable=False),
    sa.Column("closed_at", sa.Text),
    sa.Column("sheet", sa.Text, nullable=False),
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


def is_made(connection: sa.Connection) -> bool:
    """Whether nothing is missing, which is told without writing."""
    there = sa.inspect(connection)
    return all(map(there.has_table, METADATA.tables)) and _has_revision(connection)


def make(connection: sa.Connection) -> None:
    """Makes what is missing, also in a database of a former version."""
    METADATA.create_all(connection)
    if not _has_revision(connection):
        connection.exec_driver_sql("ALTER TABLE live_tables ADD COLUMN revision INTEGER NOT NULL DEFAULT 0")


def _has_revision(connection: sa.Connection) -> bool:
    return "revision" in {column["name"] for column in sa.inspect(connection).get_columns(TABLES.name)}
