"""How many residents of each band each department has on a date."""

from collections.abc import Iterable, Sequence
from datetime import date

from core.contract.rows import Residents

Table = dict[str, tuple[int, ...]]
"""Department number -> residents in each band, in the order of the bands."""


def residents_on(residents: Iterable[Residents], bands: Sequence[str], on: date) -> Table:
    """Each department by its latest count that holds on the date, or by its first one where all are later.

    A count without a day holds from the beginning. Bands that are not asked for, such as those below the minimum
    age, are left out; a band without a row has nobody.
    """
    by_department: dict[str, dict[date, list[Residents]]] = {}
    for row in residents:
        if row.ages in bands:
            by_department.setdefault(row.department, {}).setdefault(row.stated or date.min, []).append(row)
    return {department: _in_bands(counted[_valid(counted, on)], bands) for department, counted in by_department.items()}


def _valid(days: Iterable[date], on: date) -> date:
    before = [day for day in days if day <= on]
    return max(before) if before else min(days)


def _in_bands(rows: Iterable[Residents], bands: Sequence[str]) -> tuple[int, ...]:
    counts = dict.fromkeys(bands, 0)
    for row in rows:
        counts[row.ages] += row.number
    return tuple(counts.values())
