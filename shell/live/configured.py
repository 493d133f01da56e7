"""Which database the live sheet is kept in. The source of the other screens is never written to."""

import os
import threading
from functools import cache
from pathlib import Path

import sqlalchemy as sa

from shell.live.store import Store
from shell.machine.disk import why
from shell.machine.obstacle import Obstacle
from shell.machine.settings import Database, Settings

FILE = "live.sqlite"
_PLACE = "url under [live] i secrets.toml"
_ONE_AT_A_TIME = threading.Lock()


def live_store(settings: Settings) -> Store | None:
    """Where the tables' phones write; None where the source is a workbook or CSV files and no database is named under
    [live], for then the sheet is kept on paper and in the workbook. Raises as own_store.
    """
    if settings.live_url is None and not isinstance(settings.connection, Database | None):
        return None
    return own_store(settings)


def own_store(settings: Settings) -> Store:
    """The database named under [live], else a file beside the last good state. One for the whole process.
    Raises Obstacle for one that cannot be used.
    """
    with _ONE_AT_A_TIME:
        return _embedded(settings.state_folder.absolute()) if settings.live_url is None else _named(settings.live_url)


def kept_store(settings: Settings) -> Store | None:
    """As own_store; None where nothing has ever been kept."""
    if settings.live_url is None and not (settings.state_folder / FILE).exists():
        return None
    return own_store(settings)


@cache
def _named(url: str) -> Store:
    try:
        return _made(
            sa.make_url(url),
            f"Se efter, om databasen kører, og om brugeren i {_PLACE} må oprette tabeller og skrive i dem.",
        )
    except (ValueError, ImportError, sa.exc.ArgumentError) as error:
        raise Obstacle(
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
        raise Obstacle(
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
        raise Obstacle("Databasen til bordenes ark kan ikke bruges.", do) from error
