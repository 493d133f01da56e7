"""The contract as SQL tables. `python -m shell.sources.schema` prints it for PostgreSQL."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from sqlalchemy.types import TypeEngine

from core.contract.table import Kind, sql_name
from core.subjects import CONTRACT

_TYPES: dict[Kind, type[TypeEngine[Any]] | TypeEngine[Any]] = {
    Kind.AMOUNT: sa.Numeric(14, 2),
    Kind.NUMBER: sa.Numeric(8, 2),
    Kind.MEASURED: sa.Numeric(),
    Kind.WHOLE: sa.Integer,
    Kind.DATE: sa.Date,
    Kind.YES_NO: sa.Boolean,
}


def contract_metadata(*, typed: bool) -> sa.MetaData:
    """One SQL table per table of the contract; every column is text unless typed."""
    metadata = sa.MetaData()
    for table in CONTRACT:
        sa.Table(
            sql_name(table.title),
            metadata,
            *(
                sa.Column(
                    sql_name(column.heading),
                    _TYPES.get(column.kind, sa.Text) if typed else sa.Text,
                    nullable=not column.required,
                )
                for column in table.columns
            ),
        )
    return metadata


def postgresql_ddl() -> str:
    tables = contract_metadata(typed=True).sorted_tables
    return ";\n".join(str(CreateTable(table).compile(dialect=postgresql.dialect())).strip() for table in tables) + ";"


if __name__ == "__main__":
    print(postgresql_ddl())  # noqa: T201
