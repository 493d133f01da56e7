"""Rows that somebody is still typing: nothing in them is wrong, something is only missing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from core.contract.problem import Effect, Problem
from core.contract.row import ReadRow
from core.contract.table import Table

Read = tuple[ReadRow, list[Problem]]


def unfinished_marked(table: Table, rows: Sequence[Read]) -> list[Read]:
    """The rows with those marked that are half typed: whatever sets them aside is a cell still blank, and
    either only such rows stand below, or more than half of the required cells are blank. A row that lacks
    little and stands among finished ones has been finished once, and stays a problem.
    """
    at_the_end = len(list(takewhile(lambda read: _only_lacks(table, *read), reversed(rows))))
    marked: list[Read] = []
    for place, (row, problems) in enumerate(rows):
        last = place >= len(rows) - at_the_end
        if last or (_only_lacks(table, row, problems) and _lacks_most(table, row)):
            row = replace(row, unfinished=True)
            problems = [replace(problem, effect=Effect.UNFINISHED) for problem in problems]
        marked.append((row, problems))
    return marked


def _only_lacks(table: Table, row: ReadRow, problems: Sequence[Problem]) -> bool:
    """True where the row is set aside, and each reason for it points at a blank cell."""
    names = {column.heading: column.name for column in table.columns}
    reasons = [problem for problem in problems if problem.effect is Effect.ROW_ASIDE]
    return row.aside and all(names.get(problem.column or "") not in row.typed for problem in reasons)


def _lacks_most(table: Table, row: ReadRow) -> bool:
    required = [column.name for column in table.columns if column.required]
    return sum(name not in row.typed for name in required) * 2 > len(required)
