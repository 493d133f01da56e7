"""The focus group's row: no more of the group and the residents than its own screen tells."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from core.focus_group.overview import focus_group_overview
from core.focus_group.sentences import is_uneven
from core.focus_group.subject import SUBJECT
from core.subject.brief import Brief
from core.subject.small import Columns, Role
from tests.core.contract.build import age_band, department, member, read, residents

ON = date(2024, 6, 20)
YOUNG, OLD = "18-29", "60-74"


def data(young: int, old: int, of_young: int, of_old: int) -> dict[str, Any]:
    """Members of two ages, and residents of them."""
    ages = [YOUNG] * young + [OLD] * old
    return {
        "members": [member(id=f"M{place}", ages=age, first="01-01-2024") for place, age in enumerate(ages)],
        "age_bands": [age_band(ages=YOUNG), age_band(ages=OLD)],
        "residents": [residents(ages=YOUNG, number=str(of_young)), residents(ages=OLD, number=str(of_old))],
    }


def row(**changed: Any) -> Brief:
    (found,) = SUBJECT.briefs(focus_group_overview(read(**changed), ON))
    return found


def columns(brief: Brief) -> dict[str, tuple[Decimal, Role]]:
    assert isinstance(brief.picture, Columns)
    return {one.label: (one.value, one.role) for one in brief.picture.columns if one.value}


def test_each_age_is_held_against_the_residents_and_what_an_uneven_group_lacks_is_marked() -> None:
    # 12 members; a fourth of the residents are old: 9 and 3 were as the residents.
    uneven = data(0, 12, 750, 250)
    assert columns(row(**uneven)) == {YOUNG: (Decimal(-9), Role.ATTENTION), OLD: (Decimal(9), Role.IS)}
    assert "0 i gruppen, 9, hvis den var som beboerne" in row(**uneven).picture.words  # type: ignore[union-attr]


def test_a_group_as_even_as_a_lot_has_no_mark() -> None:
    even = data(8, 4, 750, 250)
    assert not is_uneven(focus_group_overview(read(**even), ON).ages)
    assert columns(row(**even)) == {YOUNG: (Decimal(-1), Role.IS), OLD: (Decimal(1), Role.IS)}
    assert row(**even).sentence == "Gruppen ligner beboerne så godt, som tilfældigt valgte ville gøre det."


def test_expected_seats_are_told_to_a_tenth_as_on_the_groups_own_screen() -> None:
    # 7 members, a third of the residents young: 2,333 and 4,667.
    assert columns(row(**data(2, 5, 400, 800))) == {
        YOUNG: (Decimal("-0.3"), Role.IS),
        OLD: (Decimal("0.3"), Role.IS),
    }


def test_residents_who_are_too_few_to_be_shown_are_put_together_and_not_told_apart() -> None:
    few = data(2, 5, 400, 800)
    few["residents"] += [residents(ages="30-44", number="2"), residents(ages="75+", number="2")]
    found = row(**few)
    assert isinstance(found.picture, Columns)
    labels = [one.label for one in found.picture.columns]
    assert "30-44" not in labels
    assert "75+" not in labels


@pytest.mark.parametrize(
    ("changed", "figure", "told", "decide"),
    [
        pytest.param(
            data(0, 0, 400, 800),
            "0 medlemmer",
            "Inviter helst:",
            "fokusgruppen har ingen medlemmer",
            id="an empty group is told whom to invite",
        ),
        pytest.param(
            {"members": [member(first="01-01-2024")], "residents": []},
            "1 medlem",
            "Der er ingen beboertal at sammenligne med.",
            "",
            id="without residents",
        ),
        pytest.param(
            data(0, 12, 750, 250),
            "12 medlemmer",
            "Gruppen har ingen under 30; blandt beboerne er det 3 af 4.",
            "",
            id="an age that is missing",
        ),
    ],
)
def test_its_sentence_says_what_the_figure_does_not(
    changed: dict[str, Any], figure: str, told: str, decide: str
) -> None:
    found = row(**changed)
    assert (found.figure, found.decide) == (figure, decide)
    assert found.sentence.replace("\u00a0", " ").startswith(told)


def test_names_of_departments_that_there_is_no_room_for_are_left_to_the_screen() -> None:
    names = [department(number=f"{place:02}", name=f"{place} {'x' * 60}") for place in range(1, 4)]
    living = [residents(department=f"{place:02}", ages=YOUNG, number="100") for place in range(1, 4)]
    found = row(departments=names, residents=living)
    assert found.sentence == "Emnets egen skærm siger, hvordan gruppen er ved siden af beboerne."
