"""Installs what the dashboard needs into .venv, then does what is asked for.

    python3 run.py start [options of streamlit]
    python3 run.py template workbook.xlsx               writes the empty workbook to fill in
    python3 run.py problems [a workbook or folder]      reads a source once and prints its problems
    python3 run.py doctor                               looks at what it stands on, and says what is wrong
    python3 run.py erase [a seminar's number, or everything]    erases for good what is stored, or says what is
    python3 run.py test [options of pytest]
    python3 run.py check

On Windows, write `py` for `python3`. Only Python itself is needed, 3.11 or newer.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - whoever starts this may have an older one
    sys.exit(f"This needs Python 3.11 or newer; this is Python {sys.version_info[0]}.{sys.version_info[1]}.")

from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
INSTALLED = VENV / "installed"
# Every package with the hashes of its files, made of requirements.txt and requirements-dev.txt.
RUNTIME = "requirements.lock"
DEVELOPMENT = "requirements-dev.lock"
CHROMIUM_FINDER = "tests/browser/chromium.py"


def main(arguments: list[str]) -> NoReturn:
    command, *options = arguments or ["help"]
    os.chdir(ROOT)
    if command == "start":
        install(RUNTIME)
        # For this machine alone, unless an address is said.
        become("streamlit", "run", "dashboard.py", "--server.address=127.0.0.1", *options)
    elif command in ("template", "problems", "doctor", "erase"):
        install(RUNTIME)
        become(f"shell.commands.{command}", *options)
    elif command == "test":
        install(DEVELOPMENT)
        test(options)
    elif command == "check" and not options:
        install(DEVELOPMENT)
        for tool in (["ruff", "check"], ["ruff", "format", "--check"], ["mypy"]):
            say(" ".join(tool))
            run_or_exit([str(PYTHON), "-m", *tool])
        say("known vulnerabilities")
        run_or_exit([str(PYTHON), "-m", "shell.commands.vulnerabilities"])
        say("pytest")
        test([])
    print(__doc__)
    sys.exit(0 if command in ("help", "-h", "--help") else 2)


def test(options: list[str]) -> NoReturn:
    found = subprocess.run([PYTHON, "-X", "utf8", CHROMIUM_FINDER], stdout=subprocess.PIPE, encoding="utf-8")
    if found.returncode != 0:
        sys.exit(found.returncode)
    chromium = found.stdout.strip()
    if chromium:
        os.environ["CHROMIUM_PATH"] = chromium
    elif os.environ.get("CI") == "true":
        sys.exit("No Chromium found, and none to be had: the browser tests cannot run.")
    else:
        say("No Chromium found, and none to be had: the browser tests will be skipped.")
    if os.environ.get("CI") != "true":
        say("Of each slow race one is run, of made-up examples a fourth, and most screens are seen at two sizes;")
        say("with CI=true everything is.")
    # Half of the time a test waits, for a server or a page: one process more than cores keeps them all at work.
    # In the order of the folders the slow browser tests come first, and nothing long is left for the end.
    processes = (os.cpu_count() or 1) + 1
    become("pytest", f"--numprocesses={processes}", "--dist=loadfile", "--no-loadscope-reorder", *options)


def install(lock: str) -> None:
    """Brings .venv up to date with a lock file; does nothing where it is so already."""
    if not venv_works():
        make_venv()
    fingerprints = INSTALLED.read_text().split() if INSTALLED.exists() else []
    if fingerprint(lock) in fingerprints:
        return
    say(f"Installing {lock} into .venv. The first time this takes some minutes.")
    quietly = ["--quiet", "--disable-pip-version-check"]
    run_or_exit([str(PYTHON), "-m", "pip", "install", *quietly, "--require-hashes", "-r", lock])
    # That of the tests includes the other.
    INSTALLED.write_text("\n".join(sorted(map(fingerprint, {RUNTIME, lock}))))


def fingerprint(lock: str) -> str:
    return hashlib.sha256(Path(lock).read_bytes()).hexdigest()


def venv_works() -> bool:
    """False also where its making was cut short, or where the Python it was made from is gone."""
    try_out = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    return PYTHON.exists() and subprocess.run([PYTHON, "-c", try_out], capture_output=True).returncode == 0


def make_venv() -> None:
    say("Making .venv")
    if not importlib.util.find_spec("ensurepip"):
        install_ensurepip()
    run_or_exit([sys.executable, "-m", "venv", "--clear", str(VENV)])


def install_ensurepip() -> None:
    """Debian and Ubuntu leave it out of their Python."""
    package = f"python3.{sys.version_info.minor}-venv"
    if not shutil.which("apt-get"):
        sys.exit("This Python lacks the module ensurepip. Install it, or use the Python from python.org.")
    if os.geteuid() != 0:
        sys.exit(f"This Python lacks the module ensurepip. Run first: sudo apt-get install {package}")
    say(f"Installing the system's package {package}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run_or_exit(["apt-get", "update"], printed=subprocess.DEVNULL)
    run_or_exit(["apt-get", "install", "-y", "--no-install-recommends", package], printed=subprocess.DEVNULL)


def run_or_exit(command: list[str], printed: int | None = None) -> None:
    code = subprocess.run(command, stdout=printed).returncode
    if code != 0:
        sys.exit(code)


def become(*module: str) -> NoReturn:
    """Ends as `python -m module`: its exit code is ours, and signals reach it."""
    command = [str(PYTHON), "-m", *module]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(PYTHON, command)
    process = subprocess.Popen(command)
    while True:
        try:
            sys.exit(process.wait())
        except KeyboardInterrupt:  # Ctrl-C reaches the process as well: let it end in its own way.
            continue


def say(line: str) -> None:
    print(f"run.py: {line}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
