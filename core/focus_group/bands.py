"""Ages become age bands before anything else sees them: an exact age or a year of birth is kept nowhere.

A cell with an age holds afterwards one band of the organisation's as text, or a mark that says why it cannot.
Going through it again changes nothing, unless the bands have changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from core.contract.cells.age import OLDEST, PART, Ages, Unread, age_on, ages_or_none, is_mark, is_total
from core.contract.cells.cell import Unreadable, clean, is_blank, slug
from core.contract.cells.day import parse_date
from core.contract.dataset import Dataset
from core.contract.headings import match_headings
from core.contract.raw import RawRow, RawTable
from core.contract.read_table import read_table
from core.contract.table import Table, across, heading_slug
from core.focus_group.tables import AGE_BANDS, MEMBERS, MINIMUM_AGE, RESIDENTS, AgeBand
from core.organisation.settings import number_set
from core.organisation.tables import settings_table

_SETTINGS = settings_table((MINIMUM_AGE,))
USUAL_BANDS = (Ages(18, 29), Ages(30, 44), Ages(45, 59), Ages(60, 74), Ages(75))


def banded(raw_tables: Iterable[RawTable]) -> tuple[RawTable, ...]:
    """The tables with ages as bands, and residents with ages side by side turned to one row for each."""
    raws = tuple(raw_tables)
    bands = _bands_in(raws)
    return tuple(_rewritten(raw, bands) for raw in raws)


def age_bands(given: Iterable[Ages], minimum: int) -> tuple[Ages, ...]:
    """The organisation's own bands, else the usual ones, from the minimum age and up, lowest first. The first of the
    usual ones begins at a lower minimum too.
    """
    bands = sorted(given) or [Ages(min(minimum, MINIMUM_AGE.usual), USUAL_BANDS[0].last), *USUAL_BANDS[1:]]
    return tuple(Ages(max(band.first, minimum), band.last) for band in bands if band.last >= minimum)


def bands_of(dataset: Dataset) -> tuple[Ages, ...]:
    return age_bands((row.ages for row in dataset.of(AgeBand)), number_set(dataset, MINIMUM_AGE))


def band_of(ages: Ages, bands: Sequence[Ages]) -> Ages | Unread:
    """The one of bands that holds all of the ages."""
    for band in bands:
        if ages in band:
            return band
    touched = any(ages.first <= band.last and band.first <= ages.last for band in bands)
    return Unread.SEVERAL if touched else Unread.NO_BAND


def _bands_in(raws: Sequence[RawTable]) -> tuple[Ages, ...]:
    """Those of the organisation, and the ages below the minimum as one more."""

    def values(table: Table) -> list[Mapping[str, object]]:
        found = [raw for raw in raws if slug(raw.name) == table.slug]
        return [row.values for row in read_table(table, found[0]).kept] if len(found) == 1 else []

    minimum = next(
        (int(str(row["value"])) for row in values(_SETTINGS) if row["name"] == MINIMUM_AGE.name), MINIMUM_AGE.usual
    )
    own = age_bands((ages for row in values(AGE_BANDS) if isinstance(ages := row["ages"], Ages)), minimum)
    return (Ages(0, minimum - 1), *own) if minimum else own


def _rewritten(raw: RawTable, bands: Sequence[Ages]) -> RawTable:
    if slug(raw.name) == MEMBERS.slug:
        return _members(raw, bands)
    if slug(raw.name) == RESIDENTS.slug:
        return _residents(_one_row_each(raw), bands)
    return raw


def _members(raw: RawTable, bands: Sequence[Ages]) -> RawTable:
    """An age is the one on the day the member came. What cannot be read is not kept either."""
    places = [place for place, heading in enumerate(raw.headings) if heading_slug(heading) in _AGE_SLUGS]
    first = match_headings(MEMBERS, raw.headings).positions.get("first")

    def row(one: RawRow) -> RawRow:
        cells = list(one.cells)
        for place in places:
            if place < len(cells) and not is_blank(cells[place]) and not is_mark(cells[place]):
                ages = age_on(cells[place], _day(cells, first))
                cells[place] = _written(band_of(ages, bands) if ages else Unread.NO_AGE)
        return RawRow(one.number, tuple(cells))

    return replace(raw, rows=tuple(map(row, raw.rows)))


_AGE_SLUGS = MEMBERS.column("ages").slugs


def _day(cells: Sequence[object], place: int | None) -> date | None:
    if place is None or place >= len(cells) or is_blank(cells[place]):
        return None
    try:
        return parse_date(cells[place])
    except Unreadable:
        return None


def _residents(raw: RawTable, bands: Sequence[Ages]) -> RawTable:
    """Without lines of totals. Ages that stand twice or overlap within a department would be counted twice."""
    headings = match_headings(RESIDENTS, raw.headings)
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
        ages = ages_or_none(cell(row, "ages"))
        if ages is not None and not str(cell(row, "ages")).endswith(PART) and not is_blank(cell(row, "department")):
            who = tuple(slug(cell(row, name)).lstrip("0") for name in ("department", "stated", "sex"))
            groups[who].append((ages, clean(cell(row, "number")), place))
    marks = {place: mark for group in groups.values() for place, mark in _doubled(group)}

    def rewritten(place: int, row: RawRow) -> RawRow:
        typed = cell(row, "ages")
        if (ages := ages_or_none(typed)) is None:
            return row
        found = marks.get(place) or band_of(ages, bands)
        part = PART if found != ages or str(typed).endswith(PART) else ""
        cells = list(row.cells)
        cells[at["ages"]] = _written(found) + (part if isinstance(found, Ages) else "")
        return RawRow(row.number, tuple(cells))

    return replace(raw, rows=tuple(rewritten(place, row) for place, row in enumerate(rows)))


def _written(found: Ages | Unread) -> str:
    return str(found) if isinstance(found, Ages) else found.mark


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


def _one_row_each(raw: RawTable) -> RawTable:
    """A sheet with a column for each age -> the contract's columns, a row for each age of each row."""
    ages = across(RESIDENTS, raw.headings)
    if not ages:
        return raw
    at = {name: place for name, place in match_headings(RESIDENTS, raw.headings).positions.items() if place not in ages}
    names = [*at, "ages", "number"]
    headings = tuple(RESIDENTS.column(name).heading for name in names)

    def row(one: RawRow) -> Iterator[RawRow]:
        cells = (*one.cells, *[None] * (len(raw.headings) - len(one.cells)))
        kept = [cells[place] for place in at.values()]
        if all(map(is_blank, cells)):
            return
        for place in ages:
            yield RawRow(one.number, (*kept, raw.headings[place], cells[place]))

    letters = raw.grid and tuple(raw.grid.columns[at[name]] if name in at else "" for name in names)
    grid = raw.grid and replace(raw.grid, columns=letters or ())
    return RawTable(raw.name, headings, tuple(found for one in raw.rows for found in row(one)), grid)
