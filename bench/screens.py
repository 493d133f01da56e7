"""How fast every screen is, beside a bare Streamlit page on the same machine in the same minutes.

    python bench/screens.py [--screens puljen,afdelinger] [--grants 600] [--rounds 5] [--without browser|server]

Needs requirements-dev.txt and a Chromium (CHROMIUM_PATH, or any that the browser tests would find).
Starts both servers itself and prints medians as ratios to the bare page: milliseconds depend on the machine and on what
else it does. The rounds of all pages alternate, so that a busy minute slows each of them. The bare page stands on stock
`streamlit run` with its default settings.

- cold: a browser that has never been there; warm: one that has; line: cold on 20 Mbit and 30 ms. From the address to
  everything visible: the script ended, and every picture and chart drawn.
- switch: from the click in the menu of another screen until everything of this one is visible.
- filter: from the click on an option of »Puljen« until the table has changed.
- rerun: one viewer who asks again, until the script has ended; and the server's own time for it (Linux only).
- 25 viewers: 3 s between each one's clicks, the slowest twentieth; 50 viewers: without pause.
- memory of the server: with 50 viewers, and after every screen has been asked for.
"""

import argparse
import asyncio
import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.made_up import write_grants  # noqa: E402
from bench.viewer import FILTERS, reruns  # noqa: E402
from core.menu import MENU_ITEMS  # noqa: E402

BARE_PAGE = """import streamlit as st


def first() -> None:
    st.write("x")
    if "choice" in st.query_params:
        st.write("chosen " + st.selectbox("choice", ["a", "b"]))


def second() -> None:
    st.write("y")


st.navigation([st.Page(first, default=True), st.Page(second)]).run()
"""
DAY = "2026-11-22"
LINE = {"offline": False, "latency": 30, "downloadThroughput": 20 * 125_000, "uploadThroughput": 20 * 125_000}
BARE = "bare"
SLOWEST_MS = 120_000
FINISHED = "document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
VISIBLE = f"""(text) => {{
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {FINISHED} && (document.querySelector("[data-testid=stMain]")?.innerText ?? "").includes(text)
        && !all("[data-stale=true], [data-testid=stSkeleton]").length
        && all("img").every((image) => image.complete)
        && all("[data-testid=stVegaLiteChart]").every((one) => !one.checkVisibility() || one.querySelector("svg.marks"))
        && performance.now() - (window.clicked ?? 0);
}}"""
CLICKED = 'addEventListener("pointerup", () => window.clicked = performance.now(), {capture: true, once: true});'


