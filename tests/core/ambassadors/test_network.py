"""Four to six network meetings a year; too few is a breach only when the year is over."""

import pytest

from core.ambassadors.network import network_year
from tests.core.ambassadors.build import day, meetings


@pytest.mark.parametrize(
    ("days", "on", "sentence"),
    [
        pytest.param(
            [], "2026-03-01",
            "Der er holdt 0 netværksmøder i 2026. Der mangler fire for at nå fire, og ingen er planlagt.",
            id="none, early in the year",
        ),
        pytest.param(
            ["2026-02-19", "2026-05-21", "2026-09-03", "2026-12-10"], "2026-11-22",
            "Der er holdt 3 netværksmøder i 2026. Der mangler et for at nå fire, og det er planlagt.",
            id="the last one is planned",
        ),
        pytest.param(
            ["2026-02-19", "2026-12-10"], "2026-11-22",
            "Der er holdt 1 netværksmøde i 2026. Der mangler tre for at nå fire, og et er planlagt.",
            id="too few are planned",
        ),
        pytest.param(
            ["2026-02-19", "2026-11-30", "2026-12-10", "2026-12-15"], "2026-11-22",
            "Der er holdt 1 netværksmøde i 2026. Der mangler tre for at nå fire, og de er planlagt.",
            id="those that lack are planned",
        ),
        pytest.param(
            ["2026-02-19", "2026-05-21", "2026-09-03", "2026-12-10"], "2026-12-10",
            "Der er holdt 4 netværksmøder i 2026. Det er nok: der skal være fire til seks.",
            id="four, on the day of the fourth",
        ),
        pytest.param(
            ["2026-02-19", "2026-05-21", "2026-09-03"], "2026-12-30",
            "Der er holdt 3 netværksmøder i 2026. Der mangler et for at nå fire, og ingen er planlagt.",
            id="the day before the year is over it is no breach",
        ),
        pytest.param(
            ["2026-02-19", "2026-05-21", "2026-09-03"], "2026-12-31",
            "Der blev holdt 3 netværksmøder i 2026. Der skulle være fire til seks.",
            id="on the last day of the year it is",
        ),
        pytest.param(
            ["2025-12-31", "2027-01-01"], "2026-12-31",
            "Der blev holdt 0 netværksmøder i 2026. Der skulle være fire til seks.",
            id="other years do not count",
        ),
    ],
)  # fmt: skip
def test_the_years_meetings_are_told(days: list[str], on: str, sentence: str) -> None:
    assert network_year(meetings(*days), day(on)).sentence == sentence


def test_another_organisations_numbers_are_its_own() -> None:
    year = network_year(meetings("2026-02-19", "2026-05-21"), day("2026-06-01"), fewest=2, most=3)
    assert (year.needed, year.broken) == (0, False)
    assert year.sentence.endswith("der skal være to til tre.")
