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
    finding = department_cap(share, ("07",), had, 10_000_00)
    assert (finding.verdict, said(finding.text)) == (verdict, text)
    assert finding.figures == {"department": "07", "total": had.get("07", 0) + share, "limit": 10_000_00}


def test_the_grant_is_shared_evenly_and_the_first_takes_the_ore_left_over() -> None:
    # 20.000,01 for two: 10.000,01 and 10.000,00.
    finding = department_cap(20_000_01, ("1", "2"), {}, 10_000_00)
    assert (finding.verdict, finding.figures["department"]) == (Verdict.BROKEN, "1")
    assert department_cap(20_000_00, ("1", "2"), {}, 10_000_00).verdict is Verdict.KEPT


def test_one_department_over_the_cap_breaks_it_for_all_and_is_named() -> None:
    # 4.000 for two: 1.000 + 2.000, and 8.000,01 + 2.000.
    finding = department_cap(4_000_00, ("1", "2"), {"1": 1_000_00, "2": 8_000_01}, 10_000_00)
    assert (finding.verdict, finding.figures["department"]) == (Verdict.BROKEN, "2")
    assert finding.figures["total"] == 10_000_01


def test_a_department_already_over_the_cap_breaks_it_even_for_nothing() -> None:
    assert department_cap(0, ("1",), {"1": 10_000_00}, 10_000_00).verdict is Verdict.KEPT
    assert department_cap(0, ("1",), {"1": 10_000_01}, 10_000_00).verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    ("amount", "departments", "missing"),
    [
        pytest.param(None, ("1",), "beløb", id="the amount"),
        pytest.param(1_00, (), "afdeling", id="the department"),
        pytest.param(1_00, None, "afdeling", id="a department that cannot be read"),
    ],
)
def test_without_amount_or_department_it_cannot_be_told(
    amount: int | None, departments: tuple[str, ...] | None, missing: str
) -> None:
    finding = department_cap(amount, departments, {}, 10_000_00)
    assert (finding.verdict, finding.missing) == (Verdict.UNKNOWN, missing)
    assert finding.figures == {"limit": 10_000_00}


def test_without_amount_and_department_one_of_them_is_asked_for() -> None:
    finding = department_cap(None, (), {}, 10_000_00)
    assert finding.verdict is Verdict.UNKNOWN
    assert finding.missing in {"beløb", "afdeling"}
