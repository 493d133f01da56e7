"""What is told of one department: its ambassadors and their initiatives."""

from typing import Any

import pytest

from core.ambassadors.of_department import of_department
from core.subject.of_department import Part
from tests.core.ambassadors.build import day
from tests.core.contract.build import ambassador, department, initiative, read

DEPARTMENTS = [department(), department(number="02", name="Egholmparken"), department(number="12", name="Å")]


def parts(on: str = "2024-07-01", **tables: Any) -> tuple[Part, ...]:
    dataset = read(departments=DEPARTMENTS, applications=[], invoices=[], **tables)
    return tuple(of_department(dataset, "07", day(on)))


def of(first: str, last: str = "", where: str = "07", key: str = "T1") -> dict[str, object]:
    return ambassador(id=key, department=where, first=first, last=last, cohort="")


@pytest.mark.parametrize(
    ("rows", "told", "clause"),
    [
        pytest.param(
            [of("02-07-2024"), of("01-01-2024", where="02", key="T2")],
            "Afdelingen har aldrig haft en ambassadør.",
            "har aldrig haft en ambassadør",
            id="one who has not begun, and another department's",
        ),
        pytest.param(
            [of("01-07-2024")],
            "Afdelingen har 1 ambassadør siden 1. jul. 2024.",
            "har 1 ambassadør",
            id="one who begins on the day",
        ),
        pytest.param(
            [of("01-03-2024"), of("01-02-2023", key="T2"), of("01-01-2022", "01-01-2023", key="T3")],
            "Afdelingen har 2 ambassadører, den første siden 1. feb. 2023.",
            "har 2 ambassadører",
            id="two, and one who stopped before them",
        ),
        pytest.param(
            [of("01-03-2023", "30-06-2024"), of("01-02-2023", "01-07-2024", key="T2")],
            "Afdelingen mistede sin sidste ambassadør 1. jul. 2024.",
            "har mistet sin sidste ambassadør",
            id="two who stopped, the last on the day",
        ),
        pytest.param(
            [of("i går")],
            "Der er ingen ambassadør i afdelingen, der kan læses.",
            "",
            id="a row that cannot be read is not taken for none",
        ),
        pytest.param(
            [of("i går"), of("01-03-2024", key="T2")],
            "Afdelingen har 1 ambassadør siden 1. mar. 2024.",
            "har 1 ambassadør",
            id="one, and a row that cannot be read",
        ),
    ],
)
def test_how_many_it_has_and_since_when(rows: list[dict[str, object]], told: str, clause: str) -> None:
    ambassadors, _ = parts(ambassadors=rows)
    assert (ambassadors.told, ambassadors.clause) == (told, clause)
    assert ambassadors.rows == ()
    assert ambassadors.aside == sum(row["first"] == "i går" for row in rows)


def test_its_initiatives_stand_with_those_under_way_first() -> None:
    _, initiatives = parts(
        initiatives=[
            initiative(id="I1", name="Over", departments="07", first="01-05-2024", last="01-07-2024"),
            initiative(id="I2", name="Alene", departments="07", first="01-02-2024", last="02-07-2024"),
            initiative(id="I3", name="Sammen", departments="12; 07; 02", first="01-03-2024"),
            initiative(id="I4", name="Kommer", departments="07", first="02-07-2024"),
            initiative(id="I5", name="Andres", departments="02", first="01-03-2024"),
            initiative(id="I6", name="Alle", departments="", first="01-03-2024"),
        ]
    )
    assert initiatives.told == "2 initiativer er i gang i afdelingen. 1 initiativ for alle afdelinger er ikke talt med."
    assert [row.cells for row in initiatives.rows] == [
        ("Sammen", "Å og Egholmparken", "01-03-2024", "i gang"),
        ("Alene", "–", "01-02-2024", "i gang"),
        ("Over", "–", "01-05-2024", "01-07-2024"),
    ]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([], "Ingen initiativer er i gang i afdelingen."),
        ([initiative(first="01-05-2024")], "1 initiativ er i gang i afdelingen."),
        ([initiative(first="engang")], "Der er intet initiativ i gang i afdelingen, der kan læses."),
    ],
)
def test_initiatives_are_told_of_none_one_and_one_that_cannot_be_read(rows: list[Any], told: str) -> None:
    assert parts(initiatives=rows)[1].told == told


def test_an_initiative_whose_departments_cannot_be_read_may_be_its_own_and_is_not_said_to_be_everybodys() -> None:
    unread = initiative(departments="hos os", first="01-07-2024")
    found = parts(initiatives=[unread])[1]
    assert (found.told, found.aside) == ("Der er intet initiativ i gang i afdelingen, der kan læses.", 1)
    assert parts(on="2024-06-30", initiatives=[unread])[1].aside == 0
