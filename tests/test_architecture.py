"""Three floors: pages stand on shell and core, shell stands on core, core stands on nothing. Inside core and shell a
room stands on rooms of lower floors alone. The menu has every page.

Told by reading import statements, so an import by importlib or by a text is not seen.
"""

import ast
import re
from pathlib import Path

import pytest

from core.menu import MENU, MENU_ITEMS
from core.subject.menu_item import MenuItem
from tests.each import each

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "pages").rglob("*.py"))
SHELL = sorted((ROOT / "shell").rglob("*.py"))
CORE = sorted((ROOT / "core").rglob("*.py"))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imported(source: str) -> set[str]:
    """The top names of what is imported anywhere in the source; '.' for a relative import."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." if node.level else (node.module or "").split(".")[0])
    return found


def imports_of(file: Path) -> set[str]:
    return imported(file.read_text(encoding="utf-8"))


@each({name_of(file): (file,) for file in PAGES})
def test_a_page_imports_only_streamlit_core_and_shell(file: Path) -> None:
    assert imports_of(file) <= {"streamlit", "core", "shell"}


@each({name_of(file): (file,) for file in SHELL})
def test_shell_never_imports_pages_the_dashboard_or_tests(file: Path) -> None:
    assert not imports_of(file) & {"pages", "dashboard", "tests", "bench", "."}


@each({name_of(file): (file,) for file in CORE})
def test_core_never_imports_shell_or_pages(file: Path) -> None:
    assert not imports_of(file) & {"shell", "pages", "dashboard", "tests", "streamlit", "."}


SUBJECT_ROOMS = {file.parent.name for file in CORE if file.name == "subject.py" and file.parent.name != "subject"}

ROOMS_OF_CORE = (
    {"danish", "calendar"},
    {"contract", "access"},
    {"organisation"},
    {"subject"},
    SUBJECT_ROOMS,
    {"planche"},
    {"subjects"},
    {"menu"},
)
"""From the ground up. A subject's room is one that declares a subject; it knows no other, and the contract none."""

ROOMS_OF_SHELL = (
    {"machine", "drawing"},
    {"pictures"},
    {"sources", "handouts"},
    {"reading", "live", "login"},
    {"frame"},
    {"screens"},
    {"server", "commands"},
)
"""From the ground up: what the machine is, what is read and drawn, what stands round a screen, the screens."""


def rooms_imported(source: str, package: str) -> set[str]:
    """Of core: 'pool' for `from core.pool.tables import Pool`, 'danish' for `from core import danish`."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and (parts := (node.module or "").split("."))[0] == package:
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {name.split(".")[1] for alias in node.names if (name := alias.name).startswith(f"{package}.")}
    return found


def room_of(file: Path) -> str:
    return file.relative_to(ROOT).parts[1].removesuffix(".py")


IN_A_ROOM = [file for file in (*CORE, *SHELL) if room_of(file) != "__init__"]


@each({name_of(file): (file,) for file in IN_A_ROOM})
def test_a_room_imports_from_itself_and_from_lower_floors_only(file: Path) -> None:
    package, room = file.relative_to(ROOT).parts[0], room_of(file)
    floors = {"core": ROOMS_OF_CORE, "shell": ROOMS_OF_SHELL}[package]
    (floor,) = (number for number, rooms in enumerate(floors) if room in rooms)
    below: set[str] = set().union(*floors[:floor])
    assert rooms_imported(file.read_text(encoding="utf-8"), package) <= below | {room}


KNOWS_SUBJECTS = {"core/subjects/__init__.py", "core/subjects/side_by_side.py"}
"""The registry; and the departments side by side, whose columns are the subjects' own."""


@pytest.mark.parametrize("file", sorted((ROOT / "core" / "subjects").glob("*.py")), ids=name_of)
def test_what_all_subjects_have_in_common_walks_the_registry_and_knows_none(file: Path) -> None:
    rooms = rooms_imported(file.read_text(encoding="utf-8"), "core")
    assert bool(rooms & (SUBJECT_ROOMS | {"planche"})) == (name_of(file) in KNOWS_SUBJECTS)


def test_every_room_of_a_subject_is_in_the_registry() -> None:
    assert rooms_imported((ROOT / "core/subjects/__init__.py").read_text(encoding="utf-8"), "core") >= SUBJECT_ROOMS
    assert len(SUBJECT_ROOMS) > 6


@pytest.mark.parametrize(
    ("source", "rooms"),
    [
        ("from core.pool.tables import Pool", {"pool"}),
        ("from core import danish", {"danish"}),
        ("import core.pool.ledger", {"pool"}),
        ("import re\nfrom shell.frame import frame", set()),
    ],
)
def test_rooms_are_found_in_every_way_of_importing(source: str, rooms: set[str]) -> None:
    assert rooms_imported(source, "core") == rooms


def test_the_dashboard_imports_only_streamlit_and_shell() -> None:
    assert imports_of(ROOT / "dashboard.py") <= {"streamlit", "shell"}


def test_no_page_lies_directly_under_pages() -> None:
    # Streamlit would run it for a deep link without dashboard.py, so without the frame.
    assert list((ROOT / "pages").glob("*.py")) == []


@pytest.mark.parametrize("item", MENU_ITEMS, ids=lambda item: item.title)
def test_every_screen_of_the_menu_has_its_script(item: MenuItem) -> None:
    assert (ROOT / item.script) in PAGES


def test_every_page_is_in_the_menu_once() -> None:
    assert sorted(item.script for item in MENU_ITEMS) == [name_of(page) for page in PAGES]


def test_the_menu_has_one_first_screen_and_an_address_for_every_other() -> None:
    addresses = [item.address for item in MENU_ITEMS]
    assert addresses.count("") == 1
    assert addresses[0] == "", "the first screen stands first"
    assert len(set(addresses)) == len(addresses)
    assert all(re.fullmatch(r"[a-z0-9-]*", address) for address in addresses)


def test_no_part_of_the_menu_is_empty_or_names_a_screen_twice() -> None:
    assert all(MENU.values())
    titles = [item.title for item in MENU_ITEMS]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import streamlit as st", {"streamlit"}),
        ("import os.path, re", {"os", "re"}),
        ("from shell.pool_parts import news_list", {"shell"}),
        ("def f():\n    from core import danish", {"core"}),
        ("from . import danish", {"."}),
        ("from ..shell import clock", {"."}),
        ("'import os'  # import re", set()),
    ],
)
def test_imports_are_found_wherever_they_stand(source: str, found: set[str]) -> None:
    assert imported(source) == found
