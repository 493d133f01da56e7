"""What is told of the ideas that one department uses."""

from datetime import date
from typing import Any

import pytest

from core.ideas.of_department import of_department
from core.subject.of_department import Part
from tests.core.contract.build import idea, idea_use, read

IDEAS = [idea(), idea(id="D2", name="Bytterum")]


def part(*uses: dict[str, Any]) -> Part:
    (found,) = of_department(read(ideas=IDEAS, idea_uses=uses), "07", date(2024, 7, 1))
    return found


NOW = idea_use(first="01-07-2024")
OVER = idea_use(idea="D2", first="01-05-2024", last="01-07-2024")
ENDS = idea_use(idea="D2", first="01-02-2024", last="02-07-2024")
LATER = idea_use(first="02-07-2024")
ANOTHERS = idea_use(department="02", first="01-02-2024")
UNREAD = idea_use(first="engang")


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        ([LATER, ANOTHERS], "Afdelingen har ikke prøvet nogen idé endnu."),
        ([OVER], "Afdelingen bruger ingen idéer fra kataloget nu."),
        ([NOW, OVER], "Afdelingen har 1 idé fra kataloget i brug."),
        ([NOW, ENDS], "Afdelingen har 2 idéer fra kataloget i brug."),
        ([UNREAD], "Der er ingen idé i brug i afdelingen, der kan læses."),
    ],
)
def test_how_many_it_uses(uses: list[dict[str, Any]], told: str) -> None:
    assert (part(*uses).told, part(*uses).aside) == (told, uses.count(UNREAD))


def test_those_in_use_stand_first() -> None:
    assert [row.cells for row in part(OVER, NOW).rows] == [
        ("Fælles æbletræer", "01-07-2024", "i brug"),
        ("Bytterum", "01-05-2024", "01-07-2024"),
    ]
