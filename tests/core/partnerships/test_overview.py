from datetime import date
from typing import Any

import pytest

from core.contract.problem import Effect
from core.partnerships.overview import PartnershipOverview, partnership_overview, running_in_words
from tests.core.contract.build import Cells, department, only_problem, partnership, partnership_year, read

ROWS = [
    partnership(agreed="15-03-2024", ended="28-02-2025"),
    partnership(id="P2", department="02", applied="01-04-2024", declined="01-05-2024"),
    partnership(id="P3", department="12", applied="01-02-2025", agreed="01-03-2025"),
    partnership(id="P4", department="02", applied="01-02-2025", agreed="02-03-2025"),
]
YEARS = [partnership_year(room="1"), partnership_year(year="2025", room="1")]


def seen(on: str, **changed: Any) -> PartnershipOverview:
    tables: dict[str, Any] = {"partnerships": ROWS, "partnership_years": YEARS}
    return partnership_overview(read(**(tables | changed)), date.fromisoformat(on))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param("2024-03-14", [(2024, 1, 1, 0, 0, 0)], id="the day before the first is agreed"),
        pytest.param("2024-03-15", [(2024, 1, 1, 1, 1, 0)], id="the day it is"),
        pytest.param("2025-02-27", [(2025, 1, 2, 0, 1, 0), (2024, 1, 2, 1, 1, 0)], id="the day before it ends"),
        pytest.param("2025-02-28", [(2025, 1, 2, 0, 0, 1), (2024, 1, 2, 1, 1, 0)], id="the day it ends"),
        pytest.param("2025-12-31", [(2025, 1, 2, 2, 2, 1), (2024, 1, 2, 1, 1, 0)], id="a year over its room"),
    ],
)
def test_year_by_year(on: str, expected: list[tuple[int, ...]]) -> None:
    found = [(y.year, y.room, y.applied, y.agreed, y.running, y.ended) for y in seen(on).years]
    assert found == expected


@pytest.mark.parametrize(("room", "over"), [("2", 0), ("1", 1), ("0", 2)])
def test_a_year_is_over_when_more_are_agreed_than_there_is_room_for(room: str, over: int) -> None:
    years = [partnership_year(year="2025", room=room)]
    assert seen("2025-12-31", partnership_years=years).years[0].over == over


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (
            "2025-12-31",
            "2 partnerskabsaftaler løber. I 2025 er der indgået 2, men der var kun plads til 1. "
            "Alle 3 afdelinger har haft en.",
        ),
        (
            "2024-12-31",
            "1 partnerskabsaftale løber. I 2024 er der plads til 1, og 1 er indgået. "
            "2 af 3 afdelinger har aldrig haft en.",
        ),
        (
            "2025-02-15",
            "1 partnerskabsaftale løber, og 2 afdelinger venter på svar. "
            "I 2025 er der plads til 1, og ingen er indgået. 2 af 3 afdelinger har aldrig haft en.",
        ),
        (
            "2024-02-15",
            "Ingen partnerskabsaftaler løber, og 1 afdeling venter på svar. "
            "I 2024 er der plads til 1, og ingen er indgået. Ingen afdelinger har haft en endnu.",
        ),
    ],
)
def test_the_conclusion(on: str, expected: str) -> None:
    assert seen(on).sentence == expected


@pytest.mark.parametrize(
    ("room", "departments", "told"),
    [
        pytest.param("0", ("07",), "men der var ikke plads til nogen. Den ene afdeling har haft en.", id="no room"),
        pytest.param("3", ("07",), "I 2024 er der plads til 3, og 1 er indgået. Den ene", id="room for three"),
        pytest.param("1", ("07", "02"), "og 1 er indgået. 1 af 2 afdelinger har aldrig haft en.", id="one of two"),
        pytest.param("1", ("02",), "og ingen er indgået. Ingen afdelinger har haft en endnu.", id="none has had one"),
        pytest.param("0", ("02",), "I 2024 er der ikke plads til nogen. Ingen afdelinger", id="no room, none agreed"),
    ],
)
def test_room_and_departments_are_told_for_none_one_and_more(
    room: str, departments: tuple[str, ...], told: str
) -> None:
    found = seen(
        "2024-12-31",
        departments=[department(number=one, name=f"Afdeling {one}") for one in departments],
        partnerships=[partnership(department=one, agreed="15-03-2024") for one in departments if one == "07"],
        partnership_years=[partnership_year(room=room)],
    )
    assert told in found.sentence
    assert "0 af 0" not in found.sentence


@pytest.mark.parametrize(
    ("ended", "told"),
    [
        pytest.param("", "siden 15-03-2024", id="without an end"),
        pytest.param("28-02-2030", "siden 15-03-2024, til 28-02-2030", id="an end to come is no beginning"),
    ],
)
def test_an_agreement_that_runs_is_told_by_its_beginning(ended: str, told: str) -> None:
    (row,) = seen("2024-12-31", partnerships=[partnership(agreed="15-03-2024", ended=ended)]).departments
    assert [running_in_words(one) for one in row.running] == [told]


def test_a_declined_application_is_no_agreement_and_does_not_wait() -> None:
    overview = seen("2024-12-31")
    assert [one.department.number for one in overview.departments] == ["07"]
    assert [one.number for one in overview.never] == ["02", "12"]


def test_an_application_that_waits_is_seen_and_its_department_has_still_never_had_one() -> None:
    overview = seen("2025-02-15")
    assert overview.waiting == 2
    assert [[p.id for p in one.waiting] for one in overview.departments if one.waiting] == [["P4"], ["P3"]]
    assert overview.every == 3
    assert len(overview.never) == 2


@pytest.mark.parametrize(
    ("row", "column", "effect"),
    [
        pytest.param(
            partnership(agreed="01-03-2024", declined="01-03-2024"), "Afslået", Effect.ROW_ASIDE, id="both answers"
        ),
        pytest.param(partnership(ended="01-03-2024"), "Slut", Effect.ROW_ASIDE, id="ended and never agreed"),
        pytest.param(partnership(agreed="01-03-2024", ended="29-02-2024"), "Slut", Effect.ROW_ASIDE, id="ended before"),
        pytest.param(partnership(agreed="04-02-2024"), "Ansøgt", Effect.NOTICE, id="agreed before it was applied for"),
    ],
)
def test_dates_that_do_not_fit_together_are_told(row: Cells, column: str, effect: Effect) -> None:
    problem = only_problem(read(partnerships=[row]))
    assert (problem.column, problem.effect) == (column, effect)
