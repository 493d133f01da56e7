"""What the screen »Puljen« costs, as ratios to an empty Streamlit page measured in the same run.

    .venv/bin/python bench/pool_screen.py [--rounds 5] [--sessions 1,10] [--grants 600]

Needs the development requirements and a Chromium (CHROMIUM_PATH, or the one tests/browser/chromium.py finds).
In the browser: from navigation until conclusion, figures, charts and tables are drawn, cold (an empty cache)
and warm. At the server: from asking for a rerun until the script has finished, over raw websockets.
Medians of interleaved rounds; the ratio is the figure to quote. --grants takes that many invented grants
in a SQLite file instead of the sample data.
"""

import argparse
import asyncio
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

import sqlalchemy as sa  # noqa: E402
from playwright.sync_api import BrowserContext, sync_playwright  # noqa: E402
from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: E402
from websockets.asyncio.client import ClientConnection, connect  # noqa: E402
from websockets.typing import Subprotocol  # noqa: E402

from shell.sources.schema import contract_metadata  # noqa: E402
from tests.browser.chromium import find  # noqa: E402
from tests.browser.conftest import CHROMIUM_OPTIONS  # noqa: E402
from tests.browser.screen import wait_until_drawn  # noqa: E402

DAY = date(2026, 11, 22)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sessions", default="1,10")
    parser.add_argument("--grants", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.write_text("import streamlit as st\nst.write('x')\n")
        data = {"DATABASE_URL": invented(options.grants, Path(folder))} if options.grants else {}
        with served(empty, {}) as bare, served(ROOT / "dashboard.py", data) as dashboard:
            in_the_browser(bare, f"{dashboard}/puljen?dato={DAY}", options.rounds)
            for sessions in map(int, options.sessions.split(",")):
                at_the_server(bare, dashboard, sessions, options.rounds)


def report(what: str, bare: list[float], dashboard: list[float]) -> None:
    low, high = statistics.median(bare), statistics.median(dashboard)
    print(f"{what:34} empty {low * 1000:7.0f} ms   puljen {high * 1000:7.0f} ms   ratio {high / low:5.2f}", flush=True)


@contextmanager
def served(script: Path, environment: dict[str, str]) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.headless", "true", "--server.address", "127.0.0.1", "--browser.gatherUsageStats", "false"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port), *options],
        cwd=script.parent,
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(300):
            try:
                urlopen(f"{address}/_stcore/health", timeout=1)
                break
            except OSError:
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait()


def in_the_browser(bare: str, puljen: str, rounds: int) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=CHROMIUM_OPTIONS)
        cold: tuple[list[float], list[float]] = ([], [])
        warm: tuple[list[float], list[float]] = ([], [])
        for number in range(rounds + 1):
            for place, address in enumerate((bare, puljen)):
                context = browser.new_context(viewport={"width": 1280, "height": 2400})
                first, second = loaded(context, address, drawn=place == 1), loaded(context, address, drawn=place == 1)
                context.close()
                if number:  # the first round warms the servers
                    cold[place].append(first)
                    warm[place].append(second)
        report("browser, cold load", *cold)
        report("browser, warm load", *warm)
        browser.close()


def loaded(context: BrowserContext, address: str, *, drawn: bool) -> float:
    page = context.new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    if drawn:
        wait_until_drawn(page)
    else:
        page.wait_for_selector("[data-testid=stMarkdownContainer] p")
    took = time.perf_counter() - start
    page.close()
    return took


def at_the_server(bare: str, dashboard: str, sessions: int, rounds: int) -> None:
    took: tuple[list[float], list[float]] = ([], [])
    for place, (address, page) in enumerate(((bare, ""), (dashboard, "puljen"))):
        took[place].extend(asyncio.run(reruns(address, page, sessions, rounds * 2)))
    report(f"server, rerun, {sessions} at once", *took)


async def reruns(address: str, page: str, sessions: int, times: int) -> list[float]:
    """Seconds of each rerun of each session, all sessions asking at once."""
    opened = [
        await connect(
            f"{address.replace('http', 'ws')}/_stcore/stream", subprotocols=[Subprotocol("streamlit")], max_size=None
        )
        for _ in range(sessions)
    ]
    try:
        hashes = [await rerun(one, page, "") for one in opened]
        found: list[float] = []
        for _ in range(times):
            started = time.perf_counter()
            ends = await asyncio.gather(
                *(timed(one, page, hashed, started) for one, hashed in zip(opened, hashes, strict=True))
            )
            found.extend(ends)
        return found
    finally:
        for one in opened:
            await one.close()


async def timed(one: ClientConnection, page: str, hashed: str, started: float) -> float:
    await rerun(one, page, hashed)
    return time.perf_counter() - started


async def rerun(one: ClientConnection, page: str, hashed: str) -> str:
    """Asks for a run of the script and waits for its end; the page's hash, which the next run must name."""
    message = BackMsg()
    message.rerun_script.query_string = f"dato={DAY}" if page else ""
    if hashed:
        message.rerun_script.page_script_hash = hashed
    else:
        message.rerun_script.page_name = page
    await one.send(message.SerializeToString())
    while True:
        answer = ForwardMsg()
        answer.ParseFromString(await one.recv())
        kind = answer.WhichOneof("type")
        if kind == "navigation":
            hashed = answer.navigation.page_script_hash or hashed
        elif kind == "new_session" and not hashed:
            hashed = answer.new_session.page_script_hash
        elif kind == "script_finished":
            if answer.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise RuntimeError("the script did not run")
            return hashed


def invented(grants: int, folder: Path) -> str:
    """The address of a SQLite file with one pool and that many grants, each with a paid invoice."""
    address = f"sqlite:///{folder / 'grants.sqlite'}"
    engine = sa.create_engine(address)
    metadata = contract_metadata(typed=False)
    metadata.create_all(engine)
    days = [DAY - timedelta(days=number % 300) for number in range(grants)]
    rows: dict[str, list[dict[str, str]]] = {
        "afdelinger": [{"afdeling": f"{n:02}", "navn": f"Afdeling {n}", "boliger": "40"} for n in range(1, 39)],
        "puljer": [{"pulje": "P", "navn": "Pulje", "ramme": "100000000", "fra": "2026-01-01", "til": "2026-12-31"}],
        "puljeregler": [
            {"pulje": "Pulje", "regel": "loft pr. projekt", "vaerdi": "20000", "gaelder_fra": "2023-05-15"}
        ],
        "ansoegninger": [
            {"ansoegning": f"A{n}", "pulje": "P", "projekt": f"Projekt {n}", "afdelinger": f"{n % 38 + 1:02}"}
            | {"modtaget": str(day), "afgjort": str(day), "afgoerelse": "tilsagn", "tilsagn": "5000"}
            for n, day in enumerate(days)
        ],
        "fakturaer": [
            {"faktura": f"F{n}", "ansoegning": f"A{n}", "beloeb": "3000", "fakturadato": str(day), "betalt": str(day)}
            for n, day in enumerate(days)
        ],
    }
    with engine.begin() as connection:
        for name, values in rows.items():
            connection.execute(metadata.tables[name].insert(), values)
    return address


if __name__ == "__main__":
    main()
