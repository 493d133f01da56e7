"""Which source this installation reads, by its settings. What only another one needs is not imported: it would take
memory and time from a server that never uses it.
"""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import streamlit as st
from streamlit.connections import SQLConnection

from shell.machine.obstacle import Obstacle
from shell.machine.settings import CsvFolder, Database, Settings, Spreadsheet, Workbook
from shell.sources.csv_folder import read_folder
from shell.sources.sample import sample_engine
from shell.sources.source import Source
from shell.sources.sql import read_sql

_SECONDS_AT_GOOGLE = 300.0
_SPACING_AT_GOOGLE = 3.0
_SECONDS_NEARBY = 60.0


def configured_source(settings: Settings) -> Source:
    """Raises Obstacle for a connection that cannot be used."""
    source = _source_of(settings)
    return source if settings.seconds is None else replace(source, seconds=settings.seconds)


def _source_of(settings: Settings) -> Source:
    match settings.connection:
        case None:
            return Source("Eksempeldata", lambda: read_sql(sample_engine()), "", _SECONDS_AT_GOOGLE, is_sample=True)
        case Spreadsheet() as spreadsheet:
            return _google_sheets(spreadsheet)
        case Database() as database:
            return _sql(database)
        case Workbook(file):
            from shell.sources.excel import read_excel

            read = partial(read_excel, file)
            return Source(f"Excel-filen {file.name}", read, f"excel {file.absolute()}", _SECONDS_NEARBY)
        case CsvFolder(folder):
            read = partial(read_folder, folder)
            return Source(f"CSV-filer i mappen {folder.name}", read, f"csv {folder.absolute()}", _SECONDS_NEARBY)


def _google_sheets(spreadsheet: Spreadsheet) -> Source:
    from shell.sources.google import spreadsheet_key
    from shell.sources.sheets import sheets_reader, spreadsheet_link

    key, read = spreadsheet_key(spreadsheet.written), sheets_reader(spreadsheet)
    return Source(
        "Google Sheets",
        read,
        f"gsheets {key}",
        _SECONDS_AT_GOOGLE,
        _SPACING_AT_GOOGLE,
        spreadsheet_link(key),
        look_again=read.look_again,
    )


def _sql(database: Database) -> Source:
    """Streamlit keeps the engine, and reads its parts (dialect, host, …) where there is no url."""
    options: dict[str, Any] = {"pool_pre_ping": True}
    if database.url:
        options["url"] = database.url
    if (database.url or database.dialect).startswith("postgres"):
        options["connect_args"] = {"connect_timeout": 5}  # a board should not wait for minutes
    try:
        engine: sa.Engine = st.connection("sql", type=SQLConnection, **options).engine
    except Exception as error:
        raise Obstacle(
            "Adressen på databasen kan ikke bruges.",
            f"Ret {database.place}, fx postgresql://bruger:kode@vært/database.",
        ) from error
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:" and not Path(file).exists():
        raise Obstacle(f"Databasefilen »{Path(file).name}« findes ikke.", f"Ret {database.place}.")
    key = f"sql {engine.url.set(query={}).render_as_string(hide_password=True)}"
    return Source(f"SQL-database ({engine.dialect.name})", partial(read_sql, engine), key, _SECONDS_NEARBY)
