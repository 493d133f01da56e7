"""Departments side by side: what each has had of every subject, and where nothing has happened."""

import pytest

from core.contract.dataset import Dataset
from core.subjects.side_by_side import Order, by_recency, quiet_in_words, side_by_side
from tests.core.ambassadors.build import day
from tests.core.contract.build import ambassador, application, department, grant, initiative, member, partnership, read


def organisation() -> Dataset:
    return read(
        departments=[
            department(number="01", name="Ågården", homes="40"),
            department(number="02", name="Østergade", homes="90"),
            department(number="03", name="Bakken", homes=""),
            department(number="04", name="Ærø", homes="10"),
        ],
        applications=[
            grant(departments="01; 02", granted="7,01"),
            application(id="A2", departments="03", received="01-06-2024"),
        ],
        invoices=[],
        ambassadors=[ambassador(department="01", first="01-03-2024", cohort="")],
        initiatives=[initiative(departments="02", first="01-05-2024"), initiative(id="I2", departments="")],
        members=[
            member(id=f"M{place}", department=home, ages=ages)
            for place, (home, ages) in enumerate((("04", "20"), ("04", "35"), ("02", "50"), ("01", "65"), ("03", "80")))
        ],
        partnerships=[partnership(department="03", applied="01-02-2024", agreed="01-03-2024")],
    )


def test_each_department_has_its_own_and_its_part_of_what_is_shared() -> None:
    rows = {row.department.number: row for row in side_by_side(organisation(), day("2024-07-01"))}
    # 701 øre in two parts: the first has the øre left over.
    assert (rows["01"].grants, rows["01"].granted, rows["01"].ambassadors, rows["01"].initiatives) == (1, 351, 1, 0)
    assert (rows["02"].grants, rows["02"].granted, rows["02"].ambassadors, rows["02"].initiatives) == (1, 350, 0, 1)
    assert (rows["03"].applications, rows["03"].grants, rows["03"].granted) == (1, 0, 0)
    assert [number for number, row in rows.items() if row.quiet] == ["04"]


# Last in Ågården and Østergade on 1 March and 1 May 2024, in Bakken on 1 June, in Ærø never.
@pytest.mark.parametrize(
    ("on", "counted"),
    [
        pytest.param("2024-07-01", (1, 0, 3), id="all within the year"),
        pytest.param("2025-02-28", (1, 0, 3), id="the day before a year has passed"),
        pytest.param("2025-03-01", (1, 1, 2), id="a year to the day"),
        pytest.param("2025-06-01", (1, 3, 0), id="all before it"),
        pytest.param("2024-01-09", (4, 0, 0), id="nothing yet"),
    ],
)
def test_they_are_counted_by_how_long_ago_something_was_registered(on: str, counted: tuple[int, int, int]) -> None:
    assert by_recency(side_by_side(organisation(), day(on)), day(on)) == counted


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.QUIET, ["Ærø", "Ågården", "Østergade", "Bakken"]),
        (Order.RECENT, ["Bakken", "Østergade", "Ågården", "Ærø"]),
        (Order.NAME_REVERSED, ["Ågården", "Østergade", "Ærø", "Bakken"]),
        # Of Bakken it is not known.
        (Order.FEWEST_HOMES, ["Ærø", "Ågården", "Østergade", "Bakken"]),
        (Order.LEAST_GRANTED, ["Bakken", "Ærø", "Østergade", "Ågården"]),
        (Order.FEWEST_APPLICATIONS, ["Ærø", "Bakken", "Østergade", "Ågården"]),
        (Order.FEWEST_AMBASSADORS, ["Bakken", "Ærø", "Østergade", "Ågården"]),
        (Order.FEWEST_INITIATIVES, ["Bakken", "Ærø", "Ågården", "Østergade"]),
        (Order.FEWEST_MEMBERS, ["Bakken", "Østergade", "Ågården", "Ærø"]),
        (Order.FEWEST_PARTNERSHIPS, ["Ærø", "Østergade", "Ågården", "Bakken"]),
        (Order.NAME, ["Bakken", "Ærø", "Østergade", "Ågården"]),
        (Order.HOMES, ["Østergade", "Ågården", "Ærø", "Bakken"]),
        (Order.GRANTED, ["Ågården", "Østergade", "Bakken", "Ærø"]),
        (Order.APPLICATIONS, ["Bakken", "Østergade", "Ågården", "Ærø"]),
        (Order.AMBASSADORS, ["Ågården", "Bakken", "Ærø", "Østergade"]),
        (Order.INITIATIVES, ["Østergade", "Bakken", "Ærø", "Ågården"]),
        (Order.MEMBERS, ["Ærø", "Bakken", "Østergade", "Ågården"]),
        (Order.PARTNERSHIPS, ["Bakken", "Ærø", "Østergade", "Ågården"]),
    ],
)
def test_the_order_is_chosen_and_equals_stand_in_danish_order(order: Order, names: list[str]) -> None:
    assert [row.department.name for row in side_by_side(organisation(), day("2024-07-01"), order)] == names


@pytest.mark.parametrize(("on", "quiet"), [("2024-01-09", 4), ("2024-01-10", 2), ("2024-01-31", 2), ("2024-02-01", 1)])
def test_what_has_not_happened_yet_is_not_seen(on: str, quiet: int) -> None:
    assert sum(row.quiet for row in side_by_side(organisation(), day(on))) == quiet


def test_a_grant_counts_from_the_day_it_is_decided() -> None:
    for on, grants in (("2024-01-24", 0), ("2024-01-25", 1)):
        rows = {row.department.number: row for row in side_by_side(organisation(), day(on))}
        assert rows["01"].grants == grants


def test_where_nothing_has_happened_is_told_of_none_of_some_and_of_all() -> None:
    rows = side_by_side(organisation(), day("2024-07-01"))
    busy, quiet = [row for row in rows if not row.quiet], [row for row in rows if row.quiet]
    assert quiet_in_words(rows) == "I 1 af 4 afdelinger er der ingen aktivitet registreret."
    assert quiet_in_words(busy) == "Der er registreret aktivitet i alle 3 afdelinger."
    assert quiet_in_words(busy[:1]) == "Der er registreret aktivitet i den ene afdeling."
    assert quiet_in_words(quiet, chosen=True) == "I den valgte afdeling er der ingen aktivitet registreret."
