"""Looks after what the dashboard needs where it stands, and says what is wrong and what to do about it, in Danish.

Nothing is written anywhere, but for an empty file in the state folder that is gone again. No secret is printed.
The exit code is 0 where nothing is wrong, else 1. To be run as the user that the dashboard runs as.
"""

import argparse
import logging
import os
import platform
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import requests
import sqlalchemy as sa
import streamlit as st
from streamlit.url_util import make_url_path

from core.contract.dataset import read_dataset
from core.contract.problem import to_mend
from core.danish import count, listed, tenths
from core.subjects import CONTRACT
from shell.live.configured import FILE
from shell.machine import environment
from shell.machine.disk import why
from shell.machine.login_settings import Provider
from shell.machine.obstacle import Obstacle
from shell.machine.settings import Database, Settings, read_settings, without_secrets
from shell.sources.configured import configured_source
from shell.sources.source import read_in_time

_SECONDS_TO_ANSWER = 5
_LEAST_FREE_MEGABYTES = 200
_WHERE_IT_IS_LOGGED = "Se i serverens log, eller spørg den, der har lavet programmet."


class State(Enum):
    FINE = "I orden"
    NOTE = "Bemærk"
    WRONG = "GALT"


@dataclass(frozen=True, slots=True)
class Finding:
    about: str
    state: State
    # Danish sentences.
    found: str
    do: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    argparse.ArgumentParser(
        prog="python -m shell.commands.doctor",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    ).parse_args(arguments)
    environment.heed()
    wrong = 0
    for finding in findings():
        wrong += finding.state is State.WRONG
        print(without_secrets(_line(finding)), flush=True)  # noqa: T201
    print(f"Der er noget galt {count(wrong, 'sted', 'steder')}." if wrong else "Intet er galt.")  # noqa: T201
    return 1 if wrong else 0


def _line(finding: Finding) -> str:
    do = f"\n    {finding.do}" if finding.do else ""
    return f"{finding.about}: {finding.state.value}. {finding.found}{do}"


def findings() -> Iterator[Finding]:
    """One at a time: the source may take a while."""
    yield _program()
    yield from _secrets_files()
    try:
        settings = read_settings()
    except Obstacle as error:
        yield Finding("Indstillinger", State.WRONG, error.what, error.do)
    else:
        yield _served(settings)
        yield from map(_provider, settings.login.providers if settings.login else ())
        yield _source(settings)
        yield _state_folder(settings.state_folder)
        yield from _template(settings.slides_template)
        yield from _live_sheet(settings)
    yield _port(st.get_option("server.port"), st.get_option("server.baseUrlPath"))


def _program() -> Finding:
    found = f"Python {platform.python_version()}, Streamlit {st.__version__}, {platform.system()} {platform.release()}."
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return Finding(
            "Programmet",
            State.NOTE,
            f"{found} Det er systemets administrator (root), der ser efter nu, og den må alt.",
            "Kør det som den bruger, som programmet selv kører som.",
        )
    return Finding("Programmet", State.FINE, found)


def _secrets_files() -> Iterator[Finding]:
    files = [Path(file) for file in st.get_option("secrets.files") if Path(file).is_file()]
    if not files:
        yield Finding("Indstillinger", State.FINE, "Der er ingen secrets.toml.")
    for file in files:
        if os.name != "nt" and file.stat().st_mode & 0o077:
            yield Finding(
                "Indstillinger",
                State.NOTE,
                f"Andre brugere på maskinen kan læse »{file}«.",
                f"Skriv: chmod 600 {file}",
            )
        else:
            yield Finding("Indstillinger", State.FINE, f"De står i »{file}«.")


def _served(settings: Settings) -> Finding:
    if settings.connection is None:
        return Finding("Adgang", State.FINE, "Det er eksempeldata, og de vises for alle, der kan nå programmet.")
    if settings.is_for_this_machine:
        return Finding("Adgang", State.FINE, "Tallene vises kun på denne maskine: der er ingen hosts i secrets.toml.")
    told = []
    if settings.hosts:
        who = "efter log ind" if settings.login else "for alle, der kan nå dem, uden log ind"
        told.append(f"Skærmene vises under {listed(settings.hosts)}, {who}.")
    if settings.live_hosts:
        told.append(f"Bordenes ark, og intet andet, vises under {listed(settings.live_hosts)}.")
    return Finding("Adgang", State.FINE, " ".join(told))


def _provider(provider: Provider) -> Finding:
    """Where one logs in says of itself how that is done."""
    about = f"Log ind hos {provider.host}"
    try:
        answer = requests.get(provider.metadata, timeout=_SECONDS_TO_ANSWER)
        described = answer.json() if answer.ok else None
    except (requests.RequestException, ValueError):
        described = None
    if isinstance(described, dict) and "authorization_endpoint" in described:
        return Finding(about, State.FINE, "Den svarer og siger, hvordan man logger ind.")
    return Finding(
        about,
        State.WRONG,
        "Den svarer ikke, eller svarer ikke på det, der spørges om, så ingen kan logge ind.",
        "Se efter, om serveren må gå på internettet, og om server_metadata_url under [auth] i secrets.toml passer.",
    )


