"""What a table loses in steps too small to ask about is remembered, so that together they are seen as what they are."""

from collections.abc import Set
from dataclasses import replace

from core.contract.headings import match_headings
from core.contract.loss import Loss, Pair, says
from core.contract.raw import RawRow
from core.contract.row import ReadRow, ReadTable
from core.contract.table import Kind, Table


def in_full(was: ReadTable, now: ReadTable, found: Loss) -> ReadTable | None:
    """The newer state with what it lacks of the older one still in it; None where it lacks nothing."""
    stand = [(old, new, _lost(now.table, (old, new))) for old, new in found.stand]
    if not any(lost for _, _, lost in stand):
        return None
    (before,), (after,) = was.raws, now.raws
    there, here = (match_headings(now.table, raw.headings).positions for raw in (before, after))

    def stored(old: ReadRow, new: ReadRow, lost: Set[str]) -> RawRow:
        old_cells, cells = before.rows[old.place].cells, after.rows[new.place].cells
        width = len(after.headings)
        whole = [*cells[:width], *[None] * (width - len(cells))]
        for name in lost & there.keys() & here.keys():
            whole[here[name]] = old_cells[there[name]] if there[name] < len(old_cells) else None
        return RawRow(new.number, tuple(whole))

    whole = [(_with(lost, old, new), stored(old, new, lost)) for old, new, lost in stand]
    whole += [(row, after.rows[row.place]) for row in found.come if not row.aside]
    whole.sort(key=lambda both: both[0].number)
    rows = tuple(replace(row, place=place) for place, (row, _) in enumerate(whole))
    raw = replace(after, rows=tuple(cells for _, cells in whole))
    return replace(now, rows=rows, problems=(), raws=(raw,), fingerprint=b"")


def _lost(table: Table, pair: Pair) -> Set[str]:
    """Fields of which the older row says what the newer one does not: all of them where the newer one does not count,
    but not what says which person it is, for that can only be compared within one run of the program.
    """
    was, now = pair
    return {
        column.name
        for column in table.columns
        if (says(was, column) and not says(now, column))
        or (now.aside and not (column.kind is Kind.PRIVATE and says(now, column)))
    }


def _with(lost: Set[str], was: ReadRow, now: ReadRow) -> ReadRow:
    """The newer row as one that counts, with the lost fields as the older one has them."""
    kept = {name: typed for name, typed in now.typed.items() if name not in lost}
    return replace(
        now,
        values=now.values | {name: was.values[name] for name in lost},
        typed=kept | {name: typed for name, typed in was.typed.items() if name in lost},
        aside=False,
        unreadable=(now.unreadable - lost) | (was.unreadable & lost),
        unfinished=False,
    )
