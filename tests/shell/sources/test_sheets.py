"""A Google spreadsheet, read by the real gspread over real HTTP: two requests, known columns only, cells by name."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from core.contract.dataset import Dataset, read_dataset
from core.contract.problem import Effect, Problem
from core.organisation.tables import BoardMeeting
from core.pool.rule_table import PoolRule
from core.pool.tables import Application, Invoice
from core.subjects import CONTRACT
from shell.machine.settings import Spreadsheet
from shell.sources.csv_folder import read_folder
from shell.sources.sheets import SheetsReader, sheets_reader
from shell.sources.source import Reading
from tests.each import each
from tests.google_sheets import faults
from tests.google_sheets.recordings import Replay, load
from tests.google_sheets.server import API_KEY, GoogleStandIn
from tests.google_sheets.service_account import service_account
from tests.google_sheets.shown import Formula
from tests.google_sheets.workbook import Tab, Workbook
from tests.organisations.lyngklokken import SECRET, lyngklokken
from tests.organisations.stores import as_workbook, write_csv

KEY = "lyngklokken"
Read = Callable[[], Reading]
PERCENT, DAY = {"numberFormat": {"type": "PERCENT"}}, {"numberFormat": {"type": "DATE"}}


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[GoogleStandIn]:
    with GoogleStandIn([as_workbook(lyngklokken(), KEY)]) as stand_in:
        stand_in.use(monkeypatch)
        yield stand_in


@pytest.fixture
def book(google: GoogleStandIn) -> Workbook:
    return google.workbooks[KEY]


@pytest.fixture
def read(google: GoogleStandIn) -> SheetsReader:
    return sheets_reader(Spreadsheet(KEY, service_account()))


def dataset(reading: Reading) -> Dataset:
    return read_dataset(CONTRACT, reading.tables, reading.notes)


def only_problem(read: Read) -> Problem:
    (problem,) = dataset(read()).problems
    return problem


def asked_of_sheets(google: GoogleStandIn) -> int:
    return len(google.asked("GET", "/v4/spreadsheets/"))


# What is asked for


def test_it_holds_the_same_as_the_same_tables_in_files(read: Read, tmp_path: Path) -> None:
    assert dataset(read()) == dataset(read_folder(write_csv(lyngklokken(), tmp_path)))


def test_a_reading_is_two_requests_once_it_is_known_where_the_headings_stand(google: GoogleStandIn, read: Read) -> None:
    read()
    before = asked_of_sheets(google)
    for _ in range(10):
        read()
    assert asked_of_sheets(google) - before == 20
    assert len(google.token_requests) == 1


def test_cells_of_columns_outside_the_contract_never_leave_google(google: GoogleStandIn, read: Read) -> None:
    for _ in range(2):
        read()
    assert "Sommerfugleeng" in google.served_text
    for private in (SECRET, "proeve@eksempel.invalid", "Prøvevej 0", "00 00 00 00"):
        assert private not in google.served_text


def test_of_a_tab_outside_the_contract_nothing_is_asked_for_while_every_table_is_there(
    google: GoogleStandIn, book: Workbook, read: Read
) -> None:
    book.tabs.append(Tab("Kontakter", [[SECRET, "Telefon"], [SECRET, "00 00 00 00"]]))
    assert [(one.title, one.headed_as) for one in read().others] == [("Kontakter", ())]
    assert SECRET not in google.served_text


def test_where_a_table_is_missing_the_top_row_of_another_tab_is_asked_for_once(
    google: GoogleStandIn, book: Workbook, read: SheetsReader
) -> None:
    book.tab("Fakturaer").title = "Regninger"
    book.tabs.append(Tab("Kontakter", [["Navn", "Telefon"], [SECRET, "00 00 00 00"]]))
    expected = {"Regninger": ("invoices",), "Kontakter": ()}
    assert {one.title: one.headed_as for one in read().others} == expected
    before = asked_of_sheets(google)
    for _ in range(3):
        assert {one.title: one.headed_as for one in read().others} == expected
    assert asked_of_sheets(google) - before == 6
    read.look_again()
    assert {one.title: one.headed_as for one in read().others} == expected
    assert asked_of_sheets(google) - before == 9
    assert SECRET not in google.served_text
    book.tab("Regninger").title = "Fakturaer"
    assert [one.title for one in read().others] == ["Kontakter"]


def test_an_unknown_column_between_two_known_ones_is_not_asked_for(
    google: GoogleStandIn, book: Workbook, read: Read
) -> None:
    for row, cell in zip(book.tab("Puljer").rows, ["Kontakt", SECRET, SECRET], strict=True):
        row.insert(2, cell)
    assert dataset(read()).problems == ()
    assert SECRET not in google.served_text


def test_of_a_cell_only_its_value_and_the_kind_of_its_number_are_sent(
    google: GoogleStandIn, book: Workbook, read: Read
) -> None:
    book.tab("Puljer").notes[1, 0] = f"Spørg {SECRET}"
    book.tab("Puljer").formats[1, 0] = {"textFormat": {"fontFamily": "Comic Sans"}}
    read()
    for word in (SECRET, "Comic Sans", "formattedValue", "userEntered", "pixelSize", "pattern"):
        assert word not in google.served_text


def test_an_api_key_reads_a_sheet_that_is_open_to_all(google: GoogleStandIn, book: Workbook) -> None:
    book.open_to_all = True
    assert dataset(sheets_reader(Spreadsheet(KEY, {"api_key": API_KEY}))()).problems == ()
    assert not google.token_requests


@pytest.mark.parametrize(
    "spreadsheet",
    [
        KEY,
        f" {KEY} ",
        f"https://docs.google.com/spreadsheets/d/{KEY}/edit?gid=0#gid=0",
        f"https://docs.google.com/spreadsheets/d/{KEY}",
    ],
)
def test_the_spreadsheet_is_named_by_its_key_or_by_the_address_in_the_browser(
    google: GoogleStandIn, spreadsheet: str
) -> None:
    assert dataset(sheets_reader(Spreadsheet(spreadsheet, service_account()))()).problems == ()


def test_a_key_whose_line_breaks_are_written_out_is_understood(google: GoogleStandIn) -> None:
    account = service_account()
    account["private_key"] = account["private_key"].replace("\n", "\\n")
    assert dataset(sheets_reader(Spreadsheet(KEY, account))()).problems == ()


# As people keep their sheets


@pytest.mark.parametrize(
    ("title", "typed"),
    [("Ansøgninger", "ANSØGNINGER "), ("Ansøgninger", "ansoegninger"), ("Bestyrelsesmøder", "Bestyrelses møder")],
)
def test_a_tab_is_found_however_its_name_is_written(book: Workbook, read: Read, title: str, typed: str) -> None:
    book.tab(title).title = typed
    assert dataset(read()).problems == ()


def test_a_tab_with_an_apostrophe_in_its_name_is_asked_for_by_that_name(book: Workbook, read: Read) -> None:
    book.tab("Puljer").title = "Pulj'er"
    assert dataset(read()).problems == ()


@pytest.mark.parametrize("filled", [1, 2, 3, 12])
@pytest.mark.parametrize("above", [1, 2, 5])
def test_notes_above_the_headings_are_passed_over(
    google: GoogleStandIn, book: Workbook, above: int, filled: int
) -> None:
    note: list[object] = ["Skriv én række for hver faktura", "Opdateret", date(2026, 3, 1), 7, *["x"] * 8][:filled]
    book.tab("Fakturaer").rows[:0] = [list(note) for _ in range(above)]  # type: ignore[arg-type]
    for _ in range(2):
        found = dataset(sheets_reader(Spreadsheet(KEY, service_account()))())
        assert found.problems == ()
        assert len(found.of(Invoice)) == 8
    assert SECRET not in google.served_text


@pytest.mark.parametrize(
    ("tab", "change"),
    [
        pytest.param("Fakturaer", lambda rows: rows.insert(0, ["En note"]), id="a note comes above the headings"),
        pytest.param("Puljer", lambda rows: [row.insert(0, "") for row in rows], id="a column comes before the others"),
        pytest.param("Puljer", lambda rows: [row.reverse() for row in rows], id="the columns change places"),
    ],
)
def test_headings_that_move_between_two_readings_are_found_again(
    google: GoogleStandIn, book: Workbook, read: Read, tab: str, change: Callable[[list[list[object]]], None]
) -> None:
    before = dataset(read())
    rows = book.tab(tab).rows
    width = max(map(len, rows))
    rows[:] = [[*row, *[""] * (width - len(row))] for row in rows]
    change(rows)  # type: ignore[arg-type]
    assert dataset(read()) == before
    settled = asked_of_sheets(google)
    read()
    assert asked_of_sheets(google) - settled == 2


def test_a_grid_that_became_smaller_than_it_was_is_read(book: Workbook, read: Read) -> None:
    before = dataset(read())
    for tab in book.tabs:
        tab.resize(len(tab.rows), max(map(len, tab.rows)))
    assert dataset(read()) == before


def test_a_new_tab_is_found_at_the_next_reading(book: Workbook, read: Read) -> None:
    meetings = book.tab("Bestyrelsesmøder")
    book.tabs.remove(meetings)
    assert dataset(read()).of(BoardMeeting) == ()
    book.tabs.append(meetings)
    assert len(dataset(read()).of(BoardMeeting)) == 5


def test_rows_under_a_column_of_boxes_that_are_not_ticked_are_blank(book: Workbook, read: Read) -> None:
    tab = book.tab("Ansøgninger")
    place = tab.rows[0].index("På tværs")
    tab.rows += [[*[None] * place, False] for _ in range(50)]
    found = dataset(read())
    assert found.problems == ()
    assert len(found.of(Application)) == 12


@pytest.mark.parametrize(
    ("heading", "cell", "field", "value"),
    [
        pytest.param("Ansøgt beløb", 1240.5, "requested", 124_050, id="a number, whatever its Danish format shows"),
        pytest.param("Ansøgt beløb", "1.240,5 kr.", "requested", 124_050, id="a number typed as text"),
        pytest.param("Ansøgt beløb", 0.1 + 0.2, "requested", 30, id="a sum with the noise of floats"),
        pytest.param("Modtaget", date(2025, 2, 28), "received", date(2025, 2, 28), id="a date, sent as 45716"),
        pytest.param("Modtaget", "28/2-2025", "received", date(2025, 2, 28), id="a date typed as text"),
        pytest.param("Sider", Decimal("1.5"), "pages", Decimal("1.5"), id="a decimal"),
        pytest.param("Begyndt", True, "begun", True, id="a ticked box"),
        pytest.param("Afdelinger", 101, "departments", ("101",), id="a department's number stored as a number"),
        pytest.param("Ansøgt beløb", Formula("=2*4", 8), "requested", 800, id="a formula's result"),
    ],
)
def test_a_cell_is_read_as_it_is_stored(
    book: Workbook, read: Read, heading: str, cell: object, field: str, value: object
) -> None:
    tab = book.tab("Ansøgninger")
    tab.put(3, tab.rows[0].index(heading), cell)  # type: ignore[arg-type]
    found = dataset(read())
    assert found.problems == ()
    assert getattr(next(one for one in found.of(Application) if one.id == "L3"), field) == value


def test_a_tab_without_headings_costs_no_more_requests_once_that_is_known(
    google: GoogleStandIn, book: Workbook, read: Read
) -> None:
    headings = book.tab("Fakturaer").rows.pop(0)
    book.tab("Bestyrelsesmøder").rows.clear()
    read()
    before = asked_of_sheets(google)
    for _ in range(5):
        read()
    assert asked_of_sheets(google) - before == 10
    for row in (headings, ["En note"]):
        insert_row(book.tab("Fakturaer"), 0, list(row))
    assert len(dataset(read()).of(Invoice)) == 8


def test_of_a_tab_without_headings_the_first_rows_are_looked_through_and_no_more(
    google: GoogleStandIn, book: Workbook, read: Read
) -> None:
    rows = book.tab("Ansøgninger").rows
    del rows[0]
    for number, row in enumerate(rows, start=1):
        row[-1] = f"privat {number}"
    read()
    assert "privat 6" in google.served_text
    assert "privat 7" not in google.served_text


@pytest.mark.parametrize("while_running", [False, True])
def test_of_a_tab_without_headings_no_private_cell_is_asked_for_again(
    google: GoogleStandIn, book: Workbook, read: Read, while_running: bool
) -> None:
    if while_running:
        read()
    rows = book.tab("Ansøgninger").rows
    del rows[0]
    read()
    for number, row in enumerate(rows, start=1):
        row[-1] = f"privat {number}"
    for _ in range(3):
        assert dataset(read()).of(Application) == ()
    assert "privat" not in google.served_text


def insert_row(tab: Tab, at: int, row: list[object]) -> None:
    """As Google does it: the grid grows by one."""
    tab.rows.insert(at, row)  # type: ignore[arg-type]
    tab.row_count += 1


def type_over(tab: Tab, at: int, row: list[object]) -> None:
    tab.rows[at] = row  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("was", "comes_back"),
    [
        pytest.param("read", lambda tab, row: insert_row(tab, 0, row), id="a row is inserted"),
        pytest.param("read", lambda tab, row: insert_row(tab, 3, row), id="a row is inserted below data"),
        pytest.param("read", lambda tab, row: type_over(tab, 0, row), id="over the first row, where they stood before"),
        pytest.param("new", lambda tab, row: insert_row(tab, 0, row), id="a row is inserted after a restart"),
        pytest.param("blank", lambda tab, row: type_over(tab, 1, row), id="in a row that was blank"),
        pytest.param("wrong", lambda tab, row: type_over(tab, 0, row), id="in a row that had some of the headings"),
    ],
)
def test_headings_that_come_are_found_at_the_next_reading(
    book: Workbook, read: Read, was: str, comes_back: Callable[[Tab, list[object]], None]
) -> None:
    tab = book.tab("Fakturaer")
    headings: list[object] = list(tab.rows[0])
    if was == "read":
        read()
    if was in ("read", "new"):
        del tab.rows[0]
    else:
        tab.rows[:1] = [["Bilag", "Fakturadato", "Betalt", "Kr."]] if was == "wrong" else [["Alle fakturaer"], []]
    assert dataset(read()).of(Invoice) == ()
    comes_back(tab, headings)
    assert dataset(read()).of(Invoice)


def test_headings_typed_where_none_were_expected_are_found_when_somebody_asks(
    book: Workbook, read: SheetsReader
) -> None:
    tab = book.tab("Fakturaer")
    headings, tab.rows[0] = tab.rows[0], ["Bilag", "Kr.", "Hvornår"]
    read()
    tab.rows[0] = headings
    read.look_again()
    assert len(dataset(read()).of(Invoice)) == 8


def test_a_spreadsheet_that_says_little_of_itself_is_read(google: GoogleStandIn, book: Workbook, read: Read) -> None:
    before = dataset(read())

    def spare(request: faults.Request) -> faults.Fault | None:
        if request.host != faults.SHEETS or request.asks_for_cells:
            return None
        sheets = [{"properties": {"title": tab.title, "sheetId": tab.sheet_id}} for tab in book.tabs]
        return faults.answer(200, {"sheets": sheets})

    google.fault = spare
    assert dataset(read()) == before


# A number is what its format says


def cell_of(reading: Reading, title: str, row: int, heading: str) -> object:
    raw = next(one for one in reading.tables if one.name == title)
    return raw.rows[row - raw.rows[0].number].cells[raw.headings.index(heading)]


AS_ITS_FORMAT_SAYS: dict[str, tuple[Any, str, object]] = {
    "a share": (0.826, "PERCENT", "82,6 %"),
    "all of it": (1, "PERCENT", "100 %"),
    "nothing": (0, "PERCENT", "0 %"),
    "less than nothing": (-0.125, "PERCENT", "-12,5 %"),
    "more than all": (12.5, "PERCENT", "1250 %"),
    "a share with the noise of floats": (0.1 + 0.2, "PERCENT", "30 %"),
    "a share that no decimal hits": (2 / 3, "PERCENT", "66,6666666666667 %"),
    "a very small share": (1e-7, "PERCENT", "0,00001 %"),
    "a date": (46143, "DATE", date(2026, 5, 1)),
    "a moment": (46143.75, "DATE_TIME", datetime(2026, 5, 1, 18)),  # noqa: DTZ001
    "a moment shown as a date": (46143.75, "DATE", datetime(2026, 5, 1, 18)),  # noqa: DTZ001
    "a moment at midnight": (46143, "DATE_TIME", date(2026, 5, 1)),
    "an amount in a cell for dates": (-500, "DATE", date(1898, 8, 17)),
    "a date beyond the calendar": (99_999_999, "DATE", "dato nr. 99999999"),
    "a date beyond everything": (1e300, "DATE_TIME", "dato nr. 1e+300"),
    "a time": (0.75, "TIME", "18:00"),
    "a span of more than a day": (1.0625, "TIME", "25:30"),
    "a time with seconds": (18 / 24 + 5 / 86400, "TIME", "18:00:05"),
    "an amount": (1240.5, "CURRENCY", 1240.5),
    "a number": (1240.5, "NUMBER", 1240.5),
    "a number with an exponent": (1240.5, "SCIENTIFIC", 1240.5),
    "a number made text afterwards": (1240.5, "TEXT", 1240.5),
    "a ticked box": (True, "PERCENT", True),
    "a text": ("82,6", "PERCENT", "82,6"),
    "a formula that has failed": (Formula("=1/0", "#DIV/0!"), "PERCENT", "#DIV/0!"),
    "a formula's result": (Formula("=A1/A2", 0.826), "PERCENT", "82,6 %"),
    "a formula that comes to nothing": (Formula('=""', ""), "DATE", None),
    "a blank cell": (None, "DATE", None),
}
"""What Google stores, the kind of the cell's number, and what is handed on."""


