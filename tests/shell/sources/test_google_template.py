"""The workbook in Google is created or completed, and nothing that stood there is another afterwards."""

import copy
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from gspread.auth import DEFAULT_SCOPES

from core.contract.dataset import read_dataset
from core.contract.grid import column_letter
from core.contract.tables import TABLES
from core.contract.template import GUIDE_TITLE, TemplateTab, guide, template_tabs
from shell.commands.workbook import TITLE, main
from shell.sources.google import google_client
from shell.sources.google_template import complete
from shell.sources.sheets import sheets_reader
from tests.google_sheets import faults
from tests.google_sheets.errors import ApiError
from tests.google_sheets.server import API_KEY, GoogleStandIn
from tests.google_sheets.service_account import EMAIL, secrets_toml, service_account
from tests.google_sheets.shown import Cell
from tests.google_sheets.workbook import Tab, Workbook
from tests.organisations.lyngklokken import SECRET, lyngklokken
from tests.organisations.stores import as_workbook

KEY = "puljen"
TITLES = [table.title for table in TABLES]
TABS = {tab.title: tab for tab in template_tabs()}
OWN_RULE = {"condition": {"type": "BOOLEAN"}}
OWN_FORMAT = {"numberFormat": {"type": "DATE", "pattern": "yyyy-mm-dd"}, "textFormat": {"bold": True}}
Complete = Callable[..., tuple[str, ...]]
Configure = Callable[[str], None]


@pytest.fixture
def google(monkeypatch: pytest.MonkeyPatch) -> Iterator[GoogleStandIn]:
    with GoogleStandIn() as stand_in:
        stand_in.use(monkeypatch)
        yield stand_in


@pytest.fixture
def completed(google: GoogleStandIn) -> Complete:
    """Adds the workbook, unless it is there, and completes it; the lines that were said."""
    client = google_client(service_account(), DEFAULT_SCOPES[:1])

    def run(book: Workbook | None = None) -> tuple[str, ...]:
        if book is not None:
            google.add(book)
        return complete(client, KEY)

    return run


@pytest.fixture(scope="module")
def made() -> Workbook:
    """An empty spreadsheet as it stands once it is completed."""
    with GoogleStandIn([workbook(Tab("Ark1"))]) as google, pytest.MonkeyPatch.context() as environment:
        google.use(environment)
        complete(google_client(service_account(), DEFAULT_SCOPES[:1]), KEY)
        return google.workbooks[KEY]


def workbook(*tabs: Tab, **how: Any) -> Workbook:
    return Workbook(KEY, "Puljen", tabs=list(tabs), **how)


def headings(title: str, *but: str) -> list[Cell]:
    return [one.heading for one in TABS[title].columns if one.column.heading not in but]


def place(tab: Tab, heading: str, row: int = 0) -> int:
    return [str(cell).partition(" (")[0] for cell in tab.rows[row]].index(heading)


def writes(google: GoogleStandIn) -> int:
    return len(google.asked("POST", "/v4/spreadsheets"))


# A new spreadsheet


def test_an_empty_spreadsheet_gets_the_instructions_first_and_every_table_in_one_write(
    google: GoogleStandIn, completed: Complete
) -> None:
    said = completed(workbook(Tab("Ark1")))
    assert [tab.title for tab in google.workbooks[KEY].tabs] == [GUIDE_TITLE, "Ark1", *TITLES]
    assert said == tuple(f"Fanen »{title}« er oprettet." for title in (GUIDE_TITLE, *TITLES))
    assert writes(google) == 1
    assert google.workbooks[KEY].tab("Ark1").rows == []


@pytest.mark.parametrize("tab", TABS.values(), ids=lambda tab: tab.title)
def test_a_new_tab_has_headings_notes_formats_and_dropdowns(made: Workbook, tab: TemplateTab) -> None:
    new = made.tab(tab.title)
    assert new.rows == [[one.heading for one in tab.columns]]
    assert (new.frozen_rows, new.row_count) == (1, 1000)
    (protected,) = new.protected_ranges
    assert protected["warningOnly"]
    assert (protected["range"]["startRowIndex"], protected["range"]["endRowIndex"]) == (0, 1)
    for at, one in enumerate(tab.columns):
        assert new.notes[0, at] == one.note
        for row in (1, 999):
            assert new.number_format(row, at)["pattern"] == one.format
            assert ((row, at) in new.validations) == bool(one.choices or one.target)
        assert (0, at) not in new.validations
        assert not new.number_format(0, at)


