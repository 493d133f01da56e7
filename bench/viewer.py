"""Viewers without a browser: they speak to the server as Streamlit's page does."""

import asyncio
import random
import socket
import time

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

FILTERS = ("Afsluttet", "Afslag", "Under behandling")


async def reruns(address: str, sessions: int, count: int, pause: float = 0) -> list[float]:
    """ms of each; pause: seconds between those of one viewer."""
    viewers = [Viewer(address) for _ in range(sessions)]
    await asyncio.gather(*(viewer.open() for viewer in viewers))
    for viewer in viewers:
        for _ in FILTERS:
            await viewer.rerun()
    times = await asyncio.gather(*(viewer.repeat(count, pause) for viewer in viewers))
    for viewer in viewers:
        await viewer.socket.close()
    return [ms for mine in times for ms in mine]


class Viewer:
    """One websocket session; each rerun asks for another filter of the list."""

    def __init__(self, address: str) -> None:
        root, _, self.query = address.partition("?")
        self.server, _, self.page = root.removeprefix("http://").partition("/")
        self.script = ""
        self.kept: set[str] = set()
        self.count = 0

    async def open(self) -> None:
        self.socket = await websockets.connect(
            f"ws://{self.server}/_stcore/stream",
            subprotocols=[websockets.Subprotocol("streamlit")],
            max_size=None,
            compression=None,
            ping_interval=None,
        )
        await self.rerun()

    async def repeat(self, count: int, pause: float) -> list[float]:
        await asyncio.sleep(random.uniform(0, pause))
        found = []
        for _ in range(count):
            found.append(await self.rerun())
            await asyncio.sleep(pause)
        return found

    async def rerun(self) -> float:
        """ms from the request to the end of the script."""
        ask = BackMsg()
        ask.rerun_script.query_string = f"{self.query}&status={FILTERS[self.count % len(FILTERS)]}"
        ask.rerun_script.page_script_hash = self.script
        if not self.script:
            ask.rerun_script.page_name = self.page
        ask.rerun_script.cached_message_hashes.extend(self.kept)
        self.count += 1
        start = time.perf_counter()
        await self.socket.send(ask.SerializeToString())
        while True:
            raw = await asyncio.wait_for(self.socket.recv(), 120)
            if hasattr(socket, "TCP_QUICKACK"):  # a browser's kernel does not wait 40 ms before it says: received
                tcp = self.socket.transport.get_extra_info("socket")
                tcp.setsockopt(socket.IPPROTO_TCP, socket.TCP_QUICKACK, 1)
            message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            kind = message.WhichOneof("type")
            if kind == "new_session":
                self.script = message.new_session.page_script_hash
            elif kind == "navigation" and message.navigation.page_script_hash:
                self.script = message.navigation.page_script_hash
            elif kind == "delta":
                if message.metadata.cacheable and message.hash:
                    self.kept.add(message.hash)
                if message.delta.new_element.WhichOneof("type") == "exception":
                    raise RuntimeError(message.delta.new_element.exception.message)
            elif kind == "script_finished" and message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                return (time.perf_counter() - start) * 1000
