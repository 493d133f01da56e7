"""What cannot be read in a table about persons is kept nowhere, and what can is left as it stands."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from core.contract.cells.kept import Hidden, Unread
from core.contract.dataset import dataset_of, read_dataset
from core.contract.problem import Problem
from core.contract.raw import RawRow, RawTable
from core.contract.reading import read_if_changed, read_tables
from core.contract.row import ReadTable
from core.subjects import CONTRACT
from tests.core.contract.build import ambassador, cohort, department, grant, member, raw_tables, residents

WRONG = "Karen Kørvel, Skovvej 4711"
DEPARTMENTS = [department(number="07", name="Egholmparken"), department(number="", name="Uden nummer")]


def kept(name: str, row: dict[str, object], column: str) -> object:
    """What stands in the column of the only row as it is kept when the tables have been read."""
    (raw,) = read_all(**{"departments": DEPARTMENTS, "cohorts": [cohort()], name: [row]})[name].raws
    return raw.rows[0].cells[[each.name for each in CONTRACT.by_name[name].columns].index(column)]


def read_all(**rows: list[dict[str, object]]) -> dict[str, ReadTable]:
    return read_tables(CONTRACT, {name: (raw,) for name, raw in raw_tables(**rows).items()}, b"key")


def of_members(problems: Iterable[Problem]) -> list[tuple[str | None, str, str, str]]:
    return [(one.column, one.what, one.do, one.effect) for one in problems if one.table == "Fokusgruppe"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("07", "07"),
        ("7", "7"),
        (7.0, 7.0),
        ("egholm parken", "egholm parken"),
        pytest.param("uden nummer", "uden nummer", id="the name of a row that cannot be read itself"),
        ("", None),
        (WRONG, Unread.UNKNOWN),
        ("08", Unread.UNKNOWN),
        ("#REF!", Unread.UNREADABLE),
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
        ("residents", residents(), "ages", WRONG, False),
        ("members", member(), "ages", WRONG, False),
    ],
)
def test_what_a_column_can_read_stays(name: str, row: dict[str, object], column: str, typed: str, stays: bool) -> None:
    found = kept(name, row | {column: typed}, column)
    assert found == typed if stays else isinstance(found, Unread)


def test_other_tables_are_left_alone() -> None:
    rows = [grant(participants=WRONG)]
    assert read_all(applications=rows)["applications"].raws == (raw_tables(applications=rows)["applications"],)


def test_nothing_is_kept_where_the_headings_leave_doubt() -> None:
    raw = raw_tables(members=[member()])["members"]
    twice = RawTable(raw.name, (*raw.headings, "Fra"), raw.rows)
    (found,) = read_tables(CONTRACT, {"members": (twice,)}, b"key")["members"].raws
    assert all(cell is None or isinstance(cell, Hidden | Unread) for cell in found.rows[0].cells)


def test_nothing_is_kept_where_the_table_stands_twice() -> None:
    raw = raw_tables(members=[member()])["members"]
    both = read_tables(CONTRACT, {"members": (raw, raw)}, b"key")["members"].raws
    assert len(both) == 2
    assert all(cell is None or isinstance(cell, Hidden | Unread) for one in both for cell in one.rows[0].cells)


def test_what_stands_in_a_column_that_stands_twice_is_not_kept() -> None:
    raw = RawTable("Fokusgruppe", ("Medlem", "Fra", "Afdeling", "AFDELING (nr)", "Afdeling"), ())
    raw = replace(raw, rows=(RawRow(2, ("M1", "29-01-2024", "Karen", "Bo", "07")),))
    (found,) = read_tables(CONTRACT, {"members": (raw,)}, b"key")["members"].raws
    assert found.rows[0].cells[1:] == ("29-01-2024", *[Unread.UNREADABLE] * 3)


def test_a_department_that_waits_with_others_is_known_too() -> None:
    """The newer departments are held back, and the member's department is only among them; or only among the older."""
    raws = (raw_tables(members=[member()])["members"],)
    without = read_all(departments=[])
    with_it = read_all(departments=DEPARTMENTS)
    for used, newest in ((without, with_it), (with_it, without)):
        read = read_if_changed(CONTRACT.by_name["members"], raws, used, newest, (), b"key")
        assert read.rows[0].values["department"] == "07"
    read = read_if_changed(CONTRACT.by_name["members"], raws, without, without, (), b"key")
    assert read.rows[0].values["department"] is Unread.UNKNOWN


def test_what_was_forgotten_is_told_as_what_cannot_be_read_and_never_shown() -> None:
    read = read_all(departments=DEPARTMENTS, members=[member(department=WRONG, last=WRONG)])
    problems = of_members(dataset_of(CONTRACT, read).problems)
    assert {column for column, *_ in problems} == {"Afdeling", "Til"}
    assert not any(part in str(told) for told in problems for part in ("Karen", "4711", "Unread"))


@pytest.mark.parametrize("column", ["department", "ages", "first", "last"])
@pytest.mark.parametrize("wrong", [WRONG, "#REF!"])
def test_read_again_from_what_was_kept_a_table_says_the_same(column: str, wrong: str) -> None:
    read = read_all(departments=DEPARTMENTS, members=[member(), member(id="M2") | {column: wrong}])
    again = read_tables(CONTRACT, {name: table.raws for name, table in read.items()}, b"another key")
    first, second = (dataset_of(CONTRACT, tables) for tables in (read, again))
    assert len(of_members(first.problems)) == 1
    assert second == first
    assert again["members"].raws == read["members"].raws


@pytest.mark.parametrize("typed", ["\ue003ulæselig", "\ue001NO_AGE", "Unread.UNKNOWN"])
def test_nothing_typed_passes_for_what_was_forgotten(typed: str) -> None:
    problems = read_dataset(CONTRACT, raw_tables(applications=[grant(departments=typed)]).values()).problems
    assert [problem.value for problem in problems if problem.column == "Afdelinger"] == [typed]
