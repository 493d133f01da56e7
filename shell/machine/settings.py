"""What the operator has set, in secrets.toml and the environment: read and checked as a whole.

Handed on as plain values: nothing else in the program looks into either.
"""

import math
import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from core.contract.cells.nearest import nearest
from core.danish import listed
from shell.machine.login_settings import LOOPBACK, LoginSettings, login_settings
from shell.machine.obstacle import Obstacle

ENVIRONMENT_VARIABLE = "DATABASE_URL"
DEFAULT_STATE_FOLDER = Path(__file__).parents[2] / "state"
_MINUTES = "minutes_between_readings"
_STATEMENT = "accessibility_statement"
_OF_THE_DASHBOARD = ("source", _MINUTES, "state_folder", "slides_template", "hosts", _STATEMENT)
_UNTIL_STALE = "minutes_until_stale"
_OF_THE_MONITORING = ("token", _UNTIL_STALE, "metrics")
_SHORTEST_TOKEN = 16
_HOST = re.compile(r"[\w.-]+|\[?[0-9a-fA-F:.]+\]?")
_ADDRESS = re.compile(r"https?://[^\s\"'<>()\[\]\\^`{|}]+", re.ASCII | re.IGNORECASE)
_SECTIONS = ("connections", "dashboard", "live", "monitoring", "auth", "access")


@dataclass(frozen=True, slots=True)
class Spreadsheet:
    """[connections.gsheets]."""

    written: str  # the spreadsheet's address in a browser, or its key
    account: Mapping[str, Any]  # a service account's fields, or an api_key


@dataclass(frozen=True, slots=True)
class Workbook:
    """[connections.excel]."""

    file: Path


@dataclass(frozen=True, slots=True)
class CsvFolder:
    """[connections.csv]."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Database:
    """[connections.sql] or the environment."""

    url: str  # as SQLAlchemy spells it, '' where its parts are given to Streamlit instead
    dialect: str  # '' where the url has it
    place: str  # where the address stands, in Danish


Connection = Spreadsheet | Workbook | CsvFolder | Database


@dataclass(frozen=True, slots=True)
class Monitoring:
    """[monitoring]: what a program that watches over this one is told."""

    # Whoever says it is told the details from any machine; '' where only this machine is.
    token: str = ""
    # Seconds that the data may be old; None: as the source usually is read.
    stale_after: float | None = None
    # Whether figures for a time series are served.
    metrics: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    connection: Connection | None  # None: the sample data
    seconds: float | None  # between readings; None: as the source usually is read
    state_folder: Path  # where the last good state is kept
    slides_template: Path | None  # the organisation's own PowerPoint file, a .potx or .pptx
    live_url: str | None  # the database of the live sheet; None: nothing is set
    hosts: tuple[str, ...] = ()  # under which all of it is served to other machines; where they log in is one
    live_hosts: tuple[str, ...] = ()  # under which the tables' phones are served, and nothing else
    monitoring: Monitoring = Monitoring()
    accessibility_statement: str = ""  # the address of the organisation's own, '' for none
    login: LoginSettings | None = None  # None: nobody logs in

    @property
    def is_for_this_machine(self) -> bool:
        """It has an organisation's own figures, and nobody has said that others may reach them."""
        return self.connection is not None and not (self.hosts or self.live_hosts)


def read_settings() -> Settings:
    """As they are now. Raises Obstacle with everything that is wrong in them."""
    return checked(_secrets(), os.environ.get(ENVIRONMENT_VARIABLE, ""))


def read_login() -> LoginSettings | None:
    """The part of them that says who may see anything. Raises Obstacle where that cannot be told."""
    found = _Checks()
    login = login_settings(_secrets(), found.wrong)
    found.raise_if_any()
    return login


