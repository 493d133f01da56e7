"""What a server is set up with fits the project as it is."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONTAINERFILE = (ROOT / "deploy" / "Containerfile").read_text(encoding="utf-8")
COPIED = [name for line in re.findall(r"^COPY (.+) \S+$", CONTAINERFILE, re.MULTILINE) for name in line.split()]
NOT_NEEDED = {"tests", "bench", "deploy", ".ci"}
"""To run it."""


def test_the_container_has_every_folder_that_the_dashboard_runs_on() -> None:
    listed = subprocess.run(["git", "ls-files", "*/*"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    folders = {name.split("/")[0] for name in listed.stdout.splitlines()}
    assert folders - NOT_NEEDED == {name.split("/")[0] for name in COPIED if (ROOT / name.split("/")[0]).is_dir()}


def test_what_is_copied_into_the_container_is_there() -> None:
    assert [name for name in COPIED if not (ROOT / name).exists()] == []
    assert "dashboard.py" in COPIED


def test_what_is_installed_in_the_container_is_copied_with_what_it_refers_to() -> None:
    (requirements,) = re.findall(r"pip install .*-r (\S+)", CONTAINERFILE)
    referred = re.findall(r"^-[rc] (\S+)", (ROOT / requirements).read_text(encoding="utf-8"), re.MULTILINE)
    assert {requirements, *referred} <= set(COPIED)


def test_nothing_runs_as_root_in_the_container() -> None:
    user = CONTAINERFILE.index("USER 10001")
    assert user < CONTAINERFILE.index("CMD") < len(CONTAINERFILE)
    assert not re.search(r"^(RUN|COPY|USER root)", CONTAINERFILE[user:], re.MULTILINE)


def test_the_service_may_write_in_its_own_folder_alone() -> None:
    unit = (ROOT / "deploy" / "dashboard.service").read_text(encoding="utf-8")
    assert "User=overblik\n" in unit
    assert "ProtectSystem=strict\n" in unit
    assert "ReadWritePaths" not in unit
    folder = re.search(r"^StateDirectory=(\S+)$", unit, re.MULTILINE)
    assert folder is not None
    assert f'state_folder = "/var/lib/{folder[1]}"' in (ROOT / "docs" / "drift.md").read_text(encoding="utf-8")