def test_a_number_is_handed_on_as_what_its_format_says_that_it_is(book: Workbook, read: Read) -> None:
    tab = book.tab("Ansøgninger")
    place, first = tab.rows[0].index("Deltagere"), len(tab.rows)
    for row, (stored, kind, _) in enumerate(AS_ITS_FORMAT_SAYS.values(), start=first):
        tab.rows.append([f"Z{row}"])
        tab.put(row, place, stored)
        tab.formats[row, place] = {"numberFormat": {"type": kind}}
    reading = read()

    @each({name: (row, case[2]) for row, (name, case) in enumerate(AS_ITS_FORMAT_SAYS.items(), start=first + 1)})
    def is_handed_on(row: int, seen: object) -> None:
        found = cell_of(reading, "Ansøgninger", row, "Deltagere")
        assert (found, type(found)) == (seen, type(seen))

    is_handed_on()


def test_a_share_shown_in_percent_is_that_share(book: Workbook, read: Read) -> None:
    tab = book.tab("Puljeregler")
    rows = [
        row for row in range(1, len(tab.rows)) if tab.value(row, tab.rows[0].index("Regel")) == "puljens højeste andel"
    ]
    place = tab.rows[0].index("Værdi")
    tab.put(rows[0], place, 0.625)
    tab.formats[rows[0], place] = PERCENT
    rules = [rule for rule in dataset(read()).of(PoolRule) if rule.rule == "puljens højeste andel"]
    assert rules[0].value == Fraction(5, 8)


