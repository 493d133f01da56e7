from datetime import date

import pytest

from core.pool.ledger import Ledger
from core.pool.steps import Movement, Step, free_over_time, steps
from tests.core.pool.build import a_ledger, a_pool, application, day, grant, invoice, rejection


def the_worked_example() -> Ledger:
    return a_ledger(
        grant("A1", 20_000_00, "2024-02-01", closed="2024-05-01"),
        invoice(12_500_00, "A1", paid="2024-04-10"),
        grant("A2", 15_000_00, "2024-03-15"),
        invoice(6_250_50, "A2", paid="2024-06-01"),
        application("A3", received="2024-05-20", requested=25_000_00),
        grant("A4", 8_000_00, "2024-06-10", lapsed="2024-08-01"),
    )


def about(step: Step) -> str:
    return step.application.id if step.application else "rammen"


def moves(ledger: Ledger, after: str = "2023-01-01", until: str = "2030-01-01") -> list[tuple[object, ...]]:
    return [
        (f"{step.on:%m-%d}", about(step), step.movements, step.free, step.committed, step.paid, step.released)
        for step in steps(ledger, day(after), day(until))
    ]


def test_the_steps_of_the_worked_example() -> None:
    assert moves(the_worked_example()) == [
        # day, application, events, free, committed, paid, released
        ("02-01", "A1", (Movement.GRANTED,), -20_000_00, 20_000_00, 0, 0),
        ("03-15", "A2", (Movement.GRANTED,), -15_000_00, 15_000_00, 0, 0),
        ("04-10", "A1", (Movement.PAID,), 0, -12_500_00, 12_500_00, 0),
        # 20.000 - 12.500 is released.
        ("05-01", "A1", (Movement.CLOSED,), 7_500_00, -7_500_00, 0, 7_500_00),
        ("06-01", "A2", (Movement.PAID,), 0, -6_250_50, 6_250_50, 0),
        ("06-10", "A4", (Movement.GRANTED,), -8_000_00, 8_000_00, 0, 0),
        ("08-01", "A4", (Movement.LAPSED,), 8_000_00, -8_000_00, 0, 8_000_00),
    ]


@pytest.mark.parametrize(
    ("after", "until", "days"),
    [
        pytest.param("2024-04-09", "2024-05-01", ["04-10", "05-01"], id="the last day is in"),
        pytest.param("2024-04-09", "2024-04-30", ["04-10"], id="the day before the last is not"),
        pytest.param("2024-04-10", "2024-05-01", ["05-01"], id="the first day is out"),
        pytest.param("2024-05-01", "2024-05-01", [], id="no days at all"),
        pytest.param("2024-06-01", "2024-05-01", [], id="turned round"),
    ],
)
def test_steps_come_after_the_first_date_and_until_the_second(after: str, until: str, days: list[str]) -> None:
    assert [move[0] for move in moves(the_worked_example(), after, until)] == days


def test_all_that_happens_to_one_application_on_a_day_is_one_step() -> None:
    ledger = a_ledger(
        grant("A1", 10_000_00, "2024-02-01", closed="2024-02-01"),
        invoice(4_000_00, paid="2024-02-01"),
        invoice(2_000_00, paid="2024-02-01"),
    )
    # Granted 10.000 and 6.000 of it paid; 4.000 released.
    events = (Movement.GRANTED, Movement.PAID, Movement.CLOSED)
    assert moves(ledger) == [("02-01", "A1", events, -6_000_00, 0, 6_000_00, 4_000_00)]


def test_two_applications_on_a_day_are_two_steps_by_their_number() -> None:
    ledger = a_ledger(grant("A2", 2_00, "2024-02-01"), grant("A1", 1_00, "2024-02-01"))
    assert [move[:2] for move in moves(ledger)] == [("02-01", "A1"), ("02-01", "A2")]


def test_a_payment_before_the_decision_moves_money_on_the_day_of_the_decision() -> None:
    ledger = a_ledger(grant("A1", 10_000_00, "2024-02-01"), invoice(4_000_00, paid="2024-01-20"))
    assert moves(ledger) == [
        ("02-01", "A1", (Movement.GRANTED, Movement.PAID), -10_000_00, 6_000_00, 4_000_00, 0),
    ]


