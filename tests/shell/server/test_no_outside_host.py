"""The server asks no other host for anything: not at a start that says no address, not for a screen, not where a
stranger's page calls.
"""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin

from tests.browser.conftest import start_dashboard
from tests.each import each
from tests.shell.server.test_frames import frames, running

WATCH = """
import os
import sys

HERE = ("127.0.0.1", "::1", "localhost", "0.0.0.0", "::", "", None)


def watch(event, arguments):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"):
        asked = arguments[0] if event in ("socket.getaddrinfo", "socket.gethostbyname") else arguments[1]
        host = asked[0] if isinstance(asked, tuple) else asked
        host = host.decode() if isinstance(host, bytes) else host
        if host not in HERE and not str(host).startswith("/"):
            with open(os.environ["WATCHED"], "a", encoding="utf-8") as file:
                file.write(f"{event} {host}\\n")
            raise OSError("The test lets nobody out.")


sys.addaudithook(watch)
with open(os.environ["WATCHED"], "a", encoding="utf-8") as file:
    file.write("watching\\n")
"""


@pytest.fixture
def watched(tmp_path: Path) -> Path:
    """What a Python that is started with it asks of other hosts, a line each."""
    (tmp_path / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    return tmp_path / "asked.txt"


def environment(watched: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(watched.parent), "WATCHED": str(watched)}


def test_the_server_asks_no_other_host(watched: Path) -> None:
    started = start_dashboard(watched.parent, listens="", **environment(watched))
    for screen in ("", "materiale", "telefon"):
        assert list(frames(started, running(screen)))
    stream = f"{started.address.replace('http', 'ws', 1)}/_stcore/stream"
    with pytest.raises(InvalidStatus), connect(stream, origin=Origin("https://fremmed.example")):
        pass
    started.kill()
    assert set(watched.read_text(encoding="utf-8").splitlines()) == {"watching"}


@each(
    {
        "by its number": ("socket.create_connection(('192.0.2.7', 80))", "192.0.2.7"),
        "by its name": ("socket.create_connection(('et.andet.example', 80))", "et.andet.example"),
        "by a library": ("import urllib.request as r; r.urlopen('http://et.andet.example/')", "et.andet.example"),
    }
)
def test_what_is_asked_of_another_host_is_seen(asks: str, host: str) -> None:
    with TemporaryDirectory() as folder:
        Path(folder, "sitecustomize.py").write_text(WATCH, encoding="utf-8")
        watched = Path(folder, "asked.txt")
        command = [sys.executable, "-c", f"import socket; {asks}"]
        ended = subprocess.run(command, env={**os.environ, **environment(watched)}, capture_output=True)
        assert b"nobody out" in ended.stderr
        assert host in watched.read_text(encoding="utf-8")
