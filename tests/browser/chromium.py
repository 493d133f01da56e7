"""Finds a Chromium for the browser tests, or gets one.

Run as a script, by the Python that has Playwright, it prints the path of the program,
or nothing where there is none; whatever else there is to say goes to standard error.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

DOWNLOAD_SECONDS = 120

NAMES = (
    "chromium-headless-shell",
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chromium-browser",
    "microsoft-edge",
    "msedge",
    "chrome",
)
MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
# What the program is called in the folder that Playwright downloads.
PLAYWRIGHT_NAMES = (
    "chrome-headless-shell",
    "chrome-headless-shell.exe",
    "headless_shell",
    "headless_shell.exe",
    "chrome",
    "chrome.exe",
    "Google Chrome for Testing",
    "Chromium",
)


def find() -> str | None:
    """The first Chromium that starts. The quick ways come first, the ones that install something last."""
    chosen = os.environ.get("CHROMIUM_PATH")
    if chosen and not Path(chosen).is_file():
        sys.exit(f"CHROMIUM_PATH is {chosen}, but there is no such file.")
    if not playwright_starts():
        say("Browser tests: Playwright does not start here; `python -m playwright --version` in .venv tells why.")
        return None
    if chosen:
        return chosen
    for places in (playwrights_own, on_this_machine, downloaded, from_package_manager):
        for path in places():
            if starts(path):
                return str(path)
    return None


def playwright_starts() -> bool:
    """The Node.js that Playwright brings needs a library which a small Linux does not have."""
    version = [*playwright_command(), "--version"]
    return subprocess.run(version, stdin=subprocess.DEVNULL, capture_output=True).returncode == 0 or (
        apt_install("libatomic1") and run_quietly(version)
    )


def playwrights_own() -> Iterator[Path]:
    """What Playwright has downloaded earlier."""
    plan = subprocess.run(
        [*playwright_command(), "install", "--dry-run", "chromium-headless-shell", "chromium"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
    for line in plan.stdout.splitlines():
        label, _, folder = line.strip().partition(":")
        if label == "Install location":
            yield from programs_in(Path(folder.strip()))


def programs_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.name in PLAYWRIGHT_NAMES and path.is_file():
            yield path


def on_this_machine() -> Iterator[Path]:
    """What is on PATH or in the usual places."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield from (folder / f"{app}.app/Contents/MacOS/{app}" for app in MAC_APPS)
    elif sys.platform == "win32":
        for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if os.environ.get(variable):
                yield from (Path(os.environ[variable], program) for program in WINDOWS_PROGRAMS)
    else:
        for usual in ("/usr/bin", "/usr/local/bin", "/snap/bin"):
            yield from (Path(usual, name) for name in NAMES)
        yield Path("/opt/google/chrome/chrome")


def downloaded() -> Iterator[Path]:
    """What Playwright can download now; one try, within a time limit."""
    say("Browser tests: downloading a Chromium")
    if run_quietly([*playwright_command(), "install", "chromium-headless-shell"], DOWNLOAD_SECONDS):
        yield from playwrights_own()
    else:
        say("Browser tests: the download failed.")


def from_package_manager() -> Iterator[Path]:
    if apt_install("chromium"):
        yield from on_this_machine()


def apt_install(package: str) -> bool:
    """Installs a package of the system, where there is apt and we may use it."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    say(f"Browser tests: installing the system's package {package}")
    run_quietly(["apt-get", "update"])
    return run_quietly(["apt-get", "install", "-y", "--no-install-recommends", package])


def starts(path: Path) -> bool:
    """Some systems ship a stand-in that only tells what to install; and libraries can be missing."""
    if not path.is_file():
        return False
    if sys.platform == "win32":  # There, --version would open a window.
        return True
    try:
        answer = subprocess.run([path, "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0


def playwright_command() -> list[str]:
    return [sys.executable, "-m", "playwright"]


def run_quietly(command: list[str], seconds: float | None = None) -> bool:
    """Whether the command succeeded. Of what it prints only the errors are shown, and only where it failed."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        start_new_session=True,
    )
    try:
        printed, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        say(f"No end after {seconds:.0f} seconds: {' '.join(command)}")
        return False
    finally:
        end_with_children(process)
    if process.returncode != 0:
        for error in dict.fromkeys(line for line in printed.splitlines() if line.startswith(("Error", "E:"))):
            say(error)
    return process.returncode == 0


def end_with_children(process: subprocess.Popen[str]) -> None:
    if process.poll() is not None:
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True)
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(find() or "")
