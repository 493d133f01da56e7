"""Everything under core/ is pure: it reads no clock, file, network, environment or chance, and keeps no state.

Told by reading the source, so there are things it cannot see:
- what a module on the list does inside (Babel reads its own data files; csv.register_dialect and
  lru_cache keep something for the whole process);
- names fetched in roundabout ways: getattr(date, "to" + "day"), vars(), a function handed in as an argument;
- a module-level list or dict that a function changes;
- anything that only happens at run time, as an attribute of another name that turns out to be a clock.
It may also refuse what is innocent: any attribute called »now« or »today« counts as a clock.
"""

import ast
from pathlib import Path

import pytest

from tests.each import each

CORE = Path(__file__).parents[2] / "core"
FILES = sorted(CORE.rglob("*.py"))

ALLOWED_MODULES = {
    "__future__",
    "abc",
    "babel",
    "bisect",
    "calendar",
    "collections",
    "core",
    "csv",
    "dataclasses",
    "datetime",
    "decimal",
    "difflib",
    "enum",
    "fractions",
    "functools",
    "hashlib",
    "heapq",
    "itertools",
    "math",
    "numpy",  # for sums too many for Python; nothing random without a seed
    "operator",
    "random",  # only Random, and only with a seed
    "re",
    "snowballstemmer",
    "statistics",
    "string",
    "textwrap",
    "types",
    "typing",
    "unicodedata",
}
ALLOWED_IN = {
    # Looks for the files beside each other that hold one rule each: code, and nothing else.
    "pool/rulebook.py": {"importlib", "pkgutil"},
}
BANNED_NAMES = {
    "__import__",
    "breakpoint",
    "compile",
    "eval",
    "exec",
    "exit",
    "globals",
    "input",
    "open",
    "print",
    "quit",
}
CLOCKS = {"astimezone", "fromtimestamp", "now", "today", "utcfromtimestamp", "utcnow"}


def impurities(source: str, file: str = "") -> list[str]:
    """What in the source is not pure, with its line. file: its name under core/."""
    allowed = ALLOWED_MODULES | ALLOWED_IN.get(file, set())
    tree = ast.parse(source)
    from_babel = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "babel"
        for alias in node.names
    }
    return [
        f"line {node.lineno}: {what}"
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt | ast.expr)
        for what in _impurities_of(node, from_babel, allowed)
    ]


def _impurities_of(node: ast.AST, from_babel: set[str], allowed: set[str]) -> list[str]:
    match node:
        case ast.Import(names=names):
            imported = {alias.name.split(".")[0] for alias in names}
            whole = {f"imports all of {name}, not names from it" for name in imported & {"random", "babel"}}
            return [f"imports {name}" for name in sorted(imported - allowed)] + sorted(whole)
        case ast.ImportFrom(level=level) if level:
            return ["imports by a relative path"]
        case ast.ImportFrom(module=module, names=names):
            top = (module or "").split(".")[0]
            if top not in allowed:
                return [f"imports {module}"]
            if top == "random" and {alias.name for alias in names} != {"Random"}:
                return ["imports more of random than Random"]
            return ["imports all names"] if any(alias.name == "*" for alias in names) else []
        case ast.Name(id=name) if name in BANNED_NAMES:
            return [f"names {name}"]
        case ast.Attribute(attr=name) if name in CLOCKS:
            return [f"asks a clock: .{name}"]
        case ast.Call(func=ast.Name(id="Random"), args=[], keywords=[]):
            return ["draws by lot without a seed"]
        case ast.Call(func=ast.Name(id="Random"), args=[ast.Constant(value=None)]):
            return ["draws by lot without a seed"]
        case ast.Call(func=ast.Name(id=name), keywords=keywords) if name in from_babel:
            return [] if any(word.arg == "locale" for word in keywords) else [f"{name} takes the machine's language"]
        case ast.Global(names=names):
            return [f"global {', '.join(names)}"]
    return []


def test_there_are_files_to_look_at() -> None:
    assert len(FILES) > 20
    assert CORE / "contract" / "cells" / "number.py" in FILES


@each({file.relative_to(CORE).as_posix(): (file,) for file in FILES})
def test_core_is_pure(file: Path) -> None:
    assert impurities(file.read_text(encoding="utf-8"), file.relative_to(CORE).as_posix()) == []


