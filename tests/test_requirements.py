"""What is installed is pinned with its hashes, under licences that are known to be fine, and asked about."""

import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from shell.commands.licences import LOCK, PAGE, licence, licences_page, packages
from shell.commands.vulnerabilities import known, main
from tests.each import each

ROOT = Path(__file__).parents[1]
DEVELOPMENT = ROOT / "requirements-dev.lock"
FINE = {
    *("0BSD", "Apache-2.0", "BSD", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "LGPL-3.0-only", "MIT", "MIT-0"),
    *("MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib"),
}


def pinned(file: Path) -> dict[str, str]:
    return dict(packages(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("lock", [LOCK, DEVELOPMENT], ids=lambda lock: lock.name)
def test_every_package_has_hashes_and_the_version_of_the_constraints(lock: Path) -> None:
    constraints = pinned(ROOT / "constraints.txt")
    text = lock.read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text)
    assert [entry.split()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []
    assert {name: version for name, version in pinned(lock).items() if constraints.get(name) != version} == {}
    if lock == DEVELOPMENT:
        assert constraints == pinned(lock)


@pytest.mark.parametrize(
    ("requirements", "lock"), [("requirements.txt", LOCK), ("requirements-dev.txt", DEVELOPMENT)], ids=["run", "test"]
)
def test_every_requirement_is_in_its_lock(requirements: str, lock: Path) -> None:
    asked = packages((ROOT / requirements).read_text(encoding="utf-8").lower())
    assert asked
    assert [one for one in asked if one not in pinned(lock).items()] == []


def test_no_package_that_the_dashboard_runs_with_has_a_licence_nobody_has_looked_at() -> None:
    said = {name: re.split(r" AND | OR ", licence(name)) for name in pinned(LOCK)}
    assert {name: licences for name, licences in said.items() if not FINE.issuperset(licences)} == {}


def test_the_page_of_licences_is_what_the_packages_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == licences_page()


@contextmanager
def database(status: int, answer: object) -> Iterator[tuple[str, list[Any]]]:
    """One that answers everything alike; its address, and what it was asked."""
    asked: list[Any] = []

    class Answering(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *_: Any) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", asked
    server.shutdown()
    server.server_close()


def test_a_package_with_a_known_vulnerability_is_named() -> None:
    answer = {"results": [{}, {"vulns": [{"id": "GHSA-1"}, {"id": "PYSEC-2"}]}]}
    with database(200, answer) as (address, asked):
        assert list(known([("a", "1"), ("b", "2.0")], address)) == ["b 2.0: GHSA-1, PYSEC-2"]
    assert [(one["package"]["name"], one["version"]) for one in asked[0]["queries"]] == [("a", "1"), ("b", "2.0")]


@each(
    {
        "some is vulnerable": (200, [{"vulns": [{"id": "X"}]}], 1),
        "none is": (200, [{}], 0),
        "the database is down": (500, [], 0),
        "it answers for too few": (200, None, 0),
    }
)
def test_only_a_known_vulnerability_fails_the_check(status: int, results: list[Any] | None, code: int) -> None:
    many = len(pinned(DEVELOPMENT))
    with database(status, {"results": [] if results is None else results * many}) as (address, _):
        assert main(address) == code


def test_without_a_network_it_is_said_that_nothing_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    with database(200, {}) as (address, _):
        pass
    assert main(address) == 0
    assert "Not checked" in capsys.readouterr().out
