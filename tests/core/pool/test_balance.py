from typing import Any

import pytest

from core.pool.balance import Balance, balance_on
from core.pool.ledger import Ledger
from tests.core.pool.build import a_ledger, a_pool, application, day, grant, invoice, rejection


def the_worked_example() -> Ledger:
    """Four applications to a pool of 100.000 kr. for 2024."""
    return a_ledger(
        grant("A1", 20_000_00, "2024-02-01", closed="2024-05-01"),
        invoice(12_500_00, "A1", paid="2024-04-10"),
        grant("A2", 15_000_00, "2024-03-15"),
        invoice(6_250_50, "A2", paid="2024-06-01"),
        application("A3", received="2024-05-20", requested=25_000_00),
        grant("A4", 8_000_00, "2024-06-10", lapsed="2024-08-01"),
    )


@pytest.mark.parametrize(
    ("on", "paid", "committed", "free", "released", "pending"),
    [
        # Committed 20.000 - 12.500 and 15.000; free 100.000 - 22.500 - 12.500.
        pytest.param("2024-04-30", 12_500_00, 22_500_00, 65_000_00, 0, 0, id="30 April: two open grants"),
        # Committed 15.000 - 6.250,50 and 8.000; A1 closed and released 20.000 - 12.500.
        pytest.param("2024-06-15", 18_750_50, 16_749_50, 64_500_00, 7_500_00, 25_000_00, id="15 June: one closed"),
        # Committed 15.000 - 6.250,50; released 7.500 and the 8.000 of A4.
        pytest.param("2024-08-15", 18_750_50, 8_749_50, 72_500_00, 15_500_00, 25_000_00, id="15 August: one lapsed"),
    ],
)
def test_the_worked_example_to_the_ore(
    on: str, paid: int, committed: int, free: int, released: int, pending: int
) -> None:
    balance = balance_on(the_worked_example(), day(on))
    assert (balance.paid, balance.committed, balance.free) == (paid, committed, free)
    assert (balance.released, balance.pending) == (released, pending)
    assert balance.appropriation == 100_000_00
    assert balance.free + balance.committed + balance.paid == balance.appropriation


def figures(ledger: Ledger, on: str, *names: str) -> tuple[Any, ...]:
    balance = balance_on(ledger, day(on))
    return tuple(getattr(balance, name) for name in names)


def test_a_pool_without_applications_is_all_free() -> None:
    assert balance_on(a_ledger(), day("2024-06-01")) == Balance(
        appropriation=100_000_00,
        free=100_000_00,
        committed=0,
        invoiced=0,
        paid=0,
        released=0,
        granted=0,
        overpaid=0,
        open_grants=0,
        pending=0,
        pending_count=0,
        pending_unstated=0,
        paid_without_grant=0,
    )


@pytest.mark.parametrize(
    ("on", "committed", "free"),
    [
        pytest.param("2024-01-31", 0, 100_000_00, id="the day before the decision"),
        pytest.param("2024-02-01", 20_000_00, 80_000_00, id="the day of the decision"),
    ],
)
def test_a_grant_binds_from_the_day_of_its_decision(on: str, committed: int, free: int) -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01"))
    assert figures(ledger, on, "committed", "free") == (committed, free)


@pytest.mark.parametrize(
    ("on", "paid", "committed"),
    [
        pytest.param("2024-04-09", 0, 20_000_00, id="the day before it is paid"),
        pytest.param("2024-04-10", 12_500_00, 7_500_00, id="the day it is paid"),
    ],
)
def test_a_payment_counts_from_its_own_day_and_leaves_the_free_amount_alone(on: str, paid: int, committed: int) -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01"), invoice(12_500_00, paid="2024-04-10"))
    assert figures(ledger, on, "paid", "committed", "free") == (paid, committed, 80_000_00)


@pytest.mark.parametrize("ending", ["closed", "lapsed"])
@pytest.mark.parametrize(
    ("on", "committed", "released", "free"),
    [
        pytest.param("2024-04-30", 7_500_00, 0, 80_000_00, id="the day before"),
        pytest.param("2024-05-01", 0, 7_500_00, 87_500_00, id="the day itself"),
    ],
)
def test_what_was_not_used_is_released_on_the_day_it_ends(
    ending: str, on: str, committed: int, released: int, free: int
) -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01", **{ending: "2024-05-01"}), invoice(12_500_00, paid="2024-04-10")
    )
    assert figures(ledger, on, "committed", "released", "free") == (committed, released, free)


