"""The dashboard behind the reverse proxies of deploy/, with the real programs where they are installed."""

import re
import shutil
import socket
import ssl
import subprocess
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import ROOT, Dashboard
from tests.browser.screen import DAY, NAME, show
from tests.browser.settled import visitor
from tests.eventually import eventually
from tests.google_sheets.certificates import Certificates, make_certificates

BOARD, PHONES = "tavlen.localhost", "bord.localhost"


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def caddy(folder: Path, port: int, dashboard: int, certificates: Certificates) -> list[str]:
    written = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    tls = f"\n\ttls {certificates.server} {certificates.key}\n"
    blocks, names = re.subn(r"(\w+)\.boligorganisation\.dk \{\n", rf"\1.localhost:{port} {{{tls}", written)
    assert names == 2
    options = "{\n\tadmin off\n\tauto_https disable_redirects\n\tstorage file_system " + f"{folder}\n}}\n"
    (folder / "Caddyfile").write_text(options + blocks.replace("127.0.0.1:8501", f"127.0.0.1:{dashboard}"))
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


def nginx(folder: Path, port: int, dashboard: int, certificates: Certificates) -> list[str]:
    written = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for pattern, instead in {
        r"/etc/ssl/overblik/\w+\.pem": str(certificates.server),
        r"/etc/ssl/overblik/\w+\.key": str(certificates.key),
        r"listen 443": f"listen 127.0.0.1:{port}",
        r"listen \[::\]:443 ssl;": "",
        r"boligorganisation\.dk": "localhost",
        r"127\.0\.0\.1:8501": f"127.0.0.1:{dashboard}",
    }.items():
        written, found = re.subn(pattern, instead, written)
        assert found == 2
    places = "".join(f"{kind}_temp_path {folder}; " for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    whole = f"daemon off; pid {folder}/pid; events {{}} http {{ access_log off; {places} {written} }}"
    (folder / "nginx.conf").write_text(whole)
    return ["nginx", "-p", str(folder), "-e", str(folder / "log"), "-c", str(folder / "nginx.conf")]


@pytest.fixture(params=[caddy, nginx], ids=["caddy", "nginx"])
def port(request: pytest.FixtureRequest, tmp_path: Path, dashboard: Dashboard) -> Iterator[int]:
    """Of a proxy in front of the dashboard."""
    name = request.param.__name__
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    tmp_path.chmod(0o755)
    port, behind = free_port(), urlsplit(dashboard.address).port
    command = request.param(tmp_path, port, behind, make_certificates(tmp_path, (BOARD, PHONES)))
    with (tmp_path / "said").open("wb") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
    try:
        eventually(lambda: process.poll() is not None or listens(port))
        assert process.poll() is None, (tmp_path / "said").read_text(errors="replace")
        yield port
    finally:
        process.terminate()
        process.wait()


def listens(port: int) -> bool:
    with socket.socket() as asked:
        return asked.connect_ex(("127.0.0.1", port)) == 0


def answer(port: int, host: str, path: str) -> tuple[int, str | None]:
    """Its status, and its language, which the dashboard's pages have and the proxies' have not. The path is sent as it
    stands.
    """
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    plain = socket.create_connection(("127.0.0.1", port), timeout=60)
    connection = HTTPSConnection(host, port, context=context)
    connection.sock = context.wrap_socket(plain, server_hostname=host)
    connection.request("GET", path, headers={"Accept": "text/html"})
    found = connection.getresponse()
    connection.close()
    return found.status, found.headers["Content-Language"]


def test_a_screen_is_seen_under_its_name_and_the_tables_sheets_alone_under_theirs(browser: Browser, port: int) -> None:
    with visitor(browser, ignore_https_errors=True) as page:
        show(page, f"https://{BOARD}:{port}/puljen?dato={DAY}")
        expect(page.locator(NAME).first).to_have_text("Puljen")
        cookies = page.context.cookies()
    assert [cookie.get("name") for cookie in cookies if not cookie.get("secure")] == []
    assert cookies
    kept_out = [
        "/",
        "/puljen",
        "/_stcore/stream",
        "/_stcore/health",
        "/bord/../puljen",
        "/bord/%2e%2e/puljen",
        "/bordet",
    ]
    assert {path: answer(port, PHONES, path) for path in ["/bord/ukendt", *kept_out]} == {
        "/bord/ukendt": (404, "da"),
        **dict.fromkeys(kept_out, (404, None)),
    }


@pytest.mark.parametrize(("told", "secure"), [("https", True), ("http", False)])
def test_a_proxy_on_the_same_machine_is_believed_about_tls(dashboard: Dashboard, told: str, secure: bool) -> None:
    connection = HTTPConnection(urlsplit(dashboard.address).netloc)
    connection.request("GET", "/_stcore/health", headers={"X-Forwarded-Proto": told, "X-Forwarded-For": "192.0.2.7"})
    cookies = connection.getresponse().headers.get_all("Set-Cookie") or []
    connection.close()
    assert [("; Secure" in cookie) for cookie in cookies] == [secure]
