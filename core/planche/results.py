"""The filled-in sheets put together: what is done, what is wished for, where the tables disagree.

V marks what the organisation already does, X what it could also do. An item may have both or none.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.contract.cells.cell import slug
from core.contract.dataset import Dataset
from core.organisation.settings import organisation_name
from core.planche.sheet import OTHER, QUESTIONS, Sheet, is_open_line
from core.planche.tables import Mark, SheetMark

OWN_TABLE = "Uden bord"
_LONGEST_ITEM = 80
"""What is written at the open line is a wish up to so many letters, beyond them a note."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What one table of one organisation has at one item."""

    organisation: str
    table: str
    theme: str
    item: str
    done: bool
    wished: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class ItemCount:
    """How many tables have the item in each way."""

    theme: str
    item: str
    # As V alone,
    done: int
    # as X alone,
    wished: int
    # as both,
    both: int
    # and as neither.
    none: int

    @property
    def wanted(self) -> int:
        """X, with or without V."""
        return self.wished + self.both

    @property
    def disagreeing(self) -> int:
        """Tables on the smaller side, where some say that it is done and others only that it could be."""
        return min(self.done + self.both, self.wished)


@dataclass(frozen=True, slots=True)
class ThemeCount:
    name: str
    items: tuple[ItemCount, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    theme: str
    item: str
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class Results:
    # That have sent anything, in the order in which they came.
    tables: tuple[str, ...]
    # As on the sheet, every item once.
    themes: tuple[ThemeCount, ...]
    notes: tuple[Noted, ...]

    @property
    def items(self) -> tuple[ItemCount, ...]:
        return tuple(item for theme in self.themes for item in theme.items)

    @property
    def most_wanted(self) -> tuple[ItemCount, ...]:
        """Those that anybody wishes for, most tables first; of equals those that fewer already do. An open line that
        says nothing is no wish.
        """
        wanted = [item for item in self.items if item.wanted and not is_open_line(item.item)]
        return tuple(sorted(wanted, key=lambda item: (-item.wanted, item.done + item.both)))

    @property
    def disagreed(self) -> tuple[ItemCount, ...]:
        """Where the tables are most evenly split first."""
        split = [item for item in self.items if item.disagreeing and not is_open_line(item.item)]
        return tuple(sorted(split, key=lambda item: -item.disagreeing))


def seminar_days(dataset: Dataset, on: date) -> tuple[date, ...]:
    """The days of filled-in sheets not after the date, newest first."""
    return tuple(sorted({one.date for one in dataset.of(SheetMark) if one.date <= on}, reverse=True))


def filled_on(dataset: Dataset, day: date) -> tuple[Filled, ...]:
    """The sheets of one seminar from the table »Plancher«. A blank organisation is the organisation itself."""
    own = organisation_name(dataset) or "Jeres egen"
    return tuple(
        Filled(
            one.organisation or own,
            one.table or OWN_TABLE,
            one.theme,
            one.item,
            one.mark in (Mark.DONE, Mark.BOTH),
            one.mark in (Mark.WISHED, Mark.BOTH),
            one.note or "",
        )
        for one in dataset.of(SheetMark)
        if one.date == day
    )


def organisations(filled: Iterable[Filled]) -> tuple[str, ...]:
    """Each once, by any spelling, in the order in which they came."""
    found: dict[str, str] = {}
    for one in filled:
        found.setdefault(slug(one.organisation), one.organisation)
    return tuple(found.values())


def results(sheet: Sheet, filled: Iterable[Filled], organisation: str = "") -> Results:
    """Of all tables, or of one organisation's. Several rows of a table at one item count together, once.

    What was written at the open line is an item of its own, so that two tables with the same wish are seen as two.
    Marks at what is no longer on the sheet are kept under their own words, after the sheet's.
    """
    mine = [one for one in filled if not organisation or slug(one.organisation) == slug(organisation)]
    several = len(organisations(mine)) > 1
    names: dict[tuple[str, str], tuple[str, str]] = {}
    for theme in sheet.themes:
        for item in theme.items:
            names[slug(theme.name), slug(item)] = theme.name, item
    spelled = {slug(theme.name): theme.name for theme in sheet.themes}
    said: defaultdict[tuple[str, str], dict[str, tuple[bool, bool]]] = defaultdict(dict)
    tables: dict[str, None] = {}
    notes = []
    for one in mine:
        who = f"{one.organisation}: {one.table}" if several else one.table
        tables.setdefault(who)
        key = slug(one.theme), slug(one.item)
        open_line = is_open_line(one.item)
        if open_line:
            key = key[0], slug(_written(one))
        theme_name = spelled.get(key[0], one.theme)
        if key[0] != slug(QUESTIONS) and (not open_line or one.done or one.wished):
            names.setdefault(key, (theme_name, _written(one) if open_line else one.item))
            done, wished = said[key].get(who, (False, False))
            said[key][who] = done or one.done, wished or one.wished
        if one.note:
            item_name = one.item if open_line else names.get(key, (theme_name, one.item))[1]
            notes.append(Noted(theme_name, item_name, who, one.note))
    by_theme: dict[str, list[ItemCount]] = {theme.name: [] for theme in sheet.themes}
    for key, (theme_name, item_name) in names.items():
        by_theme.setdefault(theme_name, []).append(_count(theme_name, item_name, said[key].values(), len(tables)))
    return Results(
        tuple(tables), tuple(ThemeCount(name, tuple(items)) for name, items in by_theme.items()), tuple(notes)
    )


def _written(one: Filled) -> str:
    """'Andet: Orangeri'"""
    return f"{OTHER}: {one.note}" if one.note and len(one.note) <= _LONGEST_ITEM else OTHER


def _count(theme: str, item: str, said: Iterable[tuple[bool, bool]], tables: int) -> ItemCount:
    marks = list(said)
    done, wished, both = (marks.count(mark) for mark in ((True, False), (False, True), (True, True)))
    return ItemCount(theme, item, done, wished, both, tables - done - wished - both)


def rows_of(day: date, filled: Iterable[Filled], own: str) -> tuple[SheetMark, ...]:
    """As they are typed in the table »Plancher«, to be copied there."""
    return tuple(
        SheetMark(
            date=day,
            theme=one.theme,
            item=one.item,
            organisation=None if one.organisation == own else one.organisation,
            table=one.table,
            mark=Mark.BOTH
            if one.done and one.wished
            else Mark.DONE
            if one.done
            else Mark.WISHED
            if one.wished
            else None,
            note=one.note or None,
        )
        for one in filled
        if one.done or one.wished or one.note
    )
