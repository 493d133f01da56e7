import pytest

from core.pool.balance import balance_on
from core.pool.finding import Verdict
from core.pool.judge import judge
from core.pool.rules.loss_guarantee import loss_guarantee
from tests.core.pool.build import a_ledger, application, day, findings, grant, invoice, rule, said

KEPT, BROKEN, UNKNOWN = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN
RULES = [rule("underskudsgaranti", True)]


@pytest.mark.parametrize(
    ("guarantee", "paid", "loss", "verdict", "text"),
    [
        (True, 0, None, KEPT, "Der er ikke betalt noget af underskudsgarantien"),
        (True, 3_000_00, 3_000_00, KEPT, "Betalt 3.000 kr. af et underskud på 3.000 kr."),
        (True, 3_000_01, 3_000_00, BROKEN, "Betalt 3.000,01 kr.: 0,01 kr. mere end underskuddet på 3.000 kr."),
        (True, 1, 0, BROKEN, "Betalt 0,01 kr.: 0,01 kr. mere end underskuddet på 0 kr."),
        (True, 1, None, UNKNOWN, "Mangler: projektets underskud"),
        (True, -5_00, None, KEPT, "Der er ikke betalt noget af underskudsgarantien"),
        (False, 3_000_00, None, KEPT, "Tilsagnet er ikke en underskudsgaranti"),
        (None, 3_000_00, 0, UNKNOWN, "Det er ikke oplyst, om tilsagnet er en underskudsgaranti"),
    ],
)
def test_of_a_guarantee_only_the_loss_is_paid(
    guarantee: bool | None, paid: int, loss: int | None, verdict: Verdict, text: str
) -> None:
    finding = loss_guarantee(guarantee, paid, loss)
    assert (finding.verdict, said(finding.text)) == (verdict, text)


def test_without_a_grant_there_is_nothing_guaranteed() -> None:
    one = application("A1", guarantee=True)
    found = findings(judge(one, a_ledger(one), RULES, day("2024-12-31")))["loss_guarantee"]
    assert (found.verdict, found.missing) == (UNKNOWN, "et tilsagn")


@pytest.mark.parametrize(
    ("on", "committed", "released"),
    [
        pytest.param("2024-05-31", 7_000_00, 0, id="bound until it is closed"),
        pytest.param("2024-06-01", 0, 7_000_00, id="what was not used is released on closing"),
    ],
)
def test_the_money_is_bound_until_it_is_closed(on: str, committed: int, released: int) -> None:
    one = grant("A1", 10_000_00, "2024-02-01", guarantee=True, loss=3_000_00, closed="2024-06-01")
    balance = balance_on(a_ledger(one, invoice(3_000_00, paid="2024-05-01")), day(on))
    assert (balance.committed, balance.released) == (committed, released)
