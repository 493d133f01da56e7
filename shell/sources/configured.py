"""Which source this installation reads, by Streamlit's own configuration."""

import os
import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import streamlit as st
from streamlit.connections import SQLConnection
from streamlit.errors import StreamlitSecretNotFoundError

from shell.sources.csv_folder import read_folder
from shell.sources.sample import sample_engine
from shell.sources.source import Source, SourceError
from shell.sources.sql import read_sql

ENVIRONMENT_VARIABLE = "DATABASE_URL"


def configured_source() -> Source:
    """[connections.sql] or [connections.csv] in secrets.toml; else DATABASE_URL; else the sample data.

    Both sections at once need [dashboard] source = "sql" or "csv". Raises SourceError for a
    configuration that cannot be used.
    """
    try:
        secrets: Mapping[str, Any] = st.secrets.to_dict()
    except StreamlitSecretNotFoundError as error:
        if any(Path(file).exists() for file in st.get_option("secrets.files")):
            raise SourceError(
                "Indstillingerne i secrets.toml kan ikke læses.",
                "Se efter, om et anførselstegn eller en parentes mangler.",
            ) from error
        secrets = {}
    connections = _section(secrets, "connections")
    known = [name for name in ("sql", "csv") if name in connections]
    chosen = _section(secrets, "dashboard").get("source") or (known[0] if len(known) == 1 else None)
    if chosen is None and known:
        raise SourceError(
            "Der er sat både en SQL-database og en CSV-mappe op, og det er ikke sagt, hvilken der gælder.",
            'Skriv source = "sql" eller source = "csv" under [dashboard] i secrets.toml.',
        )
    if chosen is not None and chosen not in known:
        raise SourceError(
            f"Kilden »{chosen}« er valgt, men ikke sat op.", f"Tilføj [connections.{chosen}] i secrets.toml."
        )
    if chosen == "csv":
        written = str(_section(connections, "csv").get("folder") or "")
        if not written:
            raise SourceError(
                "Der står ikke, hvilken mappe CSV-filerne ligger i.",
                "Skriv folder under [connections.csv] i secrets.toml.",
            )
        folder = Path(written)
        return Source(f"CSV-filer i mappen {folder.name}", partial(read_folder, folder))
    if chosen == "sql":
        return _sql(_section(connections, "sql"), "url under [connections.sql] i secrets.toml")
    if url := os.environ.get(ENVIRONMENT_VARIABLE):
        return _sql({"url": url}, f"miljøvariablen {ENVIRONMENT_VARIABLE}")
    return Source("Eksempeldata", lambda: read_sql(sample_engine()), is_sample=True)


def _section(settings: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    found = settings.get(name, {})
    if not isinstance(found, Mapping):
        raise SourceError(f"»{name}« i secrets.toml skal være et afsnit for sig.", f"Skriv det som [… {name}].")
    return found


def _sql(settings: Mapping[str, Any], place: str) -> Source:
    """settings: as Streamlit has them, a url or its parts (dialect, host, …); place: where they stand, in Danish.
    Streamlit keeps the engine.
    """
    options: dict[str, Any] = {"pool_pre_ping": True}
    if "url" in settings:
        options["url"] = re.sub("^postgres://", "postgresql://", str(settings["url"]))  # some hosts still write it so
    if str(options.get("url") or settings.get("dialect")).startswith("postgres"):
        options["connect_args"] = {"connect_timeout": 5}  # a board should not wait for minutes
    try:
        engine: sa.Engine = st.connection("sql", type=SQLConnection, **options).engine
    except Exception as error:
        raise SourceError(
            f"Adressen på databasen kan ikke bruges ({type(error).__name__}).",
            f"Ret {place}, fx postgresql://bruger:kode@vært/database.",
        ) from error
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:" and not Path(file).exists():
        raise SourceError(f"Databasefilen »{file}« findes ikke.", f"Ret {place}.")
    return Source(f"SQL-database ({engine.dialect.name})", partial(read_sql, engine))
