"""One line for each thing that happened, that a program can read and nothing in it can forge; nobody's data in it."""

import io
import logging
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as strategies

from shell.machine.log import OneLine, kinds
from tests.each import each

ROOT = Path(__file__).parents[3]
SECRET = "Hanne Jensen 31 12 45 67"
PART = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|[^" =\\]+)')


def line(name: str, message: str, *arguments: object, error: BaseException | None = None, **named: object) -> str:
    """What is written of it."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(OneLine())
    about = (type(error), error, error.__traceback__) if error else None
    record = logging.getLogger(name).makeRecord(
        name, logging.WARNING, "x.py", 1, message, arguments, about, extra=named
    )
    handler.emit(record)
    return written.getvalue()


def raised(fault: Callable[[], object]) -> Exception:
    try:
        fault()
    except Exception as error:
        return error
    raise AssertionError


def nested() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise LookupError(SECRET) from error


def test_a_line_says_when_how_bad_where_and_what() -> None:
    said = line("shell.server.door", "Refused a request to %s", "x", host="lokkedue.example", origin="")
    assert re.sub(r"^time=\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00 ", "", said) == (
        'level=warning logger=shell.server.door message="Refused a request to x" host=lokkedue.example origin=""\n'
    )


@each(
    {
        "a word": ("puljen", "puljen"),
        "a number": (1.5, "1.5"),
        "nothing": (None, "null"),
        "yes": (True, "true"),
        "an empty text": ("", '""'),
        "a quote": ('a"b', '"a\\"b"'),
        "another key": ("x level=critical", '"x level=critical"'),
        "a line": ("a\nb\r", '"a\\nb\\r"'),
        "a line of its own kind": ("a\u2028b\x85", '"a\\u2028b\\x85"'),
        "what colours a terminal": ("\x1b[31m\x9b", '"\\x1b[31m\\x9b"'),
        "what turns the text round": ("\u202e", '"\\u202e"'),
        "a backslash": ("a\\nb", '"a\\\\nb"'),
        "half a character": ("\ud800", '"\\ud800"'),
        "Danish": ("Sørås »x«", '"Sørås »x«"'),
    }
)
def test_a_value_stays_one_value(value: object, written: str) -> None:
    assert line("shell.x", "m", value=value).endswith(f" value={written}\n")


@given(strategies.text(), strategies.text())
def test_whatever_stands_in_it_a_line_is_one_line_of_keys_and_values(message: str, value: str) -> None:
    said = line("shell.x", "%s", message, value=value)
    assert len(said.splitlines()) == 1
    assert said.rstrip("\n").isprintable()
    assert [key for key, _ in PART.findall(said)] == ["time", "level", "logger", "message", "value"]
    assert PART.sub("", said).strip() == ""


def test_a_fault_is_told_by_its_kinds_and_its_places_and_not_by_what_it_says() -> None:
    said = line("shell.x", "The source could not be read", error=raised(nested))
    assert 'error="LookupError from ValueError"' in said
    assert re.search(r'at="machine/test_log\.py:\d+ raised, machine/test_log\.py:\d+ nested"', said)
    assert "Hanne" not in said
    assert str(ROOT) not in said


def test_the_kinds_of_a_fault_end_even_where_its_causes_go_round() -> None:
    error = ValueError()
    error.__cause__ = KeyError()
    error.__cause__.__cause__ = error
    assert kinds(error) == "ValueError from KeyError"
    assert kinds(None) == ""


@each(
    {
        "a value put into it": ("Retrying (%r) after: %s", ("Retry", "/v4/sheets?key=hemmelig"), "hemmelig"),
        "what stands on later lines": ("Task exception was never retrieved\nfuture: <hemmelig>", (), "hemmelig"),
    }
)
def test_of_other_libraries_only_what_they_always_say_is_told(message: str, values: tuple[str, ...], no: str) -> None:
    said = line("urllib3.connectionpool", message, *values)
    assert no not in said
    assert f'message="{message.partition(chr(10))[0]}"' in said


PROGRAM = """
import logging, sys, threading, warnings
import streamlit.logger
early = streamlit.logger.get_logger("streamlit.early")
from shell.machine import log
log.set_up()
late = streamlit.logger.get_logger("streamlit.late")
secret = "Hanne Jensen 31 12 45 67"
for logger in (early, late, logging.getLogger("urllib3.connectionpool"), logging.getLogger("shell.x")):
    logger.debug("quiet"), logger.info("quite quiet"), logger.warning("loud")
    try:
        int(secret)
    except ValueError:
        logger.exception("fault")
streamlit.logger.update_formatter()
early.warning("again")
warnings.warn("old")
def fails():
    raise ValueError(secret)
thread = threading.Thread(target=fails)
thread.start(), thread.join()
"""


def test_every_line_of_the_process_goes_through_it_those_of_other_libraries_from_warnings_on() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    lines = ended.stderr.splitlines()
    assert all(re.match(r"time=\S+ level=\w+ logger=\S+ message=", one) for one in lines), ended.stderr
    told = [(dict(PART.findall(one))["logger"], dict(PART.findall(one))["message"].strip('"')) for one in lines]
    assert told[:9] == [
        ("streamlit.early", "loud"),
        ("streamlit.early", "fault"),
        ("streamlit.late", "loud"),
        ("streamlit.late", "fault"),
        ("urllib3.connectionpool", "loud"),
        ("urllib3.connectionpool", "fault"),
        ("shell.x", "quite quiet"),
        ("shell.x", "loud"),
        ("shell.x", "fault"),
    ]
    assert told[9] == ("streamlit.early", "again")
    assert told[10][0] == "py.warnings"
    assert told[11:] == [("shell.machine.log", "A thread died")]
    assert "Hanne" not in ended.stdout + ended.stderr
