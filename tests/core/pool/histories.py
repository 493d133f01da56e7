"""Made-up histories of a pool, for what must hold whatever happened.

Few days and few departments, so that things fall on the same day and in the same place often.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any, TypeVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from core.organisation.tables import Department
from core.pool.ledger import Ledger, ledger_of
from core.pool.notice import Notice, Unit
from core.pool.rule_table import PoolRule
from core.pool.rule_values import DayOfYear
from core.pool.tables import Application, AppropriationChange, Decision, Invoice, Pool
from tests.core.pool.build import a_pool, rule
from tests.often import examples

DEPARTMENTS = tuple(Department(number, f"Afdeling {number}", 10) for number in ("1", "2", "3", "4"))
_FIRST_DAY = date(2023, 12, 10)
_DAYS = 45


Row = TypeVar("Row")


def _shuffled(rows: Sequence[Row], seed: int) -> tuple[Row, ...]:
    return tuple(Random(seed).sample(rows, len(rows)))


def often(times: int) -> settings:
    """So many examples in full, the same ones each time, so that a build fails only for what was changed."""
    return settings(
        max_examples=examples(times),
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


@dataclass(frozen=True)
class History:
    """pools: the first is the one looked at, the others stand beside it."""

    pools: tuple[Pool, ...]
    applications: tuple[Application, ...]
    invoices: tuple[Invoice, ...]
    rules: tuple[PoolRule, ...]
    changes: tuple[AppropriationChange, ...] = ()

    @property
    def ledger(self) -> Ledger:
        return ledger_of(self.pools[0], self.applications, self.invoices, self.changes)

    @property
    def own(self) -> tuple[Application, ...]:
        return self.ledger.applications

    def shuffled(self, seed: int) -> "History":
        return replace(
            self,
            applications=_shuffled(self.applications, seed),
            invoices=_shuffled(self.invoices, seed),
            rules=_shuffled(self.rules, seed),
            changes=_shuffled(self.changes, seed),
        )


days = st.integers(0, _DAYS).map(lambda number: _FIRST_DAY + timedelta(days=number))
amounts = st.integers(0, 300_00) | st.sampled_from([0, 1, 50_00, 100_00, 100_01])
answers = st.sampled_from([None, True, False])

# Each made once: making one anew for every row takes longer than drawing from it.
_perhaps_day = st.none() | days
_perhaps_amount = st.none() | amounts
_days_later = st.none() | st.integers(0, 30)
_seldom_days_later = st.none() | _days_later
_one_of_five = st.integers(0, 4).map(lambda number: number == 0)
_invoiced_amounts = amounts | st.integers(-100_00, 0)
_pool_ids = st.sampled_from(["P1", "P1", "P1", "P2", "Q1"])
_departments = st.sampled_from([("1",), ("2", "1"), ("1", "2", "3"), ()])
_purposes = st.sampled_from([None, "Fællesspisning"])
_participants = st.sampled_from([None, 12])
_pages = st.sampled_from([None, Decimal("0.5"), Decimal(1), Decimal(2)])
_fields_unreadable = st.just(frozenset[str]()) | st.frozensets(
    st.sampled_from(["departments", "purpose", "participants", "activity_first", "requested", "pages"]), max_size=2
)
_number_of_applications = st.integers(1, 5)
_number_of_changes = st.integers(0, 2)
_number_of_invoices = st.integers(0, 7)
_place = st.integers(0, 59)


def _later(day: date, wait: int | None) -> date | None:
    return None if wait is None else day + timedelta(days=wait)


def _application(draw: st.DrawFn, name: str) -> Application:
    """Received, then perhaps decided, then perhaps ended, as the contract lets it through."""
    received = draw(days)
    one = Application(
        id=name,
        pool=draw(_pool_ids),
        project=f"Projekt {name}",
        departments=draw(_departments),
        received=received,
        requested=draw(_perhaps_amount),
    )
    decided = _later(received, draw(_days_later))
    if decided is None:
        return one
    if draw(_one_of_five):
        return replace(one, decision=Decision.REJECTION, decided=decided)
    return replace(
        one,
        decision=Decision.GRANT,
        decided=decided,
        granted=draw(amounts),
        closed=_later(decided, draw(_days_later)),
        lapsed=_later(decided, draw(_seldom_days_later)),
    )


def _described(draw: st.DrawFn, one: Application) -> Application:
    """With what the rules ask for, some of it missing, some of it unreadable."""
    full = replace(
        one,
        total_cost=draw(_perhaps_amount),
        applicant_given=draw(st.booleans()),
        purpose=draw(_purposes),
        participants=draw(_participants),
        activity_first=draw(_perhaps_day),
        pages=draw(_pages),
        across=draw(answers),
        short_notice=draw(answers),
        small_group=draw(answers),
        begun=draw(answers),
    )
    unreadable = draw(_fields_unreadable)
    blank: dict[str, Any] = {name: () if name == "departments" else None for name in unreadable}
    return replace(full, unreadable=unreadable, **blank)


def _invoice(draw: st.DrawFn, name: str, application_ids: list[str]) -> Invoice:
    """Dated, paid or both; also on what is rejected, undecided, not yet decided or already closed."""
    paid = draw(_perhaps_day)
    return Invoice(
        id=name,
        application=application_ids[draw(_place) % len(application_ids)],
        amount=draw(_invoiced_amounts),
        invoiced=draw(_perhaps_day if paid else days),
        paid=paid,
        supplier_is_applicant=draw(answers),
        made_out_to_organisation=draw(answers),
    )


def _change(draw: st.DrawFn, name: str) -> AppropriationChange:
    """Money from outside, money taken away, or money moved from one pool to another."""
    pool, other = draw(_pool_ids), draw(_pool_ids)
    moved = pool != other and draw(st.booleans())
    amount = draw(amounts if moved else _invoiced_amounts)
    return AppropriationChange(name, pool, draw(days), amount, other if moved else None)


def _rows_of_a_rule(name: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[list[PoolRule]]:
    """None, one or two dated rows of one rule, the last word perhaps that it no longer holds."""
    since = st.sampled_from([date(2023, 5, 15), _FIRST_DAY + timedelta(days=20)]) | days
    rows = st.tuples(since, st.none() | values)
    return st.lists(rows, max_size=2, unique_by=lambda row: row[0]).map(
        lambda found: [rule(name, value, since.isoformat()) for since, value in found]
    )


_rule_rows = st.tuples(
    _rows_of_a_rule("loft pr. projekt", amounts),
    _rows_of_a_rule("plads i puljen", st.just(True)),
    _rows_of_a_rule("inden for formålet", st.just(True)),
    _rows_of_a_rule("fuldstændig ansøgning", st.just(True)),
    _rows_of_a_rule("højst sider", st.just(Decimal(1))),
    _rows_of_a_rule("tilsagn før aktivitet", st.just(True)),
    _rows_of_a_rule("faktura fra tredjepart", st.just(True)),
    _rows_of_a_rule("faktura i boligorganisationens navn", st.just(True)),
    _rows_of_a_rule("betalt inden for tilsagn", st.just(True)),
    _rows_of_a_rule("puljens højeste andel", st.sampled_from([Fraction(2, 3), Fraction(1, 2)])),
    _rows_of_a_rule("loft pr. afdeling pr. år", amounts),
    _rows_of_a_rule("mindste beløb", amounts),
    _rows_of_a_rule("ansøgningsfrist", st.just((DayOfYear(1, 2), DayOfYear(12, 20)))),
    _rows_of_a_rule("dage fra afgørelse til aktivitet", st.just(Notice(7))),
    _rows_of_a_rule("dage fra ansøgning til aktivitet", st.just(Notice(7))),
    _rows_of_a_rule("ikke begyndt", st.just(True)),
    _rows_of_a_rule("tilsagn pr. afdeling pr. år", st.sampled_from([1, 2])),
    _rows_of_a_rule("mindst deltagere", st.sampled_from([12, 13])),
    _rows_of_a_rule("tilsagn bortfalder", st.just(Notice(1, Unit.WEEKS))),
    _rows_of_a_rule("regnskab efter aktivitet", st.just(Notice(3, Unit.WORKING_DAYS))),
    _rows_of_a_rule("underskudsgaranti", st.just(True)),
).map(lambda groups: tuple(row for group in groups for row in group))

POOLS = (
    a_pool("P1", 500_00, "2023-12-15", "2024-12-31"),
    a_pool("P2", 300_00, "2022-12-15", "2023-12-14"),
    a_pool("Q1", 400_00, "2024-01-01", "2024-12-31", "Grøn pulje"),
)
_GREEN_RULES = (
    rule("loft pr. projekt", 1, pool_name="Grøn pulje"),
    rule("plads i puljen", None, "2024-01-01", "Grøn pulje"),
)


@st.composite
def histories(draw: st.DrawFn, with_rules: bool = False) -> History:
    """Up to five applications to two pools of one name and one beside them, up to seven invoices, and up to two changes
    of their appropriations."""
    found = tuple(_application(draw, f"A{place}") for place in range(draw(_number_of_applications)))
    ids = [one.id for one in found]
    bills = tuple(_invoice(draw, f"F{place}", ids) for place in range(draw(_number_of_invoices)))
    changes = tuple(_change(draw, f"R{place}") for place in range(draw(_number_of_changes)))
    if not with_rules:
        return History(POOLS, found, bills, (), changes)
    described = tuple(_described(draw, one) for one in found)
    return History(POOLS, described, bills, (*draw(_rule_rows), *_GREEN_RULES), changes)


def as_known_on(history: History, on: date) -> History:
    """With everything dated later taken away."""

    def by_then(day: date | None) -> date | None:
        return day if day and day <= on else None

    bills = [replace(bill, invoiced=by_then(bill.invoiced), paid=by_then(bill.paid)) for bill in history.invoices]
    bills = [bill for bill in bills if bill.invoiced or bill.paid]
    billed = {bill.application for bill in bills}
    known = []
    for one in history.applications:
        if one.decided and one.decided <= on:
            known.append(replace(one, closed=by_then(one.closed), lapsed=by_then(one.lapsed)))
        elif one.received <= on or one.id in billed:
            known.append(replace(one, decision=None, decided=None, granted=None, closed=None, lapsed=None))
    return replace(
        history,
        applications=tuple(known),
        invoices=tuple(bills),
        rules=tuple(row for row in history.rules if row.valid_from <= on),
        changes=tuple(change for change in history.changes if change.on <= on),
    )


def told_otherwise_after(history: History, on: date) -> History:
    """With everything dated later turned into something else that is also later."""
    soon = on + timedelta(days=1)

    def later(day: date | None) -> date | None:
        return day if day and day <= on else soon

    changed = []
    for one in history.applications:
        if one.decided and one.decided <= on:
            granted = one.decision is Decision.GRANT
            changed.append(replace(one, closed=later(one.closed), lapsed=later(one.lapsed)) if granted else one)
        elif one.decision is Decision.GRANT:
            changed.append(
                replace(one, decision=Decision.REJECTION, decided=soon, granted=None, closed=None, lapsed=None)
            )
        else:
            changed.append(replace(one, decision=Decision.GRANT, decided=soon, granted=7_77, lapsed=soon))
    bills = []
    for bill in history.invoices:
        moved = replace(bill, invoiced=later(bill.invoiced), paid=later(bill.paid))
        known = any(day and day <= on for day in (bill.invoiced, bill.paid))
        bills.append(moved if known else replace(moved, amount=moved.amount + 1_23))
    return replace(
        history,
        applications=tuple(changed),
        invoices=tuple(bills),
        rules=(
            *(row for row in history.rules if row.valid_from <= on),
            rule("loft pr. projekt", 3, soon.isoformat()),
        ),
        changes=(
            *(change for change in history.changes if change.on <= on),
            AppropriationChange("R9", history.pools[0].id, soon, 77_00),
        ),
    )
