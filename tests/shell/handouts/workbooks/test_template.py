"""The template for Excel is read by the dashboard's own reader, empty and filled in."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from python_calamine import CalamineWorkbook

from core.contract.dataset import Dataset, read_dataset
from core.contract.grid import column_letter, table_in_grid
from core.contract.template import GUIDE_TITLE, TemplateColumn, TemplateTab, guide, template_tabs
from core.pool.tables import Application
from core.subjects import CONTRACT
from shell.sources.csv_folder import read_folder
from shell.sources.excel import read_excel
from tests.organisations.lyngklokken import Tables, lyngklokken
from tests.organisations.stores import as_typed, write_csv
from tests.organisations.template import empty_workbook

TABS = template_tabs(CONTRACT)


def xml(part: str, book: bytes | None = None) -> str:
    return zipfile.ZipFile(BytesIO(book or empty_workbook())).read(part).decode()


def part_of(title: str) -> str:
    titles = CalamineWorkbook.from_filelike(BytesIO(empty_workbook())).sheet_names
    return f"xl/worksheets/sheet{titles.index(title) + 1}.xml"


def rule_of(title: str, name: str) -> str:
    """What the sheet's XML says of the validation of a column, '' where there is none."""
    tab = next(tab for tab in TABS if tab.title == title)
    letter = column_letter(tab.columns.index(tab.column(name)))
    found = re.search(
        rf'<dataValidation (?:(?!</dataValidation>).)*sqref="{letter}2:{letter}1048576".*?</dataValidation>',
        xml(part_of(title)),
    )
    return found[0] if found else ""


def filled_in(tables: Tables) -> bytes:
    """The template with rows below its headings, every cell as a Dane types it."""
    old, buffer = zipfile.ZipFile(BytesIO(empty_workbook())), BytesIO()
    parts = {part_of(tab.title): _rows(tab, tables) for tab in TABS}
    with zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, text.replace(b"</sheetData>", parts.get(name, "").encode() + b"</sheetData>"))
    return buffer.getvalue()


def _rows(tab: TemplateTab, tables: Tables) -> str:
    lines = []
    for number, row in enumerate(tables[tab.title], start=2):
        cells = [
            f'<c r="{column_letter(place)}{number}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for place, one in enumerate(tab.columns)
            if (text := as_typed(row.get(one.column.heading)))
        ]
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    return "".join(lines)


def read(book: bytes, folder: Path) -> Dataset:
    file = folder / "skabelon.xlsx"
    file.write_bytes(book)
    return read_dataset(CONTRACT, read_excel(file).tables)


def test_the_empty_template_is_read_without_a_problem(tmp_path: Path) -> None:
    dataset = read(empty_workbook(), tmp_path)
    assert dataset.problems == ()
    assert [(one.found, one.usable, one.read) for one in dataset.counts] == [(True, True, 0)] * len(CONTRACT.tables)


def test_rows_typed_into_it_are_the_rows_of_any_other_source(tmp_path: Path) -> None:
    dataset = read(filled_in(lyngklokken()), tmp_path)
    other = read_dataset(CONTRACT, read_folder(write_csv(lyngklokken(), tmp_path / "csv")).tables)
    assert dataset.problems == other.problems == ()
    assert dataset.tables == other.tables
    assert len(dataset.of(Application)) > 5


def test_it_opens_with_the_instructions_and_has_a_sheet_for_every_table() -> None:
    book = CalamineWorkbook.from_filelike(BytesIO(empty_workbook()))
    assert book.sheet_names == [GUIDE_TITLE, *(table.title for table in CONTRACT.tables), "Lister"]
    rows = book.get_sheet_by_name(GUIDE_TITLE).to_python(skip_empty_area=False)
    assert [tuple(row[:2]) for row in rows] == [(line.about, line.text) for line in guide(CONTRACT)]
    assert f'name="Lister" sheetId="{len(CONTRACT.tables) + 2}" state="hidden"' in xml("xl/workbook.xml")


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.title)
def test_the_headings_stand_in_the_first_row_with_their_notes(tab: TemplateTab) -> None:
    grid = CalamineWorkbook.from_filelike(BytesIO(empty_workbook())).get_sheet_by_name(tab.title).to_python()
    raw = table_in_grid(tab.table, tab.title, grid)
    assert raw.headings == tuple(one.heading for one in tab.columns)
    assert raw.tab_place is not None
    assert raw.tab_place.heading_row == 1
    comments = xml(f"xl/comments{TABS.index(tab) + 1}.xml")
    assert [one.note for one in tab.columns if f">{escape(one.note)}<" not in comments] == []


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.title)
def test_the_headings_stay_on_screen_and_on_every_printed_page(tab: TemplateTab) -> None:
    page = xml(part_of(tab.title))
    assert '<pane ySplit="1"' in page
    assert 'state="frozen"' in page
    assert 'orientation="landscape"' in page
    assert f"{tab.title}!$1:$1</definedName>" in xml("xl/workbook.xml").replace("'", "")


