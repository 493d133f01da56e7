"""A picture as PowerPoint's own chart, which can be edited there: its figures lie in a workbook inside the file."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any

import xlsxwriter
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import _BaseCategorySeries
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
    XL_TICK_MARK,
)
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.text.text import Font
from pptx.util import Pt

from core.danish import number
from core.subject.picture import Bars, Line, Picture, Series, Unit, picture_in_words, value_told
from shell.handouts.plain_text import clean
from shell.handouts.slides import xml
from shell.handouts.slides.boxes import Box
from shell.handouts.slides.measure import LINE, cut, lines, width
from shell.handouts.workbooks.workbook import TEXT_STAYS_TEXT

BLUE, LIGHT_BLUE, ORANGE, GREY, INK = "12436D", "6BACE6", "F46A25", "BFC1C3", "0B0C0C"
_WHITE = "FFFFFF"
_GOOD = (BLUE, LIGHT_BLUE, GREY, "28A197")
_BAD = (ORANGE, "FBC8AD", "801650")
_DARK = (BLUE, "801650")
_TEXT = 16
_SMALL_TEXT = 14
_FEW = 8
_NAMES_AT_MOST = 0.42
_LEGEND_NAME = 0.35
_THICKEST = 64
_LANGUAGE = "da-DK"
_DAYS_IN_YEAR = 366
_DANISH = "[$-406]"


@dataclass(frozen=True, slots=True)
class Drawn:
    frame: GraphicFrame
    # Names of categories and series that are cut on the chart, in full.
    shortened: tuple[str, ...]
    # Whether some figure stands on no bar.
    unlabelled: bool


def pages(picture: Picture, box: Box) -> tuple[Picture, ...]:
    """One chart for each slide, with as many categories as can be read; () where there is nothing to draw."""
    if isinstance(picture, Line):
        return (picture,) if picture.points else ()
    if not picture.categories or not picture.series:
        return ()
    room = box.points_high - _legend_high(picture) - _axis_high(picture)
    beside = 1 if picture.stacked else len(picture.series)
    each = max(_SMALL_TEXT * LINE * 1.2, _SMALL_TEXT * LINE * beside + 6)
    most = max(int(room / each), 1)
    number = ceil(len(picture.categories) / most)
    size = ceil(len(picture.categories) / number)
    return tuple(_part(picture, start, start + size) for start in range(0, len(picture.categories), size))


def draw(slide: Slide, picture: Picture, whole: Picture, box: Box, made: datetime, wider: float) -> Drawn:
    """whole: the picture that this one is a part of: all parts have the same scale. wider: than Arial, at most."""
    if isinstance(picture, Bars):
        assert isinstance(whole, Bars)
        return _draw_bars(slide, picture, whole, box, made, wider)
    return _draw_line(slide, picture, box, made, wider)


def _part(bars: Bars, start: int, end: int) -> Bars:
    series = tuple(replace(row, values=row.values[start:end]) for row in bars.series)
    return replace(bars, categories=bars.categories[start:end], series=series)


def _draw_bars(slide: Slide, bars: Bars, whole: Bars, box: Box, made: datetime, wider: float) -> Drawn:
    size = _TEXT if len(bars.categories) <= _FEW else _SMALL_TEXT
    measured = size * wider
    high = (box.points_high - _legend_high(bars) - _axis_high(bars)) / len(bars.categories)
    most = min(max(width(clean(name), measured) for name in bars.categories) + 12, box.points_wide * _NAMES_AT_MOST)
    rows = min(max(int(high / (size * LINE)), 1), 3)
    names = [cut(clean(name), lambda text: lines(text, measured, most - 12) <= rows) for name in bars.categories]
    legend = [
        cut(clean(row.name), lambda text: width(text, measured) < box.points_wide * _LEGEND_NAME) for row in bars.series
    ]
    data = CategoryChartData(number_format=number_format(bars))
    data.categories = names
    for name, row in zip(legend, bars.series, strict=True):
        data.add_series(name, [float(value) for value in row.values])
    kind = XL_CHART_TYPE.BAR_STACKED if bars.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, *box.place(), data)
    chart = frame.chart
    _finish(chart, bars, size, _workbook(names, legend, [row.values for row in bars.series], number_format(bars), made))
    plot = chart.plots[0]
    plot.overlap = 100 if bars.stacked else -5
    beside = 1 if bars.stacked else len(bars.series)
    plot.gap_width = round(min(max(high / _THICKEST - beside, 0.45), 5) * 100)
    _category_axis(chart)
    over = _label_room(whole, measured)
    wide = box.points_wide - most - over
    low, top = _value_axis(chart, whole, over / wide)
    _inner_plot(chart, box, most, _legend_high(bars), axis=_axis_high(bars), over=over)
    fits = _Fits(bars, measured, wide / (top - low))
    for place, (row, colour) in enumerate(zip(plot.series, _colours(bars.series), strict=True)):
        row.format.fill.solid()
        row.format.fill.fore_color.rgb = RGBColor.from_string(colour)
        row.invert_if_negative = False
        if bars.stacked:
            row.format.line.color.rgb = RGBColor.from_string(_WHITE)
            row.format.line.width = Pt(1)
        _labels(row, size, bars, fits.form)
        if bars.stacked:
            row.data_labels.font.color.rgb = RGBColor.from_string(_WHITE if colour in _DARK else INK)
            for point, value in enumerate(bars.series[place].values):
                if not fits(value):
                    _no_label(row, point)
    unlabelled = bars.stacked and any(value and not fits(value) for row in bars.series for value in row.values)
    given = (*bars.categories, *(row.name for row in bars.series))
    short = tuple(clean(full) for full, shown in zip(given, (*names, *legend), strict=True) if clean(full) != shown)
    _describe(frame, clean(picture_in_words(bars)))
    return Drawn(frame, short, unlabelled)


def _category_axis(chart: Chart) -> None:
    axis = chart.category_axis
    axis.reverse_order = True
    # The last category is the lowest: there the axis of values belongs.
    xml.of_axis(chart.value_axis).find(qn("c:crosses")).set("val", "max")
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.color.rgb = RGBColor.from_string(GREY)
    axis.has_major_gridlines = False


def _axis_high(bars: Bars) -> float:
    return 0 if _bare(bars) else 36


def _bare(bars: Bars) -> bool:
    """Every figure stands beside its bar, so no axis is needed."""
    return not bars.stacked


def _colours(series: Sequence[Series]) -> list[str]:
    good, bad = 0, 0
    colours = []
    for row in series:
        if row.good:
            colours.append(_GOOD[good % len(_GOOD)])
            good += 1
        else:
            colours.append(_BAD[bad % len(_BAD)])
            bad += 1
    return colours


def _scale(bars: Bars) -> tuple[Decimal, Decimal]:
    """From zero, or from the lowest below zero, to the highest; never without extent."""
    if bars.stacked:
        columns = list(zip(*(row.values for row in bars.series), strict=True))
        tops = [sum((value for value in column if value > 0), Decimal(0)) for column in columns]
        lows = [sum((value for value in column if value < 0), Decimal(0)) for column in columns]
    else:
        tops = lows = [value for row in bars.series for value in row.values]
    low, top = min([Decimal(0), *lows]), max([Decimal(0), *tops])
    return (low, top) if low < top else (Decimal(0), Decimal(1))


def _labels(row: _BaseCategorySeries, size: int, bars: Bars, form: str) -> None:
    labels = row.data_labels
    labels.show_value = True
    labels.number_format, labels.number_format_is_linked = form, False
    labels.position = XL_LABEL_POSITION.CENTER if bars.stacked else XL_LABEL_POSITION.OUTSIDE_END
    _ink(labels.font, size)
    xml.of_series(row).dLbls.find(f"{qn('c:txPr')}/{qn('a:bodyPr')}").set("wrap", "none")


class _Fits:
    """Whether a figure fits on its part of a stacked bar; where not all do, their unit stands only on the axis."""

    def __init__(self, bars: Bars, size: float, points_for_one: float) -> None:
        self._unit, self._size, self._points_for_one = bars.unit, size, points_for_one
        values = [value for row in bars.series for value in row.values]
        self._short = bars.stacked and any(
            value and not self._stands(value, value_told(value, bars.unit)) for value in values
        )
        self.form = plain_format(values) if self._short else number_format(bars)

    def __call__(self, value: Decimal) -> bool:
        return bool(value) and self._stands(value, number(value) if self._short else value_told(value, self._unit))

    def _stands(self, value: Decimal, text: str) -> bool:
        return abs(float(value)) * self._points_for_one > width(text, self._size) + 6


def _no_label(row: _BaseCategorySeries, point: int) -> None:
    element = xml.of_series(row).get_or_add_dLbls()
    gone = parse_xml(f'<c:dLbl {nsdecls("c")}><c:idx val="{point}"/><c:delete val="1"/></c:dLbl>')
    element.insert(len(element.findall(qn("c:dLbl"))), gone)


def _label_room(bars: Bars, size: float) -> float:
    if bars.stacked:
        return 24
    return max(width(value_told(value, bars.unit), size) for row in bars.series for value in row.values) + 16


def _legend_high(bars: Bars) -> float:
    return 34 if len(bars.series) > 1 else 0


def _value_axis(chart: Chart, bars: Bars, label: float) -> tuple[float, float]:
    """From where to where it goes. label: what the figure beside a bar takes of the whole, to the left of zero too."""
    axis = chart.value_axis
    low, top = map(float, _scale(bars))
    if _bare(bars):
        low -= (top - low) * label if low < 0 else 0
        axis.minimum_scale, axis.maximum_scale = low, top
        axis.visible = False
        axis.has_major_gridlines = False
        return low, top
    step = _step(top - low)
    if all(value == value.to_integral_value() for row in bars.series for value in row.values):
        step = max(step, 1)
    low, top = -step * ceil(-low / step - 1e-9), step * ceil(top / step - 1e-9)
    axis.minimum_scale, axis.maximum_scale, axis.major_unit = low, top, step
    axis.has_major_gridlines = True
    axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(GREY)
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = number_format(bars), False
    _ink(axis.tick_labels.font, _SMALL_TEXT)
    return low, top


def _step(extent: float) -> float:
    """1, 2 or 5 times a power of ten, at most five of them on the axis."""
    power = 10.0 ** floor(log10(extent))
    return next(power * share for share in (0.2, 0.5, 1, 2) if extent / (power * share) <= 5)


def _inner_plot(
    chart: Chart, box: Box, names: float, legend: float, *, axis: float, over: float, above: float = 2
) -> None:
    """Where the bars themselves stand, so that names and figures have the room that they were measured for."""
    left = names / box.points_wide
    wide = 1 - left - over / box.points_wide
    high = 1 - (legend + axis + above + 2) / box.points_high
    area = chart.element.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/><c:x val="{left:.4f}"/><c:y val="{above / box.points_high:.4f}"/>'
            f'<c:w val="{wide:.4f}"/><c:h val="{high:.4f}"/></c:manualLayout></c:layout>'
        ),
    )


def _draw_line(slide: Slide, line: Line, box: Box, made: datetime, wider: float) -> Drawn:
    points = _stepped(line.points) if line.steps else line.points
    name = cut(clean(line.name), lambda text: width(text, _TEXT) < box.points_wide * 0.8) or "Tal"
    form = plain_format(tuple(value for _, value in points))
    data = CategoryChartData(number_format=form)
    data.categories = [day for day, _ in points]
    data.add_series(name, [float(value) for _, value in points])
    few = not line.steps and len(points) <= 40
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box.place(), data)
    chart = frame.chart
    values = [value for _, value in points]
    _finish(chart, line, _TEXT, _workbook([day for day, _ in points], [name], [values], form, made))
    (row,) = chart.plots[0].series
    row.smooth = False
    row.format.line.color.rgb = RGBColor.from_string(BLUE)
    row.format.line.width = Pt(3)
    _marker(row, shown=few or len(line.points) == 1)
    last = row.points[len(points) - 1].data_label
    last.position = XL_LABEL_POSITION.RIGHT
    _show_value(xml.of_label(last))
    _ink(last.font, _TEXT)
    if min(values) >= 0 and (line.steps or min(values) < max(values) / 2):
        chart.value_axis.minimum_scale = 0
    axis = chart.value_axis
    axis.major_gridlines.format.line.color.rgb = RGBColor.from_string(GREY)
    axis.format.line.fill.background()
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False
    unit = clean(line.unit)
    if unit:
        axis.has_title = True
        axis.axis_title.text_frame.text = cut(unit, lambda text: width(text, _SMALL_TEXT) < box.points_high * 0.7)
        run = axis.axis_title.text_frame.paragraphs[0].runs[0]
        _ink(run.font, _SMALL_TEXT)
        run.font.bold = False
    most = max(values, key=abs)
    over = width(number(round(most, 2)), _TEXT * wider) + 24
    _inner_plot(chart, box, over + (30 if unit else 0), 0, axis=36, over=over, above=10)
    _date_axis(chart, points[0][0], points[-1][0])
    _describe(frame, clean(picture_in_words(line)))
    short = (clean(line.name),) if clean(line.name) not in (name, "") else ()
    return Drawn(frame, short, unlabelled=False)


def _stepped(points: Sequence[tuple[date, Decimal]]) -> tuple[tuple[date, Decimal], ...]:
    """With the old value once more on the day of the new: a straight line between the two is a step."""
    steps = list(points[:1])
    for (_, before), (day, after) in pairwise(points):
        steps += [(day, before), (day, after)]
    return tuple(steps)


def _marker(row: _BaseCategorySeries, *, shown: bool) -> None:
    old = xml.of_series(row).find(qn("c:marker"))
    if old is not None:
        xml.of_series(row).remove(old)
    inside = (
        '<c:symbol val="circle"/><c:size val="9"/>'
        f'<c:spPr><a:solidFill><a:srgbClr val="{BLUE}"/></a:solidFill></c:spPr>'
        if shown
        else '<c:symbol val="none"/>'
    )
    xml.of_series(row).find(qn("c:spPr")).addnext(parse_xml(f"<c:marker {nsdecls('c', 'a')}>{inside}</c:marker>"))


def _show_value(label: Any) -> None:
    for name, shown in (("c:showLegendKey", 0), ("c:showVal", 1), ("c:showCatName", 0), ("c:showSerName", 0)):
        label.find(qn(name)).set("val", str(shown))


def _date_axis(chart: Chart, first: date, last: date) -> None:
    axis = chart.category_axis
    axis.has_major_gridlines = False
    axis.major_tick_mark = XL_TICK_MARK.OUTSIDE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = RGBColor.from_string(GREY)
    days = (last - first).days
    if days <= 70:
        form, unit, every = "d. mmm", "days", max(ceil(days / 6), 1)
    elif days <= 6 * _DAYS_IN_YEAR:
        months = ceil(days / 30.4)
        form, unit, every = "mmm yyyy", "months", next(n for n in (1, 2, 3, 6, 12) if months / n <= 8 or n == 12)
    else:
        form, unit, every = "yyyy", "years", max(ceil(days / 365 / 8), 1)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = f"{_DANISH}{form}", False
    element = xml.of_axis(axis)
    for name in ("c:baseTimeUnit", "c:majorUnit", "c:majorTimeUnit", "c:minorUnit", "c:minorTimeUnit"):
        for old in element.findall(qn(name)):
            element.remove(old)
    for name, value in (("baseTimeUnit", "days"), ("majorUnit", every), ("majorTimeUnit", unit)):
        element.append(parse_xml(f'<c:{name} {nsdecls("c")} val="{value}"/>'))


def _finish(chart: Chart, picture: Picture, size: int, book: bytes) -> None:
    _ink(chart.font, size)
    chart.has_title = False
    chart.has_legend = isinstance(picture, Bars) and len(picture.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
        _ink(chart.legend.font, size)
    chart.part.chart_workbook.update_from_xlsx_blob(book)
    space = chart.element
    language = parse_xml(f'<c:lang {nsdecls("c")} val="{_LANGUAGE}"/>')
    before = space.find(qn("c:date1904"))
    if before is None:
        space.insert(0, language)
    else:
        before.addnext(language)
    corners = parse_xml(f'<c:roundedCorners {nsdecls("c")} val="0"/>')
    for old in space.findall(qn("c:roundedCorners")):
        space.remove(old)
    language.addnext(corners)


def _ink(font: Font, size: int) -> None:
    font.size = Pt(size)
    font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _describe(frame: GraphicFrame, text: str) -> None:
    frame.element.nvGraphicFramePr.cNvPr.set("descr", text)


def plain_format(values: Sequence[Decimal]) -> str:
    """As many decimals as the values have, two at most.

    Written the American way, as a file's formats always are; 406 is Danish, for programs that go by it.
    """
    most = min(max((-int(value.normalize().as_tuple().exponent) for value in values), default=0), 2)
    return f"{_DANISH}#,##0" + ("." + "0" * most if most > 0 else "")


def number_format(bars: Bars) -> str:
    form = plain_format([value for row in bars.series for value in row.values])
    match bars.unit:
        case Unit.KRONER:
            return f'{form.replace(".0", ".00") if form.endswith(".0") else form}"\u00a0kr."'
        case Unit.PERCENT:
            return f'{form}"\u00a0%"'
        case _:
            return form


def _workbook(
    names: Sequence[str] | Sequence[date],
    series: Sequence[str],
    values: Sequence[Sequence[Decimal]],
    form: str,
    made: datetime,
) -> bytes:
    """What PowerPoint opens by »Rediger data«: text in it is text, never a formula or a link."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_STAYS_TEXT) as book:
        book.set_properties({"created": made})
        page = book.add_worksheet("Sheet1")
        day, number = book.add_format({"num_format": "dd-mm-yyyy"}), book.add_format({"num_format": form})
        page.set_column(0, 0, 30)
        for row, name in enumerate(names, start=1):
            if isinstance(name, date):
                page.write_datetime(row, 0, name, day)
            else:
                page.write_string(row, 0, name)
        for column, (name, cells) in enumerate(zip(series, values, strict=True), start=1):
            page.write_string(0, column, name)
            for row, cell in enumerate(cells, start=1):
                page.write_number(row, column, float(cell), number)
    return buffer.getvalue()
