"""Tables as an Excel workbook with real numbers and dates. Text is written as text, never as a formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO

import xlsxwriter

TEXT_STAYS_TEXT = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
Cell = str | int | Decimal | date | None


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    # With their units.
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    # Lines below the table.
    notes: Sequence[str] = ()


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """Decimal cells are kroner with two decimals, int cells are counts, date cells are dates."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_STAYS_TEXT) as book:
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        formats = {
            Decimal: book.add_format({"num_format": "#,##0.00"}),
            date: book.add_format({"num_format": "dd-mm-yyyy"}),
        }
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            for column, heading in enumerate(sheet.headings):
                page.write_string(0, column, heading, bold)
                longest = max([len(heading), *(len(_text(row[column])) for row in sheet.rows)])
                page.set_column(column, column, min(longest + 2, 50))
            for number, row in enumerate(sheet.rows, start=1):
                for column, cell in enumerate(row):
                    _write(page, number, column, cell, formats)
            for number, note in enumerate(sheet.notes, start=len(sheet.rows) + 2):
                page.write_string(number, 0, note)
            if sheet.rows:
                page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    return buffer.getvalue()


def _write(
    page: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell, formats: dict[type, object]
) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, cell)
    elif isinstance(cell, date):
        page.write_datetime(row, column, cell, formats[date])
    elif isinstance(cell, Decimal):
        page.write_number(row, column, cell, formats[Decimal])
    elif cell is not None:
        page.write_number(row, column, cell)


def _text(cell: Cell) -> str:
    return "" if cell is None else str(cell)


def kroner_cell(ore: int | None) -> Decimal | None:
    return None if ore is None else Decimal(ore) / 100
