"""Charts that are explored with a pointer: from plain values to a Vega-Lite spec. Danish in any browser, one look,
explicit channels. What can be pointed at answers in a sentence, and nothing else answers.

Altair's shorthand strings cost a hundred times more to build than channel objects, so there are none. What was drawn
once is kept for all who look at the same figures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd
from babel.dates import get_day_names, get_month_names

from core import danish
from core.danish import day, ended, kroner, percent
from core.subject.picture import Line, value_told
from shell.pictures.roles import ATTENTION, HAIRLINE, INK, IS, PAPER, PLANNED

alt.data_transformers.disable_max_rows()  # Altair refuses more than 5000 rows

FONT = '"Source Sans", "Source Sans Pro", sans-serif'


def _names(getter: Any, width: str, order: Sequence[int]) -> list[str]:
    names = getter(width, locale=danish.LOCALE)
    return [names[index].rstrip(".") for index in order]


_CHARTS_REMEMBERED = 64
_FEW_DAYS = timedelta(120)
_WRITTEN = 34
"""Pixels: a line of words, and a little air."""
_TOLD = alt.Tooltip(field="told", type="nominal")
"""A sentence alone: of a list Vega shows the fields' names."""
_SUNDAY_FIRST = (6, 0, 1, 2, 3, 4, 5)
_CONFIG = alt.Config(
    font=FONT,
    locale=alt.Locale(
        number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["", "\u00a0kr."]),
        time=alt.TimeLocale(
            dateTime="%A den %e. %B %Y %X",
            date="%d-%m-%Y",
            time="%H:%M:%S",
            periods=["AM", "PM"],
            days=_names(get_day_names, "wide", _SUNDAY_FIRST),
            shortDays=_names(get_day_names, "abbreviated", _SUNDAY_FIRST),
            months=_names(get_month_names, "wide", range(1, 13)),
            shortMonths=_names(get_month_names, "abbreviated", range(1, 13)),
        ),
    ),
    view=alt.ViewConfig(stroke=None),
    axis=alt.AxisConfig(
        labelFontSize=15,
        titleFontSize=15,
        titleFontWeight="normal",
        labelColor=INK,
        titleColor=INK,
        gridColor=HAIRLINE,
        domainColor=HAIRLINE,
        tickColor=HAIRLINE,
    ),
    # Above the plot, where it is read without turning the head and is clear of the labels however large they are.
    axisY=alt.AxisConfig(titleAngle=0, titleAlign="left", titleAnchor="end", titleX=0, titleY=-14, titleLimit=260),
    mark=alt.MarkConfig(tooltip=None, aria=False),
    # Vega names its axes and marks in English; a chart has its words from where it is shown.
    aria=False,
    background="transparent",
)


@lru_cache(_CHARTS_REMEMBERED)
def free_line(points: tuple[tuple[date, int, str], ...], since: date | None) -> dict[str, Any]:
    """points: day, free øre from that day on, what happened; since: the last meeting, drawn as a line."""
    frame = pd.DataFrame(
        {
            "day": [_local(on) for on, _, _ in points],
            "kr": [free / 100 for _, free, _ in points],
            "told": [f"{day(on)}: {ended(what)} {_left(free)}" if what else "" for on, free, what in points],
            "mark": [bool(what) for *_, what in points],
        }
    )
    x = _days(points[-1][0] - points[0][0])
    y = alt.Y(field="kr", type="quantitative", title="kr. tilbage", axis=alt.Axis(format=",.0f", tickCount=5))
    base = alt.Chart(frame)
    layers = [
        base.mark_line(interpolate="step-after", color=IS, strokeWidth=3).encode(x=x, y=y),
        base.transform_filter(alt.datum.mark)
        .mark_point(filled=True, size=70, color=IS, opacity=1)
        .encode(x=x, y=y, tooltip=_TOLD),
    ]
    if since and points[0][0] <= since <= points[-1][0]:
        meeting = alt.Chart(pd.DataFrame({"day": [_local(since)]}))
        at = alt.X(field="day", type="temporal")
        layers.insert(0, meeting.mark_rule(color=PLANNED, strokeDash=[5, 4], strokeWidth=2).encode(x=at))
    return _spec(alt.layer(*layers).properties(height=240, width="container"))


