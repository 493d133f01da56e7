"""A picture as PowerPoint's own chart, which can be edited there: its figures lie in a workbook inside the file.

Every figure stands at its mark, rounded as it is told, so that bars have neither an axis of values nor grid lines.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import pairwise
from math import ceil
from xml.sax.saxutils import quoteattr

import xlsxwriter
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.series import _BaseCategorySeries
from pptx.dml.chtfmt import ChartFormat
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide
from pptx.text.text import Font
from pptx.util import Pt

from core.subject.picture import Bars, Line, Picture, Series, Unit, as_shown, picture_in_words, value_told
from core.subject.small import Role
from shell.handouts.plain_text import clean
from shell.handouts.slides import bracket, xml
from shell.handouts.slides.boxes import POINT, Box
from shell.handouts.slides.measure import LINE, cut, lines, width
from shell.handouts.workbooks.workbook import TEXT_STAYS_TEXT
from shell.pictures import roles

_LARGE_TEXT, _TEXT, _SMALL_TEXT = 20, 16, 14
_FEW = 8
_NAMES_AT_MOST = 0.42
_LEGEND_NAME = 0.35
_LEGEND_HIGH = 38
_THICKEST, _THICKEST_ALONE = 64, 120
_BETWEEN_LABELS = 8
_DAYS_HIGH = 36
_LANGUAGE = "da-DK"
_DAYS_IN_YEAR = 366
_DANISH = "[$-406]"
_AS_IT_IS = f"{_DANISH}General"
"""With the decimals that the value has."""
_THOUSAND = 1000
_DELETED = '<c:delete val="1"/>'
_ON_TWO_LINES = "<c:separator>\n</c:separator>"


@dataclass(frozen=True, slots=True)
class Drawn:
    frame: GraphicFrame
    # Names of categories and series that are cut on the chart, in full.
    shortened: tuple[str, ...]


def readable(picture: Picture, box: Box, wider: float) -> Picture:
    """Parts of a whole stand in one bar where each has room for its figure, else below each other.

    wider: than Arial, at most.
    """
    if not isinstance(picture, Bars) or not picture.stacked or not picture.categories or not picture.series:
        return picture
    if _parts_stand(picture, box, wider):
        return picture
    if len(picture.categories) > 1:
        return replace(picture, stacked=False)
    (whole,), parts = picture.categories, (*picture.series, *([picture.asked] if picture.asked else []))
    values, said = tuple(part.values[0] for part in parts), tuple(part.role for part in parts)
    return Bars(tuple(part.name for part in parts), (Series(whole, values, roles=said),), picture.unit)


def pages(picture: Picture, box: Box) -> tuple[Picture, ...]:
    """One chart for each slide, with as many categories as can be read; () where there is nothing to draw."""
    if isinstance(picture, Line):
        return (picture,) if picture.points else ()
    if not picture.categories or not picture.series:
        return ()
    room = box.points_high - _legend_high(picture)
    each = max(_SMALL_TEXT * LINE * 1.2, _SMALL_TEXT * LINE * _beside(picture) + 6)
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
    series = tuple(
        replace(row, values=row.values[start:end], asks=row.asks[start:end], roles=row.roles[start:end])
        for row in bars.series
    )
    return replace(bars, categories=bars.categories[start:end], series=series)


def _beside(bars: Bars) -> int:
    """How many bars each category has."""
    return 1 if bars.stacked else len(bars.series)


def _one_whole(bars: Bars) -> bool:
    """One bar of parts, with their names on them: what it is of stands in the heading."""
    return bars.stacked and len(bars.categories) == 1


def _parts_stand(bars: Bars, box: Box, wider: float) -> bool:
    values = [value for row in bars.series for value in row.values]
    if min(values) < 0 or not any(values):
        return False
    size = _size(bars) * wider
    if bars.asked and box.points_high < _THICKEST_ALONE + 2 * bracket.height(_size(bars)):
        return False
    room = (box.points_wide - _names_wide(bars, box, size)) / float(_scale(bars)[1])
    return all(
        not value or float(value) * room > _told_wide(bars, row, place, size) + _BETWEEN_LABELS
        for row in bars.series
        for place, value in enumerate(row.values)
    )


def _size(bars: Bars) -> int:
    if _one_whole(bars):
        return _LARGE_TEXT
    return _TEXT if len(bars.categories) <= _FEW else _SMALL_TEXT


def _names_wide(bars: Bars, box: Box, size: float) -> float:
    if _one_whole(bars):
        return 0
    return min(max(width(clean(name), size) for name in bars.categories) + 12, box.points_wide * _NAMES_AT_MOST)


def _told_wide(bars: Bars, row: Series, place: int, size: float) -> float:
    figure = width(_told(bars, row, place), size)
    return max(figure, width(clean(row.name), size)) if _one_whole(bars) else figure


def _told(bars: Bars, row: Series, place: int) -> str:
    told, asks = value_told(row.values[place], bars.unit), clean(row.asks_at(place))
    return f"{told} ({asks})" if asks else told


def _draw_bars(slide: Slide, bars: Bars, whole: Bars, box: Box, made: datetime, wider: float) -> Drawn:
    size = _size(bars)
    measured = size * wider
    high = (box.points_high - _legend_high(bars)) / len(bars.categories)
    most = _names_wide(bars, box, measured)
    rows = min(max(int(high / (size * LINE)), 1), 3)
    names = [cut(clean(name), lambda text: lines(text, measured, most - 12) <= rows) for name in bars.categories]
    legend = [
        cut(clean(row.name), lambda text: width(text, measured) < box.points_wide * _LEGEND_NAME) for row in bars.series
    ]
    if _one_whole(bars):
        names = [clean(name) for name in bars.categories]
    values = [[as_shown(value, bars.unit) for value in row.values] for row in bars.series]
    forms = [number_formats(row, bars.unit) for row in values]
    data = CategoryChartData(number_format=_of_all(form for row in forms for form in row))
    data.categories = names
    for name, row_values in zip(legend, values, strict=True):
        data.add_series(name, [float(value) for value in row_values])
    kind = XL_CHART_TYPE.BAR_STACKED if bars.stacked else XL_CHART_TYPE.BAR_CLUSTERED
    frame = slide.shapes.add_chart(kind, *box.place(), data)
    chart = frame.chart
    _finish(chart, size, _workbook(names, legend, values, forms, made), legend=bool(_legend_high(bars)))
    plot = chart.plots[0]
    plot.overlap = 100 if bars.stacked else -5
    thickest = _THICKEST_ALONE if _one_whole(bars) else _THICKEST
    plot.gap_width = round(min(max(high / thickest - _beside(bars), 0.45), 5) * 100)
    _category_axis(chart, named=not _one_whole(bars))
    over = 0 if bars.stacked else _label_room(whole, measured)
    wide = box.points_wide - most - over
    _value_axis(chart, whole, over / max(wide - over, over))
    _inner_plot(chart, box, most, over=over, above=_legend_high(bars))
    position = "ctr" if bars.stacked else "outEnd"
    for row, drawn, row_forms in zip(bars.series, plot.series, forms, strict=True):
        drawn.invert_if_negative = False
        _fill(drawn.format, row.role, gap=bars.stacked)
        for place in range(len(row.values)):
            if row.role_at(place) is not row.role:
                _fill(_point(drawn, place), row.role_at(place), gap=bars.stacked)
        labels = [
            _Label(
                _with_words(form, clean(row.asks_at(place))),
                position,
                _ink_on(row.role_at(place)) if bars.stacked else None,
                shown=bool(row.values[place]) or not bars.stacked,
            )
            for place, form in enumerate(row_forms)
        ]
        usual = _Label(_of_all(row_forms), position, _ink_on(row.role) if bars.stacked else None)
        _write_labels(drawn, labels, usual, size, named=_one_whole(bars))
    given = (*bars.categories, *(row.name for row in bars.series))
    short = tuple(clean(full) for full, shown in zip(given, (*names, *legend), strict=True) if clean(full) != shown)
    _describe(frame, clean(picture_in_words(bars)))
    if bars.asked:
        _draw_asked(slide, bars, bars.asked, box, high / (1 + plot.gap_width / 100), size)
    return Drawn(frame, short)


def _draw_asked(slide: Slide, bars: Bars, asked: Series, box: Box, thick: float, size: int) -> None:
    """thick: of the bar, which stands in the middle of the box, in points."""
    begins, value, most = bars.asked_from, asked.values[0], _scale(bars)[1]
    left, right = (box.left + round(float(at / most) * box.width) for at in (begins, begins + value))
    top = box.top + round((box.points_high + thick) / 2 * POINT) + round(_BETWEEN_LABELS * POINT)
    told = f"{clean(asked.name)} {value_told(value, bars.unit)}"
    color = roles.ATTENTION if asked.role is Role.ATTENTION else roles.PLANNED
    bracket.draw(slide, box, Box(left, top, max(right - left, 1), 0), told, size, color)


def _point(row: _BaseCategorySeries, place: int) -> ChartFormat:
    """Of a bar that is unlike the others of its series; PowerPoint would else leave one below zero white."""
    form: ChartFormat = row.points[place].format
    (index,) = xml.of_series(row).xpath(f"c:dPt/c:idx[@val='{place}']")
    index.addnext(parse_xml(f'<c:invertIfNegative {nsdecls("c")} val="0"/>'))
    return form


def _fill(form: ChartFormat, role: Role, *, gap: bool) -> None:
    """gap: a white line to what it touches."""
    if _is_filled(role):
        form.fill.solid()
        form.fill.fore_color.rgb = _rgb(roles.FILLS[role])
        if gap:
            form.line.color.rgb = _rgb(roles.PAPER)
            form.line.width = Pt(1)
        return
    form.fill.background()
    form.line.color.rgb = _rgb(roles.PLANNED)
    form.line.width = Pt(1.5)


def _is_filled(role: Role) -> bool:
    """Else it is an outline, with the slide's own ground within."""
    return roles.FILLS[role] != roles.PAPER


