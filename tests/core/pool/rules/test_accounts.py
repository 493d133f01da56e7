from typing import Any

import pytest

from core.pool.finding import Verdict
from core.pool.judge import due_of_grants, judge
from core.pool.notice import Notice, Unit
from core.pool.rules.accounts import accounts
from core.pool.tables import Application
from core.subject.event import Event
from tests.core.pool.build import a_ledger, application, day, findings, grant, invoice, rule

KEPT, BROKEN, UNKNOWN = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN
RULES = [rule("regnskab efter aktivitet", Notice(4, Unit.WEEKS))]
HELD: dict[str, Any] = {"activity_first": "2024-03-01", "activity_last": "2024-03-03"}
GRANT = grant("A1", 8_000_00, "2024-02-01", **HELD)
# Four weeks after 3 March is 31 March.


@pytest.mark.parametrize(
    ("received", "as_of", "verdict", "text"),
    [
        ("2024-03-31", "2024-12-31", KEPT, "Regnskabet kom 31. mar. 2024, senest 31. mar. 2024"),
        (
            "2024-04-01",
            "2024-12-31",
            BROKEN,
            "Regnskabet kom 1. apr. 2024; det skulle være kommet senest 31. mar. 2024",
        ),
        (None, "2024-03-31", UNKNOWN, "Mangler: regnskabet, som skal være der senest 31. mar. 2024"),
        (None, "2024-04-01", BROKEN, "Regnskabet skulle være kommet senest 31. mar. 2024"),
    ],
)
def test_accounts_come_in_time(received: str | None, as_of: str, verdict: Verdict, text: str) -> None:
    came = day(received) if received else None
    finding = accounts(day("2024-03-03"), came, Notice(4, Unit.WEEKS), day(as_of))
    assert (finding.verdict, finding.text) == (verdict, text)


def verdict(one: Application, *rows: Any, on: str = "2024-12-31") -> Verdict:
    return findings(judge(one, a_ledger(one, *rows), RULES, day(on)))["accounts"].verdict


@pytest.mark.parametrize(
    ("one", "found"),
    [
        pytest.param(GRANT, BROKEN, id="none came"),
        pytest.param(grant("A1", 1_00, "2024-02-01"), UNKNOWN, id="the activity's last day is not known"),
        pytest.param(application("A1", **HELD), UNKNOWN, id="not granted"),
        pytest.param(grant("A1", 1_00, "2024-02-01", lapsed="2024-02-20", **HELD), KEPT, id="lapsed unused"),
        pytest.param(
            grant("A1", 1_00, "2024-02-01", unreadable=frozenset({"accounts"}), **HELD), UNKNOWN, id="unreadable"
        ),
    ],
)
def test_they_are_asked_for_of_what_was_granted_and_held(one: Application, found: Verdict) -> None:
    assert verdict(one) is found


def test_accounts_of_a_later_day_have_not_come_yet() -> None:
    one = grant("A1", 1_00, "2024-02-01", accounts=day("2024-03-20"), **HELD)
    assert verdict(one, on="2024-03-20") is KEPT
    assert verdict(one, on="2024-03-19") is UNKNOWN


def test_a_grant_that_lapsed_with_money_paid_owes_accounts() -> None:
    one = grant("A1", 1_00, "2024-02-01", lapsed="2024-03-20", **HELD)
    assert verdict(one, invoice(50, paid="2024-03-01")) is BROKEN


@pytest.mark.parametrize(
    ("on", "what"),
    [("2024-03-31", "regnskabet skal være der"), ("2024-04-01", "regnskabet skulle være kommet")],
)
def test_what_is_due_or_overdue_is_told(on: str, what: str) -> None:
    found = due_of_grants(a_ledger(GRANT), RULES, day(on))
    assert found == (Event(day("2024-03-31"), "Projekt A1", what, departments=("1",)),)


def test_what_has_come_is_due_no_more() -> None:
    late = grant("A1", 1_00, "2024-02-01", accounts=day("2024-04-05"), **HELD)
    assert due_of_grants(a_ledger(late), RULES, day("2024-04-05")) == ()
