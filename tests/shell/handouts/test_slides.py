"""The slides, read back by python-pptx, and turned into pages by LibreOffice where that is installed."""

import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.chart.chart import Chart
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Slides
from pptx.slide import Slide
from pptx.util import Inches
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from core.subject.brief import Attention
from core.subject.message import Group, Message, SlideTable
from core.subject.picture import Bars, Line, Picture, Series, Unit, value_told
from core.subject.small import Role
from core.subjects.deck import Deck
from shell.handouts.slides.chart import told_points
from shell.handouts.slides.deck import slides
from shell.handouts.slides.measure import LINE, lines, width
from shell.handouts.slides.template import TemplateError
from shell.pictures import roles
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
        Series("Brugt", (Decimal(85500), Decimal(40000))),
        Series("Rest", (Decimal(64500), Decimal(29000)), Role.ATTENTION),
    )
    return Bars(("Grøn", "Blå"), series, Unit.KRONER, stacked)


def line(steps: bool) -> Line:
    points = (
        (date(2026, 1, 5), Decimal(150000)),
        (date(2026, 4, 1), Decimal("90000.5")),
        (date(2026, 9, 9), Decimal(1)),
    )
    return Line("Rest", points, Unit.KRONER, steps)


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
        "Pr. 22. nov. 2026",
        "Periode: 1. jan. 2026 til 22. nov. 2026",
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
        ("Brugt", (85500.0, 40000.0)),
        ("Rest", (64500.0, 29000.0)),
    ]
    assert list(plot.categories) == ["Grøn", "Blå"]
    assert chart_of(slide).category_axis.reverse_order
    assert chart_of(slide).has_legend
    assert [str(row.format.fill.fore_color.rgb) for row in plot.series] == ["12436D", "F46A25"]


def test_a_line_plots_the_very_values_on_an_axis_of_days() -> None:
    (slide,) = made(told(picture=line(steps=False)))
    (row,) = chart_of(slide).plots[0].series
    assert tuple(row.values) == (150000.0, 90001.0, 1.0)
    assert chart_of(slide)._chartSpace.xpath("//c:dateAx/c:baseTimeUnit/@val") == ["days"]
    assert not row.smooth


def test_steps_hold_a_value_until_the_day_of_the_next() -> None:
    (slide,) = made(told(picture=line(steps=True)))
    (row,) = chart_of(slide).plots[0].series
    assert tuple(row.values) == (150000.0, 150000.0, 90001.0, 90001.0, 1.0)
    days = [float(day) for day in chart_of(slide)._chartSpace.xpath("//c:cat//c:pt/c:v/text()")]
    assert days[1] == days[2]
    assert days[3] == days[4]
    assert days[2] - days[0] == 86


def labels(slide: Slide) -> list[list[str | None]]:
    """For each series of the chart and each of its values, the format that it is told by; None where it is not."""
    return [
        [_form(row._element.find(qn("c:dLbls")), place) for place in range(len(tuple(row.values)))]
        for row in chart_of(slide).plots[0].series
    ]


def _form(written: Any, place: int) -> str | None:
    own = written.xpath(f"c:dLbl[c:idx/@val='{place}']")
    if own and own[0].xpath("c:delete"):
        return None
    return str((own or [written])[0].find(qn("c:numFmt")).get("formatCode"))


KRONER, PERCENT, WHOLE = '[$-406]#,##0"\u00a0kr."', '[$-406]#,##0"\u00a0%"', "[$-406]#,##0"
AS_IT_IS = "[$-406]General"


