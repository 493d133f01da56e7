"""How many residents of each band each department has on a date."""

from collections.abc import Iterable, Sequence
from datetime import date

from core.focus_group.tables import Residents

Table = dict[str, tuple[int, ...]]
"""Department number -> residents in each band, in the order of the bands."""


def residents_on(residents: Iterable[Residents], bands: Sequence[str], days: Iterable[date]) -> dict[date, Table]:
    """On each of the days each department by its latest count that holds then, or by its first one where all are later.

    A count without a day holds from the beginning. Bands that are not asked for, such as those below the minimum
    age, are left out; a band without a row has nobody.
    """
    counted: dict[str, dict[date, dict[str, int]]] = {}
    for row in residents:
        if row.ages in bands:
            stated = counted.setdefault(row.department, {}).setdefault(row.stated or date.min, dict.fromkeys(bands, 0))
            stated[row.ages] += row.number
    return {
        day: {department: tuple(own[_valid(own, day)].values()) for department, own in counted.items()} for day in days
    }


def _valid(days: Iterable[date], on: date) -> date:
    before = [day for day in days if day <= on]
    return max(before) if before else min(days)
