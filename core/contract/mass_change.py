"""A column that changed in most rows from one reading to the next: a formula dragged too far, a column sorted alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from core.contract.contract import Contract
from core.contract.dataset import Dataset
from core.contract.table import Column, Table

_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class MassChange:
    # Danish titles.
    table: str
    column: str
    # How many changed, of so many rows that stood there before and still do.
    changed: int
    of: int


def mass_changes(contract: Contract, before: Dataset, after: Dataset) -> tuple[MassChange, ...]:
    """Columns of which more than half changed of the rows that had something in it at either time, or of which a
    quarter of the rows that had something were cleared.
    """
    return tuple(change for table in contract for change in _of_table(table, before, after))


def _of_table(table: Table, before: Dataset, after: Dataset) -> Iterator[MassChange]:
    known = {field.name for field in fields(table.row)}
    if not known.issuperset(table.key):
        return  # of persons no row is known again
    old, new = _by_key(table, before), _by_key(table, after)
    for column in table.columns:
        if column.name not in known or column.name in table.key:
            continue
        pairs = [(_values(column, old[key]), _values(column, new[key])) for key in old if key in new]
        filled = [pair for pair in pairs if any(map(_is_filled, pair))]
        changed = sum(was != now for was, now in filled)
        had = [now for was, now in filled if _is_filled(was)]
        cleared = sum(not _is_filled(now) for now in had)
        most_changed = changed >= _FEWEST_ROWS and changed * 2 > len(filled)
        if most_changed or (cleared >= _FEWEST_ROWS and cleared * 4 >= len(had)):
            yield MassChange(table.title, column.heading, changed, len(filled))


def _is_filled(values: Sequence[Any]) -> bool:
    return any(value not in (None, ()) for value in values)


def _by_key(table: Table, dataset: Dataset) -> Mapping[tuple[object, ...], list[Any]]:
    found: dict[tuple[object, ...], list[Any]] = defaultdict(list)
    for row in dataset.of(table.row):
        found[tuple(getattr(row, name) for name in table.key)].append(row)
    return found


def _values(column: Column, rows: list[Any]) -> list[Any]:
    """Of rows that add up those of a key together, in no order."""
    return sorted((getattr(row, column.name) for row in rows), key=str)
