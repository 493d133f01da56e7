from typing import Any

import pytest

from core.pool.can_grant import Answer, can_grant
from core.pool.finding import Verdict
from core.pool.judge import judge
from core.pool.rules.grants_per_department import grants_per_department
from core.pool.tables import Application
from tests.core.pool.build import a_full_application, a_ledger, day, findings, grant, invoice, rule, said

KEPT, BROKEN, UNKNOWN = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN
ONE = rule("tilsagn pr. afdeling pr. år", 1)


@pytest.mark.parametrize(
    ("had", "most", "verdict", "text"),
    [
        pytest.param({}, 1, KEPT, "Have når 1 tilsagn i 2024, og der kan højst gives 1 pr. afdeling pr. år", id="none"),
        pytest.param(
            {"07": 1}, 1, BROKEN, "Have når 2 tilsagn i 2024, og der kan højst gives 1 pr. afdeling pr. år", id="one"
        ),
        pytest.param(
            {"07": 1}, 2, KEPT, "Have når 2 tilsagn i 2024, og der kan højst gives 2 pr. afdeling pr. år", id="of two"
        ),
        pytest.param({"9": 8}, 1, KEPT, None, id="another department's"),
        pytest.param({}, 0, BROKEN, None, id="where none may be given"),
    ],
)
def test_so_many_grants_a_department_and_year(
    had: dict[str, int], most: int, verdict: Verdict, text: str | None
) -> None:
    finding = grants_per_department(["07"], had, most, 2024, {"07": "Have"})
    assert finding.verdict is verdict
    assert text in (None, finding.text)
    assert bool(finding.nothing) is (verdict is BROKEN)


def test_of_several_departments_the_one_that_has_had_most_decides() -> None:
    finding = grants_per_department(["1", "2"], {"2": 1}, 1, 2024, {"2": "Tværgade"})
    assert (finding.verdict, finding.figures["department"]) == (BROKEN, "2")
    assert finding.nothing == "Tværgade har fået 1 tilsagn i 2024, og der kan højst gives 1 pr. afdeling pr. år"


@pytest.mark.parametrize("departments", [None, ()])
def test_without_a_department_it_cannot_be_told(departments: tuple[str, ...] | None) -> None:
    finding = grants_per_department(departments, {}, 1, 2024, {})
    assert (finding.verdict, finding.missing) == (UNKNOWN, "afdeling")


def answered(*rows: Any, on: str = "2024-06-01", **draft: Any) -> Answer:
    return can_grant(a_full_application(id="ny", **draft), a_ledger(*rows), [ONE], day(on))


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        pytest.param([grant("A1", 1_00, "2024-02-01")], BROKEN, id="one of the year, however small"),
        pytest.param([grant("A1", 1_00, "2023-12-31")], KEPT, id="one of the year before"),
        pytest.param([grant("A1", 1_00, "2024-06-01")], BROKEN, id="one of the same day"),
        pytest.param([grant("A1", 1_00, "2024-06-02")], KEPT, id="one of the day after"),
        pytest.param([grant("A1", 1_00, "2024-02-01", departments=("2",))], KEPT, id="another department's"),
        pytest.param([grant("A1", 1_00, "2024-02-01", lapsed="2024-03-01")], KEPT, id="one that lapsed unused"),
        pytest.param(
            [grant("A1", 5_00, "2024-02-01", closed="2024-03-01"), invoice(1_00, paid="2024-02-15")],
            BROKEN,
            id="one that is closed and was used",
        ),
        pytest.param([grant("A1", 1_00, "2024-02-01", departments=())], UNKNOWN, id="one without a department"),
    ],
)
def test_it_counts_the_grants_of_the_calendar_year(rows: list[Any], verdict: Verdict) -> None:
    assert findings(answered(*rows).judgements)["grants_per_department"].verdict is verdict


def test_where_the_number_is_reached_nothing_can_be_granted_and_it_is_said_who_has_had_it() -> None:
    answer = answered(grant("A1", 1_00, "2024-02-01"))
    assert (answer.verdict, answer.largest.amount) == (BROKEN, 0)
    assert said(answer.largest.because) == (
        "Afdeling 1 har fået 1 tilsagn i 2024, og der kan højst gives 1 pr. afdeling pr. år"
    )


def test_what_is_not_known_withholds_the_largest_amount() -> None:
    assert answered(grant("A1", 1_00, "2024-02-01", departments=())).largest.amount is None
    assert answered(departments=()).largest.less_for == ("afdeling",)


def test_two_grants_of_one_day_are_both_one_too_many() -> None:
    rows: list[Application] = [grant("A1", 1_00, "2024-02-01"), grant("A2", 1_00, "2024-02-01")]
    for one in rows:
        found = findings(judge(one, a_ledger(*rows), [ONE], day("2024-12-31")))
        assert found["grants_per_department"].verdict is BROKEN