def _left(free: int) -> str:
    if free < 0:
        return f"Puljen er overtrukket med {kroner(-free)}"
    return f"Der er {kroner(free)} tilbage."


@lru_cache(_CHARTS_REMEMBERED)
def value_line(line: Line) -> dict[str, Any]:
    """One line over days, in steps where a value holds until the next."""
    frame = pd.DataFrame(
        {
            "day": [_local(on) for on, _ in line.points],
            "value": [float(value) for _, value in line.points],
            "told": [ended(f"{day(on)}: {line.name} {value_told(value, line.unit)}") for on, value in line.points],
        }
    )
    y = alt.Y(field="value", type="quantitative", title=line.unit, axis=alt.Axis(format=",.0f", tickCount=5))
    span = line.points[-1][0] - line.points[0][0] if line.points else None
    x = _days(span)
    base = alt.Chart(frame)
    drawn = base.mark_line(color=IS, strokeWidth=3, interpolate="step-after" if line.steps else "linear")
    marks = base.mark_point(filled=True, size=40, color=IS, opacity=1).encode(x=x, y=y, tooltip=_TOLD)
    return _spec((drawn.encode(x=x, y=y) + marks).properties(height=240, width="container"))


@dataclass(frozen=True, slots=True)
class Aim:
    on: date
    value: float
    # 'mål 140 kg'
    told: str


@dataclass(frozen=True, slots=True)
class Now:
    """The day that is asked about, and how it stands then."""

    on: date
    # 'i dag'
    told: str
    # What it should be by then and is not; None where nothing is wrong, or it cannot be told.
    short_of: float | None


@lru_cache(_CHARTS_REMEMBERED)
def measured_line(
    measured: tuple[tuple[date, float, str], ...],
    pace: tuple[tuple[tuple[date, float], ...], ...],
    unit: str,
    now: Now,
    aim: Aim,
) -> dict[str, Any]:
    """measured: day, value, what to say of it; pace: for each target in turn the line from where it begins to hold.
    The last value is carried on to the day that is asked about, where it ends hollow: it is not measured again.
    """
    x = _days()
    # Room for what is written at the outermost values.
    scale = alt.Scale(zero=False, padding=_WRITTEN)
    y = alt.Y(field="value", type="quantitative", title=unit, scale=scale, axis=alt.Axis(tickCount=5))
    lines = pd.DataFrame(
        [{"day": _local(on), "value": value, "part": part} for part, line in enumerate(pace) for on, value in line]
    )
    points = pd.DataFrame(
        [{"day": _local(on), "value": value, "told": ended(f"Målt {day(on)}: {text}")} for on, value, text in measured],
        columns=["day", "value", "told"],
    )
    line = alt.Chart(lines).mark_line(color=PLANNED, strokeDash=[6, 4], strokeWidth=2)
    paced = line.encode(x=x, y=y, detail=alt.Detail(field="part", type="nominal"))
    known = alt.Chart(points)
    drawn = known.mark_line(color=IS, strokeWidth=3).encode(x=x, y=y)
    marks = known.mark_point(filled=True, size=90, color=IS, opacity=1).encode(x=x, y=y, tooltip=_TOLD)
    layers = [*_day_asked(now, x), paced, *_carried_on(measured, now, x, y), drawn, marks, *_target(aim, pace, x, y)]
    return _spec(alt.layer(*layers).properties(height=260, width="container"))


