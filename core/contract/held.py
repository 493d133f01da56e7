"""A newer state of a table that has lost something is not believed until somebody says that it is meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.contract.contract import Contract
from core.contract.dataset import read_alone
from core.contract.headings import match_headings
from core.contract.in_full import in_full
from core.contract.loss import Emptied, Loss, loss
from core.contract.problem import Effect, Problem
from core.contract.raw import RawTable
from core.contract.read_table import placed_problem
from core.contract.row import ReadTable
from core.contract.table import Table
from core.danish import count, ended, number

Raws = tuple[RawTable, ...]
"""What a source has under one title: one table, none, or by mistake several."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What is used of a table, and when it was read; full: the same with what it has lost, little by little, since
    somebody last said that a loss was meant, None where it has lost nothing.
    """

    raws: Raws
    read_at: datetime
    full: RawTable | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A newer state of a table that is not used yet: why, in Danish; gone: the keys of counted rows that are there no
    longer, in words, () where they are persons; new: rows that wait with it; what is wrong with it; link: its tab.
    """

    table: Table
    raws: Raws
    why: str
    gone: tuple[str, ...]
    new: int
    problems: tuple[Problem, ...]
    link: str
    read_at: datetime = field(compare=False)


def merge(
    contract: Contract, before: Mapping[str, Kept], now: Mapping[str, Raws], at: datetime
) -> tuple[dict[str, Kept], tuple[Held, ...]]:
    """before, now: by the table's name; now leaves out what the source does not have. -> what to use of each
    table, and those of now that are held back. A table never read before is used as it is.
    """
    used: dict[str, Kept] = {}
    held: list[Held] = []
    for table in contract:
        raws = now.get(table.name, ())
        kept = before.get(table.name)
        if kept is None or kept.raws == raws:
            used[table.name] = Kept(raws, at, kept.full if kept else None)
            continue
        found = _found(table, kept, raws, at)
        if isinstance(found, Held):
            held.append(found)
        used[table.name] = kept if isinstance(found, Held) else found
    return used, tuple(held)


def _found(table: Table, kept: Kept, raws: Raws, at: datetime) -> Kept | Held:
    """Held where there is reason to doubt the newer state."""
    before = (kept.full,) if kept.full else kept.raws
    old, new = read_alone(table, before), read_alone(table, raws)
    if not old.usable or not old.kept:
        return Kept(raws, at)
    found = loss(old, new, match_headings(table, raws[0].headings).positions) if new.usable else Loss()
    why = " ".join(ended(reason) for reason in _reasons(old, new, found))
    if not why:
        return Kept(raws, at, in_full(table, before[0], raws[0], found))
    gone = () if table.persons else found.gone
    return Held(table, raws, why, gone, found.new, _problems(new, found), new.grid.link if new.grid else "", at)


def _problems(new: ReadTable, found: Loss) -> tuple[Problem, ...]:
    """A row that has counted is not told as one that is being typed."""
    undone = {row.number for row in found.undone}
    return tuple(
        placed_problem(new, replace(problem, effect=Effect.ROW_ASIDE) if problem.row in undone else problem)
        for problem in new.problems
    )


def _reasons(old: ReadTable, new: ReadTable, found: Loss) -> Iterator[str]:
    title, good = f"»{new.table.title}«", len(old.kept)
    had = f"havde {count(good, 'række', 'rækker')}"
    if not new.found:
        yield f"{title} er væk fra kilden. Tabellen {had}"
        return
    if not new.usable:
        yield f"{title} har fået overskrifter, der ikke kan læses. Tabellen {had}"
        return
    few = len(new.kept) * 2 < good
    if few:
        yield f"{title} {had}, {f'nu kan {number(len(new.kept))} læses' if new.kept else 'nu kan ingen læses'}"
    if found.gone:
        gone = number(len(found.gone))
        yield f"{gone} af dem er væk" if few else f"{gone} af {count(good, 'række', 'rækker')} er væk fra {title}"
    if found.undone:
        undone = len(found.undone)
        lacks = f"har mistet noget, som {'den' if undone == 1 else 'de'} skal have"
        yield f"{number(undone)} af {count(good, 'række', 'rækker')} i {title} {lacks}"
    for column in found.columns:
        yield _emptied(title, column)


def _emptied(title: str, one: Emptied) -> str:
    filled = f"»{one.column.heading}« var udfyldt i {count(one.had, 'række', 'rækker')} i {title}"
    if one.lost < one.had:
        return f"{filled}, og i {number(one.lost)} af dem er feltet nu tomt eller kan ikke læses"
    return f"{filled}, og nu kan {'feltet ikke' if one.had == 1 else 'ingen af felterne'} læses"
