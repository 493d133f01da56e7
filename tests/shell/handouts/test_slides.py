"""The slides, read back by python-pptx, and turned into pages by LibreOffice where that is installed."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Inches
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from core.subject.message import Message, SlideTable
from core.subject.picture import Bars, Line, Picture, Series, Unit
from core.subjects.deck import Deck
from shell.handouts.slides.deck import slides
from shell.handouts.slides.measure import LINE, lines, width
from shell.handouts.slides.template import TemplateError
from tests.often import examples

SOFFICE = shutil.which("soffice")
POTX = "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
LONG = "Ørkenfortsættelseslandskab" * 6
MANY = tuple(f"Afdeling {number}" for number in range(1, 39))
NASTY = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["=1+1", "http://e.x", "\x00\x07a\x0b", "\ud800", "😀漢字" * 30, "مرحبا", "\u202eabc", LONG, LONG * 9]
    ),
)


def bars(*values: str, names: tuple[str, ...] = (), unit: Unit = Unit.KRONER) -> Bars:
    names = names or tuple(f"Pulje {number}" for number in range(1, len(values) + 1))
    return Bars(names, (Series("Rest", tuple(map(Decimal, values))),), unit)


def parts(stacked: bool = True) -> Bars:
    series = (
        Series("Brugt", (Decimal(85500), Decimal(20))),
        Series("Rest", (Decimal(64500), Decimal(9000)), good=False),
    )
    return Bars(("Grøn", "Blå"), series, Unit.KRONER, stacked)


def line(steps: bool) -> Line:
    points = (
        (date(2026, 1, 5), Decimal(150000)),
        (date(2026, 4, 1), Decimal("90000.5")),
        (date(2026, 9, 9), Decimal(1)),
    )
    return Line("Rest", points, "kr.", steps)


def told(sentence: str = "Puljen har 64.500 kr. tilbage", picture: Picture | None = None, **more: object) -> Message:
    return Message(sentence, picture, subject="Puljen", **more)  # type: ignore[arg-type]


def deck(
    *messages: Message, sample: bool = False, organisation: str = "Fjordbo", title: str = "Bestyrelsesmøde"
) -> Deck:
    read_at = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    return Deck(
        organisation, title, date(2026, 1, 1), date(2026, 11, 22), "CSV-filer i mappen x", read_at, sample, messages
    )


def opened(file: bytes) -> Slides:
    return Presentation(BytesIO(file))


def made(*messages: Message) -> list[Slide]:
    """Without the first, which is the title's."""
    return list(opened(slides(deck(*messages))).slides)[1:]


def chart_of(slide: Slide) -> Chart:
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    return frame.chart


def description(slide: Slide) -> str:
    (frame,) = (shape for shape in slide.shapes if shape.has_chart or shape.has_table)
    return str(frame._element.nvGraphicFramePr.cNvPr.get("descr"))


def words(slide: Slide) -> str:
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def notes(slide: Slide) -> str:
    frame = slide.notes_slide.notes_text_frame
    assert frame is not None
    return frame.text


def own_template(*, template: bool = True, wide: bool = False) -> bytes:
    """python-pptx's default: 4:3, with two slides and a layout that has a link to one of them."""
    base = Presentation()
    if wide:
        base.slide_width, base.slide_height = Inches(13.333), Inches(7.5)
    for number in (0, 1):
        slide = base.slides.add_slide(base.slide_layouts[number])
        slide.shapes.title.text = "Gammelt dias"
    layout = base.slide_layouts[1]
    link = layout.placeholders[0]._element.find(f"{qn('p:nvSpPr')}/{qn('p:cNvPr')}").get_or_add_hlinkClick()
    link.rId = layout.part.relate_to(base.slides[0].part, RELATIONSHIP_TYPE.SLIDE)
    buffer = BytesIO()
    base.save(buffer)
    return with_type(buffer.getvalue(), POTX) if template else buffer.getvalue()


def with_type(file: bytes, kind: str) -> bytes:
    old, buffer = zipfile.ZipFile(BytesIO(file)), BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(PPTX.encode(), kind.encode()))
    return buffer.getvalue()


def without_layouts(*keep: str) -> bytes:
    """A template with only the layouts of these types, and no places at their foot."""
    base = Presentation()
    for layout in list(base.slide_layouts):
        if layout._element.get("type") not in keep:
            base.slide_layouts.remove(layout)
            continue
        layout.name = "Ã"
        for shape in list(layout.placeholders):
            if shape.placeholder_format.type in (
                PP_PLACEHOLDER.FOOTER,
                PP_PLACEHOLDER.SLIDE_NUMBER,
                PP_PLACEHOLDER.DATE,
            ):
                shape._element.getparent().remove(shape._element)
    buffer = BytesIO()
    base.save(buffer)
    return buffer.getvalue()


