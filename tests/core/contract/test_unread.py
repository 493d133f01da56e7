"""What cannot be read in a table about persons is kept nowhere, and what can is left as it stands."""

import pytest

from core.contract.dataset import read_dataset
from core.contract.raw import RawTable
from core.contract.unread import UNREAD, without_unread
from core.focus_group.bands import banded
from core.subjects import CONTRACT
from tests.core.contract.build import ambassador, cohort, department, grant, member, raw_tables, residents

WRONG = "Karen Kørvel, Skovvej 4711"
DEPARTMENTS = [department(number="07", name="Egholmparken"), department(number="", name="Uden nummer")]


def kept(name: str, row: dict[str, object], column: str) -> object:
    """What stands in the column of the only row when the tables have been gone through."""
    tables = raw_tables(**{"departments": DEPARTMENTS, "cohorts": [cohort()], name: [row]})
    found = {raw.name: raw for raw in without_unread(CONTRACT, banded(tables.values()))}
    place = [one.name for one in CONTRACT.by_name[name].columns].index(column)
    return found[CONTRACT.by_name[name].title].rows[0].cells[place]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("07", "07"),
        ("7", "7"),
        (7.0, 7.0),
        ("egholm parken", "egholm parken"),
        pytest.param("uden nummer", "uden nummer", id="the name of a row that cannot be read itself"),
        ("", None),
        (WRONG, UNREAD),
        ("08", UNREAD),
    ],
)
@pytest.mark.parametrize(
    ("name", "row"), [("members", member()), ("ambassadors", ambassador()), ("residents", residents())]
)
def test_a_department_that_is_one_stays_as_it_was_typed(
    name: str, row: dict[str, object], typed: object, expected: object
) -> None:
    assert (kept(name, row | {"department": typed}, "department") or None) == expected


@pytest.mark.parametrize(
    ("name", "row", "column", "typed", "stays"),
    [
        ("members", member(), "first", "29. januar 2024", True),
        ("members", member(), "first", WRONG, False),
        ("members", member(), "last", "30-02-2024", False),
        ("ambassadors", ambassador(), "cohort", "4", True),
        ("ambassadors", ambassador(), "cohort", "5", False),
        ("residents", residents(), "number", "31", True),
        ("residents", residents(), "number", "-1", False),
        ("residents", residents(), "number", WRONG, False),
        ("residents", residents(), "stated", "2024K3", True),
        ("residents", residents(), "stated", WRONG, False),
    ],
)
def test_what_a_column_can_read_stays(name: str, row: dict[str, object], column: str, typed: str, stays: bool) -> None:
    assert kept(name, row | {column: typed}, column) == (typed if stays else UNREAD)


def test_other_tables_are_left_alone() -> None:
    tables = raw_tables(applications=[grant(participants=WRONG)])
    assert without_unread(CONTRACT, tables.values()) == tuple(tables.values())


def test_nothing_is_kept_where_the_headings_leave_doubt() -> None:
    raw = raw_tables(members=[member()])["members"]
    doubled = RawTable(raw.name, (*raw.headings, "Medlem"), raw.rows)
    (found,) = without_unread(CONTRACT, [doubled])
    assert "07" not in found.rows[0].cells


def test_a_department_of_an_earlier_reading_is_known_too() -> None:
    tables = raw_tables(departments=[], members=[member()])
    before = raw_tables(departments=DEPARTMENTS)["departments"]
    assert without_unread(CONTRACT, [tables["members"]], [before]) == (tables["members"],)


def test_the_mark_is_told_as_what_cannot_be_read_and_never_shown() -> None:
    tables = raw_tables(departments=DEPARTMENTS, members=[member(department=WRONG, last=WRONG)])
    dataset = read_dataset(CONTRACT, without_unread(CONTRACT, banded(tables.values())))
    told = [problem for problem in dataset.problems if problem.table == "Fokusgruppe"]
    assert {problem.column for problem in told} == {"Afdeling", "Til"}
    assert not any(UNREAD in str(problem) or "Karen" in str(problem) for problem in told)