def _rgb(color: str) -> RGBColor:
    return RGBColor.from_string(color.removeprefix("#"))


def _ink_on(role: Role) -> str | None:
    """Of a figure on a mark; None where nothing is behind it but the slide."""
    if not _is_filled(role):
        return None
    return roles.PAPER if role is Role.IS else roles.INK


@dataclass(frozen=True, slots=True)
class _Label:
    """The figure of one mark."""

    form: str
    # Where it stands, as the format calls it.
    position: str
    # None for the slide's own.
    ink: str | None = None
    shown: bool = True


def _write_labels(
    row: _BaseCategorySeries, labels: Sequence[_Label], usual: _Label, size: int, *, named: bool = False
) -> None:
    """usual: the series' own, and so that of a mark that is added; named: with the name of the series above it."""

    def said(label: _Label) -> str:
        color = f'<a:srgbClr val="{label.ink.removeprefix("#")}"/>' if label.ink else '<a:schemeClr val="tx1"/>'
        return (
            f'<c:numFmt formatCode={quoteattr(label.form)} sourceLinked="0"/>'
            "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
            '<c:txPr><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr>'
            f'<a:defRPr sz="{size * 100}"><a:solidFill>{color}</a:solidFill></a:defRPr></a:pPr><a:endParaRPr/></a:p>'
            f'</c:txPr><c:dLblPos val="{label.position}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
            f'<c:showCatName val="0"/><c:showSerName val="{named:d}"/><c:showPercent val="0"/>'
            f'<c:showBubbleSize val="0"/>{_ON_TWO_LINES if named else ""}'
        )

    own = "".join(
        f'<c:dLbl><c:idx val="{place}"/>{said(label) if label.shown else _DELETED}</c:dLbl>'
        for place, label in enumerate(labels)
        if label != usual
    )
    written = xml.of_series(row).get_or_add_dLbls()
    xml.of_series(row).replace(written, parse_xml(f"<c:dLbls {nsdecls('c', 'a')}>{own}{said(usual)}</c:dLbls>"))