def test_a_grant_both_lapsed_and_closed_is_released_once() -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01", lapsed="2024-05-01", closed="2024-07-01"))
    assert figures(ledger, "2024-06-01", "released", "free") == (20_000_00, 100_000_00)
    assert figures(ledger, "2024-07-01", "released", "free") == (20_000_00, 100_000_00)


def test_a_payment_after_closing_takes_back_from_what_was_released() -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01", closed="2024-05-01"),
        invoice(12_500_00, paid="2024-04-10"),
        invoice(1_000_00, paid="2024-06-10"),
    )
    # Released 20.000 - 12.500, and then 20.000 - 13.500.
    assert figures(ledger, "2024-06-09", "paid", "released", "free") == (12_500_00, 7_500_00, 87_500_00)
    assert figures(ledger, "2024-06-10", "paid", "released", "free") == (13_500_00, 6_500_00, 86_500_00)


@pytest.mark.parametrize(
    ("amount", "committed", "overpaid", "free"),
    [
        pytest.param(19_999_99, 1, 0, 80_000_00, id="one øre less than granted"),
        pytest.param(20_000_00, 0, 0, 80_000_00, id="exactly what was granted"),
        pytest.param(20_000_01, 0, 1, 79_999_99, id="one øre more than granted"),
    ],
)
def test_paying_more_than_was_granted_takes_it_from_the_free_amount(
    amount: int, committed: int, overpaid: int, free: int
) -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01"), invoice(amount, paid="2024-04-10"))
    assert figures(ledger, "2024-12-31", "committed", "overpaid", "free") == (committed, overpaid, free)


def test_overpaying_one_grant_does_not_eat_what_another_is_promised() -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01"),
        invoice(21_000_00, "A1", paid="2024-04-10"),
        grant("A2", 5_000_00, "2024-02-01"),
    )
    # Committed 0 and 5.000; free 100.000 - 5.000 - 21.000.
    assert figures(ledger, "2024-05-01", "committed", "free") == (5_000_00, 74_000_00)


def test_an_overpaid_grant_that_is_closed_releases_nothing() -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01", closed="2024-05-01"), invoice(21_000_00, paid="2024-04-10"))
    assert figures(ledger, "2024-05-01", "released", "overpaid", "free") == (0, 1_000_00, 79_000_00)


def test_a_credit_note_counts_down_what_is_paid_and_binds_it_again() -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01"),
        invoice(12_500_00, paid="2024-04-10"),
        invoice(-2_500_00, paid="2024-04-20"),
    )
    assert figures(ledger, "2024-04-19", "paid", "committed", "free") == (12_500_00, 7_500_00, 80_000_00)
    assert figures(ledger, "2024-04-20", "paid", "committed", "free") == (10_000_00, 10_000_00, 80_000_00)


def test_a_payment_before_the_decision_counts_from_the_decision_on_and_is_told_apart_until_then() -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01"), invoice(3_000_00, paid="2024-01-20"))
    names = ("paid", "committed", "free", "paid_without_grant")
    assert figures(ledger, "2024-01-19", *names) == (0, 0, 100_000_00, 0)
    assert figures(ledger, "2024-01-31", *names) == (0, 0, 100_000_00, 3_000_00)
    assert figures(ledger, "2024-02-01", *names) == (3_000_00, 17_000_00, 80_000_00, 0)


@pytest.mark.parametrize(
    "without_grant",
    [
        pytest.param(rejection("A1", "2024-02-01"), id="rejected"),
        pytest.param(application("A1", requested=5_000_00), id="undecided"),
    ],
)
def test_an_invoice_paid_without_a_grant_is_in_no_other_figure(without_grant: Any) -> None:
    ledger = a_ledger(without_grant, invoice(3_000_00, paid="2024-03-01"))
    names = ("paid", "committed", "free", "invoiced", "paid_without_grant")
    assert figures(ledger, "2024-03-01", *names) == (0, 0, 100_000_00, 0, 3_000_00)


