"""The slides of whole organisations, read as PowerPoint in Danish shows them: figures on charts as they are told."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide

from core.contract.dataset import Dataset, read_dataset
from core.danish import number
from core.subject.message import Chosen
from core.subjects import CONTRACT
from core.subjects.material import deck, material
from core.subjects.overview import TITLES, subjects_overview
from shell.handouts.slides.deck import slides
from shell.sources.csv_folder import read_folder
from shell.sources.sample import SAMPLE_DATA
from tests.organisations.lyngklokken import Tables, lyngklokken
from tests.organisations.many_departments import many_departments
from tests.organisations.stores import write_csv

EMPTY_DECIMAL = re.compile(r"\d,0(?!\d)")
ONE_DECIMAL_OF_A_KRONE = re.compile(r"\d,\d\s?kr\.")


def overdrawn() -> Tables:
    """One pool with less than is granted, and one of which something small is left."""
    tables = lyngklokken()
    green, neighbour = tables["Puljer"]
    return tables | {"Puljer": [green | {"Ramme": Decimal("60000.50")}, neighbour | {"Ramme": Decimal("21250.90")}]}


ORGANISATIONS = {
    "the sample": None,
    "two pools": lyngklokken,
    "an overdrawn pool": overdrawn,
    "150 departments": lambda: many_departments(150, 40),
}
CASES = [
    ("the sample", date(2026, 11, 25)),
    ("the sample", date(2025, 3, 31)),
    ("the sample", date(2027, 6, 1)),
    ("two pools", date(2025, 11, 25)),
    ("an overdrawn pool", date(2025, 11, 25)),
    ("150 departments", date(2025, 11, 25)),
]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Any:
    @cache
    def dataset(name: str) -> Dataset:
        tables = ORGANISATIONS[name]
        folder = write_csv(tables(), tmp_path_factory.mktemp("organisation")) if tables else Path(SAMPLE_DATA)
        return read_dataset(CONTRACT, read_folder(folder).tables)

    @cache
    def of(name: str, on: date) -> list[Slide]:
        data = dataset(name)
        chosen = Chosen(date(on.year, 1, 1), on, frozenset(TITLES), ())
        made = material(data, subjects_overview(data, on), chosen)
        file = slides(deck(data, made, "Seminar", "CSV-filer", datetime(2026, 11, 25, 12, tzinfo=UTC), sample=False))
        return list(Presentation(BytesIO(file)).slides)

    return of


def said(slide: Slide) -> Iterator[str]:
    for shape in slide.shapes:
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        elif shape.has_text_frame:
            yield shape.text_frame.text
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    yield frame.text


def on_charts(slide: Slide) -> Iterator[str]:
    """Each figure that is shown on a chart, as it is shown."""
    for shape in slide.shapes:
        if not shape.has_chart:
            continue
        for row in shape.chart.plots[0].series:
            labels = row._element.find(qn("c:dLbls"))
            for place, value in enumerate(row.values):
                own = labels.xpath(f"c:dLbl[c:idx/@val='{place}']")
                if not (own and own[0].xpath("c:delete")):
                    form = (own or [labels])[0].find(qn("c:numFmt")).get("formatCode")
                    yield shown(Decimal(str(value)), form)


def shown(value: Decimal, form: str) -> str:
    """As PowerPoint in Danish does it, of the formats that a chart may have."""
    plain = re.fullmatch(r'(?:\[\$-406\])?(General|#,##0(?:\.(0+))?)((?:"[^"]*")*)', form)
    assert plain, form
    kind, decimals, after = plain.groups()
    if kind == "General":
        assert abs(value) < 1000
        told = str(value.normalize()).replace(".", ",")
    else:
        told = number(int(value)) if not decimals else f"{value:.{len(decimals)}f}".replace(".", ",")
        assert decimals or value == int(value)
    return told + after.replace('"', "")


@pytest.mark.parametrize(("name", "on"), CASES)
def test_no_amount_has_one_decimal_and_no_figure_an_empty_one(found: Any, name: str, on: date) -> None:
    texts = [text for slide in found(name, on) for text in (*said(slide), *on_charts(slide))]
    assert len(texts) > 20
    for text in texts:
        assert not EMPTY_DECIMAL.search(text), text
        assert not ONE_DECIMAL_OF_A_KRONE.search(text), text


@pytest.mark.parametrize(("name", "on"), CASES)
def test_every_figure_on_a_chart_is_the_one_in_its_notes(found: Any, name: str, on: date) -> None:
    charts = [slide for slide in found(name, on) if any(shape.has_chart for shape in slide.shapes)]
    assert charts
    for slide in charts:
        *_, notes = said(slide)
        figures = list(on_charts(slide))
        assert figures
        for figure in figures:
            assert re.search(rf"(?<![\d.,-]){re.escape(figure)}(?![\d])", notes), (figure, notes)


def test_of_the_sample_the_share_on_the_chart_is_the_one_that_is_worked_out(found: Any) -> None:
    slide = next(one for one in found("the sample", date(2026, 11, 25)) if one.shapes.title.text.startswith("Beboere:"))
    *_, notes = said(slide)
    assert "(33 − 0) / (40 − 0) = 83\u00a0%" in notes
    assert next(on_charts(slide)) == "83\u00a0% (ikke nået)"
