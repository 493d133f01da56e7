"""Which resident counts must be hidden, so that no small one can be read or worked out from the others.

A count below the threshold is small (5 unless set; Danish practice uses 3 or 5). Nobody in a category tells something
of everybody who lives there, so 0 is small as well. Totals are hidden only where hiding other counts does not help.
All hidden counts must look alike on screen: "below 5" would give away which are small.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from core.focus_group.hidden import Figure, hidden_figures
from core.focus_group.tables import HIDE_BELOW


@dataclass(frozen=True, slots=True)
class HiddenTable:
    """True where a count must be hidden."""

    # By row, then column.
    cells: tuple[tuple[bool, ...], ...]
    # The rows' totals,
    rows: tuple[bool, ...]
    # the columns' totals,
    columns: tuple[bool, ...]
    # and the grand total.
    total: bool


def suppress_table(
    table: Sequence[Sequence[int]], threshold: int = HIDE_BELOW.usual, already: HiddenTable | None = None
) -> HiddenTable:
    """For residents by department (rows) and age band (columns) with all their totals; guarantees as in hidden.

    already: what is hidden whatever it is. ValueError for rows of different lengths, and as in hidden.
    """
    width = len(table[0]) if table else 0
    if any(len(row) != width for row in table):
        raise ValueError("The rows of the table have different lengths.")
    height = len(table)
    # Points: the rows, the row of totals, the columns, the column of totals. What flows in must flow out:
    # total column -> row -> its cells' columns -> total row -> total column.
    total_row, columns, total_column = height, range(height + 1, height + 1 + width), height + 1 + width
    inner = [
        Figure(number, row, column)
        for row, numbers in enumerate(table)
        for column, number in zip(columns, numbers, strict=True)
    ]
    dear = 1 + sum(figure.count for figure in inner)
    by_row = [Figure(sum(numbers), total_column, row, dear) for row, numbers in enumerate(table)]
    by_column = [
        Figure(sum(row[place] for row in table), column, total_row, dear) for place, column in enumerate(columns)
    ]
    grand = Figure(sum(figure.count for figure in inner), total_row, total_column, dear)
    was = None
    if already is not None:
        was = [*chain.from_iterable(already.cells), *already.rows, *already.columns[:width], already.total]
    hidden = hidden_figures([*inner, *by_row, *by_column, grand], threshold, was)
    totals = hidden[len(inner) :]
    return HiddenTable(
        tuple(tuple(hidden[row * width : (row + 1) * width]) for row in range(height)),
        tuple(totals[:height]),
        tuple(totals[height:-1]),
        totals[-1],
    )
