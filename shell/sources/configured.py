"""Which source this installation reads, by Streamlit's own configuration."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import streamlit as st
from streamlit.connections import SQLConnection
from streamlit.errors import StreamlitSecretNotFoundError

from core import danish
from shell.sources.csv_folder import read_folder
from shell.sources.excel import read_excel
from shell.sources.google import spreadsheet_key
from shell.sources.sample import sample_engine
from shell.sources.sheets import sheets_reader, spreadsheet_link
from shell.sources.source import Source, SourceError
from shell.sources.sql import read_sql

ENVIRONMENT_VARIABLE = "DATABASE_URL"
MINUTES = "minutes_between_readings"
STATE_FOLDER = "state_folder"
SLIDES_TEMPLATE = "slides_template"
DEFAULT_STATE_FOLDER = Path(__file__).parents[2] / "state"
_SECONDS_AT_GOOGLE = 300.0
_SPACING_AT_GOOGLE = 3.0
_SECONDS_NEARBY = 60.0


def read_settings() -> dict[str, Any]:
    """secrets.toml as it is now, {} where there is none. Raises SourceError where it cannot be read."""
    try:
        return st.secrets.to_dict()
    except StreamlitSecretNotFoundError as error:
        if any(Path(file).exists() for file in st.get_option("secrets.files")):
            raise SourceError(
                "Indstillingerne i secrets.toml kan ikke læses.",
                "Se efter, om et anførselstegn eller en parentes mangler.",
            ) from error
        return {}


def configured_source(settings: Mapping[str, Any]) -> Source:
    """One of the sections of [connections]; else DATABASE_URL; else the sample data.

    Several sections at once need [dashboard] source, which names one. Raises SourceError for a
    configuration that cannot be used.
    """
    if chosen := chosen_connection(settings):
        source = _CONNECTIONS[chosen](section(section(settings, "connections"), chosen))
    elif url := os.environ.get(ENVIRONMENT_VARIABLE):
        source = _sql({"url": url}, f"miljøvariablen {ENVIRONMENT_VARIABLE}")
    else:
        source = Source("Eksempeldata", lambda: read_sql(sample_engine()), "", _SECONDS_AT_GOOGLE, is_sample=True)
    minutes = section(settings, "dashboard").get(MINUTES)
    return source if minutes is None else replace(source, seconds=_seconds(minutes))


def chosen_connection(settings: Mapping[str, Any]) -> str | None:
    """The name of the section of [connections] that is read; None for DATABASE_URL and the sample data."""
    connections = section(settings, "connections")
    known = [name for name in _CONNECTIONS if name in connections]
    chosen = section(settings, "dashboard").get("source") or (known[0] if len(known) == 1 else None)
    if chosen is None and known:
        raise SourceError(
            f"Der er sat flere kilder op ({danish.listed(known)}), og det er ikke sagt, hvilken der gælder.",
            "Skriv " + danish.listed((f'source = "{name}"' for name in known), "eller") + " under [dashboard].",
        )
    if chosen is not None and chosen not in known:
        raise SourceError(
            f"Kilden »{chosen}« er valgt, men ikke sat op.", f"Tilføj [connections.{chosen}] i secrets.toml."
        )
    return chosen


def state_folder(settings: Mapping[str, Any]) -> Path:
    """Where the last good state is kept."""
    return Path(str(section(settings, "dashboard").get(STATE_FOLDER) or DEFAULT_STATE_FOLDER))


def slides_template(settings: Mapping[str, Any]) -> Path | None:
    """The organisation's own PowerPoint file, a .potx or .pptx, that slides are made in."""
    written = section(settings, "dashboard").get(SLIDES_TEMPLATE)
    return Path(str(written)) if written else None


def _seconds(minutes: object) -> float:
    if isinstance(minutes, int | float) and not isinstance(minutes, bool) and minutes > 0:
        return float(minutes) * 60
    raise SourceError(
        f"»{MINUTES}« i secrets.toml skal være et tal over 0.", f"Skriv fx {MINUTES} = 5 under [dashboard]."
    )


def _gsheets(settings: Mapping[str, Any]) -> Source:
    key, read = spreadsheet_key(settings), sheets_reader(settings)
    return Source(
        "Google Sheets",
        read,
        f"gsheets {key}",
        _SECONDS_AT_GOOGLE,
        _SPACING_AT_GOOGLE,
        spreadsheet_link(key),
        look_again=read.look_again,
    )


def _excel(settings: Mapping[str, Any]) -> Source:
    written = str(settings.get("file") or "")
    if not written:
        raise SourceError("Der står ikke, hvilken Excel-fil der gælder.", "Skriv file under [connections.excel].")
    file = Path(written)
    return Source(f"Excel-filen {file.name}", partial(read_excel, file), f"excel {file.absolute()}", _SECONDS_NEARBY)


def _csv(settings: Mapping[str, Any]) -> Source:
    written = str(settings.get("folder") or "")
    if not written:
        raise SourceError(
            "Der står ikke, hvilken mappe CSV-filerne ligger i.",
            "Skriv folder under [connections.csv] i secrets.toml.",
        )
    folder = Path(written)
    return Source(
        f"CSV-filer i mappen {folder.name}", partial(read_folder, folder), f"csv {folder.absolute()}", _SECONDS_NEARBY
    )


def section(settings: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """{} where there is none."""
    found = settings.get(name, {})
    if not isinstance(found, Mapping):
        raise SourceError(f"»{name}« i secrets.toml skal være et afsnit for sig.", f"Skriv det som [… {name}].")
    return found


def with_dialect(url: str) -> str:
    """Some hosts still write postgres:// where SQLAlchemy says postgresql://."""
    return re.sub("^postgres://", "postgresql://", url)


def _sql(settings: Mapping[str, Any], place: str = "url under [connections.sql] i secrets.toml") -> Source:
    """settings: as Streamlit has them, a url or its parts (dialect, host, …); place: where they stand, in Danish.
    Streamlit keeps the engine.
    """
    options: dict[str, Any] = {"pool_pre_ping": True}
    if "url" in settings:
        options["url"] = with_dialect(str(settings["url"]))
    if str(options.get("url") or settings.get("dialect")).startswith("postgres"):
        options["connect_args"] = {"connect_timeout": 5}  # a board should not wait for minutes
    try:
        engine: sa.Engine = st.connection("sql", type=SQLConnection, **options).engine
    except Exception as error:
        raise SourceError(
            "Adressen på databasen kan ikke bruges.",
            f"Ret {place}, fx postgresql://bruger:kode@vært/database.",
        ) from error
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:" and not Path(file).exists():
        raise SourceError(f"Databasefilen »{file}« findes ikke.", f"Ret {place}.")
    key = f"sql {engine.url.set(query={}).render_as_string(hide_password=True)}"
    return Source(f"SQL-database ({engine.dialect.name})", partial(read_sql, engine), key, _SECONDS_NEARBY)


_CONNECTIONS: dict[str, Callable[[Mapping[str, Any]], Source]] = {
    "gsheets": _gsheets,
    "sql": _sql,
    "excel": _excel,
    "csv": _csv,
}
