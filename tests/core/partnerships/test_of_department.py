"""What is told of one department's partnership agreements."""

from datetime import date
from typing import Any

import pytest

from core.partnerships.of_department import of_department
from core.subject.of_department import Part
from tests.core.contract.build import partnership, read


def part(*rows: dict[str, Any]) -> Part:
    (found,) = of_department(read(partnerships=rows), "07", date(2024, 7, 1))
    return found


RUNS = partnership(id="P1", applied="05-02-2024", agreed="01-07-2024", ended="01-01-2026")
WAITS = partnership(id="P2", subject="", applied="01-07-2024", agreed="02-07-2024", ended="01-01-2027")
DECLINED = partnership(id="P3", applied="01-01-2023", declined="01-07-2024")
ENDED = partnership(id="P4", applied="01-01-2022", agreed="01-02-2022", ended="01-07-2024")
LATER = partnership(id="P5", applied="02-07-2024")
ANOTHERS = partnership(id="P6", department="02", applied="01-01-2024", agreed="01-02-2024")
UNREAD = partnership(id="P7", applied="engang")
NONE = "har ingen partnerskabsaftale"


@pytest.mark.parametrize(
    ("rows", "told", "clause"),
    [
        pytest.param(
            [LATER, ANOTHERS], "Afdelingen har aldrig søgt om en partnerskabsaftale.", NONE, id="none of its own yet"
        ),
        pytest.param([RUNS], "Afdelingen har 1 partnerskabsaftale.", "har 1 partnerskabsaftale", id="from the day"),
        pytest.param([ENDED, DECLINED], f"Afdelingen {NONE}.", NONE, id="ended and declined on the day"),
        pytest.param(
            [RUNS, WAITS],
            "Afdelingen har 1 partnerskabsaftale og venter på svar om 1 partnerskabsaftale.",
            "har 1 partnerskabsaftale og venter på svar om 1 partnerskabsaftale",
            id="one that runs and one that waits",
        ),
        pytest.param(
            [ENDED, WAITS],
            "Afdelingen venter på svar om 1 partnerskabsaftale.",
            "venter på svar om 1 partnerskabsaftale",
            id="one that has ended and one that waits",
        ),
        pytest.param(
            [UNREAD], "Der er ingen partnerskabsaftale med afdelingen, der kan læses.", "", id="a row cannot be read"
        ),
        pytest.param(
            [UNREAD, WAITS],
            "Afdelingen venter på svar om 1 partnerskabsaftale.",
            "venter på svar om 1 partnerskabsaftale",
            id="one that waits, and a row that cannot be read",
        ),
    ],
)
def test_what_it_comes_to(rows: list[dict[str, Any]], told: str, clause: str) -> None:
    found = part(*rows)
    assert (found.told, found.clause, found.aside) == (told, clause, rows.count(UNREAD))


def test_each_stands_as_it_was_on_the_date_those_that_run_first() -> None:
    assert [row.cells for row in part(WAITS, DECLINED, ENDED, RUNS, LATER, ANOTHERS).rows] == [
        ("Vild have", "løber", "05-02-2024", "01-07-2024", "01-01-2026"),
        ("ikke oplyst", "venter på svar", "01-07-2024", "–", "–"),
        ("Vild have", "afslag", "01-01-2023", "–", "–"),
        ("Vild have", "slut", "01-01-2022", "01-02-2022", "01-07-2024"),
    ]
