"""The order of a table's rows by what is read in a column: for a table that shows all of its rows."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from core.contract.cells.cell import slug
from core.danish import sort_key
from shell.drawing.table import Holds, Shown, read

_DAY = re.compile(r"(\d\d)-(\d\d)-(\d{4})")
_NUMBER = re.compile(r"[+-]?\d[\d.]*(?:,\d+)?")


def sortable(name: str, columns: Sequence[Shown]) -> tuple[Shown, ...]:
    """The columns, each with orders named after the table's name and its heading."""
    orders = [f"{name}-{slug(column.heading)}" for column in columns]
    return tuple(
        replace(column, orders=(order, f"{order}-faldende")) for column, order in zip(columns, orders, strict=True)
    )


def in_order(columns: Sequence[Shown], rows: Sequence[Sequence[str]], by: str) -> Sequence[Sequence[str]]:
    """by: an order of one of the columns, else the rows as they are. Of equals as they are; what is no date or number
    where the column holds those stands last.
    """
    for place, column in enumerate(columns):
        if column.orders and by in column.orders:
            compared = [_compared(row[place], column.holds) for row in rows]
            known = [at for at, value in enumerate(compared) if value is not None]
            known.sort(key=compared.__getitem__, reverse=by == column.orders[1])
            return [rows[at] for at in (*known, *(at for at, value in enumerate(compared) if value is None))]
    return rows


def _compared(cell: str, holds: Holds) -> Any:
    """None where there is nothing to compare."""
    text = read(cell)
    match holds:
        case Holds.DATE:
            found = _DAY.match(text)
            return date(int(found[3]), int(found[2]), int(found[1])) if found else None
        case Holds.NUMBER | Holds.AMOUNT:
            found = _NUMBER.match(text.replace("−", "-"))
            return Decimal(found[0].replace(".", "").replace(",", ".")) if found else None
        case _:
            return sort_key(text) if text.strip(" –") else None
