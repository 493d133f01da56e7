"""Rows are known again by their key, also a corrected one; a column that lost its cells is seen whatever it is."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.kept import Hidden
from core.contract.loss import Loss, loss
from core.contract.raw import RawTable
from core.contract.reading import read_tables
from core.contract.row import ReadRow, ReadTable
from core.contract.table import Kind
from core.subjects import CONTRACT
from tests.core.contract.build import (
    Cells,
    age_band,
    department,
    invoice,
    measurement,
    meeting,
    member,
    pool_rule,
    raw_table,
    residents,
    sheet_mark,
)


def lost(name: str, before: Sequence[Cells], now: Sequence[Cells]) -> Loss:
    return of_raws(name, raw_table(name, before), raw_table(name, now))


def of_raws(name: str, before: RawTable, now: RawTable, key: bytes = b"one") -> Loss:
    """key: what the names of now are hidden with; those of before are with b"one"."""
    return loss(read_beside_departments(name, before, b"one"), read_beside_departments(name, now, key))


def read_beside_departments(name: str, raw: RawTable, key: bytes) -> ReadTable:
    departments = raw_table("departments", [department(number=f"{number:02}") for number in range(1, 20)])
    return read_tables(CONTRACT, {"departments": (departments,), name: (raw,)}, key)[name]


def invoices(*keys: str, **cells: object) -> list[Cells]:
    return [invoice(id=key, amount=str(1000 + place), **cells) for place, key in enumerate(keys)]


@pytest.mark.parametrize(
    ("name", "before", "now", "gone"),
    [
        pytest.param("invoices", invoices("F1", "F2", "F3"), invoices("F1", "F2"), ["F3"], id="a row is deleted"),
        pytest.param("invoices", invoices("F1", "F2"), [], ["F1", "F2"], id="all rows are deleted"),
        pytest.param("invoices", invoices("F1"), invoices("F1"), [], id="nothing happens"),
        pytest.param("invoices", invoices("F-01"), invoices("f01"), [], id="the key is spelled otherwise"),
        pytest.param("departments", [department(number="07")], [department(number="7")], [], id="a zero is lost"),
        pytest.param("invoices", invoices("F1", "F2"), invoices("F1", "X9"), [], id="a key is corrected in its place"),
        pytest.param(
            "invoices",
            invoices("F1", "F2"),
            [*invoices("F1"), invoice(id="X9", amount="1001", paid="01-03-2024", supplier="Bageren")],
            [],
            id="a key is corrected in its place, and blank cells are filled in",
        ),
        pytest.param(
            "invoices",
            invoices("F1", "F2"),
            [*invoices("F1"), invoice(id="X9", amount="2000", paid="01-03-2024")],
            ["F2"],
            id="another invoice is typed over it",
        ),
        pytest.param(
            "invoices",
            invoices("F1", "F2"),
            [invoice(id="X9", amount="1001", paid="01-03-2024"), *invoices("F1")],
            ["F2"],
            id="a corrected key and a filled cell stand in another place",
        ),
        pytest.param(
            "invoices",
            invoices("F1", "F2"),
            [invoice(id="X9", amount="1001"), invoice(id="F1", amount="1000")],
            [],
            id="a key is corrected, and the table is sorted",
        ),
        pytest.param(
            "invoices",
            invoices("F1", "F2"),
            [invoice(id="F1", amount="1000"), invoice(id="F3", amount="1999")],
            ["F2"],
            id="a row is deleted and another one comes",
        ),
        pytest.param(
            "invoices", invoices("F1"), [invoice(id="F2", amount="2000")], ["F1"], id="key and amount are others"
        ),
        pytest.param(
            "invoices", invoices("F1"), [invoice(id="", amount="1000")], [], id="a key is cleared: the row is told"
        ),
        pytest.param(
            "invoices", invoices("F1"), [invoice(id="F1", amount="?")], [], id="the row cannot be read: it is told"
        ),
        pytest.param(
            "invoices",
            invoices("F1"),
            [invoice(id="F1", amount="1"), invoice(id="F1", amount="2")],
            [],
            id="the key stands twice: both are told",
        ),
        pytest.param(
            "measurements",
            [measurement(date="30-06-2024")],
            [measurement(date="30-06-2025")],
            [],
            id="a date in a key is corrected",
        ),
        pytest.param(
            "measurements",
            [measurement(indicator="G1-a", date="30-06-2024")],
            [measurement(indicator="G1-b", date="30-06-2025")],
            ["G1-a, 30-06-2024"],
            id="both parts of a key are others",
        ),
        pytest.param(
            "board_meetings",
            [meeting(date="12-06-2024"), meeting(date="18-09-2024")],
            [meeting(date="12-06-2024"), meeting(date="19-09-2024")],
            [],
            id="one of two meetings alike is moved, in its place",
        ),
        pytest.param(
            "board_meetings",
            [meeting(date="13-03-2024"), meeting(date="12-06-2024"), meeting(date="18-09-2024")],
            [meeting(date="12-06-2024"), meeting(date="18-09-2024"), meeting(date="12-03-2025")],
            ["13-03-2024"],
            id="the first of meetings alike is deleted and another one comes last",
        ),
        pytest.param(
            "age_bands",
            [age_band(ages="18-29"), age_band(ages="30+")],
            [age_band(ages="18-24"), age_band(ages="30+")],
            [],
            id="what is nothing but a key is corrected in its place",
        ),
        pytest.param("age_bands", [age_band(ages="18-29")] * 1, [], ["18-29"], id="what is nothing but a key is gone"),
        pytest.param(
            "residents",
            [residents(sex="Mand", number="10"), residents(sex="Kvinde", number="12")],
            [residents(sex="Kvinde", number="12")],
            ["07, 30-44"],
            id="of rows that add up one is deleted",
        ),
        pytest.param(
            "residents",
            [residents(sex="Mand", number="10"), residents(sex="Kvinde", number="12")],
            [residents(sex="Kvinde", number="13"), residents(sex="Mand", number="10")],
            [],
            id="of rows that add up one is counted anew",
        ),
        pytest.param(
            "residents",
            [residents(stated="2024K1", number="10")],
            [residents(stated="2025K1", number="14")],
            [],
            id="a new year's count stands in place of the old",
        ),
        pytest.param(
            "residents",
            [
                residents(department=place, number=number)
                for place, number in (("07", "20"), ("07", "13"), ("12", "20"))
            ],
            [
                residents(department=place, number=number)
                for place, number in (("12", "20"), ("07", "13"), ("12", "20"))
            ],
            [],
            id="of rows that add up one is given a department that has one like it",
        ),
        pytest.param(
            "residents",
            [residents(ages="18-29", sex="Kvinde"), residents(ages="18-29", sex="Mand")],
            [residents(ages="?", department="12", sex="Kvinde"), residents(ages="18-29", sex="Mand")],
            [],
            id="of a row the key is changed in one part and cannot be read in the other: it is told",
        ),
        pytest.param(
            "measurements",
            [measurement(indicator="G1-a"), measurement(indicator="G1-b", value="12")],
            [measurement(indicator="G1-a"), measurement(indicator="G1-c", date="?", value="13")],
            ["G1-b, 30-06-2025"],
            id="a row that cannot be read says something else",
        ),
        pytest.param(
            "age_bands",
            [age_band(ages="18-29"), age_band(ages="30+")],
            [age_band(ages="?"), age_band(ages="30+")],
            [],
            id="what is nothing but a key cannot be read: it is told",
        ),
        pytest.param(
            "pool_rules",
            [pool_rule(), pool_rule(rule="højst sider", value="1")],
            [pool_rule(rule="mindste beløb"), pool_rule(rule="højst sider", value="1")],
            [],
            id="another rule is chosen",
        ),
        pytest.param(
            "pool_rules",
            [pool_rule(), pool_rule(rule="højst sider", value="1")],
            [pool_rule(rule="ansøgningsfrist"), pool_rule(rule="højst sider", value="1")],
            [],
            id="another rule is chosen, that the value does not fit",
        ),
        pytest.param(
            "pool_rules",
            [pool_rule(), pool_rule(rule="højst sider", value="1")],
            [pool_rule(rule="højst sider"), pool_rule(rule="højst sider", value="1")],
            [],
            id="another rule is chosen, that there is already",
        ),
        pytest.param(
            "pool_rules",
            [pool_rule(), pool_rule(rule="højst sider", value="1")],
            [pool_rule(rule="noget andet"), pool_rule(rule="højst sider", value="1")],
            [],
            id="another rule is typed, that there is none of",
        ),
        pytest.param(
            "pool_rules",
            [pool_rule(), pool_rule(rule="højst sider", value="1")],
            [pool_rule(rule="mindste beløb", value="500"), pool_rule(rule="højst sider", value="1")],
            ["Fællesskabspuljen, loft pr. projekt, 15-05-2023"],
            id="another rule with another value is typed over it",
        ),
        pytest.param(
            "sheet_marks",
            [sheet_mark(table="Bord 1"), sheet_mark(table="Bord 2")],
            [sheet_mark(table="Bord 2")],
            None,
            id="the sheet of one table is deleted",
        ),
    ],
)
def test_which_rows_are_gone(name: str, before: list[Cells], now: list[Cells], gone: list[str] | None) -> None:
    found = lost(name, before, now).gone
    assert len(found) == 1 if gone is None else list(found) == gone


def test_another_rule_chosen_in_most_rows_is_no_loss() -> None:
    rules = ["loft pr. projekt", "højst sider", "mindste beløb", "plads i puljen", "ikke begyndt", "ansøgningsfrist"]
    before = [pool_rule(rule=rule, value=value) for rule, value in zip(rules, ("20.000", "1", "500", "ja", "ja",
              "1. marts"), strict=True)]  # fmt: skip
    now = [row | {"rule": rules[place - 1]} if place < 4 else row for place, row in enumerate(before)]
    assert lost("pool_rules", before, now).gone == ()


@given(st.data())
def test_however_residents_are_given_wrong_departments_no_row_is_gone(data: st.DataObject) -> None:
    """As they are once their ages are bands: of rows that say the same of one department all but the first are told."""
    places = [data.draw(st.sampled_from(["01", "02", "03"])) for _ in range(6)]
    rows = [residents(department=place, ages=ages, number=number, sex=sex) for place, ages, number, sex in zip(
        ("01", "01", "02", "02", "03", "03"), ("18-29", "30-44") * 3, ("20", "8") * 3, ("Kvinde", "Mand") * 3,
        strict=True)]  # fmt: skip
    moved = [row | {"department": place} for row, place in zip(rows, places, strict=True)]
    assert lost("residents", rows, moved).gone == ()


def test_half_of_the_invoices_under_new_numbers_are_the_same_invoices() -> None:
    keys = [f"F{number}" for number in range(40)]
    assert lost("invoices", invoices(*keys), invoices(*keys[:20], *(f"2024-{key}" for key in keys[20:]))).gone == ()


MEMBERS = [member(id=f"M{place}", department=f"0{place}") for place in range(1, 4)]
CAME_INSTEAD = [*MEMBERS[:2], member(id="M9", department="12", first="01-02-2025")]
MOVED = [*MEMBERS[:2], member(id="M3", department="12")]
CORRECTED = [*MEMBERS[:2], member(id="M4", department="03")]


@pytest.mark.parametrize(
    ("now", "key", "gone"),
    [
        pytest.param(CAME_INSTEAD, b"one", 1, id="somebody else came in place of one"),
        pytest.param(CAME_INSTEAD, b"two", 0, id="after a start nobody is known again"),
        pytest.param(MOVED, b"one", 0, id="one is of another department now"),
        pytest.param(MOVED, b"two", 0, id="one is of another department after a start"),
        pytest.param(CORRECTED, b"one", 0, id="a number was corrected"),
        pytest.param(MEMBERS[::-1], b"one", 0, id="the table was sorted"),
        pytest.param(MEMBERS[:2], b"two", 1, id="one is gone after a start"),
    ],
)
def test_persons_are_known_again_by_their_number_as_long_as_the_program_runs(
    now: list[Cells], key: bytes, gone: int
) -> None:
    assert len(of_raws("members", raw_table("members", MEMBERS), raw_table("members", now), key).gone) == gone


def emptied(found: Loss) -> list[tuple[str, int, int]]:
    return [(one.column.heading, one.had, one.lost) for one in found.columns]


PAID = [f"0{month}-03-2024" for month in range(1, 7)]


def paid(*days: str) -> list[Cells]:
    return [invoice(id=f"F{place}", paid=day) for place, day in enumerate(days)]


@pytest.mark.parametrize(
    ("before", "now", "columns"),
    [
        pytest.param(PAID[:2], ["", ""], [("Betalt", 2, 2)], id="both of two"),
        pytest.param(PAID[:2], [PAID[0], ""], [], id="one of two is half"),
        pytest.param(PAID[:1], [""], [], id="one of one is a correction"),
        pytest.param(PAID[:3], [PAID[0], "", ""], [("Betalt", 3, 2)], id="two of three"),
        pytest.param(PAID[:4], [*PAID[:2], "", ""], [], id="two of four are half"),
        pytest.param(PAID[:5], [*PAID[:2], "", "", ""], [("Betalt", 5, 3)], id="three of five"),
        pytest.param([*PAID[:2], "", ""], ["", "", *PAID[2:4]], [("Betalt", 2, 2)], id="others have come instead"),
        pytest.param(PAID[:2], ["i går", "?"], [("Betalt", 2, 2)], id="they are there and cannot be read"),
        pytest.param(["", ""], ["", ""], [], id="there were none"),
        pytest.param(PAID[:3], [PAID[4], PAID[4], PAID[4]], [], id="all are others: nothing is lost"),
    ],
)
def test_a_column_that_lost_more_than_half_of_its_cells_is_told(
    before: list[str], now: list[str], columns: list[tuple[str, int, int]]
) -> None:
    assert emptied(lost("invoices", paid(*before), paid(*now))) == columns


def test_cells_of_rows_that_are_gone_or_new_are_not_counted_with_the_column() -> None:
    before, now = paid(*PAID[:4]), [*paid(*PAID[:2]), invoice(id="F8"), invoice(id="F9", amount="17")]
    assert emptied(lost("invoices", before, now)) == []


@pytest.mark.parametrize("rows", [1, 2])
def test_the_heading_of_any_column_that_had_something_is_missed(rows: int) -> None:
    for table in CONTRACT.tables:
        headings = {column.name for column in table.columns}
        full = tuple(
            ReadRow(n, {c.name: Hidden("", f"{n}") if c.kind is Kind.PRIVATE else f"{n}" for c in table.columns}, {})
            for n in range(rows)
        )
        old = ReadTable(table, True, True, full, headings=frozenset(headings))
        assert loss(old, old).columns == ()
        for name in headings - set(table.key):
            bare = replace(
                old,
                rows=tuple(replace(row, values=row.values | {name: None}) for row in full),
                headings=old.headings - {name},
            )
            (missed,) = loss(old, bare).columns
            assert (missed.column.name, missed.had, missed.lost) == (name, rows, rows), table.title


@given(
    keys=st.lists(st.integers(0, 40), unique=True, max_size=25),
    deleted=st.sets(st.integers(0, 40)),
    added=st.sets(st.integers(50, 60)),
    shuffled=st.randoms(use_true_random=False),
)
def test_exactly_the_deleted_rows_are_gone_in_any_order(
    keys: list[int], deleted: set[int], added: set[int], shuffled: object
) -> None:
    def row(key: int) -> Cells:
        return invoice(id=f"F{key}", amount=str(1000 + key))

    left = [row(key) for key in keys if key not in deleted] + [row(key) for key in added]
    shuffled.shuffle(left)  # type: ignore[attr-defined]
    found = lost("invoices", [row(key) for key in keys], left)
    assert sorted(found.gone) == sorted(f"F{key}" for key in keys if key in deleted)
    assert found.new == len(added)
