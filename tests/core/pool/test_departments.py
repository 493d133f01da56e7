import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.organisation.tables import Department
from core.pool.departments import (
    DepartmentRow,
    NeverApplied,
    bound_by_department,
    department_rows,
    never_applied,
    split_evenly,
)
from tests.core.pool.build import a_ledger, application, day, grant, invoice, rejection
from tests.core.pool.histories import often


@pytest.mark.parametrize(
    ("amount", "departments", "parts"),
    [
        pytest.param(100_00, ("1",), {"1": 100_00}, id="one department gets it all"),
        pytest.param(100_00, ("1", "2"), {"1": 50_00, "2": 50_00}, id="two get half each"),
        # 100,00 / 3 = 33,333...: 33,33 each and one øre left.
        pytest.param(100_00, ("1", "2", "3"), {"1": 33_34, "2": 33_33, "3": 33_33}, id="the first takes one øre left"),
        # 0,05 / 3: one øre each and two left.
        pytest.param(5, ("3", "1", "2"), {"3": 2, "1": 2, "2": 1}, id="the first two take two øre left"),
        pytest.param(1, ("1", "2"), {"1": 1, "2": 0}, id="one øre goes to the first"),
        pytest.param(0, ("1", "2"), {"1": 0, "2": 0}, id="nothing is nothing each"),
        pytest.param(100_00, (), {}, id="no department, no parts"),
    ],
)
def test_an_amount_for_several_departments_is_split_evenly(
    amount: int, departments: tuple[str, ...], parts: dict[str, int]
) -> None:
    assert split_evenly(amount, departments) == parts


@often(100)
@given(st.integers(-1000_00, 1000_00), st.integers(1, 40))
def test_the_parts_add_up_to_the_ore_and_differ_by_one_at_most(amount: int, number: int) -> None:
    parts = split_evenly(amount, [str(place) for place in range(number)])
    assert len(parts) == number
    assert sum(parts.values()) == amount
    assert max(parts.values()) - min(parts.values()) <= 1


def test_what_departments_have_from_the_pool_is_committed_and_paid() -> None:
    ledger = a_ledger(
        grant("A1", 10_000_00, "2024-02-01", departments=("1", "2")),
        invoice(3_000_00, "A1", paid="2024-03-01"),
        grant("A2", 5_000_00, "2024-02-01", departments=("2",), closed="2024-05-01"),
        invoice(4_000_01, "A2", paid="2024-04-01"),
        application("A3", departments=("3",), requested=9_00),
        rejection("A4", "2024-02-01", departments=("4",)),
    )
    # The open grant binds all of its 10.000: 5.000 each. The other one 5.000, and 4.000,01 once closed.
    assert bound_by_department(ledger, day("2024-04-30")) == {"1": 5_000_00, "2": 10_000_00}
    assert bound_by_department(ledger, day("2024-05-01")) == {"1": 5_000_00, "2": 9_000_01}


@pytest.mark.parametrize(
    ("decided", "had"),
    [
        pytest.param("2023-12-31", 0, id="the last day of the year before"),
        pytest.param("2024-01-01", 7_00, id="the first day of the year"),
        pytest.param("2024-12-31", 7_00, id="the last day of the year"),
        pytest.param("2025-01-01", 0, id="the first day of the year after"),
    ],
)
def test_a_year_has_the_grants_decided_in_it(decided: str, had: int) -> None:
    ledger = a_ledger(grant("A1", 7_00, decided))
    assert bound_by_department(ledger, day("2025-06-01"), 2024)["1"] == had


def test_a_grant_that_names_no_department_is_no_departments() -> None:
    bound = bound_by_department(a_ledger(grant("A1", 7_00, "2024-02-01", departments=())), day("2024-03-01"))
    assert {bound[department.number] for department in ALL} == {0}


AAGAARDEN, OESTERGADE, AERTEBJERG, ZENHAVEN = (
    Department("1", "Ågården", 40),
    Department("2", "Østergade", 25),
    Department("3", "Ærtebjerg", None),
    Department("4", "Zenhaven", 12),
)
ALL = (AAGAARDEN, OESTERGADE, AERTEBJERG, ZENHAVEN)


def test_every_department_has_a_row_in_danish_order() -> None:
    rows = department_rows(ALL, a_ledger(), [], day("2024-06-01"))
    assert [row.department.name for row in rows] == ["Zenhaven", "Ærtebjerg", "Østergade", "Ågården"]
    assert {(row.applications, row.grants, row.bound, row.last_applied) for row in rows} == {(0, 0, 0, None)}


def test_a_departments_row_counts_what_it_asked_for_got_and_when_it_last_asked() -> None:
    ledger = a_ledger(
        grant("A1", 10_000_00, "2024-02-01", received="2024-01-10", departments=("1", "2")),
        rejection("A2", "2024-02-01", received="2024-01-20", departments=("1",)),
        application("A3", received="2024-03-01", departments=("1",)),
        application("A4", received="2024-03-02", departments=("1",)),
    )
    rows = {row.department.number: row for row in department_rows(ALL, ledger, ledger.applications, day("2024-03-01"))}
    assert rows["1"] == DepartmentRow(AAGAARDEN, 3, 1, 5_000_00, day("2024-03-01"))
    assert rows["2"] == DepartmentRow(OESTERGADE, 1, 1, 5_000_00, day("2024-01-10"))
    assert rows["4"] == DepartmentRow(ZENHAVEN, 0, 0, 0, None)


def test_when_a_department_last_applied_is_asked_of_all_pools() -> None:
    elsewhere = application("B1", pool="2025", received="2024-05-01", departments=("2",))
    ledger = a_ledger(elsewhere)
    row = next(row for row in department_rows([OESTERGADE], ledger, [elsewhere], day("2024-06-01")))
    assert (row.applications, row.grants, row.bound, row.last_applied) == (0, 0, 0, day("2024-05-01"))


@pytest.mark.parametrize(
    ("on", "never"),
    [
        pytest.param("2024-01-09", NeverApplied(4, 4, 77, 77, 1, 1), id="the day before the first application"),
        # 40 + 25 + 12 = 77 homes are stated; without department 1, 25 + 12 = 37.
        pytest.param("2024-01-10", NeverApplied(3, 4, 37, 77, 1, 1), id="the day of the first application"),
    ],
)
def test_who_has_never_applied_and_how_many_homes_they_have(on: str, never: NeverApplied) -> None:
    ledger = a_ledger(application("A1", departments=("1",)))
    assert never_applied(department_rows(ALL, ledger, ledger.applications, day(on))) == never


def test_a_rejected_department_has_applied() -> None:
    ledger = a_ledger(rejection("A1", "2024-02-01", departments=("1",)))
    rows = department_rows([AAGAARDEN], ledger, ledger.applications, day("2024-02-01"))
    assert never_applied(rows) == NeverApplied(0, 1, 0, 40, 0, 0)


def test_departments_that_state_no_homes_are_counted_apart() -> None:
    rows = department_rows([AERTEBJERG, Department("5", "Ny", None)], a_ledger(), [], day("2024-06-01"))
    assert never_applied(rows) == NeverApplied(2, 2, 0, 0, 2, 2)


def test_a_department_of_no_homes_states_them() -> None:
    rows = department_rows([Department("5", "Ny", 0)], a_ledger(), [], day("2024-06-01"))
    assert never_applied(rows) == NeverApplied(1, 1, 0, 0, 0, 0)


def test_without_departments_nobody_has_never_applied() -> None:
    assert never_applied(department_rows([], a_ledger(), [], day("2024-06-01"))) == NeverApplied(0, 0, 0, 0, 0, 0)