@pytest.mark.parametrize("form", [DAY, PERCENT], ids=["a date", "a share"])
def test_what_is_shown_as_something_else_than_an_amount_is_no_amount(
    book: Workbook, read: Read, form: dict[str, dict[str, str]]
) -> None:
    """46143 shown as 1 May 2026 in a column of amounts was overspending."""
    tab = book.tab("Fakturaer")
    place = tab.rows[0].index("Beløb")
    tab.put(1, place, 46143)
    tab.formats[1, place] = form
    found = dataset(read())
    assert len(found.of(Invoice)) == 7
    assert {(problem.row, problem.column) for problem in found.problems} == {(2, "Beløb")}


def test_rows_that_have_nothing_but_a_format_are_no_rows(book: Workbook, read: Read) -> None:
    before = read()
    for tab in book.tabs:
        tab.formats |= {(row, column): DAY for row in range(len(tab.rows), 30) for column in range(6)}
    assert read() == before


# A sheet whose thousand rows all have a format


@pytest.fixture
def formatted(book: Workbook) -> Workbook:
    tab = book.tab("Fakturaer")
    tab.formats |= {(row, column): DAY for row in range(len(tab.rows), 900) for column in range(7)}
    return book


def test_blank_rows_that_have_a_format_are_not_asked_for_at_every_reading(
    google: GoogleStandIn, formatted: Workbook, read: Read
) -> None:
    first = read()
    whole = len(google.served_text)
    google.served.clear()
    assert read() == first
    assert len(google.served_text) < whole / 2


