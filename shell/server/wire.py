"""What goes over Streamlit's web socket: of what a browser may ask only what a screen needs, and of the server nothing
but its screens.

Beside running a screen, whoever has the web socket open could have Streamlit empty every cache, tell of the files
around the script and write files of its own beside it.
"""

import logging
from pathlib import PurePath

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

_LOG = logging.getLogger(__name__)
# The last one makes a file when somebody fetches it.
_ASKED = frozenset({"rerun_script", "stop_script", "app_heartbeat", "deferred_file"})
_LARGEST_BEGINNING = 1_000_000
"""Bytes; what the beginning of a run says of pages and colours is a few thousand."""


class Wire:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def received() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive" or _is_for_a_screen(message.get("bytes") or b""):
                    return message

        async def sent(message: Message) -> None:
            if message["type"] == "websocket.send" and (frame := message.get("bytes")):
                message = {**message, "bytes": _without_the_scripts_place(frame)}
            await send(message)

        await self.app(scope, received, sent)


def _without_the_scripts_place(frame: bytes) -> bytes:
    """A run begins with the path of the script that is run."""
    if len(frame) > _LARGEST_BEGINNING:
        return frame
    told = ForwardMsg.FromString(frame)
    if not told.HasField("new_session"):
        return frame
    told.new_session.main_script_path = PurePath(told.new_session.main_script_path).name
    return bytes(told.SerializeToString())


def _is_for_a_screen(frame: bytes) -> bool:
    try:
        asked = BackMsg.FromString(frame)
    except DecodeError:
        return False
    what = asked.WhichOneof("type")
    if what == "backend_operation_request":
        what = asked.backend_operation_request.WhichOneof("payload")
    if what not in _ASKED:
        _LOG.warning("Refused: a browser asked for %s.", what)
    return what in _ASKED
