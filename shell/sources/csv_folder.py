"""A folder with one CSV file per table, named by the table's title: ansoegninger.csv or Ansøgninger.csv."""

import csv
from pathlib import Path

from core.contract.cells.cell import slug
from core.contract.csv_text import split, top_rows
from core.contract.raw import RawTable
from core.contract.renamed import other
from core.contract.table import Table
from core.subjects import CONTRACT
from shell.machine.disk import why
from shell.sources.source import Reading, SourceError

_BEGINNING = 20_000
"""Bytes that hold the headings of any table."""


def read_folder(folder: Path) -> Reading:
    """The files that the contract knows. Of others in the folder only the beginning is looked at, for their headings,
    and only where a table is missing.
    """
    if not folder.is_dir():
        raise SourceError(f"Mappen »{folder}« findes ikke.", "Ret »folder« under [connections.csv] i secrets.toml.")
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() == ".csv")
        is_whole = {slug(file.stem) for file in files}.issuperset(CONTRACT.by_slug)
        return Reading(
            tuple(_read(file, table) for table in CONTRACT for file in files if slug(file.stem) == table.slug),
            others=tuple(
                other(CONTRACT, file.stem, () if is_whole else _top(file))
                for file in files
                if CONTRACT.titled(file.stem) is None
            ),
        )
    except OSError as error:
        raise SourceError(
            f"»{error.filename}« kan ikke læses ({why(error)}).", "Se efter, om filen er låst eller slettet."
        ) from error


def _top(file: Path) -> list[list[str]]:
    """Nothing of a file that cannot be read: it is none of ours."""
    try:
        with file.open("rb") as opened:
            return top_rows(opened.read(_BEGINNING))
    except (OSError, csv.Error):
        return []


def _read(file: Path, table: Table) -> RawTable:
    try:
        return split(file.read_bytes(), table, file.stem)
    except csv.Error as error:
        raise SourceError(
            f"Filen »{file.name}« kan ikke læses, for et felt i den er alt for langt.",
            "Se efter, om et anførselstegn mangler sin mage.",
        ) from error