@pytest.mark.parametrize(
    ("source", "what"),
    [
        pytest.param("import os", "imports os", id="the machine"),
        pytest.param("import os.path", "imports os", id="a part of the machine"),
        pytest.param("import re, time", "imports time", id="time, beside something allowed"),
        pytest.param("from time import monotonic", "imports time", id="time, by name"),
        pytest.param("import sys", "imports sys", id="the process"),
        pytest.param("from pathlib import Path", "imports pathlib", id="files by path"),
        pytest.param("from io import StringIO", "imports io", id="io"),
        pytest.param("import locale", "imports locale", id="the process's language"),
        pytest.param("import socket", "imports socket", id="the network"),
        pytest.param("from urllib.request import urlopen", "imports urllib.request", id="the web"),
        pytest.param("import secrets", "imports secrets", id="chance"),
        pytest.param("import uuid", "imports uuid", id="identifiers by chance"),
        pytest.param("import logging", "imports logging", id="a log"),
        pytest.param("import threading", "imports threading", id="threads"),
        pytest.param("import importlib", "imports importlib", id="modules by name"),
        pytest.param("from zoneinfo import ZoneInfo", "imports zoneinfo", id="the machine's time zones"),
        pytest.param("import pandas as pd", "imports pandas", id="pandas"),
        pytest.param("import streamlit as st", "imports streamlit", id="streamlit"),
        pytest.param("from shell import clock", "imports shell", id="the floor above"),
        pytest.param("from shell.sources.sql import read_sql", "imports shell.sources.sql", id="deep in that floor"),
        pytest.param("def f():\n    import os", "imports os", id="an import within a function"),
        pytest.param("if TYPE_CHECKING:\n    import sqlalchemy", "imports sqlalchemy", id="an import only for types"),
        pytest.param("from . import danish", "imports by a relative path", id="a relative import"),
        pytest.param("from ..shell import clock", "imports by a relative path", id="a relative import upwards"),
        pytest.param("from math import *", "imports all names", id="a star"),
        pytest.param("open('x')", "names open", id="a file"),
        pytest.param("print('x')", "names print", id="print"),
        pytest.param("list(map(print, rows))", "names print", id="print handed on"),
        pytest.param("input()", "names input", id="the keyboard"),
        pytest.param("eval('1')", "names eval", id="eval"),
        pytest.param("exec('x = 1')", "names exec", id="exec"),
        pytest.param("compile('1', '', 'eval')", "names compile", id="compile"),
        pytest.param("__import__('os')", "names __import__", id="import by a call"),
        pytest.param("globals()['x'] = 1", "names globals", id="globals"),
        pytest.param("breakpoint()", "names breakpoint", id="a breakpoint"),
        pytest.param("date.today()", "asks a clock: .today", id="today"),
        pytest.param("datetime.now()", "asks a clock: .now", id="now"),
        pytest.param("datetime.now(tz)", "asks a clock: .now", id="now, in a zone"),
        pytest.param("datetime.datetime.utcnow()", "asks a clock: .utcnow", id="now, in UTC"),
        pytest.param("field(default_factory=date.today)", "asks a clock: .today", id="today handed on"),
        pytest.param("def f(on=date.today()): ...", "asks a clock: .today", id="today as a default"),
        pytest.param("date.fromtimestamp(0)", "asks a clock: .fromtimestamp", id="the machine's time zone"),
        pytest.param("moment.astimezone()", "asks a clock: .astimezone", id="the machine's time zone, otherwise"),
        pytest.param("import random", "imports all of random, not names from it", id="chance, all of it"),
        pytest.param("from random import choice", "imports more of random than Random", id="chance by name"),
        pytest.param("from random import Random, random", "imports more of random than Random", id="chance beside"),
        pytest.param("Random()", "draws by lot without a seed", id="chance without a seed"),
        pytest.param("Random(None)", "draws by lot without a seed", id="chance with no seed"),
        pytest.param("def f():\n    global count", "global count", id="state"),
        pytest.param(
            "from babel.dates import format_date\nformat_date(day)",
            "format_date takes the machine's language",
            id="a date in the machine's language",
        ),
        pytest.param(
            "from babel.numbers import format_decimal as f\nf(1, '#')", "f takes the machine's language", id="renamed"
        ),
        pytest.param("import babel.dates", "imports all of babel, not names from it", id="Babel, all of it"),
    ],
)
def test_the_check_catches(source: str, what: str) -> None:
    assert [found.split(": ", 1)[1] for found in impurities(source)] == [what]


def test_what_one_file_may_import_no_other_may() -> None:
    source = "from pkgutil import iter_modules"
    assert impurities(source, "pool/rulebook.py") == []
    assert impurities(source, "pool/judge.py") == impurities(source) == ["line 1: imports pkgutil"]


def test_the_check_says_on_which_line() -> None:
    assert impurities("x = 1\n\nprint(x)") == ["line 3: names print"]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("import re\nimport csv, math", id="modules on the list"),
        pytest.param("from collections.abc import Iterable", id="a part of one"),
        pytest.param("from core.pool.rules.cap import cap\nfrom core import danish", id="core itself"),
        pytest.param("from datetime import date, timedelta\ndate(2024, 1, 1) + timedelta(days=1)", id="dates"),
        pytest.param("from random import Random\nRandom(7).sample(rows, 2)", id="chance with a seed"),
        pytest.param("from random import Random\nRandom(seed)", id="chance with a seed handed in"),
        pytest.param("from babel.dates import format_date\nformat_date(day, locale='da_DK')", id="Babel in Danish"),
        pytest.param("status = Status.OPEN\nrow.open_days", id="words that only look like a file"),
        pytest.param("'''print(open('x'))'''  # date.today()", id="texts and comments"),
        pytest.param("def f():\n    nonlocal_value = 1\n    return nonlocal_value", id="local names"),
    ],
)
def test_the_check_lets_pass(source: str) -> None:
    assert impurities(source) == []
