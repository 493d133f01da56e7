"""The last good state on disk: what was kept comes back as it was, or not at all, whatever happened to the disk."""

import copy
import json
import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.contract.cells.age import Ages
from core.contract.cells.kept import Hidden, Unread
from core.contract.csv_text import split
from core.contract.dataset import Dataset, read_dataset
from core.contract.held import Saved, from_saved, merge
from core.contract.raw import RawRow, RawTable, TabPlace
from core.contract.reading import read_tables
from core.danish import moment
from core.pool.tables import INVOICES, Invoice
from core.subjects import CONTRACT
from shell.reading import last_good
from shell.reading.last_good import UnreadableState
from shell.sources.csv_folder import read_folder
from tests.core.contract.build import grant, invoice, raw_table, raw_tables
from tests.often import examples
from tests.organisations.lyngklokken import APPLICANT, EXTRA_COLUMNS, lyngklokken
from tests.organisations.stores import write_csv

ROOT = Path(__file__).parents[3]
AT = datetime(2026, 3, 11, 18, 0, tzinfo=UTC)
KEY = "csv:/data/puljen"
HEADINGS = raw_table("applications", []).headings
posix = pytest.mark.skipif(os.name == "nt", reason="the rights and signals are those of POSIX")


def kept(*raws: RawTable, at: datetime = AT) -> dict[str, Saved]:
    names = {table.title: table.name for table in CONTRACT.tables}
    return {names[raw.name]: Saved((raw,), at) for raw in raws}


def invoices(amount: int = 3, supplier: str = "") -> dict[str, Saved]:
    return kept(raw_table("invoices", [invoice(id=f"F{n}", supplier=supplier) for n in range(amount)]))


def state_file(folder: Path) -> Path:
    (file,) = folder.glob("*.json")
    return file


def dataset_of(tables: dict[str, Saved]) -> Dataset:
    return read_dataset(CONTRACT, [raw for one in tables.values() for raw in one.raws])


def cells_of(tables: dict[str, Saved]) -> list[tuple[object, ...]]:
    return [row.cells for one in tables.values() for raw in one.raws for row in raw.rows]


# There and back.


def test_what_was_kept_comes_back(tmp_path: Path) -> None:
    tables = kept(*raw_tables().values())
    last_good.save(tmp_path, KEY, tables)
    assert last_good.load(tmp_path, KEY) == tables


def test_a_later_state_replaces_the_earlier_one(tmp_path: Path) -> None:
    for amount in (3, 0, 8):
        last_good.save(tmp_path, KEY, invoices(amount))
        assert last_good.load(tmp_path, KEY) == invoices(amount)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_table_that_was_not_there_or_stood_twice_comes_back_so(tmp_path: Path) -> None:
    raw = raw_tables()["pools"]
    tables = {"invoices": Saved((), AT), "pools": Saved((raw, replace(raw, name="puljer")), AT + timedelta(hours=1))}
    last_good.save(tmp_path, KEY, tables)
    assert last_good.load(tmp_path, KEY) == tables


def test_nothing_kept_is_nothing_to_show(tmp_path: Path) -> None:
    assert last_good.load(tmp_path, KEY) == {}
    assert last_good.load(tmp_path / "not there", KEY) == {}
    last_good.save(tmp_path, KEY, {})
    assert last_good.load(tmp_path, KEY) == {}


def test_an_organisation_read_from_disk_is_the_one_that_was_read(tmp_path: Path) -> None:
    raws = read_folder(write_csv(lyngklokken(), tmp_path / "csv")).tables
    tables = {name: Saved(tables, AT) for name, tables in CONTRACT.by_table(raws).items()}
    last_good.save(tmp_path, KEY, tables)
    assert dataset_of(last_good.load(tmp_path, KEY)) == dataset_of(tables)


