"""Marks as rows of the contract's table of filled-in sheets, to be pasted into it."""

from collections.abc import Iterable

from core.planche.tables import SHEET_MARKS, SheetMark
from shell.handouts.workbooks.workbook import Cell, Sheet, workbook


def marks_workbook(marks: Iterable[SheetMark]) -> bytes:
    headings = [column.heading for column in SHEET_MARKS.columns]
    return workbook([Sheet(SHEET_MARKS.title, headings, [_row(mark) for mark in marks])])


def _row(mark: SheetMark) -> tuple[Cell, ...]:
    return tuple(
        str(value) if value is mark.mark and value is not None else value
        for value in (getattr(mark, column.name) for column in SHEET_MARKS.columns)
    )
