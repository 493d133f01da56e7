"""Everything the pool's screens show for one pool on one date, computed once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.contract.dataset import Dataset
from core.organisation.tables import TABLES as ORGANISATION_TABLES
from core.organisation.tables import Department
from core.pool.aside import not_counted_for
from core.pool.balance import Balance, balance_on
from core.pool.departments import DepartmentRow, NeverApplied, department_rows, never_applied
from core.pool.history import Entry, entries_on, oldest_open
from core.pool.in_kroner import in_kroner
from core.pool.judge import due_of_grants
from core.pool.ledger import Ledger, ledger_in
from core.pool.rule_set import is_implied, rule_set
from core.pool.rule_table import PoolRule
from core.pool.rulebook import RULE_BY_KEY
from core.pool.sentences import conclusion
from core.pool.steps import Point, free_over_time
from core.pool.tables import Application, Pool
from core.pool.tabs import TABLES as POOL_TABLES
from core.pool.terms import Term, terms
from core.pool.unread import drafts, unread_rules
from core.pool.waiting import Waiting, waiting_of
from core.subject.event import Event


@dataclass(frozen=True, slots=True)
class PoolOverview:
    ledger: Ledger
    on: date
    balance: Balance
    cap: int | None
    rules: Mapping[str, PoolRule]
    sentence: str
    entries: tuple[Entry, ...]
    # Of every pool, also those to come and the ended.
    all_rules: tuple[PoolRule, ...]
    # What has no answer yet.
    waiting: Waiting
    # Its rules, also those to come and the ended.
    terms: tuple[Term, ...]
    # Open grants that somebody should look at.
    to_close: tuple[Entry, ...]
    # What falls due for each grant by the pool's rules, overdue or to come.
    due: tuple[Event, ...]
    points: tuple[Point, ...]
    departments: tuple[DepartmentRow, ...]
    never: NeverApplied
    # Applications of the pool that no department has.
    without_department: int
    # Tables without which the money cannot be told.
    unusable: tuple[str, ...]
    # Table name -> rows that belong or may belong to this pool and are in no figure.
    aside: Mapping[str, int]

    @property
    def pool(self) -> Pool:
        return self.ledger.pool

    @property
    def within_period(self) -> bool:
        return self.pool.first <= self.on <= self.pool.last

    @property
    def told(self) -> Balance:
        """The balance as headlines, tiles and pictures tell it."""
        return in_kroner(self.balance, self.cap)

    @property
    def money_aside(self) -> int:
        """Rows that the figures in kroner lack."""
        return _money_aside(self.aside)


def pool_overview(dataset: Dataset, pool: Pool, on: date) -> PoolOverview:
    ledger = ledger_in(dataset, pool)
    balance = balance_on(ledger, on)
    in_force = rule_set(dataset.of(PoolRule), unread_rules(ledger), pool, on).in_force
    rules = {key: rule for key, rule in in_force.items() if not is_implied(rule)}
    cap = _cap(rules)
    aside = {table.name: not_counted_for(dataset, table.name, pool) for table in ORGANISATION_TABLES + POOL_TABLES}
    money_aside = _money_aside(aside)
    entries = entries_on(ledger, {department.number: department.name for department in dataset.of(Department)}, on)
    departments = department_rows(dataset.of(Department), ledger, dataset.of(Application), on)
    return PoolOverview(
        ledger=ledger,
        on=on,
        balance=balance,
        cap=cap,
        rules=rules,
        sentence=conclusion(pool, balance, cap, on, money_aside),
        entries=entries,
        all_rules=dataset.of(PoolRule),
        waiting=waiting_of(pool, balance, on, money_aside, len(drafts(ledger))),
        terms=terms(dataset.of(PoolRule), pool.name, on),
        to_close=oldest_open(entries, on),
        due=due_of_grants(ledger, dataset.of(PoolRule), on),
        points=free_over_time(ledger, on),
        departments=departments,
        never=never_applied(departments),
        without_department=sum(not entry.departments for entry in entries),
        unusable=dataset.unusable("applications", "invoices"),
        aside=aside,
    )


def _cap(rules: Mapping[str, PoolRule]) -> int | None:
    """Øre: the most that any one project can get."""
    found = ((RULE_BY_KEY[key].cap, rule.value) for key, rule in rules.items())
    return min((cap(value) for cap, value in found if cap), default=None)


def _money_aside(aside: Mapping[str, int]) -> int:
    return aside["applications"] + aside["invoices"] + aside["appropriation_changes"]
