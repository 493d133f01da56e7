"""What python-pptx keeps to itself is still there, and is what it was."""

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches

from shell.handouts.slides import xml


def test_a_newer_python_pptx_still_gives_the_parts_that_are_written_in() -> None:
    slides = Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[5])
    figures = CategoryChartData()
    figures.categories = ["a"]
    figures.add_series("rest", [1])
    chart = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, 0, 0, Inches(4), Inches(4), figures).chart
    row = chart.plots[0].series[0]
    table = slide.shapes.add_table(1, 1, 0, 0, Inches(1), Inches(1)).table
    found = {
        "c:valAx": xml.of_axis(chart.value_axis),
        "c:ser": xml.of_series(row),
        "a:tbl": xml.of_table(table),
        "a:tc": xml.of_cell(table.cell(0, 0)),
        "a:p": xml.of_paragraph(slide.shapes.title.text_frame.paragraphs[0]),
    }
    assert {name: part.tag for name, part in found.items()} == {name: qn(name) for name in found}
    assert any(
        one.reltype.endswith("/officeDocument") for one in xml.relations_of_package(slides.part.package).values()
    )
