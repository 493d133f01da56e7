"""A folder with one CSV file per table, named by the table's title: ansoegninger.csv or Ansøgninger.csv."""

import csv
from collections.abc import Iterable
from pathlib import Path

from core.contract.cells.cell import slug
from core.contract.csv_text import split, top_rows
from core.contract.raw import RawTable
from core.contract.renamed import other
from core.contract.table import Table
from core.danish import number
from core.subjects import CONTRACT
from shell.machine.disk import why
from shell.sources.source import Reading, SourceError

_BEGINNING = 20_000
"""Bytes that hold the headings of any table."""
_MOST_BYTES = 50_000_000
"""Of one file."""


def read_folder(folder: Path) -> Reading:
    """The files that the contract knows. Of others in the folder only the beginning is looked at, for their headings,
    and only where a table is missing.
    """
    if not folder.is_dir():
        raise SourceError(
            f"Mappen »{folder.name}« findes ikke.", "Ret »folder« under [connections.csv] i secrets.toml."
        )
    try:
        files = sorted(file for file in folder.iterdir() if file.suffix.lower() == ".csv")
        _refuse_ways_out(folder, files)
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
            f"»{Path(str(error.filename)).name}« kan ikke læses ({why(error)}).",
            "Se efter, om filen er låst eller slettet.",
        ) from error


def _refuse_ways_out(folder: Path, files: Iterable[Path]) -> None:
    """Whoever may lay a file in the folder is not to have another file of the machine shown on the screens."""
    for file in files:
        if not file.resolve().is_relative_to(folder.resolve()):
            raise SourceError(
                f"»{file.name}« er en genvej til en fil uden for mappen og bliver ikke læst.",
                "Læg selve filen i mappen.",
            )


def _top(file: Path) -> list[list[str]]:
    """Nothing of a file that cannot be read: it is none of ours."""
    if not file.is_file():  # a pipe would be waited for
        return []
    try:
        with file.open("rb") as opened:
            return top_rows(opened.read(_BEGINNING))
    except (OSError, csv.Error):
        return []


def _read(file: Path, table: Table) -> RawTable:
    if file.exists() and not file.is_file():
        raise SourceError(f"»{file.name}« kan ikke læses, for det er ikke en fil.", "Læg en CSV-fil i stedet.")
    if (size := file.stat().st_size) > _MOST_BYTES:
        raise SourceError(
            f"Filen »{file.name}« fylder {number(size // 1_000_000)} MB, og der læses højst "
            f"{number(_MOST_BYTES // 1_000_000)} MB.",
            "Se efter, om noget er sat ind mange gange, og fjern de rækker, der ikke hører til.",
        )
    try:
        return split(file.read_bytes(), table, file.stem)
    except csv.Error as error:
        raise SourceError(
            f"Filen »{file.name}« kan ikke læses, for et felt i den er alt for langt.",
            "Se efter, om et anførselstegn mangler sin mage.",
        ) from error
