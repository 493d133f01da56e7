"""The age bands that an organisation sees its residents in, and the one of them that holds an age."""

from collections.abc import Iterable, Sequence

from core.contract.cells.age import Ages
from core.contract.cells.kept import Unread
from core.contract.table import RowsOf
from core.organisation.tables import Number

MINIMUM_AGE = Number("Mindste alder", 18)
"""From which residents are counted."""
USUAL_BANDS = (Ages(18, 29), Ages(30, 44), Ages(45, 59), Ages(60, 74), Ages(75))


def age_bands(given: Iterable[Ages], minimum: int) -> tuple[Ages, ...]:
    """The organisation's own bands, else the usual ones, from the minimum age and up, lowest first. The first of the
    usual ones begins at a lower minimum too.
    """
    bands = sorted(given) or [Ages(min(minimum, MINIMUM_AGE.usual), USUAL_BANDS[0].last), *USUAL_BANDS[1:]]
    return tuple(Ages(max(band.first, minimum), band.last) for band in bands if band.last >= minimum)


def bands_of_all_ages(rows_of: RowsOf) -> tuple[Ages, ...]:
    """Those of the organisation, and the ages below the minimum as one more."""
    setting = rows_of("settings").get(MINIMUM_AGE.name)
    minimum = int(setting["value"]) if setting else MINIMUM_AGE.usual
    own = age_bands((row["ages"] for row in rows_of("age_bands").values()), minimum)
    return (Ages(0, minimum - 1), *own) if minimum else own


def band_of(ages: Ages, bands: Sequence[Ages]) -> Ages | Unread:
    """The one of bands that holds all of the ages."""
    for band in bands:
        if ages in band:
            return band
    touched = any(ages.first <= band.last and band.first <= ages.last for band in bands)
    return Unread.SEVERAL if touched else Unread.NO_BAND