CELLS: st.SearchStrategy[object] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**30), 10**30),
    st.floats(allow_nan=False),
    st.text(),
    st.text(alphabet='æøåÆØÅéü →\u00a0\u2028\ue000"\\/\n\r\t\0{}[]', max_size=10),
    st.decimals(allow_nan=False),
    st.dates(),
    st.builds(Hidden, st.text(max_size=4), st.text(max_size=4)),
    st.sampled_from(Unread),
    st.integers(0, 129).map(Ages) | st.builds(Ages, st.integers(0, 60), st.integers(60, 129)),
    st.datetimes(),
    st.datetimes(timezones=st.just(UTC) | st.just(timezone(timedelta(hours=2)))),
)
TAB_PLACES = st.none() | st.builds(
    TabPlace,
    tab=st.text(max_size=8),
    columns=st.just(("A", "B", "C", "D", "E", "F", "G")),
    heading_row=st.integers(0, 6),
    link=st.sampled_from(["", "https://regneark.invalid/d/æ#gid=1"]),
)


def same(one: object, other: object) -> bool:
    """Equal and of the same type, all the way down: 1, 1.0 and True are three things in a sheet."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(same(a, b) for a, b in zip(one, other, strict=True))
    return type(one) is type(other) and one == other and str(one) == str(other)


@given(
    rows=st.lists(st.lists(CELLS, max_size=7), max_size=4),
    tab_place=TAB_PLACES,
    at=st.datetimes(datetime(2000, 1, 1), datetime(2999, 12, 31), timezones=st.just(UTC)),  # noqa: DTZ001
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60))
def test_every_cell_comes_back_as_it_was(
    tmp_path: Path, rows: list[list[object]], tab_place: TabPlace | None, at: datetime
) -> None:
    raw = replace(raw_table("invoices", []), tab_place=tab_place)
    raw = replace(raw, rows=tuple(RawRow(number * 7, tuple(cells)) for number, cells in enumerate(rows)))
    last_good.save(tmp_path, KEY, kept(raw, at=at))
    back = last_good.load(tmp_path, KEY)
    assert back == kept(raw, at=at)
    assert same(tuple(cells_of(back)), tuple(row.cells for row in raw.rows))


class Other:
    """A cell of a kind that only its database knows."""

    def __str__(self) -> str:
        return "12-02-2024"


def test_of_any_other_cell_its_text_is_kept_which_is_what_is_read(tmp_path: Path) -> None:
    tables = kept(raw_table("invoices", [invoice(invoiced=Other())]))
    last_good.save(tmp_path, KEY, tables)
    back = last_good.load(tmp_path, KEY)
    assert cells_of(back)[0][3] == "12-02-2024"
    assert dataset_of(back).of(Invoice) == dataset_of(tables).of(Invoice)


ODD: dict[str, object] = {
    "half a letter": "F\ud8001",
    "a whole number of 5.001 digits": 10**5000,
    "the same below nought": -(10**5000),
    "bytes": b"\xff12",
    "bytes that change": bytearray(b"12"),
    "bytes of a database": memoryview(b"12"),
    "a list": ["a", 1],
    "a list with a number of 5.001 digits": [10**5000],
    "a set": {1, 2},
    "several named values": {"a": b"1"},
    "a number without end": Decimal("Infinity"),
    "a span of time": timedelta(days=3, minutes=5),
    "a very long text": "x" * 200_000,
}


@pytest.mark.parametrize("cell", ODD.values(), ids=ODD)
def test_an_odd_cell_stops_neither_reading_nor_saving_and_reads_the_same_after_a_restart(
    tmp_path: Path, cell: object
) -> None:
    """In a row of its own for each kind of column."""
    names = ("id", "application", "amount", "invoiced", "supplier", "made_out_to_organisation")
    odd = [invoice(**{"id": f"F{number}", name: cell}) for number, name in enumerate(names, start=1)]
    raws = raw_tables(invoices=[invoice(id="F0"), *odd, invoice(id="F9")])
    now = {name: (raw,) for name, raw in raws.items()}
    used, _ = merge(CONTRACT, {}, now, AT, b"key")
    before = dataset_of({name: one.saved for name, one in used.items()})
    last_good.save(tmp_path, KEY, {name: one.saved for name, one in used.items()})
    back = last_good.load(tmp_path, KEY)
    after = dataset_of(back)
    assert after.tables == before.tables
    assert [(one.row, one.column, one.what) for one in after.problems] == [
        (one.row, one.column, one.what) for one in before.problems
    ]
    assert not merge(CONTRACT, from_saved(CONTRACT, back, b"key"), now, AT, b"key")[1]
    last_good.save(tmp_path, KEY, back)
    assert last_good.load(tmp_path, KEY) == back


def test_a_heading_of_any_kind_is_kept(tmp_path: Path) -> None:
    for cell in ODD.values():
        raw = raw_table("invoices", [invoice()])
        tables = kept(replace(raw, headings=(*raw.headings[:-1], cell)))
        last_good.save(tmp_path, KEY, tables)
        assert dataset_of(last_good.load(tmp_path, KEY)).of(Invoice) == dataset_of(tables).of(Invoice)


def test_what_a_table_has_lost_little_by_little_is_kept(tmp_path: Path) -> None:
    full = raw_table("invoices", [invoice(paid="02-05-2024")])
    tables = {"invoices": Saved((raw_table("invoices", [invoice()]),), AT, full)}
    last_good.save(tmp_path, KEY, tables)
    assert last_good.load(tmp_path, KEY) == tables


def test_a_state_from_before_losses_were_kept_is_a_state(tmp_path: Path) -> None:
    last_good.save(tmp_path, KEY, invoices())
    content = json.loads(state_file(tmp_path).read_text(encoding="utf-8"))
    for table in content["tables"]:
        del table["full"]
    state_file(tmp_path).write_text(json.dumps(content), encoding="utf-8")
    assert last_good.load(tmp_path, KEY) == invoices()


def test_the_text_of_one_cell_is_never_taken_for_another_kind_of_cell(tmp_path: Path) -> None:
    typed = ['{"decimal": "1"}', '{"date": "2024-01-01"}', "null", "NaN", "1", "true"]
    tables = kept(raw_table("invoices", [invoice(id=text) for text in typed]))
    last_good.save(tmp_path, KEY, tables)
    assert [cells[0] for cells in cells_of(last_good.load(tmp_path, KEY))] == typed


# The same data after a restart as before it.


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(
            split("Faktura,Ansøgning,Fakturadato,Beløb\nF1,A1,12-02-2024,1.234,50\n".encode(), INVOICES),
            id="a row that a comma has torn",
        ),
        pytest.param(
            replace(
                raw_table("applications", [grant(lapsed="01-02-2024")]),
                headings=tuple("Bortfald" if name == "Bortfaldet" else name for name in HEADINGS),
            ),
            id="a needed column with a new name",
        ),
        pytest.param(
            replace(raw_table("pools", []), headings=("Pulje", "Navn", "Rammebeløb", "Fra", "Til")),
            id="a required column with a new name",
        ),
        pytest.param(
            replace(raw_table("pools", []), headings=("Pulje", "Navn", "Ramme", "Fra", "Til", "Ramme")),
            id="a column that stands twice",
        ),
        pytest.param(
            raw_table("invoices", [invoice(), {"id": "F2"}, invoice(id="F3", amount="12.34")]), id="wrong rows"
        ),
    ],
)
def test_what_could_not_be_read_before_a_restart_cannot_be_read_after_it(tmp_path: Path, raw: RawTable) -> None:
    tables = kept(*(raw_tables() | {"x": raw}).values())
    last_good.save(tmp_path, KEY, tables)
    before, after = dataset_of(tables), dataset_of(last_good.load(tmp_path, KEY))
    for table in CONTRACT.tables:
        assert after.of(table.row) == before.of(table.row)
    assert after.counts == before.counts
    assert after.set_aside == before.set_aside


# One file per source.


def test_the_state_of_another_source_is_not_read(tmp_path: Path) -> None:
    last_good.save(tmp_path, KEY, invoices(1))
    last_good.save(tmp_path, "csv:/data/andet", invoices(2))
    assert last_good.load(tmp_path, "csv:/data/puljen2") == {}
    assert last_good.load(tmp_path, KEY) == invoices(1)
    assert last_good.load(tmp_path, "csv:/data/andet") == invoices(2)


@pytest.mark.parametrize("key", ["", "æøå", "../../etc", "a/b\\c:d\n", "x" * 5000])
def test_any_key_is_a_file_in_the_folder_that_does_not_show_it(tmp_path: Path, key: str) -> None:
    last_good.save(tmp_path / "state", key, invoices())
    assert last_good.load(tmp_path / "state", key) == invoices()
    assert [path.name for path in tmp_path.iterdir()] == ["state"]
    assert not key or key not in state_file(tmp_path / "state").name


# What is broken is no state.


def state_with(cell: str) -> str:
    """A state as it is written, with this for a cell."""
    table = {"name": "Fakturaer", "headings": ["Faktura"], "rows": [[2, "CELL"]], "place": None}
    state = {"format": 2, "tables": [{"table": "invoices", "read_at": "2026-03-11T18:00:00+00:00", "raws": [table]}]}
    return json.dumps(state).replace('"CELL"', cell)


def test_the_broken_states_below_are_broken_by_their_cell_alone(tmp_path: Path) -> None:
    last_good.save(tmp_path, KEY, invoices())
    state_file(tmp_path).write_text(state_with('"F1"'), encoding="utf-8")
    assert cells_of(last_good.load(tmp_path, KEY)) == [("F1",)]


BROKEN: dict[str, bytes] = {
    "empty": b"",
    "noise": random.Random(7).randbytes(3000),
    "zeros": bytes(3000),
    "not UTF-8": '{"format": 2, "tables": "æ"}'.encode("latin-1"),
    "text": b"Puljen",
    "null": b"null",
    "a number": b"1",
    "a text": b'"format"',
    "a list": b"[]",
    "nothing in it": b"{}",
    "an older format": b'{"format": 1, "tables": []}',
    "a newer format": b'{"format": 3, "tables": []}',
    "no format": b'{"tables": []}',
    "no tables": b'{"format": 2}',
    "tables of nothing": b'{"format": 2, "tables": null}',
    "tables of numbers": b'{"format": 2, "tables": [1]}',
    "a table without its moment": b'{"format": 2, "tables": [{"table": "invoices", "raws": []}]}',
    "a moment that is none": b'{"format": 2, "tables": [{"table": "invoices", "read_at": "i dag", "raws": []}]}',
    "a moment of another kind": b'{"format": 2, "tables": [{"table": "invoices", "read_at": 5, "raws": []}]}',
    "rows of nothing": state_with("1").replace("[[2, 1]]", "null").encode(),
    "a row without its number": state_with("1").replace("[[2, 1]]", "[[]]").encode(),
    "a place of another kind": state_with("1").replace('"place": null', '"place": 7').encode(),
    "a place cut short": state_with("1").replace('"place": null', '"place": ["a", []]').encode(),
    "a day that is none": state_with('{"date": "30-02-2024"}').encode(),
    "a day of another kind": state_with('{"date": 5}').encode(),
    "a moment in a cell that is none": state_with('{"datetime": ""}').encode(),
    "an amount that is none": state_with('{"decimal": "12,50"}').encode(),
    "an amount of another kind": state_with('{"decimal": [1]}').encode(),
    "lists within lists": b"[" * 100_000,
    "a moment in no time zone": state_with('"F1"').replace("+00:00", "").encode(),
    "a moment before every time zone": state_with('"F1"').replace("2026", "0001").encode(),
    "a moment after every time zone": state_with('"F1"').replace("2026", "9999").encode(),
    "a place with fewer columns than headings": state_with('"F1"').replace("null", '["Fakturaer", [], 1, ""]').encode(),
    "a place with more columns than headings": state_with('"F1"')
    .replace("null", '["Fakturaer", ["A", "B"], 1, ""]')
    .encode(),
    "a place in a row that is no number": state_with('"F1"').replace("null", '["Fakturaer", ["A"], "1", ""]').encode(),
    "headings that are one text": state_with('"F1"').replace('["Faktura"]', '"F"').encode(),
    "a heading of another kind": state_with('"F1"').replace('["Faktura"]', '[["Faktura"]]').encode(),
    "a table's name of another kind": state_with('"F1"').replace('"Fakturaer"', "null").encode(),
    "a row's number of another kind": state_with('"F1"').replace("[[2,", '[["2",').encode(),
    "a hidden name cut short": state_with('{"hidden": ["a"]}').encode(),
    "a hidden name of another kind": state_with('{"hidden": [1, "a"]}').encode(),
    "a band that is none": state_with('{"ages": "unge"}').encode(),
    "a band of another kind": state_with('{"ages": 18}').encode(),
    "a reason that nobody knows": state_with('{"unread": "WHY"}').encode(),
    "a reason of another kind": state_with('{"unread": []}').encode(),
    "a cell that is a list": state_with("[1]").encode(),
    "a cell that is a table": state_with('{"a": 1, "b": 2}').encode(),
    "a number that signals that it is none": state_with('{"decimal": "sNaN"}').encode(),
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN)
def test_a_file_that_holds_no_state_is_none_and_no_accident(tmp_path: Path, content: bytes) -> None:
    last_good.save(tmp_path, KEY, invoices())
    file = state_file(tmp_path)
    for _ in range(2):
        file.write_bytes(content)
        with pytest.raises(UnreadableState):
            last_good.load(tmp_path, KEY)
        aside = last_good.put_aside(tmp_path, KEY)
        assert aside
        assert aside.read_bytes() == content
        assert last_good.load(tmp_path, KEY) == {}
    assert list(tmp_path.iterdir()) == [aside], "kept once"
    last_good.save(tmp_path, KEY, invoices())
    assert last_good.load(tmp_path, KEY) == invoices(), "and the next one is kept in its place"


@given(share=st.floats(0, 1, exclude_max=True))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(30))
def test_a_file_cut_anywhere_is_no_state(tmp_path: Path, share: float) -> None:
    last_good.save(tmp_path, KEY, kept(*raw_tables().values()))
    file = state_file(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(share * len(whole))])
    with pytest.raises(UnreadableState):
        last_good.load(tmp_path, KEY)


def pieces(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything in a state."""
    yield path
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, below in items:
        yield from pieces(below, (*path, key))


