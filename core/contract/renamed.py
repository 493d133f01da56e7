"""Which of the titles that nobody knows may be a missing table's new name."""

import re
from collections.abc import Iterable

from core.contract.cells.cell import slug
from core.contract.cells.nearest import nearest
from core.contract.table import Table

_FEWEST_LETTERS = 4


def renamed(table: Table, others: Iterable[str]) -> tuple[str, ...]:
    """Those that begin as its title does, or it as they do, but for years and numbers; else the one most like it.
    'Faktura 2025' and 'Fakturaer (kopi)' may be »Fakturaer«.
    """
    titles = tuple(others)
    wanted = _letters(table.title)
    alike = tuple(
        title
        for title in titles
        if min(len(letters := _letters(title)), len(wanted)) >= _FEWEST_LETTERS
        and (letters.startswith(wanted) or wanted.startswith(letters))
    )
    near = nearest(table.title, titles)
    return alike or ((near,) if near else ())


def _letters(title: str) -> str:
    return re.sub(r"\d", "", slug(title))