@pytest.mark.parametrize(
    ("values", "unit", "plotted", "forms"),
    [
        (("1200",), Unit.KRONER, [1200], [KRONER]),
        (("22869.50",), Unit.KRONER, [22870], [KRONER]),
        (("22869.49", "3847.62"), Unit.KRONER, [22869, 3848], [KRONER, KRONER]),
        (("-22869.50",), Unit.KRONER, [-22870], [KRONER]),
        (("0.40", "12"), Unit.KRONER, [0.4, 12], ['[$-406]#,##0.00"\u00a0kr."', KRONER]),
        (("0",), Unit.KRONER, [0], [KRONER]),
        (("83",), Unit.PERCENT, [83], [PERCENT]),
        (("82.25",), Unit.PERCENT, [82.3], ['[$-406]#,##0.0"\u00a0%"']),
        (("6", "2.5"), Unit.COUNT, [6, 2.5], [AS_IT_IS, AS_IT_IS]),
        (("2.45", "2.55"), Unit.COUNT, [2.5, 2.6], ["[$-406]#,##0.0", "[$-406]#,##0.0"]),
        (("6", "3.0"), Unit.COUNT, [6, 3], [WHOLE, WHOLE]),
        (("1240", "2.5"), Unit.COUNT, [1240, 2.5], [WHOLE, AS_IT_IS]),
        (("-0.04",), Unit.COUNT, [0], [WHOLE]),
        (("3.14159",), Unit.OTHER, [3.14], ["[$-406]#,##0.00"]),
    ],
)
def test_a_figure_is_plotted_as_it_is_told_and_never_with_an_empty_decimal(
    values: tuple[str, ...], unit: Unit, plotted: list[float], forms: list[str]
) -> None:
    (slide,) = made(told(picture=bars(*values, unit=unit)))
    (row,) = chart_of(slide).plots[0].series
    assert list(row.values) == plotted
    assert labels(slide) == [forms]
    assert row.data_labels.show_value


def test_every_bar_has_its_figure_and_there_is_neither_axis_nor_grid_line() -> None:
    for picture in (parts(), parts(stacked=False), bars("3", "0", "-2")):
        (slide,) = made(told(picture=picture))
        chart = chart_of(slide)
        assert not chart.value_axis.visible
        assert not chart.value_axis.has_major_gridlines
        assert all(form for row in labels(slide) for form in row)


def test_parts_of_one_whole_have_their_names_on_them_and_no_legend() -> None:
    series = tuple(Series(name, (Decimal(30000),)) for name in ("Afregnet", "Rest"))
    (slide,) = made(told(picture=Bars(("Grøn",), series, Unit.KRONER, stacked=True)))
    assert chart_of(slide).chart_type == XL_CHART_TYPE.BAR_STACKED
    assert not chart_of(slide).has_legend
    assert chart_of(slide)._chartSpace.xpath("//c:ser/c:dLbls/c:showSerName/@val") == ["1", "1"]


@pytest.mark.parametrize("small", ["1", "-400"])
def test_a_part_too_small_for_its_figure_makes_bars_below_each_other_with_no_legend(small: str) -> None:
    series = (
        Series("Afregnet", (Decimal(60000),), Role.ENDED),
        Series("Bundet", (Decimal(small),), Role.PLANNED),
        Series("Rest", (Decimal(0),), Role.ATTENTION),
    )
    (slide,) = made(told(picture=Bars(("Grøn",), series, Unit.KRONER, stacked=True)))
    chart = chart_of(slide)
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert list(chart.plots[0].categories) == ["Afregnet", "Bundet", "Rest"]
    assert not chart.has_legend
    assert labels(slide) == [[KRONER] * 3]
    assert fills(slide)[0] == ["BFC1C3", None, "F46A25"]


@pytest.mark.parametrize("categories", [("Grøn",), ("Grøn", "Blå")])
def test_where_all_parts_are_nothing_each_says_so(categories: tuple[str, ...]) -> None:
    nothing = tuple(Decimal(0) for _ in categories)
    series = (Series("Afregnet", nothing), Series("Rest", nothing))
    (slide,) = made(told(picture=Bars(categories, series, Unit.KRONER, stacked=True)))
    assert [form for row in labels(slide) for form in row] == [KRONER] * 2 * len(categories)


def with_asked(asked: str, role: Role = Role.PLANNED, *, paid: str = "60000", rest: str = "40000") -> Bars:
    parts_of_it = (Series("Afregnet", (Decimal(paid),), Role.ENDED), Series("Rest", (Decimal(rest),)))
    what = Series("Søgt", (Decimal(asked),), role)
    return Bars(("Rammen",), parts_of_it, Unit.KRONER, stacked=True, asked=what)


