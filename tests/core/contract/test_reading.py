"""The one way in: a table is read once for as long as what it is read from is the same."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract import read_table as parser
from core.contract.cells.age import Ages
from core.contract.cells.kept import Unread
from core.contract.dataset import dataset_of
from core.contract.held import Held, Kept, confirmed, merge
from core.contract.raw import RawRow, Raws, RawTable, TabPlace
from core.contract.reading import read_if_changed
from core.contract.row import ReadTable
from core.contract.table import Table
from core.focus_group.bands import bands_of
from core.focus_group.tables import Member, Residents
from core.subjects import CONTRACT
from tests.core.contract.build import (
    RIGHT,
    Cells,
    age_band,
    department,
    invoice,
    member,
    raw_table,
    raw_tables,
    residents,
    setting,
)

THEN = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)
KEY = b"one run"
State = tuple[dict[str, Kept], tuple[Held, ...]]


def source(**changed: Iterable[Cells]) -> dict[str, Raws]:
    """What a source hands on, made anew at each reading, with a right row in every table."""
    rows = {name: [cells] for name, cells in RIGHT.items()} | changed
    return {name: (raw,) for name, raw in raw_tables(**rows).items()}


def read(now: Mapping[str, Raws], before: State = ({}, ()), minute: int = 0) -> State:
    return merge(CONTRACT, before[0], now, THEN + timedelta(minutes=minute), KEY, before[1])


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of tables whose cells have been read, each time that they were."""
    names: list[str] = []
    as_it_is = parser.read_table

    def counting(table: Table, *arguments: object) -> ReadTable:
        names.append(table.name)
        return as_it_is(table, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(parser, "read_table", counting)
    return names


# How often.


def test_a_first_reading_reads_each_table_once(parsed: list[str]) -> None:
    read(source())
    assert parsed == [table.name for table in CONTRACT]


def test_a_reading_of_what_has_not_changed_reads_nothing(parsed: list[str]) -> None:
    first = read(source())
    parsed.clear()
    used, held = read(source(), first, minute=1)
    assert (parsed, held) == ([], ())
    assert all(kept.read is first[0][name].read and kept.read_at > THEN for name, kept in used.items())


@pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)
def test_one_table_that_grows_is_read_once_and_no_other(parsed: list[str], table: Table) -> None:
    """A blank row more changes no name, no band and no figure."""
    first = read(source())
    parsed.clear()
    read(source(**{table.name: [RIGHT[table.name], {}]}), first, minute=1)
    assert parsed == [table.name]


def test_a_table_that_is_held_back_is_read_once_however_long_it_waits(parsed: list[str]) -> None:
    state = read(source())
    parsed.clear()
    for minute in range(1, 4):
        state = read(source(invoices=[]), state, minute)
        assert [held.table.name for held in state[1]] == ["invoices"]
    assert parsed == ["invoices"]


def test_a_table_that_lost_too_little_to_ask_about_is_read_once(parsed: list[str]) -> None:
    rows = [invoice(id=f"F{number}", paid="02-05-2024") for number in range(4)]
    state = read(source(invoices=rows))
    for cleared, is_read in ((1, ["invoices"]), (2, ["invoices"]), (2, [])):
        parsed.clear()
        cells = [{**row, "paid": None} for row in rows[:cleared]]
        state = read(source(invoices=[*cells, *rows[cleared:]]), state, minute=1)
        assert not state[1]
        assert state[0]["invoices"].full is not None
        assert parsed == is_read


def test_a_confirmed_table_is_not_read_again(parsed: list[str]) -> None:
    used, (held,) = read(source(invoices=[]), read(source()), minute=1)
    parsed.clear()
    used = confirmed(used, held)
    _, still_held = read(source(invoices=[]), (used, ()), minute=2)
    assert (parsed, still_held) == ([], ())


def test_a_table_that_is_gone_or_came_back_is_told_at_once(parsed: list[str]) -> None:
    state = read(source())
    gone = {name: raws for name, raws in source().items() if name != "invoices"}
    state = read(gone, state, minute=1)
    assert [held.table.name for held in state[1]] == ["invoices"]
    parsed.clear()
    assert read(source(), state, minute=2)[1] == ()
    assert parsed == [], "it stands as it was used all the time"


# What another table decides.


