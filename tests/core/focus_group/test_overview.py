"""The whole screen's figures on a date, from tables as people write them."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.focus_group.chance import Chance
from core.focus_group.overview import FocusGroupOverview, focus_group_overview
from core.focus_group.sentences import (
    chance_in_words,
    conclusion,
    course_in_words,
    effect_in_words,
    unevenness_beside,
)
from tests.core.contract.build import (
    Cells,
    department,
    group_meeting,
    member,
    read,
    residents,
    setting,
)
from tests.core.focus_group.groups import often

ON = date(2024, 6, 15)
BANDS = ("18-29", "30-44", "45-59", "60-74", "75+")
NUMBERS = ("01", "02", "03", "04")
LARGE = ((30, 25, 20, 15, 10),) * 4
AGE_OF = {"18-29": "22", "30-44": "34", "45-59": "50", "60-74": "66", "75+": "80"}


def living(table: Sequence[Sequence[int]] = LARGE) -> list[Cells]:
    return [
        residents(department=number, ages=band, number=str(count))
        for number, row in zip(NUMBERS, table, strict=False)
        for band, count in zip(BANDS, row, strict=True)
    ]


def group(bands: str, departments: str = "01 02 03 04", first: str = "29-01-2024", start: int = 0) -> list[Cells]:
    """bands: one for each member; they live in the departments in turn."""
    homes = departments.split()
    return [
        member(id=f"M{start + place}", ages=AGE_OF.get(band, band), department=homes[place % len(homes)], first=first)
        for place, band in enumerate(bands.split())
    ]


OLD = "30-44 30-44 45-59 45-59 45-59 60-74 60-74 60-74 60-74 75+ 75+ 75+"
EVEN = "18-29 18-29 30-44 30-44 30-44 45-59 45-59 45-59 60-74 60-74 75+ 75+"


def seen(on: date = ON, **changed: Any) -> FocusGroupOverview:
    tables: dict[str, Any] = {
        "departments": [department(number=number, name=f"Afdeling {number}") for number in NUMBERS],
        "applications": [],
        "invoices": [],
        "residents": living(),
    }
    return focus_group_overview(read(**(tables | changed)), on)


# What is said.


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        pytest.param(
            group(OLD),
            "Gruppen har ingen under 30; blandt beboerne er det 3 af 10. Inviter helst: 3 på 18-29 år.",
            id="none of a band",
        ),
        pytest.param(
            group(f"{OLD} 18-29"),
            "Fokusgruppen har 13 medlemmer og ligner beboerne så godt, som tilfældigt valgte ville gøre det.",
            id="one of it is enough to be within the lot",
        ),
        pytest.param(
            group(EVEN),
            "Fokusgruppen har 12 medlemmer og ligner beboerne så godt, som tilfældigt valgte ville gøre det.",
            id="within the lot",
        ),
        pytest.param(
            group("18-29 18-29 18-29 " * 5 + "75+"),
            "Gruppen har ingen på 30-44 år; blandt beboerne er det hver fjerde. "
            "Inviter helst: 2 på 30-44 år og 1 på 45-59 år.",
            id="nearly all of one band",
        ),
        pytest.param(
            group("18-29 18-29 18-29 18-29 18-29 18-29 18-29 18-29 18-29 45-59 60-74 75+ 30-44"),
            "Gruppen har 1 på 30-44 år; hvis den lignede beboerne, var det 3. "
            "Inviter helst: 2 på 30-44 år og 1 på 45-59 år.",
            id="too few of a band",
        ),
        pytest.param(
            [],
            "Fokusgruppen har ingen medlemmer den 15. jun. 2024. "
            "Inviter helst: 1 på 18-29 år, 1 på 30-44 år og 1 på 45-59 år.",
            id="nobody",
        ),
        pytest.param(
            group("?"),
            "Fokusgruppen har 1 medlem. Medlemmets alder er ikke oplyst eller kan ikke sammenlignes med beboernes.",
            id="one whose age is not known",
        ),
        pytest.param(
            group(EVEN, departments="01"),
            "Fokusgruppen har 12 medlemmer og ligner beboerne så godt, som tilfældigt valgte ville gøre det.",
            id="all of one department, which cannot be told",
        ),
        pytest.param(
            group(f"{EVEN} " * 3, departments="01 01 01 02 03"),
            "Fokusgruppen har 36 medlemmer og er skævere på afdelinger, end tilfældigt valgte ville være. "
            "Inviter helst: 3 på 18-29 år.",
            id="even in age and uneven in departments",
        ),
    ],
)
def test_the_conclusion(members: list[Cells], expected: str) -> None:
    assert conclusion(seen(members=members)) == expected


def test_without_residents_there_is_nothing_to_compare_with() -> None:
    overview = seen(members=group(EVEN), residents=[])
    assert conclusion(overview) == "Fokusgruppen har 12 medlemmer. Der er ingen beboertal at sammenligne med."
    assert (overview.residents, overview.invitations, overview.ages.d) == (0, (), None)


def test_too_few_residents_are_not_compared_with() -> None:
    overview = seen(members=group(EVEN), residents=living([(1, 1, 1, 1, 0)]))
    assert conclusion(overview) == "Fokusgruppen har 12 medlemmer. Beboertallene er for små til at sammenligne med."
    assert overview.residents is None


@pytest.mark.parametrize("size", [1, 12, 200])
def test_groups_of_any_size_have_their_figures(size: int) -> None:
    overview = seen(members=group("18-29 30-44 45-59 60-74 75+ " * (size // 5 + 1))[:1] if size == 1 else
                    group(" ".join((BANDS * 40)[:size])))  # fmt: skip
    assert overview.members == size
    assert overview.ages.d is not None
    assert overview.ages.best is not None
    assert overview.ages.best <= overview.ages.d
    assert overview.ages.by_lot is not None
    assert chance_in_words(overview.ages.by_lot)
    assert len(overview.invitations) == 5


def test_a_group_of_more_than_the_residents_is_measured_and_no_lot_is_drawn() -> None:
    overview = seen(members=group("18-29 75+ " * 9), residents=living([(6, 0, 0, 0, 6)]))
    assert overview.ages.d == 0
    assert (overview.ages.by_lot, overview.ages.within) == (None, None)
    assert conclusion(overview) == (
        "Fokusgruppen har 18 medlemmer. "
        "Der er flere medlemmer end beboere i tallene, så der kan ikke trækkes lod om pladserne."
    )


@pytest.mark.parametrize(
    ("at_least", "uncertainty", "expected"),
    [
        (0.0, 0, "i færre end 1 af 100 tilfælde"),
        (0.00499, 0, "i færre end 1 af 100 tilfælde"),
        (0.005, 0, "i 1 af 100 tilfælde"),
        (0.0449, 0, "i 4 af 100 tilfælde"),
        (0.045, 0, "i færre end 5 af 100 tilfælde"),
        (0.049, 0, "i færre end 5 af 100 tilfælde"),
        (0.05, 0, "i 5 af 100 tilfælde"),
        (0.051, 0, "i lidt over 5 af 100 tilfælde"),
        (0.055, 0, "i 6 af 100 tilfælde"),
        (0.125, 0, "i 13 af 100 tilfælde"),
        (0.994, 0, "i 99 af 100 tilfælde"),
        (0.996, 0, "så godt som altid"),
        (1.0, 0, "altid"),
        (0.046, 0.002, "i færre end 5 af 100 tilfælde"),
        (0.049, 0.002, "i omkring 5 af 100 tilfælde"),
        (0.051, 0.002, "i omkring 5 af 100 tilfælde"),
        (0.054, 0.002, "i lidt over 5 af 100 tilfælde"),
        (0.3, 0.002, "i omkring 30 af 100 tilfælde"),
    ],
)
def test_how_often_is_said_so_that_the_verdict_fits(at_least: float, uncertainty: float, expected: str) -> None:
    said = chance_in_words(Chance(at_least, 0.2, exact=not uncertainty, uncertainty=uncertainty))
    assert said == f"En gruppe udtrukket ved lodtrækning ville {expected} ramme mindst lige så skævt."


def test_what_so_many_can_reach_is_said_beside_what_a_lot_would_have() -> None:
    # The worked example: 0,0500 at best, 0,2255 by lot of very many residents, here somewhat less of 400.
    said = unevenness_beside(seen(members=group(OLD)).ages)
    assert said == "12 medlemmer kan nå ned på 5\u00a0%; tilfældigt valgte ville have 22\u00a0%"


def test_a_group_of_more_than_all_residents_is_held_against_no_lot() -> None:
    # 7 of 1, 1, 1, 1, 2 are at best 1, 1, 1, 1, 3: 3/7 - 2/6 is 0,0952.
    few = living([[1, 1, 1, 1, 2]])
    changed: dict[str, Any] = {"residents": few, "settings": [setting(name="Skjul under", value="1")]}
    ages = seen(members=group("18-29 " * 7, "01"), **changed).ages
    assert unevenness_beside(ages) == "7 medlemmer kan nå ned på 10\u00a0%"


@pytest.mark.parametrize(
    ("members", "invited", "expected"),
    [
        # 0,3833 to 0,3192 with one, and 13 of 30, 25, 20, 15, 10 % are at best 4, 3, 3, 2, 1 of 3,9 3,25 2,6 1,95 1,3.
        pytest.param(
            group(OLD),
            1,
            "Siger den inviterede ja, går skævheden i alder fra 38 % til 32 % og i afdelinger fra 0 % til 6 %. "
            "Så stor en gruppe kan nå ned på 4 % i alder og 6 % i afdelinger.",
            id="one, who makes it less even in departments, as any one would",
        ),
        pytest.param(
            group(OLD, "01"),
            1,
            "Siger den inviterede ja, går skævheden i alder fra 38 % til 32 %. Så stor en gruppe kan nå ned på 4 % "
            "i alder.",
            id="where departments cannot be told",
        ),
        pytest.param([], 3, "", id="there is no group to change"),
    ],
)
def test_what_the_invitations_do_is_said_beside_what_so_large_a_group_can_reach(
    members: list[Cells], invited: int, expected: str
) -> None:
    overview = seen(members=members)
    said = effect_in_words(overview, overview.invitations[invited - 1])
    assert said.replace("\u00a0", " ") == expected


def test_one_alone_has_no_departments_told() -> None:
    overview = seen(members=group("75+"))
    assert (overview.told, overview.departments) == (None, None)
    assert all(department == 0 for _, department in overview.invitations[4].pairs)


def test_members_without_age_or_department_are_counted_apart_and_in_the_total() -> None:
    unknown = [member(id="X", ages="", department="01"), member(id="Y", ages="50", department="")]
    overview = seen(members=[*group(EVEN), *unknown, member(id="Z", ages="17", department="02")])
    assert overview.members == 15
    assert (overview.ages.counted, overview.ages.apart) == (13, 2)
    assert overview.departments is not None
    assert (overview.departments.counted, overview.departments.apart) == (14, 1)


def test_a_department_without_a_count_of_residents_is_counted_apart() -> None:
    overview = seen(members=group(EVEN), residents=living(LARGE[:3]))
    assert overview.departments is not None
    assert (overview.departments.counted, overview.departments.apart) == (9, 3)
    assert [one.names for one in overview.departments.categories] == [("01",), ("02",), ("03",)]


def test_a_new_member_is_seen_among_the_ages_at_once_and_among_the_departments_later() -> None:
    new = member(id="N", ages="22", department="04", first="01-06-2024")
    overview = seen(members=[*group(OLD), new])
    assert overview.ages.categories[0].count == 1
    assert overview.told == date(2024, 1, 29)
    assert overview.departments is not None
    assert [one.count for one in overview.departments.categories] == [3, 3, 3, 3]
    assert overview.members == 13


@pytest.mark.parametrize("empty", range(5))
def test_a_band_may_be_empty_of_residents(empty: int) -> None:
    table = [tuple(0 if place == empty else count for place, count in enumerate(row)) for row in LARGE]
    overview = seen(members=group(EVEN), residents=living(table))
    assert overview.ages.counted == 12
    assert overview.ages.d is not None
    assert conclusion(overview)


@pytest.mark.parametrize("empty", BANDS)
def test_a_band_may_be_empty_of_members(empty: str) -> None:
    overview = seen(members=group(" ".join(band for band in EVEN.split() if band != empty)))
    assert overview.ages.categories[BANDS.index(empty)].count == 0
    assert conclusion(overview)


def test_every_band_may_be_empty() -> None:
    overview = seen(members=group("? ? ?"), residents=living([(0,) * 5] * 4))
    assert (overview.members, overview.ages.counted + overview.ages.apart, overview.ages.d) == (3, 3, None)
    assert conclusion(overview) == "Fokusgruppen har 3 medlemmer. Beboertallene er for små til at sammenligne med."


# History.


def test_meeting_by_meeting_the_group_comes_nearer() -> None:
    meetings = [group_meeting(date=day) for day in ("01-03-2024", "01-06-2024", "01-09-2024")]
    members = [*group(OLD), *group("18-29 18-29 30-44", first="01-05-2024", start=20)]
    overview = seen(members=members, group_meetings=meetings)
    assert [(one.meeting.date, one.members, one.ages) for one in overview.history] == [
        (date(2024, 3, 1), 12, Fraction(46, 120)),
        (date(2024, 6, 1), 15, Fraction(13, 60)),
    ]
    assert [one.date for one in overview.coming] == [date(2024, 9, 1)]
    assert course_in_words(overview.history) == (
        "Siden mødet 1. mar. 2024 er gruppen kommet nærmere beboerne i alder: "
        "skævheden gik fra 38\u00a0% til 22\u00a0%."
    )


def test_before_anybody_was_a_member_a_meeting_has_no_measure() -> None:
    overview = seen(members=group(OLD), group_meetings=[group_meeting(date="01-01-2024")])
    assert [(one.members, one.ages, one.departments) for one in overview.history] == [(0, None, None)]
    assert course_in_words(overview.history) == ""


# What may not be told.


def test_small_counts_are_put_together_by_the_organisations_own_threshold() -> None:
    table = [(30, 25, 20, 15, 10), (30, 25, 20, 15, 10), (1, 1, 1, 1, 0), (2, 1, 1, 1, 1)]
    overview = seen(members=group(EVEN), residents=living(table))
    assert overview.departments is not None
    assert [one.names for one in overview.departments.categories] == [("01",), ("02",), ("03", "04")]
    lower = seen(members=group(EVEN), residents=living(table), settings=[setting(name="Skjul under", value="3")])
    assert lower.departments is not None
    assert len(lower.departments.categories) == 4


@st.composite
def small_tables(draw: st.DrawFn) -> list[tuple[int, ...]]:
    counts = st.integers(0, 8) | st.integers(0, 40)
    return draw(st.lists(st.tuples(*[counts] * 5), min_size=1, max_size=4))


@often(40)
@given(small_tables())
def test_no_count_of_residents_below_the_threshold_is_told(table: list[tuple[int, ...]]) -> None:
    overview = seen(members=group(EVEN), residents=living(table))
    for one in (overview.ages, overview.departments):
        assert one
        for category in one.categories if one.comparable else ():
            assert category.residents >= 5
    assert overview.residents is None or overview.residents >= 5


@often(25)
@given(small_tables(), st.permutations(range(12)))
def test_who_is_of_which_band_and_department_changes_nothing_that_is_told(
    table: list[tuple[int, ...]], order: list[int]
) -> None:
    bands, homes = EVEN.split(), [NUMBERS[place % 4] for place in range(12)]
    one, other = (
        seen(
            members=[
                member(id=f"M{place}", ages=AGE_OF[bands[place]], department=homes[places[place]])
                for place in range(12)
            ],
            residents=living(table),
        )
        for places in (list(range(12)), order)
    )
    assert one == other