@pytest.mark.parametrize(
    ("asked", "role", "color", "begins", "ends"),
    [
        # Of a bar from 0 to 100.000, and of one to 60.000 + 60.000.
        ("20000", Role.PLANNED, "4A4A4A", 0.6, 0.8),
        ("40000", Role.PLANNED, "4A4A4A", 0.6, 1.0),
        ("60000", Role.ATTENTION, "F46A25", 0.5, 1.0),
    ],
)
def test_what_is_asked_for_is_a_bracket_from_where_the_rest_begins(
    asked: str, role: Role, color: str, begins: float, ends: float
) -> None:
    file = slides(deck(told(picture=with_asked(asked, role))))
    assert_inside(file)
    slide = opened(file).slides[1]
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    (bracket,) = (shape for shape in slide.shapes if shape.name == "Klamme")
    assert (bracket.left - frame.left) / frame.width == pytest.approx(begins, abs=0.001)
    assert (bracket.left + bracket.width - frame.left) / frame.width == pytest.approx(ends, abs=0.001)
    assert str(bracket.line.color.rgb) == color
    said = f"Søgt {value_told(Decimal(asked), Unit.KRONER)}"
    (figure,) = (shape for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text == said)
    assert figure.left + figure.width <= frame.left + frame.width
    assert said in notes(slide)
    assert said in description(slide)


def test_what_is_asked_for_is_a_bar_of_its_own_where_the_parts_are_too_small_for_their_figures() -> None:
    (slide,) = made(told(picture=with_asked("60000", Role.ATTENTION, paid="1")))
    assert list(chart_of(slide).plots[0].categories) == ["Afregnet", "Rest", "Søgt"]
    assert fills(slide) == [["BFC1C3", "12436D", "F46A25"]]
    assert not any(shape.name == "Klamme" for shape in slide.shapes)


def test_a_part_that_is_nothing_has_no_figure_on_a_bar_of_others() -> None:
    series = (Series("Afregnet", (Decimal(60000),)), Series("Bundet", (Decimal(0),)), Series("Rest", (Decimal(9000),)))
    (slide,) = made(told(picture=Bars(("Grøn",), series, Unit.KRONER, stacked=True)))
    assert labels(slide) == [[KRONER], [None], [KRONER]]


def test_parts_of_several_wholes_that_are_too_small_stand_below_each_other_in_the_order_of_the_legend() -> None:
    series = (
        Series("På sporet", (Decimal(150), Decimal(3))),
        Series("Bagud", (Decimal(1), Decimal(0)), Role.ATTENTION),
    )
    (slide,) = made(told(picture=Bars(("Boliger", "Beboere"), series, Unit.COUNT, stacked=True)))
    chart = chart_of(slide)
    assert chart.chart_type == XL_CHART_TYPE.BAR_CLUSTERED
    assert chart.legend.position == XL_LEGEND_POSITION.TOP
    assert [row.name for row in chart.plots[0].series] == ["På sporet", "Bagud"]
    assert chart.category_axis.reverse_order
    assert labels(slide) == [[WHOLE, WHOLE], [WHOLE, WHOLE]]


def fills(slide: Slide) -> list[list[str | None]]:
    """For each series and each of its values the colour it is filled with; None for an outline."""
    return [[_fill(row._element, place) for place in range(len(tuple(row.values)))] for row in series_of(slide)]


def series_of(slide: Slide) -> list[Any]:
    return list(chart_of(slide).plots[0].series)


def _fill(row: Any, place: int) -> str | None:
    own = row.xpath(f"c:dPt[c:idx/@val='{place}']/c:spPr") or row.xpath("c:spPr")
    found = own[0].xpath("a:solidFill/a:srgbClr/@val")
    return str(found[0]) if found else None


