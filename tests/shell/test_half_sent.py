"""Requests that begin and do not go on, against the server itself: they are ended, and the log has a line at most."""

import json
import logging
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection

import pytest

from shell import half_sent
from shell.half_sent import end_half_sent
from tests.conftest import Configure
from tests.shell.live.test_routes import Server, serving

SECONDS = 0.5
PATH = "/bord/ukendt/svar"
HEAD = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"


@pytest.fixture
def server(configure: Configure, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    configure("")
    end_half_sent()
    monkeypatch.setattr(half_sent, "SECONDS_TO_ARRIVE", SECONDS)
    with serving() as one:
        yield one


def connected(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=10)


def is_ended(connection: socket.socket) -> bool:
    """Waits for it, up to the connection's own timeout, which is an error."""
    try:
        while connection.recv(65536):
            pass
    except ConnectionError:
        pass
    return True


def drip(connection: socket.socket) -> None:
    """One letter at a time, for twenty times as long as a request may take."""
    until = time.monotonic() + 20 * SECONDS
    while time.monotonic() < until:
        connection.sendall(b"x")
        time.sleep(SECONDS / 20)


@pytest.mark.parametrize(
    "begun",
    [
        pytest.param("", id="nothing at all"),
        pytest.param("G", id="one letter"),
        pytest.param("GET / HTTP/1.1\r\nHost: x\r\nX-Long: ", id="half a head"),
        pytest.param(f"{HEAD}Content-Length: 100\r\n\r\n", id="a head without its body"),
        pytest.param(f'{HEAD}Content-Length: 100\r\n\r\n{{"changes": [', id="half a body"),
        pytest.param(f"{HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nab", id="half a piece"),
        pytest.param(
            f"{HEAD}Expect: 100-continue\r\nContent-Length: 100\r\n\r\n", id="a body that waits to be asked for"
        ),
        pytest.param("PUT /_stcore/upload HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n1", id="a body for no one"),
    ],
)
def test_a_request_that_does_not_go_on_is_ended(server: Server, begun: str) -> None:
    with closing(connected(server)) as connection:
        connection.sendall(begun.encode())
        assert is_ended(connection)


@pytest.mark.parametrize("begun", ["GET / HTTP/1.1\r\nHost: x\r\nX-Long: ", f"{HEAD}Content-Length: 60000\r\n\r\n"])
def test_a_request_that_drips_is_ended_too(server: Server, begun: str) -> None:
    with closing(connected(server)) as connection:
        connection.sendall(begun.encode())
        with pytest.raises(ConnectionError):
            drip(connection)


def test_a_second_request_that_does_not_go_on_is_ended(server: Server) -> None:
    with closing(connected(server)) as connection:
        connection.sendall(f"GET {PATH} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert connection.recv(65536).startswith(b"HTTP/1.1 404")
        connection.sendall(b"GET / HTTP/1.1\r\nX-Long: ")
        begun = time.monotonic()
        assert is_ended(connection)
        assert time.monotonic() - begun < 4  # sooner than the server's own patience with an idle connection


def test_a_request_that_is_answered_before_its_end_is_ended(server: Server) -> None:
    with closing(connected(server)) as connection:
        connection.sendall(b"POST /bord/x/svar HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        with pytest.raises(ConnectionError):
            drip(connection)


def test_whoever_goes_on_is_not_ended(server: Server) -> None:
    """A connection that is used for longer than one request may take."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.connect()
    first = connection.sock
    until = time.monotonic() + 3 * SECONDS
    while time.monotonic() < until:
        connection.request("GET", PATH)
        answer = connection.getresponse()
        assert (answer.status, len(answer.read()) > 0) == (404, True)
        time.sleep(SECONDS / 5)
    assert connection.sock is first
    connection.close()


def test_a_slow_request_that_arrives_in_time_is_answered(server: Server) -> None:
    body = json.dumps({"changes": []})
    with closing(connected(server)) as connection:
        connection.sendall(f"{HEAD}Content-Length: {len(body)}\r\n\r\n".encode())
        for part in (body[:5], body[5:]):
            time.sleep(SECONDS / 10)
            connection.sendall(part.encode())
        assert connection.recv(65536).startswith(b"HTTP/1.1 404")


def test_others_are_answered_while_many_wait_half_sent(server: Server) -> None:
    half = [connected(server) for _ in range(100)]
    for connection in half:
        connection.sendall(f"{HEAD}Content-Length: 100\r\n\r\n".encode())
    assert server.ask(PATH).status == 404
    assert all(map(is_ended, half))
    for connection in half:
        connection.close()


def lines(caplog: pytest.LogCaptureFixture, expected: int) -> list[logging.LogRecord]:
    until = time.monotonic() + 10
    while len(caplog.records) < expected and time.monotonic() < until:
        time.sleep(0.01)
    return caplog.records


@pytest.mark.parametrize(
    "cut_off",
    [lambda one: one.close(), lambda one: one.shutdown(socket.SHUT_WR), lambda one: None],
    ids=["closed", "half closed", "left"],
)
def test_a_body_that_is_cut_off_is_one_line_in_the_log(
    server: Server,
    caplog: pytest.LogCaptureFixture,
    cut_off: Callable[[socket.socket], None],
) -> None:
    caplog.clear()
    connection = connected(server)
    connection.sendall(f'{HEAD}Content-Length: 100\r\n\r\n{{"hemmelig'.encode())
    cut_off(connection)
    (line,) = lines(caplog, 1)
    assert line.getMessage() == "A request was cut off before its end."
    assert line.exc_info is None
    connection.close()


@pytest.mark.parametrize("kind", ["a", "æ", "X-Long: "])
def test_a_head_that_is_too_long_is_turned_down(server: Server, kind: str) -> None:
    with closing(connected(server)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        try:
            connection.sendall(kind.encode() * 100_000)
            assert connection.recv(100).startswith(b"HTTP/1.1 400")
        except ConnectionError:
            pass
        assert is_ended(connection)
