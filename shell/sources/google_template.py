"""Creates or completes the workbook in Google. What is there stays as it is; what is missing is added, all or nothing.

Below the headings only notes, formats and rules are asked for, never values: columns outside the contract hold names.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from gspread.http_client import HTTPClient
from gspread.utils import absolute_range_name

from core import danish
from core.contract.cells.cell import is_blank, slug
from core.contract.grid import ROWS_LOOKED_THROUGH, column_letter, has_headings
from core.contract.headings import match_headings
from core.contract.template import GUIDE_TITLE, Format, TemplateColumn, TemplateTab, guide, template_tabs
from shell.sources.google import rows_range

LOCALE, TIME_ZONE = "da_DK", "Europe/Copenhagen"
_ROWS, _COLUMNS = 1000, 26
_PIXELS_A_LETTER = 8
_GUIDE_PIXELS = (240, 720)

_BOOK_FIELDS = "properties(locale),sheets(properties(sheetId,title,sheetType,gridProperties),protectedRanges(range))"
_HEADING_FIELDS = "sheets(properties(sheetId),data(startRow,startColumn,rowData(values(formattedValue,note))))"
_COLUMN_FIELDS = (
    "sheets(properties(sheetId),data(startRow,startColumn,"
    "rowData(values(userEnteredFormat(numberFormat),dataValidation(condition(type))))))"
)
# A cell with something in it has an alignment too: so a value is seen to be there, and is not fetched.
_USED_FIELDS = (
    "sheets(properties(sheetId),data(startRow,startColumn,rowData(values(effectiveFormat(verticalAlignment)))))"
)

Json = dict[str, Any]
Cells = Mapping[tuple[int, int], Mapping[str, Any]]
"""What was told of the cells of one tab, by row and column from 0."""

_FORMAT_TYPES = {Format.TEXT: "TEXT", Format.DATE: "DATE"}


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A tab as Google tells of it, without its cells."""

    title: str
    gid: int
    is_grid: bool
    height: int
    width: int
    is_frozen: bool
    protected: tuple[Mapping[str, int], ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A column of the template and where it stands in its tab, from 0."""

    column: TemplateColumn
    place: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    """A tab of the template and the sheet that is, or becomes, it. heading_row: from 1; told: its headings' cells."""

    tab: TemplateTab
    sheet: _Sheet
    is_new: bool
    heading_row: int
    places: tuple[_Place, ...]
    told: Cells


@dataclass(slots=True)
class _Changes:
    """structure: what makes room, and comes first; content: the rest; lines: what is said of it, in Danish."""

    structure: list[Json] = field(default_factory=list)
    content: list[Json] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)


def complete(client: HTTPClient, key: str) -> tuple[str, ...]:
    """Adds what the contract asks for and the spreadsheet lacks, in one write. The Danish lines of what was added
    and of what the reader has to do; none where nothing was missing. Raises gspread's APIError.
    """
    book = client.fetch_sheet_metadata(key, {"fields": _BOOK_FIELDS})
    sheets = [_sheet(one) for one in book["sheets"]]
    changes = _Changes()
    taken = {one.gid for one in sheets}
    free = (gid for gid in count(1) if gid not in taken)
    _add_guide(sheets, next(free), changes)
    plans = _plans(client, key, sheets, free, changes)
    told = _given(client, key, plans)
    by_table = {plan.tab.table.name: plan for plan in plans}
    for plan in plans:
        if plan.is_new:
            _add_tab(plan, changes)
        _add_columns(plan, changes)
        _add_notes(plan, changes)
        _add_formats(plan, told.get(plan.sheet.gid, {}), changes)
        _add_dropdowns(plan, told.get(plan.sheet.gid, {}), by_table, changes)
        _freeze(plan, changes)
        _protect(plan, changes)
    if not book["properties"].get("locale", "").startswith("da"):
        is_empty = not any(plan.told for plan in plans) and _is_empty(client, key, sheets)
        _add_locale(changes, is_empty=is_empty)
    if requests := [*changes.structure, *changes.content]:
        client.batch_update(key, {"requests": requests})
    return tuple(changes.lines)


# What is there


def _sheet(told: Mapping[str, Any]) -> _Sheet:
    properties = told["properties"]
    grid = properties.get("gridProperties", {})
    return _Sheet(
        properties["title"],
        properties.get("sheetId", 0),
        properties.get("sheetType", "GRID") == "GRID",
        grid.get("rowCount", 0),
        grid.get("columnCount", 0),
        bool(grid.get("frozenRowCount") or grid.get("frozenColumnCount")),
        tuple(one.get("range", {}) for one in told.get("protectedRanges", [])),
    )


