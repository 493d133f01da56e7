"""How much room text takes, told without a font file: the widths are Arial's, in shares of the size.

Most fonts of presentations are narrower. What is not in the table (another alphabet, a picture letter) counts as wide.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

LINE = 1.22
_BOLD = 1.08
_WIDE = 1.4
_UNKNOWN = 1.05
_WIDTHS = {
    letter: share
    for share, letters in (
        (0.0, "\u00ad\u200b\u200d"),
        (0.22, "'ijl"),
        (0.28, " \u00a0!,./:;I[\\]ft·|"),
        (0.34, '()-`r{}"'),
        (0.4, "*"),
        (0.5, "Jcksvxyz^"),
        (0.56, "#$0123456789?L_abdeghnopqué§»«–üöäå€"),
        (0.61, "+<=>~FTZø"),
        (0.67, "&ABEKPSVXYÅ"),
        (0.73, "CDHNRUw"),
        (0.78, "GOQØ"),
        (0.84, "Mm½"),
        (0.89, "%æ"),
        (0.95, "W"),
    )
    for letter in letters
}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """In points, as the size is."""
    share = sum(_WIDTHS.get(letter, _WIDE if ord(letter) > 0x2FFF else _UNKNOWN) for letter in text)
    return share * size * (_BOLD if bold else 1)


def lines(text: str, size: float, room: float, *, bold: bool = False) -> int:
    """How many lines the text takes in a column of that many points; a word wider than the column is broken."""
    number, used = 1, 0.0
    space = width(" ", size)
    for word in text.split(" "):
        wide = width(word, size, bold=bold)
        if used and used + space + wide <= room:
            used += space + wide
            continue
        if used:
            number += 1
        used = wide
        while used > room:
            # A letter may be left over at the end of each line.
            used -= max(room - size, size)
            number += 1
    return number


def height(texts: tuple[str, ...], size: float, room: float, *, between: float = 0, bold: bool = False) -> float:
    """Of paragraphs below each other, in points; between: the space above each."""
    return sum(lines(text, size, room, bold=bold) * size * LINE + between for text in texts)


def cut(text: str, fits: Callable[[str], bool]) -> str:
    """The text, or as much of its beginning as fits followed by '…'."""
    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle].rstrip() + "…") else (low, middle - 1)
    return text[:low].rstrip() + "…"


def even_pages(highs: Sequence[float], room: float) -> list[tuple[int, int]]:
    """From where to where things below each other stand on as few pages as can be, all about equally full."""
    pages = _pages(highs, room)
    while room > max(highs, default=0) and len(tighter := _pages(highs, room * 0.97)) == len(pages):
        pages, room = tighter, room * 0.97
    return pages


def _pages(highs: Sequence[float], room: float) -> list[tuple[int, int]]:
    starts, used = [0], 0.0
    for place, high in enumerate(highs):
        if place > starts[-1] and used + high > room:
            starts.append(place)
            used = 0
        used += high
    return list(pairwise([*starts, len(highs)]))