@pytest.mark.parametrize("row", [30, 115, 400, 999])
def test_a_row_is_found_at_the_next_reading_however_far_below_the_others(
    google: GoogleStandIn, formatted: Workbook, read: Read, row: int
) -> None:
    read()
    tab = formatted.tab("Fakturaer")
    for place, cell in enumerate(tab.rows[1]):
        tab.put(row, place, cell)
        tab.formats.pop((row, place), None)
    tab.put(row, tab.rows[0].index("Faktura"), "Langt nede")
    assert "Langt nede" in {one.id for one in dataset(read()).of(Invoice)}
    settled = asked_of_sheets(google)
    assert "Langt nede" in {one.id for one in dataset(read()).of(Invoice)}
    assert asked_of_sheets(google) - settled == 2


def test_a_row_without_its_key_far_below_the_others_is_found_when_somebody_asks(
    formatted: Workbook, read: SheetsReader
) -> None:
    read()
    tab = formatted.tab("Fakturaer")
    tab.put(500, tab.rows[0].index("Beløb"), 700)
    read.look_again()
    assert {problem.row for problem in dataset(read()).problems} == {501}


def test_a_tab_that_became_shorter_than_what_was_asked_for_is_read(formatted: Workbook, read: Read) -> None:
    before = read()
    for tab in formatted.tabs:
        tab.resize(len(tab.rows) + 5, tab.column_count)
    assert read() == before


