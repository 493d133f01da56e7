"""The empty workbook to fill in, as an Excel file: instructions, and a sheet for every table of the contract."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import quote_sheetname, xl_range_abs

from core.contract.grid import column_letter
from core.contract.template import GUIDE_TITLE, Format, TemplateColumn, TemplateTab, guide, template_tabs
from core.subjects import CONTRACT
from shell.handouts.workbooks.workbook import PAPER_A4, TEXT_STAYS_TEXT

_LISTS_TITLE = "Lister"
_LAST_ROW, _LAST_COLUMN = 1_048_575, 16_383
_ROWS_REFERRED_TO = 5_000  # a dropdown from another sheet shows this far down
_MOST = 10**12
_FIRST_DAY, _LAST_DAY = date(1950, 1, 1), date(2199, 12, 31)
# Everything but the headings may be changed, and without a password the rest may be unlocked too.
_ALLOWED = dict.fromkeys(
    (
        "objects",
        "scenarios",
        "format_cells",
        "format_columns",
        "format_rows",
        "insert_columns",
        "insert_rows",
        "insert_hyperlinks",
        "delete_columns",
        "delete_rows",
        "sort",
        "autofilter",
        "pivot_tables",
    ),
    True,
)


def template_workbook() -> bytes:
    """An .xlsx file that the dashboard reads as it stands: all tables, no rows."""
    tabs = template_tabs(CONTRACT)
    lists = _Lists(tabs)
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_STAYS_TEXT) as book:
        styles = _Styles(book)
        _write_guide(book, styles)
        for tab in tabs:
            _write_tab(book, tab, styles, lists)
        lists.write(book)
    return buffer.getvalue()


class _Styles:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.title = book.add_format({"bold": True, "valign": "top", "top": 1})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self.wrapped_title = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "top": 1})
        self.heading = book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bottom": 1, "bg_color": "#F0F0F0", "locked": True}
        )
        self.free = book.add_format({"locked": False})
        self.cells = {one: book.add_format({"num_format": str(one), "locked": False}) for one in Format}


@dataclass(frozen=True, slots=True)
class _Lists:
    """The fixed lists of choices, a column each on a hidden sheet: written into a rule they may take 255 letters."""

    tabs: tuple[TemplateTab, ...]

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(dict.fromkeys(one.choices for tab in self.tabs for one in tab.columns if one.choices))

    def range(self, choices: tuple[str, ...]) -> str:
        place = list(self).index(choices)
        return f"={_LISTS_TITLE}!{xl_range_abs(0, place, len(choices) - 1, place)}"

    def write(self, book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet(_LISTS_TITLE)
        for place, choices in enumerate(self):
            for row, choice in enumerate(choices):
                page.write_string(row, place, choice)
        page.hide()


def _write_guide(book: xlsxwriter.Workbook, styles: _Styles) -> None:
    page = book.add_worksheet(GUIDE_TITLE)
    page.set_column(0, 0, 34, styles.wrapped)
    page.set_column(1, 1, 90, styles.wrapped)
    page.hide_gridlines(2)
    page.set_paper(PAPER_A4)
    page.fit_to_pages(1, 0)
    for row, line in enumerate(guide(CONTRACT)):
        page.write_string(row, 0, line.about, styles.title if line.is_heading else styles.wrapped)
        page.write_string(row, 1, line.text, styles.wrapped_title if line.is_heading else styles.wrapped)


def _write_tab(book: xlsxwriter.Workbook, tab: TemplateTab, styles: _Styles, lists: _Lists) -> None:
    page = book.add_worksheet(tab.title)
    last = len(tab.columns) - 1
    for place, one in enumerate(tab.columns):
        page.write_string(0, place, one.heading, styles.heading)
        page.write_comment(0, place, one.note, {"width": 260, "height": 40 + 18 * (len(one.note) // 36)})
        page.set_column(place, place, one.width, styles.cells[one.format])
        if rule := _validation(one, lists):
            page.data_validation(1, place, _LAST_ROW, place, rule)
    page.set_column(last + 1, _LAST_COLUMN, None, styles.free)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, _LAST_ROW, last)
    page.ignore_errors({"number_stored_as_text": f"A2:{column_letter(last)}{_LAST_ROW + 1}"})
    page.protect("", _ALLOWED)
    page.set_landscape()
    page.set_paper(PAPER_A4)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)


def _validation(one: TemplateColumn, lists: _Lists) -> dict[str, Any] | None:
    """What Excel asks about before it takes the cell; it always may be taken."""
    rule: dict[str, Any]
    least, most = one.column.minimum, one.column.maximum
    if one.choices:
        rule = {"validate": "list", "source": lists.range(one.choices)}
    elif one.target:
        rule = {"validate": "list", "source": _column_of(lists.tabs, one.target.table, one.target.column)}
    elif one.format is Format.DATE:
        rule = {"validate": "date", "criteria": "between", "minimum": _FIRST_DAY, "maximum": _LAST_DAY}
    elif one.format is not Format.TEXT:
        kind = "integer" if one.format is Format.WHOLE else "decimal"
        rule = {"validate": kind, "criteria": "between", "minimum": -_MOST if least is None else least}
        rule["maximum"] = _MOST if most is None else most
    else:
        return None
    said = {"error_type": "warning", "error_title": "Se lige efter", "error_message": one.note[:225]}
    return rule | said


def _column_of(tabs: tuple[TemplateTab, ...], table: str, name: str) -> str:
    tab = next(tab for tab in tabs if tab.table.name == table)
    place = tab.columns.index(tab.column(name))
    return f"={quote_sheetname(tab.title)}!{xl_range_abs(1, place, _ROWS_REFERRED_TO - 1, place)}"
