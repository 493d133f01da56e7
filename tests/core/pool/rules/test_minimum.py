import pytest

from core.pool.finding import Verdict
from core.pool.rules.minimum import minimum
from tests.core.pool.build import said


@pytest.mark.parametrize(
    ("amount", "verdict", "text"),
    [
        pytest.param(
            999_99, Verdict.BROKEN, "999,99 kr. er under det mindste beløb på 1.000 kr.", id="one øre under the minimum"
        ),
        pytest.param(
            1_000_00, Verdict.KEPT, "1.000 kr. er ikke under det mindste beløb på 1.000 kr.", id="at the minimum"
        ),
        pytest.param(
            1_000_01,
            Verdict.KEPT,
            "1.000,01 kr. er ikke under det mindste beløb på 1.000 kr.",
            id="one øre over the minimum",
        ),
        pytest.param(0, Verdict.BROKEN, "0 kr. er under det mindste beløb på 1.000 kr.", id="nothing"),
    ],
)
def test_the_pool_does_not_grant_less_than_its_minimum(amount: int, verdict: Verdict, text: str) -> None:
    finding = minimum(amount, 1_000_00)
    assert (finding.verdict, said(finding.text)) == (verdict, text)
    assert finding.figures == {"amount": amount, "limit": 1_000_00}


def test_without_an_amount_the_minimum_cannot_be_told() -> None:
    finding = minimum(None, 1_000_00)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "beløb")
