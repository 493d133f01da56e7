"""Asks the open database of vulnerabilities (OSV) about every pinned package, of the tests' too.

    python -m shell.commands.vulnerabilities

The exit code is 1 where any is known, else 0: also where the database cannot be reached, which is said.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import Request, urlopen

from shell.commands.licences import packages

LOCK = Path(__file__).parents[2] / "requirements-dev.lock"
SERVICE = "https://api.osv.dev/v1/querybatch"
_SECONDS = 20


def main(service: str = SERVICE) -> int:
    pinned = packages(LOCK.read_text(encoding="utf-8"))
    try:
        found = list(known(pinned, service))
    except (URLError, OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        print(f"Not checked for vulnerabilities: the database gave no answer ({type(error).__name__}).")  # noqa: T201
        return 0
    for line in found:
        print(line)  # noqa: T201
    print(f"{len(pinned)} packages, {len(found)} with known vulnerabilities.")  # noqa: T201
    return 1 if found else 0


def known(pinned: Sequence[tuple[str, str]], service: str) -> Iterator[str]:
    """A line for each package of which a vulnerability is known. Raises URLError and more where there is no answer."""
    asked = [{"package": {"name": name, "ecosystem": "PyPI"}, "version": version} for name, version in pinned]
    request = Request(service, json.dumps({"queries": asked}).encode(), {"Content-Type": "application/json"})
    with urlopen(request, timeout=_SECONDS) as answer:
        results: list[dict[str, Any]] = json.load(answer)["results"]
    if len(results) != len(pinned):
        raise ValueError("not an answer for each package")
    for (name, version), result in zip(pinned, results, strict=True):
        if vulnerabilities := result.get("vulns"):
            yield f"{name} {version}: {', '.join(one['id'] for one in vulnerabilities)}"


if __name__ == "__main__":
    sys.exit(main())
