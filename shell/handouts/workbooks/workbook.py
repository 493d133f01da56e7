"""Tables as an Excel workbook with real numbers and dates, one page wide on paper. Text is written as text, never as a
formula.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from itertools import count

import xlsxwriter
from xlsxwriter.utility import xl_range

from core.contract.cells.formula import begins_like_a_formula
from shell.handouts.plain_text import clean, shortened

TEXT_STAYS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
PAPER_A4 = 9


@dataclass(frozen=True, slots=True)
class Amount:
    value: Decimal
    # As it stands after the number: 'kr.', '%', 'kg/beboer', 'af 22'; '' for a number alone.
    unit: str


Cell = str | int | Decimal | Amount | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    # With their units.
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    # Lines below the table.
    notes: Sequence[str] = ()
    # Headings of the columns of which there is a sum below the table.
    totals: Sequence[str] = ()


_TOTAL = "I alt"
_DATE = "dd-mm-yyyy"
_MOST_DECIMALS = 6
_LONGEST_UNIT = 40
_LONGEST_TEXT = 32_767
"""So many letters Excel has room for in a cell."""
_WIDEST_TEXTS = (50, 40, 32, 26, 20, 16)
_PAGE = 140
"""So many letters stand beside each other on a lying A4 before the print gets small."""
_BUTTON = 4
"""What the button of a filter and the edges take beside a heading, in letters."""


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Decimal cells are kroner with øre, int cells are counts, date cells are dates."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_STAYS_TEXT) as book:
        styles = _Styles(book)
        for sheet in sheets:
            _write_sheet(book.add_worksheet(sheet.name), sheet, styles)
    return buffer.getvalue()


class _Styles:
    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, bool], object] = {}
        self.heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        # It stays text also where somebody opens the cell to look at it.
        self.no_formula = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
        self.total_name = book.add_format({"bold": True, "top": 1})

    def number(self, form: str, *, total: bool = False) -> object:
        if (form, total) not in self._made:
            edge = {"bold": True, "top": 1} if total else {"valign": "top"}
            self._made[form, total] = self._book.add_format({"num_format": form, **edge})
        return self._made[form, total]


def _write_sheet(page: xlsxwriter.worksheet.Worksheet, sheet: Sheet, styles: _Styles) -> None:
    _set_up(page)
    for column, (heading, width) in enumerate(zip(sheet.headings, _widths(sheet), strict=True)):
        page.write_string(0, column, heading, styles.heading)
        page.set_column(column, column, width)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write(page, number, column, cell, styles)
    below = count(len(sheet.rows) + 1)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
        if sheet.totals:
            _write_totals(page, next(below), sheet, styles)
    next(below)
    for note in sheet.notes:
        page.write_string(next(below), 0, note, styles.no_formula if begins_like_a_formula(note) else None)


def _set_up(page: xlsxwriter.worksheet.Worksheet) -> None:
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.set_paper(PAPER_A4)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    page.set_footer("&L&A&RSide &P af &N")


def _write(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, styles: _Styles) -> None:
    if isinstance(cell, str):
        form = styles.no_formula if begins_like_a_formula(cell) else styles.text
        page.write_string(row, column, shortened(cell, _LONGEST_TEXT), form)
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, styles.number(_DATE))
    elif cell is not None:
        page.write_number(row, column, _value(cell), styles.number(_form(cell)))


def _write_totals(page: xlsxwriter.worksheet.Worksheet, row: int, sheet: Sheet, styles: _Styles) -> None:
    """The sums as formulas, with what they come to for whoever does not reckon them."""
    for column, heading in enumerate(sheet.headings):
        if heading in sheet.totals:
            cells = [cell for one in sheet.rows if isinstance(cell := one[column], int | Decimal)]
            formula = f"=SUM({xl_range(1, column, row - 1, column)})"
            form = _form(next(iter(cells), 0))
            page.write_formula(row, column, formula, styles.number(form, total=True), sum(cells))
        else:
            page.write(row, column, None if column else _TOTAL, styles.total_name)


def _value(cell: int | Decimal | Amount) -> int | Decimal:
    return cell.value if isinstance(cell, Amount) else cell


def _form(cell: int | Decimal | Amount) -> str:
    """As Excel writes a number format; each country's Excel puts its own signs for thousands and decimals."""
    if isinstance(cell, int):
        return "#,##0"
    if isinstance(cell, Decimal):
        return '#,##0.00" kr."'
    unit = clean(cell.unit).replace('"', "")
    decimals = 2 if unit == "kr." else min(max(-int(cell.value.normalize().as_tuple().exponent), 0), _MOST_DECIMALS)
    number = "#,##0" + f".{'0' * decimals}" * bool(decimals)
    return f'{number}" {unit}"' if 0 < len(unit) <= _LONGEST_UNIT else number


def _widths(sheet: Sheet) -> list[int]:
    """Each as wide as what is longest in it; where the page has not room for that, text goes on over more lines."""
    every = [[row[column] for row in sheet.rows] for column in range(len(sheet.headings))]
    least = [
        max(_longest_word(heading) + _BUTTON, *(len(_text(cell)) + 2 for cell in cells if not isinstance(cell, str)), 0)
        for heading, cells in zip(sheet.headings, every, strict=True)
    ]
    texts = [max((len(cell) + 2 for cell in cells if isinstance(cell, str)), default=0) for cells in every]
    widths: list[int] = []
    for widest in _WIDEST_TEXTS:
        widths = [max(one, min(text, widest)) for one, text in zip(least, texts, strict=True)]
        if sum(widths) <= _PAGE:
            break
    return widths


def _longest_word(heading: str) -> int:
    return max(map(len, heading.split()), default=0)


def _text(cell: int | Decimal | Amount | date | None) -> str:
    """About as long as Excel shows it."""
    match cell:
        case None:
            return ""
        case date():
            return _DATE
        case Amount(value, unit):
            return f"{value:,} {unit}"
        case Decimal():
            return f"{cell:,.2f} kr."
    return f"{cell:,}"


def kroner_cell(ore: int | None) -> Decimal | None:
    return None if ore is None else Decimal(ore) / 100
