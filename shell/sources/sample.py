"""The embedded default: a SQLite database in memory, built from sample_data and read like any other."""

from pathlib import Path

import sqlalchemy as sa

from core.contract.table import sql_name
from shell.sources.csv_folder import read_folder
from shell.sources.schema import contract_metadata

SAMPLE_DATA = Path(__file__).parents[2] / "sample_data"


def sample_engine(folder: Path = SAMPLE_DATA) -> sa.Engine:
    """The folder's CSV files as text columns, so that reading the database tests the cell parsers too."""
    engine = sa.create_engine("sqlite://", poolclass=sa.StaticPool, connect_args={"check_same_thread": False})
    metadata = contract_metadata(typed=False)
    metadata.create_all(engine)
    with engine.begin() as connection:
        for raw in read_folder(folder).tables:
            table = metadata.tables[sql_name(raw.name)]
            names = [sql_name(str(heading)) for heading in raw.headings]
            rows = [dict(zip(names, row.cells, strict=True)) for row in raw.rows]
            if rows:
                connection.execute(table.insert(), rows)
    return engine