def _fetch(client: HTTPClient, key: str, fields: str, ranges: Sequence[str]) -> dict[int, Cells]:
    """Tab's id -> its cells in the ranges, as far as the fields tell anything of them."""
    if not ranges:
        return {}
    answer = client.fetch_sheet_metadata(key, {"ranges": list(ranges), "fields": fields})
    found: dict[int, Cells] = {}
    for sheet in answer["sheets"]:
        cells: dict[tuple[int, int], Mapping[str, Any]] = {}
        for block in sheet.get("data", []):
            top, left = block.get("startRow", 0), block.get("startColumn", 0)
            for row, line in enumerate(block.get("rowData", []), start=top):
                for column, cell in enumerate(line.get("values", []), start=left):
                    if cell:
                        cells[row, column] = cell
        found[sheet["properties"].get("sheetId", 0)] = cells
    return found


def _rows(sheet: _Sheet, first: int, last: int) -> str:
    return rows_range(sheet.title, sheet.width, first, last)


def _plans(
    client: HTTPClient, key: str, sheets: Sequence[_Sheet], free: Iterator[int], changes: _Changes
) -> list[_Plan]:
    """What becomes of each tab of the template, but for those that are better left alone."""
    by_tab = {tab: [one for one in sheets if slug(one.title) == tab.table.slug] for tab in template_tabs()}
    there = {tab: same[0] for tab, same in by_tab.items() if len(same) == 1 and same[0].is_grid}
    tops = _tops(client, key, there)
    used = _fetch(client, key, _USED_FIELDS, [area for tab in there for area in _beside(there[tab], tops[tab])])
    plans = []
    for tab, same in by_tab.items():
        if not same:
            plans.append(_new_plan(tab, next(free)))
        elif tab not in there:
            changes.lines.append(_not_one(tab, same))
        else:
            top, sheet = tops[tab], there[tab]
            taken = _used_columns(used.get(sheet.gid, {}), sheet.height - top.number)
            if not top.number and (top.has_other or taken):
                changes.lines.append(_without_headings(tab, sheet))
            else:
                plans.append(_plan(tab, sheet, top, taken, changes))
    return plans


@dataclass(frozen=True, slots=True)
class _Top:
    """number: the row of the headings, from 1, and 0 without; cells: that row's; has_other: something else is there."""

    number: int
    cells: Cells
    has_other: bool


def _tops(client: HTTPClient, key: str, there: Mapping[TemplateTab, _Sheet]) -> dict[TemplateTab, _Top]:
    """Each tab's headings. One row at a time, as the reader looks for them: no row below them is asked for."""
    found: dict[TemplateTab, _Top] = {}
    other: set[TemplateTab] = set()
    for number in range(1, ROWS_LOOKED_THROUGH + 1):
        missing = [tab for tab in there if tab not in found and number <= there[tab].height]
        told = _fetch(client, key, _HEADING_FIELDS, [_rows(there[tab], number, number) for tab in missing])
        for tab in missing:
            cells = told.get(there[tab].gid, {})
            if has_headings(tab.table, [cell.get("formattedValue") for cell in cells.values()]):
                found[tab] = _Top(number, cells, tab in other)
            elif cells:
                other.add(tab)
    return {tab: found.get(tab, _Top(0, {}, tab in other)) for tab in there}


def _beside(sheet: _Sheet, top: _Top) -> list[str]:
    """The area that new columns could come to stand in: right of the headings, or the whole tab without any."""
    first = _end(top.cells)
    if first >= sheet.width or top.number >= sheet.height:
        return []
    last = column_letter(sheet.width - 1)
    return [absolute_range_name(sheet.title, f"{column_letter(first)}{top.number + 1}:{last}{sheet.height}")]


def _end(cells: Cells) -> int:
    """The first place right of everything in a row."""
    return max((column for _, column in cells), default=-1) + 1


def _used_columns(cells: Cells, rows: int) -> set[int]:
    """The columns with something in them. One that is told of all the way down has only been given a format."""
    told = Counter(column for _, column in cells)
    return {column for column, times in told.items() if times < rows or rows == 1}


