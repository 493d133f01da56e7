"""What a table is: its columns, their kinds, keys and references. The contract itself is in tables.py."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from core.contract.cells.age import ages_or_none
from core.contract.cells.cell import clean, slug
from core.contract.problem import Effect


class Kind(StrEnum):
    """The value is the Danish word for it, as the README's table of tables says it."""

    TEXT = "tekst"
    AMOUNT = "beløb"
    NUMBER = "tal"
    MEASURED = "tal i målepunktets enhed"
    WHOLE = "helt tal"
    DATE = "dato"
    YES_NO = "ja/nej"
    CHOICE = "én af flere"
    REFERENCE = "henvisning"
    REFERENCES = "henvisninger, delt af semikolon"
    PRIVATE = "tekst, der ikke gemmes"
    RULE_VALUE = "efter reglen"
    BAND = "aldersgruppe"
    AGES = "alder, der gemmes som aldersgruppe"
    STATED = "dato, kvartal eller år"


@dataclass(frozen=True, slots=True)
class Column:
    """heading: Danish; name: the field in code; required: the cell must be filled in;
    needed: a cell that cannot be read sets its row aside (else only the cell);
    settles: what is typed here moves money, so a row that has it is no draft;
    quiet: few have the column, so it is not told that it is missing;
    allowed: the values of a CHOICE; reference: 'table.field' it points to; minimum, maximum: lowest and highest value;
    words: those that may stand after its number, as 'sider' in '2 sider'.
    """

    heading: str
    name: str
    kind: Kind = Kind.TEXT
    required: bool = False
    needed: bool = True
    settles: bool = False
    quiet: bool = False
    unit: str = ""
    allowed: tuple[str, ...] = ()
    reference: str = ""
    minimum: int | None = None
    maximum: int | None = None
    words: tuple[str, ...] = ()
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


RowsOf = Callable[[str], Mapping[Any, Mapping[str, Any]]]
"""A table's name -> the values of its rows that count, by their key: a tuple where that is more than one field."""


@dataclass(frozen=True, slots=True)
class Table:
    """title: Danish, also the name of sheet, file and (as its slug) SQL table; row: the typed row;
    key: the fields that together are unique; labels: other fields a reference may use;
    check: cells of a row that must fit together; check_all: rows that must, as (place, fault) of those that do not;
    check_beside: cells that must fit rows of tables read before;
    adds_up: rows of one key are parts of one figure; persons: rows are persons or counts of them, so what is typed in
    them is never told, and of rows that come, go or change only how many; optional: an organisation can do without it,
    and says so when it
    is missing; quiet: nor is it told, for its whole subject may be one that the organisation does not have.
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
    adds_up: bool = False
    persons: bool = False
    check: Callable[[Mapping[str, Any]], Iterable[Fault]] = lambda values: ()
    check_all: Callable[[Sequence[Mapping[str, Any]]], Iterable[tuple[int, Fault]]] = lambda rows: ()
    check_beside: Callable[[Mapping[str, Any], RowsOf], Iterable[Fault]] = lambda values, rows_of: ()

    @property
    def slug(self) -> str:
        return slug(self.title)

    def tells(self, column: Column) -> bool:
        """Whether what is typed there may stand in a problem or a change."""
        return not self.persons and column.kind is not Kind.PRIVATE

    @property
    def heading_slugs(self) -> frozenset[str]:
        """Every spelling by which one of its columns is known."""
        return frozenset().union(*(column.slugs for column in self.columns))

    def knows(self, heading: object) -> bool:
        """Whether a column under this heading is read."""
        return heading_slug(heading) in self.heading_slugs or (self.has_ages and ages_or_none(heading) is not None)

    @property
    def has_ages(self) -> bool:
        """Whether its ages can stand as headings, side by side."""
        return self.adds_up and any(column.name == "ages" for column in self.columns)

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)


def across(table: Table, headings: Sequence[object]) -> tuple[int, ...]:
    """The places of headings that are ages themselves, of a table that has them side by side in place of below
    each other; nothing for any other.
    """
    if not table.has_ages or any(heading_slug(heading) in table.column("ages").slugs for heading in headings):
        return ()
    places = tuple(place for place, heading in enumerate(headings) if ages_or_none(heading) is not None)
    return places if len(places) > 1 else ()


def heading_slug(heading: object) -> str:
    """A heading as it is compared: 'Beløb (kr.)' and 'beloeb' are one."""
    return slug(re.sub(r"\(.*?\)", "", clean(heading if heading is not None else "")))


def sql_name(heading: str) -> str:
    """The spelling that suits SQL and file names: 'Ansøgt beløb' -> 'ansoegt_beloeb'. Read back by slug."""
    folded = heading.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")