# What is wrong, and where


def test_a_problem_names_tab_and_cell_and_links_straight_to_it(book: Workbook, read: Read) -> None:
    tab = book.tab("Ansøgninger")
    place = tab.rows[0].index("Ansøgt beløb")
    tab.put(3, place, "10,000.00")
    problem = only_problem(read)
    assert problem.cell == f"Ansøgninger!{chr(ord('A') + place)}4"
    cell = problem.cell.split("!")[1]
    gid = tab.sheet_id
    assert problem.link == f"https://docs.google.com/spreadsheets/d/{KEY}/edit?gid={gid}#gid={gid}&range={cell}"


def test_cells_are_named_as_they_stand_under_a_note_and_beside_own_columns(book: Workbook, read: Read) -> None:
    tab = book.tab("Puljer")
    tab.title = "puljer"
    for row in tab.rows:
        row[:0] = ["", ""]
    tab.rows[:0] = [["En note"], []]
    tab.put(4, 4, "mange")  # the second pool's appropriation, in row 5 and column E
    assert {problem.cell for problem in dataset(read()).problems if problem.table == "Puljer"} == {"puljer!E5"}


def test_a_failed_formula_is_a_problem_and_no_text(book: Workbook, read: Read) -> None:
    tab = book.tab("Afdelinger")
    tab.put(1, tab.rows[0].index("Navn"), Formula("=A1/0", "#DIV/0!"))
    tab.put(6, tab.rows[0].index("Navn"), "x")
    problem = next(one for one in dataset(read()).problems if one.table == "Afdelinger")
    assert (problem.cell, problem.value) == ("Afdelinger!B2", "#DIV/0!")
    assert "formel" in problem.what


