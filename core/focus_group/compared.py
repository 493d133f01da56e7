"""The group beside the residents on one attribute: age bands or departments.

Categories with so few residents that their counts are hidden are put together into one, and every measure is taken of
what is left. So no measure can tell more of the residents than the counts that are shown.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.focus_group.chance import Chance, chance
from core.focus_group.dissimilarity import dissimilarity, smallest_dissimilarity
from core.focus_group.seats import Seat, seats
from core.focus_group.verdict import Shortage, WithinLot, shortages, within_lot


@dataclass(frozen=True, slots=True)
class Category:
    # One, or all that are put together.
    names: tuple[str, ...]
    # Members.
    count: int
    # Persons.
    residents: int


@dataclass(frozen=True, slots=True)
class Compared:
    """Measured only where there are members and at least two categories."""

    # In the order given, those put together last.
    categories: tuple[Category, ...]
    # Members who belong to none of them.
    apart: int
    seats: tuple[Seat, ...]
    shortages: tuple[Shortage, ...]
    # None where nothing is measured, as are the three below,
    d: Fraction | None
    best: Fraction | None
    # and these two also where the members are more than all residents.
    by_lot: Chance | None
    within: WithinLot | None

    @property
    def counted(self) -> int:
        return sum(one.count for one in self.categories)

    @property
    def comparable(self) -> bool:
        """Whether the residents can be told apart on this attribute, whoever is in the group."""
        return comparable(self.categories)

    @property
    def residents(self) -> tuple[int, ...]:
        return tuple(one.residents for one in self.categories)


def comparable(categories: Sequence[Category]) -> bool:
    return len(categories) > 1 and any(one.residents for one in categories)


def categories_of(
    residents: Mapping[str, int], hidden: Sequence[bool], members: Sequence[str | None]
) -> tuple[tuple[Category, ...], int]:
    """residents: by category; hidden: one for each; members: the category of each, None where not known.
    -> the categories that can be shown, and how many members belong to none.
    """
    counts = dict.fromkeys(residents, 0)
    apart = 0
    for member in members:
        if member is None or member not in counts:
            apart += 1
        else:
            counts[member] += 1
    shown = [name for name, is_hidden in zip(residents, hidden, strict=True) if not is_hidden]
    together = tuple(name for name, is_hidden in zip(residents, hidden, strict=True) if is_hidden)
    groups = [(name,) for name in shown] + ([together] if together else [])
    categories = tuple(
        Category(names, sum(counts[name] for name in names), sum(residents[name] for name in names)) for names in groups
    )
    return categories, apart


def compared(categories: tuple[Category, ...], apart: int) -> Compared:
    counts, residents = [one.count for one in categories], [one.residents for one in categories]
    if not comparable(categories) or not sum(counts):
        return Compared(categories, apart, (), (), None, None, None, None)
    by_lot = chance(counts, residents)
    return Compared(
        categories,
        apart,
        seats(counts, residents),
        shortages(counts, residents),
        dissimilarity(counts, residents),
        smallest_dissimilarity(sum(counts), residents),
        by_lot,
        within_lot(by_lot) if by_lot else None,
    )