def _category_axis(chart: Chart, *, named: bool) -> None:
    axis = chart.category_axis
    axis.reverse_order = True
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW if named else XL_TICK_LABEL_POSITION.NONE
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.has_major_gridlines = False
    if named:
        axis.format.line.color.rgb = _rgb(roles.HAIRLINE)
    else:
        axis.format.line.fill.background()


def _scale(bars: Bars) -> tuple[Decimal, Decimal]:
    """From zero, or from the lowest below zero, to the highest; never without extent."""
    if bars.stacked:
        tops = [sum(column, Decimal(0)) for column in zip(*(row.values for row in bars.series), strict=True)]
        if bars.asked:
            tops.append(bars.asked_from + bars.asked.values[0])
        lows: list[Decimal] = []
    else:
        tops = lows = [value for row in bars.series for value in row.values]
    low, top = min([Decimal(0), *lows]), max([Decimal(0), *tops])
    return (low, top) if low < top else (Decimal(0), Decimal(1))


def _label_room(bars: Bars, size: float) -> float:
    return max(width(_told(bars, row, place), size) for row in bars.series for place in range(len(row.values))) + 16


def _legend_high(bars: Bars) -> float:
    return _LEGEND_HIGH if len(bars.series) > 1 and not _one_whole(bars) else 0