def assert_inside(file: bytes) -> None:
    """Every text stands in its box by the measure that it was set by, and every box on its slide."""
    base = opened(file)
    for slide in base.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= base.slide_width
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) <= base.slide_height
                continue
            assert shape.top + shape.height <= base.slide_height
            if not shape.has_text_frame:
                continue
            high = 0.0
            for paragraph in shape.text_frame.paragraphs:
                size = next((run.font.size.pt for run in paragraph.runs if run.font.size), None)
                if size is not None:
                    high += lines(paragraph.text, size, shape.width / 12700 - 14) * size * LINE
            assert high <= shape.height / 12700 + 1


def test_every_slide_says_at_its_foot_that_not_all_is_the_newest() -> None:
    one = replace(deck(told(), told("Andet")), held=True)
    for slide in opened(slides(one)).slides:
        words = " ".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
        assert "ikke alle tal er de nyeste" in words
        assert "Ikke alle tal er de nyeste." in slide.notes_slide.notes_text_frame.text


def test_the_first_slide_says_whose_as_of_when_and_of_what_period() -> None:
    first = opened(slides(deck(sample=True))).slides[0]
    assert first.shapes.title.text_frame.text == "Bestyrelsesmøde"
    for part in (
        "Fjordbo",
        "Pr. 22. november 2026",
        "Periode: 1. januar 2026 til 22. november 2026",
        "Eksempeldata, ikke jeres egne tal",
    ):
        assert part in words(first)


def test_each_message_is_a_slide_with_the_conclusion_as_its_heading() -> None:
    found = made(told("Puljen rækker"), told("De unge mangler", lines=("Inviter flere",)))
    assert [slide.shapes.title.text_frame.text for slide in found] == ["Puljen rækker", "De unge mangler"]


@pytest.mark.parametrize(
    ("picture", "kind"),
    [
        (parts(), XL_CHART_TYPE.BAR_STACKED),
        (parts(stacked=False), XL_CHART_TYPE.BAR_CLUSTERED),
        (line(steps=False), XL_CHART_TYPE.LINE_MARKERS),
    ],
)
def test_a_picture_is_a_chart_of_powerpoints_own(picture: Picture, kind: XL_CHART_TYPE) -> None:
    (slide,) = made(told(picture=picture))
    assert chart_of(slide).chart_type == kind
    assert chart_of(slide).part.chart_workbook.xlsx_part is not None


@pytest.mark.parametrize("stacked", [True, False])
def test_bars_plot_the_very_values_with_the_first_category_on_top(stacked: bool) -> None:
    (slide,) = made(told(picture=parts(stacked)))
    plot = chart_of(slide).plots[0]
    assert [(row.name, tuple(row.values)) for row in plot.series] == [
        ("Brugt", (85500.0, 20.0)),
        ("Rest", (64500.0, 9000.0)),
    ]
    assert list(plot.categories) == ["Grøn", "Blå"]
    assert chart_of(slide).category_axis.reverse_order
    assert chart_of(slide).has_legend
    assert [str(row.format.fill.fore_color.rgb) for row in plot.series] == ["12436D", "F46A25"]


def test_a_line_plots_the_very_values_on_an_axis_of_days() -> None:
    (slide,) = made(told(picture=line(steps=False)))
    (row,) = chart_of(slide).plots[0].series
    assert tuple(row.values) == (150000.0, 90000.5, 1.0)
    assert chart_of(slide)._chartSpace.xpath("//c:dateAx/c:baseTimeUnit/@val") == ["days"]
    assert not row.smooth


def test_steps_hold_a_value_until_the_day_of_the_next() -> None:
    (slide,) = made(told(picture=line(steps=True)))
    (row,) = chart_of(slide).plots[0].series
    assert tuple(row.values) == (150000.0, 150000.0, 90000.5, 90000.5, 1.0)
    days = [float(day) for day in chart_of(slide)._chartSpace.xpath("//c:cat//c:pt/c:v/text()")]
    assert days[1] == days[2]
    assert days[3] == days[4]
    assert days[2] - days[0] == 86