@dataclass(frozen=True)
class Target:
    name: str
    address: str
    # A text that stands on it alone.
    text: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--screens", default="", help="addresses of screens with commas; all if not said")
    parser.add_argument("--grants", type=int, default=0, help="made-up applications instead of the sample data")
    parser.add_argument("--rounds", type=int, default=5, help="measured loads of each page")
    parser.add_argument("--reruns", type=int, default=10, help="measured reruns of each viewer")
    parser.add_argument("--without", choices=("browser", "server"), default="", help="what not to measure")
    options = parser.parse_args()
    finder = [sys.executable, str(ROOT / "tests" / "browser" / "chromium.py")]
    chromium = subprocess.run(finder, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout.strip()
    asked = options.screens.split(",") if options.screens else [item.address for item in MENU_ITEMS]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        secrets = folder / "secrets.toml"
        secrets.write_text(f"[dashboard]\nstate_folder = '{folder / 'state'}'\n", encoding="utf-8")
        if options.grants:
            database = folder / "grants.db"
            write_grants(f"sqlite:///{database.as_posix()}", options.grants)
            with secrets.open("a", encoding="utf-8") as more:
                more.write(f'[connections.sql]\nurl = "sqlite:///{database.as_posix()}"\n')
        bare_script = folder / "bare.py"
        bare_script.write_text(BARE_PAGE, encoding="utf-8")
        with serve(bare_script, folder) as bare, serve(ROOT / "dashboard.py", ROOT, secrets) as dashboard:
            targets = [Target(BARE, bare.address, "x")] + [
                Target(item.title, f"{dashboard.address}/{item.address}?dato={DAY}", item.title)
                for item in MENU_ITEMS
                if item.address in asked
            ]
            print(f"{f'{options.grants} made-up applications' if options.grants else 'sample data'}\n")
            if options.without != "browser":
                in_a_browser(chromium, targets, bare.address, options.rounds)
            if options.without != "server":
                at_the_server(targets, {BARE: bare, "": dashboard}, options.reruns)


def in_a_browser(chromium: str, targets: Sequence[Target], bare: str, rounds: int) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        cold = alternate(rounds, targets, lambda target: cold_load(browser, target))
        line = alternate(rounds, targets, lambda target: cold_load(browser, target, over_a_line=True))
        visitor = browser.new_context()
        warm = alternate(rounds, targets, lambda target: load(visitor, target))
        menu = browser.new_page(viewport={"width": 1280, "height": 800})
        switch = alternate(rounds, targets, lambda target: switched(menu, target, bare))
        table(targets, {"cold": cold, "line": line, "warm": warm, "switch": switch})
        if pool := [target for target in targets if "/puljen?" in target.address]:
            choosing = {one.name: Choice(browser, one) for one in (targets[0], *pool)}
            chosen = alternate(rounds, (targets[0], *pool), lambda target: choosing[target.name].change())
            table((targets[0], *pool), {"filter": chosen})
        browser.close()


def at_the_server(targets: Sequence[Target], served: dict[str, "Served"], count: int) -> None:
    of = {target.name: served[BARE if target.name == BARE else ""] for target in targets}
    alone: dict[str, list[float]] = {}
    busy: dict[str, list[float]] = {}
    for target in targets:
        before = of[target.name].cpu_ms()
        alone[target.name] = asyncio.run(reruns(target.address, 1, count))
        # Those before the counted ones as well.
        busy[target.name] = [(of[target.name].cpu_ms() - before) / (count + 1 + len(FILTERS))]
    paused = {one.name: asyncio.run(reruns(one.address, 25, max(count // 3, 2), pause=3)) for one in targets}
    pressed = {one.name: asyncio.run(reruns(one.address, 50, max(count // 3, 2))) for one in targets}
    print(f"memory with 50 viewers: {served[''].memory_mb():.0f} MB, bare {served[BARE].memory_mb():.0f} MB\n")
    table(targets, {"rerun": alone, "CPU": busy})
    table(targets, {"25 viewers": paused, "50 viewers": pressed}, lambda ms: quantiles(ms, n=20)[-1])


def table(
    targets: Sequence[Target],
    found: dict[str, dict[str, list[float]]],
    figure: Callable[[list[float]], float] = median,
) -> None:
    print(f"{'':<24}" + "".join(f"{name + ' ms':>16}{'ratio':>8}" for name in found))
    for target in targets:
        line = f"{target.name:<24}"
        for measured in found.values():
            ms, bare = figure(measured[target.name]), figure(measured[BARE])
            line += f"{ms:16.0f}{ms / bare:8.2f}"
        print(line, flush=True)
    print()


def alternate(rounds: int, targets: Sequence[Target], measure: Callable[[Target], float]) -> dict[str, list[float]]:
    """One round more than asked for: the first is not counted."""
    measured = [{target.name: measure(target) for target in targets} for _ in range(rounds + 1)]
    return {target.name: [one[target.name] for one in measured[1:]] for target in targets}


@dataclass(frozen=True)
class Served:
    address: str
    process: subprocess.Popen[bytes]

    def cpu_ms(self) -> float:
        used = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
        return sum(map(int, used)) / os.sysconf("SC_CLK_TCK") * 1000

    def memory_mb(self) -> float:
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(status.partition("VmRSS:")[2].split()[0]) / 1024


@contextmanager
def serve(script: Path, folder: Path, secrets: Path | None = None) -> Iterator[Served]:
    """secrets: of the dashboard; without them the script is served as Streamlit does unless told otherwise."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    options += ["--browser.gatherUsageStats=false"] + ([f"--secrets.files={secrets}"] if secrets else [])
    command = [sys.executable, "-m", "streamlit", "run", str(script), *options]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
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
        yield Served(f"http://127.0.0.1:{port}", process)
    finally:
        process.kill()
        process.wait()


def cold_load(browser: Browser, target: Target, *, over_a_line: bool = False) -> float:
    visitor = browser.new_context()
    try:
        return load(visitor, target, over_a_line=over_a_line)
    finally:
        visitor.close()


def load(visitor: BrowserContext, target: Target, *, over_a_line: bool = False) -> float:
    tab = visitor.new_page()
    if over_a_line:
        protocol = visitor.new_cdp_session(tab)
        protocol.send("Network.enable")
        protocol.send("Network.emulateNetworkConditions", LINE)
    tab.goto(target.address, wait_until="commit")
    ms = float(tab.wait_for_function(VISIBLE, arg=target.text, timeout=SLOWEST_MS).json_value())
    tab.close()
    return ms


def switched(tab: Page, target: Target, bare: str) -> float:
    if target.name == BARE:
        tab.goto(f"{bare}/second")
        tab.wait_for_function(VISIBLE, arg="y", timeout=SLOWEST_MS)
        link = tab.get_by_test_id("stSidebarNavLink").first
    else:
        start = "/" if target.address.partition("?")[0].count("/") > 2 and not _is_first(target) else "/puljen"
        tab.goto(f"{_root(target)}{start}?dato={DAY}")
        tab.wait_for_function(VISIBLE, arg="Overblik" if start == "/" else "Puljen", timeout=SLOWEST_MS)
        link = tab.get_by_test_id("stSidebar").get_by_role("link", name=target.name, exact=True)
    tab.evaluate(CLICKED)
    link.click()
    return float(
        tab.wait_for_function(
            f"(text) => window.clicked && ({VISIBLE})(text)", arg=target.text, timeout=SLOWEST_MS
        ).json_value()
    )


def _is_first(target: Target) -> bool:
    return target.address == f"{_root(target)}/?dato={DAY}"


def _root(target: Target) -> str:
    return "/".join(target.address.split("/")[:3])


class Choice:
    """A page that stays open, and one of its drop-down lists."""

    def __init__(self, browser: Browser, target: Target) -> None:
        bare = target.name == BARE
        self.result = r"/chosen .*/" if bare else r"/Viser .*/"
        self.tab: Page = browser.new_page(viewport={"width": 1280, "height": 2400})
        self.tab.goto(f"{target.address}/?choice=1" if bare else target.address)
        self.tab.wait_for_function(VISIBLE, arg=target.text, timeout=SLOWEST_MS)
        self.list = self.tab.get_by_role("combobox", name="choice" if bare else "Status")
        self.options = ("b", "a") if bare else FILTERS[:2]
        self.changes = 0

    def change(self) -> float:
        """From the click on an option until the text that follows from it is another, in ms."""
        self.list.scroll_into_view_if_needed()
        self.tab.wait_for_timeout(300)  # an open list would close if the page still moved
        self.list.click()
        option = self.tab.get_by_role("option", name=self.options[self.changes % 2], exact=True)
        self.changes += 1
        option.wait_for()
        self.tab.evaluate(f"window.before = document.body.innerText.match({self.result})[0]; {CLICKED}")
        option.click()
        changed = f"() => document.body.innerText.match({self.result})?.[0] !== window.before"
        waited = self.tab.wait_for_function(
            f"{changed} && {FINISHED} && performance.now() - window.clicked", timeout=SLOWEST_MS
        )
        return float(waited.json_value())


if __name__ == "__main__":
    main()
