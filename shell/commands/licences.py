"""Writes docs/licences.md: under which licence each package is that the dashboard runs with, as it says itself.

python -m shell.commands.licences
"""

import re
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "requirements.lock"
PAGE = ROOT / "docs" / "licences.md"
_LONGEST_NAME = 40
_ONE_NAME = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
_NOT_ON_EVERY_SYSTEM = {"colorama": "BSD-3-Clause", "watchdog": "Apache-2.0"}
_HEAD = """# Licences

What the dashboard runs with, and under which licence, as each package says itself. All of them may be used and handed
on by an organisation; psycopg (LGPL-3.0) and certifi (MPL-2.0) are used as they are. The typeface Source Sans Pro
is under the SIL Open Font License 1.1 (`shell/handouts/paper/fonts/LICENSE.txt`).
Made by `python -m shell.commands.licences`.

| Package | Licence |
|---|---|
"""


def packages(lock: str) -> list[tuple[str, str]]:
    """Name and version of each package of a file of pinned requirements."""
    return re.findall(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", lock, re.MULTILINE)


def licence(name: str) -> str:
    """'' where the package says none."""
    if name in _NOT_ON_EVERY_SYSTEM:
        return _NOT_ON_EVERY_SYSTEM[name]
    try:
        found = metadata(name)
    except PackageNotFoundError:
        return ""
    whole = [one for one in found.get_all("License") or [] if len(one) <= _LONGEST_NAME and "\n" not in one]
    classified = [one.rsplit(" :: ", 1)[-1] for one in found.get_all("Classifier") or [] if one.startswith("License")]
    written = next(iter((*(found.get_all("License-Expression") or []), *whole, *classified)), "")
    return _ONE_NAME.get(written, written)


def licences_page() -> str:
    rows = (f"| {name} | {licence(name)} |\n" for name, _ in packages(LOCK.read_text(encoding="utf-8")))
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    PAGE.write_text(licences_page(), encoding="utf-8")
