"""What holds for every history of a pool."""

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from core.pool.balance import balance_on
from core.pool.can_grant import can_grant
from core.pool.departments import bound_by_department, department_rows, never_applied
from core.pool.history import ORDERS, entries_on, in_order, oldest_open
from core.pool.judge import judge
from core.pool.steps import Step, free_over_time, steps
from tests.core.pool.histories import (
    DEPARTMENTS,
    POOLS,
    History,
    as_known_on,
    days,
    histories,
    often,
    told_otherwise_after,
)
from tests.core.pool.reference import Reference

NAMES = {department.number: department.name for department in DEPARTMENTS}
MONEY = ("free", "committed", "paid", "released")


@often(300)
@given(histories(), days)
def test_every_figure_of_the_balance_is_as_defined(history: History, on: date) -> None:
    for pool in POOLS:
        looked_at = replace(history, pools=(pool,))
        balance = balance_on(looked_at.ledger, on)
        expected = Reference(pool, history.applications, history.invoices, history.changes, on)
        assert expected.free + expected.committed + expected.paid == expected.appropriation
        assert expected.granted - expected.released + expected.overpaid == expected.appropriation - expected.free
        names = (*MONEY, "appropriation", "invoiced", "granted", "overpaid", "paid_without_grant")
        assert {name: getattr(balance, name) for name in names} == {name: getattr(expected, name) for name in names}
        assert (balance.pending_count, balance.pending_unstated, balance.pending) == (
            len(expected.pending),
            expected.pending.count(None),
            sum(filter(None, expected.pending)),
        )


@often(200)
@given(histories(), days)
def test_the_appropriation_is_always_free_and_committed_and_paid(history: History, on: date) -> None:
    balance = balance_on(history.ledger, on)
    assert balance.free + balance.committed + balance.paid == balance.appropriation
    assert balance.granted - balance.released + balance.overpaid == balance.appropriation - balance.free
    assert 0 <= balance.invoiced <= balance.committed
    assert balance.released >= 0
    assert balance.overpaid >= 0


def everything(history: History, on: date) -> dict[str, Any]:
    """All that is said of the pool on a date, each row by its id: later fields of a row are no part of it."""
    ledger = history.ledger
    entries = entries_on(ledger, NAMES, on)
    return {
        "balance": balance_on(ledger, on),
        "steps": [of_step(step) for step in steps(ledger, date.min, on)],
        "points": [(p.on, p.free, [of_step(step) for step in p.steps]) for p in free_over_time(ledger, on)],
        "bound": bound_by_department(ledger, on),
        "bound this year": bound_by_department(ledger, on, on.year),
        "departments": department_rows(DEPARTMENTS, ledger, history.applications, on),
        "entries": [
            (entry.application.id, entry.status, entry.on, entry.amount, entry.paid, entry.left, entry.released)
            for entry in entries
        ],
        "orders": {key: [entry.application.id for entry in in_order(entries, key)] for key in ORDERS},
        "waiting": [entry.application.id for entry in oldest_open(entries, on, 10)],
        "judgements": {
            one.id: [(j.key, j.rule, j.finding) for j in judge(one, ledger, history.rules, on)]
            for one in ledger.applications
            if any(entry.application.id == one.id for entry in entries)
        },
        "answers": {
            one.id: can_grant(one, ledger, history.rules, on)
            for one in ledger.applications
            if any(entry.application.id == one.id for entry in entries)
        },
    }


def of_step(step: Step) -> tuple[Any, ...]:
    about = step.application.id if step.application else None
    return step.on, about, step.movements, step.free, step.committed, step.paid, step.released


@often(100)
@given(histories(with_rules=True), days, st.integers(0, 99))
def test_the_order_of_rows_does_not_matter(history: History, on: date, seed: int) -> None:
    assert everything(history.shuffled(seed), on) == everything(history, on)


@often(100)
@given(histories(with_rules=True), days)
def test_nothing_dated_after_a_day_changes_what_is_said_of_the_day(history: History, on: date) -> None:
    assert everything(as_known_on(history, on), on) == everything(history, on)


