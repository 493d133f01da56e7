"""What a newer state of a table lacks of an older one, row by row and column by column."""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from core import danish
from core.contract.cells.cell import in_short, slug
from core.contract.cells.kept import Hidden, Unread
from core.contract.private import can_be_compared
from core.contract.row import ReadRow, ReadTable
from core.contract.table import Column, Kind, Table

_FEWEST_CELLS = 2
Pair = tuple[ReadRow, ReadRow]
"""The same row as it was and as it is."""
Alike = Callable[[ReadRow], Hashable]
"""What a row has in common with those that are the same row; None where nothing can tell."""


@dataclass(frozen=True, slots=True)
class Emptied:
    """A column that had cells filled in so many rows that are still there, and has lost so many of them."""

    column: Column
    had: int
    lost: int


@dataclass(frozen=True, slots=True)
class Loss:
    # Keys of counted rows that no row has any longer, in words.
    gone: tuple[str, ...] = ()
    # Those that lost more than half of at least two cells, or their heading.
    columns: tuple[Emptied, ...] = ()
    # Rows that counted and are there still.
    stand: tuple[Pair, ...] = ()
    # Rows that were not there.
    come: tuple[ReadRow, ...] = ()

    @property
    def new(self) -> int:
        """Rows that count and were not there."""
        return sum(not row.aside for row in self.come)

    @property
    def undone(self) -> tuple[ReadRow, ...]:
        """Rows that look as if somebody had only begun to type them, though they have counted."""
        return tuple(now for _, now in self.stand if now.unfinished)


def loss(old: ReadTable, new: ReadTable) -> Loss:
    """A row is known again by its key. One part of its key was corrected where all else is unchanged, if it stands in
    its place or no other row says the same; in its place also where blank cells were filled in at the same time. A row
    that cannot be counted is not gone where it names the key, or all else stands in its place.
    """
    pairs, gone, come = _paired(old, new)
    emptied = (_emptied(column, pairs) for column in old.table.columns)
    return Loss(
        tuple(key_in_words(old.table, row) for row in gone),
        tuple(
            one
            for one in emptied
            if (one.had and one.column.name not in new.headings)
            or (one.had >= _FEWEST_CELLS and one.lost * 2 > one.had)
        ),
        tuple(pairs),
        tuple(come),
    )


def key_in_words(table: Table, row: ReadRow) -> str:
    """'G1-a, 30-06-2025'."""
    values = [row.values[name] for name in table.key]
    return ", ".join(danish.day_short(value) if isinstance(value, date) else in_short(str(value)) for value in values)


def _paired(old: ReadTable, new: ReadTable) -> tuple[list[Pair], list[ReadRow], list[ReadRow]]:
    """Rows that stand in both, those that are gone, and those that have come. Where rows of one key add up, equal
    ones are paired before any others of their key.
    """
    table = old.table
    private = [name for name in table.key if table.column(name).kind is Kind.PRIVATE]
    names = (row.values[name] for row in (*old.kept, *new.rows) for name in private)
    tell_apart = can_be_compared(name for name in names if name is not None)

    said = {id(row): [_said(column, row) for column in table.columns] for row in (*old.kept, *new.rows)}
    place = {column.name: at for at, column in enumerate(table.columns)}

    def all_but(part: str, row: ReadRow) -> Hashable:
        found = said[id(row)]
        return (*found[: place[part]], None, *found[place[part] + 1 :])

    def key(row: ReadRow) -> Hashable:
        values = tuple(_known_by(table.column(name), row.values[name], tell_apart) for name in table.key)
        return None if None in values else values

    def whole(row: ReadRow) -> Hashable:
        return key(row) and tuple(said[id(row)])

    def in_its_place(alike: Alike) -> Alike:
        return lambda row: None if (same := alike(row)) is None else (same, row.number)

    def corrected(part: str) -> Alike:
        return in_its_place(lambda row: all_but(part, row))

    def unmistakable(part: str) -> Alike:
        once = [Counter(all_but(part, row) for row in rows) for rows in (old.kept, new.rows)]

        def alike(row: ReadRow) -> Hashable:
            rest = all_but(part, row)
            return rest if all(times[rest] == 1 for times in once) else None

        return alike

    def beside_key(row: ReadRow) -> Hashable:
        rest = tuple(_said(column, row) for column in table.columns if column.name not in table.key)
        return rest if any(rest) else None

    # Parts of one figure are many alike: which of them a row was is told best by its place.
    first = [corrected(part) for part in table.key] if table.adds_up else []
    sure = [in_its_place(unmistakable(part)) for part in table.key]
    last = [alike for part in table.key for alike in (corrected(part), unmistakable(part))]
    pairs: list[Pair] = []
    gone, come = list(old.kept), list(new.rows)
    for alike in (in_its_place(whole), *first, whole, *sure, key, *last):
        gone, come = _pair(alike, pairs, gone, come)
    gone, unread = _pair(in_its_place(beside_key), pairs, gone, [row for row in come if row.aside])
    come = [*(row for row in come if not row.aside), *unread]
    standing = {} if table.adds_up else {row.number: row for row in come}
    grown = [
        (row, now) for row in gone if (now := standing.get(row.number)) and _corrected_and_filled_in(table, row, now)
    ]
    pairs += grown
    found = {row.number for row, _ in grown}
    return pairs, [row for row in gone if row.number not in found], [row for row in come if row.number not in found]


def _corrected_and_filled_in(table: Table, was: ReadRow, now: ReadRow) -> bool:
    """Whether one part of the key is another, and no other cell has changed but those that were blank."""
    changed = [column.name for column in table.columns if _said(column, was) != _said(column, now)]
    corrected = [name for name in changed if name in table.key]
    return len(corrected) == 1 and all(was.values[name] is None for name in changed if name not in table.key)


def _pair(
    alike: Alike, pairs: list[Pair], old: list[ReadRow], new: list[ReadRow]
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


def _said(column: Column, row: ReadRow) -> Hashable:
    """What is read by another cell of the row is another value when that cell is corrected, and the same words."""
    if column.kind is Kind.BY_ROW:
        return slug(row.typed.get(column.name, ""))
    return _compared(column, row.values[column.name])


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
    had = [now for was, now in pairs if says(was, column)]
    return Emptied(column, len(had), sum(not says(now, column) for now in had))


def says(row: ReadRow, column: Column) -> bool:
    """Whether the cell says anything that can be read."""
    value = row.values[column.name]
    return value is not None and not isinstance(value, Unread)
