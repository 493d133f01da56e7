"""The sheet on the tables: themes with items to mark, and questions. What stands on it is data."""

from dataclasses import dataclass

from core.contract.cells.cell import slug

OTHER = "Andet"
"""The item under which a table writes what is not on the sheet."""
_OTHERS = frozenset(map(slug, (OTHER, "Andre")))
QUESTIONS = "Spørgsmål"
"""Stands in place of a theme where a table answers one of the questions."""
DONE, WISHED = "Det gør vi allerede", "Det kunne vi også gøre"


def is_open_line(item: str) -> bool:
    """Whether the item is the one for what is not on the sheet, in any spelling."""
    return slug(item) in _OTHERS


@dataclass(frozen=True, slots=True)
class Theme:
    name: str
    # What V and X ask of this theme.
    done: str
    wished: str
    items: tuple[str, ...]
    # What the open line at the end is called.
    other: str = OTHER


@dataclass(frozen=True, slots=True)
class Sheet:
    themes: tuple[Theme, ...]
    questions: tuple[str, ...]
