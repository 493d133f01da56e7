import pytest

from core.pool.position import Position, Status, paid_on, position_on, status_on
from core.pool.tables import Application
from tests.core.pool.build import application, day, grant, invoice, rejection


@pytest.mark.parametrize(
    ("on", "status"),
    [
        pytest.param("2024-01-09", None, id="the day before receipt"),
        pytest.param("2024-01-10", Status.PENDING, id="the day of receipt"),
        pytest.param("2024-01-31", Status.PENDING, id="the day before the decision"),
        pytest.param("2024-02-01", Status.OPEN, id="the day of the decision"),
        pytest.param("2024-04-30", Status.OPEN, id="the day before closing"),
        pytest.param("2024-05-01", Status.CLOSED, id="the day of closing"),
        pytest.param("2030-01-01", Status.CLOSED, id="years later"),
    ],
)
def test_a_grant_goes_from_pending_over_open_to_closed(on: str, status: Status | None) -> None:
    one = grant("A1", 20_000_00, "2024-02-01", received="2024-01-10", closed="2024-05-01")
    assert status_on(one, day(on)) is status


@pytest.mark.parametrize(
    ("on", "status"),
    [
        pytest.param("2024-07-31", Status.OPEN, id="the day before it lapses"),
        pytest.param("2024-08-01", Status.LAPSED, id="the day it lapses"),
    ],
)
def test_a_grant_lapses_on_its_day(on: str, status: Status) -> None:
    assert status_on(grant("A1", 8_000_00, "2024-06-10", lapsed="2024-08-01"), day(on)) is status


@pytest.mark.parametrize(
    ("on", "status"),
    [
        pytest.param("2024-01-31", Status.PENDING, id="the day before"),
        pytest.param("2024-02-01", Status.REJECTED, id="the day itself"),
    ],
)
def test_a_rejection_holds_from_its_day(on: str, status: Status) -> None:
    assert status_on(rejection("A1", "2024-02-01", received="2024-01-10"), day(on)) is status


def test_an_undecided_application_stays_pending() -> None:
    assert status_on(application("A1"), day("2030-01-01")) is Status.PENDING


def test_a_decision_counts_as_receipt_where_the_receipt_is_dated_later() -> None:
    late = grant("A1", 8_000_00, "2024-02-01", received="2024-02-10")
    assert status_on(late, day("2024-01-31")) is None
    assert status_on(late, day("2024-02-01")) is Status.OPEN


def test_what_is_paid_by_a_date_counts_its_own_day_and_credit_notes_down() -> None:
    invoices = [
        invoice(100_00, paid="2024-03-01"),
        invoice(-30_00, paid="2024-03-02"),
        invoice(50_50, paid="2024-03-03"),
        invoice(9_00, invoiced="2024-01-01"),
    ]
    # 100; 100 - 30; 70 + 50,50. The unpaid one never counts.
    assert [paid_on(invoices, day(f"2024-0{text}")) for text in ("2-29", "3-01", "3-02", "3-03")] == [
        0,
        100_00,
        70_00,
        120_50,
    ]


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(application("A1"), id="undecided"),
        pytest.param(rejection("A1", "2024-02-01"), id="rejected"),
        pytest.param(grant("A1", 100_00, "2024-03-02", received="2024-01-01"), id="granted the day after"),
        pytest.param(application("A1", received="2024-03-02"), id="not received"),
    ],
)
def test_only_a_grant_decided_by_the_date_has_money(one: Application) -> None:
    assert position_on(one, [invoice(50_00, paid="2024-02-15")], day("2024-03-01")) is None


@pytest.mark.parametrize(
    ("paid", "position"),
    [
        pytest.param(0, Position(100_00, 0, 100_00, 0, 0, 100_00), id="nothing paid"),
        # Committed 100 - 40.
        pytest.param(40_00, Position(100_00, 40_00, 60_00, 0, 0, 100_00), id="part paid"),
        pytest.param(100_00, Position(100_00, 100_00, 0, 0, 0, 100_00), id="all paid"),
        # What is paid above the grant takes from the pool too.
        pytest.param(100_01, Position(100_00, 100_01, 0, 0, 0, 100_01), id="one øre too much paid"),
    ],
)
def test_the_money_of_an_open_grant(paid: int, position: Position) -> None:
    invoices = [invoice(paid, paid="2024-02-15")] if paid else []
    assert position_on(grant("A1", 100_00, "2024-02-01"), invoices, day("2024-03-01")) == position


@pytest.mark.parametrize(
    ("paid", "position"),
    [
        pytest.param(0, Position(100_00, 0, 0, 0, 100_00, 0), id="nothing paid"),
        pytest.param(40_00, Position(100_00, 40_00, 0, 0, 60_00, 40_00), id="part paid"),
        pytest.param(100_00, Position(100_00, 100_00, 0, 0, 0, 100_00), id="all paid"),
        pytest.param(100_01, Position(100_00, 100_01, 0, 0, 0, 100_01), id="one øre too much paid"),
    ],
)
@pytest.mark.parametrize("ending", ["closed", "lapsed"])
def test_the_money_of_a_grant_that_has_ended(ending: str, paid: int, position: Position) -> None:
    invoices = [invoice(paid, paid="2024-02-15"), invoice(5_00, invoiced="2024-02-20")] if paid else []
    one = grant("A1", 100_00, "2024-02-01", **{ending: "2024-03-01"})
    assert position_on(one, invoices, day("2024-03-01")) == position


def test_a_grant_of_nothing_binds_nothing() -> None:
    assert position_on(grant("A1", 0, "2024-02-01"), [], day("2024-03-01")) == Position(0, 0, 0, 0, 0, 0)
