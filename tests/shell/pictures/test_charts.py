"""Charts are plain Vega-Lite: valid, Danish in any browser, from zero, one row a bar."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import altair as alt
import pytest

from shell.pictures.charts import BLUE, GREY, LIGHT_BLUE, Bar, amount_bars, course_lines, free_line, measured_line
from shell.pictures.roles import ATTENTION, IS, PLANNED

BARS = (Bar("Ramme", 15_000_000), Bar("Bundet", 6_000_000), Bar("heraf faktureret", 800_050, LIGHT_BLUE))
POINTS = (
    (date(2024, 1, 1), 10_000_000, ""),
    (date(2024, 2, 1), 8_000_000, "tilsagn til Nabofest"),
    (date(2024, 3, 15), 6_500_000, "tilsagn til Loppemarked"),
    (date(2024, 4, 30), 6_500_000, ""),
)


def bars_with_negative() -> dict[str, Any]:
    return amount_bars((Bar("Ramme", 10_000_000), Bar("Rest", -250_050), Bar("Under behandling", 0, GREY)))


SPECS = {
    "bars": lambda: amount_bars(BARS),
    "negative": bars_with_negative,
    "no bars": lambda: amount_bars(()),
    "line": lambda: free_line(POINTS, None),
    "line with meeting": lambda: free_line(POINTS, date(2024, 2, 8)),
    "one point": lambda: free_line(POINTS[:1], POINTS[0][0]),
    "overdrawn": lambda: free_line(((date(2024, 1, 1), 100, ""), (date(2024, 1, 2), -100, "x")), None),
}
every_chart = pytest.mark.parametrize("spec", [make() for make in SPECS.values()], ids=SPECS)


@every_chart
def test_it_is_valid_by_vega_lites_own_schema(spec: dict[str, Any]) -> None:
    alt.LayerChart.from_dict(spec, validate=True)
    assert "/vega-lite/v" in spec["$schema"]


@every_chart
def test_it_has_its_data_in_it_and_fetches_none(spec: dict[str, Any]) -> None:
    assert not [value for key, value in _pairs(spec) if key == "url"]


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


def test_bars_begin_at_zero() -> None:
    bar = next(layer for layer in amount_bars(BARS)["layer"] if layer["mark"]["type"] == "bar")
    assert bar["encoding"]["x"]["scale"]["zero"] is True


def test_there_is_one_row_a_bar_in_the_order_given() -> None:
    spec = amount_bars(BARS)
    (rows,) = spec["datasets"].values()
    assert [(row["text"].split(":")[0], row["kr"], row["color"]) for row in rows] == [
        ("Ramme", 150_000, BLUE),
        ("Bundet", 60_000, BLUE),
        ("heraf faktureret", 8_000.5, LIGHT_BLUE),
    ]
    for layer in spec["layer"]:
        y = layer["encoding"]["y"]
        places = [row[y["field"]] for row in rows]
        assert places == (y["sort"] if isinstance(y.get("sort"), list) else sorted(places))


def test_each_bar_has_its_name_and_exact_amount_written_at_it() -> None:
    (rows,) = amount_bars(BARS)["datasets"].values()
    assert [row["text"] for row in rows] == [
        "Ramme: 150.000\u00a0kr.",
        "Bundet: 60.000\u00a0kr.",
        "heraf faktureret: 8.000,50\u00a0kr.",
    ]


def test_a_negative_amount_is_drawn_and_written_as_what_it_is() -> None:
    (rows,) = bars_with_negative()["datasets"].values()
    assert (rows[1]["kr"], rows[1]["text"]) == (-2_500.5, "Rest: -2.500,50\u00a0kr.")
    assert (rows[2]["kr"], rows[2]["text"]) == (0, "Under behandling: 0\u00a0kr.")


@pytest.mark.parametrize("count", [1, 12, 400])
def test_the_picture_grows_with_its_bars(count: int) -> None:
    spec = amount_bars([Bar(f"Afdeling {n}", n * 100) for n in range(count)])
    (rows,) = spec["datasets"].values()
    assert len(rows) == count
    assert spec["height"] == count * 50


def test_the_line_keeps_its_level_until_the_next_step() -> None:
    line = next(layer for layer in free_line(POINTS, None)["layer"] if layer["mark"]["type"] == "line")
    assert line["mark"]["interpolate"] == "step-after"


def test_only_days_on_which_something_happened_have_a_mark() -> None:
    spec = free_line(POINTS, None)
    (rows,) = spec["datasets"].values()
    assert [row["mark"] for row in rows] == [False, True, True, False]
    marked = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "point")
    assert marked["transform"] == [{"filter": "datum.mark"}]


def test_a_mark_tells_date_event_and_balance_in_danish() -> None:
    spec = free_line(POINTS, None)
    (rows,) = spec["datasets"].values()
    assert (rows[1]["date"], rows[1]["what"], rows[1]["free"]) == (
        "1. februar 2024",
        "tilsagn til Nabofest",
        "80.000\u00a0kr.",
    )
    marked = next(layer for layer in spec["layer"] if layer["mark"]["type"] == "point")
    assert [channel["title"] for channel in marked["encoding"]["tooltip"]] == ["Dato", "Det skete", "Rest"]


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


def test_many_years_of_steps_fit() -> None:
    points = [(date(2010, 1, 1) + timedelta(days=n), n * 100, "betaling til Projekt") for n in range(4_900)]
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
    points = [(date(2000, 1, 1) + timedelta(days=n), n, "betaling") for n in range(6_000)]
    (rows,) = free_line(points, None)["datasets"].values()
    assert len(rows) == 6_000


def test_two_bars_of_one_name_stay_two() -> None:
    spec = amount_bars([Bar("Skovbrynet", 100), Bar("Skovbrynet", 200)])
    (rows,) = spec["datasets"].values()
    for layer in spec["layer"]:
        assert len({row[layer["encoding"]["y"]["field"]] for row in rows}) == 2


def measured_line_of_a_new_target() -> dict[str, Any]:
    plan = [[(date(2024, 1, 1), 100.0), (date(2025, 1, 1), 90.0)], [(date(2025, 1, 1), 85.0), (date(2026, 1, 1), 60.0)]]
    return measured_line([(date(2024, 6, 1), 96.0, "96 kg"), (date(2025, 6, 1), 80.5, "80,5 kg")], plan, "kg")


def course_of_two_measures() -> dict[str, Any]:
    days = (date(2024, 3, 18), date(2024, 6, 10))
    return course_lines([(on, share, what) for on in days for share, what in ((0.4, "alder"), (0.642, "afdelinger"))])


@pytest.mark.parametrize(
    ("spec", "told"),
    [
        (measured_line_of_a_new_target(), ["1. juni 2024: 96 kg", "1. juni 2025: 80,5 kg"]),
        (
            course_of_two_measures(),
            [
                "18. marts 2024: skævheden i alder er 40\u00a0%",
                "18. marts 2024: skævheden i afdelinger er 64\u00a0%",
                "10. juni 2024: skævheden i alder er 40\u00a0%",
                "10. juni 2024: skævheden i afdelinger er 64\u00a0%",
            ],
        ),
    ],
    ids=["measured", "course"],
)
def test_a_mark_pointed_at_says_one_whole_sentence_and_a_line_nothing(spec: dict[str, Any], told: list[str]) -> None:
    marks = [layer for layer in spec["layer"] if layer["mark"]["type"] == "point"]
    assert [layer["encoding"]["tooltip"] for layer in marks] == [{"field": "told", "type": "nominal"}]
    assert [row["told"] for rows in spec["datasets"].values() for row in rows if "told" in row] == told
    lines = [layer["mark"] for layer in spec["layer"] if layer["mark"]["type"] == "line"]
    assert lines
    assert all(line["tooltip"] is None for line in lines)


def test_the_plan_is_a_dashed_line_and_does_not_ask_for_attention() -> None:
    plan, measured, _ = measured_line_of_a_new_target()["layer"]
    assert (plan["mark"]["color"], "strokeDash" in plan["mark"]) == (PLANNED, True)
    assert (measured["mark"]["color"], "strokeDash" in measured["mark"]) == (IS, False)
    assert ATTENTION not in str(course_of_two_measures())