JUNK: st.SearchStrategy[object] = st.sampled_from(
    [
        *(None, True, -1, 7, 1.5, float("nan"), "", "x", "0001-01-01", [], [[]], {}, {"date": "x"}),
        *({"hidden": ["a", "b"]}, {"unread": "UNKNOWN"}, {"unread": "NO_AGE"}, {"ages": "18-29"}),
    ]
)
REMOVED = object()


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(150))
def test_a_state_damaged_anywhere_is_read_as_data_or_not_at_all(tmp_path: Path, data: st.DataObject) -> None:
    raws = raw_tables()
    tab_place = TabPlace("Fakturaer", tuple("ABCDEFG")[: len(raws["invoices"].headings)], 1)
    raws["invoices"] = replace(raws["invoices"], tab_place=tab_place)
    last_good.save(tmp_path, KEY, kept(*raws.values()))
    file = state_file(tmp_path)
    state = json.loads(file.read_text(encoding="utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from(list(pieces(state))[1:]))
        node = state
        for key in way:
            node = node[key]
        junk = data.draw(JUNK | st.just(REMOVED))
        if junk is REMOVED:
            del node[last]
        else:
            node[last] = copy.deepcopy(junk)
        if not state:
            break
    file.write_text(json.dumps(state), encoding="utf-8")
    try:
        tables = last_good.load(tmp_path, KEY)
    except UnreadableState:
        return
    dataset_of(tables)
    for one in tables.values():
        moment(one.read_at, date(2026, 3, 12))
    now = {name: one.raws for name, one in kept(*raw_tables().values()).items()}
    merge(CONTRACT, from_saved(CONTRACT, tables, b"key"), now, AT, b"key")
    last_good.save(tmp_path, KEY, tables)
    assert last_good.load(tmp_path, KEY).keys() == tables.keys()


def test_a_table_that_the_contract_no_longer_has_is_passed_over(tmp_path: Path) -> None:
    last_good.save(tmp_path, KEY, invoices() | {"pools": Saved((), AT)})
    file = state_file(tmp_path)
    file.write_text(file.read_text(encoding="utf-8").replace('"pools"', '"moons"'), encoding="utf-8")
    assert last_good.load(tmp_path, KEY) == invoices()


def test_a_folder_in_the_files_place_is_no_state_and_is_left(tmp_path: Path) -> None:
    last_good.save(tmp_path, KEY, invoices())
    file = state_file(tmp_path)
    file.unlink()
    file.mkdir()
    with pytest.raises(UnreadableState):
        last_good.load(tmp_path, KEY)
    assert last_good.put_aside(tmp_path, KEY) is None
    with pytest.raises(OSError, match=r".+"):
        last_good.save(tmp_path, KEY, invoices())
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


# A disk that does not take it.


@pytest.mark.parametrize("below", ["", "state", "more/state"])
def test_a_file_in_the_folders_place_is_said_and_left_as_it_is(tmp_path: Path, below: str) -> None:
    file = tmp_path / "state"
    file.write_text("noget andet", encoding="utf-8")
    with pytest.raises(OSError, match=r".+"):
        last_good.save(file / below, KEY, invoices())
    assert file.read_text(encoding="utf-8") == "noget andet"
    assert last_good.load(file / below, KEY) == {}


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_keeps_the_former_state(tmp_path: Path) -> None:
    last_good.save(tmp_path, KEY, invoices())
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OSError, match=r".+"):
            last_good.save(tmp_path, KEY, invoices(5))
        assert last_good.load(tmp_path, KEY) == invoices()
    finally:
        tmp_path.chmod(0o700)


def test_a_file_that_cannot_be_begun_keeps_the_former_state(tmp_path: Path) -> None:
    last_good.save(tmp_path, KEY, invoices())
    state_file(tmp_path).with_suffix(f".{os.getpid()}.tmp").mkdir()
    with pytest.raises(OSError, match=r".+"):
        last_good.save(tmp_path, KEY, invoices(5))
    assert last_good.load(tmp_path, KEY) == invoices()


FULL = """
import resource, sys
from pathlib import Path
from shell.reading import last_good
from tests.shell.reading import test_last_good as made

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    last_good.save(Path(sys.argv[1]), made.KEY, made.invoices(3000))
except OSError:
    sys.exit(7)
"""


@posix
@pytest.mark.parametrize("room", [0, 100_000])
def test_a_disk_that_is_full_keeps_the_former_state_and_nothing_half(tmp_path: Path, room: int) -> None:
    last_good.save(tmp_path, KEY, invoices())
    command = [sys.executable, "-c", FULL, str(tmp_path), str(room)]
    assert subprocess.run(command, cwd=ROOT, check=False, timeout=60).returncode == 7
    assert last_good.load(tmp_path, KEY) == invoices()
    assert list(tmp_path.iterdir()) == [state_file(tmp_path)]


# Who may read it, and what there is to read.


@posix
def test_nobody_else_on_the_machine_may_read_it(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        last_good.save(tmp_path / "more" / "state", KEY, invoices())
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "more" / "state").stat().st_mode) == 0o700
    assert stat.S_IMODE(state_file(tmp_path / "more" / "state").stat().st_mode) == 0o600


