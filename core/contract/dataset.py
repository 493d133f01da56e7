"""All tables together: references resolved, typed rows, every problem, and how many rows were used."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from operator import itemgetter
from typing import Any, TypeVar

from core.contract.cells.cell import in_short, slug
from core.contract.cells.nearest import perhaps
from core.contract.contract import Contract
from core.contract.private import same_name
from core.contract.problem import Effect, Problem
from core.contract.raw import RawTable
from core.contract.read_table import (
    doubled_table,
    missing_table,
    place_problem,
    placed_problem,
    read_table,
    set_doubles_aside,
)
from core.contract.row import ReadRow, ReadTable
from core.contract.table import Column, Given, Kind, SameName, Table
from core.danish import listed

Row = TypeVar("Row")
_UNREADABLE = "unreadable"
"""The field with the names of a row's fields that could not be read, where its class has one."""
_MOST_SUGGESTED = 20
"""Looking for what is most like a name takes time, so no more are looked for in one column."""
_MOST_MEANT = 4


@dataclass(frozen=True, slots=True)
class TableCount:
    """usable: found, with headings in order; read: rows that are not blank; used: those that count in figures;
    unfinished: those still being typed.
    """

    table: Table
    found: bool
    usable: bool
    read: int
    used: int
    unfinished: int

    @property
    def wrong(self) -> int:
        return self.read - self.used - self.unfinished


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that counts nowhere. title: the table's, in Danish; stands: what is wrong with it, as a clause to follow
    the row's name; known: its fields as far as they could be read, None where blank, without private ones
    and free text; names: what
    is typed in references that lead nowhere, by field; repeats: an equal row counts, so nothing is lost; unfinished:
    it is still being typed.
    """

    table: str
    row: int
    title: str = ""
    stands: str = ""
    known: tuple[tuple[str, Any], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    repeats: bool = False
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
    """tables: the class of each table's rows, and the rows, in the contract's order; remembered: what a subject keeps
    of former readings beside them, None where it keeps nothing.
    """

    tables: tuple[tuple[type[Any], tuple[Any, ...]], ...]
    problems: tuple[Problem, ...]
    counts: tuple[TableCount, ...]
    set_aside: tuple[SetAside, ...]
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
    by_slug: dict[str, list[RawTable]] = {}
    for raw in contract.prepare(tuple(raw_tables)):
        by_slug.setdefault(slug(raw.name), []).append(raw)
    read: dict[str, ReadTable] = {}
    referred_to = {column.reference for table in contract for column in table.columns}
    for table in contract:
        alone = _alike_named(read_alone(table, by_slug.get(table.slug, [])), referred_to)
        read[table.name] = _checked_beside(_without_doubles(_resolve(alone, read)), read)
    return Dataset(
        tables=tuple((table.row, _typed_rows(table, read)) for table in contract),
        problems=(*notes, *(placed_problem(one, problem) for one in read.values() for problem in one.problems)),
        counts=tuple(
            TableCount(
                one.table,
                one.found,
                one.usable,
                len(one.rows),
                len(one.kept),
                sum(row.unfinished for row in one.rows),
            )
            for one in read.values()
        ),
        set_aside=tuple(row for one in read.values() for row in _rows_aside(one)),
    )


def read_alone(table: Table, raws: Sequence[RawTable]) -> ReadTable:
    """One table by itself, from what the source has under its title: nothing, one, or by mistake several."""
    if not raws:
        return missing_table(table)
    return read_table(table, raws[0]) if len(raws) == 1 else doubled_table(table, raws)


def _alike_named(read: ReadTable, referred_to: Collection[str]) -> ReadTable:
    """What several rows are referred to by is one name in whatever spellings they have it: the first counts."""
    for column in read.table.columns:
        if (column.name,) == read.table.key or f"{read.table.name}.{column.name}" not in referred_to:
            continue
        first: dict[str, str] = {}
        for row in sorted(read.rows, key=lambda row: row.aside):
            if name := row.values.get(column.name):
                first.setdefault(slug(name), name)
        rows = (
            replace(row, values=row.values | {column.name: first[slug(name)]})
            if (name := row.values.get(column.name))
            else row
            for row in read.rows
        )
        read = replace(read, rows=tuple(rows))
    return read


def _without_doubles(read: ReadTable) -> ReadTable:
    """Rows whose keys are one once it is known what they refer to, whatever way it was spelled."""
    if not any(read.table.column(name).reference for name in read.table.key):
        return read
    rows, problems = set_doubles_aside(read.table, read.kept)
    seen = iter(rows)  # in the order of those kept: a sheet with a column for each age has several of one number
    return replace(
        read,
        rows=tuple(row if row.aside else next(seen) for row in read.rows),
        problems=(*read.problems, *problems),
    )


class _Index:
    """What a reference may say for each row: its key, its labels, its number without leading zeros. A label that a row
    set aside has too may mean that one.
    """

    def __init__(self, target: ReadTable, field: str) -> None:
        self.table = target.table
        self.field = field
        self.usable = target.usable or not target.problems
        self.aside = {slug(name): row for row in target.rows if row.aside for name in self._names(row, field)}
        self.names = [name for row in target.kept for name in self._names(row, field)]
        self.exact = {row.values[field] for row in target.kept}
        called: dict[str, set[str]] = {}
        for row in target.rows:
            if (key := row.values.get(field)) is not None:
                for name in self._names(row, field):
                    called.setdefault(slug(name), set()).add(key)
        keys: dict[str, set[str]] = {}
        for key in self.exact:
            keys.setdefault(slug(key), set()).add(key)
        meant = called | keys
        self.found = {name: key for name, (key, *more) in meant.items() if not more and key in self.exact}
        self.several = {name: tuple(sorted(one)) for name, one in meant.items() if len(one) > 1}

    def _names(self, row: ReadRow, field: str) -> Iterable[str]:
        labels = self.table.labels if (field,) == self.table.key else ()
        names = [row.values.get(name) for name in (field, *labels)]
        given = [str(name) for name in names if name is not None]
        return given + [name.lstrip("0") for name in given if name.isdecimal() and name.lstrip("0")]

    def get(self, text: str) -> str | None:
        """A key spelled as it stands is that row's, whatever other keys are like it. So is a number typed with zeros
        that the row's own, stored as a number, has lost.
        """
        if text in self.exact:
            return text
        bare = slug(text).lstrip("0")
        stored_bare = text.isdecimal() and self.found.get(bare) == bare
        return self.found.get(slug(text), bare if stored_bare else None)


def _resolve(read: ReadTable, earlier: Mapping[str, ReadTable]) -> ReadTable:
    rows, problems = list(read.rows), list(read.problems)
    for column in read.table.columns:
        if not column.reference:
            continue
        target, field = column.reference.split(".")
        index = _Index(earlier[target], field)
        suggested: dict[str, str] = {}
        for place, row in enumerate(rows):
            if row.values.get(column.name) is None:
                continue
            value, unknown = _look_up(index, column, row.values[column.name])
            if unknown is None:
                rows[place] = replace(row, values=row.values | {column.name: value})
                continue
            effect = Effect.ROW_ASIDE if column.needed else Effect.VALUE_ASIDE
            rows[place] = replace(
                row,
                values=row.values | {column.name: None},
                aside=row.aside or effect is Effect.ROW_ASIDE,
                unreadable=row.unreadable | {column.name},
            )
            told = Effect.UNFINISHED if row.unfinished else effect
            tells = read.table.tells(column)
            what, do, because = _unknown(tells, index, unknown)
            if because is None and tells and slug(unknown) not in index.several:
                if unknown not in suggested and len(suggested) < _MOST_SUGGESTED:
                    suggested[unknown] = perhaps(unknown, index.names)
                what += suggested.get(unknown, "")
            problem = place_problem(read.table, row, column, what, do, told)
            problems.append(replace(problem, because=because))
    return replace(read, rows=tuple(rows), problems=tuple(problems))


def _checked_beside(read: ReadTable, earlier: Mapping[str, ReadTable]) -> ReadTable:
    found: dict[str, dict[Any, Mapping[str, Any]]] = {}

    def rows_of(name: str) -> Mapping[Any, Mapping[str, Any]]:
        if name not in found:
            key_of = itemgetter(*earlier[name].table.key)
            found[name] = {key_of(row.values): row.values for row in earlier[name].kept}
        return found[name]

    rows, problems = list(read.rows), list(read.problems)
    for place, row in enumerate(rows):
        for fault in () if row.aside else read.table.check_beside(row.values, rows_of):
            column = read.table.column(fault.column)
            problems.append(place_problem(read.table, row, column, fault.what, fault.do, fault.effect))
            rows[place] = replace(rows[place], aside=rows[place].aside or fault.effect is Effect.ROW_ASIDE)
    return replace(read, rows=tuple(rows), problems=tuple(problems))


def _look_up(index: _Index, column: Column, value: Any) -> tuple[Any, str | None]:
    """The key meant, or what was not found. In a list a comma or »og« parts too, where the parts are known."""
    if column.kind is Kind.REFERENCE:
        key = index.get(value)
        return key, None if key is not None else value
    keys: list[str] = []
    for part in value:
        whole = index.get(part)
        parts = [part] if whole is not None else [p for p in re.split(r",| og | & ", part) if p.strip()]
        for name in parts:
            key = index.get(name)
            if key is None:
                return None, name.strip()
            keys.append(key)
    return tuple(dict.fromkeys(keys)), None


def _unknown(tells: bool, index: _Index, typed: str) -> tuple[str, str, tuple[str, int | None] | None]:
    """What is wrong, what to do, and which row or table is the cause where that is not this one. tells: whether what is
    typed may be said.
    """
    name = f"»{in_short(typed)}«" if tells else "Det, der står her,"
    if not index.usable:
        return (
            f"{name} kan ikke slås op, for tabellen »{index.table.title}« kan ikke læses.",
            f"Ret tabellen »{index.table.title}« først.",
            (index.table.title, None),
        )
    if several := index.several.get(slug(typed)):
        meant = f": {listed(f'»{in_short(key)}«' for key in several)}" if tells and len(several) <= _MOST_MEANT else ""
        return (
            f"{name} kan betyde flere rækker i tabellen »{index.table.title}«{meant}.",
            f"Skriv »{index.table.column(index.field).heading}«, som den står i »{index.table.title}«.",
            None,
        )
    if row := index.aside.get(slug(typed)):
        return (
            f"{name} står i tabellen »{index.table.title}«, men på en række, der selv ikke kan læses.",
            f"Ret rækken i »{index.table.title}« først.",
            None if row.unfinished else (index.table.title, row.number),
        )
    return (
        f"{name} findes ikke i tabellen »{index.table.title}«.",
        f"Ret stavemåden, eller tilføj en række i »{index.table.title}«.",
        None,
    )


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
    told = [one for one in table.columns if table.tells(one) and (one.kind is not Kind.TEXT or one.name in named)]
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
                (one.name, row.values[one.name]) for one in told if one.name in row.values and _is_read(row, one.name)
            ),
            names=tuple(
                (one.name, row.typed[one.name])
                for one in told
                if one.kind is Kind.REFERENCE and one.name in row.typed and row.values.get(one.name) is None
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
