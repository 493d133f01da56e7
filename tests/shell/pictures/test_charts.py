"""Charts are plain Vega-Lite: valid, Danish in any browser, in the roles' colours, each mark a sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import altair as alt
import pytest

from core.subject.picture import Line, Unit
from shell.pictures.charts import Aim, Now, course_lines, free_line, measured_line, value_line
from shell.pictures.roles import ALL, ATTENTION, INK, IS, PLANNED

POINTS = (
    (date(2024, 1, 1), 10_000_000, ""),
    (date(2024, 2, 1), 8_000_000, "tilsagn til Nabofest"),
    (date(2024, 3, 15), 6_500_000, "tilsagn til Loppemarked"),
    (date(2024, 4, 30), 6_500_000, ""),
)


COURSE = ((date(2024, 1, 1), 0.125, "alder"), (date(2024, 1, 1), 0.5, "afdelinger"), (date(2024, 5, 1), 0.25, "alder"))
MEASURED = ((date(2024, 1, 1), 100.0, "100 kg"), (date(2024, 6, 1), 91.5, "91,5 kg"))
PLAN = (((date(2024, 1, 1), 100.0), (date(2030, 12, 31), 30.0)),)
TODAY, AIM = Now(date(2026, 1, 1), "i dag", None), Aim(date(2030, 12, 31), 30.0, "mål 30")
BEHIND = Now(date(2026, 1, 1), "i dag", 80.0)
DAYS = ((date(2024, 1, 1), Decimal(5)), (date(2024, 5, 1), Decimal("-7.5")))

SPECS = {
    "line": lambda: free_line(POINTS, None),
    "line with meeting": lambda: free_line(POINTS, date(2024, 2, 8)),
    "one point": lambda: free_line(POINTS[:1], POINTS[0][0]),
    "overdrawn": lambda: free_line(((date(2024, 1, 1), 100, ""), (date(2024, 1, 2), -100, "x")), None),
    "course": lambda: course_lines(COURSE),
    "measured": lambda: measured_line(MEASURED, PLAN, "kg", TODAY, AIM),
    "behind": lambda: measured_line(MEASURED, PLAN, "kg", BEHIND, AIM),
    "nothing measured": lambda: measured_line((), PLAN, "kg", TODAY, AIM),
    "values": lambda: value_line(Line("Rest", DAYS, Unit.KRONER)),
    "values in steps": lambda: value_line(Line("Rest", DAYS, Unit.KRONER, steps=True)),
    "one value": lambda: value_line(Line("Rest", DAYS[:1], Unit.OTHER)),
}
every_chart = pytest.mark.parametrize("spec", [make() for make in SPECS.values()], ids=SPECS)


@every_chart
def test_it_is_valid_by_vega_lites_own_schema(spec: dict[str, Any]) -> None:
    alt.LayerChart.from_dict(spec, validate=True)
    assert "/vega-lite/v" in spec["$schema"]


@every_chart
def test_it_has_its_data_in_it_and_fetches_none(spec: dict[str, Any]) -> None:
    assert not [value for key, value in _pairs(spec) if key == "url"]


TRAP = '\'+alert(1)+\' {"signal": "1"} <img src=x onerror=alert(1)> datum.kr'
OF_A_SHEET = {
    "what happened": lambda: free_line(((date(2024, 1, 1), 100, TRAP),), None),
    "a unit": lambda: measured_line(((date(2024, 1, 1), 1.0, TRAP),), PLAN, TRAP, TODAY, Aim(AIM.on, AIM.value, TRAP)),
    "the name of a picture": lambda: value_line(Line(TRAP, DAYS, Unit.OTHER)),
    "a measure": lambda: course_lines(((date(2024, 1, 1), 0.5, TRAP),)),
}


@pytest.mark.parametrize("spec", [make() for make in OF_A_SHEET.values()], ids=OF_A_SHEET)
def test_text_of_a_sheet_is_a_value_or_a_title_and_never_an_expression(spec: dict[str, Any]) -> None:
    found = {key for key, value in _pairs(spec) if isinstance(value, str) and TRAP in value}
    assert found <= {"told", "title", "measure", "text"}
    assert not {"expr", "signal", "href", "calculate"} & {key for key, _ in _pairs(spec)}


@every_chart
def test_numbers_and_months_are_danish_in_any_browser(spec: dict[str, Any]) -> None:
    locale = spec["config"]["locale"]
    assert (locale["number"]["decimal"], locale["number"]["thousands"], locale["number"]["grouping"]) == (",", ".", [3])
    assert locale["time"]["months"] == [
        "januar", "februar", "marts", "april", "maj", "juni",
        "juli", "august", "september", "oktober", "november", "december",
    ]  # fmt: skip
    assert locale["time"]["shortMonths"][4] == "maj"
    # The week of this list begins on Sunday.
    assert locale["time"]["days"][0] == "søndag"
    assert locale["time"]["days"][6] == "lørdag"
    assert locale["time"]["shortDays"][1] == "man"


@every_chart
def test_every_channel_says_its_own_type(spec: dict[str, Any]) -> None:
    channels = [channel for encoding in _encodings(spec) for channel in _channels(encoding)]
    assert len(channels) >= 5
    assert not [channel for channel in channels if "shorthand" in channel]
    assert not [channel for channel in channels if "field" in channel and "type" not in channel]


@every_chart
def test_its_font_ends_in_one_that_every_machine_has(spec: dict[str, Any]) -> None:
    assert spec["config"]["font"].endswith(", sans-serif")


@every_chart
def test_its_colours_are_those_of_the_roles(spec: dict[str, Any]) -> None:
    assert set(_colors(spec)) <= ALL


@every_chart
def test_what_can_be_pointed_at_answers_with_one_sentence_and_nothing_else_answers(spec: dict[str, Any]) -> None:
    assert spec["config"]["mark"]["tooltip"] is None
    pointed = [(layer, layer["encoding"]["tooltip"]) for layer in spec["layer"] if "tooltip" in layer["encoding"]]
    assert pointed
    for layer, told in pointed:
        assert told == {"field": "told", "type": "nominal"}
        for row in spec["datasets"][layer.get("data", spec.get("data"))["name"]]:
            assert not row["told"] or re.fullmatch(r"(Målt )?\d{1,2}\. [a-z]+\.? \d{4}: .+\.", row["told"]), row


@every_chart
def test_vega_gives_its_parts_no_english_names(spec: dict[str, Any]) -> None:
    assert spec["config"]["aria"] is False


@every_chart
def test_what_the_figures_are_is_read_without_turning_the_head(spec: dict[str, Any]) -> None:
    assert spec["config"]["axisY"]["titleAngle"] == 0


def test_shares_and_measures_are_told_in_danish_on_axis_and_legend() -> None:
    lines = course_lines(COURSE)["layer"][0]["encoding"]
    assert lines["y"]["axis"]["labelExpr"].endswith("'\u00a0%'")
    assert lines["strokeWidth"]["legend"]["labelExpr"] == "'skævhed i ' + datum.label"


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        (free_line(POINTS, None), "1. feb. 2024: tilsagn til Nabofest. Der er 80.000\u00a0kr. tilbage."),
        (
            free_line(((date(2024, 1, 1), 1, ""), (date(2024, 1, 2), -8_050, "tilsagn til Fest!")), None),
            "2. jan. 2024: tilsagn til Fest! Puljen er overtrukket med 80,50\u00a0kr.",
        ),
        (course_lines(COURSE), "1. jan. 2024: skævheden i afdelinger er 50\u00a0%."),
        (measured_line(MEASURED, PLAN, "kg", TODAY, AIM), "Målt 1. jun. 2024: 91,5 kg."),
        (value_line(Line("Rest", DAYS, Unit.KRONER)), "1. maj 2024: Rest -8\u00a0kr."),
    ],
    ids=["free", "overdrawn", "course", "measured", "values"],
)
def test_a_mark_tells_its_day_and_its_figure_in_danish(spec: dict[str, Any], told: str) -> None:
    assert told in [row.get("told") for rows in spec["datasets"].values() for row in rows]


def test_what_is_planned_is_a_line_of_its_own_kind_and_not_what_asks_for_attention() -> None:
    plan = next(
        layer for layer in measured_line(MEASURED, PLAN, "kg", TODAY, AIM)["layer"] if "strokeDash" in layer["mark"]
    )
    meeting = next(one for one in free_line(POINTS, POINTS[1][0])["layer"] if one["mark"]["type"] == "rule")
    assert plan["mark"]["color"] == meeting["mark"]["color"] == PLANNED


def test_the_day_that_is_asked_about_is_a_line_with_its_name_and_the_target_a_mark_with_its_words() -> None:
    layers = measured_line(MEASURED, PLAN, "kg", TODAY, AIM)["layer"]
    assert [one["mark"]["color"] for one in layers if one["mark"]["type"] == "rule"] == [INK]
    assert [one["mark"]["text"] for one in layers if one["mark"].get("color") == INK and "text" in one["mark"]] == [
        "i dag",
        "mål 30",
    ]
    assert [one["mark"]["stroke"] for one in layers if one["mark"].get("shape") == "diamond"] == [PLANNED]


@pytest.mark.parametrize(
    ("measured", "now", "gap", "carried"),
    [
        pytest.param(MEASURED, BEHIND, [91.5, 80.0], [91.5, 91.5], id="behind"),
        pytest.param(MEASURED, TODAY, None, [91.5, 91.5], id="on track"),
        pytest.param(MEASURED, Now(date(2024, 6, 1), "i dag", None), None, None, id="measured on the day"),
        pytest.param((), TODAY, None, None, id="never measured"),
        pytest.param((), BEHIND, None, None, id="nothing to measure the gap from"),
    ],
)
def test_the_newest_value_is_carried_on_to_the_day_and_what_it_lacks_there_asks_for_attention(
    measured: tuple[tuple[date, float, str], ...], now: Now, gap: list[float] | None, carried: list[float] | None
) -> None:
    spec = measured_line(measured, PLAN, "kg", now, AIM)

    def values(color: str, width: int) -> list[float] | None:
        marks = [one for one in spec["layer"] if one["mark"].get("color") == color]
        found = [one for one in marks if one["mark"].get("strokeWidth") == width]
        return [row["value"] for row in spec["datasets"][found[0]["data"]["name"]]] if found else None

    assert (values(ATTENTION, 6), values(IS, 1)) == (gap, carried)


@pytest.mark.parametrize(("aim", "baseline"), [(30.0, "top"), (100.0, "top"), (170.0, "bottom")])
def test_the_targets_words_stand_on_the_side_where_no_plan_is_drawn(aim: float, baseline: str) -> None:
    plan = (((date(2024, 1, 1), 100.0), (AIM.on, aim)),)
    layers = measured_line(MEASURED, plan, "kg", TODAY, replace(AIM, value=aim))["layer"]
    assert {one["mark"]["baseline"] for one in layers if one["mark"].get("text") == AIM.told} == {baseline}


def test_two_measures_of_what_is_differ_by_mark_and_width_and_none_is_dashed_as_a_plan() -> None:
    lines, marks = course_lines(COURSE)["layer"]
    assert lines["mark"]["color"] == marks["mark"]["color"] == IS
    for channel in (lines["encoding"]["strokeWidth"], marks["encoding"]["shape"]):
        assert channel["scale"]["domain"] == ["alder", "afdelinger"]
        assert len(set(channel["scale"]["range"])) == 2
    assert "strokeDash" not in str(lines)


def test_the_line_keeps_its_level_until_the_next_step() -> None:
    line = next(layer for layer in free_line(POINTS, None)["layer"] if layer["mark"]["type"] == "line")
    assert line["mark"]["interpolate"] == "step-after"


def test_only_days_on_which_something_happened_have_a_mark() -> None:
    spec = free_line(POINTS, None)
    (rows,) = spec["datasets"].values()
    assert [row["mark"] for row in rows] == [False, True, True, False]
    marked = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "point")
    assert marked["transform"] == [{"filter": "datum.mark"}]


def test_a_day_is_that_day_in_every_time_zone() -> None:
    """A browser reads a bare date as midnight in London, which is the evening before in America."""
    (rows,) = free_line(POINTS, None)["datasets"].values()
    assert rows[0]["day"] == "2024-01-01T00:00:00"


@pytest.mark.parametrize(
    ("since", "drawn"),
    [
        (None, False),
        (date(2023, 12, 31), False),
        (date(2024, 1, 1), True),
        (date(2024, 4, 30), True),
        (date(2024, 5, 1), False),
    ],
)
def test_the_last_meeting_is_drawn_where_it_is_within_the_picture(since: date | None, drawn: bool) -> None:
    marks = [layer["mark"]["type"] for layer in free_line(POINTS, since)["layer"]]
    assert ("rule" in marks) is drawn


@pytest.mark.parametrize(("days", "pattern"), [(59, "%-d. %b"), (119, "%-d. %b"), (120, "%b %Y"), (365, "%b %Y")])
def test_no_month_stands_twice_on_the_axis_of_a_short_time(days: int, pattern: str) -> None:
    spec = free_line((POINTS[0], (POINTS[0][0] + timedelta(days), 1, "")), None)
    assert spec["layer"][0]["encoding"]["x"]["axis"]["format"] == pattern


def test_many_years_of_steps_fit() -> None:
    points = tuple((date(2010, 1, 1) + timedelta(days=n), n * 100, "betaling til Projekt") for n in range(4_900))
    (rows,) = free_line(points, None)["datasets"].values()
    assert len(rows) == 4_900


def _pairs(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            yield from _pairs(value)
    elif isinstance(node, list):
        for value in node:
            yield from _pairs(value)


def _encodings(spec: dict[str, Any]) -> list[dict[str, Any]]:
    return [value for key, value in _pairs(spec) if key == "encoding"]


def _channels(encoding: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for channel in encoding.values():
        yield from channel if isinstance(channel, list) else [channel]


def test_no_number_of_rows_breaks_it() -> None:
    points = tuple((date(2000, 1, 1) + timedelta(days=n), n, "betaling") for n in range(6_000))
    (rows,) = free_line(points, None)["datasets"].values()
    assert len(rows) == 6_000


def _colors(spec: dict[str, Any]) -> Iterator[str]:
    for _, value in _pairs(spec):
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str) and re.fullmatch(r"#[0-9a-fA-F]{3,8}", one):
                yield one
