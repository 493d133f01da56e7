"""A workbook saved by Excel, LibreOffice or Google as a source: one sheet per table."""

import zipfile
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum

from core.contract.cells.cell import slug
from core.contract.grid import table_in_grid
from core.contract.tables import TABLES
from shell.sources.source import Reading, SourceError


def read_excel(file: Path) -> Reading:
    """The sheets that the contract knows, cells as Excel has them. Raises SourceError."""
    if not file.is_file():
        raise SourceError(
            f"Regnearket »{file}« findes ikke.",
            "Se efter, om stien er rigtig. I secrets.toml står den som file under [connections.excel].",
        )
    tables = {table.slug: table for table in TABLES}
    try:
        with CalamineWorkbook.from_path(file) as book:
            titles = [one.name for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
            return Reading(
                tuple(
                    table_in_grid(
                        tables[slug(title)], title, book.get_sheet_by_name(title).to_python(skip_empty_area=False)
                    )
                    for title in titles
                    if slug(title) in tables
                )
            )
    except (CalamineError, OSError, zipfile.BadZipFile) as error:
        raise SourceError(
            f"Regnearket »{file.name}« kan ikke læses.",
            "Se efter, om filen er hel og uden adgangskode, og gem den igen som Excel-projektmappe (.xlsx).",
        ) from error
