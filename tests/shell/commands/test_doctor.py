"""The command that looks after what the dashboard stands on: what an operator reads, and what a script asks for."""

import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from streamlit import config

from shell.commands.doctor import main
from tests.conftest import Configure
from tests.google_sheets import faults
from tests.google_sheets.server import GoogleStandIn
from tests.google_sheets.service_account import EMAIL, secrets_toml, service_account
from tests.organisations.lyngklokken import lyngklokken
from tests.organisations.stores import as_workbook, write_csv, write_excel

ROOT = Path(__file__).parents[3]
OFF = "postgresql://a:hemmelig@127.0.0.1:1/b"
Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def a_port_of_its_own() -> Iterator[socket.socket]:
    """Nothing listens there, and nothing else of this machine can."""
    before = config.get_option("server.port")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        config.set_option("server.port", taken.getsockname()[1])
        yield taken
    config.set_option("server.port", before)


def told(about: str, printed: str) -> str:
    """The lines of one finding."""
    lines = printed.splitlines()
    found = [number for number, line in enumerate(lines) if line.startswith(f"{about}: ")]
    assert found, printed
    return "\n".join([lines[found[-1]], *(line for line in lines[found[-1] + 1 : found[-1] + 2] if line[:1] == " ")])


def test_the_sample_is_in_order_and_ends_with_0(configure: Configure, capsys: Printed) -> None:
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert told("Kilde", printed).startswith("Kilde: I orden. Eksempeldata: 33 tabeller læst på ")
    assert "GALT" not in printed
    assert printed.endswith("\nIntet er galt.\n")


def test_a_workbook_with_a_problem_is_a_note_that_leads_to_the_problems(
    configure: Configure, tmp_path: Path, capsys: Printed
) -> None:
    tables = lyngklokken()
    tables["Fakturaer"][2]["Beløb"] = "10,000.00"
    file = write_excel(tables, tmp_path / "puljen.xlsx")
    configure(f"[connections.excel]\nfile = '{file}'\n")
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert "Der er 1 problem i tallene.\n    Se dem med: python3 run.py problems" in told("Kilde", printed)
    assert told("Bordenes ark", printed).startswith("Bordenes ark: I orden. De er på papir")
    assert told("Adgang", printed).startswith("Adgang: I orden. Tallene vises kun på denne maskine")


def test_a_folder_of_csv_files_and_whom_it_is_shown_to(configure: Configure, tmp_path: Path, capsys: Printed) -> None:
    folder = write_csv(lyngklokken(), tmp_path / "tabeller")
    hosts = 'hosts = ["tavlen.example"]\n[live]\nhosts = ["bord.example"]\n'
    configure(f"[connections.csv]\nfolder = '{folder}'\n[dashboard]\n{hosts}")
    assert main([]) == 0
    printed = capsys.readouterr().out
    assert "Skærmene vises under tavlen.example, for alle, der kan nå dem, uden log ind." in told("Adgang", printed)
    assert "Bordenes ark, og intet andet, vises under bord.example." in told("Adgang", printed)


