"""What a message says of a cell that holds something else than it should."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.instead import instead


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (True, "ja eller nej"),
        ("Nej", "ja eller nej"),
        (date(2024, 3, 2), "en dato"),
        (datetime(2024, 3, 2, 13, 45, tzinfo=UTC), "en dato"),
        ("02-03-2024", "en dato"),
        ("2/3-2024", "en dato"),
        ("2. marts 2024", "en dato"),
        ("2-mar-2024", "en dato"),
        ("2024-03-02", "en dato"),
        (time(13, 45), "et klokkeslæt"),
        (timedelta(hours=25), "et klokkeslæt"),
        ("13:45", "et klokkeslæt"),
        ("kl. 13:45", "et klokkeslæt"),
        ("-01:30", "et klokkeslæt"),
        ("82,6 %", "en procent"),
        ("82.6%", "en procent"),
        ("82 pct.", "en procent"),
        ("20.000 kr.", "et beløb"),
        ("kr. 20.000", "et beløb"),
        ("20.000,-", "et beløb"),
        (46143, "et tal"),
        (0.5, "et tal"),
        (Decimal("0.5"), "et tal"),
        ("1.234,5", "et tal"),
        ("-5", "et tal"),
    ],
)
def test_what_is_plain_to_see_is_named(cell: object, found: str) -> None:
    assert instead(cell, "en aldersgruppe") == f"Her står {found}, men der skal stå en aldersgruppe."


@pytest.mark.parametrize("cell", ["fem tusind", "ca. 50 %", "5-6", "%", "kr.", "marts", "", "1.2.3-4", b"20"])
def test_what_is_not_is_left_unnamed(cell: object) -> None:
    assert instead(cell, "en dato") == "Det kan ikke læses som en dato."


def test_what_is_wanted_or_akin_to_it_is_no_explanation() -> None:
    assert instead("20.000 kr.", "et beløb") == "Det kan ikke læses som et beløb."
    assert instead("5", "et helt tal", "et tal") == "Det kan ikke læses som et helt tal."
    assert instead("5 %", "et helt tal", "et tal") == "Her står en procent, men der skal stå et helt tal."


@given(st.text() | st.text(alphabet="0123456789.,-/: %krpct", max_size=30) | st.binary() | st.times())
def test_anything_can_be_told(cell: object) -> None:
    assert instead(cell, "et tal").startswith(("Her står ", "Det kan ikke "))
