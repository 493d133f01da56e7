"""Made-up histories of a pool, for what must hold whatever happened.

Few days and few departments, so that things fall on the same day and in the same place often.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from core.contract.rows import Application, Decision, Department, Invoice, Pool, PoolRule
from core.contract.rule_values import DayOfYear
from core.pool.ledger import Ledger, ledger_of
from tests.core.pool.build import POOL_NAME, a_pool, rule

DEPARTMENTS = tuple(Department(number, f"Afdeling {number}", 10) for number in ("1", "2", "3", "4"))
_FIRST_DAY = date(2023, 12, 10)
_DAYS = 45


def often(examples: int) -> settings:
    """So many examples, the same ones each time, so that a build fails only for what was changed."""
    return settings(
        max_examples=examples,
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

    @property
    def ledger(self) -> Ledger:
        return ledger_of(self.pools[0], self.applications, self.invoices)

    @property
    def own(self) -> tuple[Application, ...]:
        return self.ledger.applications

    def shuffled(self, seed: int) -> "History":
        def turned[T](rows: Iterable[T]) -> tuple[T, ...]:
            return tuple(Random(seed).sample(list(rows), len(list(rows))))

        return replace(
            self, applications=turned(self.applications), invoices=turned(self.invoices), rules=turned(self.rules)
        )


days = st.integers(0, _DAYS).map(lambda number: _FIRST_DAY + timedelta(days=number))
amounts = st.one_of(st.integers(0, 300_00), st.sampled_from([0, 1, 50_00, 100_00, 100_01]))
answers = st.sampled_from([None, True, False])
fields_unreadable = st.frozensets(
    st.sampled_from(["departments", "purpose", "participants", "activity_first", "requested", "pages"]), max_size=2
)


def _perhaps_later(after: date) -> st.SearchStrategy[date | None]:
    return st.none() | st.integers(0, 30).map(lambda number: after + timedelta(days=number))


@st.composite
def applications(draw: st.DrawFn, name: str, pool: str) -> Application:
    """Received, then perhaps decided, then perhaps ended, as the contract lets it through."""
    received = draw(days)
    unreadable = draw(st.just(frozenset()) | fields_unreadable)
    one = Application(
        id=name,
        pool=pool,
        project=f"Projekt {name}",
        departments=()
        if "departments" in unreadable
        else tuple(draw(st.lists(st.sampled_from([d.number for d in DEPARTMENTS]), unique=True, max_size=3))),
        received=received,
        requested=None if "requested" in unreadable else draw(st.none() | amounts),
        total_cost=draw(st.none() | amounts),
        applicant_given=draw(st.booleans()),
        purpose=None if "purpose" in unreadable else draw(st.sampled_from([None, "Fællesspisning"])),
        participants=None if "participants" in unreadable else draw(st.sampled_from([None, 12])),
        activity_first=None if "activity_first" in unreadable else draw(st.none() | days),
        pages=None if "pages" in unreadable else draw(st.sampled_from([None, Decimal("0.5"), Decimal(1), Decimal(2)])),
        across=draw(answers),
        short_notice=draw(answers),
        small_group=draw(answers),
        begun=draw(answers),
        unreadable=unreadable,
    )
    decided = draw(_perhaps_later(received))
    if decided is None:
        return one
    if draw(st.integers(0, 4)) == 0:
        return replace(one, decision=Decision.REJECTION, decided=decided)
    return replace(
        one,
        decision=Decision.GRANT,
        decided=decided,
        granted=draw(amounts),
        closed=draw(_perhaps_later(decided)),
        lapsed=draw(st.none() | _perhaps_later(decided)),
    )


@st.composite
def invoices(draw: st.DrawFn, name: str, application_ids: list[str]) -> Invoice:
    """Dated, paid or both; also on what is rejected, undecided, not yet decided or already closed."""
    invoiced, paid = draw(st.tuples(st.none() | days, st.none() | days).filter(any))
    return Invoice(
        id=name,
        application=draw(st.sampled_from(application_ids)),
        amount=draw(st.one_of(amounts, st.integers(-100_00, 0))),
        invoiced=invoiced,
        paid=paid,
        supplier_is_applicant=draw(answers),
        made_out_to_organisation=draw(answers),
    )


def _steps_of_a_rule(name: str, values: st.SearchStrategy[object]) -> st.SearchStrategy[list[PoolRule]]:
    """None, one or more dated rows of one rule, the last word perhaps that it no longer holds."""
    rows = st.tuples(st.sampled_from([date(2023, 5, 15), _FIRST_DAY + timedelta(days=20)]) | days, st.none() | values)
    return st.lists(rows, max_size=2, unique_by=lambda row: row[0]).map(
        lambda found: [rule(name, value, since.isoformat()) for since, value in found]
    )


rule_rows = st.tuples(
    _steps_of_a_rule("loft pr. projekt", amounts),
    _steps_of_a_rule("plads i puljen", st.just(True)),
    _steps_of_a_rule("inden for formålet", st.just(True)),
    _steps_of_a_rule("fuldstændig ansøgning", st.just(True)),
    _steps_of_a_rule("højst sider", st.just(Decimal(1))),
    _steps_of_a_rule("tilsagn før aktivitet", st.just(True)),
    _steps_of_a_rule("faktura fra tredjepart", st.just(True)),
    _steps_of_a_rule("faktura i boligorganisationens navn", st.just(True)),
    _steps_of_a_rule("betalt inden for tilsagn", st.just(True)),
    _steps_of_a_rule("puljens højeste andel", st.sampled_from([Fraction(2, 3), Fraction(1, 2)])),
    _steps_of_a_rule("loft pr. afdeling pr. år", amounts),
    _steps_of_a_rule("mindste beløb", amounts),
    _steps_of_a_rule("ansøgningsfrist", st.just((DayOfYear(1, 2), DayOfYear(12, 20)))),
    _steps_of_a_rule("dage fra afgørelse til aktivitet", st.just(7)),
    _steps_of_a_rule("dage fra ansøgning til aktivitet", st.just(7)),
    _steps_of_a_rule("ikke begyndt", st.just(True)),
).map(lambda groups: tuple(row for group in groups for row in group))

POOLS = (
    a_pool("P1", 500_00, "2023-12-15", "2024-12-31"),
    a_pool("P2", 300_00, "2022-12-15", "2023-12-14"),
    a_pool("Q1", 400_00, "2024-01-01", "2024-12-31", "Grøn pulje"),
)


@st.composite
def histories(draw: st.DrawFn, most_applications: int = 6, with_rules: bool = False) -> History:
    """Two pools of one name and one beside them, with up to so many applications and ten invoices."""
    number = draw(st.integers(1, most_applications))
    found = tuple(
        draw(applications(f"A{place}", draw(st.sampled_from(["P1", "P1", "P1", "P2", "Q1"]))))
        for place in range(number)
    )
    ids = [one.id for one in found]
    bills = tuple(draw(invoices(f"F{place}", ids)) for place in range(draw(st.integers(0, 10))))
    others_rules = (
        rule("loft pr. projekt", 1, pool_name="Grøn pulje"),
        rule("plads i puljen", None, "2024-01-01", "Grøn pulje"),
    )
    return History(POOLS, found, bills, (*draw(rule_rows), *others_rules) if with_rules else ())


def as_known_on(history: History, on: date) -> History:
    """With everything dated later taken away."""

    def by_then(day: date | None) -> date | None:
        return day if day and day <= on else None

    known = []
    for one in history.applications:
        if one.decided and one.decided <= on:
            known.append(replace(one, closed=by_then(one.closed), lapsed=by_then(one.lapsed)))
        elif one.received <= on:
            known.append(replace(one, decision=None, decided=None, granted=None, closed=None, lapsed=None))
    bills = [replace(bill, invoiced=by_then(bill.invoiced), paid=by_then(bill.paid)) for bill in history.invoices]
    return replace(
        history,
        applications=tuple(known),
        invoices=tuple(bill for bill in bills if bill.invoiced or bill.paid),
        rules=tuple(row for row in history.rules if row.valid_from <= on),
    )


def told_otherwise_after(history: History, on: date) -> History:
    """With everything dated later turned into something else that is also later."""
    soon = on + timedelta(days=1)

    def later(day: date | None) -> date | None:
        return day if day and day <= on else soon

    changed = []
    for one in history.applications:
        if one.decided and one.decided <= on:
            ended = one.decision is Decision.GRANT
            changed.append(
                replace(one, closed=later(one.closed), lapsed=later(one.lapsed)) if ended else one,
            )
        elif one.received <= on:
            changed.append(
                replace(one, decision=Decision.GRANT, decided=soon, granted=7_77, closed=None, lapsed=soon)
                if one.decision is not Decision.GRANT
                else replace(one, decision=Decision.REJECTION, decided=soon, granted=None, closed=None, lapsed=None)
            )
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
            rule("loft pr. projekt", 3, soon.isoformat(), POOL_NAME),
        ),
    )
