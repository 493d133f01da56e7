"""What a newer state of a table lacks of an older one, row by row and column by column."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from core import danish
from core.contract.cells.cell import slug
from core.contract.cells.kept import Hidden
from core.contract.private import can_be_compared
from core.contract.row import ReadRow, ReadTable
from core.contract.table import Column, Kind, Table

_FEWEST_CELLS = 2
Pair = tuple[ReadRow, ReadRow]
"""The same row as it was and as it is."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """A column that had cells filled in so many rows that are still there, and has lost so many of them."""

    column: Column
    had: int
    lost: int


@dataclass(frozen=True, slots=True)
class Loss:
    """gone: keys of counted rows that no row has any longer, in words; new: rows that count and were not there;
    columns: those that lost more than half of at least two cells, or their heading.
    """

    gone: tuple[str, ...]
    new: int
    columns: tuple[Emptied, ...]


def loss(old: ReadTable, new: ReadTable) -> Loss:
    """A row is known again by its key. Failing that, one part of its key was corrected where all else is unchanged, if
    it stands in its place or no other row says the same; in its place also where blank cells were filled in at the same
    time. A row that names the key and cannot be counted is not gone.
    """
    pairs, gone, come = _paired(old, new)
    emptied = (_emptied(column, pairs) for column in old.table.columns)
    return Loss(
        tuple(key_in_words(old.table, row) for row in gone),
        sum(not row.aside for row in come),
        tuple(
            one
            for one in emptied
            if (one.had and one.column.name not in new.headings)
            or (one.had >= _FEWEST_CELLS and one.lost * 2 > one.had)
        ),
    )


def key_in_words(table: Table, row: ReadRow) -> str:
    """'G1-a, 30-06-2025'."""
    values = [row.values[name] for name in table.key]
    return ", ".join(danish.day_short(value) if isinstance(value, date) else str(value) for value in values)


def _paired(old: ReadTable, new: ReadTable) -> tuple[list[Pair], list[ReadRow], list[ReadRow]]:
    """Rows that stand in both, those that are gone, and those that have come. Where rows of one key add up, equal
    ones are paired before any others of their key.
    """
    table = old.table
    private = [name for name in table.key if table.column(name).kind is Kind.PRIVATE]
    names = (row.values[name] for row in (*old.kept, *new.rows) for name in private)
    tell_apart = can_be_compared(name for name in names if name is not None)

    def all_but(part: str, row: ReadRow) -> Hashable:
        return tuple(_compared(column, row.values[column.name]) for column in table.columns if column.name != part)

    def key(row: ReadRow) -> Hashable:
        values = tuple(_known_by(table.column(name), row.values[name], tell_apart) for name in table.key)
        return None if None in values else values

    def whole(row: ReadRow) -> Hashable:
        return key(row) and all_but("", row)

    pairs: list[Pair] = []
    gone, come = list(old.kept), list(new.rows)
    for alike in (whole, key):
        gone, come = _pair(alike, pairs, gone, come)
    for part in table.key:
        times = Counter(all_but(part, row) for row in old.kept)

        def in_place(row: ReadRow, part: str = part) -> Hashable:
            return all_but(part, row), row.number

        def unmistakable(row: ReadRow, part: str = part, times: Counter[Hashable] = times) -> Hashable:
            return all_but(part, row) if times[all_but(part, row)] == 1 else None

        for alike in (in_place, unmistakable):
            gone, come = _pair(alike, pairs, gone, come)
    standing = {} if table.adds_up else {row.number: row for row in come}
    grown = [
        (row, now) for row in gone if (now := standing.get(row.number)) and _corrected_and_filled_in(table, row, now)
    ]
    pairs += grown
    found = {row.number for row, _ in grown}
    return pairs, [row for row in gone if row.number not in found], [row for row in come if row.number not in found]


def _corrected_and_filled_in(table: Table, was: ReadRow, now: ReadRow) -> bool:
    """Whether one part of the key is another, and no other cell has changed but those that were blank."""
    changed = [
        column.name
        for column in table.columns
        if _compared(column, was.values[column.name]) != _compared(column, now.values[column.name])
    ]
    corrected = [name for name in changed if name in table.key]
    return len(corrected) == 1 and all(was.values[name] is None for name in changed if name not in table.key)


def _pair(
    alike: Callable[[ReadRow], Hashable], pairs: list[Pair], old: list[ReadRow], new: list[ReadRow]
) -> tuple[list[ReadRow], list[ReadRow]]:
    """What is left of each when rows that are alike, None being like nothing, have gone to the pairs."""
    waiting: dict[Hashable, deque[ReadRow]] = defaultdict(deque)
    left: list[ReadRow] = []
    for row in new:
        if (same := alike(row)) is None:
            left.append(row)
        else:
            waiting[same].append(row)
    gone: list[ReadRow] = []
    for row in old:
        if found := waiting.get(alike(row)):
            pairs.append((row, found.popleft()))
        else:
            gone.append(row)
    return gone, [*left, *(row for rows in waiting.values() for row in rows)]


def _known_by(column: Column, value: object, tell_apart: bool) -> Hashable:
    """tell_apart: whether what is private was all hidden in one run of the program; from start to start it was not."""
    if column.kind is Kind.PRIVATE:
        return value if tell_apart and isinstance(value, Hidden) else value is not None or None
    return _compared(column, value)


def _compared(column: Column, value: object) -> Hashable:
    """One spelling for what is the same: a number's zeros in front and a name's capitals are no change. Of what is
    private only whether there is something.
    """
    if column.kind is Kind.PRIVATE:
        return value is not None
    if isinstance(value, str):
        return slug(value).lstrip("0") or value
    return value if isinstance(value, Hashable) else str(value)


def _emptied(column: Column, pairs: Sequence[Pair]) -> Emptied:
    had = [now for was, now in pairs if was.values[column.name] is not None]
    return Emptied(column, len(had), sum(now.values[column.name] is None for now in had))