def checked(secrets: Mapping[str, Any], database_url: str = "") -> Settings:
    """secrets: the whole of secrets.toml; database_url: of the environment, '' for none. Raises Obstacle."""
    found = _Checks()
    connections, dashboard = found.section(secrets, "connections"), found.section(secrets, "dashboard")
    found.known(secrets, _SECTIONS, "i secrets.toml", alike_only=True)
    found.known(connections, _CONNECTIONS, "under [connections] i secrets.toml")
    found.known(dashboard, _OF_THE_DASHBOARD, "under [dashboard] i secrets.toml")
    connection: Connection | None = None
    if name := found.chosen(connections, dashboard.get("source")):
        connection = _CONNECTIONS[name](found, found.section(connections, name, f"connections.{name}"))
    elif database_url:
        connection = Database(_as_sqlalchemy(database_url), "", f"miljøvariablen {ENVIRONMENT_VARIABLE}")
    live = found.section(secrets, "live")
    monitoring = found.section(secrets, "monitoring")
    found.known(monitoring, _OF_THE_MONITORING, "under [monitoring] i secrets.toml")
    seconds = found.seconds(dashboard, _MINUTES, "dashboard")
    login = login_settings(secrets, found.wrong)
    hosts = found.hosts(dashboard, "dashboard")
    if login and login.host not in (*hosts, *LOOPBACK):
        hosts = (*hosts, login.host)
    settings = Settings(
        connection=connection,
        seconds=seconds,
        state_folder=Path(str(dashboard.get("state_folder") or DEFAULT_STATE_FOLDER)),
        slides_template=Path(str(dashboard["slides_template"])) if dashboard.get("slides_template") else None,
        live_url=_as_sqlalchemy(str(live.get("url") or "")) if "live" in secrets and set(live) != {"hosts"} else None,
        hosts=hosts,
        live_hosts=found.hosts(live, "live"),
        monitoring=found.monitoring(monitoring, seconds),
        accessibility_statement=found.address(dashboard.get(_STATEMENT)),
        login=login,
    )
    found.raise_if_any()
    return settings


def _secrets() -> Mapping[str, Any]:
    """{} where there is none."""
    try:
        return st.secrets.to_dict()
    except StreamlitSecretNotFoundError as error:
        if any(Path(file).exists() for file in st.get_option("secrets.files")):
            raise Obstacle(
                "Indstillingerne i secrets.toml kan ikke læses.",
                "Se efter, om et anførselstegn eller en parentes mangler.",
            ) from error
        return {}