def _not_one(tab: TemplateTab, same: Sequence[_Sheet]) -> str:
    if len(same) > 1:
        names = danish.listed(f"»{one.title}«" for one in same)
        return f"Fanen »{tab.title}« står {len(same)} gange, som {names}. Slet eller omdøb dem, der ikke skal bruges."
    return f"Fanen »{same[0].title}« er ikke en fane med celler. Omdøb den, så »{tab.title}« kan oprettes."


def _without_headings(tab: TemplateTab, sheet: _Sheet) -> str:
    required = danish.listed(f"»{one.column.heading}«" for one in tab.columns if one.column.required)
    return (
        f"Fanen »{sheet.title}« har indhold, men ingen overskrifter, der kan kendes, så den er ikke rørt. "
        f"Skriv mindst {required} i én række øverst, og kør igen."
    )


def _new_plan(tab: TemplateTab, gid: int) -> _Plan:
    sheet = _Sheet(tab.title, gid, True, _ROWS, max(_COLUMNS, len(tab.columns)), True, ())
    places = tuple(_Place(column, place, is_new=True) for place, column in enumerate(tab.columns))
    return _Plan(tab, sheet, True, 1, places, {})


def _plan(tab: TemplateTab, sheet: _Sheet, top: _Top, taken: set[int], changes: _Changes) -> _Plan:
    """taken: the places right of the headings that hold something without being headed."""
    row = top.number or 1
    typed = tuple(top.cells.get((row - 1, place), {}).get("formattedValue") for place in range(_end(top.cells)))
    found = match_headings(tab.table, typed)
    # Headings so like a missing one that an empty column beside them could hide the filled one.
    renamed = {tab.table.column(name).heading for name in found.renamed}
    told = {problem.column: problem for problem in found.problems if problem.column in renamed}
    end = max([_end(top.cells), *(place + 1 for place in taken)])
    places = []
    for one in tab.columns:
        problem = told.get(one.column.heading)
        if one.column.name in found.positions:
            places.append(_Place(one, found.positions[one.column.name], is_new=False))
        elif problem and one.column.needed:
            changes.lines.append(f"I »{sheet.title}«: {problem.what} {problem.do}")
        elif one.column.name not in found.seen:
            places.append(_Place(one, end, is_new=True))
            end += 1
    return _Plan(tab, sheet, False, row, tuple(places), top.cells)


def _given(client: HTTPClient, key: str, plans: Sequence[_Plan]) -> dict[int, Cells]:
    """Formats and rules below the headings, by tab: of the first row, and of all rows where that one lacks any."""
    there = [plan for plan in plans if not plan.is_new and plan.heading_row < plan.sheet.height]
    first_rows = [_rows(plan.sheet, plan.heading_row + 1, plan.heading_row + 1) for plan in there]
    first = _fetch(client, key, _COLUMN_FIELDS, first_rows)
    areas = [area for plan in there for area in _areas_that_lack(plan, first.get(plan.sheet.gid, {}))]
    rest = _fetch(client, key, _COLUMN_FIELDS, areas)
    return {gid: {**first.get(gid, {}), **rest.get(gid, {})} for gid in (*first, *rest)}


def _areas_that_lack(plan: _Plan, first: Cells) -> list[str]:
    """The columns of the contract that may want a format or a dropdown, as far as there are cells."""
    top, bottom = plan.heading_row + 1, plan.sheet.height
    areas = []
    for one in plan.places:
        cell = first.get((plan.heading_row, one.place), {})
        wants_rule = bool(one.column.choices or one.column.target) and "dataValidation" not in cell
        if one.place < plan.sheet.width and (wants_rule or not _number_format_of(cell)):
            letter = column_letter(one.place)
            areas.append(absolute_range_name(plan.sheet.title, f"{letter}{top}:{letter}{bottom}"))
    return areas


# What is added


def _is_empty(client: HTTPClient, key: str, sheets: Sequence[_Sheet]) -> bool:
    told = _fetch(client, key, _USED_FIELDS, [_rows(one, 1, one.height) for one in sheets if one.is_grid])
    return all(one.is_grid and not _used_columns(told.get(one.gid, {}), one.height) for one in sheets)


def _add_locale(changes: _Changes, *, is_empty: bool) -> None:
    """A spreadsheet with anything in it keeps its locale: another one may change what its cells say."""
    if not is_empty:
        changes.lines.append(
            "Regnearket er ikke sat til dansk. Vælg Filer → Indstillinger → Landestandard: Danmark, "
            "og se datoer og beløb efter."
        )
        return
    properties = {"locale": LOCALE, "timeZone": TIME_ZONE}
    changes.structure.append({"updateSpreadsheetProperties": {"properties": properties, "fields": "locale,timeZone"}})
    changes.lines.append("Regnearket er sat til dansk.")


