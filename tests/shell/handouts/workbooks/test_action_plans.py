"""The management report, read back as another program would."""

from datetime import date
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook

from core.action_plans.overview import plans_overview
from core.action_plans.tables import Indicator
from core.contract.dataset import read_dataset
from core.subjects import CONTRACT
from shell.handouts.workbooks.action_plans import plans_workbook
from shell.sources.csv_folder import read_folder
from tests.core.contract.build import action_plan, indicator, measurement, read, target

SAMPLE_DATA = Path(__file__).parents[4] / "sample_data"


def test_every_indicator_is_there_with_numbers_and_dates() -> None:
    dataset = read_dataset(CONTRACT, read_folder(SAMPLE_DATA).tables)
    overview = plans_overview(dataset, date(2026, 11, 22))
    book = CalamineWorkbook.from_filelike(BytesIO(plans_workbook("Eksempeldata", overview)))
    headings, *rows = book.get_sheet_by_name("Målepunkter").to_python()
    indicators = [dict(zip(headings, row, strict=True)) for row in rows[:25]]
    assert {row["Målepunkt"] for row in indicators} == {one.name for one in dataset.of(Indicator)}
    waste = next(row for row in indicators if row["Målepunkt"] == "Restaffald")
    assert (waste["Måling"], waste["Mål"], waste["Enhed"], waste["Status"]) == (161.8, 140, "kg/beboer", "bagud")
    assert (waste["Målt"], waste["Nås den"]) == (date(2026, 6, 28), date(2027, 5, 31))
    assert (waste["Fremdrift (%)"], waste["Ventet (%)"]) == (68.86, 82.63)
    unmeasured = next(row for row in indicators if row["Målepunkt"] == "Regnbede")
    assert (unmeasured["Måling"], unmeasured["Fremdrift (%)"]) == ("", "")
    assert rows[26][0] == "Pr. 22. nov. 2026"
    assert len(book.get_sheet_by_name("Evalueringer").to_python()) == 10 + 4


def test_text_that_looks_like_a_formula_stays_text() -> None:
    trap = "=HYPERLINK(1)"
    dataset = read(
        action_plans=[action_plan(name=trap)],
        indicators=[indicator(name=trap, measured_in=trap)],
        targets=[target()],
        measurements=[measurement()],
    )
    book = CalamineWorkbook.from_filelike(BytesIO(plans_workbook("x", plans_overview(dataset, date(2025, 7, 1)))))
    row = book.get_sheet_by_name("Målepunkter").to_python()[1]
    assert row[1:4] == [trap, trap, trap]