def test_the_dropdowns_show_fixed_values_or_another_tab_and_refuse_nothing(made: Workbook) -> None:
    applications = made.tab("Ansøgninger")
    across, pool = (applications.validations[1, place(applications, name)] for name in ("På tværs", "Pulje"))
    assert [value["userEnteredValue"] for value in across["condition"]["values"]] == ["ja", "nej"]
    assert pool["condition"] == {"type": "ONE_OF_RANGE", "values": [{"userEnteredValue": "='Puljer'!$A$2:$A"}]}
    assert not across["strict"]
    assert not pool["strict"]


def test_the_instructions_are_written_as_text(made: Workbook) -> None:
    rows = made.tab(GUIDE_TITLE).rows
    assert [tuple(cell or "" for cell in (*row, "", "")[:2]) for row in rows] == [
        (line.about, line.text) for line in guide()
    ]


def test_what_was_completed_is_not_written_to_again(google: GoogleStandIn, completed: Complete) -> None:
    completed(workbook(Tab("Ark1")))
    before = copy.deepcopy(google.workbooks[KEY])
    assert completed() == ()
    assert writes(google) == 1
    assert google.workbooks[KEY] == before
    assert len(google.asked("GET")[-1].query["ranges"]) == len(TABLES), (
        "nothing is lacking, so no column is gone through"
    )


def test_what_was_completed_is_read_without_a_problem(completed: Complete) -> None:
    completed(workbook(Tab("Ark1")))
    reading = sheets_reader({"spreadsheet": KEY, **service_account()})()
    dataset = read_dataset(reading.tables, reading.notes)
    assert dataset.problems == ()
    assert [(one.usable, one.read) for one in dataset.counts] == [(True, 0)] * len(TABLES)


@pytest.mark.parametrize(
    ("tabs", "locale", "said"),
    [
        pytest.param([Tab("Sheet1")], "da_DK", "Regnearket er sat til dansk.", id="empty"),
        pytest.param([Tab("Sheet1", [["Noget"]])], "en_US", "Regnearket er ikke sat til dansk.", id="with content"),
        pytest.param([Tab("Sheet1"), Tab("2", [[], ["x"]])], "en_US", "Regnearket er ikke", id="content further on"),
        pytest.param([Tab("Puljer", [headings("Puljer")])], "en_US", "Regnearket er ikke", id="with only headings"),
    ],
)
def test_only_an_empty_spreadsheet_is_set_to_danish(
    google: GoogleStandIn, completed: Complete, tabs: list[Tab], locale: str, said: str
) -> None:
    lines = completed(workbook(*copy.deepcopy(tabs), locale="en_US", time_zone="Etc/GMT"))
    book = google.workbooks[KEY]
    assert book.locale == locale
    assert book.time_zone == ("Europe/Copenhagen" if locale == "da_DK" else "Etc/GMT")
    assert lines[-1].startswith(said)


# A spreadsheet in use


def in_use() -> Workbook:
    """Other spellings and order, rows above the headings, own columns, notes, rules, formats and protection."""
    pools = Tab(
        "MINE PULJER",
        [["Navn", "Husk"], ["x", 1]],
    )
    own = Tab(
        "puljeregler ",
        [
            ["Regler for puljerne", None, "se retningslinjen"],
            [],
            ["Værdi", "Telefon", "regel", "PULJE", "Gælder fra", "Godkendt"],
            [20000, "00 00 00 00", "loft pr. projekt", "Fællesskabspuljen", 45061, 45061],
            [None, SECRET, None, None, None, None],
        ],
        frozen_columns=1,
        notes={(2, 0): "min egen note", (0, 0): "mere"},
        validations={(3, 2): OWN_RULE},
        formats={(3, 4): OWN_FORMAT, (7, 5): OWN_FORMAT},
        protected_ranges=[{"protectedRangeId": 7, "range": {"startRowIndex": 0, "endRowIndex": 3}}],
        column_properties={0: {"pixelSize": 333}},
    )
    known = Tab("Puljer", [[*reversed(headings("Puljer"))], [None, None, None, None, "Fællesskabspuljen", "2024"]])
    guidance = Tab("vejledning", [["Min egen vejledning"]])
    return workbook(own, pools, known, guidance)