def _add_guide(sheets: Sequence[_Sheet], gid: int, changes: _Changes) -> None:
    if any(slug(one.title) == slug(GUIDE_TITLE) for one in sheets):
        return
    lines = guide()
    grid = {"rowCount": len(lines) + 10, "columnCount": 2}
    changes.structure.append(
        {"addSheet": {"properties": {"sheetId": gid, "title": GUIDE_TITLE, "index": 0, "gridProperties": grid}}}
    )
    rows = []
    for line in lines:
        form = {"textFormat": {"bold": line.is_heading}, "wrapStrategy": "WRAP", "verticalAlignment": "TOP"}
        rows.append({"values": [_text(text) | {"userEnteredFormat": form} for text in (line.about, line.text)]})
    changes.content.append(_update_cells(gid, 0, 0, rows, "userEnteredValue,userEnteredFormat"))
    changes.content += [_width(gid, place, pixels) for place, pixels in enumerate(_GUIDE_PIXELS)]
    changes.lines.append(f"Fanen »{GUIDE_TITLE}« er oprettet.")


def _add_tab(plan: _Plan, changes: _Changes) -> None:
    sheet = plan.sheet
    grid = {"rowCount": sheet.height, "columnCount": sheet.width, "frozenRowCount": 1}
    changes.structure.append(
        {"addSheet": {"properties": {"sheetId": sheet.gid, "title": sheet.title, "gridProperties": grid}}}
    )
    changes.content += [_width(sheet.gid, one.place, one.column.width * _PIXELS_A_LETTER) for one in plan.places]
    changes.lines.append(f"Fanen »{sheet.title}« er oprettet.")


def _add_columns(plan: _Plan, changes: _Changes) -> None:
    new = [one for one in plan.places if one.is_new]
    if not new:
        return
    sheet = plan.sheet
    missing = new[-1].place + 1 - sheet.width
    if missing > 0:
        dimension = {"sheetId": sheet.gid, "dimension": "COLUMNS", "length": missing}
        changes.structure.append({"appendDimension": dimension})
    cells = [
        _text(one.column.heading) | {"note": one.column.note, "userEnteredFormat": {"textFormat": {"bold": True}}}
        for one in new
    ]
    fields = "userEnteredValue,note,userEnteredFormat.textFormat.bold"
    changes.content.append(_update_cells(sheet.gid, plan.heading_row - 1, new[0].place, [{"values": cells}], fields))
    if not plan.is_new:
        changes.lines += [f"Kolonnen »{one.column.column.heading}« er tilføjet i »{sheet.title}«." for one in new]


def _add_notes(plan: _Plan, changes: _Changes) -> None:
    row = plan.heading_row - 1
    bare = [one for one in plan.places if not one.is_new and not plan.told.get((row, one.place), {}).get("note")]
    for one in bare:
        rows = [{"values": [{"note": one.column.note}]}]
        changes.content.append(_update_cells(plan.sheet.gid, row, one.place, rows, "note"))
    _say(plan, bare, "Der er sat note på {}.", changes)


def _add_formats(plan: _Plan, told: Cells, changes: _Changes) -> None:
    """Where the first cell below the heading has no number format, in all cells of the column that have none."""
    given = []
    for one in plan.places:
        has_format = {row for (row, column), cell in told.items() if column == one.place and _number_format_of(cell)}
        if plan.heading_row >= plan.sheet.height or plan.heading_row in has_format:
            continue
        shape = one.column.format
        cell = {"userEnteredFormat": {"numberFormat": {"type": _FORMAT_TYPES.get(shape, "NUMBER"), "pattern": shape}}}
        for first, end in _runs_without(has_format, plan.heading_row, plan.sheet.height):
            where = _column_range(plan.sheet.gid, one.place, first, end)
            request = {"range": where, "cell": cell, "fields": "userEnteredFormat.numberFormat"}
            changes.content.append({"repeatCell": request})
        given.append(one)
    _say(plan, given, "Der er sat format på {}.", changes)


def _number_format_of(cell: Mapping[str, Any]) -> object:
    return cell.get("userEnteredFormat", {}).get("numberFormat")


def _runs_without(rows: set[int], first: int, end: int) -> Iterator[tuple[int, int | None]]:
    """The runs of rows that are not among these; None for an end at the bottom of the tab."""
    for row in [*sorted(rows), end]:
        if row > first:
            yield first, None if row == end else row
        first = row + 1


