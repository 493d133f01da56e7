"""The last good state on disk: what a restart shows first. One file per source, replaced whole or not at all.

A file holds the tables as they may be kept: columns of the contract only, names hidden, ages as bands. No settings.
Beside it stands which residents' counts have been hidden, by names alone.
"""

import hashlib
import json
import logging
import os
import re
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from core.contract.cells.age import Ages, ages_or_none
from core.contract.cells.cell import clean
from core.contract.cells.kept import Hidden, Unread
from core.contract.held import Saved
from core.contract.raw import RawRow, RawTable, TabPlace
from core.focus_group.concealed import NOTHING, Concealed
from core.subjects import CONTRACT

_LOG = logging.getLogger(__name__)
_FORMAT = 2
_HALVES = "surrogatepass"  # half a character in a cell is no reason to lose the rest
_SECONDS_OF_A_WRITE = 60
_ASIDE = ".kan-ikke-laeses"
_OWN = re.compile(rf"[0-9a-f]{{16}}\.(json|hidden|[0-9]+\.tmp|{_ASIDE[1:]})")
_LARGEST_IN_JSON = 10**4000  # of numbers with more digits Python makes no text
_YEARS = range(2000, 3000)  # a clock may be wrong, but no screen can tell of a year that no time zone has
_CELLS = {type(None), bool, int, float, str, Decimal, date, datetime, Hidden, Unread, Ages, bytes, tuple}


def save(folder: Path, key: str, tables: Mapping[str, Saved]) -> None:
    """key: Source.key. Raises OSError where the disk does not take it; then the former state still stands."""
    content = {
        "format": _FORMAT,
        "tables": [
            {
                "table": name,
                "read_at": saved.read_at.isoformat(),
                "raws": [_from_raw(raw) for raw in saved.raws],
                "full": saved.full and _from_raw(saved.full),
            }
            for name, saved in tables.items()
        ],
    }
    _write_whole(_file(folder, key), content)


def save_concealed(folder: Path, key: str, concealed: Concealed) -> None:
    """What is hidden, beside the state: it outlives one that cannot be read. Raises as save."""
    content = {field.name: sorted(getattr(concealed, field.name)) for field in fields(Concealed)}
    if load_concealed(folder, key) != concealed:
        _write_whole(_concealed_file(folder, key), content)


def load_concealed(folder: Path, key: str) -> Concealed:
    """Nothing where nothing was kept, or nothing that can be read."""
    try:
        content = json.loads(_concealed_file(folder, key).read_text(encoding="utf-8", errors=_HALVES))
        return Concealed(
            frozenset(map(str, content["departments"])),
            frozenset(map(str, content["bands"])),
            frozenset((str(department), str(band)) for department, band in content["cells"]),
            frozenset(map(str, content["counted"])),
        )
    except FileNotFoundError:
        return NOTHING
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        _LOG.warning("What has been hidden of the residents cannot be read: %r", error)
        return NOTHING


