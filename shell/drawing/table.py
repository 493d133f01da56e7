"""Tables for reading: Streamlit's own static table. What a column holds decides how wide it is and whether it wraps.

Where the columns have no room beside each other, on a phone or shown large, each row is folded to two lines: what it is
about and how much above, the rest below with its headings as labels. Nothing is left out.
"""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from heapq import nlargest

import pandas as pd
import streamlit as st

from core.danish import NO_BREAK_SPACE
from shell.drawing.letters import width
from shell.drawing.text import plain


class Holds(Enum):
    """What a column holds. Only text wraps."""

    TEXT = auto()
    DATE = auto()
    STATUS = auto()
    # To the right.
    NUMBER = auto()
    # Of money, to the right.
    AMOUNT = auto()


@dataclass(frozen=True, slots=True)
class Shown:
    # As it is read, with the unit; a soft hyphen where a long word may be parted.
    heading: str
    holds: Holds = Holds.TEXT
    # What the two orders by this column are called in the address: the one that rises and the one that falls. None
    # where the heading does not sort.
    orders: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Sorted:
    # The order that the rows stand in.
    by: str
    # From an order to the address of the screen in it.
    address: Callable[[str], str]


# All widths in rem: the letters of a table are one rem high.
_TEXT = 9.0
"""So wide a column that wraps is at least, where it holds as much."""
_LONGEST_WORD = 12.0
"""A word wider than this may be parted."""
_HEADING = 4.5
"""A heading of several words is made no narrower than this."""
_WIDEST_WHOLE = 18.0
"""What is not text wraps too where it is wider than this: a number with a unit that is half a sentence."""
_BETWEEN = 1.0
"""What a cell keeps free to its left and right: style.css says half of it for each."""
_QUIET = 0.88
"""The letters below the first line of a folded row."""
_FIRST_LINE = "font-size: 1rem; font-weight: 600;"
_SAID_BY_ITSELF = frozenset({"Dato", "Afdeling"})
"""Headings that a folded row has no need of as labels."""
_MOST_MEASURED = 8
"""The widest of some texts is among so many of those with most letters."""
_CELLS_KEPT = 4096
"""What is made of so many cells is kept: a table is drawn again each time somebody chooses, and few of them change."""
_RISES, _FALLS = f"{NO_BREAK_SPACE}↑", f"{NO_BREAK_SPACE}↓"
_FIRST = {
    Holds.TEXT: ("A til Å", "Å til A"),
    Holds.STATUS: ("A til Å", "Å til A"),
    Holds.DATE: ("ældste først", "nyeste først"),
    Holds.NUMBER: ("mindste først", "største først"),
    Holds.AMOUNT: ("mindste først", "største først"),
}
"""What comes first where the column rises, and where it falls."""
_FALL_FIRST = frozenset({Holds.DATE, Holds.NUMBER, Holds.AMOUNT})
_TARGET = re.compile(r"(\]\([^)]*\))")
_LINK = re.compile(r"\[((?:\\.|[^\]\\])*)\]\([^)]*\)")
_ESCAPE = re.compile(r"\\(.)|\*\*")
_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_DAY = re.compile(rf"(\d\\?\.) ({_MONTHS})(?: (\d{{4}}))?\b")
_HYPHEN_IN_NUMBER = re.compile(r"(?<=\d)\\?-(?=\d)")
_NO_BREAK = "\u2060"
_LONG_WORD = re.compile(r"[^\W\d_]{23,}")
_VOWEL, _CONSONANT = "[aeiouyæøå]", "[bcdfghjklmnpqrstvwxz]"
_SYLLABLE = re.compile(
    rf"(?<=\w\w)(?!(?<=s)[kpt])(?=(?:s[kpt]|{_CONSONANT}){_VOWEL}\w)",
    re.IGNORECASE,
)
_SOFT_HYPHEN = "\u00ad"


def table(
    key: str, columns: Sequence[Shown], rows: Iterable[Sequence[str]], alt: str, order: Sorted | None = None
) -> None:
    """rows: Markdown, so text from a sheet must have gone through text.plain. alt: what the table is, in Danish."""
    cells = [
        [
            _kept_together(cell) if column.holds is Holds.TEXT else cell
            for column, cell in zip(columns, row, strict=True)
        ]
        for row in rows
    ]
    frame = pd.DataFrame(cells, columns=[_heading(column, order) for column in columns], dtype="object")
    with st.container(key=key):
        st.html(f"<style>{style(key, columns, cells)}</style>")
        st.table(frame, border="horizontal", hide_index=True, alt=alt)


def _heading(column: Shown, order: Sorted | None) -> str:
    """In Markdown: where it sorts, a link to the screen in the order it would bring, with an arrow where it has."""
    heading = plain(column.heading)
    if order is None or column.orders is None:
        return heading
    rises, falls = column.orders
    arrow = {rises: _RISES, falls: _FALLS}.get(order.by, "")
    to_fall = order.by != falls if column.holds in _FALL_FIRST else order.by == rises
    return f'[{heading}{arrow}]({order.address(column.orders[to_fall])} "Vis {_FIRST[column.holds][to_fall]}")'