@pytest.mark.parametrize(
    ("picture", "form"),
    [
        (bars("1200"), '#,##0"\u00a0kr."'),
        (bars("1200.5"), '#,##0.00"\u00a0kr."'),
        (bars("12", unit=Unit.PERCENT), '#,##0"\u00a0%"'),
        (bars("12.5", unit=Unit.PERCENT), '#,##0.0"\u00a0%"'),
        (bars("3", unit=Unit.COUNT), "#,##0"),
        (bars("3.14159", unit=Unit.OTHER), "#,##0.00"),
    ],
)
def test_figures_on_bars_have_their_unit_in_danish_form(picture: Bars, form: str) -> None:
    (slide,) = made(told(picture=picture))
    (row,) = chart_of(slide).plots[0].series
    assert row.data_labels.number_format == f"[$-406]{form}"
    assert row.data_labels.show_value


def test_the_unit_of_a_stacked_bar_stands_on_the_axis_where_its_parts_are_small() -> None:
    wide = replace(parts(), categories=("Grøn",), series=tuple(replace(s, values=s.values[:1]) for s in parts().series))
    for picture, form in ((wide, '[$-406]#,##0"\u00a0kr."'), (parts(), "[$-406]#,##0")):
        (slide,) = made(told(picture=picture))
        assert {row.data_labels.number_format for row in chart_of(slide).plots[0].series} == {form}
        assert chart_of(slide).value_axis.tick_labels.number_format == '[$-406]#,##0"\u00a0kr."'


def test_a_figure_that_is_wider_than_its_part_of_a_bar_stands_in_the_notes() -> None:
    (slide,) = made(told(picture=parts()))
    assert len(chart_of(slide)._chartSpace.xpath("//c:dLbl[c:delete/@val='1']")) >= 1
    assert "Alle tal i figuren" in notes(slide)
    assert "Blå: Brugt 20" in notes(slide)


def test_many_categories_go_on_over_slides_of_the_same_scale_and_none_is_lost() -> None:
    values = tuple(str(number % 7) for number in range(38))
    found = made(told(picture=bars(*values, names=MANY, unit=Unit.COUNT)))
    assert len(found) > 1
    assert all(slide.shapes.title.text_frame.text.endswith(" (fortsat)") for slide in found[1:])
    charts = [chart_of(slide) for slide in found]
    assert tuple(name for chart in charts for name in chart.plots[0].categories) == MANY
    plotted = [value for chart in charts for row in chart.plots[0].series for value in row.values]
    assert plotted == [float(value) for value in values]
    assert {chart.value_axis.maximum_scale for chart in charts} == {6.0}
    assert all(chart.font.size.pt >= 14 for chart in charts)


@pytest.mark.parametrize("picture", [Bars((), (), Unit.COUNT), Line("Rest", (), "kr.")])
def test_a_picture_of_nothing_is_left_out(picture: Picture) -> None:
    (slide,) = made(told(picture=picture))
    assert not any(shape.has_chart for shape in slide.shapes)


def test_what_is_drawn_is_told_with_figures_to_those_who_cannot_see_it() -> None:
    chart, curve, table = made(
        told(picture=parts()), told(picture=line(steps=True)), told(table=SlideTable(("År", "Antal"), (("2026", "8"),)))
    )
    assert "Grøn: Brugt 85.500\u00a0kr., Rest 64.500\u00a0kr." in description(chart)
    assert "9. september 2026: 1. Lavest 1, højest 150.000." in description(curve)
    assert "År: 2026, Antal: 8" in description(table)


def test_text_stays_text_in_the_workbook_behind_a_chart() -> None:
    names = ("=1+1", "http://e.x", "{=A1}")
    (slide,) = made(told(picture=Bars(names, (Series("=SUM(A1)", (Decimal(1),) * 3),), Unit.COUNT)))
    book = chart_of(slide).part.chart_workbook.xlsx_part.blob
    sheet = zipfile.ZipFile(BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    rows = CalamineWorkbook.from_filelike(BytesIO(book)).get_sheet_by_name("Sheet1").to_python()
    assert rows == [["", "=SUM(A1)"], ["=1+1", 1.0], ["http://e.x", 1.0], ["{=A1}", 1.0]]


def test_a_grid_is_a_table_with_a_header_row_and_numbers_to_the_right() -> None:
    (slide,) = made(told(table=SlideTable(("Afdeling", "Rest"), (("Åparken", "500\u00a0kr."),), frozenset({1}))))
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    table = frame.table
    assert table.first_row
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Afdeling", "Rest"],
        ["Åparken", "500\u00a0kr."],
    ]
    assert [cell.text_frame.paragraphs[0].alignment for cell in table.rows[1].cells] == [PP_ALIGN.LEFT, PP_ALIGN.RIGHT]


