"""How wide text is told to be, against what a browser measures of half-bold letters (in hundredths of their size)."""

from hypothesis import given
from hypothesis import strategies as st

from shell.drawing.letters import width
from tests.each import each

# Measured in Chromium.
MEASURED = {
    "03-10-2024": 475,
    "1.234.567,89": 545,
    "Under behandling": 774,
    "Ambassadører": 621,
    "Katrineholmsalle": 738,
    "kommuneplanmøde": 874,
    "Æblehaven": 481,
    "»Sket noget«": 544,
    "WWW": 240,
    "Illilli": 189,
}


@each({text: (text, share) for text, share in MEASURED.items()})
def test_text_is_never_told_narrower_than_it_is_nor_much_wider(text: str, measured: int) -> None:
    assert measured <= width(text) * 100 <= measured * 1.12


@given(st.text(), st.text())
def test_text_is_as_wide_as_its_parts(one: str, other: str) -> None:
    assert abs(width(one + other) - width(one) - width(other)) < 1e-6


def test_what_only_says_where_a_line_may_break_has_no_width() -> None:
    assert width("\u00ad\u2060\u200b") == 0


def test_every_date_is_as_wide_as_any_other() -> None:
    assert width("11-11-1111") == width("08-10-2026")
