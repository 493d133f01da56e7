"""Names are exchanged for tokens as soon as they are read: two cells can be compared, and nobody is named."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from hashlib import blake2b

from core.contract.cells.cell import clean, is_blank, slug
from core.contract.cells.word import parse_text
from core.contract.contract import Contract
from core.contract.raw import RawRow, RawTable
from core.contract.table import Kind, heading_slug

_HALVES = "surrogatepass"  # half a character in a cell is a character too
_MARK = "\ue000"  # from Unicode's private use area: nobody types it
_TOKEN = re.compile(f"{_MARK}[0-9a-f]{{16}}{_MARK}[0-9a-f]{{32}}")


def without_names(contract: Contract, raw_tables: Iterable[RawTable], key: bytes) -> tuple[RawTable, ...]:
    """The tables with every private cell replaced by a token: the same for the same name in any spelling that
    slugs alike (of a row's own number only capitals do not matter), and without the key no way back. key: random bytes,
    at most 64, kept nowhere but in memory.
    """
    scope = blake2b(key=key, digest_size=8).hexdigest()

    def veiled(cell: object, spelled: Callable[[str], str]) -> object:
        if is_blank(cell) or _TOKEN.fullmatch(clean(cell)):
            return cell
        token = blake2b(spelled(parse_text(cell)).encode(errors=_HALVES), key=key, digest_size=16).hexdigest()
        return f"{_MARK}{scope}{_MARK}{token}"

    def veiled_table(raw: RawTable) -> RawTable:
        table = contract.titled(raw.name)
        spelled = {
            place: str.casefold if table and column.name in table.key else slug
            for column in (table.columns if table else ())
            for place, heading in enumerate(raw.headings)
            if column.kind is Kind.PRIVATE and heading_slug(heading) in column.slugs
        }

        def row(one: RawRow) -> RawRow:
            cells = (veiled(cell, spelled[at]) if at in spelled else cell for at, cell in enumerate(one.cells))
            return RawRow(one.number, tuple(cells))

        return replace(raw, rows=tuple(map(row, raw.rows))) if spelled else raw

    return tuple(veiled_table(raw) for raw in raw_tables)


def can_be_compared(names: Iterable[str]) -> bool:
    """Whether private cells were all exchanged for tokens of one key."""
    return len({tuple(name.split(_MARK)[:-1]) for name in names}) < 2


def same_name(one: str, other: str) -> bool | None:
    """Whether two private cells hold the same name; None where their tokens are of different keys."""
    first, second = one.split(_MARK), other.split(_MARK)
    if first[:-1] != second[:-1]:
        return None
    return slug(first[-1]) == slug(second[-1])