def _value_axis(chart: Chart, bars: Bars, label: float) -> None:
    """Only its scale. label: what the figure of a bar to the left of zero takes, as a share of what the bars take."""
    low, top = map(float, _scale(bars))
    axis = chart.value_axis
    axis.minimum_scale, axis.maximum_scale = low - ((top - low) * label if low < 0 else 0), top
    axis.visible = False
    axis.has_major_gridlines = False


def _inner_plot(chart: Chart, box: Box, left: float, *, over: float, above: float = 2, below: float = 2) -> None:
    """Where the marks themselves stand, so that names and figures have the room that they were measured for."""
    area = chart.element.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    wide, high = 1 - (left + over) / box.points_wide, 1 - (above + below) / box.points_high
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/><c:x val="{left / box.points_wide:.4f}"/><c:y val="{above / box.points_high:.4f}"/>'
            f'<c:w val="{wide:.4f}"/><c:h val="{high:.4f}"/></c:manualLayout></c:layout>'
        ),
    )


def _draw_line(slide: Slide, line: Line, box: Box, made: datetime, wider: float) -> Drawn:
    """With the axis of values only where some of its figures stand so near each other that they cannot all be told."""
    points = _stepped(line.points) if line.steps else line.points
    name = cut(clean(line.name), lambda text: width(text, _TEXT) < box.points_wide * 0.8) or "Tal"
    days = [on for on, _ in points]
    values = [as_shown(value, line.unit) for _, value in points]
    forms = number_formats(values, line.unit)
    data = CategoryChartData(number_format=_of_all(forms))
    data.categories = days
    data.add_series(name, [float(value) for value in values])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *box.place(), data)
    chart = frame.chart
    _finish(chart, _TEXT, _workbook(days, [name], [values], [forms], made), legend=False)
    (row,) = chart.plots[0].series
    row.smooth = False
    row.format.line.color.rgb = _rgb(roles.IS)
    row.format.line.width = Pt(3)
    _marker(row, shown=not line.steps or len(line.points) == 1)
    told = [value_told(value, line.unit) for value in values]
    wides = [width(one, _TEXT * wider) for one in told]
    edge = max(wides) + 24
    labelled = told_points(days, values, wides, box.points_wide - 2 * edge)
    labels = [_Label(form, _position(values, place), shown=place in labelled) for place, form in enumerate(forms)]
    _write_labels(row, labels, _Label(_of_all(forms), "r"), _TEXT)
    bare = set(labelled) >= set(_turns(values))
    _line_axis(chart, values, _of_all(forms), bare=bare)
    _inner_plot(chart, box, edge, over=edge, above=24, below=_DAYS_HIGH)
    _date_axis(chart, days[0], days[-1])
    _describe(frame, clean(picture_in_words(line)))
    short = (clean(line.name),) if clean(line.name) not in (name, "") else ()
    return Drawn(frame, short)


def _position(values: Sequence[Decimal], place: int) -> str:
    """Clear of the line: after the last point, else above one that rises and below one that falls."""
    if place == len(values) - 1:
        return "r"
    return "t" if place == 0 or values[place] > values[place - 1] else "b"


def _turns(values: Sequence[Decimal]) -> list[int]:
    """The first point, each that has another value than the one before it, and the last, which speaks for those before
    it that have its value.
    """
    last = len(values) - 1
    changed = [place for place, (before, now) in enumerate(pairwise(values), start=1) if before != now]
    while changed and all(value == values[last] for value in values[changed[-1] :]):
        changed.pop()
    return sorted({*changed, last} | ({0} if changed or values[0] != values[last] else set()))


def told_points(days: Sequence[date], values: Sequence[Decimal], wides: Sequence[float], room: float) -> list[int]:
    """The places of the points whose figures are told: the last, the first, and of the others those that stand clear
    of them. wides: of the figures; room: from the first day to the last; in points.
    """
    last, span = len(days) - 1, (days[-1] - days[0]).days or 1

    def reach(place: int) -> tuple[float, float]:
        at = (days[place] - days[0]).days / span * room
        if place == last:
            return at, at + wides[place] + _BETWEEN_LABELS
        half = (wides[place] + _BETWEEN_LABELS) / 2
        return at - half, at + half

    taken: dict[int, tuple[float, float]] = {}
    turns = _turns(values)
    for place in dict.fromkeys((last, *turns)):
        left, right = reach(place)
        if all(right <= other_left or other_right <= left for other_left, other_right in taken.values()):
            taken[place] = left, right
    return sorted(taken)


