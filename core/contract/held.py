"""A table that suddenly lost most of what it held is not believed until somebody says that it is meant."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from core.contract.dataset import read_alone
from core.contract.problem import Problem
from core.contract.raw import RawTable
from core.contract.read_table import placed_problem
from core.contract.row import ReadTable
from core.contract.table import Table
from core.contract.tables import TABLES
from core.danish import count, number

Raws = tuple[RawTable, ...]
"""What a source has under one title: one table, none, or by mistake several."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is used of a table, and when it was read."""

    raws: Raws
    read_at: datetime


@dataclass(frozen=True, slots=True)
class Held:
    """A newer state of a table that is not used yet: why, in Danish; what is wrong with it."""

    table: Table
    raws: Raws
    why: str
    problems: tuple[Problem, ...]
    read_at: datetime = field(compare=False)


def merge(
    before: Mapping[str, Kept], now: Mapping[str, Raws], at: datetime
) -> tuple[dict[str, Kept], tuple[Held, ...]]:
    """before, now: by the table's name; now leaves out what the source does not have. -> what to use of each
    table, and those of now that are held back. A table never read before is used as it is.
    """
    used: dict[str, Kept] = {}
    held: list[Held] = []
    for table in TABLES:
        raws = now.get(table.name, ())
        kept = before.get(table.name)
        used[table.name] = Kept(raws, at)
        if kept is None or kept.raws == raws:
            continue
        read = read_alone(table, raws)
        if why := _doubt(read_alone(table, kept.raws), read):
            used[table.name] = kept
            problems = tuple(placed_problem(read, problem) for problem in read.problems)
            held.append(Held(table, raws, why, problems, at))
    return used, tuple(held)


def _doubt(old: ReadTable, new: ReadTable) -> str | None:
    """Why the newer state is not believed; None where there is no reason to doubt it."""
    table, good = new.table, len(old.kept)
    if not old.usable or not good:
        return None
    if not new.found:
        return f"»{table.title}« er væk fra kilden."
    if not new.usable:
        return f"»{table.title}« har fået overskrifter, der ikke kan læses."
    if len(new.kept) * 2 < good:
        left = f"nu kan {number(len(new.kept))} læses" if new.kept else "nu kan ingen læses"
        return f"»{table.title}« havde {count(good, 'række', 'rækker')}, {left}."
    return None
