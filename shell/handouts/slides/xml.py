"""The XML behind those of python-pptx's objects that keep it to themselves: a chart's axes and series, a
table and its cells, and a paragraph. A label, a line under a cell or a page number is written in it, for which the
library has no call.
"""

from typing import Any


def of_axis(axis: Any) -> Any:
    return axis._element


def of_series(row: Any) -> Any:
    return row._element


def of_table(table: Any) -> Any:
    return table._tbl


def of_cell(cell: Any) -> Any:
    return cell._tc


def of_paragraph(paragraph: Any) -> Any:
    return paragraph._p


def relations_of_package(package: Any) -> Any:
    return package._rels