def _line_axis(chart: Chart, values: Sequence[Decimal], form: str, *, bare: bool) -> None:
    """bare: without figures and grid lines."""
    axis = chart.value_axis
    low, top = min(values), max(values)
    if low >= 0 and low < top / 2:
        axis.minimum_scale = 0
    axis.has_major_gridlines = not bare
    axis.visible = not bare
    if bare:
        spare = (top - low) / 5 or abs(top) / 5 or Decimal(1)
        axis.maximum_scale = float(top + spare)
        axis.minimum_scale = float(low - spare) if axis.minimum_scale is None else 0
        return
    axis.major_gridlines.format.line.color.rgb = _rgb(roles.HAIRLINE)
    axis.major_gridlines.format.line.width = Pt(0.75)
    axis.format.line.fill.background()
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = form, False
    _ink(axis.tick_labels.font, _SMALL_TEXT)


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
        f'<c:spPr><a:solidFill><a:srgbClr val="{_rgb(roles.IS)}"/></a:solidFill></c:spPr>'
        if shown
        else '<c:symbol val="none"/>'
    )
    xml.of_series(row).find(qn("c:spPr")).addnext(parse_xml(f"<c:marker {nsdecls('c', 'a')}>{inside}</c:marker>"))


def _date_axis(chart: Chart, first: date, last: date) -> None:
    axis = chart.category_axis
    axis.has_major_gridlines = False
    axis.major_tick_mark = XL_TICK_MARK.OUTSIDE
    axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    axis.format.line.color.rgb = _rgb(roles.HAIRLINE)
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


def _finish(chart: Chart, size: int, book: bytes, *, legend: bool) -> None:
    _ink(chart.font, size)
    chart.has_title = False
    chart.has_legend = legend
    if legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
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


def number_formats(values: Sequence[Decimal], unit: Unit) -> list[str]:
    """Of values as they are told: where one has a decimal, the others are still told without: 6 and 2,5.

    Written the American way, as a file's formats always are; 406 is Danish, for programs that go by it.
    """
    decimals = [max(-int(value.normalize().as_tuple().exponent), 0) for value in values]
    if unit is Unit.KRONER:
        decimals = [2 if some else 0 for some in decimals]
    after = f'"\u00a0{unit}"' if unit in (Unit.KRONER, Unit.PERCENT) else ""
    mixed = len(set(decimals)) > 1 and unit is not Unit.KRONER
    return [
        f"{_AS_IT_IS}{after}"
        if mixed and abs(value) < _THOUSAND
        else f"{_DANISH}#,##0{'.' + '0' * some if some else ''}{after}"
        for value, some in zip(values, decimals, strict=True)
    ]


def _with_words(form: str, words: str) -> str:
    return f'{form}" ({words.replace(chr(34), "")})"' if words else form


def _of_all(forms: Iterable[str]) -> str:
    different = set(forms)
    return different.pop() if len(different) == 1 else _AS_IT_IS


def _workbook(
    names: Sequence[str] | Sequence[date],
    series: Sequence[str],
    values: Sequence[Sequence[Decimal]],
    forms: Sequence[Sequence[str]],
    made: datetime,
) -> bytes:
    """What PowerPoint opens by »Rediger data«: text in it is text, never a formula or a link."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, TEXT_STAYS_TEXT) as book:
        book.set_properties({"created": made})
        page = book.add_worksheet("Sheet1")
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        numbers = {
            form: book.add_format({"num_format": form}) for form in dict.fromkeys(form for row in forms for form in row)
        }
        page.set_column(0, 0, 30)
        for row, name in enumerate(names, start=1):
            if isinstance(name, date):
                page.write_datetime(row, 0, name, day)
            else:
                page.write_string(row, 0, name)
        for column, (name, cells, of_cells) in enumerate(zip(series, values, forms, strict=True), start=1):
            page.write_string(0, column, name)
            for row, (cell, form) in enumerate(zip(cells, of_cells, strict=True), start=1):
                page.write_number(row, column, float(cell), numbers[form])
    return buffer.getvalue()
