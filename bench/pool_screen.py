"""How fast the screen »Puljen« is, beside a bare Streamlit page on the same machine in the same minutes.

    python bench/pool_screen.py [--grants 600] [--rounds 7] [--reruns 20]

Needs requirements-dev.txt and a Chromium (CHROMIUM_PATH, or any that the browser tests would find).
Starts both servers itself and prints medians. Milliseconds depend on the machine and on what else it does;
the ratios are what to compare. The rounds of both pages alternate, so that a busy minute slows both.

- cold: a browser that has never been there; warm: one that has. From the address to conclusion, figures and charts.
- filter: from the click on an option until the table has changed; on the bare page until the chosen word has.
- server: 1, 10 and 25 viewers who ask for the next rerun as soon as the last is finished.
"""

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.made_up import write_grants  # noqa: E402
from bench.viewer import FILTERS, reruns  # noqa: E402

BARE_PAGE = """import streamlit as st
st.write("x")
if "choice" in st.query_params:
    st.write("chosen " + st.selectbox("choice", ["a", "b"]))
"""
DAY = "2026-11-22"
SESSIONS = (1, 10, 25)
FINISHED = "document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
DRAWN = {
    "bare": f"() => {FINISHED} && document.body.innerText.includes('x') && performance.now()",
    "pool": f"""() => {FINISHED} && document.querySelector(".st-key-conclusion h2")
        && document.querySelectorAll("[data-testid=stMetricValue]").length === 4
        && document.querySelectorAll("[data-testid=stVegaLiteChart] svg.marks").length >= 3 && performance.now()""",
}
RESULT = {"bare": r"/chosen .*/", "pool": r"/Viser .*/"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--grants", type=int, default=0, help="made-up applications instead of the sample data")
    parser.add_argument("--rounds", type=int, default=7, help="measured loads and filter changes of each page")
    parser.add_argument("--reruns", type=int, default=20, help="measured reruns of each viewer")
    options = parser.parse_args()
    finder = [sys.executable, str(ROOT / "tests" / "browser" / "chromium.py")]
    chromium = subprocess.run(finder, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.strip()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        secrets = folder / "secrets.toml"
        if options.grants:
            database = folder / "grants.db"
            write_grants(f"sqlite:///{database.as_posix()}", options.grants)
            secrets.write_text(f'[connections.sql]\nurl = "sqlite:///{database.as_posix()}"\n', encoding="utf-8")
        bare_script = folder / "bare.py"
        bare_script.write_text(BARE_PAGE, encoding="utf-8")
        with serve(bare_script, folder, secrets) as bare, serve(ROOT / "dashboard.py", ROOT, secrets) as dashboard:
            pages = {"bare": f"{bare}/?x=1", "pool": f"{dashboard}/puljen?dato={DAY}"}
            data = f"{options.grants} made-up applications" if options.grants else "sample data"
            print(f"{data}, {options.rounds} rounds, {options.reruns} reruns\n")
            print(f"{'median ms':<22}{'bare':>8}{'pool':>8}{'ratio':>8}")
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
                report("cold load", alternate(options.rounds, pages, lambda page: cold_load(browser, page, pages)))
                visitor = browser.new_context()
                report("warm load", alternate(options.rounds, pages, lambda page: load(visitor, page, pages)))
                choosing = {page: Choice(browser, page, f"{address}&choice=1") for page, address in pages.items()}
                report("filter to result", alternate(options.rounds, pages, lambda page: choosing[page].change()))
                browser.close()
            for sessions in SESSIONS:
                found: dict[str, list[float]] = {"bare": [], "pool": []}
                for page in ("bare", "pool", "pool", "bare"):
                    found[page] += asyncio.run(reruns(pages[page], sessions, options.reruns // 2))
                report(f"server, {sessions} viewers p50", found)
                report(f"server, {sessions} viewers p95", found, lambda ms: quantiles(ms, n=20)[-1])


def report(name: str, found: dict[str, list[float]], figure: Callable[[list[float]], float] = median) -> None:
    bare, pool = figure(found["bare"]), figure(found["pool"])
    print(f"{name:<22}{bare:8.0f}{pool:8.0f}{pool / bare:8.2f}", flush=True)


def alternate(rounds: int, pages: dict[str, str], measure: Callable[[str], float]) -> dict[str, list[float]]:
    """One round more than asked for: the first is not counted."""
    measured = [{page: measure(page) for page in pages} for _ in range(rounds + 1)]
    return {page: [one[page] for one in measured[1:]] for page in pages}


@contextmanager
def serve(script: Path, folder: Path, secrets: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    options += ["--server.fileWatcherType=none", "--browser.gatherUsageStats=false", f"--secrets.files={secrets}"]
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    environment = os.environ | {"DATABASE_URL": ""}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        for _ in range(300):
            try:
                urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.kill()
        process.wait()


def cold_load(browser: Browser, page: str, pages: dict[str, str]) -> float:
    visitor = browser.new_context()
    try:
        return load(visitor, page, pages)
    finally:
        visitor.close()


def load(visitor: BrowserContext, page: str, pages: dict[str, str]) -> float:
    tab = visitor.new_page()
    tab.goto(pages[page], wait_until="commit")
    ms = float(tab.wait_for_function(DRAWN[page]).json_value())
    tab.close()
    return ms


class Choice:
    """A page that stays open, and one of its drop-down lists."""

    def __init__(self, browser: Browser, page: str, address: str) -> None:
        self.result = RESULT[page]
        self.tab: Page = browser.new_page(viewport={"width": 1280, "height": 2400})
        self.tab.goto(address)
        self.tab.wait_for_function(DRAWN[page])
        self.list = self.tab.get_by_role("combobox", name="Status" if page == "pool" else "choice")
        self.options = FILTERS[:2] if page == "pool" else ("b", "a")
        self.changes = 0

    def change(self) -> float:
        """From the click on an option until the text that follows from it is another, in ms."""
        self.list.scroll_into_view_if_needed()
        self.tab.wait_for_timeout(300)  # an open list would close if the page still moved
        self.list.click()
        option = self.tab.get_by_role("option", name=self.options[self.changes % 2], exact=True)
        self.changes += 1
        option.wait_for()
        self.tab.evaluate(
            f"""() => {{
                window.before = document.body.innerText.match({self.result})[0];
                addEventListener("pointerup", () => window.clicked = performance.now(), {{capture: true, once: true}});
            }}"""
        )
        option.click()
        changed = f"() => document.body.innerText.match({self.result})?.[0] !== window.before"
        waited = self.tab.wait_for_function(f"{changed} && {FINISHED} && performance.now() - window.clicked")
        return float(waited.json_value())


if __name__ == "__main__":
    main()
