"""Requests that begin and do not go on, against the server itself: they are ended, and the log has a line at most."""

import json
import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from http.client import HTTPConnection

import pytest

from shell.server.half_sent import SECONDS_TO_ARRIVE, end_half_sent
from tests.conftest import Configure
from tests.eventually import MOST_SECONDS, eventually
from tests.shell.live.test_routes import Server, serving

NEARLY, LONGER = SECONDS_TO_ARRIVE - 1, SECONDS_TO_ARRIVE + 1
PATH = "/bord/ukendt/svar"
HEAD = f"POST {PATH} HTTP/1.1\r\nHost: x\r\nOrigin: http://x\r\nContent-Type: application/json\r\n"


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    end_half_sent()
    with serving() as one:
        yield one


@pytest.fixture(autouse=True)
def on_the_sample(configure: Configure) -> None:
    configure("")


def connected(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=MOST_SECONDS)


def is_over(connection: socket.socket) -> bool:
    """Whether the server has ended it; what it said before is passed over."""
    connection.setblocking(False)
    try:
        while connection.recv(65536):
            pass
    except BlockingIOError:
        return False
    except ConnectionError:
        pass
    return True


def is_ended_in_time(server: Server, connection: socket.socket) -> None:
    """The server may take a while to hear of what was sent, and counts from then: so the time passes more than once."""

    def is_ended() -> bool:
        server.later(LONGER)
        return is_over(connection)

    eventually(is_ended)


def drip(server: Server, connection: socket.socket) -> None:
    """One letter at a time, for much longer than a request may take."""
    for _ in range(500):
        connection.sendall(b"x")
        server.later(SECONDS_TO_ARRIVE / 20)


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
        is_ended_in_time(server, connection)


@pytest.mark.parametrize("begun", ["GET / HTTP/1.1\r\nHost: x\r\nX-Long: ", f"{HEAD}Content-Length: 60000\r\n\r\n"])
def test_a_request_that_drips_is_ended_too(server: Server, begun: str) -> None:
    with closing(connected(server)) as connection:
        connection.sendall(begun.encode())
        with pytest.raises(ConnectionError):
            drip(server, connection)


def test_a_second_request_that_does_not_go_on_is_ended(server: Server) -> None:
    with closing(connected(server)) as connection:
        connection.sendall(f"GET {PATH} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert connection.recv(65536).startswith(b"HTTP/1.1 404")
        connection.sendall(b"GET / HTTP/1.1\r\nX-Long: ")
        is_ended_in_time(server, connection)


def test_a_request_that_is_answered_before_its_end_is_ended(server: Server) -> None:
    with closing(connected(server)) as connection:
        connection.sendall(b"POST /bord/x/svar HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        with pytest.raises(ConnectionError):
            drip(server, connection)


def test_whoever_goes_on_is_not_ended(server: Server) -> None:
    """A connection that is used for longer than one request may take."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=MOST_SECONDS)
    connection.connect()
    first = connection.sock
    for _ in range(3):
        connection.request("GET", PATH)
        answer = connection.getresponse()
        assert (answer.status, len(answer.read()) > 0) == (404, True)
        server.later(NEARLY)
    assert connection.sock is first
    connection.close()


def test_a_slow_request_that_arrives_in_time_is_answered(server: Server) -> None:
    body = json.dumps({"changes": []})
    with closing(connected(server)) as connection:
        connection.sendall(f"{HEAD}Content-Length: {len(body)}\r\n\r\n".encode())
        for part in (body[:5], body[5:]):
            server.later(NEARLY / 2)
            connection.sendall(part.encode())
        assert connection.recv(65536).startswith(b"HTTP/1.1 404")


def test_others_are_answered_while_many_wait_half_sent(server: Server) -> None:
    half = [connected(server) for _ in range(100)]
    for connection in half:
        connection.sendall(f"{HEAD}Content-Length: 100\r\n\r\n".encode())
    assert server.ask(PATH).status == 404
    for connection in half:
        is_ended_in_time(server, connection)
        connection.close()


@pytest.mark.parametrize(
    "cut_off",
    [lambda one: one.close(), lambda one: one.shutdown(socket.SHUT_WR), lambda one: None],
    ids=["closed", "half closed", "left"],
)
def test_a_body_that_is_cut_off_is_one_line_in_the_log(
    caplog: pytest.LogCaptureFixture, cut_off: Callable[[socket.socket], None]
) -> None:
    end_half_sent()
    with serving() as server:  # nobody else's connections end here
        connection = connected(server)
        connection.sendall(f'{HEAD}Content-Length: 100\r\n\r\n{{"hemmelig'.encode())
        cut_off(connection)

        def lines() -> int:
            server.later(LONGER)
            return len(caplog.records)

        eventually(lines, 1)
    (line,) = caplog.records
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
        is_ended_in_time(server, connection)
