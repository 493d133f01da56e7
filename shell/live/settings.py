"""Which database the live sheet is kept in. The source of the other screens is never written to."""

import os
import threading
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from shell.live.store import Store
from shell.machine.disk import why
from shell.sources.configured import chosen_connection, section, state_folder, with_dialect
from shell.sources.source import SourceError

FILE = "live.sqlite"
_PLACE = "url under [live] i secrets.toml"
_ONE_AT_A_TIME = threading.Lock()


def live_store(settings: Mapping[str, Any]) -> Store | None:
    """The database named under [live]; else a file beside the last good state where the source is a database or
    the sample data; else None, for then the sheet is kept on paper and in the workbook. One for the whole process.
    Raises SourceError for one that cannot be used.
    """
    if "live" in settings:
        url = str(section(settings, "live").get("url") or "")
        with _ONE_AT_A_TIME:
            return _named(url)
    if chosen_connection(settings) not in (None, "sql"):
        return None
    with _ONE_AT_A_TIME:
        return _embedded(state_folder(settings).absolute())


@cache
def _named(url: str) -> Store:
    try:
        return _made(
            sa.make_url(with_dialect(url)),
            f"Se efter, om databasen kører, og om brugeren i {_PLACE} må oprette tabeller og skrive i dem.",
        )
    except (ValueError, ImportError, sa.exc.ArgumentError) as error:
        raise SourceError(
            "Adressen på databasen til bordenes ark kan ikke bruges.",
            f"Ret {_PLACE}, fx postgresql://bruger:kode@vært/database eller sqlite:////data/live.sqlite.",
        ) from error


@cache
def _embedded(folder: Path) -> Store:
    file = folder / FILE
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    except OSError as error:
        raise SourceError(
            f"Bordenes ark kan ikke gemmes i mappen »{folder}« ({why(error)}).",
            "Sørg for, at programmet må skrive i mappen, eller vælg en anden: state_folder under [dashboard] "
            "i secrets.toml.",
        ) from error
    url = sa.URL.create("sqlite", database=str(file))
    return _made(url, f"Slet eller flyt filen »{file}«, hvis den er ødelagt.")


def _made(url: sa.URL, do: str) -> Store:
    try:
        return Store(url)
    except (OSError, sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
        raise SourceError("Databasen til bordenes ark kan ikke bruges.", do) from error
