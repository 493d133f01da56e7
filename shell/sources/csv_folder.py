"""A folder with one CSV file per table, named by the table's title: ansoegninger.csv or Ansøgninger.csv."""

from pathlib import Path

from core.contract.cells.cell import slug
from core.contract.csv_text import split
from core.contract.raw import RawTable
from core.contract.tables import TABLES
from shell.sources.source import SourceError


def read_folder(folder: Path) -> tuple[RawTable, ...]:
    """The files that the contract knows; others in the folder are not opened."""
    if not folder.is_dir():
        raise SourceError(f"Mappen »{folder}« findes ikke.", "Ret »folder« under [connections.csv] i secrets.toml.")
    files = {slug(file.stem): file for file in sorted(folder.iterdir()) if file.suffix.lower() == ".csv"}
    try:
        return tuple(split(files[table.slug].read_bytes(), table) for table in TABLES if table.slug in files)
    except OSError as error:
        raise SourceError(
            f"Filen »{error.filename}« kan ikke læses ({error.strerror}).", "Se efter, om filen er låst eller slettet."
        ) from error
