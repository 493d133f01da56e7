"""What a row refers to in tables read before: the key of the row that is meant, or why that cannot be told."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from core.contract.cells.cell import in_short, slug
from core.contract.cells.kept import Unread
from core.contract.cells.nearest import perhaps
from core.contract.problem import Effect
from core.contract.read_table import place_problem, set_doubles_aside
from core.contract.row import ReadRow, ReadTable
from core.contract.table import Column, Kind
from core.danish import listed

_MOST_SUGGESTED = 20
"""Looking for what is most like a name takes time, so no more are looked for in one column."""
_MOST_MEANT = 4


def resolved(read: ReadTable, earlier: Mapping[str, ReadTable], referred_to: Collection[str]) -> ReadTable:
    """The table with the key of the row that is meant in place of what is typed. earlier: the tables read before it, by
    name; referred_to: what any table refers to, as 'table.field'.
    """
    return _without_doubles(_with_keys(_alike_named(read, referred_to), earlier))


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


def _with_keys(read: ReadTable, earlier: Mapping[str, ReadTable]) -> ReadTable:
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
            rows[place] = row.after(Effect.VALUE_ASIDE, column.name).after(effect, column.name)
            tells = read.table.tells(column)
            what, do, because = _unknown(tells, index, unknown)
            if because is None and tells and slug(unknown) not in index.several:
                if unknown not in suggested and len(suggested) < _MOST_SUGGESTED:
                    suggested[unknown] = perhaps(unknown, index.names)
                what += suggested.get(unknown, "")
            costs = Effect.UNFINISHED if row.unfinished else effect
            problems.append(replace(place_problem(read.table, row, column, what, do, costs), because=because))
    return replace(read, rows=tuple(rows), problems=tuple(problems))


def _look_up(index: _Index, column: Column, value: Any) -> tuple[Any, str | None]:
    """The key meant, or what was not found, '' where that was forgotten. In a list a comma or »og« parts too, where the
    parts are known.
    """
    if isinstance(value, Unread):
        return None, ""
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
    if typed and (several := index.several.get(slug(typed))):
        meant = f": {listed(f'»{in_short(key)}«' for key in several)}" if tells and len(several) <= _MOST_MEANT else ""
        return (
            f"{name} kan betyde flere rækker i tabellen »{index.table.title}«{meant}.",
            f"Skriv »{index.table.column(index.field).heading}«, som den står i »{index.table.title}«.",
            None,
        )
    if typed and (row := index.aside.get(slug(typed))):
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