@pytest.mark.parametrize("title", ["Puljer", "Ansøgninger", "Indstillinger"])
def test_a_missing_tab_is_told(book: Workbook, read: Read, title: str) -> None:
    book.tabs.remove(book.tab(title))
    first = next(problem for problem in dataset(read()).problems if problem.table == title)
    assert "findes ikke" in first.what


def test_a_doubled_tab_is_told_and_neither_is_used(book: Workbook, read: Read) -> None:
    book.tabs.append(Tab("FAKTURAER", book.tab("Fakturaer").rows, sheet_id=99))
    found = dataset(read())
    (problem,) = found.problems
    assert problem.effect is Effect.TABLE_ASIDE
    assert "»Fakturaer« og »FAKTURAER«" in problem.what
    assert problem.link.endswith("gid=99#gid=99&range=1:1")
    assert found.of(Invoice) == ()


def test_a_missing_heading_leads_to_the_row_of_headings(book: Workbook, read: Read) -> None:
    tab = book.tab("Puljer")
    tab.rows[0][tab.rows[0].index("Ramme")] = "Beløb i alt"
    tab.rows[:0] = [["En note"]]
    problem = next(one for one in dataset(read()).problems if one.column == "Ramme")
    assert problem.effect is Effect.TABLE_ASIDE
    assert problem.link.endswith("&range=2:2")


