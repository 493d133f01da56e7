"""The XML behind those of python-pptx's objects that keep it to themselves: a chart's axes, series and labels, and a
paragraph. A label's place, a marker or a page number is written in it, for which the library has no call.
"""

from typing import Any


def of_axis(axis: Any) -> Any:
    return axis._element


def of_series(row: Any) -> Any:
    return row._element


def of_label(label: Any) -> Any:
    return label._dLbl


def of_paragraph(paragraph: Any) -> Any:
    return paragraph._p


def relations_of_package(package: Any) -> Any:
    return package._rels
