"""A row and a table between raw and typed: cells read one by one, nothing compared with other tables yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from core.contract.problem import Problem
from core.contract.raw import Grid
from core.contract.table import Table


@dataclass(frozen=True, slots=True)
class ReadRow:
    """values: by field name, None where blank or unreadable; typed: what stands there, by field name, '' for a cell
    that is never told; aside: left out of every figure; unfinished: aside because it is still being typed;
    cells: as they are stored.
    """

    number: int
    values: dict[str, Any]
    typed: dict[str, str]
    aside: bool = False
    unreadable: frozenset[str] = frozenset()
    unfinished: bool = False
    cells: tuple[object, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """usable: found, and its headings leave no doubt about which column is which; letters: of the columns,
    by heading, in a spreadsheet.
    """

    table: Table
    found: bool
    usable: bool
    rows: tuple[ReadRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    grid: Grid | None = None
    letters: Mapping[str, str] = field(default_factory=dict)

    @property
    def kept(self) -> tuple[ReadRow, ...]:
        return tuple(row for row in self.rows if not row.aside)