def test_of_persons_is_read_again_what_a_new_department_may_have_named(parsed: list[str]) -> None:
    state = read(source(members=[member(department="Ny")]))
    assert state[0]["members"].read.rows[0].values["department"] is Unread.UNKNOWN
    parsed.clear()
    grown = [department(), department(number="99", name="Ny")]
    used, _ = read(source(members=[member(department="Ny")], departments=grown), state, minute=1)
    assert used["members"].read.rows[0].values["department"] == "Ny"
    assert set(parsed) == {"departments", *(table.name for table in CONTRACT if table.persons)}
    assert len(parsed) == len(set(parsed))


def test_other_bands_are_read_of_the_source_and_not_of_the_former_bands(parsed: list[str]) -> None:
    ages = [member(id=age, ages=age) for age in ("25", "35")]
    state = read(source(members=ages, age_bands=[]))
    parsed.clear()
    state = read(source(members=ages, age_bands=[age_band(ages="18-27"), age_band(ages="28+")]), state, minute=1)
    assert [row.values["ages"] for row in state[0]["members"].read.rows] == ["18-27", "28+"]
    assert sorted(parsed) == ["age_bands", "members", "residents"]


def test_what_was_lost_little_by_little_has_the_new_bands_when_they_are_confirmed() -> None:
    members = [member(id=name, ages="70", last="01-03-2024") for name in "AB"]
    cleared = [members[0], {**members[1], "last": None}]
    rows = {"residents": [residents(ages="70")], "age_bands": BANDS}
    state = read(source(members=cleared, **rows), read(source(members=members, **rows)), minute=1)
    used, (held,) = read(source(members=cleared, **rows | {"age_bands": BANDS[:2]}), state, minute=2)
    assert held.table.name == "age_bands"
    full = used["members"].full
    newer = confirmed(used, held)["members"].full
    assert full is not None
    assert newer is not None
    assert [row.values["ages"] for row in full.rows] == ["60+", "60+"]
    assert [row.values["ages"] for row in newer.rows] == [None, None]
    assert all(None not in [row.values["last"] for row in one.rows] for one in (full, newer))


BANDS = [age_band(ages="18-39"), age_band(ages="40-59"), age_band(ages="60+")]


def test_bands_that_are_held_back_change_nobodys_band_until_that_is_confirmed() -> None:
    rows = {"members": [member(ages="70")], "residents": [residents(ages="70")]}
    state = read(source(age_bands=BANDS, **rows))
    used, (held,) = read(source(age_bands=BANDS[:2], **rows), state, minute=1)
    dataset = dataset_of(CONTRACT, {name: kept.read for name, kept in used.items()})
    assert str(bands_of(dataset)[-1]) == dataset.of(Member)[0].ages == dataset.of(Residents)[0].ages == "60+"
    newer = confirmed(used, held)
    dataset = dataset_of(CONTRACT, {name: kept.read for name, kept in newer.items()})
    assert dataset.of(Member)[0].ages is None
    assert {problem.what for problem in dataset.problems} == {Unread.NO_BAND.what}
    again, _ = read(source(age_bands=BANDS[:2], **rows), (newer, ()), minute=2)
    assert again["members"].read.rows == newer["members"].read.rows


def test_a_minimum_age_that_is_held_back_moves_nobody() -> None:
    settings = [setting(), setting(name="Mindste alder", value="16"), setting(name="Skjul under", value="4")]
    state = read(source(settings=settings, members=[member(ages="17")], age_bands=[]))
    used, (held,) = read(source(settings=settings[:1], members=[member(ages="17")], age_bands=[]), state, minute=1)
    assert held.table.name == "settings"
    assert used["members"].read.rows[0].values["ages"] == "16-29"
    assert confirmed(used, held)["members"].read.rows[0].values["ages"] is None


def test_what_a_confirmed_table_does_not_decide_is_left_as_it_was_read(parsed: list[str]) -> None:
    used, (held,) = read(source(departments=[]), read(source()), minute=1)
    parsed.clear()
    newer = confirmed(used, held)
    assert parsed == []
    assert all(newer[name].read is kept.read for name, kept in used.items() if name != "departments")


# What is the same.

INVOICES = CONTRACT.by_name["invoices"]
AN_INVOICE = raw_table("invoices", [invoice()])


