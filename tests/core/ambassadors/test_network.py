"""Four to six network meetings a year; too few is a breach only when the year is over."""

import pytest

from core.ambassadors.network import breach_of_last_year, network_year
from core.organisation.tables import BoardMeeting
from tests.core.ambassadors.build import day, meetings


@pytest.mark.parametrize(
    ("days", "on", "sentence"),
    [
        pytest.param(
            [], "2026-03-01",
            "Der er ikke holdt netværksmøder i 2026. Der mangler 4 for at nå 4, og ingen er planlagt.",
            id="none, early in the year",
        ),
        pytest.param(
            ["2026-02-19", "2026-05-21", "2026-09-03", "2026-12-10"], "2026-11-22",
            "Der er holdt 3 netværksmøder i 2026. Der mangler 1 for at nå 4, og det er planlagt.",
            id="the last one is planned",
        ),
        pytest.param(
            ["2026-02-19", "2026-12-10"], "2026-11-22",
            "Der er holdt 1 netværksmøde i 2026. Der mangler 3 for at nå 4, og 1 er planlagt.",
            id="too few are planned",
        ),
        pytest.param(
            ["2026-02-19", "2026-11-30", "2026-12-10", "2026-12-15"], "2026-11-22",
            "Der er holdt 1 netværksmøde i 2026. Der mangler 3 for at nå 4, og de er planlagt.",
            id="those that lack are planned",
        ),
        pytest.param(
            ["2026-02-19", "2026-05-21", "2026-09-03", "2026-12-10"], "2026-12-10",
            "Der er holdt 4 netværksmøder i 2026. Det er nok: der skal være 4 til 6.",
            id="four, on the day of the fourth",
        ),
        pytest.param(
            ["2026-02-19", "2026-05-21", "2026-09-03"], "2026-12-30",
            "Der er holdt 3 netværksmøder i 2026. Der mangler 1 for at nå 4, og ingen er planlagt.",
            id="the day before the year is over it is no breach",
        ),
        pytest.param(
            ["2026-02-19", "2026-05-21", "2026-09-03"], "2026-12-31",
            "Der blev holdt 3 netværksmøder i 2026. Der skulle være 4 til 6.",
            id="on the last day of the year it is",
        ),
        pytest.param(
            ["2025-12-31", "2027-01-01"], "2026-12-31",
            "Der blev ikke holdt netværksmøder i 2026. Der skulle være 4 til 6.",
            id="other years do not count",
        ),
    ],
)  # fmt: skip
def test_the_years_meetings_are_told(days: list[str], on: str, sentence: str) -> None:
    assert network_year(meetings(*days), day(on)).sentence == sentence


def test_another_organisations_numbers_are_its_own() -> None:
    year = network_year(meetings("2026-02-19", "2026-05-21"), day("2026-06-01"), fewest=2, most=3)
    assert (year.needed, year.broken) == (0, False)
    assert year.sentence.endswith("der skal være 2 til 3.")


def test_as_many_at_least_as_at_most_is_one_number() -> None:
    assert network_year(meetings(), day("2026-12-31"), fewest=2, most=2).sentence.endswith("Der skulle være 2.")


@pytest.mark.parametrize(
    ("board", "until"),
    [
        (["2027-01-14", "2027-03-11", "2026-12-09"], "til bestyrelsesmødet 14. jan. 2027 er holdt."),
        (["2026-12-09", "2028-01-14"], "til årets første bestyrelsesmøde er holdt."),
        ([], "til årets første bestyrelsesmøde er holdt."),
    ],
)
def test_a_breach_says_until_when_it_stands(board: list[str], until: str) -> None:
    last = network_year(meetings("2026-02-19"), day("2026-12-31"))
    found = breach_of_last_year(last, [BoardMeeting(day(one)) for one in board], day("2027-01-14"))
    assert found is not None
    assert found.sentence == (f"Der blev holdt 1 netværksmøde i 2026. Der skulle være 4 til 6. Det står her, {until}")


def test_enough_meetings_are_no_breach_the_year_after() -> None:
    enough = network_year(meetings("2026-02-19", "2026-05-21", "2026-09-03", "2026-12-10"), day("2026-12-31"))
    assert breach_of_last_year(enough, [], day("2027-01-01")) is None
