from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pool.finding import Verdict
from core.pool.rules.co_funding import co_funding, largest_share
from tests.core.pool.build import said
from tests.core.pool.histories import often

TWO_THIRDS, HALF = Fraction(2, 3), Fraction(1, 2)


@pytest.mark.parametrize(
    ("amount", "total_cost", "share", "verdict"),
    [
        # 300,00 * 2/3 = 200,00
        pytest.param(200_00, 300_00, TWO_THIRDS, Verdict.KEPT, id="two thirds of 300 exactly"),
        pytest.param(200_01, 300_00, TWO_THIRDS, Verdict.BROKEN, id="one øre over two thirds of 300"),
        # 100,00 * 2/3 = 66,666...
        pytest.param(66_66, 100_00, TWO_THIRDS, Verdict.KEPT, id="two thirds of 100, to the øre below"),
        pytest.param(66_67, 100_00, TWO_THIRDS, Verdict.BROKEN, id="two thirds of 100, rounded up"),
        # 0.67 * 100.000,00 = 67.000,00, but 2/3 of it is 66.666,666...
        pytest.param(66_666_67, 100_000_00, TWO_THIRDS, Verdict.BROKEN, id="two thirds is not 0,67"),
        # 10.000,01 / 2 = 5.000,005
        pytest.param(5_000_00, 10_000_01, HALF, Verdict.KEPT, id="half of an odd amount, to the øre below"),
        pytest.param(5_000_01, 10_000_01, HALF, Verdict.BROKEN, id="half of an odd amount, rounded up"),
        pytest.param(300_00, 300_00, Fraction(1), Verdict.KEPT, id="the whole of it where the pool may pay all"),
        pytest.param(300_01, 300_00, Fraction(1), Verdict.BROKEN, id="more than it costs"),
        pytest.param(0, 0, HALF, Verdict.KEPT, id="nothing of nothing"),
        pytest.param(1, 0, HALF, Verdict.BROKEN, id="one øre of nothing"),
    ],
)
def test_the_pool_pays_at_most_its_share_exactly(
    amount: int, total_cost: int, share: Fraction, verdict: Verdict
) -> None:
    finding = co_funding(amount, total_cost, share)
    assert finding.verdict is verdict
    assert finding.figures == {"amount": amount, "total_cost": total_cost, "share": share}


def test_the_share_is_said_with_the_most_it_gives() -> None:
    kept, broken = co_funding(66_66, 100_00, TWO_THIRDS), co_funding(66_67, 100_00, TWO_THIRDS)
    assert said(kept.text) == "66,66 kr. er højst 2/3 af 100 kr. (66,66 kr.)"
    assert said(broken.text) == "66,67 kr. er mere end 2/3 af 100 kr. (66,66 kr.)"
    assert "50 %" in said(co_funding(1_00, 4_00, HALF).text)


@pytest.mark.parametrize(
    ("amount", "total_cost", "missing"),
    [
        pytest.param(None, 300_00, "beløb", id="the amount"),
        pytest.param(200_00, None, "projektets samlede udgift", id="the project's cost"),
    ],
)
def test_without_amount_or_cost_it_cannot_be_told(amount: int | None, total_cost: int | None, missing: str) -> None:
    finding = co_funding(amount, total_cost, TWO_THIRDS)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, missing)


def test_without_amount_and_cost_one_of_them_is_asked_for() -> None:
    finding = co_funding(None, None, TWO_THIRDS)
    assert finding.verdict is Verdict.UNKNOWN
    assert finding.missing in {"beløb", "projektets samlede udgift"}


@often(200)
@given(
    total_cost=st.integers(0, 10**9),
    share=st.fractions(Fraction(1, 100), Fraction(1), max_denominator=100),
)
def test_the_largest_share_is_kept_and_one_ore_more_is_not(total_cost: int, share: Fraction) -> None:
    most = largest_share(total_cost, share)
    assert Fraction(most) <= total_cost * share < Fraction(most + 1)
    assert co_funding(most, total_cost, share).verdict is Verdict.KEPT
    assert co_funding(most + 1, total_cost, share).verdict is Verdict.BROKEN
