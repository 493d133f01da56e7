"""The agreements' row: this year's against the room there is, and the years before."""

from datetime import date
from typing import Any

import pytest

from core.partnerships.overview import partnership_overview
from core.partnerships.subject import SUBJECT
from core.subject.brief import Brief
from core.subject.small import Columns, Role
from tests.core.contract.build import partnership, partnership_year, read

ON = date(2024, 6, 20)


def row(on: date = ON, **changed: Any) -> Brief:
    (found,) = SUBJECT.briefs(partnership_overview(read(**changed), on))
    return found


def agreed(*days: str) -> list[dict[str, object]]:
    return [partnership(id=f"P{place}", agreed=day) for place, day in enumerate(days)]


@pytest.mark.parametrize(
    ("room", "days", "told", "decide"),
    [
        pytest.param("2", ["01-03-2024"], "1 af 2 pladser i 2024 er brugt", "", id="room left"),
        pytest.param("1", ["01-03-2024"], "1 af 1 plads i 2024 er brugt", "", id="the last place"),
        pytest.param(
            "1", ["01-03-2024"] * 2, "2 af 1 plads i 2024 er brugt", "1 partnerskab er for meget", id="one over"
        ),
        pytest.param(
            "1", ["01-03-2024"] * 4, "4 af 1 plads i 2024 er brugt", "3 partnerskaber er for mange", id="three over"
        ),
        pytest.param("0", ["01-03-2024"], "1 aftale i 2024 uden plads", "1 partnerskab er for meget", id="no room"),
        pytest.param(None, ["01-03-2024"], "1 aftale løber", "", id="the room is not known"),
        pytest.param(None, [], "0 aftaler løber", "1 afdeling venter på svar om en partnerskabsaftale", id="one waits"),
    ],
)
def test_the_figure_is_this_years_against_its_room(room: str | None, days: list[str], told: str, decide: str) -> None:
    years = [] if room is None else [partnership_year(room=room)]
    found = row(partnership_years=years, partnerships=agreed(*days) or [partnership()])
    assert (f"{found.figure} {found.meaning}", found.decide) == (told, decide)


def test_a_department_that_has_applied_twice_is_one_that_waits() -> None:
    found = row(partnerships=[partnership(id="P1"), partnership(id="P2")], partnership_years=[])
    assert found.decide == "1 afdeling venter på svar om en partnerskabsaftale"


def test_years_are_columns_with_a_tick_for_the_room_and_the_one_that_is_over_asks_for_attention() -> None:
    years = [partnership_year(year="2023", room="1"), partnership_year(year="2024", room="1")]
    days = (f"0{day}-03-{year}" for year in (2022, 2023, 2024) for day in (1, 2))
    found = row(partnership_years=years, partnerships=agreed(*days)).picture
    assert isinstance(found, Columns)
    assert [(one.label, str(one.value), one.tick and str(one.tick), one.role) for one in found.columns] == [
        ("2022", "2", None, Role.IS),
        ("2023", "2", "1", Role.IS),
        ("i år", "2", "1", Role.ATTENTION),
    ]
    assert found.words == "2022: 2 aftaler; 2023: 2 aftaler, plads til 1; 2024: 2 aftaler, plads til 1."


@pytest.mark.parametrize(("years", "first"), [(6, "2019"), (7, "2019")])
def test_six_years_at_most_are_drawn(years: int, first: str) -> None:
    found = row(partnerships=agreed(*(f"01-03-{2024 - back}" for back in range(years)))).picture
    assert isinstance(found, Columns)
    assert next(one.label for one in found.columns) == first


def test_nothing_is_drawn_where_there_is_neither_room_nor_agreement() -> None:
    assert row(partnerships=[partnership()], partnership_years=[partnership_year(room="0")]).picture is None


@pytest.mark.parametrize(
    ("departments", "told"),
    [
        pytest.param(["07"], "2 af 3 afdelinger har aldrig haft en aftale.", id="some never had one"),
        pytest.param(["02", "07", "12"], "Alle 3 afdelinger har haft en aftale.", id="all have had one"),
    ],
)
def test_a_calm_sentence_says_who_never_had_one(departments: list[str], told: str) -> None:
    found = row(
        partnerships=[partnership(id=f"P{number}", department=number, agreed="01-03-2024") for number in departments]
    )
    assert found.sentence.replace("\u00a0", " ") == told
