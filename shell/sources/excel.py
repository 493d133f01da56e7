"""A workbook saved by Excel, LibreOffice or Google as a source: one sheet per table."""

import re
from datetime import datetime, time, timedelta
from pathlib import Path

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from core.contract.grid import ROWS_LOOKED_THROUGH, table_in_grid
from core.contract.renamed import other
from core.subjects import CONTRACT
from shell.sources import stored
from shell.sources.source import Reading, SourceError


def read_excel(file: Path) -> Reading:
    """The sheets that the contract knows, cells as people see them, a failed formula as '#REF!'.

    Raises SourceError.
    """
    if not file.is_file():
        raise SourceError(
            f"Regnearket »{file}« findes ikke.",
            "Se efter, om stien er rigtig. I secrets.toml står den som file under [connections.excel].",
        )
    try:
        with file.open("rb") as opened:
            book = openpyxl.load_workbook(opened, data_only=True)
        return Reading(
            tuple(
                table_in_grid(table, sheet.title, _cells(sheet))
                for sheet in book.worksheets
                if (table := CONTRACT.titled(sheet.title))
            ),
            others=tuple(
                other(CONTRACT, sheet.title, sheet.iter_rows(max_row=ROWS_LOOKED_THROUGH, values_only=True))
                for sheet in book.worksheets
                if CONTRACT.titled(sheet.title) is None
            ),
        )
    except Exception as error:  # whatever the bytes of a damaged file make of the library
        raise SourceError(
            f"Regnearket »{file.name}« kan ikke læses.",
            "Se efter, om filen er hel og uden adgangskode, og gem den igen som Excel-projektmappe (.xlsx).",
        ) from error


def _cells(sheet: Worksheet) -> list[list[object]]:
    return [[_cell(cell) for cell in row] for row in sheet.iter_rows()]


def _cell(cell: Cell | MergedCell) -> object:
    value = cell.value
    if isinstance(value, datetime):
        return stored.without_midnight(value)
    if isinstance(value, time):
        return stored.clock(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / timedelta(days=1))
    if isinstance(value, timedelta):
        return stored.clock(value / timedelta(days=1))
    if isinstance(value, int | float) and not isinstance(value, bool) and _shows_percent(cell.number_format):
        return stored.percent(value)
    return value


def _shows_percent(number_format: str) -> bool:
    """Whether the format multiplies by a hundred: a '%' within quotes or after a backslash is only a letter."""
    return "%" in re.sub(r'"[^"]*"|\\.|_.|\[[^\]]*\]', "", number_format.split(";")[0])
