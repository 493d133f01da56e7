"""Which source is read, by secrets.toml and the environment."""

import socket
from pathlib import Path
from time import monotonic

import pytest

from core.contract.dataset import read_dataset
from core.organisation.settings import organisation_name
from core.subjects import CONTRACT
from shell.machine.obstacle import Obstacle
from shell.machine.settings import read_settings
from shell.sources.configured import configured_source
from shell.sources.source import Source, SourceError
from tests.conftest import Configure
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import secrets_toml
from tests.organisations.lyngklokken import NAME, lyngklokken
from tests.organisations.postgresql import PASSWORD, TYPED, PostgreSQL, in_schema
from tests.organisations.stores import as_workbook, write_csv, write_excel, write_sqlite


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_csv(lyngklokken(), tmp_path / "tabeller")


@pytest.fixture
def database(tmp_path: Path) -> str:
    write_sqlite(lyngklokken(), tmp_path / "data.db", typed=True).dispose()
    return f"sqlite:///{tmp_path / 'data.db'}"


def test_without_any_settings_it_is_the_sample_and_says_so(configure: Configure) -> None:
    source = configured_source(read_settings())
    assert (source.label, source.is_sample) == ("Eksempeldata", True)
    assert _organisation(source) == "DOMI Bolig"


def test_settings_about_other_things_leave_the_sample(configure: Configure) -> None:
    configure('[another_program]\nkey = "x"\n')
    assert configured_source(read_settings()).is_sample


def test_a_csv_folder_is_read_and_named_without_its_path(configure: Configure, folder: Path) -> None:
    configure(_csv(folder))
    source = configured_source(read_settings())
    assert (source.label, source.is_sample) == ("CSV-filer i mappen tabeller", False)
    assert _organisation(source) == NAME


def test_a_database_is_read_by_its_address(configure: Configure, database: str) -> None:
    configure(_sql(database))
    source = configured_source(read_settings())
    assert (source.label, source.is_sample) == ("SQL-database (sqlite)", False)
    assert _organisation(source) == NAME


def test_a_postgresql_database_is_read_by_its_address(configure: Configure, postgresql: PostgreSQL) -> None:
    configure(_sql(_address(postgresql)))
    source = configured_source(read_settings())
    assert source.label == "SQL-database (postgresql)"
    assert _organisation(source) == NAME


def test_a_database_can_be_named_by_its_parts(configure: Configure, postgresql: PostgreSQL) -> None:
    parts = {
        "dialect": "postgresql",
        "host": postgresql.reader.query.get("host", postgresql.reader.host),
        "username": "laeser",
        "password": PASSWORD,
        "database": "postgres",
    }
    lines = [f"{name} = '{value}'" for name, value in parts.items()]
    if postgresql.reader.port:
        lines.append(f"port = {postgresql.reader.port}")
    configure("\n".join(["[connections.sql]", *lines, f"query = {{options = '-csearch_path={TYPED}'}}", ""]))
    assert _organisation(configured_source(read_settings())) == NAME


def test_a_database_file_that_is_not_there_is_told_and_not_made(configure: Configure, tmp_path: Path) -> None:
    configure(_sql(f"sqlite:///{tmp_path / 'findes-ikke.db'}"))
    error = _refused()
    assert "findes-ikke.db« findes ikke" in error.what
    assert not (tmp_path / "findes-ikke.db").exists()


@pytest.mark.parametrize(
    ("chosen", "label"), [("csv", "CSV-filer i mappen tabeller"), ("sql", "SQL-database (sqlite)")]
)
def test_of_two_sources_the_chosen_one_is_read(
    configure: Configure, folder: Path, database: str, chosen: str, label: str
) -> None:
    configure(_sql(database) + _csv(folder) + f'[dashboard]\nsource = "{chosen}"\n')
    assert configured_source(read_settings()).label == label


