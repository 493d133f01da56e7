"""A folder with one CSV file per table, named by the table's title: ansoegninger.csv or Ansøgninger.csv."""

import csv
from pathlib import Path

from core.contract.cells.cell import slug
from core.contract.csv_text import split
from core.contract.raw import RawTable
from core.contract.table import Table
from core.contract.tables import TABLES
from core.danish import listed
from shell.sources.source import SourceError


def read_folder(folder: Path) -> tuple[RawTable, ...]:
    """The files that the contract knows; others in the folder are not opened."""
    if not folder.is_dir():
        raise SourceError(f"Mappen »{folder}« findes ikke.", "Ret »folder« under [connections.csv] i secrets.toml.")
    try:
        files: dict[str, list[Path]] = {}
        for file in sorted(folder.iterdir()):
            if file.suffix.lower() == ".csv":
                files.setdefault(slug(file.stem), []).append(file)
        return tuple(_read(files[table.slug], table) for table in TABLES if table.slug in files)
    except OSError as error:
        raise SourceError(
            f"»{error.filename}« kan ikke læses ({error.strerror}).", "Se efter, om filen er låst eller slettet."
        ) from error


def _read(files: list[Path], table: Table) -> RawTable:
    if len(files) > 1:
        names = listed(f"»{file.name}«" for file in files)
        raise SourceError(f"Der er flere filer til »{table.title}«: {names}.", "Slet eller omdøb den, der ikke gælder.")
    try:
        return split(files[0].read_bytes(), table)
    except csv.Error as error:
        raise SourceError(
            f"Filen »{files[0].name}« kan ikke læses, for et felt i den er alt for langt.",
            "Se efter, om et anførselstegn mangler sin mage.",
        ) from error