def test_a_long_grid_goes_on_under_the_same_headings() -> None:
    rows = tuple((name, "3") for name in MANY)
    found = made(told(table=SlideTable(("Afdeling", "Antal"), rows, frozenset({1}))))
    assert len(found) > 1
    tables = [next(shape.table for shape in slide.shapes if shape.has_table) for slide in found]
    assert {tuple(cell.text for cell in table.rows[0].cells) for table in tables} == {("Afdeling", "Antal")}
    assert [row.cells[0].text for table in tables for row in list(table.rows)[1:]] == list(MANY)
    assert found[1].shapes.title.text_frame.text.endswith("(fortsat)")


def test_lines_are_a_list_in_the_slides_own_body_and_go_on_where_they_are_many() -> None:
    texts = tuple(f"Punkt {number}: hvordan får vi flere beboere med i fællesskaberne?" for number in range(30))
    found = made(told(lines=texts))
    assert len(found) > 1
    bodies = [
        next(shape for shape in slide.placeholders if shape.placeholder_format.type == PP_PLACEHOLDER.OBJECT)
        for slide in found
    ]
    assert tuple(paragraph.text for body in bodies for paragraph in body.text_frame.paragraphs) == texts


def test_a_picture_and_a_few_lines_share_a_slide() -> None:
    for texts in (("Kort",), tuple(f"Noget at sige om puljen, nummer {number}" for number in range(4))):
        (slide,) = made(told(picture=parts(), lines=texts))
        assert all(text in words(slide) for text in texts)
        assert chart_of(slide).chart_type == XL_CHART_TYPE.BAR_STACKED


def test_the_notes_hold_the_calculation_and_the_questions() -> None:
    (slide,) = made(told(calculation=("Ramme minus bundet",), questions=("Skal vi vente?",)))
    assert "Sådan er det regnet\nRamme minus bundet" in notes(slide)
    assert "Til drøftelse\nSkal vi vente?" in notes(slide)


@pytest.mark.parametrize("template", [None, own_template(), own_template(wide=True), without_layouts("obj")])
def test_every_slide_has_source_date_and_number_at_its_foot(template: bytes | None) -> None:
    for number, slide in enumerate(opened(slides(deck(told(), sample=True), template)).slides, start=1):
        assert "Kilde: CSV-filer i mappen x" in words(slide)
        assert "Pr. 22. november 2026 · læst 22. november 2026 kl. 14.05" in words(slide)
        assert "Eksempeldata, ikke jeres egne tal" in words(slide)
        assert slide._element.xpath(".//a:fld[@type='slidenum']/a:t/text()") == [str(number)]


def test_the_foot_stands_in_the_layouts_own_places() -> None:
    slide = opened(slides(deck(told()), own_template())).slides[1]
    kinds = {shape.placeholder_format.type for shape in slide.placeholders}
    assert {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER} <= kinds


def test_your_own_data_is_not_called_sample_data() -> None:
    for slide in opened(slides(deck(told()))).slides:
        assert "Eksempeldata" not in words(slide) + notes(slide)


def test_all_text_says_that_it_is_danish() -> None:
    base = opened(slides(deck(told(picture=parts(), lines=("En",), calculation=("To",)), sample=True)))
    for slide in base.slides:
        for element in (slide._element, slide.notes_slide._element):
            assert {run.find(qn("a:rPr")).get("lang") for run in element.iter(qn("a:r"))} <= {"da-DK"}
    assert chart_of(base.slides[1])._chartSpace.xpath("c:lang/@val") == ["da-DK"]
    assert set(base.element.xpath("//p:defaultTextStyle//a:defRPr/@lang")) == {"da-DK"}
    assert base.core_properties.language == "da-DK"


def test_the_file_says_what_it_is_and_when_its_data_was_read() -> None:
    facts = opened(slides(deck())).core_properties
    assert (facts.title, facts.author, facts.last_modified_by) == ("Bestyrelsesmøde", "Fjordbo", "Fjordbo")
    assert facts.created == facts.modified == datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001


@pytest.mark.parametrize("template", [None, own_template()])
def test_the_same_data_is_the_same_file(template: bytes | None) -> None:
    one = deck(told(picture=parts()), told(table=SlideTable(("A",), (("b",),))), told(picture=line(steps=True)))
    assert slides(one, template) == slides(one, template)


