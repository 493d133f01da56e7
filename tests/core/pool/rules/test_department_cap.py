import pytest

from core.pool.finding import Verdict
from core.pool.rules.department_cap import department_cap
from tests.core.pool.build import said


@pytest.mark.parametrize(
    ("share", "had", "verdict", "text"),
    [
        pytest.param(
            10_000_00,
            {},
            Verdict.KEPT,
            "Afdeling 07 når 10.000 kr. i år; loftet er 10.000 kr.",
            id="at it, had nothing",
        ),
        pytest.param(
            10_000_01,
            {},
            Verdict.BROKEN,
            "Afdeling 07 når 10.000,01 kr. i år, 0,01 kr. over loftet på 10.000 kr.",
            id="one øre over, had nothing",
        ),
        # 6.000 + 4.000
        pytest.param(
            4_000_00,
            {"07": 6_000_00},
            Verdict.KEPT,
            "Afdeling 07 når 10.000 kr. i år; loftet er 10.000 kr.",
            id="at it with what it had",
        ),
        pytest.param(
            4_000_01,
            {"07": 6_000_00},
            Verdict.BROKEN,
            "Afdeling 07 når 10.000,01 kr. i år, 0,01 kr. over loftet på 10.000 kr.",
            id="one øre over with what it had",
        ),
        pytest.param(
            4_000_00,
            {"12": 99_000_00},
            Verdict.KEPT,
            "Afdeling 07 når 4.000 kr. i år; loftet er 10.000 kr.",
            id="what another department had does not count",
        ),
    ],
)
def test_what_a_department_has_had_and_gets_is_within_the_cap(
    share: int, had: dict[str, int], verdict: Verdict, text: str
) -> None:
    finding = department_cap({"07": share}, had, 10_000_00)
    assert (finding.verdict, said(finding.text)) == (verdict, text)
    assert finding.figures == {"department": "07", "total": had.get("07", 0) + share, "limit": 10_000_00}


def test_one_department_over_the_cap_breaks_it_for_all_and_is_named() -> None:
    finding = department_cap({"1": 2_000_00, "2": 2_000_00}, {"1": 1_000_00, "2": 8_000_01}, 10_000_00)
    assert (finding.verdict, finding.figures["department"]) == (Verdict.BROKEN, "2")


def test_a_department_already_over_the_cap_breaks_it_even_for_nothing() -> None:
    assert department_cap({"1": 0}, {"1": 10_000_00}, 10_000_00).verdict is Verdict.KEPT
    assert department_cap({"1": 0}, {"1": 10_000_01}, 10_000_00).verdict is Verdict.BROKEN


@pytest.mark.parametrize("shares", [None, {}], ids=["not known", "no department"])
def test_without_the_departments_shares_it_cannot_be_told(shares: dict[str, int] | None) -> None:
    finding = department_cap(shares, {}, 10_000_00)
    assert finding.verdict is Verdict.UNKNOWN
    assert "afdeling" in finding.missing
    assert finding.figures == {"limit": 10_000_00}
