"""A course as small as a word: one line through all points, from edge to edge, with a dot at the newest."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shell.pictures.svg import Drawing
from shell.pictures.trend import trend
from tests.each import each

SVG = "{http://www.w3.org/2000/svg}"
FIRST = date(2024, 1, 1)


def course(*values: float, days: int = 100) -> Drawing:
    return trend("Fra 1 til 2", [(FIRST + timedelta(place * days), value) for place, value in enumerate(values)])


def points(drawing: Drawing) -> list[tuple[float, float]]:
    line = ElementTree.fromstring(drawing.svg).find(f".//{SVG}polyline")
    assert line is not None
    return [(float(x), float(y)) for x, y in (point.split(",") for point in line.attrib["points"].split())]


@each(
    {
        "up": ((10, 20), [(3, 21), (77, 3)]),
        "down": ((20, 10), [(3, 3), (77, 21)]),
        "down and up": ((20, 10, 20), [(3, 3), (40, 21), (77, 3)]),
        "level": ((5, 5), [(3, 12), (77, 12)]),
        "below zero": ((-10, -20), [(3, 3), (77, 21)]),
    }
)
def test_the_line_goes_as_the_value_does(values: tuple[float, ...], drawn: list[tuple[float, float]]) -> None:
    assert points(course(*values)) == [pytest.approx(point) for point in drawn]


def test_the_newest_has_a_dot() -> None:
    dot = ElementTree.fromstring(course(10, 20).svg).find(f".//{SVG}circle")
    assert dot is not None
    assert (dot.attrib["cx"], dot.attrib["cy"]) == ("77", "3")


@each({"none": ((),), "one": ((4,),)})
def test_fewer_than_two_are_no_course(values: tuple[float, ...]) -> None:
    assert not list(ElementTree.fromstring(course(*values).svg))


def test_two_on_one_day_are_drawn() -> None:
    assert points(course(1, 2, days=0)) == [(40, 21), (40, 3)]


@given(st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=30))
def test_it_stays_within_its_picture(values: list[float]) -> None:
    assert all(2.99 <= x <= 77.01 and 2.99 <= y <= 21.01 for x, y in points(course(*values)))
