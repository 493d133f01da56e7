"""Bars to both sides of one line, all on one scale."""

from fractions import Fraction
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.pictures.deviation import Deviation, deviations
from shell.pictures.roles import ATTENTION, IS, PLANNED
from shell.pictures.svg import Drawing
from tests.each import each

SVG = "{http://www.w3.org/2000/svg}"


def rows(*gaps: float) -> list[Deviation]:
    return [Deviation(Fraction(gap), gap <= -0.5, f"{gap}") for gap in gaps]


def bar(drawing: Drawing) -> tuple[float, float, str] | None:
    found = ElementTree.fromstring(drawing.svg).find(f".//{SVG}rect")
    if found is None:
        return None
    left, width = float(found.attrib["x"]), float(found.attrib["width"])
    return left, left + width, found.attrib["fill"]


def zero(drawing: Drawing) -> float:
    found = ElementTree.fromstring(drawing.svg).iter(f"{SVG}polyline")
    (line,) = (one for one in found if one.attrib["stroke"] == PLANNED)
    return float(line.attrib["points"].split(",")[0])


def test_those_missing_go_to_the_left_and_those_more_to_the_right() -> None:
    missing, more = deviations(rows(-2, 2))
    assert bar(missing) == pytest.approx((3, 500, ATTENTION))
    assert bar(more) == pytest.approx((500, 997, IS))
    assert zero(missing) == zero(more) == 500


@each(
    {
        "half a person is missing": (-0.5, ATTENTION),
        "less than half is missing": (-0.4, IS),
        "more than there would be": (3, IS),
    }
)
def test_only_a_shortage_asks_for_attention(gap: float, color: str) -> None:
    (drawing,) = deviations(rows(gap))
    found = bar(drawing)
    assert found
    assert found[2] == color


@each({"as they are": (0,), "one alone": (0, 0), "none": ()})
def test_where_nobody_is_missing_and_nobody_is_more_there_is_the_line_alone(*gaps: float) -> None:
    drawn = deviations(rows(*gaps))
    assert len(drawn) == len(gaps)
    assert [bar(one) for one in drawn] == [None] * len(gaps)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_every_bar_begins_at_the_line_and_the_longest_reaches_the_edge(gaps: list[float]) -> None:
    drawn = deviations(rows(*gaps))
    assert len({zero(one) for one in drawn}) == 1
    ends = []
    for gap, drawing in zip(gaps, drawn, strict=True):
        if found := bar(drawing):
            begins, away = (found[1], found[0]) if gap < 0 else (found[0], found[1])
            assert begins == pytest.approx(zero(drawing), abs=0.02)
            ends.append(away)
    if any(gaps):
        assert min(ends) == pytest.approx(3, abs=0.02) or max(ends) == pytest.approx(997, abs=0.02)
