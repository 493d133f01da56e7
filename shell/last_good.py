"""The last good state on disk: what a restart shows first. One file per source, replaced whole or not at all.

A file holds the tables as they were read, columns of the contract only, names exchanged for tokens. No settings.
Beside it stands which residents' counts have been hidden, by names alone.
"""

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from core.contract.concealed import NOTHING, Concealed
from core.contract.grid import contract_only
from core.contract.held import Kept
from core.contract.raw import Grid, RawRow, RawTable
from core.contract.tables import TABLE_BY_NAME

_LOG = logging.getLogger(__name__)
_FORMAT = 1
_HALVES = "surrogatepass"  # half a character in a cell is no reason to lose the rest
_SECONDS_OF_A_WRITE = 60


def save(folder: Path, key: str, tables: Mapping[str, Kept]) -> None:
    """key: Source.key. Raises OSError where the disk does not take it; then the former state still stands."""
    content = {
        "format": _FORMAT,
        "tables": [
            {
                "table": name,
                "read_at": kept.read_at.isoformat(),
                "raws": [_from_raw(contract_only(TABLE_BY_NAME[name], raw)) for raw in kept.raws],
            }
            for name, kept in tables.items()
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
            json.dump(content, written, ensure_ascii=False, default=_from_cell)
            written.flush()
            os.fsync(written.fileno())
        os.replace(unfinished, file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _sync(folder)
    _remove_what_crashes_left(folder)


def load(folder: Path, key: str) -> dict[str, Kept]:
    """The tables by name; {} where there is no state, or none that can be read."""
    try:
        content = json.loads(_file(folder, key).read_text(encoding="utf-8", errors=_HALVES), object_hook=_to_cell)
        if content["format"] != _FORMAT:
            return {}
        return {
            one["table"]: Kept(tuple(map(_to_raw, one["raws"])), datetime.fromisoformat(one["read_at"]))
            for one in content["tables"]
            if one["table"] in TABLE_BY_NAME
        }
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, LookupError, TypeError, ArithmeticError, RecursionError) as error:
        _LOG.warning("The last good state on disk cannot be read: %r", error)
        return {}


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
    grid = raw.grid and [raw.grid.tab, raw.grid.columns, raw.grid.heading_row, raw.grid.link]
    rows = [[row.number, *row.cells] for row in raw.rows]
    return {"name": raw.name, "headings": raw.headings, "rows": rows, "grid": grid}


def _to_raw(stored: Mapping[str, Any]) -> RawTable:
    grid = stored["grid"]
    return RawTable(
        stored["name"],
        tuple(stored["headings"]),
        tuple(RawRow(number, tuple(cells)) for number, *cells in stored["rows"]),
        grid and Grid(grid[0], tuple(grid[1]), grid[2], grid[3]),
    )


def _from_cell(cell: object) -> dict[str, str]:
    """What JSON has no word for. Of anything else only its text is kept, which is what the parsers read."""
    if isinstance(cell, Decimal):
        return {"decimal": str(cell)}
    if isinstance(cell, datetime):
        return {"datetime": cell.isoformat()}
    if isinstance(cell, date):
        return {"date": cell.isoformat()}
    return {"text": str(cell)}


_TO_CELL: dict[str, Callable[[str], object]] = {
    "decimal": Decimal,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "text": str,
}


def _to_cell(stored: dict[str, Any]) -> Any:
    if len(stored) == 1:
        ((kind, value),) = stored.items()
        if kind in _TO_CELL:
            return _TO_CELL[kind](value)
    return stored
