"""Streamlit's scripts and styles, compressed. Streamlit sends them as they are, which leaves three megabytes to a line
before anything is seen. Each is compressed once, when first asked for: its name changes whenever its content does.
"""

import gzip

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_COMPRESSED = (".js", ".css")
# A part of a file, or none where the browser has it: the answer to that is not the whole file.
_OF_A_PART = ("range", "if-none-match", "if-modified-since")
_LEVEL = 6


class Compressed:
    def __init__(self, app: ASGIApp, folder: str) -> None:
        """folder: how the paths of Streamlit's own files begin."""
        self.app, self.folder = app, folder
        self._kept: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._is_to_be_compressed(scope):
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        if path not in self._kept:
            start, body = await self._answer(scope, receive)
            if not _is_whole_and_plain(start, body):
                await _sent(send, start, body)
                return
            compressed = await anyio.to_thread.run_sync(gzip.compress, body, _LEVEL)
            self._kept[path] = _as_compressed(start, len(compressed)), compressed
        await _sent(send, *self._kept[path])

    def _is_to_be_compressed(self, scope: Scope) -> bool:
        if scope["type"] != "http" or scope["method"] != "GET":
            return False
        if not scope["path"].startswith(self.folder) or not scope["path"].endswith(_COMPRESSED):
            return False
        headers = Headers(scope=scope)
        return _takes_gzip(headers) and not any(name in headers for name in _OF_A_PART)

    async def _answer(self, scope: Scope, receive: Receive) -> tuple[Message, bytes]:
        messages: list[Message] = []

        async def kept(message: Message) -> None:
            messages.append(message)

        await self.app(scope, receive, kept)
        start, *parts = messages
        return start, b"".join(part.get("body", b"") for part in parts)


def _is_whole_and_plain(start: Message, body: bytes) -> bool:
    """Of a file whose browser went away meanwhile nothing may be kept for the next."""
    headers = Headers(raw=start["headers"])
    whole = headers.get("content-length") == str(len(body))
    return start["status"] == 200 and whole and "content-encoding" not in headers


def _takes_gzip(headers: Headers) -> bool:
    for said in headers.get("accept-encoding", "").lower().split(","):
        name, _, quality = said.replace(" ", "").partition(";q=")
        if name == "gzip":
            return quality.strip("0.") != "" or not quality
    return False


def _as_compressed(start: Message, length: int) -> Message:
    headers = MutableHeaders(raw=list(start["headers"]))
    for stale in ("etag", "last-modified", "accept-ranges"):
        del headers[stale]
    headers["content-encoding"] = "gzip"
    headers["content-length"] = str(length)
    headers.add_vary_header("Accept-Encoding")
    return {**start, "headers": headers.raw}


async def _sent(send: Send, start: Message, body: bytes) -> None:
    # The headers are for this answer alone: others add to them on the way.
    await send({**start, "headers": list(start["headers"])})
    await send({"type": "http.response.body", "body": body})