def test_a_doubled_heading_leads_to_the_second_of_them(book: Workbook, read: Read) -> None:
    tab = book.tab("Puljer")
    tab.put(0, 7, "ramme")
    problem = next(one for one in dataset(read()).problems if one.column == "Ramme")
    assert problem.cell == "Puljer!H1"
    assert "står 2 gange" in problem.what


def test_a_tab_without_headings_is_told_once(book: Workbook, read: Read) -> None:
    del book.tab("Fakturaer").rows[0]
    (problem,) = dataset(read()).problems
    assert (problem.table, problem.effect) == ("Fakturaer", Effect.TABLE_ASIDE)
    assert "har ingen overskrifter" in problem.what
    assert problem.link


def test_a_sheet_that_is_not_set_to_danish_is_told_because_it_turns_dates_around(book: Workbook, read: Read) -> None:
    book.locale = "en_US"
    problem = only_problem(read)
    assert (problem.table, problem.value, problem.effect) == ("Regnearket", "en_US", Effect.NOTICE)
    assert "Landestandard" in problem.do


# As Google was recorded


@pytest.mark.parametrize("name", ["timezone_and_locale", "values_batch_get", "get_all_values_date_time_render_options"])
def test_a_recorded_spreadsheet_has_none_of_the_tables_and_is_not_danish(google: GoogleStandIn, name: str) -> None:
    google.replay = Replay(load(name))
    opened = next(one.json for one in load(name) if one.status == 200 and "sheets" in one.body)
    reading = sheets_reader(Spreadsheet(opened["spreadsheetId"], service_account()))()
    assert reading.tables == ()
    assert [note.value for note in reading.notes] == [opened["properties"]["locale"]]