class _Checks:
    """Gathers what is wrong, so that all of it is told at once."""

    def __init__(self) -> None:
        self._wrong: list[Obstacle] = []

    def wrong(self, what: str, do: str) -> None:
        self._wrong.append(Obstacle(what, do))

    def raise_if_any(self) -> None:
        if self._wrong:
            raise Obstacle(" ".join(one.what for one in self._wrong), " ".join(one.do for one in self._wrong))

    def section(self, settings: Mapping[str, Any], name: str, written: str = "") -> Mapping[str, Any]:
        """{} where there is none."""
        found = settings.get(name, {})
        if isinstance(found, Mapping):
            return found
        self.wrong(f"»{name}« i secrets.toml skal være et afsnit for sig.", f"Skriv det som [{written or name}].")
        return {}

    def known(self, settings: Mapping[str, Any], names: Iterable[str], where: str, *, alike_only: bool = False) -> None:
        """Whatever else stands there is a slip. alike_only: a name that looks like none of them is for another."""
        names = tuple(names)
        for written in settings:
            meant = nearest(written, names)
            if written not in names and (meant or not alike_only):
                do = f"Skriv {meant}." if meant else f"Fjern det; her kan stå {listed(names, 'eller')}."
                self.wrong(f"»{written}« {where} kendes ikke.", do)

    def chosen(self, connections: Mapping[str, Any], source: object) -> str | None:
        """The name of the section of [connections] that is read."""
        there = [name for name in _CONNECTIONS if name in connections]
        if source is None and len(there) > 1:
            self.wrong(
                f"Der er sat flere kilder op ({listed(there)}), og det er ikke sagt, hvilken der gælder.",
                "Skriv " + listed((f'source = "{name}"' for name in there), "eller") + " under [dashboard].",
            )
        elif source is not None and source not in there:
            self.wrong(
                f"Kilden »{source}« er valgt, men ikke sat op.", f"Tilføj [connections.{source}] i secrets.toml."
            )
        elif there:
            return str(source or there[0])
        return None

    def hosts(self, settings: Mapping[str, Any], section: str) -> tuple[str, ...]:
        """In small letters."""
        written = settings.get("hosts", [])
        if isinstance(written, list) and all(isinstance(name, str) and _HOST.fullmatch(name) for name in written):
            return tuple(name.lower().strip("[]").rstrip(".") for name in written)
        self.wrong(
            f"»hosts« under [{section}] i secrets.toml skal være en liste af værtsnavne.",
            f'Skriv fx hosts = ["tavlen.boligorganisation.dk"] under [{section}], uden https:// og uden port.',
        )
        return ()

    def seconds(self, settings: Mapping[str, Any], name: str, section: str) -> float | None:
        """Of what is written in minutes."""
        minutes = settings.get(name)
        if minutes is None:
            return None
        if isinstance(minutes, int | float) and not isinstance(minutes, bool) and 0 < minutes < math.inf:
            return float(minutes) * 60
        self.wrong(f"»{name}« i secrets.toml skal være et tal over 0.", f"Skriv fx {name} = 5 under [{section}].")
        return None

    def monitoring(self, settings: Mapping[str, Any], between_readings: float | None) -> Monitoring:
        """between_readings: in seconds, None where it is as the source usually is."""
        token, metrics = settings.get("token", ""), settings.get("metrics", False)
        if not isinstance(token, str) or not token.isascii() or (token and len(token) < _SHORTEST_TOKEN):
            self.wrong(
                f"»token« under [monitoring] i secrets.toml skal være en tekst på mindst {_SHORTEST_TOKEN} tegn uden "
                "æ, ø og å.",
                'Lav en med: python3 -c "import secrets; print(secrets.token_urlsafe())".',
            )
            token = ""
        if not isinstance(metrics, bool):
            self.wrong(
                "»metrics« under [monitoring] i secrets.toml skal være true eller false.",
                "Skriv metrics = true uden anførselstegn.",
            )
            metrics = False
        stale_after = self.seconds(settings, _UNTIL_STALE, "monitoring")
        if stale_after and between_readings and stale_after <= between_readings:
            self.wrong(
                f"»{_UNTIL_STALE}« skal være større end »{_MINUTES}«: ellers er data for gamle mellem to læsninger.",
                f"Skriv et større tal ved {_UNTIL_STALE} under [monitoring] i secrets.toml.",
            )
        return Monitoring(token, stale_after, metrics)

    def address(self, written: object) -> str:
        """'' where there is none."""
        if written in (None, ""):
            return ""
        if isinstance(written, str) and _is_of_a_page(written):
            return written
        self.wrong(
            f"»{_STATEMENT}« under [dashboard] i secrets.toml skal være en adresse, der begynder med https://.",
            f'Skriv fx {_STATEMENT} = "https://www.was.digst.dk/tavlen-boligorganisation-dk".',
        )
        return ""


def _is_of_a_page(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return bool(_ADDRESS.fullmatch(address) and parts.hostname and "@" not in parts.netloc and parts.port != 0)
    except ValueError:
        return False


def _spreadsheet(found: _Checks, settings: Mapping[str, Any]) -> Connection:
    account = {name: value for name, value in settings.items() if name != "spreadsheet"}
    return Spreadsheet(str(settings.get("spreadsheet") or ""), account)


def _workbook(found: _Checks, settings: Mapping[str, Any]) -> Connection:
    if not (written := str(settings.get("file") or "")):
        found.wrong("Der står ikke, hvilken Excel-fil der gælder.", "Skriv file under [connections.excel].")
    return Workbook(Path(written))


def _csv_folder(found: _Checks, settings: Mapping[str, Any]) -> Connection:
    if not (written := str(settings.get("folder") or "")):
        found.wrong(
            "Der står ikke, hvilken mappe CSV-filerne ligger i.",
            "Skriv folder under [connections.csv] i secrets.toml.",
        )
    return CsvFolder(Path(written))


def _database(found: _Checks, settings: Mapping[str, Any]) -> Connection:
    url, dialect = (str(settings.get(name) or "") for name in ("url", "dialect"))
    return Database(_as_sqlalchemy(url), dialect, "url under [connections.sql] i secrets.toml")


_CONNECTIONS: dict[str, Callable[[_Checks, Mapping[str, Any]], Connection]] = {
    "gsheets": _spreadsheet,
    "sql": _database,
    "excel": _workbook,
    "csv": _csv_folder,
}


def _as_sqlalchemy(url: str) -> str:
    """Some hosts still write postgres:// where SQLAlchemy says postgresql://."""
    return re.sub("^postgres://", "postgresql://", url)
