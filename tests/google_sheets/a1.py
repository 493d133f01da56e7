"""Ranges as Google writes them: 'Ansøgninger'!A:F."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.google_sheets.errors import invalid

_QUOTED = re.compile(r"'((?:[^']|'')+)'(?:!(.*))?", re.DOTALL)
_CORNER = re.compile(r"\$?([A-Za-z]{1,3})?\$?([1-9]\d*)?")
_PLAIN_TITLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_LOOKS_LIKE_A_CELL = re.compile(r"[A-Za-z]{1,3}\d*")


@dataclass(frozen=True)
class Area:
    """Rows and columns from 0, the end not included; an end of None is the grid's."""

    top: int = 0
    left: int = 0
    bottom: int | None = None
    right: int | None = None


@dataclass(frozen=True)
class Block:
    """An area within a grid."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def one_cell(self) -> bool:
        return self.bottom - self.top == 1 and self.right - self.left == 1

    def cells(self) -> Iterator[tuple[int, int]]:
        return ((row, column) for row in range(self.top, self.bottom) for column in range(self.left, self.right))


def column_name(column: int) -> str:
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column_number(name: str) -> int:
    number = 0
    for letter in name.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def quoted(title: str) -> str:
    """A tab's title as Google repeats it: quoted only where it must be."""
    if _PLAIN_TITLE.fullmatch(title) and not _LOOKS_LIKE_A_CELL.fullmatch(title):
        return title
    return "'" + title.replace("'", "''") + "'"


def written(title: str, block: Block, *, both_corners: bool = False) -> str:
    first = f"{column_name(block.left)}{block.top + 1}"
    if block.one_cell and not both_corners:
        return f"{quoted(title)}!{first}"
    return f"{quoted(title)}!{first}:{column_name(block.right - 1)}{block.bottom}"


def split_range(text: str) -> tuple[str | None, str | None]:
    """The tab's title and the cells; a text that may be either is cells if it reads as cells."""
    if match := _QUOTED.fullmatch(text):
        return match[1].replace("''", "'"), match[2]
    if "!" in text:
        title, _, cells = text.rpartition("!")
        return title, cells
    return (None, text) if read_area(text) else (text, None)


def read_area(cells: str) -> Area | None:
    """The cells of A1, A1:B2, A:F, C3:C or 2:4; None if it is none of these."""
    corners = [_CORNER.fullmatch(corner) for corner in cells.split(":")]
    if len(corners) > 2 or not all(corner and corner[0] for corner in corners):
        return None
    places = [
        (column_number(corner[1]) if corner[1] else None, int(corner[2]) - 1 if corner[2] else None)
        for corner in corners
        if corner
    ]
    (left, top), (right, bottom) = places[0], places[-1]
    if len(places) == 1 and (left is None or top is None):
        return None
    if (left is None) != (right is None) or (top is None and bottom is not None):
        return None
    if left is not None and right is not None:
        left, right = min(left, right), max(left, right)
    if top is not None and bottom is not None:
        top, bottom = min(top, bottom), max(top, bottom)
    return Area(top or 0, left or 0, None if bottom is None else bottom + 1, None if right is None else right + 1)


def within(area: Area, title: str, row_count: int, column_count: int, *, whole: bool = False) -> Block:
    """The area cut to the grid. What begins outside it is refused; where whole, what ends outside it too."""
    bottom = row_count if area.bottom is None else area.bottom
    right = column_count if area.right is None else area.right
    outside = area.top >= row_count or area.left >= column_count
    if outside or (whole and (bottom > row_count or right > column_count)):
        block = Block(area.top, area.left, max(bottom, area.top + 1), max(right, area.left + 1))
        raise invalid(
            f"Range ({written(title, block, both_corners=True)}) exceeds grid limits. "
            f"Max rows: {row_count}, max columns: {column_count}"
        )
    return Block(area.top, area.left, min(bottom, row_count), min(right, column_count))
