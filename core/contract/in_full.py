"""What a table loses in steps too small to ask about is remembered, so that together they are seen as what they are."""

from core.contract.headings import match_headings
from core.contract.loss import Loss, Pair, says
from core.contract.raw import RawRow, RawTable
from core.contract.table import Kind, Table


def in_full(table: Table, was: RawTable, now: RawTable, found: Loss) -> RawTable | None:
    """The newer state with what it lacks of the older one still in it; None where it lacks nothing."""
    if not any(_lost(table, pair) for pair in found.stand):
        return None
    before, after = (match_headings(table, raw.headings).positions for raw in (was, now))

    def whole(pair: Pair) -> RawRow:
        old, new = pair
        cells = [*new.cells[: len(now.headings)], *[None] * (len(now.headings) - len(new.cells))]
        for name in _lost(table, pair):
            if name in before and name in after:
                cells[after[name]] = old.cells[before[name]] if before[name] < len(old.cells) else None
        return RawRow(new.number, tuple(cells))

    rows = [*map(whole, found.stand), *(RawRow(row.number, row.cells) for row in found.come if not row.aside)]
    return RawTable(now.name, now.headings, tuple(sorted(rows, key=lambda row: row.number)), now.grid)


def _lost(table: Table, pair: Pair) -> list[str]:
    """Fields of which the older row says what the newer one does not: all of them where the newer one does not count,
    but not what says which person it is, for that can only be compared within one run of the program.
    """
    was, now = pair
    return [
        column.name
        for column in table.columns
        if (says(was, column) and not says(now, column))
        or (now.aside and not (column.kind is Kind.PRIVATE and says(now, column)))
    ]