def _carried_on(measured: Sequence[tuple[date, float, str]], now: Now, x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    if not measured:
        return
    on, value, _ = measured[-1]
    if now.short_of is not None:
        yield _of((now.on, value), (now.on, now.short_of)).mark_line(color=ATTENTION, strokeWidth=6).encode(x=x, y=y)
    if on < now.on:
        yield _of((on, value), (now.on, value)).mark_line(color=IS, strokeWidth=1).encode(x=x, y=y)
        hollow = _of((now.on, value)).mark_point(filled=True, size=90, fill=PAPER, stroke=IS, strokeWidth=2, opacity=1)
        yield hollow.encode(x=x, y=y)


def _day_asked(now: Now, x: alt.X) -> Iterator[alt.Chart]:
    asked = alt.Chart(pd.DataFrame({"day": [_local(now.on)]}))
    yield asked.mark_rule(color=INK, strokeWidth=1).encode(x=x)
    yield asked.mark_text(text=now.told, color=INK, fontSize=15, dy=-8, baseline="bottom").encode(x=x, y=alt.value(0))


def _target(aim: Aim, pace: Sequence[Sequence[tuple[date, float]]], x: alt.X, y: alt.Y) -> Iterator[alt.Chart]:
    """Written on the side of the plan where nothing is drawn."""
    at = _of((aim.on, aim.value))
    yield at.mark_point(
        shape="diamond", filled=True, size=140, fill=PAPER, stroke=PLANNED, strokeWidth=2, opacity=1
    ).encode(x=x, y=y)
    above = aim.value > pace[-1][0][1]
    words: dict[str, Any] = {"text": aim.told, "fontSize": 15, "align": "right"}
    words |= {"dy": -12, "baseline": "bottom"} if above else {"dy": 12, "baseline": "top"}
    # Nothing that crosses the words is seen through them.
    yield at.mark_text(color=PAPER, stroke=PAPER, strokeWidth=5, **words).encode(x=x, y=y)
    yield at.mark_text(color=INK, **words).encode(x=x, y=y)


def _of(*points: tuple[date, float]) -> alt.Chart:
    return alt.Chart(pd.DataFrame([{"day": _local(on), "value": value} for on, value in points]))


@lru_cache(_CHARTS_REMEMBERED)
def course_lines(points: tuple[tuple[date, float, str], ...]) -> dict[str, Any]:
    """points: day, share from 0 to 1, which of two measures it is. A line for each, with its own mark and width."""
    frame = pd.DataFrame(
        {
            "day": [_local(on) for on, *_ in points],
            "share": [share for _, share, _ in points],
            "measure": [measure for *_, measure in points],
            "told": [
                f"{day(on)}: skævheden i {measure} er {percent(Fraction(round(share * 100), 100))}."
                for on, share, measure in points
            ],
        }
    )
    measures = list(dict.fromkeys(measure for *_, measure in points))
    legend = alt.Legend(
        title=None,
        orient="top",
        labelFontSize=15,
        labelExpr="'skævhed i ' + datum.label",
        # One below the other: beside each other they are wider than a phone. The letters are larger on paper.
        direction="vertical",
        rowPadding=8,
        symbolSize=120,
        symbolFillColor=IS,
    )
    shape = alt.Shape(
        field="measure", type="nominal", scale=alt.Scale(domain=measures, range=["circle", "square"]), legend=legend
    )
    width = alt.StrokeWidth(
        field="measure", type="nominal", scale=alt.Scale(domain=measures, range=[3, 1.5]), legend=legend
    )
    x = _days()
    y = alt.Y(
        field="share",
        type="quantitative",
        title=None,
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(labelExpr="format(100 * datum.value, '.0f') + '\u00a0%'", tickCount=5),
    )
    base = alt.Chart(frame)
    # Drawn as legends, marks keep a role without a name, though the chart has its words as a whole.
    lines = base.mark_line(color=IS).encode(x=x, y=y, strokeWidth=width)
    marks = base.mark_point(filled=True, size=90, color=IS, opacity=1)
    marks = marks.encode(x=x, y=y, shape=shape, tooltip=_TOLD)
    return _spec((lines + marks).properties(height=260, width="container"))


def _days(span: timedelta | None = None) -> alt.X:
    """The axis of days, from the field 'day'. span: from the first to the last; a short one is told day by day."""
    pattern = "%-d. %b" if span is not None and span < _FEW_DAYS else "%b %Y"
    return alt.X(
        field="day",
        type="temporal",
        title=None,
        axis=alt.Axis(format=pattern, labelOverlap=True, grid=False, tickCount=6, labelFlush=True),
    )


def _local(on: date) -> str:
    """With a time of day, since a browser reads a bare date as midnight in London."""
    return f"{on.isoformat()}T00:00:00"


def _spec(chart: alt.LayerChart | alt.FacetChart) -> dict[str, Any]:
    spec: dict[str, Any] = chart.configure(**_CONFIG.to_dict()).to_dict()
    return spec