def assert_only_added(before: Workbook, after: Workbook) -> None:
    """Every cell, note, rule, format and property that was there is there unchanged."""
    order = [tab.sheet_id for tab in after.tabs if tab.sheet_id in {old.sheet_id for old in before.tabs}]
    assert order == [tab.sheet_id for tab in before.tabs]
    for old in before.tabs:
        (new,) = [tab for tab in after.tabs if tab.sheet_id == old.sheet_id]
        for row, line in enumerate(old.rows):
            assert [new.cell(row, column) for column in range(len(line))] == line
        for kept in ("notes", "validations", "formats", "column_properties", "row_properties", "properties"):
            assert {**getattr(new, kept), **getattr(old, kept)} == getattr(new, kept)
        assert new.protected_ranges[: len(old.protected_ranges)] == old.protected_ranges
        assert (new.title, new.hidden, new.row_count) == (old.title, old.hidden, old.row_count)
        if old.frozen_rows or old.frozen_columns:
            assert (new.frozen_rows, new.frozen_columns) == (old.frozen_rows, old.frozen_columns)


def test_a_spreadsheet_in_use_is_only_added_to(google: GoogleStandIn, completed: Complete) -> None:
    before = in_use()
    said = completed(in_use())
    after = google.workbooks[KEY]
    assert_only_added(before, after)
    rules = after.tab("puljeregler ")
    assert rules.rows[2] == ["Værdi", "Telefon", "regel", "PULJE", "Gælder fra", "Godkendt", "Kilde"]
    assert rules.protected_ranges == before.tab("puljeregler ").protected_ranges, "the headings were covered"
    assert rules.notes[2, 0] == "min egen note"
    assert (2, 1) not in rules.notes, "an own column gets nothing"
    assert not [key for key in rules.formats if key[1] == 1]
    assert rules.validations[3, 2] == OWN_RULE
    assert (4, 2) not in rules.validations, "the column had a rule already"
    assert "Kolonnen »Kilde« er tilføjet i »puljeregler «." in said
    assert "Der er sat note på »Pulje«, »Regel«, »Gælder fra« og »Godkendt« i »puljeregler «." in said
    assert "Fanen »Vejledning« er oprettet." not in said
    assert after.tab("MINE PULJER") == before.tab("MINE PULJER")
    assert after.tab("vejledning") == before.tab("vejledning")
    assert completed() == ()
    assert writes(google) == 1


def test_a_format_is_given_only_to_cells_without_one_and_only_where_the_first_has_none(
    google: GoogleStandIn, completed: Complete
) -> None:
    completed(in_use())
    rules = google.workbooks[KEY].tab("puljeregler ")
    assert rules.formats[3, 4] == OWN_FORMAT
    assert (4, 4) not in rules.formats, "the first cell had a format"
    patterns = [rules.number_format(row, 5).get("pattern") for row in (2, 3, 6, 7, 8, 999)]
    assert patterns == [None, "dd-mm-yyyy", "dd-mm-yyyy", "yyyy-mm-dd", "dd-mm-yyyy", "dd-mm-yyyy"]


def test_a_dropdown_points_at_the_other_tab_as_it_is_called_and_where_its_column_stands(
    google: GoogleStandIn, completed: Complete
) -> None:
    tab = Tab(" PULJER'", [["Se her"], headings("Puljer")[::-1]])
    completed(workbook(tab))
    rules = google.workbooks[KEY].tab("Puljeregler")
    (value,) = rules.validations[1, place(rules, "Pulje")]["condition"]["values"]
    assert value["userEnteredValue"] == "=' PULJER'''!$E$3:$E"


@pytest.mark.parametrize(
    ("width", "letter"),
    [pytest.param(26, "G", id="room to the right"), pytest.param(6, "G", id="a full grid is extended")],
)
def test_a_missing_column_is_added_right_of_the_last_heading(
    google: GoogleStandIn, completed: Complete, width: int, letter: str
) -> None:
    row = [*headings("Puljeregler", "Kilde"), "Bemærkning"]
    said = completed(workbook(Tab("Puljeregler", [row], column_count=width)))
    tab = google.workbooks[KEY].tab("Puljeregler")
    assert tab.rows[0] == [*row, "Kilde"]
    assert column_letter(place(tab, "Kilde")) == letter
    assert tab.column_count == max(width, 7)
    assert tab.notes[0, 6]
    assert tab.number_format(1, 6)["pattern"] == "@"
    assert "Kolonnen »Kilde« er tilføjet i »Puljeregler«." in said


