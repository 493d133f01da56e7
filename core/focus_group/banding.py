"""Ages become age bands before anything else sees them: an exact age or a year of birth is kept nowhere.

A cell with an age holds afterwards one of the organisation's bands (Ages), or why it cannot (Unread).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from core.contract.cells.age import OLDEST, Ages, age_on, ages_or_none, is_total
from core.contract.cells.cell import Unreadable, clean, is_blank, slug
from core.contract.cells.day import parse_date
from core.contract.cells.kept import Unread
from core.contract.headings import match_headings
from core.contract.raw import RawRow, RawTable
from core.contract.table import Preparation, Table, across, heading_slug
from core.focus_group.age_bands import band_of, bands_of_all_ages


def _members(table: Table, raw: RawTable, bands: Sequence[Ages]) -> RawTable:
    """An age is the one on the day the member came. What cannot be read is not kept either."""
    slugs = table.column("ages").slugs
    places = [place for place, heading in enumerate(raw.headings) if heading_slug(heading) in slugs]
    first = match_headings(table, raw.headings).positions.get("first")

    def banded(row: RawRow) -> RawRow:
        cells = list(row.cells)
        for place in places:
            if place < len(cells) and not is_blank(cells[place]) and not isinstance(cells[place], Unread):
                ages = age_on(cells[place], _day(cells, first))
                cells[place] = band_of(ages, bands) if ages else Unread.NO_AGE
        return RawRow(row.number, tuple(cells))

    return replace(raw, rows=tuple(map(banded, raw.rows)))


def _day(cells: Sequence[object], place: int | None) -> date | None:
    if place is None or place >= len(cells) or is_blank(cells[place]):
        return None
    try:
        return parse_date(cells[place])
    except Unreadable:
        return None


def _residents(table: Table, raw: RawTable, bands: Sequence[Ages]) -> RawTable:
    """A row for each age, without lines of totals. Ages that stand twice or overlap within a department would be
    counted twice. Rows that have been through it hold bands that add up, of which only the band can be another.
    """
    raw = _one_row_each(table, raw)
    headings = match_headings(table, raw.headings)
    if not headings.usable:
        return raw
    at = headings.positions

    def cell(row: RawRow, name: str) -> object:
        place = at.get(name)
        return row.cells[place] if place is not None and place < len(row.cells) else None

    rows = [row for row in raw.rows if not is_total(cell(row, "department")) and not is_total(cell(row, "ages"))]
    if any(not is_blank(cell(row, "sex")) and not is_total(cell(row, "sex")) for row in rows):
        rows = [row for row in rows if not is_total(cell(row, "sex"))]
    groups: dict[tuple[str, ...], list[tuple[Ages, str, int]]] = defaultdict(list)
    for place, row in enumerate(rows):
        typed = cell(row, "ages")
        ages = None if isinstance(typed, Ages) else ages_or_none(typed)
        if ages is not None and not is_blank(cell(row, "department")):
            who = tuple(slug(cell(row, name)).lstrip("0") for name in ("department", "stated", "sex"))
            groups[who].append((ages, clean(cell(row, "number")), place))
    doubled = {place: why for group in groups.values() for place, why in _doubled(group)}

    def banded(place: int, row: RawRow) -> RawRow:
        typed = cell(row, "ages")
        if is_blank(typed) or isinstance(typed, Unread):
            return row
        ages = ages_or_none(typed)
        cells = list(row.cells)
        cells[at["ages"]] = doubled.get(place) or (band_of(ages, bands) if ages else Unread.NO_AGE)
        return RawRow(row.number, tuple(cells))

    return replace(raw, rows=tuple(banded(place, row) for place, row in enumerate(rows)))


def _doubled(group: Sequence[tuple[Ages, str, int]]) -> Iterator[tuple[int, Unread]]:
    """Of rows that say the same all but the first; of rows that overlap otherwise every one."""
    seen: set[tuple[Ages, str]] = set()
    reach, together = -1, list[int]()
    for ages, number, place in [*sorted(group), (Ages(OLDEST + 1, OLDEST + 1), "", -1)]:
        if (ages, number) in seen:
            yield place, Unread.TWICE
            continue
        seen.add((ages, number))
        if ages.first > reach:
            if len(together) > 1:
                yield from ((other, Unread.OVERLAP) for other in together)
            together = []
        reach = max(reach, ages.last)
        together.append(place)


def _one_row_each(table: Table, raw: RawTable) -> RawTable:
    """A sheet with a column for each age -> the contract's columns, a row for each age of each row."""
    ages = across(table, raw.headings)
    if not ages:
        return raw
    at = {name: place for name, place in match_headings(table, raw.headings).positions.items() if place not in ages}
    names = [*at, "ages", "number"]
    headings = tuple(table.column(name).heading for name in names)

    def row(one: RawRow) -> Iterator[RawRow]:
        cells = (*one.cells, *[None] * (len(raw.headings) - len(one.cells)))
        kept = [cells[place] for place in at.values()]
        if all(map(is_blank, cells)):
            return
        for place in ages:
            yield RawRow(one.number, (*kept, raw.headings[place], cells[place]))

    letters = raw.tab_place and tuple(raw.tab_place.columns[at[name]] if name in at else "" for name in names)
    tab_place = raw.tab_place and replace(raw.tab_place, columns=letters or ())
    return RawTable(raw.name, headings, tuple(found for one in raw.rows for found in row(one)), tab_place)


OF_MEMBERS = Preparation(bands_of_all_ages, _members)
OF_RESIDENTS = Preparation(bands_of_all_ages, _residents)
