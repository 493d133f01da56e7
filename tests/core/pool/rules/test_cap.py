import pytest

from core.pool.finding import Verdict
from core.pool.rules.cap import cap
from tests.core.pool.build import said


@pytest.mark.parametrize(
    ("amount", "limit", "verdict", "text"),
    [
        pytest.param(0, 20_000_00, Verdict.KEPT, "0 kr. er inden for loftet på 20.000 kr.", id="nothing"),
        pytest.param(
            19_999_99, 20_000_00, Verdict.KEPT, "19.999,99 kr. er inden for loftet på 20.000 kr.", id="one øre under"
        ),
        pytest.param(20_000_00, 20_000_00, Verdict.KEPT, "20.000 kr. er inden for loftet på 20.000 kr.", id="at it"),
        pytest.param(
            20_000_01,
            20_000_00,
            Verdict.BROKEN,
            "20.000,01 kr. er 0,01 kr. over loftet på 20.000 kr.",
            id="one øre over",
        ),
        # 25.000 - 20.000 = 5.000
        pytest.param(
            25_000_00, 20_000_00, Verdict.BROKEN, "25.000 kr. er 5.000 kr. over loftet på 20.000 kr.", id="well over"
        ),
        pytest.param(1, 0, Verdict.BROKEN, "0,01 kr. er 0,01 kr. over loftet på 0 kr.", id="a cap of nothing"),
    ],
)
def test_one_project_can_get_at_most_the_cap(amount: int, limit: int, verdict: Verdict, text: str) -> None:
    finding = cap(amount, limit)
    assert (finding.verdict, said(finding.text)) == (verdict, text)
    assert finding.figures == {"amount": amount, "limit": limit}
    assert finding.missing == ""


def test_without_an_amount_the_cap_cannot_be_told() -> None:
    finding = cap(None, 20_000_00)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "beløb")
    assert finding.figures == {"limit": 20_000_00}