def read_invoices(raws: Raws, before: Iterable[ReadTable] = (), key: bytes = KEY) -> ReadTable:
    none: dict[str, ReadTable] = {}
    return read_if_changed(INVOICES, raws, none, none, before, key)


def with_cell(cell: object) -> Raws:
    return (raw_table("invoices", [invoice(amount=cell)]),)


@pytest.mark.parametrize(
    "other",
    [
        pytest.param((), id="it is gone"),
        pytest.param((AN_INVOICE, AN_INVOICE), id="it stands twice"),
        pytest.param((replace(AN_INVOICE, name="fakturaer"),), id="its title in another spelling"),
        pytest.param((replace(AN_INVOICE, headings=AN_INVOICE.headings[::-1]),), id="its headings in another order"),
        pytest.param((replace(AN_INVOICE, rows=()),), id="no rows"),
        pytest.param((replace(AN_INVOICE, rows=(RawRow(3, AN_INVOICE.rows[0].cells),)),), id="a row moved down"),
        pytest.param((replace(AN_INVOICE, tab_place=TabPlace("Fakturaer", ("A",) * 7, 1)),), id="in a spreadsheet"),
        pytest.param(with_cell("1.001"), id="another amount"),
        pytest.param(with_cell(Decimal(1000)), id="a number for a text"),
    ],
)
def test_whatever_the_source_has_otherwise_is_read(other: Raws) -> None:
    before = read_invoices((AN_INVOICE,))
    assert read_invoices((AN_INVOICE,), [before]) is before
    assert read_invoices(other, [before]) is not before
    assert read_invoices(other, [before]) == read_invoices(other)


ALIKE = [1, 1.0, True, "1", Decimal(1), None, "None", "", date(2024, 1, 1), "2024-01-01", 0, False, -0.0, 10**5000]


@given(st.sampled_from(ALIKE), st.sampled_from(ALIKE))
def test_cells_that_only_look_alike_are_not_the_same(first: object, second: object) -> None:
    before = read_invoices(with_cell(first))
    is_same = read_invoices(with_cell(second), [before]) is before
    assert is_same or (type(first), first) != (type(second), second)
    assert not is_same or before == read_invoices(with_cell(second))


def test_names_hidden_in_another_run_are_read_again() -> None:
    before = read_invoices((AN_INVOICE,))
    assert read_invoices((AN_INVOICE,), [before], b"another run") is not before


def test_of_several_earlier_readings_each_may_be_the_same() -> None:
    first, second = read_invoices((AN_INVOICE,)), read_invoices(())
    assert read_invoices((AN_INVOICE,), [second, first]) is first
    assert read_invoices((), [first, second]) is second


# What is kept.


def test_a_table_is_kept_without_names_exact_ages_and_columns_outside_the_contract() -> None:
    raw = RawTable(
        "Fokusgruppe",
        ("Medlem", "Telefon", "Alder", "Fra", "Afdeling"),
        (RawRow(2, ("Karen Kørvel", "00 11 22 33", 1987, "29-01-2024", "07", "hjørne 4711")),),
    )
    used, _ = read(source() | {"members": (raw,)})
    assert not any(part in repr(used) for part in ("Kørvel", "Telefon", "00 11", "1987", "4711"))
    (kept,) = used["members"].read.raws
    assert kept.headings == ("Medlem", "Alder", "Fra", "Afdeling")
    assert kept.rows[0].cells[1:4] == (Ages(30, 44), "29-01-2024", "07")


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(lambda: 10**5000, id="a whole number of 5.001 digits"),
        pytest.param(lambda: [10**5000], id="a list with one"),
        pytest.param(lambda: {"a": b"1"}, id="several named values"),
        pytest.param(lambda: memoryview(bytes([1, 2])), id="bytes of a database"),
        pytest.param(lambda: "F\ud8001", id="half a letter"),
    ],
)
def test_a_cell_or_heading_of_any_kind_is_read_and_not_read_again(
    parsed: list[str], made: Callable[[], object]
) -> None:
    def odd() -> dict[str, Raws]:
        (raw,) = source(invoices=[invoice(supplier=made())])["invoices"]
        return source() | {"invoices": (replace(raw, headings=(*raw.headings, made())),)}

    first = read(odd())
    parsed.clear()
    assert read(odd(), first, minute=1)[1] == ()
    assert parsed == []
    read(source(), first, minute=2)
    assert parsed == ["invoices"]
