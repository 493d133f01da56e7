import pytest

from core.pool.finding import Verdict
from core.pool.rules.room import room
from tests.core.pool.build import said


@pytest.mark.parametrize(
    ("amount", "free", "verdict", "text"),
    [
        pytest.param(
            64_500_49,
            64_500_50,
            Verdict.KEPT,
            "Der er plads: 64.500,50 kr. tilbage til 64.500,49 kr.",
            id="one øre less than is free",
        ),
        pytest.param(
            64_500_50,
            64_500_50,
            Verdict.KEPT,
            "Der er plads: 64.500,50 kr. tilbage til 64.500,50 kr.",
            id="all that is free",
        ),
        pytest.param(
            64_500_51,
            64_500_50,
            Verdict.BROKEN,
            "Der er ikke plads: kun 64.500,50 kr. tilbage til 64.500,51 kr.",
            id="one øre more than is free",
        ),
        pytest.param(
            1, 0, Verdict.BROKEN, "Der er ikke plads: kun 0 kr. tilbage til 0,01 kr.", id="one øre of an empty pool"
        ),
        pytest.param(
            1_00, -5_00, Verdict.BROKEN, "Der er ikke plads: kun -5 kr. tilbage til 1 kr.", id="an overdrawn pool"
        ),
    ],
)
def test_an_amount_must_fit_in_what_is_free(amount: int, free: int, verdict: Verdict, text: str) -> None:
    finding = room(amount, free)
    assert (finding.verdict, said(finding.text).replace("\u2212", "-")) == (verdict, text)
    assert finding.figures == {"amount": amount, "free_before": free}


def test_without_an_amount_the_room_cannot_be_told_but_what_is_free_is_said() -> None:
    finding = room(None, 64_500_00)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, "beløb")
    assert finding.figures == {"free_before": 64_500_00}