@pytest.mark.parametrize(
    ("settings", "about", "found"),
    [
        pytest.param("[connections.csv]\nfolder = '/findes/ikke'", "Kilde", "findes ikke", id="no such folder"),
        pytest.param("[connections.excel]\nfile = '/findes/ikke.xlsx'", "Kilde", "ikke", id="no such workbook"),
        pytest.param("[connections.sql]\nurl = 'sqlite:////findes/ikke.sqlite'", "Kilde", "findes ikke", id="no file"),
        pytest.param("[connections.sql]\nurl = 'x'", "Kilde", "kan ikke bruges", id="no address"),
        pytest.param(f"[connections.sql]\nurl = '{OFF}'", "Kilde", "svarer ikke", id="off"),
        pytest.param("[connections.sgl]\nurl = 'x'", "Indstillinger", "»sgl« under [connections]", id="a slip"),
        pytest.param("[connections", "Indstillinger", "kan ikke læses", id="no settings file at all"),
        pytest.param("[live]\nurl = 'x'", "Bordenes ark", "kan ikke bruges", id="the sheet's address"),
        pytest.param("[live]\nurl = 'x://y'", "Bordenes ark", "kan ikke bruges", id="an unknown kind of database"),
        pytest.param(f"[live]\nurl = '{OFF}'", "Bordenes ark", "svarer ikke", id="its db"),
        pytest.param("[live]\nurl = 'sqlite:////'", "Bordenes ark", "kan ikke gemmes", id="a folder for a file"),
        pytest.param("[dashboard]\nslides_template = '/nej.potx'", "Skabelon til dias", "findes", id="the template"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do_and_ends_with_1(
    configure: Configure, capsys: Printed, settings: str, about: str, found: str
) -> None:
    configure(settings)
    assert main([]) == 1
    printed = capsys.readouterr().out
    assert told(about, printed).startswith(f"{about}: GALT. ")
    assert found in told(about, printed)
    assert "\n    " in told(about, printed)
    assert printed.endswith("\nDer er noget galt 1 sted.\n")
    assert "hemmelig" not in printed


def test_everything_that_is_wrong_is_told_at_once(configure: Configure, capsys: Printed) -> None:
    configure("[connections.csv]\nfolder = '/findes/ikke'\n[live]\nurl = 'x'")
    assert main([]) == 1
    assert capsys.readouterr().out.endswith("\nDer er noget galt 2 steder.\n")


def test_a_spreadsheet_that_is_not_shared_is_told_with_whom_to_share_it(
    configure: Configure, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    with GoogleStandIn([as_workbook(lyngklokken())]) as google:
        google.use(monkeypatch)
        configure(secrets_toml("lyngklokken"))
        assert main([]) == 0
        google.fault = faults.on_sheets(faults.NO_PERMISSION)
        assert main([]) == 1
    printed = capsys.readouterr().out
    assert EMAIL in told("Kilde", printed)
    key = service_account()["private_key"].splitlines()
    assert [line for line in key if line in printed] == []


def test_a_source_without_any_table_that_is_known_is_the_wrong_one(
    configure: Configure, tmp_path: Path, capsys: Printed
) -> None:
    sqlite3.connect(tmp_path / "andet.sqlite").execute("CREATE TABLE noget (andet TEXT)").connection.close()
    configure(f"[connections.sql]\nurl = 'sqlite:///{tmp_path / 'andet.sqlite'}'")
    assert main([]) == 1
    assert "0 tabeller" in told("Kilde", capsys.readouterr().out)


def test_a_state_folder_that_is_in_the_way_of_a_file(configure: Configure, tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "state").write_text("a file", encoding="utf-8")
    configure("")
    assert main([]) == 1
    assert told("Mappe til det gemte", capsys.readouterr().out).startswith("Mappe til det gemte: GALT.")


def test_nothing_is_left_by_looking(configure: Configure, tmp_path: Path, capsys: Printed) -> None:
    configure(f"[live]\nurl = 'sqlite:///{tmp_path / 'live.sqlite'}'")
    assert main([]) == 0
    assert {file.name for file in tmp_path.iterdir()} == {"secrets.toml"}


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize(("mode", "state"), [(0o600, "I orden"), (0o640, "Bemærk"), (0o604, "Bemærk")])
def test_settings_that_others_may_read_are_a_note(
    configure: Configure, tmp_path: Path, capsys: Printed, mode: int, state: str
) -> None:
    configure("")
    (tmp_path / "secrets.toml").chmod(mode)
    assert main([]) == 0
    assert told("Indstillinger", capsys.readouterr().out).startswith(f"Indstillinger: {state}.")


ANSWERS = {"/_stcore/health": b"ok", "/openid": b'{"authorization_endpoint": "x"}', "/andet": b"[]", "/html": b"<p>"}


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = ANSWERS.get(self.path, b"")
        self.send_response(200 if body else 404)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize(
    ("base", "state", "found"),
    [("", "I orden", "Programmet kører og svarer"), ("andet", "GALT", "Den er optaget")],
    ids=["the dashboard", "something else"],
)
def test_what_listens_on_its_port(configure: Configure, capsys: Printed, base: str, state: str, found: str) -> None:
    before = config.get_option("server.baseUrlPath")
    with HTTPServer(("127.0.0.1", 0), _Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        config.set_option("server.port", server.server_port)
        config.set_option("server.baseUrlPath", base)
        try:
            assert main([]) == (state == "GALT")
        finally:
            config.set_option("server.baseUrlPath", before)
            server.shutdown()
    assert told(f"Port {server.server_port}", capsys.readouterr().out).startswith(
        f"Port {server.server_port}: {state}. {found}"
    )


@pytest.mark.parametrize(
    ("path", "state"), [("openid", "I orden"), ("andet", "GALT"), ("html", "GALT"), ("findes-ikke", "GALT")]
)
def test_where_one_logs_in(configure: Configure, capsys: Printed, path: str, state: str) -> None:
    with HTTPServer(("127.0.0.1", 0), _Answers) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        configure(
            "[auth]\nredirect_uri = 'http://localhost/oauth2callback'\ncookie_secret = 'hemmelig-hemmelig-hemmelig'\n"
            f"client_id = 'x'\nclient_secret = 'y'\nserver_metadata_url = 'http://127.0.0.1:{server.server_port}/{path}'\n"
            "[access.board]\nemail = ['formand@boligorganisation.example']\n"
        )
        try:
            assert main([]) == (state == "GALT")
        finally:
            server.shutdown()
    printed = capsys.readouterr().out
    assert told("Log ind hos 127.0.0.1", printed).startswith(f"Log ind hos 127.0.0.1: {state}.")
    assert "hemmelig" not in printed
    assert "formand" not in printed


PLANTED = "PLANTET-HEMMELIGHED"
ADDRESS = f"postgresql://{PLANTED}:{PLANTED}@127.0.0.1:1/x?password={PLANTED}"


PLACES = {
    "a database's address": f"[connections.sql]\nurl = '{ADDRESS}'",
    "where an address should be": f"[connections.sql]\nurl = '{PLANTED}'",
    "a database's parts": f"[connections.sql]\ndialect = 'postgresql'\nhost = '127.0.0.1'\npassword = '{PLANTED}'",
    "a key that is none": f"[connections.gsheets]\nspreadsheet = ''\nprivate_key = '{PLANTED}'\nclient_email = 'a@b.c'",
    "a key that is a list": f"[connections.gsheets]\nspreadsheet = 'x'\napi_key = ['{PLANTED}']",
    "where a section should be": f"[connections]\nsql = '{PLANTED}'",
    "the sheet's database": f"[live]\nurl = '{ADDRESS}'\npassword = '{PLANTED}'",
    "a list where the sheet's database should be": f"[live]\nurl = ['{PLANTED}']",
    "everywhere": f"connections = '{PLANTED}'\nlive = '{PLANTED}'\ndashboard = '{PLANTED}'",
    "for who logs in": f"[auth]\ncookie_secret = '{PLANTED}'\nclient_secret = '{PLANTED}'\nredirect_uri = 5",
}


@pytest.mark.parametrize("settings", PLACES.values(), ids=PLACES.keys())
def test_no_secret_is_printed_wherever_it_stands(
    configure: Configure, monkeypatch: pytest.MonkeyPatch, capsys: Printed, settings: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    configure(settings)
    monkeypatch.setenv("DATABASE_URL", ADDRESS)
    assert main([]) == 1
    assert PLANTED not in capsys.readouterr().out


def test_no_secret_is_printed_on_the_way_either(tmp_path: Path) -> None:
    """Of a file that cannot be read, and of libraries that log what they are given."""
    file = tmp_path / "secrets.toml"
    file.write_text(f"[connections.sql]\nurl = '{PLANTED}", encoding="utf-8")
    environment = os.environ | {"STREAMLIT_SECRETS_FILES": str(file), "DATABASE_URL": ADDRESS}
    command = [sys.executable, "-X", "utf8", "-m", "shell.commands.doctor"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert PLANTED not in done.stdout + done.stderr
    assert "Indstillingerne i secrets.toml kan ikke læses." in done.stdout
    assert done.stderr == ""
