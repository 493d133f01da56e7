"""Requests that begin and do not go on. The server itself would hold their connections without an end."""

import logging
from functools import cache
from typing import Any

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.auto import AutoHTTPProtocol

SECONDS_TO_ARRIVE = 20.0
"""From a request's first byte to its last, and from a connection to its first request."""
_LOG = logging.getLogger(__name__)


class CutOff:
    """A request that ends before its end is one line in the log, not a fault of the program."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self.app(scope, receive, send)
        except ClientDisconnect:
            _LOG.warning("A request was cut off before its end.")


@cache
def end_half_sent() -> None:
    """Ends each connection on which a request has begun and has not arrived whole in time. The server has no setting
    for it, so it is added to the calls by which its protocol hears of a connection and of bytes.
    """
    protocol: Any = AutoHTTPProtocol
    made, received, lost = protocol.connection_made, protocol.data_received, protocol.connection_lost

    def connection_made(connection: Any, transport: Any) -> None:
        made(connection, transport)
        connection.waiting = connection.loop.call_later(SECONDS_TO_ARRIVE, transport.abort)

    def data_received(connection: Any, data: bytes) -> None:
        received(connection, data)
        if _is_whole(connection):
            connection.waiting.cancel()
        elif connection.waiting.cancelled():
            connection.waiting = connection.loop.call_later(SECONDS_TO_ARRIVE, connection.transport.abort)

    def connection_lost(connection: Any, error: Exception | None) -> None:
        connection.waiting.cancel()
        lost(connection, error)

    protocol.connection_made = connection_made
    protocol.data_received = data_received
    protocol.connection_lost = connection_lost


def _is_whole(connection: Any) -> bool:
    """Whether nothing more of a request is waited for: it has been handed on whole, or has become a web socket."""
    if connection.transport.get_protocol() is not connection:
        return True
    cycle = connection.cycle
    return cycle is not None and not cycle.more_body and not cycle.response_complete
