"""An indicator's bar: filled as far as it has come, hollow where nothing is known, a tick where it should be."""

from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.pictures.bullet import bullet, held
from shell.pictures.roles import ATTENTION, IS, PAPER, PLANNED
from shell.pictures.svg import Drawing
from tests.each import each

SVG = "{http://www.w3.org/2000/svg}"


def boxes(drawing: Drawing) -> dict[str, tuple[float, float]]:
    """Of each colour where it begins and ends, as shares of the width."""
    return {
        box.attrib["fill"]: (
            (float(box.attrib["x"]) - 3) / 994,
            (float(box.attrib["x"]) + float(box.attrib["width"]) - 3) / 994,
        )
        for box in ElementTree.fromstring(drawing.svg).iter(f"{SVG}rect")
    }


def tick(drawing: Drawing) -> float | None:
    lines = [
        one for one in ElementTree.fromstring(drawing.svg).iter(f"{SVG}polyline") if one.attrib["stroke"] == PLANNED
    ]
    return (float(lines[0].attrib["points"].split(",")[0]) - 3) / 994 if lines else None


@each(
    {
        "half of the way, ahead": (Fraction(1, 2), Fraction(1, 4), True, {IS: (0, 0.5), PAPER: (0.5, 1)}),
        "half of the way, behind": (Fraction(1, 2), Fraction(3, 4), False, {ATTENTION: (0, 0.5), PAPER: (0.5, 1)}),
        "all of it": (Fraction(1), Fraction(1), True, {IS: (0, 1)}),
        "beyond the target": (Fraction(3), Fraction(1, 2), True, {IS: (0, 1)}),
        "nowhere": (Fraction(0), Fraction(1, 2), False, {ATTENTION: (0, 0.0125), PAPER: (0.0125, 1)}),
        "the wrong way": (Fraction(-9), Fraction(1, 2), False, {ATTENTION: (0, 0.0125), PAPER: (0.0125, 1)}),
        "not measured": (None, Fraction(1, 2), False, {PAPER: (0, 1)}),
        "without a pace": (None, None, False, {PAPER: (0, 1)}),
    }
)
def test_the_way_is_filled_as_far_as_it_has_come(
    come: Fraction | None, expected: Fraction | None, good: bool, drawn: dict[str, tuple[float, float]]
) -> None:
    drawing = bullet("Varme: 50 %", come, expected, good=good)
    assert boxes(drawing).keys() == drawn.keys()
    for color, ends in drawn.items():
        assert boxes(drawing)[color] == pytest.approx(ends, abs=0.001)
    assert tick(drawing) == (None if expected is None else pytest.approx(float(expected), abs=0.001))
    assert drawing.words == "Varme: 50 %"


@each(
    {
        "within a limit above": (80, 100, True, {IS: (0, 0.8)}, 1),
        "beyond a limit above": (125, 100, False, {ATTENTION: (0, 1)}, 0.8),
        "at the limit": (100, 100, True, {IS: (0, 1)}, 1),
        "none of it": (0, 100, True, {}, 1),
        "never measured": (None, 100, False, {}, 1),
        "below zero": (-50, 50, True, {IS: (0, 0.5)}, 1),
        "a limit below zero": (-50, -100, False, {ATTENTION: (0.5, 1)}, 0),
        "all zero": (0, 0, True, {}, 0),
        "on no side that is told": (50, 100, None, {PAPER: (0, 0.5)}, 1),
    }
)
def test_a_limit_is_a_tick_beside_the_value(
    value: float | None, limit: float, good: bool | None, drawn: dict[str, tuple[float, float]], at: float
) -> None:
    drawing = held("Radon: 80", value, limit, good=good)
    assert boxes(drawing).keys() == drawn.keys()
    for color, ends in drawn.items():
        assert boxes(drawing)[color] == pytest.approx(ends, abs=0.001)
    assert tick(drawing) == pytest.approx(at, abs=0.001)


@given(
    st.none() | st.fractions(-100, 100),
    st.none() | st.fractions(0, 1),
    st.floats(-1e12, 1e12),
    st.floats(-1e12, 1e12),
)
def test_nothing_leaves_the_picture(
    come: Fraction | None, expected: Fraction | None, value: float, limit: float
) -> None:
    for drawing in (bullet("", come, expected, good=True), held("", value, limit, good=True)):
        ends = [end for pair in boxes(drawing).values() for end in pair]
        assert all(-0.001 <= end <= 1.001 for end in (*ends, tick(drawing) or 0))