def test_no_name_of_an_organisation_and_no_column_outside_the_contract_reaches_the_disk(tmp_path: Path) -> None:
    raws = read_folder(write_csv(lyngklokken(), tmp_path / "csv")).tables
    read = read_tables(CONTRACT, CONTRACT.by_table(raws), b"k" * 32)
    last_good.save(tmp_path / "state", KEY, {name: Saved(table.raws, AT) for name, table in read.items()})
    written = state_file(tmp_path / "state").read_bytes()
    text = json.dumps(json.loads(written), ensure_ascii=False).casefold()
    assert "sommerfugleeng" in text
    private = [APPLICANT, "Afdelingsbestyrelsen Lyngtoften", "Fiktiv Planteskole ApS", "Fiktiv Madmarked A/S"]
    outside = [word for extra in EXTRA_COLUMNS.values() for pair in extra.items() for word in pair]
    assert not [word for word in private + outside if word.casefold() in text or word.encode() in written]
    assert (b"k" * 32) not in written


# What crashes leave.


@pytest.mark.parametrize(("seconds", "is_left"), [(0, True), (50, True), (70, False), (10**6, False), (-100, True)])
def test_what_a_crash_left_is_removed_when_no_write_can_still_be_at_it(
    tmp_path: Path, seconds: int, is_left: bool
) -> None:
    leftover = tmp_path / "0123456789abcdef.99999.tmp"
    leftover.write_text("{", encoding="utf-8")
    then = time.time() - seconds
    os.utime(leftover, (then, then))
    last_good.save(tmp_path, KEY, invoices())
    assert leftover.exists() is is_left
    assert last_good.load(tmp_path, KEY) == invoices()


