"""Names are hidden as soon as they are read: two cells can be compared, and nobody is named."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import blake2b

from core.contract.cells.cell import is_blank, slug
from core.contract.cells.kept import Hidden
from core.contract.cells.word import parse_text
from core.contract.raw import RawRow, RawTable
from core.contract.table import Kind, Table, heading_slug

_HALVES = "surrogatepass"  # half a character in a cell is a character too


def without_names(table: Table, raw: RawTable, key: bytes) -> RawTable:
    """The raw table with every private cell hidden: alike for the same name in any spelling that slugs alike (of a
    row's own number only capitals do not matter), and without the key no way back. key: random bytes, at most 64, kept
    nowhere but in memory.
    """
    run = blake2b(key=key, digest_size=8).hexdigest()
    spelled: dict[int, Callable[[str], str]] = {
        place: str.casefold if column.name in table.key else slug
        for column in table.columns
        for place, heading in enumerate(raw.headings)
        if column.kind is Kind.PRIVATE and heading_slug(heading) in column.slugs
    }

    def hidden(cell: object, spelled: Callable[[str], str]) -> object:
        if is_blank(cell) or isinstance(cell, Hidden):
            return cell
        name = spelled(parse_text(cell)).encode(errors=_HALVES)
        return Hidden(run, blake2b(name, key=key, digest_size=16).hexdigest())

    def without(row: RawRow) -> RawRow:
        if not row.is_filled:
            return row
        cells = (hidden(cell, spelled[at]) if at in spelled else cell for at, cell in enumerate(row.cells))
        return RawRow(row.number, tuple(cells))

    return replace(raw, rows=tuple(map(without, raw.rows))) if spelled else raw


def can_be_compared(names: Iterable[Hidden]) -> bool:
    """Whether the names were all hidden in one run."""
    return len({name.run for name in names}) < 2


def same_name(name: Hidden, other: Hidden) -> bool | None:
    """Whether two names are the same; None where they were hidden in different runs."""
    return name.token == other.token if name.run == other.run else None
