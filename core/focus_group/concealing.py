"""What of the residents must be hidden so that neither dates nor readings together give a hidden count away.

One who sees two dates can subtract them: two departments hidden together on one day and one of them alone on another
tell the other. So the same counts are hidden on every date, and what a former reading hid stays hidden. Whoever hides
the same counts everywhere can move them all alike everywhere, and no sum that is shown on any date is disturbed.

Which ones is worked out on the least that each count is on any date. What is small on some date is small there; and
whatever can be moved there can be moved on each date, since no count is less on any.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from itertools import compress

from core.contract.cells.age import ages_or_none
from core.contract.dataset import Dataset
from core.focus_group.bands import bands_of
from core.focus_group.concealed import NOTHING, Concealed
from core.focus_group.residents import Table, residents_on
from core.focus_group.suppress import HiddenTable, suppress_table
from core.focus_group.tables import HIDE_BELOW, Residents
from core.organisation.settings import number_set
from core.organisation.tables import Department


def concealed_in(dataset: Dataset) -> Concealed:
    """With what the dataset itself says is hidden already."""
    bands = tuple(map(str, bands_of(dataset)))
    days = {date.min, *(row.stated for row in dataset.of(Residents) if row.stated)}
    tables = residents_on(dataset.of(Residents), bands, days).values()
    known = frozenset(one.number for one in dataset.of(Department))
    return concealed(tables, bands, known, number_set(dataset, HIDE_BELOW), dataset.remembered or NOTHING)


def remembering(dataset: Dataset, before: Concealed) -> Dataset:
    """The dataset with what it hides, and what was hidden before it."""
    return replace(dataset, remembered=concealed_in(replace(dataset, remembered=before)))


def concealed(
    tables: Iterable[Table], bands: Sequence[str], known: frozenset[str], threshold: int, before: Concealed
) -> Concealed:
    """tables: of every date that can be asked for; known: the organisation's departments; before: what was hidden.

    A date with fewer residents than the threshold tells nothing, so nothing depends on it. A department that was hidden
    and has no counts any more has nobody: were it left out, another would stand alone. Once there are departments that
    had no counts before, the bands' totals are of others than then, and only what is small now must be hidden.
    """
    told = [table for table in tables if sum(map(sum, table.values())) >= threshold]
    if not told:
        return before
    departments = sorted({*(before.departments & known), *(name for table in told for name in table)})
    nobody = (0,) * len(bands)
    least = [tuple(map(min, zip(*(table.get(name, nobody) for table in told), strict=True))) for name in departments]
    bands_before = _of_the_same_ages(before.bands, bands) if before.counted.issuperset(departments) else frozenset()
    cells_before = {(name, band) for name, was in before.cells for band in _of_the_same_ages(frozenset({was}), bands)}
    flags = suppress_table(
        least,
        threshold,
        HiddenTable(
            tuple(tuple((name, band) in cells_before for band in bands) for name in departments),
            tuple(name in before.departments for name in departments),
            tuple(band in bands_before for band in bands),
            False,
        ),
    )
    cells = [
        (name, band)
        for name, row in zip(departments, flags.cells, strict=True)
        for band, hidden in zip(bands, row, strict=True)
        if hidden
    ]
    return Concealed(
        before.departments | set(compress(departments, flags.rows)),
        bands_before | set(compress(bands, flags.columns)),
        before.cells | set(cells),
        frozenset(departments),
    )


def _of_the_same_ages(hidden: frozenset[str], bands: Sequence[str]) -> frozenset[str]:
    """Those of bands in which there are ages of a hidden one. The organisation may have other bands than it had."""
    ages = [found for name in hidden if (found := ages_or_none(name))]
    return frozenset(
        band
        for band in bands
        if (own := ages_or_none(band)) and any(one.first <= own.last and own.first <= one.last for one in ages)
    )