def test_other_files_and_folders_are_left_alone(tmp_path: Path) -> None:
    old = time.time() - 10**6
    others: list[tuple[str, Callable[[Path], Any]]] = [
        ("noter.txt", Path.touch),
        ("andet.json", Path.touch),
        ("mappe.tmp", Path.mkdir),
    ]
    for name, make in others:
        make(tmp_path / name)
        os.utime(tmp_path / name, (old, old))
    last_good.save(tmp_path, KEY, invoices())
    assert all((tmp_path / name).exists() for name, _ in others)


# Killed in the middle.

SIZES = {"A": 4_000, "B": 5_000}
SAVES = """
import os, sys
from itertools import cycle
from pathlib import Path
from shell.reading import last_good
from tests.shell.reading import test_last_good as made

states = [made.large(name) for name in made.SIZES]
for first in map(int, sys.stdin):
    child = os.fork()
    if not child:
        for state in cycle(states[first:] + states[:first]):
            last_good.save(Path(sys.argv[1]), made.KEY, state)
    print(child, flush=True)
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
"""
"""Begins to save one state after the other each time it is asked, and says what ended it."""


def large(name: str) -> dict[str, Saved]:
    """A state of some megabytes, the same each time."""
    rows = [invoice(id=f"{name}{n}", supplier=f"{name}ø" * 60, amount=Decimal(n)) for n in range(SIZES[name])]
    return kept(raw_table("invoices", rows), at=AT + timedelta(days=len(rows)))