def test_a_database_can_be_named_in_the_environment(
    configure: Configure, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database)
    assert _organisation(configured_source(read_settings())) == NAME


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_the_environments_address_may_be_spelled_as_hosts_do(
    configure: Configure, postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", _address(postgresql).replace("postgresql://", f"{scheme}://", 1))
    assert _organisation(configured_source(read_settings())) == NAME


def test_an_empty_variable_is_none(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "")
    assert configured_source(read_settings()).is_sample


def test_the_settings_win_over_the_environment(
    configure: Configure, folder: Path, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://findes-ikke/data")
    configure(_csv(folder))
    assert configured_source(read_settings()).label == "CSV-filer i mappen tabeller"
    configure(_sql(database))
    assert configured_source(read_settings()).label == "SQL-database (sqlite)"


NONSENSE = [
    "ikke en adresse",
    f"nogetandet://bruger:{PASSWORD}@vaert/data",
    f"postgresql://bruger:{PASSWORD}@vaert:ikkeetnummer/data",
    f"postgresql+findesikke://bruger:{PASSWORD}@vaert/data",
]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_the_settings_address_may_be_spelled_as_hosts_do(
    configure: Configure, postgresql: PostgreSQL, scheme: str
) -> None:
    configure(_sql(_address(postgresql).replace("postgresql://", f"{scheme}://", 1)))
    assert _organisation(configured_source(read_settings())) == NAME


def test_a_server_that_never_answers_keeps_nobody_waiting_for_minutes(configure: Configure) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        configure(_sql(f"postgresql://bruger:{PASSWORD}@127.0.0.1:{silent.getsockname()[1]}/data"))
        began = monotonic()
        with pytest.raises(SourceError, match="Databasen svarer ikke"):
            configured_source(read_settings()).read()
        assert monotonic() - began < 60


@pytest.mark.parametrize("address", NONSENSE)
def test_an_address_that_is_none_is_told_without_the_password(configure: Configure, address: str) -> None:
    configure(_sql(address))
    error = _refused()
    assert error.what.startswith("Adressen på databasen kan ikke bruges")
    assert "postgresql://bruger:kode@vært/database" in error.do
    assert PASSWORD not in f"{error} {error.what} {error.do}"


@pytest.mark.parametrize("address", NONSENSE)
def test_so_is_one_in_the_environment(configure: Configure, monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    monkeypatch.setenv("DATABASE_URL", address)
    error = _refused()
    assert error.what.startswith("Adressen på databasen kan ikke bruges")
    assert PASSWORD not in f"{error} {error.what} {error.do}"


def test_a_section_without_an_address_is_told(configure: Configure) -> None:
    configure("[connections.sql]\n")
    assert _refused().what.startswith("Adressen på databasen kan ikke bruges")


def test_the_label_on_screen_never_holds_address_or_password(configure: Configure, postgresql: PostgreSQL) -> None:
    configure(_sql(_address(postgresql)))
    label = configured_source(read_settings()).label
    assert PASSWORD not in label
    assert "laeser" not in label


def _address(server: PostgreSQL) -> str:
    return in_schema(server.reader, TYPED).render_as_string(hide_password=False)


def _csv(folder: Path) -> str:
    return f"[connections.csv]\nfolder = '{folder}'\n"


def _sql(address: str) -> str:
    return f"[connections.sql]\nurl = '{address}'\n"


def _organisation(source: Source) -> str | None:
    return organisation_name(read_dataset(CONTRACT, source.read().tables))


def _refused() -> Obstacle:
    with pytest.raises(Obstacle) as caught:
        configured_source(read_settings())
    return caught.value


def test_a_wrong_address_in_the_environment_is_told_where_it_stands(
    configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "ikke en adresse")
    assert "DATABASE_URL" in _refused().do


def test_a_spreadsheet_is_read_from_google_by_its_own_section_alone(
    configure: Configure, monkeypatch: pytest.MonkeyPatch
) -> None:
    with GoogleStandIn([as_workbook(lyngklokken())]) as google:
        google.use(monkeypatch)
        configure(secrets_toml("lyngklokken"))
        source = configured_source(read_settings())
        assert (source.label, source.is_sample, source.seconds) == ("Google Sheets", False, 300)
        assert source.link == "https://docs.google.com/spreadsheets/d/lyngklokken/edit"
        assert _organisation(source) == NAME


def test_where_google_and_a_database_are_both_there_one_setting_decides(configure: Configure, database: str) -> None:
    both = secrets_toml("lyngklokken") + _sql(database)
    configure(both)
    assert 'source = "gsheets" eller source = "sql"' in _refused().do
    for chosen, label in (("gsheets", "Google Sheets"), ("sql", "SQL-database (sqlite)")):
        configure(f'{both}\n[dashboard]\nsource = "{chosen}"\n')
        assert configured_source(read_settings()).label == label


def test_a_workbook_is_read_and_named_without_its_path(configure: Configure, tmp_path: Path) -> None:
    configure(f"[connections.excel]\nfile = '{write_excel(lyngklokken(), tmp_path / 'puljen.xlsx')}'\n")
    source = configured_source(read_settings())
    assert (source.label, source.is_sample, source.seconds) == ("Excel-filen puljen.xlsx", False, 60)
    assert _organisation(source) == NAME


@pytest.mark.parametrize(("minutes", "seconds"), [("5", 300), ("0.5", 30), ("60", 3600)])
def test_how_often_it_is_read_can_be_set(configure: Configure, folder: Path, minutes: str, seconds: float) -> None:
    configure(f"{_csv(folder)}\n[dashboard]\nminutes_between_readings = {minutes}\n")
    assert configured_source(read_settings()).seconds == seconds


def test_what_tells_two_sources_apart_on_disk_holds_no_secret(configure: Configure, postgresql: PostgreSQL) -> None:
    configure(_sql(_address(postgresql)))
    assert PASSWORD not in configured_source(read_settings()).key
