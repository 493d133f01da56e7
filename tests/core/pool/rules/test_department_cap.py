import pytest

from core.pool.finding import Finding, Verdict
from core.pool.rules.department_cap import department_cap as cap_per_year
from tests.core.pool.build import said

NAMES = {"07": "Bakkegården"}


def department_cap(amount: int | None, departments: tuple[str, ...] | None, had: dict[str, int], limit: int) -> Finding:
    return cap_per_year(amount, departments, had, limit, 2024, NAMES)


@pytest.mark.parametrize(
    ("share", "had", "verdict", "text"),
    [
        pytest.param(
            10_000_00,
            {},
            Verdict.KEPT,
            "Bakkegården når 10.000 kr. i 2024; loftet er 10.000 kr.",
            id="at it, had nothing",
        ),
        pytest.param(
            10_000_01,
            {},
            Verdict.BROKEN,
            "Bakkegården når 10.000,01 kr. i 2024, 0,01 kr. over loftet på 10.000 kr.",
            id="one øre over, had nothing",
        ),
        # 6.000 + 4.000
        pytest.param(
            4_000_00,
            {"07": 6_000_00},
            Verdict.KEPT,
            "Bakkegården når 10.000 kr. i 2024; loftet er 10.000 kr.",
            id="at it with what it had",
        ),
        pytest.param(
            4_000_01,
            {"07": 6_000_00},
            Verdict.BROKEN,
            "Bakkegården når 10.000,01 kr. i 2024, 0,01 kr. over loftet på 10.000 kr.",
            id="one øre over with what it had",
        ),
        pytest.param(
            4_000_00,
            {"12": 99_000_00},
            Verdict.KEPT,
            "Bakkegården når 4.000 kr. i 2024; loftet er 10.000 kr.",
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


def test_a_department_without_a_name_is_told_by_its_number() -> None:
    assert said(department_cap(1_00, ("9",), {}, 1_00).text) == "Afdeling 9 når 1 kr. i 2024; loftet er 1 kr."


@pytest.mark.parametrize(
    ("departments", "had", "verdict"),
    [
        pytest.param(("07",), {"07": 9_999_99}, Verdict.UNKNOWN, id="one øre is left"),
        pytest.param(("07",), {"07": 10_000_00}, Verdict.BROKEN, id="nothing is left"),
        pytest.param(("07", "9"), {"07": 10_000_00}, Verdict.BROKEN, id="one of two has nothing left"),
        pytest.param(("9", "07"), {"07": 10_000_00}, Verdict.UNKNOWN, id="the first takes the odd øre"),
    ],
)
def test_a_department_that_has_had_it_all_is_a_no_before_an_amount_is_known(
    departments: tuple[str, ...], had: dict[str, int], verdict: Verdict
) -> None:
    finding = department_cap(None, departments, had, 10_000_00)
    assert finding.verdict is verdict
    if verdict is Verdict.BROKEN:
        assert said(finding.text) == "Bakkegården har fået 10.000 kr. i 2024; loftet er 10.000 kr."