@posix
def test_killed_in_the_middle_of_a_write_one_whole_state_stands(tmp_path: Path) -> None:
    states, chance = [large(name) for name in SIZES], random.Random(20260311)
    begun = time.monotonic()
    last_good.save(tmp_path, KEY, states[0])
    a_while = 5 * (time.monotonic() - begun)
    assert state_file(tmp_path).stat().st_size > 500_000
    found: list[int] = []
    halves = 0
    command = [sys.executable, "-c", SAVES, str(tmp_path)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, **pipes) as saves:
        assert saves.stdin is not None
        assert saves.stdout is not None
        for kill in range(100):
            saves.stdin.write(f"{chance.randrange(2)}\n")
            saves.stdin.flush()
            child = int(saves.stdout.readline())
            time.sleep(chance.uniform(0, a_while))  # when it is killed is left to chance
            os.kill(child, signal.SIGKILL)
            assert int(saves.stdout.readline()) == -signal.SIGKILL, "it ended of itself"
            found.append(states.index(last_good.load(tmp_path, KEY)))
            left = list(tmp_path.glob("*.tmp"))
            halves += len(left)
            for leftover in left:
                os.utime(leftover, (0, 0))
            if kill >= 15 and halves and set(found) == {0, 1}:
                break
        saves.stdin.close()
    assert halves, "no kill met a write, so nothing was tried"
    assert set(found) == {0, 1}, "one of the states was never written"
    old = time.time() - 120
    for leftover in tmp_path.glob("*.tmp"):
        os.utime(leftover, (old, old))
    last_good.save(tmp_path, KEY, states[1])
    assert [path.suffix for path in tmp_path.iterdir()] == [".json"]


def test_a_cell_of_a_day_is_not_one_of_a_moment(tmp_path: Path) -> None:
    midnight = datetime(2024, 2, 12)  # noqa: DTZ001 - as a spreadsheet stores it
    last_good.save(tmp_path, KEY, kept(raw_table("invoices", [invoice(invoiced=date(2024, 2, 12), paid=midnight)])))
    ((*_, day, moment, _supplier, _own),) = cells_of(last_good.load(tmp_path, KEY))
    assert (type(day), type(moment)) == (date, datetime)