@pytest.mark.parametrize(
    ("on", "pending", "count"),
    [
        pytest.param("2024-05-19", 0, 0, id="the day before it is received"),
        pytest.param("2024-05-20", 25_000_00, 1, id="the day it is received"),
        pytest.param("2024-06-30", 25_000_00, 1, id="the day before it is decided"),
        pytest.param("2024-07-01", 0, 0, id="the day it is decided"),
    ],
)
@pytest.mark.parametrize("granted", [True, False], ids=["granted", "rejected"])
def test_an_application_is_pending_from_receipt_to_decision_and_binds_nothing(
    on: str, pending: int, count: int, granted: bool
) -> None:
    dates = {"received": "2024-05-20", "requested": 25_000_00}
    decided = grant("A1", 20_000_00, "2024-07-01", **dates) if granted else rejection("A1", "2024-07-01", **dates)
    assert figures(a_ledger(decided), on, "pending", "pending_count") == (pending, count)
    bound = 20_000_00 if granted and on == "2024-07-01" else 0
    assert figures(a_ledger(decided), on, "free") == (100_000_00 - bound,)


def test_a_pending_application_that_names_no_amount_is_counted_but_adds_nothing() -> None:
    ledger = a_ledger(application("A1"), application("A2", requested=5_000_00), application("A3", requested=0))
    names = ("pending", "pending_count", "pending_unstated")
    assert figures(ledger, "2024-02-01", *names) == (5_000_00, 3, 1)


@pytest.mark.parametrize(
    ("on", "invoiced"),
    [
        pytest.param("2024-03-31", 0, id="the day before the invoice's date"),
        pytest.param("2024-04-01", 6_000_00, id="the invoice's date"),
        pytest.param("2024-04-14", 6_000_00, id="the day before it is paid"),
        pytest.param("2024-04-15", 0, id="the day it is paid"),
    ],
)
def test_an_invoice_is_invoiced_from_its_date_until_it_is_paid(on: str, invoiced: int) -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01"), invoice(6_000_00, invoiced="2024-04-01", paid="2024-04-15"))
    assert figures(ledger, on, "invoiced") == (invoiced,)


def test_invoiced_is_never_more_than_is_committed() -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01"),
        invoice(15_000_00, paid="2024-03-01"),
        invoice(6_000_00, invoiced="2024-04-01"),
    )
    # Committed 20.000 - 15.000, though 6.000 is invoiced.
    assert figures(ledger, "2024-04-01", "committed", "invoiced") == (5_000_00, 5_000_00)


def test_nothing_is_invoiced_on_a_closed_grant() -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01", closed="2024-05-01"), invoice(6_000_00, invoiced="2024-04-01")
    )
    assert figures(ledger, "2024-05-01", "committed", "invoiced") == (0, 0)


def test_an_unpaid_credit_note_counts_down_what_is_invoiced_but_not_below_nothing() -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01"),
        invoice(6_000_00, invoiced="2024-04-01"),
        invoice(-2_000_00, invoiced="2024-04-02"),
        invoice(-7_000_00, invoiced="2024-04-03"),
    )
    assert figures(ledger, "2024-04-02", "invoiced") == (4_000_00,)
    assert figures(ledger, "2024-04-03", "invoiced") == (0,)


def test_an_unpaid_invoice_without_a_date_is_not_invoiced_yet() -> None:
    ledger = a_ledger(grant("A1", 20_000_00, "2024-02-01"), invoice(6_000_00, paid="2024-06-01"))
    assert figures(ledger, "2024-05-31", "invoiced") == (0,)


def test_more_granted_than_the_appropriation_leaves_a_negative_free_amount() -> None:
    ledger = a_ledger(grant("A1", 70_000_00, "2024-02-01"), grant("A2", 30_000_01, "2024-02-01"))
    assert figures(ledger, "2024-02-01", "free", "committed") == (-1, 100_000_01)


def test_another_pools_rows_are_in_no_figure() -> None:
    alone = a_ledger(grant("A1", 20_000_00, "2024-02-01"))
    beside = a_ledger(
        grant("A1", 20_000_00, "2024-02-01"),
        grant("B1", 9_000_00, "2024-02-01", pool="2025"),
        invoice(500_00, "B1", paid="2024-02-02"),
        application("B2", requested=1_000_00, pool="2025"),
        invoice(700_00, "C9", paid="2024-02-02"),
    )
    assert balance_on(beside, day("2024-06-01")) == balance_on(alone, day("2024-06-01"))


def test_the_other_pool_has_its_own_balance() -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01"),
        grant("B1", 9_000_00, "2024-02-01", pool="2025"),
        pool=a_pool("2025", 50_000_00, "2025-01-01", "2025-12-31"),
    )
    assert figures(ledger, "2024-06-01", "appropriation", "free") == (50_000_00, 41_000_00)