def _write_whole(file: Path, content: object) -> None:
    folder = file.parent
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        with open(
            os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8", errors=_HALVES
        ) as written:
            json.dump(content, written, ensure_ascii=False)
            written.flush()
            os.fsync(written.fileno())
        os.replace(unfinished, file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _sync(folder)
    _remove_what_crashes_left(folder)


class UnreadableState(Exception):  # noqa: N818 - it is the file that is, not a fault in the program
    """There is a state on disk, but not one that can be relied on."""


def load(folder: Path, key: str) -> dict[str, Saved]:
    """The tables by name; {} where there is no state. Raises UnreadableState where anything in it is not as it was
    written: half a state would show the board figures that never stood together.
    """
    try:
        content = json.loads(_file(folder, key).read_text(encoding="utf-8", errors=_HALVES), object_hook=_to_cell)
        if content["format"] != _FORMAT:
            raise ValueError(content["format"])
        return {one["table"]: _to_saved(one) for one in content["tables"] if one["table"] in CONTRACT.by_name}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
        raise UnreadableState from error


def put_aside(folder: Path, key: str) -> Path | None:
    """Out of the way whole, for whoever wants to look at it, in place of one that was put aside before. -> where;
    None where the disk does not let it be moved.
    """
    file = _file(folder, key)
    aside = file.with_suffix(_ASIDE)
    try:
        if file.is_file():
            os.replace(file, aside)
            return aside
    except OSError as error:
        _LOG.warning("%s cannot be put aside: %s", file, error)
    return None


def files_in(folder: Path) -> list[Path]:
    """All that is kept of any source: states, what was hidden, and what crashes left."""
    return sorted(file for file in folder.glob("*") if _OWN.fullmatch(file.name))


def _file(folder: Path, key: str) -> Path:
    return folder / f"{hashlib.sha256(key.encode()).hexdigest()[:16]}.json"


def _concealed_file(folder: Path, key: str) -> Path:
    return _file(folder, key).with_suffix(".hidden")


def _sync(folder: Path) -> None:
    """A name that was replaced is on the disk only when its folder is; Windows cannot be asked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_what_crashes_left(folder: Path) -> None:
    for file in folder.glob("*.tmp"):
        try:
            if time.time() - file.stat().st_mtime > _SECONDS_OF_A_WRITE:
                file.unlink()
        except OSError:
            continue


def _from_raw(raw: RawTable) -> dict[str, Any]:
    tab_place = raw.tab_place and [
        raw.tab_place.tab,
        raw.tab_place.columns,
        raw.tab_place.heading_row,
        raw.tab_place.link,
    ]
    rows = [[row.number, *map(_storable, row.cells)] for row in raw.rows]
    return {"name": raw.name, "headings": [*map(_storable, raw.headings)], "rows": rows, "place": tab_place}


def _to_saved(stored: Mapping[str, Any]) -> Saved:
    read_at = datetime.fromisoformat(stored["read_at"])
    if read_at.tzinfo is None or read_at.year not in _YEARS:
        raise ValueError(stored["read_at"])
    full = stored.get("full")
    return Saved(tuple(map(_to_raw, _a(list, stored["raws"]))), read_at, None if full is None else _to_raw(full))


def _to_raw(stored: Mapping[str, Any]) -> RawTable:
    headings = tuple(_a(list, stored["headings"]))
    rows = tuple(RawRow(_a(int, number), tuple(cells)) for number, *cells in _a(list, stored["rows"]))
    for cell in (*headings, *(cell for row in rows for cell in row.cells)):
        if type(cell) not in _CELLS or (isinstance(cell, Decimal) and cell.is_snan()):
            raise TypeError(cell)
    tab_place = None if stored["place"] is None else _to_tab_place(stored["place"])
    if tab_place and len(tab_place.columns) != len(headings):
        raise ValueError(tab_place.columns)
    return RawTable(_a(str, stored["name"]), headings, rows, tab_place)


def _to_tab_place(stored: Any) -> TabPlace:
    tab, columns, heading_row, link = _a(list, stored)
    return TabPlace(
        _a(str, tab), tuple(_a(str, column) for column in _a(list, columns)), _a(int, heading_row), _a(str, link)
    )


def _a(kind: type, value: Any) -> Any:
    """The value, which must be one of this kind and no other."""
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _storable(cell: object) -> object:
    """A cell as JSON can hold it. Of what it has no word for only the text is kept, which is what the parsers read;
    what they refuse whatever stands in it, such as bytes, is to be refused after a restart too.
    """
    if cell is None or isinstance(cell, bool | str | float):
        return cell
    if isinstance(cell, int):
        return cell if -_LARGEST_IN_JSON < cell < _LARGEST_IN_JSON else {"decimal": str(Decimal(cell))}
    if isinstance(cell, Decimal):
        return {"decimal": str(cell)}
    if isinstance(cell, datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    if isinstance(cell, Hidden):
        return {"hidden": [cell.run, cell.token]}
    if isinstance(cell, Unread):
        return {"unread": cell.name}
    if isinstance(cell, Ages):
        return {"ages": str(cell)}
    if isinstance(cell, bytes | bytearray | memoryview):
        return {"bytes": bytes(cell).hex()}
    if isinstance(cell, Collection):
        return {"several": [clean(part) for part in cell]}
    return {"text": clean(cell)}


def _to_hidden(stored: Any) -> Hidden:
    run, token = _a(list, stored)
    return Hidden(_a(str, run), _a(str, token))


def _to_ages(stored: Any) -> Ages:
    if (ages := ages_or_none(_a(str, stored))) is None:
        raise ValueError(stored)
    return ages


def _to_several(stored: Any) -> tuple[str, ...]:
    return tuple(_a(str, part) for part in _a(list, stored))


_TO_CELL: dict[str, Callable[[Any], object]] = {
    "bytes": bytes.fromhex,
    "several": _to_several,
    "decimal": Decimal,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "text": str,
    "hidden": _to_hidden,
    "unread": Unread.__getitem__,
    "ages": _to_ages,
}


def _to_cell(stored: dict[str, Any]) -> Any:
    if len(stored) == 1:
        ((kind, value),) = stored.items()
        if kind in _TO_CELL:
            return _TO_CELL[kind](value)
    return stored
