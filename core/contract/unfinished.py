"""Rows that somebody is still typing: nothing in them is wrong, something is only missing."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from core.contract.problem import Effect, Problem
from core.contract.row import ReadRow
from core.contract.table import Table

Read = tuple[ReadRow, list[Problem]]
MOST_AT_ONCE = 3
"""Nobody types more rows than that at once: more of them is a column that lost its cells."""


def unfinished_marked(table: Table, rows: Sequence[Read]) -> list[Read]:
    """The rows with the half-typed ones marked. A row is half typed where whatever sets it aside is a blank
    cell, nothing in it moves money yet, and it lacks more than half of the required cells, or is one of at most
    three others at the end. A row that lacks little and stands among
    finished ones has been finished once, and stays a problem.
    """
    at_the_end = list(takewhile(lambda read: _is_draft(table, *read), reversed(rows)))
    nearly_done = sum(not _lacks_most(table, row) for row, _ in at_the_end)
    first = len(rows) - len(at_the_end) if nearly_done <= MOST_AT_ONCE else len(rows)
    marked: list[Read] = []
    for place, (row, problems) in enumerate(rows):
        if _is_draft(table, row, problems) and (place >= first or _lacks_most(table, row)):
            row = replace(row, unfinished=True)
            problems = [replace(problem, effect=Effect.UNFINISHED) for problem in problems]
        marked.append((row, problems))
    return marked


def _is_draft(table: Table, row: ReadRow, problems: Sequence[Problem]) -> bool:
    names = {column.heading: column.name for column in table.columns}
    reasons = [problem for problem in problems if problem.effect is Effect.ROW_ASIDE]
    return (
        row.aside
        and not any(column.settles and column.name in row.typed for column in table.columns)
        and all(names.get(problem.column or "") not in row.typed for problem in reasons)
    )


def _lacks_most(table: Table, row: ReadRow) -> bool:
    required = [column.name for column in table.columns if column.required]
    return sum(name not in row.typed for name in required) * 2 > len(required)
