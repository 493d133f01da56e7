"""Charts that are explored with a pointer: from plain values to a Vega-Lite spec. Danish in any browser, one look,
explicit channels. What can be pointed at answers in a sentence, and nothing else answers.

Altair's shorthand strings cost a hundred times more to build than channel objects, so there are none.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import altair as alt
import pandas as pd
from babel.dates import get_day_names, get_month_names

from core import danish
from core.danish import day, ended, kroner, percent
from core.subject.picture import Bars, Line, Series, value_told
from core.subject.small import Role
from shell.pictures.roles import ATTENTION, ENDED, HAIRLINE, INK, IS, PLANNED

alt.data_transformers.disable_max_rows()  # Altair refuses more than 5000 rows

FONT = '"Source Sans", "Source Sans Pro", sans-serif'


def _names(getter: Any, width: str, order: Sequence[int]) -> list[str]:
    names = getter(width, locale=danish.LOCALE)
    return [names[index].rstrip(".") for index in order]


_FEW_DAYS = timedelta(120)
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
    mark=alt.MarkConfig(tooltip=None),
    # Vega names its axes and marks in English; a chart has its words from where it is shown.
    aria=False,
    background="transparent",
)


def bars(picture: Bars, thick: int = 15) -> dict[str, Any]:
    """Each category with its amounts in the order of the legend, and below them one bar of parts or a bar for each
    series. The parts of one category alone have their amounts in the legend. thick: of a bar, in pixels.
    """
    alone = picture.stacked and len(picture.categories) == 1
    totals = [sum(series.values, Decimal(0)) for series in picture.series]
    names = [
        f"{series.name}: {value_told(total, picture.unit)}" if alone else series.name
        for series, total in zip(picture.series, totals, strict=True)
    ]
    colors = _colors(picture.series)
    frame = pd.DataFrame(
        [
            {
                "place": place,
                "order": order,
                "series": names[order],
                "value": float(value),  # a length on screen; the exact amount is in the text
                "color": colors[order],
            }
            for place in range(len(picture.categories))
            for order, value in enumerate(picture.of(place))
        ]
    )
    step = 0 if picture.stacked else thick + 1
    height = (0 if alone else 22) + thick + step * (len(picture.series) - 1) + 12
    top = (0 if alone else 22) + (thick - height) / 2
    y = alt.Y(field="place", type="ordinal", axis=None, scale=alt.Scale(padding=0))
    legend = alt.Legend(
        title=None, orient="top", direction="vertical", labelFontSize=15, symbolSize=180, symbolType="square",
        labelLimit=0, labelColor=INK,
    )  # fmt: skip
    color = alt.Color(field="series", type="nominal", scale=alt.Scale(domain=names, range=colors), legend=legend)
    if picture.stacked:
        order = alt.Order(field="order", type="quantitative")
        x = alt.X(field="value", type="quantitative", axis=None, stack="zero", scale=alt.Scale(nice=False))
        layers = [alt.Chart(frame).mark_bar(height=thick, yOffset=top).encode(x=x, y=y, color=color, order=order)]
    else:
        x = alt.X(field="value", type="quantitative", axis=None, scale=alt.Scale(zero=True, nice=False))
        layers = [
            alt.Chart(frame[frame["order"] == place])
            .mark_bar(height=thick, yOffset=top + place * step, cornerRadiusEnd=2)
            .encode(x=x, y=y, color=color)
            for place in range(len(names))
        ]
    if not alone:
        told = [
            f"{category}: {' · '.join(value_told(value, picture.unit) for value in picture.of(place))}"
            for place, category in enumerate(picture.categories)
        ]
        words = alt.Chart(pd.DataFrame({"place": range(len(told)), "text": told}))
        layers.append(
            words.mark_text(align="left", baseline="middle", yOffset=11 - height / 2, clip=True).encode(
                x=alt.datum(0), y=y, text=alt.Text(field="text", type="nominal")
            )
        )
    legend_height = 24 * len(picture.series) + 12
    whole = max(len(picture.categories), 1) * height + legend_height
    drawn = alt.layer(*layers).properties(height=whole, width="container")
    return _spec(drawn)


def _colors(series: Sequence[Series]) -> list[str]:
    calm = iter((IS, ENDED))
    return [ATTENTION if one.role is Role.ATTENTION else next(calm, ENDED) for one in series]


def free_line(points: Sequence[tuple[date, int, str]], since: date | None) -> dict[str, Any]:
    """points: day, free øre from that day on, what happened; since: the last meeting, drawn as a line."""
    frame = pd.DataFrame(
        {
            "day": [_local(on) for on, _, _ in points],
            "kr": [free / 100 for _, free, _ in points],
            "told": [f"{day(on)}: {ended(what)} {_left(free)}" if what else "" for on, free, what in points],
            "mark": [bool(what) for *_, what in points],
        }
    )
    x = _days()
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


@dataclass(frozen=True, slots=True)
class Pace:
    label: str
    # Share of the way, not clipped, None where there is none.
    progress: Fraction | None
    # Share of the time that is gone.
    expected: Fraction
    good: bool


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


def pace_bars(rows: Sequence[Pace]) -> dict[str, Any]:
    """For each row its words and below them a track from baseline to target, filled as far as it has come (a bar ends
    at either end of the track), with a mark where it should be today.
    """
    frame = pd.DataFrame(
        {
            "place": range(len(rows)),
            "whole": [1.0] * len(rows),
            "come": [float(min(max(row.progress or Fraction(0), Fraction(0)), Fraction(1))) for row in rows],
            "expected": [float(row.expected) for row in rows],
            "color": [IS if row.good else ATTENTION for row in rows],
            "text": [row.label for row in rows],
        }
    )
    place = alt.Y(field="place", type="ordinal", axis=None, scale=alt.Scale(padding=0))
    base = alt.Chart(frame)

    def along(field: str) -> alt.X:
        return alt.X(field=field, type="quantitative", axis=None, scale=alt.Scale(domain=[0, 1], nice=False))

    track = base.mark_bar(height=16, yOffset=11, color=HAIRLINE).encode(x=along("whole"), y=place)
    come = base.mark_bar(height=16, yOffset=11).encode(
        x=along("come"), y=place, color=alt.Color(field="color", type="nominal", scale=None)
    )
    mark = base.mark_tick(height=26, thickness=4, yOffset=11, color=INK).encode(x=along("expected"), y=place)
    words = base.mark_text(align="left", baseline="middle", yOffset=-10).encode(
        x=alt.datum(0), y=place, text=alt.Text(field="text", type="nominal")
    )
    return _spec((track + come + mark + words).properties(height=len(rows) * 52, width="container"))


def measured_line(
    measured: Sequence[tuple[date, float, str]], pace: Sequence[Sequence[tuple[date, float]]], unit: str
) -> dict[str, Any]:
    """measured: day, value, what to say of it; pace: for each target in turn the line from where it begins to hold."""
    x = _days()
    y = alt.Y(field="value", type="quantitative", title=unit, scale=alt.Scale(zero=False), axis=alt.Axis(tickCount=5))
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
    return _spec(alt.layer(paced, drawn, marks).properties(height=320, width="container"))


def course_lines(points: Sequence[tuple[date, float, str]]) -> dict[str, Any]:
    """points: day, share from 0 to 1, which measure it is. A line for each measure, with its name."""
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
    legend = alt.Legend(title=None, orient="top", labelFontSize=15, symbolSize=200, symbolType="stroke")
    dash = alt.StrokeDash(
        field="measure", type="nominal", scale=alt.Scale(domain=measures, range=[[1, 0], [6, 4]]), legend=legend
    )
    x = _days()
    y = alt.Y(
        field="share",
        type="quantitative",
        title="skævhed",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format=".0%", tickCount=5),
    )
    base = alt.Chart(frame)
    lines = base.mark_line(color=IS, strokeWidth=3).encode(x=x, y=y, strokeDash=dash)
    marks = base.mark_point(filled=True, size=70, color=IS, opacity=1).encode(x=x, y=y, tooltip=_TOLD)
    return _spec((lines + marks).properties(height=300, width="container"))


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
