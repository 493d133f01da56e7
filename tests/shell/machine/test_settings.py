"""What is wrong in secrets.toml is told, all of it at once and without its secrets; what is right becomes values."""

from pathlib import Path
from typing import Any

import pytest

from shell.machine.obstacle import Obstacle
from shell.machine.settings import (
    DEFAULT_STATE_FOLDER,
    CsvFolder,
    Database,
    Monitoring,
    Settings,
    Spreadsheet,
    Workbook,
    checked,
    read_settings,
)
from tests.conftest import Configure
from tests.each import each

SECRET = "hemmelig-kode"
URL = f"postgresql://bruger:{SECRET}@vaert/data"


def refused(**secrets: Any) -> Obstacle:
    with pytest.raises(Obstacle) as caught:
        checked(secrets)
    return caught.value


def test_nothing_set_is_the_sample_data() -> None:
    assert checked({}) == Settings(None, None, DEFAULT_STATE_FOLDER, None, None)


@pytest.mark.parametrize(
    ("section", "connection"),
    [
        ({"csv": {"folder": "/data"}}, CsvFolder(Path("/data"))),
        ({"excel": {"file": "pulje.xlsx"}}, Workbook(Path("pulje.xlsx"))),
        ({"gsheets": {"spreadsheet": "abc", "api_key": "x"}}, Spreadsheet("abc", {"api_key": "x"})),
        ({"sql": {"url": URL}}, Database(URL, "", "url under [connections.sql] i secrets.toml")),
        (
            {"sql": {"dialect": "postgresql", "host": "vaert"}},
            Database("", "postgresql", "url under [connections.sql] i secrets.toml"),
        ),
    ],
    ids=["csv", "excel", "gsheets", "sql by its address", "sql by its parts"],
)
def test_each_connection_becomes_plain_values(section: dict[str, Any], connection: object) -> None:
    assert checked({"connections": section}).connection == connection


def test_a_connection_in_the_file_goes_before_the_environment() -> None:
    assert checked({"connections": {"csv": {"folder": "a"}}}, URL).connection == CsvFolder(Path("a"))
    assert checked({}, URL).connection == Database(URL, "", "miljøvariablen DATABASE_URL")


@pytest.mark.parametrize("place", ["environment", "connections", "live"])
def test_a_database_may_be_named_as_hosts_do(place: str) -> None:
    written, meant = URL.replace("postgresql", "postgres", 1), URL
    if place == "environment":
        found = checked({}, written).connection
    elif place == "connections":
        found = checked({"connections": {"sql": {"url": written}}}).connection
    else:
        assert checked({"live": {"url": written}}).live_url == meant
        return
    assert isinstance(found, Database)
    assert found.url == meant


def test_the_rest_is_read_too() -> None:
    dashboard = {"state_folder": "/s", "slides_template": "vores.potx", "minutes_between_readings": 0.5}
    assert checked({"dashboard": dashboard}) == Settings(None, 30, Path("/s"), Path("vores.potx"), None)


@pytest.mark.parametrize("live", [{}, {"url": ""}])
def test_a_live_section_without_an_address_is_not_no_section(live: dict[str, str]) -> None:
    assert checked({"live": live}).live_url == ""
    assert checked({}).live_url is None


TWO = {"sql": {"url": URL}, "csv": {"folder": "x"}}


def test_two_sources_at_once_are_refused_until_one_is_chosen() -> None:
    error = refused(connections=TWO)
    assert "(sql og csv), og det er ikke sagt, hvilken der gælder" in error.what
    assert error.do == 'Skriv source = "sql" eller source = "csv" under [dashboard].'
    assert checked({"connections": TWO, "dashboard": {"source": "csv"}}).connection == CsvFolder(Path("x"))


@pytest.mark.parametrize("source", ["sql", "excell", 7, ["csv"]])
def test_a_chosen_source_that_is_not_set_up_is_told(source: object) -> None:
    error = refused(connections={"csv": {"folder": "x"}}, dashboard={"source": source})
    assert error.what == f"Kilden »{source}« er valgt, men ikke sat op."
    assert f"[connections.{source}]" in error.do


@pytest.mark.parametrize("written", [{}, {"folder": ""}])
def test_a_csv_section_without_a_folder_is_told(written: dict[str, str]) -> None:
    assert "hvilken mappe" in refused(connections={"csv": written}).what


def test_a_workbook_without_its_name_is_told() -> None:
    assert "hvilken Excel-fil" in refused(connections={"excel": {"fil": "x.xlsx"}}).what


@pytest.mark.parametrize(
    "secrets",
    [
        {"connections": "x"},
        {"connections": {"sql": URL}},
        {"connections": {"csv": "mappe"}},
        {"dashboard": "sql"},
        {"live": "sqlite:///x"},
    ],
)
def test_a_section_written_as_a_line_is_told(secrets: dict[str, Any]) -> None:
    error = refused(**secrets)
    assert "skal være et afsnit" in error.what
    assert SECRET not in f"{error} {error.what} {error.do}"


@pytest.mark.parametrize("minutes", [0, -1, "5", True, [5]])
def test_an_interval_that_is_none_is_told(minutes: object) -> None:
    assert "minutes_between_readings" in refused(dashboard={"minutes_between_readings": minutes}).what


