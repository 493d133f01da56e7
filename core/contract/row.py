"""A row and a table between raw and typed: cells read one by one, nothing compared with other tables yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Any

from core.contract.problem import Effect, Problem
from core.contract.raw import Raws, TabPlace
from core.contract.table import RowsOf, Table


@dataclass(frozen=True, slots=True)
class ReadRow:
    # The row's place in its source, as a spreadsheet counts.
    number: int
    # By field name; None where blank or unreadable.
    values: dict[str, Any]
    # What stands there, by field name, blank cells left out; '' for a cell that is never told.
    typed: dict[str, str]
    # Left out of every figure.
    aside: bool = False
    # Fields that something stands in and that count as blank.
    unreadable: frozenset[str] = frozenset()
    # Aside because it is still being typed.
    unfinished: bool = False
    # Which of the rows of its raw table it was read from, from 0.
    place: int = field(default=0, compare=False)

    def after(self, effect: Effect, column: str) -> "ReadRow":
        """The row as it is once a fault in one of its columns has had its effect."""
        if effect is Effect.ROW_ASIDE:
            return replace(self, aside=True)
        if effect is Effect.VALUE_ASIDE:
            return replace(self, values=self.values | {column: None}, unreadable=self.unreadable | {column})
        return self


@dataclass(frozen=True, slots=True)
class ReadTable:
    table: Table
    # Whether the source has it.
    found: bool
    # Found, and its headings leave no doubt about which column is which.
    usable: bool
    rows: tuple[ReadRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    tab_place: TabPlace | None = None
    # In a spreadsheet the letters of its columns, by heading.
    letters: Mapping[str, str] = field(default_factory=dict)
    # The columns, by field name, whose heading is there and leaves no doubt.
    headings: frozenset[str] = frozenset()
    # What it was read from, as that may be kept.
    raws: Raws = ()
    # What the source had, told apart from anything else it could have had; b'' where it came from no source.
    fingerprint: bytes = field(default=b"", compare=False, repr=False)

    @property
    def kept(self) -> tuple[ReadRow, ...]:
        return tuple(row for row in self.rows if not row.aside)


def rows_of(tables: Mapping[str, ReadTable]) -> RowsOf:
    """The rows of tables by the table's name; of one that is not there none."""
    found: dict[str, Mapping[Any, Mapping[str, Any]]] = {}

    def of(name: str) -> Mapping[Any, Mapping[str, Any]]:
        if name not in found:
            rows = tables[name].kept if name in tables else ()
            found[name] = {itemgetter(*tables[name].table.key)(row.values): row.values for row in rows}
        return found[name]

    return of
