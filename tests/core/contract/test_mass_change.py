"""Most of a column changed at once: that is told above all else that changed."""

from collections.abc import Iterable

import pytest

from core.contract.mass_change import MassChange, mass_changes
from core.subjects import CONTRACT
from tests.core.contract.build import Cells, department, invoice, member, read, residents


def invoices(amounts: Iterable[str], first: int = 0) -> list[Cells]:
    return [invoice(id=f"F{number}", amount=amount) for number, amount in enumerate(amounts, start=first)]


AMOUNT = "Beløb"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(["1", "2"], ["3", "4"], (2, 2), id="both of two"),
        pytest.param(["1", "2"], ["1", "4"], None, id="one of two"),
        pytest.param(["1"], ["2"], None, id="one of one is a correction"),
        pytest.param(["1", "2", "3", "4"], ["1", "2", "5", "6"], None, id="exactly half"),
        pytest.param(["1", "2", "3"], ["1", "5", "6"], (2, 3), id="more than half"),
        pytest.param(["1", "2", "3"], ["3", "1", "2"], (3, 3), id="the column was sorted alone"),
        pytest.param(["1", "2"], ["1", "2", "3", "4", "5"], None, id="new rows are no change"),
        pytest.param(["1", "2", "3", "4", "5"], ["1"], None, id="rows that are gone are no change"),
    ],
)
def test_a_column_with_more_than_half_of_its_cells_changed_is_told(
    before: list[str], after: list[str], told: tuple[int, int] | None
) -> None:
    found = mass_changes(CONTRACT, read(invoices=invoices(before)), read(invoices=invoices(after)))
    assert found == ((MassChange("Fakturaer", AMOUNT, *told),) if told else ())


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        pytest.param(("", "", ""), ("01-03-2024",) * 3, [("Betalt", 3, 3)], id="blanks are filled in"),
        pytest.param(("", "", "", "05-03-2024"), ("", "", "", "06-03-2024"), [], id="the only one that was filled in"),
        pytest.param(
            ("05-03-2024", "06-03-2024", ""), ("", "", ""), [("Betalt", 2, 2)], id="what was filled in is cleared"
        ),
    ],
)
def test_rows_with_nothing_at_either_time_are_not_counted(
    before: tuple[str, ...], after: tuple[str, ...], told: list[tuple[str, int, int]]
) -> None:
    was, now = (
        read(invoices=[invoice(id=f"F{n}", paid=paid) for n, paid in enumerate(days)]) for days in (before, after)
    )
    assert [(one.column, one.changed, one.of) for one in mass_changes(CONTRACT, was, now)] == told


@pytest.mark.parametrize(
    ("had", "cleared", "is_told"),
    [(8, 2, True), (9, 2, False), (8, 1, False), (3, 1, False), (4, 2, True), (12, 3, True), (12, 4, True)],
)
def test_a_quarter_of_the_cells_cleared_is_told_though_nothing_is_held_back(
    had: int, cleared: int, is_told: bool
) -> None:
    was, now = (
        read(invoices=[invoice(id=f"F{n}", paid="" if n < blank else "05-03-2024") for n in range(had)])
        for blank in (0, cleared)
    )
    assert mass_changes(CONTRACT, was, now) == ((MassChange("Fakturaer", "Betalt", cleared, had),) if is_told else ())


def test_of_persons_no_row_is_known_again_so_nothing_is_told() -> None:
    def members(place: str) -> list[Cells]:
        return [member(id=f"M{n}", department=place, ages="30-44") for n in range(3)]

    assert mass_changes(CONTRACT, read(members=members("07")), read(members=members("02"))) == ()


def test_rows_that_add_up_are_compared_together_in_any_order() -> None:
    rows = [residents(department=place, sex=sex) for place in ("07", "02", "12") for sex in ("Mand", "Kvinde")]
    assert mass_changes(CONTRACT, read(residents=rows), read(residents=rows[::-1])) == ()
    more = [row | {"number": "99"} for row in rows]
    assert [one.column for one in mass_changes(CONTRACT, read(residents=rows), read(residents=more))] == ["Beboere"]


def test_every_table_and_column_is_looked_at() -> None:
    was, now = (
        read(departments=[department(number=str(n), name=f"{name}{n}", homes=homes) for n in range(3)])
        for name, homes in (("A", "1"), ("B", "2"))
    )
    assert [one.column for one in mass_changes(CONTRACT, was, now)] == ["Navn", "Boliger"]
