"""Lays an organisation's tables down where the dashboard can read them: CSV, a database, Google Sheets, Excel."""

import csv
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import sqlalchemy as sa
import xlsxwriter

from core.contract.table import sql_name
from core.subjects import CONTRACT
from shell.sources.schema import contract_metadata
from tests.google_sheets.shown import Cell as Shown
from tests.google_sheets.workbook import Tab, Workbook
from tests.organisations.lyngklokken import EXTRA_COLUMNS, Cell, Row, Tables


def headings(title: str) -> list[str]:
    """The contract's, then those outside it."""
    table = next(table for table in CONTRACT.tables if table.title == title)
    return [column.heading for column in table.columns] + list(EXTRA_COLUMNS.get(title, {}))


def as_typed(cell: Cell) -> str:
    """What a Dane types into a sheet."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, Decimal):
        return f"{cell:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return str(cell)


def write_csv(tables: Tables, folder: Path) -> Path:
    """One file per table, with semicolons, as Excel in Danish saves it."""
    folder.mkdir(parents=True, exist_ok=True)
    for title, rows in tables.items():
        with (folder / f"{sql_name(title)}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(headings(title))
            writer.writerows([as_typed(cell) for cell in _in_order(title, row)] for row in rows)
    return folder


def write_sqlite(tables: Tables, file: Path, *, typed: bool) -> sa.Engine:
    """A database file; every cell is Danish text unless typed."""
    engine = sa.create_engine(f"sqlite:///{file}")
    metadata = contract_metadata(typed=typed)
    for title, extra in EXTRA_COLUMNS.items():
        for heading in extra:
            metadata.tables[sql_name(title)].append_column(sa.Column(sql_name(heading), sa.Text))
    metadata.create_all(engine)
    with engine.begin() as connection:
        for title, rows in tables.items():
            values = [_in_order(title, row) for row in rows]
            if not typed:
                values = [[as_typed(cell) or None for cell in row] for row in values]
            insert(connection, metadata.tables[sql_name(title)], [sql_name(name) for name in headings(title)], values)
    return engine


def insert(
    connection: sa.Connection, table: sa.TableClause, columns: Sequence[str], rows: Sequence[Sequence[Cell]]
) -> None:
    if rows:
        connection.execute(table.insert(), [dict(zip(columns, row, strict=True)) for row in rows])


def rows_of(tables: Tables, title: str) -> list[list[Cell]]:
    return [_in_order(title, row) for row in tables[title]]


def _in_order(title: str, row: Row) -> list[Cell]:
    every = EXTRA_COLUMNS.get(title, {}) | row
    return [every.get(heading) for heading in headings(title)]


def as_workbook(tables: Tables, key: str = "lyngklokken") -> Workbook:
    """A Google spreadsheet with one tab per table, typed as Google stores it; columns nobody knows stand at the end."""
    return Workbook(
        key,
        "Puljen",
        tabs=[Tab(title, _grid(tables, title)) for title in tables],
    )


def _grid(tables: Tables, title: str) -> list[list[Shown]]:
    grid: list[list[Shown]] = [list(headings(title))]
    for row in rows_of(tables, title):
        grid.append([*row])
    return grid


def write_excel(tables: Tables, file: Path) -> Path:
    """The same as a workbook saved by Excel."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with xlsxwriter.Workbook(file, {"default_date_format": "dd-mm-yyyy"}) as book:
        for title in tables:
            sheet = book.add_worksheet(title)
            for number, cells in enumerate([headings(title), *rows_of(tables, title)]):
                sheet.write_row(number, 0, cells)
    return file
