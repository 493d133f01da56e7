"""A workbook saved by Excel, LibreOffice or Google as a source: one sheet per table. What else a workbook may hold,
macros and links to other files, is left lying.
"""

import re
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import BinaryIO
from zipfile import ZipFile

import openpyxl
from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from core.contract.grid import ROWS_LOOKED_THROUGH, column_letter, table_in_grid
from core.contract.renamed import other
from core.danish import number
from core.subjects import CONTRACT
from shell.sources import stored
from shell.sources.source import Reading, SourceError

_MOST_BYTES = 100_000_000
"""Of a workbook unpacked: a small file may hold any amount of the same."""
_MOST_CELLS = 2_000_000
"""Of a sheet, the blank ones between the others counted."""


def read_excel(file: Path) -> Reading:
    """The sheets that the contract knows, cells as people see them, a failed formula as '#REF!'.

    Raises SourceError.
    """
    if not file.is_file():
        raise SourceError(
            f"Regnearket »{file.name}« findes ikke.",
            "Se efter, om stien er rigtig. I secrets.toml står den som file under [connections.excel].",
        )
    try:
        with file.open("rb") as opened:
            _refuse_a_bomb(opened, file)
            book = openpyxl.load_workbook(opened, data_only=True, keep_links=False)
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
    except SourceError:
        raise
    except Exception as error:  # whatever the bytes of a damaged file make of the library
        raise SourceError(
            f"Regnearket »{file.name}« kan ikke læses.",
            "Se efter, om filen er hel og uden adgangskode, og gem den igen som Excel-projektmappe (.xlsx).",
        ) from error


def _refuse_a_bomb(opened: BinaryIO, file: Path) -> None:
    with ZipFile(opened) as packed:
        unpacked = sum(part.file_size for part in packed.infolist())
    opened.seek(0)
    if unpacked > _MOST_BYTES:
        raise SourceError(
            f"Regnearket »{file.name}« fylder {number(unpacked // 1_000_000)} MB, når det pakkes ud, og der læses "
            f"højst {number(_MOST_BYTES // 1_000_000)} MB.",
            "Fjern billeder og faner, der ikke hører til, og gem det igen.",
        )


def _cells(sheet: Worksheet) -> list[list[object]]:
    last, widest = sheet.max_row, sheet.max_column
    if last * widest > _MOST_CELLS:  # a format or a slip far down is no row: what counts is how far something stands
        filled = [place for place, cell in sheet._cells.items() if cell.value is not None]
        last, widest = (max((place[way] for place in filled), default=1) for way in (0, 1))
    if last * widest > _MOST_CELLS:
        raise SourceError(
            f"Fanen »{sheet.title}« går helt til celle {column_letter(widest - 1)}{last}, og så langt læses der ikke.",
            "Slet, hvad der står langt under eller langt til højre for de andre rækker, og gem igen.",
        )
    return [[_cell(cell) for cell in row] for row in sheet.iter_rows(max_row=last, max_col=widest)]


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