@pytest.mark.parametrize(
    ("role", "fill"),
    [
        (Role.IS, "12436D"),
        (Role.ATTENTION, "F46A25"),
        (Role.ENDED, "BFC1C3"),
        (Role.PLANNED, None),
        (Role.NONE, None),
    ],
)
def test_a_role_has_its_colour_and_what_is_planned_or_not_there_is_an_outline(role: Role, fill: str | None) -> None:
    (slide,) = made(told(picture=Bars(("A",), (Series("B", (Decimal(1),), role),), Unit.COUNT)))
    assert fills(slide) == [[fill]]


def test_what_asks_for_attention_has_its_colour_and_says_why_beside_its_figure() -> None:
    rows = (
        Series("Nået i dag", (Decimal(34), Decimal(80)), asks=("bagud", "")),
        Series("Ventet i dag", (Decimal(88), Decimal(75)), Role.PLANNED),
    )
    (slide,) = made(told(picture=Bars(("Fugt", "Varme"), rows, Unit.PERCENT)))
    assert fills(slide) == [["F46A25", "12436D"], [None, None]]
    assert labels(slide) == [[f'{PERCENT}" (bagud)"', PERCENT], [PERCENT, PERCENT]]
    assert "Fugt: Nået i dag 34\u00a0% (bagud), Ventet i dag 88\u00a0%" in description(slide)


def test_what_asks_for_attention_keeps_its_colour_on_the_slide_that_goes_on() -> None:
    asks = tuple("bagud" if place == 37 else "" for place in range(38))
    rows = (Series("Nået", tuple(Decimal(1) for _ in MANY), asks=asks),)
    found = made(told(picture=Bars(MANY, rows, Unit.COUNT)))
    assert [fill for slide in found for fill in fills(slide)[0]] == ["12436D"] * 37 + ["F46A25"]


def test_no_slide_has_a_colour_that_means_nothing() -> None:
    table = SlideTable(("A", "B"), (("a", "1"),) * 3, frozenset({1}), tuple(Attention))
    file = slides(deck(told(picture=parts()), told(picture=line(steps=True)), told(table=table)))
    with zipfile.ZipFile(BytesIO(file)) as parts_of_file:
        names = [name for name in parts_of_file.namelist() if name.startswith(("ppt/slides/", "ppt/charts/chart"))]
        found = {
            color for name in names for color in re.findall(r'srgbClr val="(\w+)"', parts_of_file.read(name).decode())
        }
        theme = parts_of_file.read("ppt/theme/theme1.xml").decode().split("</a:clrScheme>")[0]
    assert {f"#{color}" for color in found} <= roles.ALL
    assert {f"#{color}" for color in re.findall(r'srgbClr val="(\w+)"', theme)} <= roles.ALL


def test_the_plain_look_is_set_in_source_sans_with_arial_behind_it() -> None:
    theme = zipfile.ZipFile(BytesIO(slides(deck()))).read("ppt/theme/theme1.xml").decode()
    assert re.findall(r'<a:latin typeface="([^"]*)" panose', theme) == ["Source Sans Pro"] * 2
    assert re.findall(r'<a:ea typeface="([^"]*)"', theme) == ["Arial"] * 2


def test_a_curve_of_few_figures_tells_them_all_and_has_no_axis_of_values() -> None:
    (slide,) = made(told(picture=line(steps=True)))
    assert labels(slide) == [[KRONER, None, KRONER, None, KRONER]]
    assert not chart_of(slide).value_axis.visible
    assert not chart_of(slide).value_axis.has_major_gridlines


def test_a_curve_of_many_figures_tells_those_that_stand_clear_and_has_an_axis_for_the_others() -> None:
    points = tuple((date(2026, 1, 1) + timedelta(days), Decimal(150000 - 500 * days)) for days in range(60))
    (slide,) = made(told(picture=Line("Rest", points, Unit.KRONER, steps=True)))
    ((*told_of_it, last),) = labels(slide)
    assert last == KRONER
    assert 2 < sum(form is not None for form in told_of_it) < 20
    assert chart_of(slide).value_axis.visible
    assert chart_of(slide).value_axis.tick_labels.number_format == KRONER