@pytest.mark.parametrize("width", [26, 8])
def test_a_column_without_a_heading_but_with_something_in_it_gets_none(
    google: GoogleStandIn, completed: Complete, width: int
) -> None:
    row = headings("Puljeregler", "Kilde")
    remarks: list[Cell] = [*[None] * 6, "ring til formanden"]
    completed(workbook(Tab("Puljeregler", [row, [None], remarks], column_count=width)))
    tab = google.workbooks[KEY].tab("Puljeregler")
    assert tab.rows[0] == [*row, None, None, "Kilde"]


def test_a_column_that_has_only_been_given_a_format_is_free(google: GoogleStandIn, completed: Complete) -> None:
    tab = Tab("Puljeregler", [headings("Puljeregler", "Kilde")], row_count=20)
    tab.formats = {(row, 5): dict(OWN_FORMAT) for row in range(20)}
    completed(workbook(tab))
    made = google.workbooks[KEY].tab("Puljeregler")
    assert made.rows[0][5] == "Kilde"
    assert made.formats[1, 5] == OWN_FORMAT


def test_a_heading_that_may_have_been_renamed_is_asked_about_and_not_added_again(
    google: GoogleStandIn, completed: Complete
) -> None:
    row: list[Cell] = ["Rammen" if cell == "Ramme (kr.)" else cell for cell in headings("Puljer")]
    said = completed(workbook(Tab("Puljer", [row])))
    assert google.workbooks[KEY].tab("Puljer").rows == [row]
    assert any("»Rammen«, der har skiftet navn?" in line for line in said)


@pytest.mark.parametrize(
    ("tabs", "said"),
    [
        pytest.param([Tab("Puljer", [["Noter"], ["x"]])], "har indhold, men ingen overskrifter", id="no headings"),
        pytest.param([Tab("Puljer", [[]] * 9 + [["x"]])], "har indhold, men ingen overskrifter", id="far down"),
        pytest.param(
            [Tab("Puljer", [headings("Puljer")]), Tab("puljer ")], "Fanen »Puljer« står 2 gange, som", id="twice"
        ),
        pytest.param([Tab("Puljer", sheet_type="OBJECT")], "er ikke en fane med celler", id="a chart"),
    ],
)
def test_a_tab_that_is_in_doubt_is_not_touched_and_no_dropdown_points_at_it(
    google: GoogleStandIn, completed: Complete, tabs: list[Tab], said: str
) -> None:
    book = workbook(*copy.deepcopy(tabs), Tab("Ark1"))
    before = copy.deepcopy(book)
    lines = completed(book)
    assert google.workbooks[KEY].tabs[1 : len(tabs) + 1] == before.tabs[: len(tabs)]
    assert any(said in line for line in lines)
    rules = google.workbooks[KEY].tab("Puljeregler")
    assert (1, place(rules, "Pulje")) not in rules.validations
    assert (1, place(rules, "Regel")) in rules.validations


def test_a_tab_that_is_wholly_empty_gets_its_headings_in_the_first_row(
    google: GoogleStandIn, completed: Complete
) -> None:
    completed(workbook(Tab("ANSOEGNINGER", column_count=3), Tab("Ark1")))
    tab = google.workbooks[KEY].tab("ANSOEGNINGER")
    assert tab.rows == [headings("Ansøgninger")]
    assert (tab.frozen_rows, tab.column_count) == (1, 22)


def test_a_tab_with_nothing_but_headings_and_no_row_below_is_completed_as_far_as_it_goes(
    google: GoogleStandIn, completed: Complete
) -> None:
    completed(workbook(Tab("Puljer", [headings("Puljer", "Godkendt")], row_count=1)))
    tab = google.workbooks[KEY].tab("Puljer")
    assert tab.rows == [headings("Puljer")]
    assert tab.frozen_rows == 0


def test_no_value_below_the_headings_is_fetched_and_none_of_an_own_column(
    google: GoogleStandIn, completed: Complete
) -> None:
    book = as_workbook(lyngklokken(), KEY)
    lines = completed(replace(book))
    assert lines
    for secret in (SECRET, "Høstgildegruppen", "Sommerfugleeng", "00 00 00 00"):
        assert secret not in google.served_text
    assert_only_added(as_workbook(lyngklokken(), KEY), google.workbooks[KEY])
    assert completed() == ()


def test_a_spreadsheet_in_use_reads_the_same_before_and_after(google: GoogleStandIn, completed: Complete) -> None:
    google.add(as_workbook(lyngklokken(), KEY))
    read = sheets_reader({"spreadsheet": KEY, **service_account()})
    before = read_dataset(read().tables)
    completed()
    after = read_dataset(read().tables)
    assert [getattr(after, table.name) for table in TABLES] == [getattr(before, table.name) for table in TABLES]
    assert after.problems == before.problems == ()


