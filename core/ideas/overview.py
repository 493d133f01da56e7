"""The idea catalogue: ideas by area and by who can act, what is in use where, and what nobody has tried."""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from snowballstemmer import stemmer

from core.calendar.active import is_active
from core.contract.cells.cell import slug
from core.contract.dataset import Dataset
from core.danish import count, number, sort_key
from core.ideas.tables import IDEA_USES, IDEAS, Idea, IdeaUse
from core.organisation.areas import areas_of
from core.organisation.tables import Department

_TABLES = (IDEAS.name, IDEA_USES.name)
_STEMMER = stemmer("danish")
_BEFORE = "xax"
_SHORTEST = 3
_LONG_ENOUGH = 4
"""To be found in the middle of a word: shorter stems stand in words that have nothing to do with them."""


@dataclass(frozen=True, slots=True)
class IdeaRow:
    idea: Idea
    # Where it is in use, and where it was; in Danish order of names.
    in_use: tuple[Department, ...]
    before: tuple[Department, ...]

    @property
    def tried(self) -> bool:
        return bool(self.in_use or self.before)


@dataclass(frozen=True, slots=True)
class IdeasOverview:
    on: date
    # Name -> its ideas, both in Danish order.
    areas: tuple[tuple[str, tuple[IdeaRow, ...]], ...]
    aside: int

    @property
    def rows(self) -> tuple[IdeaRow, ...]:
        return tuple(row for _, rows in self.areas for row in rows)

    @property
    def sentence(self) -> str:
        """'14 af 24 idéer er i brug. 7 har ingen prøvet endnu.'"""
        rows = self.rows
        if not rows:
            return "Der er ingen idéer i kataloget endnu."
        in_use, untried = sum(bool(row.in_use) for row in rows), sum(not row.tried for row in rows)
        if len(rows) == 1:
            return f"Den ene idé er {'i brug' if in_use else 'ikke prøvet endnu' if untried else 'prøvet et sted'}."
        said = f"{number(in_use)} af {count(len(rows), 'idé', 'idéer')} er i brug."
        return f"{said} {number(untried)} har ingen prøvet endnu." if untried else f"{said} Alle er prøvet et sted."


def ideas_overview(dataset: Dataset, on: date) -> IdeasOverview:
    uses: defaultdict[str, list[IdeaUse]] = defaultdict(list)
    for use in dataset.of(IdeaUse):
        if use.first <= on:
            uses[use.idea].append(use)
    spelled = areas_of(dataset)
    areas: defaultdict[str, list[IdeaRow]] = defaultdict(list)
    for idea in sorted(dataset.of(Idea), key=lambda one: sort_key(one.name)):
        now = {use.department for use in uses[idea.id] if is_active(use, on)}
        before = {use.department for use in uses[idea.id]} - now
        areas[spelled[idea.area]].append(IdeaRow(idea, _those(now, dataset), _those(before, dataset)))
    return IdeasOverview(
        on=on,
        areas=tuple((area, tuple(rows)) for area, rows in sorted(areas.items(), key=lambda item: sort_key(item[0]))),
        aside=dataset.not_counted_in(*_TABLES),
    )


def is_found(idea: Idea, typed: str) -> bool:
    """Whether every word typed is in the idea's name, area or description, in any form and as a part of a longer
    word: 'haver' finds 'have', 'træ' finds 'æbletræer'.
    """
    words = _stems(" ".join((idea.name, idea.area, idea.description or "")))
    return all(any(_is_in(wanted, word) for word in words) for wanted in _stems(typed))


def _is_in(wanted: str, word: str) -> bool:
    if len(wanted) < _SHORTEST:
        return wanted == word
    return word.startswith(wanted) or word.endswith(wanted) or (len(wanted) >= _LONG_ENOUGH and wanted in word)


def _stems(text: str) -> list[str]:
    """By Snowball's rules for Danish, in one spelling. They leave the first letters of a word alone, so each is put
    behind some others: 'træer' is cut as in 'æbletræer'.
    """
    words = re.findall(r"\w+", text.casefold())
    stems = (stem.removeprefix(_BEFORE) for stem in _STEMMER.stemWords([_BEFORE + word for word in words]))
    return [slug(stem if len(stem) >= _SHORTEST else word) for word, stem in zip(words, stems, strict=True)]


def _those(numbers: Collection[str], dataset: Dataset) -> tuple[Department, ...]:
    found = (one for one in dataset.of(Department) if one.number in numbers)
    return tuple(sorted(found, key=lambda one: sort_key(one.name)))
