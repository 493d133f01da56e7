"""The pools' figures, and what they would be with a newer state of the data: also of those whose period is over."""

from collections.abc import Iterator
from datetime import date

from core.contract.dataset import Dataset
from core.danish import kroner
from core.pool.balance import Balance, balance_on
from core.pool.choose import pools_newest_first
from core.pool.ledger import ledger_of
from core.pool.tables import Application, AppropriationChange, Invoice, Pool
from core.subject.stake import UNTOLD, Stake


def stakes(used: Dataset, newer: Dataset, on: date) -> Iterator[Stake]:
    pools = used.of(Pool)
    for pool in pools_newest_first(pools):
        name = f"»{pool.name}«" if len(pools) == 1 else f"»{pool.name}«, {pool.id}"
        balances = _balance(used, pool, on), _balance(newer, pool, on)
        yield Stake(f"Resten i {name}", *(kroner(one.free) if one else UNTOLD for one in balances))
        yield Stake(f"Under behandling i {name}", *(kroner(one.pending) if one else UNTOLD for one in balances))


def _balance(dataset: Dataset, pool: Pool, on: date) -> Balance | None:
    same = next((one for one in dataset.of(Pool) if one.id == pool.id), None)
    if same is None or dataset.unusable("applications", "invoices"):
        return None
    ledger = ledger_of(same, dataset.of(Application), dataset.of(Invoice), dataset.of(AppropriationChange))
    return balance_on(ledger, on)
