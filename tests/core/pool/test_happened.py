import pytest

from core.pool.happened import happened_in
from core.pool.ledger import Ledger
from tests.core.pool.build import a_ledger, application, day, grant, invoice, rejection, said


def told(ledger: Ledger, after: str = "2023-01-01", until: str = "2030-01-01") -> list[tuple[str, str, str]]:
    """Each project is called after its application."""
    return [
        (str(event.on), event.about.removeprefix("Projekt "), said(event.what))
        for event in happened_in(ledger, day(after), day(until))
    ]


def test_a_grants_life_is_told_from_application_to_closing() -> None:
    ledger = a_ledger(
        grant("A1", 20_000_00, "2024-02-01", received="2024-01-10", requested=22_000_00, closed="2024-05-01"),
        invoice(12_500_50, paid="2024-04-10"),
    )
    assert told(ledger) == [
        ("2024-01-10", "A1", "ny ansøgning, 22.000 kr."),
        ("2024-02-01", "A1", "tilsagn, 20.000 kr."),
        ("2024-04-10", "A1", "faktura betalt, 12.500,50 kr."),
        ("2024-05-01", "A1", "afsluttet"),
    ]


def test_a_lapsed_grant_and_a_rejection_are_told() -> None:
    ledger = a_ledger(grant("A1", 8_000_00, "2024-06-10", lapsed="2024-08-01"), rejection("A2", "2024-06-10"))
    assert told(ledger, "2024-06-09") == [
        ("2024-06-10", "A1", "ny ansøgning, 8.000 kr."),
        ("2024-06-10", "A1", "tilsagn, 8.000 kr."),
        ("2024-06-10", "A2", "ny ansøgning"),
        ("2024-06-10", "A2", "afslag"),
        ("2024-08-01", "A1", "bortfaldet"),
    ]


def test_an_application_that_names_no_amount_is_told_without_one() -> None:
    assert told(a_ledger(application("A1"))) == [("2024-01-10", "A1", "ny ansøgning")]


@pytest.mark.parametrize(
    ("after", "until", "texts"),
    [
        pytest.param("2024-01-09", "2024-01-31", ["ny ansøgning"], id="received the day after the meeting"),
        pytest.param("2024-01-10", "2024-01-31", [], id="received on the day of the meeting"),
        pytest.param("2024-01-10", "2024-02-01", ["tilsagn, 1 kr."], id="decided on the as-of date"),
        pytest.param("2024-02-01", "2024-03-01", ["faktura betalt, 1 kr."], id="paid on the as-of date"),
        pytest.param("2024-02-01", "2024-02-29", [], id="paid the day after the as-of date"),
        pytest.param("2024-03-01", "2024-04-01", ["afsluttet"], id="closed on the as-of date"),
        pytest.param("2024-03-01", "2024-03-31", [], id="closed the day after the as-of date"),
        pytest.param("2024-04-01", "2024-12-31", [], id="nothing since"),
    ],
)
def test_news_come_after_the_last_meetings_day_and_until_the_date(after: str, until: str, texts: list[str]) -> None:
    ledger = a_ledger(
        grant("A1", 1_00, "2024-02-01", received="2024-01-10", requested=None, closed="2024-04-01"),
        invoice(1_00, paid="2024-03-01"),
    )
    assert [text for _, _, text in told(ledger, after, until)] == texts


def test_an_invoice_not_paid_is_no_news() -> None:
    ledger = a_ledger(grant("A1", 1_00, "2024-02-01"), invoice(1_00, invoiced="2024-03-01"))
    assert told(ledger, "2024-02-01") == []


def test_news_are_told_oldest_first_and_by_number_within_a_day() -> None:
    ledger = a_ledger(
        application("A3", received="2024-01-12"),
        application("A2", received="2024-01-11"),
        application("A1", received="2024-01-12"),
    )
    assert [(on, number) for on, number, _ in told(ledger)] == [
        ("2024-01-11", "A2"),
        ("2024-01-12", "A1"),
        ("2024-01-12", "A3"),
    ]


def test_another_pools_news_are_not_told() -> None:
    ledger = a_ledger(application("B1", pool="2025"), invoice(1_00, "B1", paid="2024-03-01"))
    assert told(ledger) == []


def test_a_credit_note_is_no_negative_payment() -> None:
    ledger = a_ledger(grant("A1", 8_000_00, "2024-01-25"), invoice(-500_00, paid="2024-04-10"))
    assert told(ledger, "2024-04-09", "2024-04-10") == [("2024-04-10", "A1", "kreditnota, 500 kr. tilbage")]