def test_a_curve_that_does_not_move_tells_its_figure_once() -> None:
    points = ((date(2026, 1, 1), Decimal(500)), (date(2026, 2, 1), Decimal(500)))
    (slide,) = made(told(picture=Line("Rest", points, Unit.KRONER, steps=True)))
    assert labels(slide) == [[None, None, KRONER]]


day_numbers = st.lists(st.integers(0, 400), min_size=1, max_size=30, unique=True).map(sorted)


@given(day_numbers, st.data())
def test_no_two_figures_of_a_curve_stand_over_each_other(numbers: list[int], data: st.DataObject) -> None:
    days = [date(2026, 1, 1) + timedelta(number) for number in numbers]
    values = data.draw(st.lists(st.integers(0, 3).map(Decimal), min_size=len(days), max_size=len(days)))
    room, wide = 600.0, 70.0
    found = told_points(days, values, [wide] * len(days), room)
    assert found[-1] == len(days) - 1
    span = (days[-1] - days[0]).days or 1
    centres = [(days[place] - days[0]).days / span * room + (wide / 2 if place == found[-1] else 0) for place in found]
    assert all(right - left >= wide for left, right in pairwise(centres))


@pytest.mark.parametrize("picture", [parts(), parts(stacked=False), line(steps=True), bars("0.4", "22869.5")])
def test_every_figure_of_a_chart_stands_in_the_notes(picture: Picture) -> None:
    (slide,) = made(told(picture=picture))
    assert "Tallene på billedet" in notes(slide)
    values = [value for _, value in picture.points] if isinstance(picture, Line) else [
        value for row in picture.series for value in row.values
    ]  # fmt: skip
    for value in values:
        assert value_told(value, Unit.KRONER) in notes(slide)


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


@pytest.mark.parametrize(
    "picture",
    [
        Bars((), (), Unit.COUNT),
        Bars((), (), Unit.COUNT, stacked=True),
        Bars((), (Series("Rest", ()),), Unit.COUNT, stacked=True),
        Bars(("Grøn",), (), Unit.COUNT, stacked=True),
        Line("Rest", (), Unit.KRONER),
    ],
)
def test_a_picture_of_nothing_is_left_out(picture: Picture) -> None:
    (slide,) = made(told(picture=picture))
    assert not any(shape.has_chart for shape in slide.shapes)


def test_what_is_drawn_is_told_with_figures_to_those_who_cannot_see_it() -> None:
    chart, curve, table = made(
        told(picture=parts()), told(picture=line(steps=True)), told(table=SlideTable(("År", "Antal"), (("2026", "8"),)))
    )
    assert "Grøn: Brugt 85.500\u00a0kr., Rest 64.500\u00a0kr." in description(chart)
    assert "9. sep. 2026: 1\u00a0kr." in description(curve)
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


def test_a_grid_has_hairlines_and_no_style_of_offices_own() -> None:
    grid = SlideTable(("Afdeling", "Rest"), (("Åparken", "500\u00a0kr."), ("Bøgen", "1\u00a0kr.")), frozenset({1}))
    (slide,) = made(told(table=grid))
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    assert frame._element.xpath(".//a:tableStyleId/text()") == ["{2D5ABB26-0587-4C30-8999-92F81FD0307C}"]
    assert not frame.table.horz_banding
    for number, row in enumerate(frame.table.rows):
        for cell in row.cells:
            assert cell._tc.xpath("a:tcPr/a:lnB/a:solidFill/a:srgbClr/@val") == [["1D1D1D", "D9DBDD", "D9DBDD"][number]]
            assert not cell._tc.xpath("a:tcPr/a:solidFill")


def test_a_row_that_asks_has_a_bar_a_mark_and_its_word() -> None:
    rows = (("Tag stilling", "Puljen"), ("Hold øje", "Idéer"), ("Det går", "Planer"))
    (slide,) = made(told(table=SlideTable(("Bestyrelsen", "Emne"), rows, attention=tuple(Attention))))
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    _, *found = frame.table.rows
    assert [row.cells[0].text for row in found] == ["● Tag stilling", "○ Hold øje", "● Det går"]
    marks = [row.cells[0].text_frame.paragraphs[0].runs[0].font.color.rgb for row in found]
    assert [str(color) for color in marks] == ["F46A25", "F46A25", "12436D"]
    wides = [[int(wide) for wide in row.cells[0]._tc.xpath("a:tcPr/a:lnL/@w")] for row in found]
    assert wides[0] > wides[1] > wides[2] == []


