"""What stands in a row about persons and cannot be read is kept nowhere: it may be a name, an age or an address."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.contract.cells.age import Unread, is_mark
from core.contract.cells.cell import is_blank, slug
from core.contract.cells.word import parse_text
from core.contract.contract import Contract
from core.contract.dataset import read_alone
from core.contract.headings import match_headings
from core.contract.raw import RawRow, RawTable
from core.contract.read_table import readable
from core.contract.table import Column, Kind, Table, heading_slug

UNREAD = "\ue003ulæselig"  # from Unicode's private use area: nobody types it, and no column can read it


def without_unread(
    contract: Contract, raw_tables: Iterable[RawTable], before: Iterable[RawTable] = ()
) -> tuple[RawTable, ...]:
    """The tables, ages as bands already, with a mark for each cell that cannot be read in a table about persons.
    before: tables of an earlier reading, which a cell may refer to as well.
    """
    raws = tuple(raw_tables)
    everything = (*raws, *before)
    return tuple(
        _marked(raw, table, everything, contract) if (table := contract.titled(raw.name)) and table.persons else raw
        for raw in raws
    )


def _marked(raw: RawTable, table: Table, everything: Iterable[RawTable], contract: Contract) -> RawTable:
    """Where the headings leave doubt, nothing of it is read."""
    columns: dict[int, Column] = {}
    for column in table.columns:
        places = [place for place, heading in enumerate(raw.headings) if heading_slug(heading) in column.slugs]
        columns |= dict.fromkeys(places, column) if column.kind is not Kind.PRIVATE else {}
    usable = match_headings(table, raw.headings).usable
    named = {column.name: _named(column, everything, contract) for column in columns.values() if column.reference}

    def kept(place: int, cell: object) -> object:
        column = columns.get(place)
        if column is None or is_blank(cell) or is_mark(cell) or (usable and _can_be_read(column, cell, named)):
            return cell
        return Unread.NO_AGE.mark if column.kind is Kind.AGES else UNREAD

    rows = (RawRow(row.number, tuple(kept(*place) for place in enumerate(row.cells))) for row in raw.rows)
    return replace(raw, rows=tuple(rows))


def _can_be_read(column: Column, cell: object, named: Mapping[str, frozenset[str]]) -> bool:
    return readable(column, cell) and (not column.reference or _bare(cell) in named[column.name])


def _named(column: Column, raws: Iterable[RawTable], contract: Contract) -> frozenset[str]:
    """What a reference may say, also of rows that count nowhere."""
    title, field = column.reference.split(".")
    table = contract.by_name[title]
    read = [read_alone(table, [raw]) for raw in raws if slug(raw.name) == table.slug]
    values = (row.values.get(name) for one in read for row in one.rows for name in (field, *table.labels))
    return frozenset(_bare(value) for value in values if value is not None)


def _bare(value: object) -> str:
    return slug(parse_text(value)).lstrip("0")
