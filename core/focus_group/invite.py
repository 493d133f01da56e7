"""Whom to invite next: the 1 to 5 invitations over age band and department that bring the summed D down the most."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.focus_group.additions import best_additions, capacity
from core.focus_group.dissimilarity import dissimilarity
from core.focus_group.pairing import paired

MOST_INVITATIONS = 5


@dataclass(frozen=True, slots=True)
class Attribute:
    """Age bands or departments."""

    # The group's, of the members whose category is known, so they may add up differently for the two attributes.
    counts: Sequence[int]
    residents: Sequence[int]
    # How many can be invited from each; None sets no limit.
    limits: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What the invitations do on one attribute."""

    # Persons per category, in its order.
    invited: tuple[int, ...]
    # D before and after; None for a group of 0.
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True)
class Invitations:
    # Positions of (band, department), most helpful first where there is no table of who lives where.
    pairs: tuple[tuple[int, int], ...]
    bands: Effect
    departments: Effect


def invite(
    bands: Attribute, departments: Attribute, more: int, living: Mapping[tuple[int, int], int] | None = None
) -> Invitations:
    """The best more (1 to 5) invitations: no other ones give a smaller D of bands + D of departments afterwards.

    Each D sees only its own attribute, so both are solved alone, exactly, and paired afterwards. Fewer are given where
    there are not enough residents to invite. An open group is never worse for a person more, but D can rise: compare
    before and after. living: as in pairing. ValueError for more outside 1 to 5, and as in additions.
    """
    if not 1 <= more <= MOST_INVITATIONS:
        raise ValueError(f"From 1 to {MOST_INVITATIONS} invitations can be chosen, not {more}.")
    both = (bands, departments)
    more = min(more, *(sum(capacity(one.residents, more, one.limits)) for one in both))
    in_bands, in_departments = (best_additions(one.counts, one.residents, more, one.limits) for one in both)
    return Invitations(
        paired(in_bands, in_departments, living), _effect(bands, in_bands), _effect(departments, in_departments)
    )


def _effect(attribute: Attribute, places: Sequence[int]) -> Effect:
    invited = Counter(places)
    after = [count + invited[place] for place, count in enumerate(attribute.counts)]
    return Effect(
        tuple(invited[place] for place in range(len(attribute.counts))),
        dissimilarity(attribute.counts, attribute.residents),
        dissimilarity(after, attribute.residents),
    )