def test_a_figure_of_a_grid_is_never_broken() -> None:
    rows = tuple(
        (f"Et ret langt navn på et projekt nummer {number} i afdelingen", "mangler 15.030,50 kr.")
        for number in range(3)
    )
    (slide,) = made(told(table=SlideTable(("Projekt", "Tilbage"), rows, frozenset({1}))))
    (frame,) = (shape for shape in slide.shapes if shape.has_table)
    assert {row.cells[1].text for row in list(frame.table.rows)[1:]} == {"mangler\u00a015.030,50\u00a0kr."}


@pytest.mark.parametrize("rows", [1, 12, 38, 120])
def test_what_is_said_of_a_grid_stands_under_the_last_of_it(rows: int) -> None:
    table = SlideTable(("Afdeling", "Antal"), (("Åparken", "3"),) * rows, frozenset({1}))
    found = made(told(table=table, lines=("Sådan er det talt.",)))
    assert [any(shape.has_table for shape in slide.shapes) for slide in found] == [True] * len(found)
    assert ["Sådan er det talt." in words(slide) for slide in found] == [False] * (len(found) - 1) + [True]


def test_the_figure_of_a_bar_below_zero_has_its_room_to_the_left() -> None:
    row = Series("Rammen", (Decimal(60000), Decimal(-28845)), asks=("", "overtrukket"))
    (slide,) = made(told(picture=Bars(("Bundet", "Rest"), (row,), Unit.KRONER)))
    axis = chart_of(slide).value_axis
    (share,) = chart_of(slide)._chartSpace.xpath("//c:plotArea/c:layout/c:manualLayout/c:w/@val")
    (frame,) = (shape for shape in slide.shapes if shape.has_chart)
    assert chart_of(slide)._chartSpace.xpath("//c:dPt/c:invertIfNegative/@val") == ["0"]
    points = float(share) * frame.width / 12700 / (axis.maximum_scale - axis.minimum_scale)
    assert (-28845 - axis.minimum_scale) * points >= width("-28.845\u00a0kr. (overtrukket)", 16)


def test_groups_stand_under_their_titles_and_go_on_under_them() -> None:
    groups = tuple(Group(title, tuple(f"{title} {number}" for number in range(20))) for title in ("Puljen", "Planer"))
    found = made(told(groups=groups))
    assert len(found) > 1
    said: list[tuple[str, str]] = []
    for slide in found:
        body = next(shape for shape in slide.placeholders if shape.placeholder_format.type == PP_PLACEHOLDER.OBJECT)
        first, *_ = body.text_frame.paragraphs
        assert first.runs[0].font.bold
        title = ""
        for paragraph in body.text_frame.paragraphs:
            if paragraph.runs[0].font.bold:
                title = paragraph.text.removesuffix(" (fortsat)")
            else:
                said.append((title, paragraph.text))
    assert said == [(group.title, line) for group in groups for line in group.lines]
    assert "Vist forkortet" not in "".join(map(notes, found))


def test_a_line_too_long_for_a_slide_stands_in_full_in_its_own_notes() -> None:
    long = "Ord " * 2000
    found = made(told(lines=(*(f"Punkt {number}" for number in range(30)), long.strip())))
    assert [long.strip() in notes(slide) for slide in found] == [False] * (len(found) - 1) + [True]
    assert "Punkt 3" not in notes(found[-1])


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
        assert "Pr. 22. nov. 2026 · læst 22. nov. 2026 kl. 14.05" in words(slide)
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
            told(other, Line(one, ((date(2026, 1, 1), Decimal(1)),), Unit.OTHER), lines=(one, other)),
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
    assert "85.500 kr." in pages[1]
