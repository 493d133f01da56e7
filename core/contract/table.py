"""What a table is: its columns, their kinds, keys and references. The contract itself is in tables.py."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.contract.cells.cell import slug
from core.contract.problem import Effect


class Kind(StrEnum):
    """The value is the Danish word for it, as the README's table of tables says it."""

    TEXT = "tekst"
    AMOUNT = "beløb"
    NUMBER = "tal"
    WHOLE = "helt tal"
    DATE = "dato"
    YES_NO = "ja/nej"
    CHOICE = "én af flere"
    REFERENCE = "henvisning"
    REFERENCES = "henvisninger, delt af semikolon"
    PRIVATE = "tekst, der ikke gemmes"
    RULE_VALUE = "efter reglen"


@dataclass(frozen=True, slots=True)
class Column:
    """heading: Danish; name: the field in code; required: the cell must be filled in;
    needed: a cell that cannot be read sets its row aside (else only the cell);
    settles: what is typed here moves money, so a row that has it is no draft;
    allowed: the values of a CHOICE; reference: 'table.field' it points to; minimum: lowest value.
    """

    heading: str
    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    needed: bool = True
    settles: bool = False
    unit: str = ""
    allowed: tuple[str, ...] = ()
    reference: str = ""
    minimum: int | None = None
    note: str = ""
    also: tuple[str, ...] = ()

    @property
    def slugs(self) -> frozenset[str]:
        return frozenset(slug(heading) for heading in (self.heading, *self.also))


@dataclass(frozen=True, slots=True)
class Fault:
    """A row whose cells do not fit together: the column to point at, what is wrong, what to do."""

    column: str
    what: str
    do: str
    effect: Effect = Effect.ROW_ASIDE


@dataclass(frozen=True, slots=True)
class Table:
    """title: Danish, also the name of sheet, file and (as its slug) SQL table; row: the typed row;
    key: the fields that together are unique; labels: other fields a reference may use;
    check: cells that must fit together; optional: an organisation can do without it, and says so when it is
    missing; quiet: nor is it told, for its whole subject may be one that the organisation does not have.
    """

    name: str
    title: str
    row: type[Any]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    note: str
    labels: tuple[str, ...] = ()
    optional: bool = False
    quiet: bool = False
    check: Callable[[Mapping[str, Any]], Iterable[Fault]] = lambda values: ()

    @property
    def slug(self) -> str:
        return slug(self.title)

    @property
    def heading_slugs(self) -> frozenset[str]:
        """Every spelling by which one of its columns is known."""
        return frozenset().union(*(column.slugs for column in self.columns))

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def heading_slug(heading: object) -> str:
    """A heading as it is compared: 'Beløb (kr.)' and 'beloeb' are one."""
    return slug(re.sub(r"\(.*?\)", "", str(heading if heading is not None else "")))


def sql_name(heading: str) -> str:
    """The spelling that suits SQL and file names: 'Ansøgt beløb' -> 'ansoegt_beloeb'. Read back by slug."""
    folded = heading.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z0-9]+", "_", folded).strip("_")
