"""The figures behind the material, read back as another program would."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from core.contract.dataset import read_dataset
from core.danish import number
from core.organisation.tables import Department
from core.subject.message import Chosen
from core.subjects import CONTRACT
from core.subjects.material import Material, material
from core.subjects.overview import TITLES, subjects_overview
from shell.handouts.workbooks.material import material_workbook
from shell.sources.csv_folder import read_folder
from shell.sources.sample import SAMPLE_DATA

ON = date(2026, 11, 22)


def found(on: date = ON) -> Material:
    dataset = read_dataset(CONTRACT, read_folder(SAMPLE_DATA).tables)
    chosen = Chosen(date(on.year, 1, 1), on, frozenset(TITLES), tuple(one.number for one in dataset.of(Department)[:3]))
    return material(dataset, subjects_overview(dataset, on), chosen)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(BytesIO(material_workbook("Eksempeldata", found())), data_only=True)


@pytest.mark.parametrize("on", [ON, date(2025, 3, 1), date(2023, 1, 1), date(2031, 1, 1)])
def test_every_figure_of_the_first_screen_is_a_number(on: date) -> None:
    for brief in found(on).overview.briefs:
        if not brief.figure:
            assert brief.value is None
            continue
        assert brief.value is not None
        shown = brief.figure.split("\u00a0")[0].split()[0]
        assert shown in {number(brief.value), number(int(brief.value + Decimal("0.5")))}


def test_it_is_shown_with_its_unit(book: Workbook) -> None:
    rows = {row[1].value: row[2] for row in book["Overblik"].iter_rows(min_row=2, max_row=7)}
    forms = {name: cell.number_format for name, cell in rows.items()}
    pool = next(name for name in rows if str(name).startswith(("Puljen", "Fællesskabspuljen (2026)")))
    assert (rows[pool].value, forms[pool]) == (22869.5, '#,##0.00" kr."')
    assert (rows["Handleplaner"].value, forms["Handleplaner"]) == (11, '#,##0" af 22"')
    assert (rows["Fokusgruppen"].value, forms["Fokusgruppen"]) == (14, '#,##0" medlemmer"')


def test_the_values_of_the_pictures_are_numbers_in_their_units(book: Workbook) -> None:
    rows = list(book["Tal bag billederne"].iter_rows(min_row=2))
    values = [(row[5], row[6].value) for row in rows if row[0].value and row[2].value]
    assert len(values) > 20
    for cell, unit in values:
        assert isinstance(cell.value, int | float)
        assert ("kr." in cell.number_format) == (unit == "kr.")
        assert ("%" in cell.number_format) == (unit == "%")
    assert any(row[4].value == "søgt" or str(row[4].value).startswith("Søgt") for row in rows), "what is asked for too"


def test_departments_are_summed_where_nothing_is_counted_twice(book: Workbook) -> None:
    headings, *rows = book["Afdelinger"].iter_rows(max_row=5, values_only=True)
    total = dict(zip(headings, rows[3], strict=True))
    for heading in ("Boliger", "Bevilget (kr.)", "Ambassadører", "Partnerskabsaftaler"):
        place = headings.index(heading)
        assert total[heading] == pytest.approx(sum(float(str(row[place])) for row in rows[:3]), abs=0.001)
    assert total["Ansøgninger"] is None


def test_every_sheet_prints_lying_and_one_page_wide(book: Workbook) -> None:
    for page in book:
        assert page.page_setup.orientation == "landscape"
        assert page.sheet_properties.pageSetUpPr is not None
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_title_rows == "$1:$1"
