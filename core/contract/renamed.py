"""Which of the tabs that nobody knows may be a missing table under a new name."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.contract.cells.cell import slug
from core.contract.cells.nearest import nearest
from core.contract.contract import Contract
from core.contract.grid import is_headed_as
from core.contract.table import Table

_FEWEST_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Other:
    """A tab, file or table of the source that no table of the contract is called after."""

    title: str
    headed_as: tuple[str, ...] = ()
    """Names of the tables whose headings it has. The headings themselves are not kept."""


def other(contract: Contract, title: str, rows: Iterable[Sequence[object]] = ()) -> Other:
    """rows: its first ones, as far as anybody has looked at them."""
    top = tuple(rows)
    return Other(title, tuple(table.name for table in contract if any(is_headed_as(table, cells) for cells in top)))


def renamed(table: Table, others: Iterable[Other]) -> tuple[str, ...]:
    """Titles of those that have its headings, and of those that begin as its title does, or it as they do, but for
    years and numbers; else of the one whose title is most like it. 'Regninger' with the headings of »Fakturaer«,
    'Faktura 2025' and 'Fakturaer (kopi)' may be »Fakturaer«.
    """
    others = tuple(others)
    found = tuple(one.title for one in others if table.name in one.headed_as or _is_called_alike(table, one.title))
    near = nearest(table.title, (one.title for one in others))
    return found or ((near,) if near else ())


def _is_called_alike(table: Table, title: str) -> bool:
    letters, wanted = _letters(title), _letters(table.title)
    is_long = min(len(letters), len(wanted)) >= _FEWEST_LETTERS
    return is_long and (letters.startswith(wanted) or wanted.startswith(letters))


def _letters(title: str) -> str:
    return re.sub(r"\d", "", slug(title))