@often(100)
@given(histories(with_rules=True), days)
def test_another_future_changes_nothing_either(history: History, on: date) -> None:
    assert everything(told_otherwise_after(history, on), on) == everything(history, on)


@often(100)
@given(histories(with_rules=True), days, st.data())
def test_splitting_an_invoice_in_two_of_the_same_dates_changes_no_money(
    history: History, on: date, data: st.DataObject
) -> None:
    if not history.invoices:
        return
    place = data.draw(st.integers(0, len(history.invoices) - 1))
    whole = history.invoices[place]
    part = data.draw(st.integers(-50_00, 150_00))
    halves = (replace(whole, amount=part), replace(whole, id="F halv", amount=whole.amount - part))
    split = replace(history, invoices=(*history.invoices[:place], *halves, *history.invoices[place + 1 :]))
    one, two = everything(history, on), everything(split, on)
    for name in ("balance", "steps", "points", "bound", "departments", "entries", "waiting"):
        assert two[name] == one[name]
    assert {key: [verdict(j) for j in found] for key, found in two["judgements"].items()} == {
        key: [verdict(j) for j in found] for key, found in one["judgements"].items()
    }


def verdict(judgement: tuple[Any, ...]) -> tuple[Any, ...]:
    key, _, finding = judgement
    return key, finding.verdict


@often(200)
@given(histories(), days, days)
def test_the_steps_between_two_dates_add_up_to_the_difference_of_their_balances(
    history: History, one: date, other: date
) -> None:
    after, until = sorted((one, other))
    before, then = balance_on(history.ledger, after), balance_on(history.ledger, until)
    found = steps(history.ledger, after, until)
    for name in MONEY:
        assert sum(getattr(step, name) for step in found) == getattr(then, name) - getattr(before, name)
    assert all(after < step.on <= until for step in found)
    assert all(step.free + step.committed + step.paid == 0 for step in found if step.application)
    gained = sum(step.free + step.committed + step.paid for step in found)
    assert gained == then.appropriation - before.appropriation


@often(200)
@given(histories(), days)
def test_the_line_of_the_free_amount_passes_through_every_days_balance(history: History, on: date) -> None:
    points = free_over_time(history.ledger, on)
    assert points[0].free == history.pools[0].appropriation
    assert points[-1].on == on
    assert [point.on for point in points] == sorted({point.on for point in points})
    for point in points:
        assert point.free == balance_on(history.ledger, point.on).free


@often(100)
@given(histories(with_rules=True), days)
def test_other_pools_rows_never_matter(history: History, on: date) -> None:
    own = {one.id for one in history.own}
    alone = replace(
        history,
        pools=history.pools[:1],
        applications=history.own,
        invoices=tuple(bill for bill in history.invoices if bill.application in own),
        rules=tuple(row for row in history.rules if row.pool_name == history.pools[0].name),
        changes=tuple(change for change in history.changes if history.pools[0].id in (change.pool, change.from_pool)),
    )
    beside, by_itself = everything(history, on), everything(alone, on)
    # When a department last applied is asked of all pools.
    beside["departments"] = [replace(row, last_applied=None) for row in beside["departments"]]
    by_itself["departments"] = [replace(row, last_applied=None) for row in by_itself["departments"]]
    assert beside == by_itself


@often(100)
@given(histories(), days)
def test_what_departments_take_is_what_the_pool_has_bound(history: History, on: date) -> None:
    named = replace(
        history, applications=tuple(replace(one, departments=one.departments or ("1",)) for one in history.applications)
    )
    balance = balance_on(named.ledger, on)
    assert sum(bound_by_department(named.ledger, on).values()) == balance.committed + balance.paid


@often(100)
@given(histories(), days)
def test_a_department_has_applied_or_has_never_applied(history: History, on: date) -> None:
    rows = department_rows(DEPARTMENTS, history.ledger, history.applications, on)
    asked = Counter(number for one in history.applications if one.received <= on for number in set(one.departments))
    never = never_applied(rows)
    assert never.departments == len(DEPARTMENTS) - len(asked)
    assert (never.homes, never.of_homes) == (10 * never.departments, 10 * len(DEPARTMENTS))
