"""What a table is: its columns, their kinds, keys and references. The tables stand in the rooms of their subjects."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, get_args, get_origin, get_type_hints

from core.contract.cells.age import ages_or_none
from core.contract.cells.cell import clean, slug
from core.contract.problem import Effect
from core.contract.raw import RawTable


class Kind(StrEnum):
    """The value is the Danish word for it, as the README's table of tables says it."""

    BY_TYPE = "efter feltets type"
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
    BY_ROW = "efter reglen"
    BAND = "aldersgruppe"
    AGES = "alder, der gemmes som aldersgruppe"
    STATED = "dato, kvartal eller år"


@dataclass(frozen=True, slots=True)
class Column:
    """What is said of a column on the field of its row's class, as `Annotated[date, Column("Dato")]`; on a ClassVar
    where it is read and no row keeps it.
    """

    # Danish.
    heading: str
    # BY_TYPE only until the table is made.
    kind: Kind = Kind.BY_TYPE
    # The field in code.
    name: str = ""
    # The cell must be filled in.
    required: bool = False
    # A cell that cannot be read sets its row aside (else only the cell).
    needed: bool = True
    # What is typed here moves money, so a row that has it is no draft.
    settles: bool = False
    # Few have the column, so it is not told that it is missing.
    quiet: bool = False
    unit: str = ""
    # The values of a CHOICE, told by the field's type where that is an enumeration.
    allowed: tuple[str, ...] = ()
    # 'table.field' it points to.
    reference: str = ""
    # Lowest and highest value.
    minimum: int | None = None
    maximum: int | None = None
    # Those that may stand after its number, as 'sider' in '2 sider'.
    words: tuple[str, ...] = ()
    note: str = ""
    also: tuple[str, ...] = ()
    # What reads a cell that no kind reads, from the cell and the row's values so far.
    parse: Callable[[object, Mapping[str, Any]], object] | None = None
    # What the template says of such a cell.
    how: str = ""

    @property
    def slugs(self) -> frozenset[str]:
        return _slugs((self.heading, *self.also))


@cache
def _slugs(headings: tuple[str, ...]) -> frozenset[str]:
    """Of a column of a contract: each is asked for as often as a table is read."""
    return frozenset(slug(heading) for heading in headings)


@dataclass(frozen=True, slots=True)
class Given:
    """Of a field: whether anything stands in a private column."""

    column: str


@dataclass(frozen=True, slots=True)
class SameName:
    """Of a field: whether a private column holds the same name as one of another row; None where either is blank, or
    cannot be compared.
    """

    column: str
    # The column that leads to the other row.
    through: str
    # The private column there.
    other: str


@dataclass(frozen=True, slots=True)
class Fault:
    """A row whose cells do not fit together."""

    # To point at.
    column: str
    # What is wrong,
    what: str
    # and what to do.
    do: str
    effect: Effect = Effect.ROW_ASIDE


RowsOf = Callable[[str], Mapping[Any, Mapping[str, Any]]]
"""A table's name -> the values of its rows that count, by their key: a tuple where that is more than one field."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What is done to a raw table of the contract's columns before any other cell of it is read."""

    # What it depends on, from the rows of tables read before: a value that can be compared, and the same as text (repr)
    # wherever it is the same.
    depends_on: Callable[[RowsOf], Any] = lambda rows_of: None
    # The raw table as it is to be read. Of its own result it changes nothing, as long as it depends on the same.
    prepared: Callable[["Table", RawTable, Any], RawTable] = lambda table, raw, by: raw


@dataclass(frozen=True, slots=True)
class Table:
    """What the contract says of a table.

    Raises KeyError for a field of the row whose type does not tell the kind of its column.
    """

    name: str
    # Danish, also the name of sheet, file and (as its slug) SQL table.
    title: str
    # The typed row.
    row: type[Any]
    # The fields that together are unique.
    key: tuple[str, ...]
    note: str
    # Other fields a reference may use.
    labels: tuple[str, ...] = ()
    # An organisation can do without it, and says so when it is missing.
    optional: bool = False
    # Nor is it told, for its whole subject may be one that the organisation does not have.
    quiet: bool = False
    # Rows of one key are parts of one figure.
    adds_up: bool = False
    # A source with more of them is not read.
    most_rows: int = 20_000
    # Rows are persons or counts of them, so what is typed in them is never told, and of rows that come, go or change
    # only how many.
    persons: bool = False
    # What is done to it before its cells are read.
    preparation: Preparation = Preparation()
    # Cells of a row that must fit together.
    check: Callable[[Mapping[str, Any]], Iterable[Fault]] = lambda values: ()
    # Rows that must, as (place, fault) of those that do not.
    check_all: Callable[[Sequence[Mapping[str, Any]]], Iterable[tuple[int, Fault]]] = lambda rows: ()
    # Cells that must fit rows of tables read before.
    check_beside: Callable[[Mapping[str, Any], RowsOf], Iterable[Fault]] = lambda values, rows_of: ()
    # The values with those that follow from others of the row.
    complete: Callable[[Mapping[str, Any]], Mapping[str, Any]] = lambda values: values
    # Whether a row that is still being typed may hold already, by the fields in it.
    holds_unfinished: Callable[[Collection[str]], bool] = lambda typed: False
    # The values of columns that the row's class cannot know.
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    # A heading and lines that the template's instructions say of it at their end.
    guide: tuple[tuple[str, str], ...] = ()
    # As said on the fields of the row's class, in their order.
    columns: tuple[Column, ...] = field(init=False)
    # Fields that follow from private columns.
    derived: tuple[tuple[str, "Given | SameName"], ...] = field(init=False)

    def __post_init__(self) -> None:
        said = _said_on(self.row)
        columns = [(name, type_, mark) for name, type_, mark in said if isinstance(mark, Column)]
        completed = tuple(_completed(column, name, hint, self.choices.get(name, ())) for name, hint, column in columns)
        object.__setattr__(self, "columns", completed)
        derived = tuple((name, mark) for name, _, mark in said if isinstance(mark, Given | SameName))
        object.__setattr__(self, "derived", derived)

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


_KINDS: Mapping[object, Kind] = {
    str: Kind.TEXT,
    int: Kind.WHOLE,
    Decimal: Kind.NUMBER,
    bool: Kind.YES_NO,
    date: Kind.DATE,
}


def _said_on(row: type[Any]) -> list[tuple[str, object, object]]:
    """Field of a row's class, its type, and what is said of it: a Column, Given, SameName."""
    found: list[tuple[str, object, object]] = []
    for name, hint in get_type_hints(row, include_extras=True).items():
        inner = get_args(hint)[0] if get_origin(hint) is ClassVar else hint
        if get_origin(inner) is Annotated:
            type_, mark = get_args(inner)
            found.append((name, type_, mark))
    return found


def _completed(column: Column, name: str, hint: object, choices: tuple[str, ...]) -> Column:
    (type_,) = {*get_args(hint)} - {NoneType} if isinstance(hint, UnionType) else {hint}
    allowed = column.allowed or choices
    if not allowed and isinstance(type_, type) and issubclass(type_, StrEnum):
        allowed = tuple(type_)
    kind = column.kind
    if kind is Kind.BY_TYPE:
        kind = Kind.CHOICE if allowed else _KINDS[type_]
    return replace(column, name=name, kind=kind, allowed=allowed)


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
