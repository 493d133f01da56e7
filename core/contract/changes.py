"""What has changed from one reading to the next, row by row, as the consultant would say it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from core import danish
from core.contract.cells.cell import in_short
from core.contract.contract import Contract
from core.contract.dataset import Dataset
from core.contract.table import Column, Kind, Table


class Happened(StrEnum):
    ADDED = "ny"
    CHANGED = "ændret"
    REMOVED = "tæller ikke længere med"


@dataclass(frozen=True, slots=True)
class Change:
    table: str
    # The row's key as text, '' where which rows they are is not told.
    row: str
    happened: Happened
    # 'Tilsagn: 20.000 → 25.000' for each field, '' for a whole row.
    what: str = ""
    # How many.
    rows: int = 1


def changes(contract: Contract, before: Dataset, after: Dataset) -> tuple[Change, ...]:
    """In the order of the tables, and in each by row. A row whose key changed is one gone and one new."""
    return tuple(
        change for table in contract for change in (_of_persons if table.persons else _of_rows)(table, before, after)
    )


def _of_persons(table: Table, before: Dataset, after: Dataset) -> Iterator[Change]:
    """How many rows, and not which: one new beside a band that has one more would be one known person."""
    old, new = Counter(before.of(table.row)), Counter(after.of(table.row))
    gone, came = (old - new).total(), (new - old).total()
    replaced = min(gone, came)
    for happened, rows in (
        (Happened.ADDED, came - replaced),
        (Happened.CHANGED, replaced),
        (Happened.REMOVED, gone - replaced),
    ):
        if rows:
            yield Change(table.title, "", happened, rows=rows)


def _of_rows(table: Table, before: Dataset, after: Dataset) -> Iterator[Change]:
    old, new = _by_key(table, before), _by_key(table, after)
    for key in sorted({*old, *new}, key=danish.sort_key):
        if key not in old:
            yield Change(table.title, in_short(key), Happened.ADDED)
        elif key not in new:
            yield Change(table.title, in_short(key), Happened.REMOVED)
        elif old[key] != new[key]:
            what = "" if table.adds_up else _fields(table, old[key], new[key])
            yield Change(table.title, in_short(key), Happened.CHANGED, what)


def _by_key(table: Table, dataset: Dataset) -> Mapping[str, Any]:
    """Of rows that add up all those of a key together."""

    def key(row: Any) -> str:
        return ", ".join(_shown(table.column(name), getattr(row, name)) for name in table.key)

    found: dict[str, Any] = {}
    for row in dataset.of(table.row):
        found[key(row)] = (*found.get(key(row), ()), row) if table.adds_up else row
    return found


def _fields(table: Table, old: Any, new: Any) -> str:
    """Each column that changed, with both values. A change in what no column shows, such as whether a supplier
    is the applicant, is '' alone.
    """
    now_unreadable: frozenset[str] = getattr(new, "unreadable", frozenset()) - getattr(old, "unreadable", frozenset())
    known = {field.name for field in fields(table.row)}
    pairs = [(c, getattr(old, c.name), getattr(new, c.name)) for c in table.columns if c.name in known]
    told = [
        column.heading
        if column.kind is Kind.BY_ROW
        else f"{column.heading}: {in_short(_shown(column, was))} → {in_short(_shown(column, now))}"
        for column, was, now in pairs
        if was != now and column.name not in now_unreadable
    ]
    return "; ".join(told + [f"{c.heading} kan ikke læses" for c in table.columns if c.name in now_unreadable])


def _shown(column: Column, value: Any) -> str:
    if value is None or value == ():
        return "intet"
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if column.kind is Kind.AMOUNT:
        return danish.kroner(value)
    if isinstance(value, date):
        return danish.day_short(value)
    if isinstance(value, int | Decimal):
        return danish.number(value)
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    return str(value)