def test_a_payment_after_closing_takes_from_the_free_amount_and_from_what_was_released() -> None:
    ledger = a_ledger(grant("A1", 10_000_00, "2024-02-01", closed="2024-05-01"), invoice(4_000_00, paid="2024-06-01"))
    assert moves(ledger, "2024-05-01") == [("06-01", "A1", (Movement.PAID,), -4_000_00, 0, 4_000_00, -4_000_00)]


def test_an_overpayment_takes_the_excess_from_the_free_amount() -> None:
    ledger = a_ledger(grant("A1", 10_000_00, "2024-02-01"), invoice(10_000_01, paid="2024-03-01"))
    assert moves(ledger, "2024-02-01") == [("03-01", "A1", (Movement.PAID,), -1, -10_000_00, 10_000_01, 0)]


def test_a_credit_note_moves_money_back() -> None:
    ledger = a_ledger(
        grant("A1", 10_000_00, "2024-02-01"),
        invoice(4_000_00, paid="2024-03-01"),
        invoice(-1_000_00, paid="2024-04-01"),
    )
    assert moves(ledger, "2024-03-01") == [("04-01", "A1", (Movement.PAID,), 0, 1_000_00, -1_000_00, 0)]


def test_only_grants_make_steps() -> None:
    ledger = a_ledger(
        rejection("A1", "2024-02-01"),
        application("A2", requested=5_00),
        invoice(1_00, "A1", paid="2024-03-01"),
        invoice(1_00, "A2", paid="2024-03-01"),
    )
    assert moves(ledger) == []


def line(ledger: Ledger, until: str) -> list[tuple[date, int]]:
    return [(point.on, point.free) for point in free_over_time(ledger, day(until))]


def test_the_free_amount_of_the_worked_example_over_time() -> None:
    assert line(the_worked_example(), "2024-08-15") == [
        (day("2024-01-01"), 100_000_00),
        (day("2024-02-01"), 80_000_00),
        (day("2024-03-15"), 65_000_00),
        (day("2024-04-10"), 65_000_00),
        (day("2024-05-01"), 72_500_00),
        (day("2024-06-01"), 72_500_00),
        (day("2024-06-10"), 64_500_00),
        (day("2024-08-01"), 72_500_00),
        (day("2024-08-15"), 72_500_00),
    ]


def test_the_steps_of_a_day_stand_at_its_point() -> None:
    ledger = a_ledger(grant("A1", 1_00, "2024-02-01"), grant("A2", 2_00, "2024-02-01"))
    points = free_over_time(ledger, day("2024-03-01"))
    assert [list(map(about, point.steps)) for point in points] == [
        [],
        ["A1", "A2"],
        [],
    ]


@pytest.mark.parametrize(
    ("decided", "start"),
    [
        pytest.param("2024-01-02", "2024-01-01", id="granted in the period: from the period's first day"),
        pytest.param("2024-01-01", "2023-12-31", id="granted on its first day: from the day before"),
        pytest.param("2023-12-01", "2023-11-30", id="granted before the period: from the day before the grant"),
    ],
)
def test_the_line_begins_with_the_whole_appropriation(decided: str, start: str) -> None:
    ledger = a_ledger(grant("A1", 1_000_00, decided))
    assert line(ledger, "2024-03-01")[0] == (day(start), 100_000_00)


def test_a_pool_without_grants_is_a_level_line() -> None:
    assert line(a_ledger(), "2024-03-01") == [(day("2024-01-01"), 100_000_00), (day("2024-03-01"), 100_000_00)]


@pytest.mark.parametrize("until", ["2023-12-31", "2024-01-01"], ids=["the day before", "the first day"])
def test_until_the_period_begins_the_line_is_one_point(until: str) -> None:
    assert line(a_ledger(), until) == [(day(until), 100_000_00)]


def test_a_step_on_the_date_itself_is_the_last_point() -> None:
    ledger = a_ledger(grant("A1", 1_000_00, "2024-02-01"), pool=a_pool(appropriation=5_000_00))
    assert line(ledger, "2024-02-01")[-1] == (day("2024-02-01"), 4_000_00)
    assert line(ledger, "2024-01-31")[-1] == (day("2024-01-31"), 5_000_00)
