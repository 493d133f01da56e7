"""The departments: some of them, the one that is meant, and what cannot be read of one."""

import pytest

from core.organisation.departments import (
    aside_of_department,
    departments_among,
    departments_meant,
    names_told_apart,
    not_one_in_words,
)
from core.organisation.tables import Department
from tests.core.contract.build import department, initiative, partnership, read


@pytest.mark.parametrize(
    ("some", "whole", "all_there", "of_chosen"),
    [
        (1, 1, "den ene afdeling", "den valgte afdeling"),
        (1, 2, "1 af 2 afdelinger", "1 af de 2 valgte afdelinger"),
        (2, 2, "begge afdelinger", "begge de valgte afdelinger"),
        (3, 3, "alle 3 afdelinger", "alle de valgte afdelinger"),
    ],
)
def test_some_of_the_departments_are_told(some: int, whole: int, all_there: str, of_chosen: str) -> None:
    assert departments_among(some, whole, chosen=False) == all_there
    assert departments_among(some, whole, chosen=True) == of_chosen


DEPARTMENTS = [
    department(number="07", name="Vesterhåb"),
    department(number="7B", name="Birkelyet"),
    department(number="12", name="birkelyet"),
    department(number="13", name="12"),
]


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        pytest.param("07", ["07"], id="its number"),
        pytest.param("7", ["07"], id="its number without the zero"),
        pytest.param("007", [], id="no number of any"),
        pytest.param("7b", ["7B"], id="its number in other letters"),
        pytest.param(" vesterhaab ", ["07"], id="its name in another spelling"),
        pytest.param("Birkelyet", ["7B", "12"], id="a name that two have"),
        pytest.param("12", ["12"], id="a number goes before a name"),
        pytest.param("?", [], id="nothing that can be looked for"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_the_department_that_is_meant(typed: str, numbers: list[str]) -> None:
    rows = read(departments=DEPARTMENTS, applications=[], invoices=[]).of(Department)
    assert [one.number for one in departments_meant(rows, typed)] == numbers


def test_departments_of_one_name_are_told_apart_by_their_numbers() -> None:
    rows = read(departments=DEPARTMENTS, applications=[], invoices=[]).of(Department)
    assert list(names_told_apart(rows).values()) == ["Vesterhåb", "Birkelyet (7B)", "birkelyet (12)", "12"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("99", "Afdelingen »99« i adressen findes ikke. Her er alle afdelinger."),
        ("Birkelyet", "Afdelingen »Birkelyet« i adressen kan være en af 2: »7B« og »12«. Vælg den rigtige herunder."),
        (
            "40",
            "Afdelingen »40« i adressen kan ikke læses. Se »Data« i menuen. Her er de afdelinger, der kan læses.",
        ),
        ("?", "Afdelingen »?« i adressen findes ikke. Her er alle afdelinger."),
    ],
)
def test_why_no_department_is_shown(typed: str, told: str) -> None:
    unreadable = [department(number="40", name="Åen"), department(number="40", name="Søen")]
    dataset = read(departments=[*DEPARTMENTS, *unreadable], applications=[], invoices=[])
    assert not_one_in_words(dataset, typed) == told


@pytest.mark.parametrize(
    ("cells", "concerns"),
    [
        pytest.param({"department": "07"}, True, id="its own"),
        pytest.param({"department": "02"}, False, id="another's"),
        pytest.param({"department": ""}, True, id="a blank one may be any"),
        pytest.param({"department": "nr. 99"}, True, id="one that leads nowhere may be any"),
    ],
)
def test_a_row_that_cannot_be_read_concerns_a_department_unless_it_is_known_to_be_anothers(
    cells: dict[str, str], concerns: bool
) -> None:
    dataset = read(partnerships=[partnership(applied="i går", **cells)])
    assert bool(aside_of_department(dataset, "07", "partnerships")) is concerns
    assert not aside_of_department(dataset, "07", "idea_uses")


@pytest.mark.parametrize(("departments", "concerns"), [("07; 02", True), ("02", False), ("", False), ("hos os", True)])
def test_a_row_of_several_departments_concerns_each_of_them(departments: str, concerns: bool) -> None:
    dataset = read(initiatives=[initiative(first="i går", departments=departments)])
    assert bool(aside_of_department(dataset, "07", "initiatives")) is concerns
