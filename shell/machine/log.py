"""The one place that every line of the log goes through: one line each, as key=value, without anybody's data.

Time, level, where in the program, what happened, and whatever else a line names. Values with spaces stand in quotes.
What a fault says of itself may hold a cell, an address with its key or a question to a database: of a fault its kind
and its place in the program are told. Of other libraries only warnings are, and without the values put into them.
"""

import json
import logging
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import extract_tb
from typing import Any
from zoneinfo import ZoneInfo

import streamlit.logger

_OWN = ("shell", "core", "pages", "dashboard")
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}
_INNERMOST = 8


def set_up() -> None:
    """For the whole process, in place of what it had."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(OneLine())
    handler.addFilter(_is_told)
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.captureWarnings(True)
    threading.excepthook = _died
    # Streamlit gives each logger of its own, and of the server, a place of its own to write to.
    streamlit.logger.setup_formatter = _hand_on
    streamlit.logger.update_formatter()


def kinds(error: BaseException | None) -> str:
    """'OperationalError from ConnectionRefusedError': without what they say; '' for none."""
    return " from ".join(type(one).__name__ for one in _chain(error))


class OneLine(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, ZoneInfo("Europe/Copenhagen")).isoformat("T", "seconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage() if _is_own(record) else str(record.msg).partition("\n")[0],
        }
        told |= {name: value for name, value in vars(record).items() if name not in _STANDARD and _is_own(record)}
        if record.exc_info and (error := record.exc_info[1]):
            told |= {"error": kinds(error), "at": ", ".join(_places(error))}
        return " ".join(f"{name}={_written(value)}" for name, value in told.items())


def _is_own(record: logging.LogRecord) -> bool:
    return record.name.partition(".")[0] in _OWN


def _is_told(record: logging.LogRecord) -> bool:
    return _is_own(record) or record.levelno >= logging.WARNING


def _hand_on(logger: logging.Logger) -> None:
    logger.handlers.clear()
    logger.propagate = True


def _died(arguments: threading.ExceptHookArgs) -> None:
    if arguments.exc_type is SystemExit:
        return
    error = arguments.exc_value
    logging.getLogger(__name__).critical("A thread died", exc_info=error or True)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _places(error: BaseException) -> Iterator[str]:
    """From the outermost to the innermost: 'reading/refresher.py:210 _read'."""
    for frame in extract_tb(error.__traceback__)[-_INNERMOST:]:
        yield f"{'/'.join(Path(frame.filename).parts[-2:])}:{frame.lineno} {frame.name}"


def _written(value: Any) -> str:
    """On one line, and such that nothing in it looks like the next value."""
    if isinstance(value, bool | int | float) or value is None:
        return json.dumps(value)
    text = str(value)
    if text.isprintable() and text and not set(text) & set(' "=\\'):
        return text
    shown = "".join(letter if letter.isprintable() else _escaped(letter) for letter in text.replace("\\", "\\\\"))
    return '"' + shown.replace('"', '\\"') + '"'


def _escaped(letter: str) -> str:
    return letter.encode("unicode_escape").decode()