def _add_dropdowns(plan: _Plan, told: Cells, by_table: Mapping[str, _Plan], changes: _Changes) -> None:
    given = []
    for one in plan.places:
        values = _choices(one.column, by_table)
        has_rule = any(column == one.place and "dataValidation" in cell for (_, column), cell in told.items())
        if not values or has_rule or plan.heading_row >= plan.sheet.height:
            continue
        kind = "ONE_OF_RANGE" if one.column.target else "ONE_OF_LIST"
        condition = {"type": kind, "values": [{"userEnteredValue": value} for value in values]}
        where = _column_range(plan.sheet.gid, one.place, plan.heading_row, None)
        rule = {"condition": condition, "showCustomUi": True, "strict": False}
        changes.content.append({"setDataValidation": {"range": where, "rule": rule}})
        given.append(one)
    _say(plan, given, "Der er sat en liste at vælge fra på {}.", changes)


def _choices(column: TemplateColumn, by_table: Mapping[str, _Plan]) -> tuple[str, ...]:
    """The allowed values, or the range that holds them; none where the other tab or its column is in doubt."""
    if column.target is None:
        return column.choices
    plan = by_table.get(column.target.table)
    places = plan.places if plan else ()
    for one in places:
        if plan and one.column.column.name == column.target.column:
            letter = column_letter(one.place)
            area = f"${letter}${plan.heading_row + 1}:${letter}"
            return (f"={absolute_range_name(plan.sheet.title, area)}",)
    return ()


def _freeze(plan: _Plan, changes: _Changes) -> None:
    if plan.sheet.is_frozen or plan.heading_row >= plan.sheet.height:
        return
    properties = {"sheetId": plan.sheet.gid, "gridProperties": {"frozenRowCount": plan.heading_row}}
    request = {"properties": properties, "fields": "gridProperties.frozenRowCount"}
    changes.content.append({"updateSheetProperties": request})
    changes.lines.append(f"Overskrifterne i »{plan.sheet.title}« er gjort faste.")


def _protect(plan: _Plan, changes: _Changes) -> None:
    """With a warning only: nobody is shut out."""
    if any(_covers(one, plan) for one in plan.sheet.protected):
        return
    where = {"sheetId": plan.sheet.gid, "startRowIndex": plan.heading_row - 1, "endRowIndex": plan.heading_row}
    protected = {"range": where, "description": "Overskrifter, som overblikket læser efter", "warningOnly": True}
    changes.content.append({"addProtectedRange": {"protectedRange": protected}})
    if not plan.is_new:
        changes.lines.append(f"Overskrifterne i »{plan.sheet.title}« er beskyttet med en advarsel.")


def _covers(area: Mapping[str, int], plan: _Plan) -> bool:
    row, last = plan.heading_row - 1, max((one.place for one in plan.places), default=0)
    return (
        area.get("startRowIndex", 0) <= row < area.get("endRowIndex", plan.sheet.height)
        and area.get("startColumnIndex", 0) <= min((one.place for one in plan.places), default=0)
        and last < area.get("endColumnIndex", last + 1)
    )


def _say(plan: _Plan, places: Iterable[_Place], sentence: str, changes: _Changes) -> None:
    """A line about columns that were there; what comes with a new column needs no line."""
    names = [f"»{one.column.column.heading}«" for one in places if not one.is_new]
    if names:
        changes.lines.append(sentence.format(f"{danish.listed(names)} i »{plan.sheet.title}«"))


# As Google's API wants it


def _text(text: str) -> Json:
    return {"userEnteredValue": {"stringValue": text}} if not is_blank(text) else {}


def _update_cells(gid: int, row: int, column: int, rows: Sequence[Json], fields: str) -> Json:
    start = {"sheetId": gid, "rowIndex": row, "columnIndex": column}
    return {"updateCells": {"start": start, "rows": list(rows), "fields": fields}}


def _column_range(gid: int, place: int, first: int, end: int | None) -> Json:
    where = {"sheetId": gid, "startRowIndex": first, "startColumnIndex": place, "endColumnIndex": place + 1}
    return where if end is None else where | {"endRowIndex": end}


def _width(gid: int, place: int, pixels: int) -> Json:
    where = {"sheetId": gid, "dimension": "COLUMNS", "startIndex": place, "endIndex": place + 1}
    return {"updateDimensionProperties": {"range": where, "properties": {"pixelSize": pixels}, "fields": "pixelSize"}}