def test_where_one_thing_is_refused_nothing_is_changed(google: GoogleStandIn, completed: Complete) -> None:
    book = in_use()
    google.fault = faults.when(
        lambda request: request.path.endswith(":batchUpdate"), faults.from_error(ApiError(400, "no"))
    )
    with pytest.raises(Exception, match="no"):
        completed(book)
    assert google.workbooks[KEY] == in_use()


# The command


def test_the_command_says_what_it_added_and_then_that_nothing_was_missing(
    google: GoogleStandIn, configure: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    google.add(workbook(Tab("Ark1")))
    configure(secrets_toml(KEY))
    assert main([]) == 0
    assert "Fanen »Ansøgninger« er oprettet.\n" in capsys.readouterr().out
    assert main([]) == 0
    assert capsys.readouterr().out == "Der manglede intet.\n"


def test_without_a_spreadsheet_one_is_created_shared_and_completed(
    google: GoogleStandIn, configure: Configure, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(secrets_toml(""))
    assert main(["--share", "name@example.dk"]) == 0
    (book,) = google.workbooks.values()
    assert (book.title, book.locale, book.time_zone) == (TITLE, "da_DK", "Europe/Copenhagen")
    assert [tab.title for tab in book.tabs] == [GUIDE_TITLE, "Sheet1", *TITLES]
    (shared,) = book.permissions
    assert (shared["emailAddress"], shared["role"]) == ("name@example.dk", "writer")
    said = capsys.readouterr().out
    assert f'spreadsheet = "https://docs.google.com/spreadsheets/d/{book.key}"' in said


NO_PROTECTED = faults.from_error(ApiError(400, "You are trying to edit a protected cell or object."))


@pytest.mark.parametrize(
    ("secrets", "arguments", "fault", "said"),
    [
        pytest.param("", [], None, ["Google er ikke sat op."], id="nothing is set up"),
        pytest.param(
            f'[connections.gsheets]\nspreadsheet = "{KEY}"\napi_key = "{API_KEY}"',
            [],
            None,
            ["En api_key kan kun læse."],
            id="an API key",
        ),
        pytest.param(secrets_toml(""), [], None, ["--share"], id="no spreadsheet and nobody to share one with"),
        pytest.param(secrets_toml(KEY), ["--share", "x@example.dk"], None, ["allerede"], id="sharing what is there"),
        pytest.param(
            secrets_toml(KEY),
            [],
            faults.when(lambda request: request.method == "POST", faults.NO_PERMISSION),
            [EMAIL, "»Redigering«"],
            id="may read, may not write",
        ),
        pytest.param(
            secrets_toml(KEY), [], faults.on_sheets(faults.SERVICE_DISABLED), ["Google Sheets API"], id="API off"
        ),
        pytest.param(
            secrets_toml(KEY),
            [],
            faults.when(lambda request: request.method == "POST" and request.path != "/token", NO_PROTECTED),
            [EMAIL, "beskyttet", "Intet er ændret."],
            id="a protected cell",
        ),
        pytest.param(secrets_toml("ukendt"), [], None, ["findes ikke"], id="no such spreadsheet"),
        pytest.param(
            secrets_toml(""),
            ["--share", "x@example.dk"],
            faults.when(lambda request: request.path == "/v4/spreadsheets", faults.NO_PERMISSION),
            ["Opret selv et tomt regneark", EMAIL, "»Redigering«"],
            id="no room for files of its own",
        ),
        pytest.param(
            secrets_toml(""),
            ["--share", "x@example.dk"],
            faults.when(lambda request: "/permissions" in request.path, faults.SERVICE_DISABLED),
            ["vil ikke dele det med x@example.dk", "Opret selv et tomt regneark"],
            id="created but not shared",
        ),
    ],
)
def test_what_hinders_the_command_is_said_with_what_to_do(
    google: GoogleStandIn,
    configure: Configure,
    capsys: pytest.CaptureFixture[str],
    secrets: str,
    arguments: list[str],
    fault: faults.Policy | None,
    said: list[str],
) -> None:
    google.add(workbook(Tab("Ark1")))
    configure(secrets)
    google.fault = (
        fault and (lambda request: None if request.host == faults.TOKENS else fault(request))  # the key itself is good
    )
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert [words for words in said if words not in captured.err] == []
    assert captured.out == ""
    assert google.workbooks[KEY] == workbook(Tab("Ark1"))