@pytest.mark.parametrize(
    ("secrets", "what", "do"),
    [
        ({"connections": {"gsheet": {}}}, "»gsheet« under [connections] i secrets.toml kendes ikke.", "Skriv gsheets."),
        (
            {"connections": {"oracle": {}}},
            "»oracle« under [connections] i secrets.toml kendes ikke.",
            "Fjern det; her kan stå gsheets, sql, excel eller csv.",
        ),
        (
            {"dashboard": {"slide_template": "x"}},
            "»slide_template« under [dashboard] i secrets.toml kendes ikke.",
            "Skriv slides_template.",
        ),
        ({"connection": {"csv": {"folder": "x"}}}, "»connection« i secrets.toml kendes ikke.", "Skriv connections."),
    ],
)
def test_a_slip_in_a_name_is_told_and_never_left_for_the_sample(secrets: dict[str, Any], what: str, do: str) -> None:
    error = refused(**secrets)
    assert (error.what, error.do) == (what, do)


@pytest.mark.parametrize("name", ["DATABASE_URL", "andet"])
def test_what_is_for_others_is_let_be(name: str) -> None:
    assert checked({name: {"cookie_secret": "x"}}).connection is None


def test_everything_that_is_wrong_is_told_at_once() -> None:
    error = refused(connections={"csv": {}}, dashboard={"minutes_between_readings": 0, "slidestemplate": "x"})
    assert [part in error.what for part in ("hvilken mappe", "minutes_between_readings", "slidestemplate")] == [
        True
    ] * 3
    assert [part in error.do for part in ("Skriv folder", "Skriv fx", "Skriv slides_template")] == [True] * 3


TOKEN = "0123456789abcdef"


@each(
    {
        "nothing": ({}, Monitoring()),
        "a token": ({"token": TOKEN}, Monitoring(token=TOKEN)),
        "no token": ({"token": ""}, Monitoring()),
        "a limit": ({"minutes_until_stale": 90}, Monitoring(stale_after=5400)),
        "half a minute": ({"minutes_until_stale": 0.5}, Monitoring(stale_after=30)),
        "metrics": ({"metrics": True}, Monitoring(metrics=True)),
    }
)
def test_what_watches_over_it_is_set_too(written: dict[str, Any], monitoring: Monitoring) -> None:
    assert checked({"monitoring": written}).monitoring == monitoring


@each(
    {
        "a token that can be guessed": ({"token": TOKEN[1:]}, "mindst 16 tegn"),
        "a token that is a number": ({"token": 1234567890123456}, "mindst 16 tegn"),
        "a token that no header can hold": ({"token": "æ" * 20}, "uden æ, ø og å"),
        "no time": ({"minutes_until_stale": 0}, "»minutes_until_stale« i secrets.toml skal være et tal over 0"),
        "a time in words": ({"minutes_until_stale": "5"}, "»minutes_until_stale« i secrets.toml skal være et tal"),
        "a time without an end": ({"minutes_until_stale": float("inf")}, "skal være et tal over 0"),
        "no number": ({"minutes_until_stale": float("nan")}, "skal være et tal over 0"),
        "metrics in words": ({"metrics": "true"}, "»metrics« under [monitoring] i secrets.toml skal være true"),
        "a slip": ({"tokn": TOKEN}, "»tokn« under [monitoring] i secrets.toml kendes ikke"),
        "no section": ("x", "»monitoring« i secrets.toml skal være et afsnit for sig"),
    }
)
def test_what_cannot_watch_over_it_is_told_without_the_token(written: object, what: str) -> None:
    error = refused(monitoring=written)
    assert what in error.what
    assert TOKEN[1:] not in f"{error.what} {error.do}"


@each({"shorter": (4, False), "as long": (5, False), "longer": (5.1, True)})
def test_data_is_not_too_old_between_two_readings(minutes: float, allowed: bool) -> None:
    written = {"monitoring": {"minutes_until_stale": minutes}, "dashboard": {"minutes_between_readings": 5}}
    if allowed:
        assert checked(written).monitoring.stale_after == minutes * 60
    else:
        assert "skal være større end »minutes_between_readings«" in refused(**written).what


@each(
    {
        "an address": ("https://www.was.digst.dk/tavlen",),
        "one of old": ("http://tavlen.example/was?id=1#top",),
        "in large letters": ("HTTPS://TAVLEN.EXAMPLE",),
        "none": ("",),
    }
)
def test_the_statement_on_accessibility_has_an_address(written: str) -> None:
    assert checked({"dashboard": {"accessibility_statement": written}}).accessibility_statement == written


@each(
    {
        "no address": ("ja",),
        "a script": ("javascript:alert(1)",),
        "a file": ("file:///etc/passwd",),
        "data": ("data:text/html,x",),
        "another's page on this machine": ("//fremmed.example",),
        "a path": ("/was",),
        "no host": ("https:///x",),
        "a password": ("https://a:b@c.example",),
        "a line that ends a header": ("https://a.example/\r\nx: y",),
        "a gap": ("https://a.example/x y",),
        "what ends a link": ("https://a.example/x)[y](z",),
        "a port that is none": ("https://a.example:x",),
        "a number": (7,),
        "several": (["https://a.example"],),
    }
)
def test_what_is_no_address_of_a_statement_is_told(written: object) -> None:
    assert "skal være en adresse" in refused(dashboard={"accessibility_statement": written}).what


@pytest.mark.parametrize("slip", ["[connections.csv\nfolder = 'x'\n", "[connections.csv]\nfolder = 'x\n"])
def test_settings_with_a_slip_are_told_and_not_taken_for_none(configure: Configure, slip: str) -> None:
    configure(slip)
    with pytest.raises(Obstacle, match=r"secrets\.toml kan ikke læses"):
        read_settings()
