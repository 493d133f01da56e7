"""How the ambassadors are told in one sentence."""

import pytest

from core.ambassadors.overview import ambassador_overview
from tests.core.ambassadors.build import day
from tests.core.contract.build import ambassador, department, read


@pytest.mark.parametrize(
    ("departments", "ambassadors", "told"),
    [
        pytest.param(0, [], "Der er ingen aktive ambassadører.", id="no department and nobody"),
        pytest.param(2, [], "Der er ingen aktive ambassadører.", id="nobody"),
        pytest.param(1, [("1", "")], "Der er 1 ambassadør i den ene afdeling.", id="one in the only department"),
        pytest.param(2, [("1", "")], "Der er 1 ambassadør i 1 af 2 afdelinger.", id="one in one of two"),
        pytest.param(2, [("1", ""), ("2", "")], "Der er 2 ambassadører i begge afdelinger.", id="in both"),
        pytest.param(
            2,
            [("1", "01-04-2024"), ("2", "01-04-2024")],
            "Der er ingen aktive ambassadører. 2 afdelinger har mistet deres sidste.",
            id="both have lost their last one",
        ),
        pytest.param(
            2,
            [("1", ""), ("2", "01-04-2024")],
            "Der er 1 ambassadør i 1 af 2 afdelinger. 1 afdeling har mistet sin sidste.",
            id="one has",
        ),
    ],
)
def test_the_sentence_for_none_one_and_two(departments: int, ambassadors: list[tuple[str, str]], told: str) -> None:
    found = read(
        departments=[department(number=str(n + 1), name=f"Afdeling {n + 1}") for n in range(departments)],
        ambassadors=[
            ambassador(id=f"T{n}", department=where, first="01-01-2024", last=last, cohort="")
            for n, (where, last) in enumerate(ambassadors)
        ],
    )
    assert ambassador_overview(found, day("2024-07-01")).sentence == told
