import pytest

from core.pool.finding import Verdict
from core.pool.rules.within_grant import within_grant
from tests.core.pool.build import said


@pytest.mark.parametrize(
    ("paid", "verdict", "text"),
    [
        pytest.param(0, Verdict.KEPT, "Betalt 0 kr. af 20.000 kr.", id="nothing paid"),
        pytest.param(19_999_99, Verdict.KEPT, "Betalt 19.999,99 kr. af 20.000 kr.", id="one øre under"),
        pytest.param(20_000_00, Verdict.KEPT, "Betalt 20.000 kr. af 20.000 kr.", id="all of it"),
        pytest.param(
            20_000_01,
            Verdict.BROKEN,
            "Betalt 20.000,01 kr.: 0,01 kr. mere end tilsagnet på 20.000 kr.",
            id="one øre over",
        ),
    ],
)
def test_the_paid_invoices_stay_within_the_grant(paid: int, verdict: Verdict, text: str) -> None:
    finding = within_grant(paid, 20_000_00)
    assert (finding.verdict, said(finding.text)) == (verdict, text)
    assert finding.figures == {"paid": paid, "granted": 20_000_00}


def test_any_payment_is_more_than_a_grant_of_nothing() -> None:
    assert within_grant(0, 0).verdict is Verdict.KEPT
    assert within_grant(1, 0).verdict is Verdict.BROKEN


def test_without_a_grant_it_cannot_be_told() -> None:
    finding = within_grant(5_00, None)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "et tilsagn")
    assert finding.figures == {"paid": 5_00}
