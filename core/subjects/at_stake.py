"""What the board's figures are, and what they would be with a newer state of the data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.contract.dataset import Dataset
from core.danish import kroner
from core.pool.balance import Balance, balance_on
from core.pool.choose import pools_newest_first
from core.pool.ledger import ledger_of
from core.pool.tables import Application, Invoice, Pool
from core.subject.subject import Subject
from core.subjects.overview import briefs_of, subjects_on

_UNTOLD = "kan ikke regnes ud"


@dataclass(frozen=True, slots=True)
class Stake:
    """what: the figure's name; used, newer: as screens show it, with the data that is used and with the newer; meaning:
    what it is a figure of, '' where its name says so.
    """

    what: str
    used: str
    newer: str
    meaning: str = ""

    @property
    def told(self) -> str:
        """'Ambassadører: 11 af 38 afdelinger har mindst én ambassadør i stedet for 24 af 38'."""
        meaning = f" {self.meaning}" if self.meaning and self.newer != _UNTOLD else ""
        return f"{self.what}: {self.newer}{meaning} i stedet for {self.used}"


def at_stake(used: Dataset, newer: Dataset, on: date) -> tuple[Stake, ...]:
    """Every figure that would be another on the date: of each pool, also those whose period is over, and of each
    other subject.
    """
    found = (*_of_pools(used, newer, on), *_of_subjects(used, newer, on))
    return tuple(stake for stake in found if stake.used != stake.newer)


def _of_pools(used: Dataset, newer: Dataset, on: date) -> Iterator[Stake]:
    for pool in pools_newest_first(used.of(Pool)):
        name = f"»{pool.name}«" if len(used.of(Pool)) == 1 else f"»{pool.name}«, {pool.id}"
        now, after = _balance(used, pool, on), _balance(newer, pool, on)
        yield Stake(f"Resten i {name}", *(kroner(one.free) if one else _UNTOLD for one in (now, after)))
        yield Stake(f"Under behandling i {name}", *(kroner(one.pending) if one else _UNTOLD for one in (now, after)))


def _balance(dataset: Dataset, pool: Pool, on: date) -> Balance | None:
    same = next((one for one in dataset.of(Pool) if one.id == pool.id), None)
    if same is None or dataset.unusable("applications", "invoices"):
        return None
    return balance_on(ledger_of(same, dataset.of(Application), dataset.of(Invoice)), on)


def _of_subjects(used: Dataset, newer: Dataset, on: date) -> Iterator[Stake]:
    now, after = (
        {brief.subject: brief for brief in briefs_of(subjects_on(dataset, on)) if brief.subject is not Subject.POOL}
        for dataset in (used, newer)
    )
    for subject, brief in now.items():
        later = after[subject].figure if subject in after else _UNTOLD
        yield Stake(brief.title, brief.figure or _UNTOLD, later or _UNTOLD, brief.meaning)