def style(key: str, columns: Sequence[Shown], rows: Sequence[Sequence[str]]) -> str:
    """The style of one table; rows: Markdown."""
    within = f".st-key-{key}"
    texts = [{read(row[place]) for row in rows} for place in range(len(columns))]
    least = [_least(*one) for one in zip(columns, texts, strict=True)]
    room = f"{sum(least) + _BETWEEN * len(columns):.2f}rem"
    cells = [f"{within} tr > :nth-child({place + 1})" for place in range(len(columns))]
    whole = [
        f"{those}:is(td) p {{ white-space: nowrap; }}"
        for those, column, read in zip(cells, columns, texts, strict=True)
        if not _wraps(column, read)
    ]
    right = [
        f"{those} {{ text-align: right !important; font-variant-numeric: tabular-nums; }}"
        for those, column in zip(cells, columns, strict=True)
        if column.holds in (Holds.NUMBER, Holds.AMOUNT)
    ]
    widths = [f"{those} {{ min-width: {wide + _BETWEEN:.2f}rem; }}" for those, wide in zip(cells, least, strict=True)]
    return (
        f"{within} {{ container-type: inline-size; }} {' '.join(whole)} "
        f"@container (width >= {room}) {{ {' '.join((*widths, *right))} }} "
        f"@container (width < {room}) {{ {' '.join(_folded(within, columns))} }}"
    )


def _folded(within: str, columns: Sequence[Shown]) -> list[str]:
    kinds = [column.holds for column in columns]
    what = kinds.index(Holds.TEXT) if Holds.TEXT in kinds else 0
    much = kinds.index(Holds.AMOUNT) if Holds.AMOUNT in kinds else None
    rules = [
        f"{within} :is(table, tbody) {{ display: block; }}",
        *_folded_headings(within, columns),
        f"{within} tbody tr {{ display: flex; flex-wrap: wrap; column-gap: 1rem; padding: 0.4rem 0; "
        "border-top: 1px solid #d9dbdd; }",
        # The end of the first line.
        f'{within} tbody tr::after {{ content: ""; order: 2; flex: 0 0 100%; }}',
        f"{within} tbody td {{ order: 3; max-width: 100%; padding: 0 !important; border: 0; font-size: {_QUIET}rem; }}",
        f"{within} tbody td:nth-child({what + 1}) {{ order: 0; flex: 1 1 {_TEXT}rem; {_FIRST_LINE} }}",
    ]
    if much is not None:
        rules.append(f"{within} tbody td:nth-child({much + 1}) {{ order: 1; {_FIRST_LINE} }}")
    for place, column in enumerate(columns):
        if place != what and column.holds is not Holds.STATUS and column.heading not in _SAID_BY_ITSELF:
            label = _quoted(f"{column.heading.replace(_SOFT_HYPHEN, '')}: ")
            cell = f"{within} tbody td:nth-child({place + 1}) p:first-child"
            quiet = f"color: #4a4a4a; font-size: {_QUIET}rem; font-weight: 400; white-space: normal;"
            rules.append(f"{cell}::before {{ content: {label}; {quiet} }}")
    return rules


def _folded_headings(within: str, columns: Sequence[Shown]) -> list[str]:
    """Those that sort stand in a line above the rows; the others are left to screen readers."""
    unseen = "position: absolute; left: 0; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden;"
    if not any(column.orders for column in columns):
        return [f"{within} :is(thead, th) {{ {unseen} }}"]
    return [
        f"{within} thead {{ display: block; }}",
        f"{within} thead tr {{ display: flex; flex-wrap: wrap; column-gap: 1rem; }}",
        f"{within} thead tr::before {{ content: {_quoted('Sortér efter')}; color: #4a4a4a; }}",
        f"{within} thead th {{ padding: 0 !important; border: 0; }}",
        f"{within} thead th:not(:has(a)) {{ {unseen} }}",
    ]


def _quoted(text: str) -> str:
    """As CSS: each letter by its number, since a heading may come from a sheet."""
    return '"' + "".join(f"\\{ord(letter):06x}" for letter in text) + '"'


def _wraps(column: Shown, texts: Iterable[str]) -> bool:
    return column.holds is Holds.TEXT or _widest(texts) > _WIDEST_WHOLE


def _least(column: Shown, texts: Collection[str]) -> float:
    """The column's least width, for its heading and its cells."""
    arrow = width(_RISES) if column.orders else 0
    parts = [part for word in column.heading.split(" ") for part in _parted(word)]
    whole = 0 if _SOFT_HYPHEN in column.heading else min(width(column.heading), _HEADING)
    heading = max(_widest(parts) + arrow, whole)
    if not _wraps(column, texts):
        return max(heading, _widest(texts))
    word = min(_widest({word for text in texts for word in text.split(" ")}), _LONGEST_WORD)
    return max(heading, word, min(_widest(texts), _TEXT))


def _parted(word: str) -> list[str]:
    """Where soft hyphens part it, each part but the last with the hyphen that is then seen."""
    *first, last = word.split(_SOFT_HYPHEN)
    return [*(f"{part}-" for part in first), last]


def _widest(texts: Iterable[str]) -> float:
    return max(map(width, nlargest(_MOST_MEASURED, texts, key=len)), default=0.0)


@lru_cache(maxsize=_CELLS_KEPT)
def read(cell: str) -> str:
    """What is seen of a cell of Markdown."""
    return _ESCAPE.sub(r"\1", _LINK.sub(r"\1", cell))


@lru_cache(maxsize=_CELLS_KEPT)
def _kept_together(cell: str) -> str:
    """A day in text stays on one line, and a very long word may be parted between syllables. No address is changed."""
    parts = _TARGET.split(cell)
    parts[::2] = [_with_whole_days(_LONG_WORD.sub(_hyphened, part)) for part in parts[::2]]
    return "".join(parts)


def _hyphened(word: re.Match[str]) -> str:
    return _SYLLABLE.sub(_SOFT_HYPHEN, word[0])


def _with_whole_days(text: str) -> str:
    text = _DAY.sub(lambda found: NO_BREAK_SPACE.join(part for part in found.groups() if part), text)
    return _HYPHEN_IN_NUMBER.sub(lambda hyphen: hyphen[0] + _NO_BREAK, text)
