"""What every cell of text in every table says stays text in all that is handed out: it is no link and no formula."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from core.action_plans.overview import plans_overview
from core.contract.dataset import Dataset, read_dataset
from core.organisation.settings import organisation_name
from core.planche.of_data import sheet_of, tables_of
from core.planche.tables import SheetMark
from core.pool.overview import pool_overview
from core.pool.tables import Pool
from core.subject.message import Chosen
from core.subjects import CONTRACT
from core.subjects.material import deck, material
from core.subjects.overview import TITLES, subjects_overview
from shell.handouts.paper.sheets import meeting_sheet, planche
from shell.handouts.slides.deck import slides
from shell.handouts.workbooks.action_plans import plans_workbook
from shell.handouts.workbooks.marks import marks_workbook
from shell.handouts.workbooks.material import material_workbook
from shell.handouts.workbooks.pool import pool_workbook
from shell.sources.csv_folder import read_folder
from tests.organisations.hostile import hostile
from tests.organisations.stores import write_csv

ON = date(2026, 11, 22)
READ = datetime(2026, 11, 22, 12, tzinfo=UTC)
BEFORE, AFTER = '=HYPERLINK("http://e.x/', '") http://e.xx <a:hlinkClick r:id="rId9"/> #link("http://e.x")[x] &[Fane]'
SOURCE = f"mappen {BEFORE}{AFTER}"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = write_csv(hostile(AFTER, BEFORE), tmp_path_factory.mktemp("hostile"))
    return read_dataset(CONTRACT, read_folder(folder).tables)


@pytest.fixture(scope="module")
def files(dataset: Dataset) -> dict[str, bytes]:
    overview = subjects_overview(dataset, ON)
    found = material(dataset, overview, Chosen(date(2026, 1, 1), ON, frozenset(TITLES), ()))
    pool = pool_overview(dataset, next(pool for pool in dataset.of(Pool) if "2026" in pool.id), ON)
    organisation = organisation_name(dataset) or ""
    return {
        "material.xlsx": material_workbook(SOURCE, found),
        "pool.xlsx": pool_workbook(SOURCE, pool, pool.entries),
        "plans.xlsx": plans_workbook(SOURCE, plans_overview(dataset, ON)),
        "marks.xlsx": marks_workbook(dataset.of(SheetMark)),
        "slides.pptx": slides(deck(dataset, found, f"{BEFORE}{AFTER}", SOURCE, READ, sample=False)),
        "meeting.pdf": meeting_sheet(organisation, overview, SOURCE, "i dag", sample=False),
        "planche.pdf": planche(organisation, sheet_of(dataset), tables_of(dataset), "i dag"),
    }


def parts(file: bytes) -> Iterator[tuple[str, str]]:
    """The XML in a file of Office, also in the workbooks behind its charts."""
    with ZipFile(BytesIO(file)) as opened:
        for name in opened.namelist():
            if name.endswith(".xlsx"):
                yield from parts(opened.read(name))
            elif name.endswith((".xml", ".rels")):
                yield name, opened.read(name).decode()


@pytest.mark.parametrize("name", ["material.xlsx", "pool.xlsx", "plans.xlsx", "marks.xlsx", "slides.pptx"])
def test_a_file_of_office_leads_nowhere(files: dict[str, bytes], name: str) -> None:
    said = ""
    for part, text in parts(files[name]):
        said += text
        assert 'TargetMode="External"' not in text, part
        assert not re.search(r"<(?:a:hlink\w+|hyperlink|oleObject|ddeLink|externalReference)\b", text), part
    assert "HYPERLINK" in said


@pytest.mark.parametrize("name", ["material.xlsx", "pool.xlsx", "plans.xlsx", "marks.xlsx"])
def test_the_only_formulas_are_sums(files: dict[str, bytes], name: str) -> None:
    texts = 0
    for sheet in load_workbook(BytesIO(files[name])).worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.data_type == "f":
                assert re.fullmatch(r"=SUM\([A-Z]+\d+:[A-Z]+\d+\)", str(cell.value))
            elif str(cell.value).startswith(BEFORE):
                texts += 1
                assert cell.quotePrefix
    assert texts


def test_no_formula_stands_behind_a_chart(files: dict[str, bytes]) -> None:
    sheets = [text for part, text in parts(files["slides.pptx"]) if part.startswith("xl/worksheets/")]
    assert sheets
    assert not [text for text in sheets if "<f>" in text]


@pytest.mark.parametrize("name", ["meeting.pdf", "planche.pdf"])
def test_a_pdf_leads_nowhere_and_does_nothing(files: dict[str, bytes], name: str) -> None:
    file = PdfReader(BytesIO(files[name]))
    assert not [page for page in file.pages if page.get("/Annots")]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & file.root_object.keys()
    assert not {"/JavaScript", "/EmbeddedFiles"} & (file.root_object.get("/Names") or {}).keys()
    assert "HYPERLINK" in file.pages[0].extract_text()