def _source(settings: Settings) -> Finding:
    begun = time.monotonic()
    try:
        source = configured_source(settings)
        reading = read_in_time(source)
        dataset = read_dataset(CONTRACT, reading.tables, reading.notes)
    except Obstacle as error:
        return Finding("Kilde", State.WRONG, error.what, error.do)
    except Exception as error:
        what = f"Kilden kunne ikke læses ({type(error).__name__})."
        return Finding("Kilde", State.WRONG, what, _WHERE_IT_IS_LOGGED)
    seconds = tenths(Fraction(time.monotonic() - begun))
    found = f"{source.label}: {count(len(reading.tables), 'tabel', 'tabeller')} læst på {seconds} sekunder."
    if not reading.tables:
        return Finding(
            "Kilde", State.WRONG, found, "Se efter, om det er den rigtige kilde: tabellernes navne passer ikke."
        )
    if problems := len(to_mend(dataset.problems)):
        found += f" Der er {count(problems, 'problem', 'problemer')} i tallene."
        return Finding("Kilde", State.NOTE, found, "Se dem med: python3 run.py problems")
    return Finding("Kilde", State.FINE, found)


def _state_folder(folder: Path) -> Finding:
    about, folder = "Mappe til det gemte", folder.absolute()
    there = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            free = shutil.disk_usage(there).free // 2**20
    except OSError as error:
        return Finding(
            about,
            State.WRONG,
            f"Der kan ikke skrives i »{folder}« ({why(error)}).",
            "Giv programmets bruger lov, eller vælg en anden: state_folder under [dashboard] i secrets.toml.",
        )
    if free < _LEAST_FREE_MEGABYTES:
        return Finding(about, State.NOTE, f"Der er kun {free} MB ledig i »{folder}«.", "Gør plads på disken.")
    later = "" if there == folder else " Den bliver lavet ved første start."
    return Finding(about, State.FINE, f"Der kan skrives i »{folder}«.{later}")


def _template(file: Path | None) -> Iterator[Finding]:
    if file is None:
        return
    try:
        file.open("rb").close()
    except OSError as error:
        found = f"»{file}« kan ikke læses ({why(error)})."
        yield Finding("Skabelon til dias", State.WRONG, found, "Ret slides_template under [dashboard] i secrets.toml.")
    else:
        yield Finding("Skabelon til dias", State.FINE, f"»{file}« kan læses.")


def _live_sheet(settings: Settings) -> Iterator[Finding]:
    about = "Bordenes ark"
    if settings.live_url is not None:
        yield _live_database(about, settings.live_url)
    elif isinstance(settings.connection, Database | None):
        yield _live_file(about, settings.state_folder.absolute() / FILE)
    else:
        yield Finding(about, State.FINE, "De er på papir og i regnearket: der er ikke sat en database op under [live].")


def _live_database(about: str, written: str) -> Finding:
    try:
        url = sa.make_url(written)
        if url.get_backend_name() == "sqlite":
            return _live_file(about, Path(url.database or "").absolute())
        postgresql = url.get_backend_name() == "postgresql"
        options = {"connect_timeout": _SECONDS_TO_ANSWER} if postgresql else {}
        engine = sa.create_engine(url, poolclass=sa.NullPool, connect_args=options)
        with engine.connect() as connection:
            connection.execute(sa.select(1))
    except (sa.exc.ArgumentError, ValueError, ImportError):
        return Finding(
            about,
            State.WRONG,
            "Adressen på databasen kan ikke bruges.",
            "Ret url under [live] i secrets.toml, fx postgresql://bruger:kode@vært/database.",
        )
    except (sa.exc.SQLAlchemyError, OSError):
        return Finding(
            about,
            State.WRONG,
            "Databasen svarer ikke, som den skal.",
            "Se efter, om den kører, og om adresse og adgangskode ved url under [live] i secrets.toml passer.",
        )
    return Finding(about, State.FINE, f"Databasen ({url.get_backend_name()}) svarer.")


def _live_file(about: str, file: Path) -> Finding:
    """It is not opened: whoever looks must not be the one who makes it."""
    place = file if file.exists() else file.parent
    while not place.exists():
        place = place.parent
    if not os.access(place, os.W_OK) or file.is_dir():
        return Finding(
            about, State.WRONG, f"De kan ikke gemmes i »{file}«.", "Sørg for, at programmets bruger må skrive der."
        )
    return Finding(about, State.FINE, f"De gemmes i »{file}«.")


def _port(port: int, base: str) -> Finding:
    about, address = f"Port {port}", f"http://127.0.0.1:{port}{make_url_path(base, '')}"
    with socket.socket() as free:
        free.settimeout(_SECONDS_TO_ANSWER)
        if free.connect_ex(("127.0.0.1", port)) != 0:
            return Finding(about, State.FINE, "Den er ledig: programmet kører ikke.")
    try:
        with urlopen(f"{address}_stcore/health", timeout=_SECONDS_TO_ANSWER) as answer:
            if answer.read() == b"ok":
                return Finding(about, State.FINE, f"Programmet kører og svarer på {address}")
    except (URLError, OSError, ValueError):
        pass
    return Finding(
        about,
        State.WRONG,
        "Den er optaget af noget, der ikke svarer som dette program.",
        f"Luk det andet program, eller start på en anden port: python3 run.py start --server.port={port + 1}",
    )


if __name__ == "__main__":
    logging.disable()  # what a library says on its way may hold what it was given
    sys.exit(main())