@pytest.mark.parametrize(
    "template",
    [
        pytest.param(own_template(), id="potx"),
        pytest.param(own_template(template=False), id="pptx"),
        pytest.param(own_template(wide=True), id="wide"),
        pytest.param(without_layouts("obj"), id="only a text"),
        pytest.param(without_layouts("blank"), id="no headings"),
        pytest.param(without_layouts("vertTitleAndTx"), id="upright"),
        pytest.param(without_layouts("picTx", "title"), id="a picture"),
        pytest.param(
            with_type(own_template(template=False), PPTX.replace("presentation.main", "slideshow.main")), id="show"
        ),
    ],
)
def test_an_own_template_gives_its_layouts_and_nothing_else(template: bytes) -> None:
    one = deck(told(picture=parts()), told("Andet", lines=("En", LONG)), told(table=SlideTable(("A",), (("b",),))))
    file = slides(one, template)
    base = opened(file)
    assert len(base.slides) == 4
    assert "Gammelt dias" not in "".join(map(words, base.slides))
    assert "Andet" in words(base.slides[2])
    names = zipfile.ZipFile(BytesIO(file)).namelist()
    assert len(names) == len(set(names))
    assert len([name for name in names if name.startswith("ppt/slides/slide")]) == 4
    empty = [shape for slide in base.slides for shape in slide.placeholders if shape.has_text_frame and not shape.text]
    assert empty == []
    assert_inside(file)


@pytest.mark.parametrize(
    "template",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"hello", id="text"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), id="an old or locked file"),
        pytest.param(own_template()[:2000], id="half"),
    ],
)
def test_what_is_no_powerpoint_file_is_refused_with_what_to_do(template: bytes) -> None:
    with pytest.raises(TemplateError, match=r"PowerPoint.*gem den som"):
        slides(deck(), template)


def test_another_kind_of_office_file_is_refused() -> None:
    book = chart_of(made(told(picture=parts()))[0]).part.chart_workbook.xlsx_part.blob
    with pytest.raises(TemplateError, match="PowerPoint"):
        slides(deck(), book)


def test_a_heading_too_long_for_any_size_is_cut_and_stands_in_full_in_the_notes() -> None:
    sentence = "Puljen har nok til 3 projekter. " * 40
    (slide,) = made(told(sentence))
    assert slide.shapes.title.text_frame.text.endswith("…")
    assert sentence.strip() in notes(slide)


def test_a_name_too_long_for_the_chart_stands_in_full_in_the_notes() -> None:
    (slide,) = made(told(picture=bars("1", "2", names=(LONG * 3, "Åparken"))))
    assert chart_of(slide).plots[0].categories[0].endswith("…")
    assert LONG * 3 in notes(slide)


def test_a_cell_too_long_for_a_slide_stands_in_full_in_the_notes() -> None:
    file = slides(deck(told(table=SlideTable(("A", "B"), (("kort", LONG * 40), ("kort", "b"))))))
    assert_inside(file)
    assert LONG * 40 in "".join(notes(slide) for slide in opened(file).slides)


@settings(max_examples=examples(25), deadline=None)
@given(NASTY, NASTY, st.sampled_from([None, own_template()]))
def test_any_text_makes_slides_and_stays_inside(one: str, other: str, template: bytes | None) -> None:
    values = (Decimal(3), Decimal(-2))
    file = slides(
        deck(
            told(one, Bars((one, other), (Series(other, values), Series(one, values)), Unit.KRONER, stacked=True)),
            told(other, Line(one, ((date(2026, 1, 1), Decimal(1)),), other), lines=(one, other)),
            told(one, table=SlideTable((one, other), ((other, one), (one,)), frozenset({1})), questions=(other,)),
            organisation=one,
            title=other,
        ),
        template,
    )
    assert_inside(file)


def test_text_is_measured_wider_where_it_is_wider() -> None:
    assert width("mmm", 10) > width("iii", 10)
    assert width("Åparken", 20) == pytest.approx(2 * width("Åparken", 10))
    assert lines("a" * 100, 10, 100) >= 6
    assert lines("to ord", 10, 1000) == 1


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("template", [None, own_template()])
def test_libreoffice_shows_every_slide_with_its_text(template: bytes | None, tmp_path: Path) -> None:
    assert SOFFICE is not None
    one = deck(
        told("Puljen rækker", parts(), lines=("Tre afdelinger har ikke søgt",)),
        told("Resten falder", line(steps=True)),
        told("Plads til to", table=SlideTable(("År", "Antal"), (("2026", "8"),))),
        sample=True,
    )
    file = tmp_path / "dias.pptx"
    file.write_bytes(slides(one, template))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [SOFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True,
        capture_output=True,
        timeout=180,
    )
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(tmp_path / "dias.pdf").pages]
    assert len(pages) == 4
    for page, said in zip(
        pages, ("Bestyrelsesmøde", "Tre afdelinger har ikke søgt", "Resten falder", "2026"), strict=True
    ):
        assert said in page
        assert "Kilde: CSV-filer i mappen x" in page
    assert "85.500 64.500" in pages[1]
    assert "100.000 kr." in pages[1]
