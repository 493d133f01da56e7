"""All tables together: references resolved, typed rows, every problem, and how many rows were used."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from core.contract.contract import Contract
from core.contract.private import same_name
from core.contract.problem import Effect, Problem
from core.contract.raw import RawTable
from core.contract.read_table import missing_table, place_problem, placed_problem
from core.contract.reading import read_tables
from core.contract.references import resolved
from core.contract.row import ReadRow, ReadTable, rows_of
from core.contract.table import Column, Given, Kind, SameName, Table

Row = TypeVar("Row")
_UNREADABLE = "unreadable"
"""The field with the names of a row's fields that could not be read, where its class has one."""


@dataclass(frozen=True, slots=True)
class TableCount:
    table: Table
    found: bool
    # Found, with headings in order.
    usable: bool
    # Rows that are not blank.
    read: int
    # Those that count in figures.
    used: int
    # Those still being typed.
    unfinished: int

    @property
    def wrong(self) -> int:
        return self.read - self.used - self.unfinished


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that counts nowhere."""

    table: str
    row: int
    # The table's, in Danish.
    title: str = ""
    # What is wrong with it, as a clause to follow the row's name.
    stands: str = ""
    # Its fields as far as they could be read, None where blank, without private ones and free text.
    known: tuple[tuple[str, Any], ...] = ()
    # What is typed in references that lead nowhere, by field.
    names: tuple[tuple[str, str], ...] = ()
    # An equal row counts, so nothing is lost.
    repeats: bool = False
    # It is still being typed.
    unfinished: bool = False

    @property
    def where(self) -> str:
        """'Ansøgninger, række 14'."""
        return f"{self.title}, række {self.row}"

    @property
    def lacking(self) -> bool:
        """Whether some figure may lack it."""
        return not (self.unfinished or self.repeats)

    @property
    def fields(self) -> Mapping[str, Any]:
        """known, by name: what is not there could not be read."""
        return dict(self.known)


@dataclass(frozen=True, slots=True)
class Dataset:
    # The class of each table's rows, and the rows, in the contract's order.
    tables: tuple[tuple[type[Any], tuple[Any, ...]], ...]
    problems: tuple[Problem, ...]
    counts: tuple[TableCount, ...]
    set_aside: tuple[SetAside, ...]
    # What a subject keeps of former readings beside them, None where it keeps nothing.
    remembered: Any = None

    def of(self, row: type[Row]) -> tuple[Row, ...]:
        """The rows of a class that count."""
        return next(rows for kind, rows in self.tables if kind is row)

    def with_rows(self, row: type[Row], rows: Iterable[Row]) -> "Dataset":
        """The same with other rows of a class."""
        return replace(self, tables=tuple((kind, tuple(rows) if kind is row else kept) for kind, kept in self.tables))

    def unusable(self, *tables: str) -> tuple[str, ...]:
        """Titles of those of the tables that are missing or whose headings are in doubt."""
        return tuple(one.table.title for one in self.counts if one.table.name in tables and not one.usable)

    def has(self, *tables: str) -> bool:
        """Whether the organisation has any of the tables, be they empty."""
        return any(one.table.name in tables and one.found for one in self.counts)

    def has_rows(self, *tables: str) -> bool:
        """Whether anything is typed in any of the tables, readable or not."""
        return any(one.table.name in tables and one.read for one in self.counts)

    def not_counted_in(self, *tables: str) -> int:
        """Rows of all of the tables set aside."""
        return sum(map(self.not_counted, tables))

    def not_counted(self, table: str) -> int:
        """Rows of the table that some figure lacks."""
        return sum(row.table == table and row.lacking for row in self.set_aside)


def read_dataset(contract: Contract, raw_tables: Iterable[RawTable], notes: Iterable[Problem] = ()) -> Dataset:
    """Raw tables by any spelling of their titles -> typed rows and all problems, after what the source itself
    had to note. Never raises for bad data. Tables outside the contract are passed over.
    """
    return dataset_of(contract, read_tables(contract, contract.by_table(raw_tables), b""), notes)


def dataset_of(contract: Contract, alone: Mapping[str, ReadTable], notes: Iterable[Problem] = ()) -> Dataset:
    """Tables read one by one, by their names -> all of them together."""
    read: dict[str, ReadTable] = {}
    referred_to = {column.reference for table in contract for column in table.columns}
    for table in contract:
        found = alone[table.name] if table.name in alone else missing_table(table)
        read[table.name] = _checked_beside(resolved(found, read, referred_to), read)
    return Dataset(
        tables=tuple((table.row, _typed_rows(table, read)) for table in contract),
        problems=(*notes, *(placed_problem(table, problem) for table in read.values() for problem in table.problems)),
        counts=tuple(map(_count, read.values())),
        set_aside=tuple(row for table in read.values() for row in _rows_aside(table)),
    )


def _count(read: ReadTable) -> TableCount:
    unfinished = sum(row.unfinished for row in read.rows)
    return TableCount(read.table, read.found, read.usable, len(read.rows), len(read.kept), unfinished)


def _checked_beside(read: ReadTable, earlier: Mapping[str, ReadTable]) -> ReadTable:
    """The table after the faults of its rows beside rows of earlier ones, each on what the one before has left of the
    row.
    """
    rows, problems = list(read.rows), list(read.problems)
    beside = rows_of(earlier)
    for place, row in enumerate(rows):
        for fault in () if row.aside else read.table.check_beside(row.values, beside):
            row = row.after(fault.effect, fault.column)
            problems.append(
                place_problem(read.table, row, read.table.column(fault.column), fault.what, fault.do, fault.effect)
            )
        rows[place] = row
    return replace(read, rows=tuple(rows), problems=tuple(problems))


def _typed_rows(table: Table, read: Mapping[str, ReadTable]) -> tuple[Any, ...]:
    same = {name: _same_names(table, mark, read) for name, mark in table.derived if isinstance(mark, SameName)}
    given = {name: mark.column for name, mark in table.derived if isinstance(mark, Given)}
    kept = {field.name for field in fields(table.row)}

    def typed(row: ReadRow) -> Any:
        values = {column.name: _typed(column, row) for column in table.columns if column.name in kept}
        values |= {name: row.values[column] is not None for name, column in given.items()}
        values |= {name: found.get(row.number) for name, found in same.items()}
        if _UNREADABLE in kept:
            values[_UNREADABLE] = row.unreadable
        return table.row(**table.complete(values))

    return tuple(map(typed, read[table.name].kept))


def _typed(column: Column, row: ReadRow) -> Any:
    value = row.values[column.name]
    return value or () if column.kind is Kind.REFERENCES else value


def _same_names(table: Table, mark: SameName, read: Mapping[str, ReadTable]) -> dict[int, bool]:
    """Row -> does the row that it leads to hold the same name? Here the two names meet, and here they end."""
    target, key = table.column(mark.through).reference.split(".")
    others = {row.values[key]: row.values[mark.other] for row in read[target].kept}
    pairs = {
        row.number: (row.values[mark.column], others.get(row.values[mark.through])) for row in read[table.name].kept
    }
    compared = {number: same_name(one, other) for number, (one, other) in pairs.items() if one and other}
    return {number: same for number, same in compared.items() if same is not None}


def _rows_aside(read: ReadTable) -> Iterable[SetAside]:
    table = read.table
    named = {*table.key, *table.labels}
    may_be_told = [
        column
        for column in table.columns
        if table.tells(column) and (column.kind is not Kind.TEXT or column.name in named)
    ]
    kept = {tuple(row.values[name] for name in table.key): row for row in read.kept}
    faults = {
        problem.row: problem
        for problem in reversed(read.problems)
        if problem.effect in (Effect.ROW_ASIDE, Effect.UNFINISHED)
    }
    for row in read.rows:
        if not row.aside or (row.unfinished and not table.holds_unfinished(row.typed.keys())):
            continue
        same = kept.get(tuple(row.values.get(name) for name in table.key))
        yield SetAside(
            table.name,
            row.number,
            table.title,
            _stands(faults.get(row.number)),
            known=tuple(
                (column.name, row.values[column.name])
                for column in may_be_told
                if column.name in row.values and _is_read(row, column.name)
            ),
            names=tuple(
                (column.name, row.typed[column.name])
                for column in may_be_told
                if column.kind is Kind.REFERENCE and column.name in row.typed and row.values.get(column.name) is None
            ),
            repeats=same is not None and same.values == row.values and all(_is_read(row, name) for name in row.values),
            unfinished=row.unfinished,
        )


def _is_read(row: ReadRow, name: str) -> bool:
    return row.values[name] is not None or name not in row.typed


def _stands(fault: Problem | None) -> str:
    if fault is None:
        return ""
    return f"hvor der står »{fault.value}« i »{fault.column}«" if fault.value else f"hvor »{fault.column}« er tom"
