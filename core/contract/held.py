"""A newer state of a table that has lost something is not believed until somebody says that it is meant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from core.contract.contract import Contract
from core.contract.in_full import in_full
from core.contract.loss import Emptied, Loss, loss
from core.contract.problem import Effect, Problem
from core.contract.raw import Raws, RawTable
from core.contract.read_table import placed_problem
from core.contract.reading import prepared_again, read_beside, read_if_changed, read_tables
from core.contract.row import ReadTable, rows_of
from core.contract.table import Table
from core.danish import count, ended, number


@dataclass(frozen=True, slots=True)
class Saved:
    """A table as it is saved: without names, ages and what is unreadable of persons."""

    raws: Raws
    read_at: datetime
    # As of Kept.
    full: RawTable | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is used of a table, and when it was read."""

    read: ReadTable
    read_at: datetime
    # The same with what it has lost, little by little, since somebody last said that a loss was meant; None where it
    # has lost nothing.
    full: ReadTable | None = None

    @property
    def saved(self) -> Saved:
        return Saved(self.read.raws, self.read_at, self.full.raws[0] if self.full else None)


@dataclass(frozen=True, slots=True)
class Held:
    """A newer state of a table that is not used yet."""

    read: ReadTable
    # In Danish.
    why: str
    # The keys of counted rows that are there no longer, in words; () where they are persons.
    gone: tuple[str, ...]
    # How many rows that count have come with it.
    new: int
    # What is wrong with it.
    problems: tuple[Problem, ...]
    read_at: datetime = field(compare=False)

    @property
    def table(self) -> Table:
        return self.read.table

    @property
    def link(self) -> str:
        """To its tab, '' where there is none."""
        return self.read.tab_place.link if self.read.tab_place else ""


def from_saved(contract: Contract, saved: Mapping[str, Saved], key: bytes) -> dict[str, Kept]:
    """The tables that were saved, read again. key: what names are hidden with."""
    read = read_tables(contract, {name: table.raws for name, table in saved.items()}, key)
    return {
        name: Kept(
            read[name],
            table.read_at,
            read_beside(contract.by_name[name], (table.full,), read, key) if table.full else None,
        )
        for name, table in saved.items()
    }


def merge(
    contract: Contract,
    before: Mapping[str, Kept],
    now: Mapping[str, Raws],
    at: datetime,
    key: bytes,
    waiting: Sequence[Held] = (),
) -> tuple[dict[str, Kept], tuple[Held, ...]]:
    """before, now: by the table's name; now leaves out what the source does not have; waiting: what was held back
    before; key: what names are hidden with. -> what to use of each table, and those of now that are held back. A table
    never read before is used as it is, and one that stands as it was read before is not read again.
    """
    used: dict[str, Kept] = {}
    held: list[Held] = []
    counts: dict[str, ReadTable] = {}
    newest: dict[str, ReadTable] = {}
    for table in contract:
        kept = before.get(table.name)
        earlier = [*([kept.read] if kept else []), *(one.read for one in waiting if one.table.name == table.name)]
        read = newest[table.name] = read_if_changed(table, now.get(table.name, ()), counts, newest, earlier, key)
        if kept is None:
            used[table.name] = Kept(read, at)
        elif isinstance(found := _found(kept, read, at), Held):
            used[table.name] = kept
            held.append(found)
        else:
            used[table.name] = found
        counts[table.name] = used[table.name].read
    return used, tuple(held)


def confirmed(tables: Mapping[str, Kept], held: Held) -> dict[str, Kept]:
    """The tables with a newer state of one in place of the one that is kept, and with what was prepared by that."""
    newer = {**tables, held.table.name: Kept(held.read, held.read_at)}
    was, now = (rows_of({name: kept.read for name, kept in state.items()}) for state in (tables, newer))
    for name, kept in newer.items():
        preparation = kept.read.table.preparation
        if (depends_on := preparation.depends_on(now)) != preparation.depends_on(was):
            full = prepared_again(kept.full, depends_on) if kept.full else None
            newer[name] = replace(kept, read=prepared_again(kept.read, depends_on), full=full)
    return newer


def _found(kept: Kept, new: ReadTable, at: datetime) -> Kept | Held:
    """Held where there is reason to doubt the newer state."""
    if kept.read is new:
        return replace(kept, read_at=at)
    old = kept.full or kept.read
    if not old.usable or not old.kept:
        return Kept(new, at)
    found = loss(old, new) if new.usable else Loss()
    why = " ".join(ended(reason) for reason in _reasons(old, new, found))
    if not why:
        return Kept(new, at, in_full(old, new, found))
    return Held(new, why, () if new.table.persons else found.gone, found.new, _problems(new, found), at)


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