@pytest.mark.parametrize("tab", TABS, ids=lambda tab: tab.title)
def test_only_the_headings_are_locked_and_without_a_password(tab: TemplateTab) -> None:
    page = xml(part_of(tab.title))
    (protection,) = re.findall(r"<sheetProtection ([^>]*)/>", page)
    allowed = [
        "formatCells",
        "formatColumns",
        "formatRows",
        "insertColumns",
        "insertRows",
        "deleteRows",
        "sort",
        "autoFilter",
    ]
    assert "password" not in protection
    assert not re.search(r"\b(objects|scenarios|selectLockedCells|selectUnlockedCells)=", protection)
    assert [name for name in allowed if f'{name}="0"' not in protection] == []
    styles = re.findall(r"<xf ([^>]*?)(?:/>|>(.*?)</xf>)", xml("xl/styles.xml").split("<cellXfs")[1])
    free = {number for number, (_, inside) in enumerate(styles) if 'locked="0"' in inside}
    columns = [(int(last), int(style)) for last, style in re.findall(r'<col [^>]*max="(\d+)"[^>]*style="(\d+)"', page)]
    headings = [int(style) for style in re.findall(r'<c r="[A-Z]+1" s="(\d+)"', page)]
    assert len(headings) == len(tab.columns)
    assert free.isdisjoint(headings)
    assert {style for _, style in columns} <= free
    assert columns[-1][0] == 16384, "own columns may be added to the right"


@pytest.mark.parametrize(
    ("title", "name", "said"),
    [
        pytest.param("Ansøgninger", "pool", "Puljer!$A$2:$A$5000", id="a reference"),
        pytest.param("Puljeregler", "pool_name", "Puljer!$B$2:$B$5000", id="a reference to another column"),
        pytest.param("Ansøgninger", "decision", "Lister!", id="a choice"),
        pytest.param("Ansøgninger", "across", "Lister!", id="yes or no"),
        pytest.param("Ansøgninger", "received", 'type="date"', id="a date"),
        pytest.param("Ansøgninger", "requested", 'type="decimal"', id="an amount"),
        pytest.param("Ansøgninger", "participants", 'type="whole"', id="a whole number"),
    ],
)
def test_a_cell_is_checked_as_it_is_typed_but_never_refused(title: str, name: str, said: str) -> None:
    rule = rule_of(title, name)
    assert said in rule.replace("'", "")
    assert 'errorStyle="warning"' in rule


@pytest.mark.parametrize(
    ("title", "name"),
    [
        pytest.param("Ansøgninger", "departments", id="several in one cell"),
        pytest.param("Ansøgninger", "id", id="a key"),
        pytest.param("Puljeregler", "value", id="a rule's value"),
    ],
)
def test_a_cell_that_can_hold_anything_is_not_checked(title: str, name: str) -> None:
    assert rule_of(title, name) == ""


def test_a_credit_note_may_be_typed_and_an_application_below_nothing_is_asked_about() -> None:
    assert "<formula1>-1000000000000</formula1>" in rule_of("Fakturaer", "amount")
    assert "<formula1>0</formula1>" in rule_of("Ansøgninger", "requested")


def test_every_fixed_list_stands_whole_on_the_hidden_sheet() -> None:
    rows = CalamineWorkbook.from_filelike(BytesIO(empty_workbook())).get_sheet_by_name("Lister").to_python()
    lists = {tuple(str(cell) for cell in column if cell) for column in zip(*rows, strict=True)}
    every: list[TemplateColumn] = [one for tab in TABS for one in tab.columns]
    assert lists == {one.choices for one in every if one.choices}


def test_nothing_in_it_is_a_formula() -> None:
    for tab in TABS:
        assert "<f>" not in xml(part_of(tab.title))
