"""The one way in: what a source has of a table -> the read table, without names, ages and what nobody could read.

source's raw table -> prepared -> names hidden -> cells read -> the unreadable forgotten -> the contract's columns
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from hashlib import blake2b
from typing import Any

from core.contract.cells.cell import clean
from core.contract.contract import Contract
from core.contract.grid import contract_only
from core.contract.private import without_names
from core.contract.raw import Raws
from core.contract.read_table import read_alone
from core.contract.row import ReadTable, rows_of
from core.contract.table import Table
from core.contract.unread import Known, names_in, without_unread

_HALVES = "surrogatepass"  # half a character in a cell is a character too


def read_tables(contract: Contract, tables: Mapping[str, Raws], key: bytes) -> dict[str, ReadTable]:
    """Every table of the contract by its name. key: what names are hidden with."""
    found: dict[str, ReadTable] = {}
    for table in contract:
        found[table.name] = read_beside(table, tables.get(table.name, ()), found, key)
    return found


def read_beside(table: Table, raws: Raws, earlier: Mapping[str, ReadTable], key: bytes) -> ReadTable:
    """earlier: tables read before it, by name; key: as for read_tables."""
    return _read(table, raws, table.preparation.depends_on(rows_of(earlier)), _known_to(table, [earlier]), key)


def read_if_changed(
    table: Table,
    raws: Raws,
    used: Mapping[str, ReadTable],
    newest: Mapping[str, ReadTable],
    before: Iterable[ReadTable],
    key: bytes,
) -> ReadTable:
    """The table, as it was read before where nothing that it is read from has changed. used, newest: tables read before
    it, as they count and as the source has them; before: the table as it was read earlier; key: as for read_tables.
    """
    depends_on, known = table.preparation.depends_on(rows_of(used)), _known_to(table, [used, newest])
    fingerprint = _fingerprint(raws, depends_on, known, key)
    for earlier in before:
        if earlier.fingerprint == fingerprint:
            return earlier
    return replace(_read(table, raws, depends_on, known, key), fingerprint=fingerprint)


def prepared_again(read: ReadTable, depends_on: Any) -> ReadTable:
    """A table that was read, when what its preparation depends on has changed and its source is not at hand."""
    table = read.table
    return read_alone(table, tuple(table.preparation.prepared(table, raw, depends_on) for raw in read.raws))


def _read(table: Table, raws: Raws, depends_on: Any, known: Known, key: bytes) -> ReadTable:
    prepared = (table.preparation.prepared(table, raw, depends_on) for raw in raws)
    read = read_alone(table, tuple(without_names(table, raw, key) for raw in prepared), known)
    kept = without_unread(read) if table.persons else read.raws
    return replace(read, raws=tuple(contract_only(table, raw) for raw in kept))


def _known_to(table: Table, tables: Iterable[Mapping[str, ReadTable]]) -> Known:
    """What the references of a table about persons may say, for it to be kept."""
    found: dict[str, frozenset[str]] = {}
    for column in table.columns if table.persons else ():
        if column.reference:
            name, field = column.reference.split(".")
            found[column.name] = frozenset().union(*(names_in(read[name], field) for read in tables))
    return found


def _fingerprint(raws: Raws, depends_on: Any, known: Known, key: bytes) -> bytes:
    """The same where a table is read from the same, and without the key no way back."""
    found = blake2b(key=key)

    def add(*parts: object) -> None:
        found.update(repr(parts).encode(errors=_HALVES))

    add(depends_on, [(name, sorted(names)) for name, names in known.items()])
    for raw in raws:
        add(raw.name, *map(_told_apart, raw.headings), raw.tab_place)
        for row in raw.rows:
            add(row.number, *map(_told_apart, row.cells))
    return found.digest()


def _told_apart(cell: object) -> object:
    """What differs as text (repr) where the cell reads otherwise: a whole number of more than 4300 digits has no such
    text, nor have several values with one in them, and that of a database's bytes says only where they lie.
    """
    if type(cell) is int:
        return Decimal(cell)
    if isinstance(cell, memoryview):
        return bytes(cell)
    if isinstance(cell, Collection) and not isinstance(cell, str | bytes):
        return type(cell), clean(cell)
    return cell
