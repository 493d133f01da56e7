"""Where there is not room for all: which no leaves room for whom. What is claimed must hold when it is done."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pool import choices as module
from core.pool.can_grant import Answer, can_grant
from core.pool.choices import Choice, choice_in_words, choices
from core.pool.finding import Verdict
from core.pool.in_turn import in_turn
from core.pool.rule_table import PoolRule
from core.pool.tables import Application, Decision
from tests.core.pool.build import a_full_application, a_ledger, a_pool, day, grant, rule, said, the_guidelines
from tests.core.pool.test_in_turn import asks

ON = day("2024-03-01")


def found(
    *rows: Application, appropriation: int = 30_000_00, on: str = "2024-03-01", rules: list[PoolRule] | None = None
) -> tuple[Choice, ...]:
    ledger = a_ledger(*rows, pool=a_pool(appropriation=appropriation))
    rules = the_guidelines() if rules is None else rules
    return choices(in_turn(ledger, rules, day(on)), ledger, rules, day(on))


def told(rows: list[Application], **given: Any) -> list[str]:
    return [said(choice_in_words(one)).replace("Projekt ", "") for one in found(*rows, **given)]


@pytest.mark.parametrize(
    ("amounts", "sentences"),
    [
        pytest.param([], [], id="none waits"),
        pytest.param([20_000_00], [], id="one that fits"),
        pytest.param([15_000_00, 15_000_00], [], id="room for both to the last øre"),
        pytest.param(
            [15_000_00, 15_000_01],
            [
                "Siger I nej til B1, er der plads til B2, og 14.999,99 kr. er tilbage.",
                "Siger I nej til B2, er der plads til B1, og 15.000 kr. er tilbage.",
            ],
            id="one of two, to an øre",
        ),
        pytest.param(
            [18_500_00, 11_500_00, 6_000_00, 4_000_00],
            [
                "Siger I nej til B1, er der plads til de 3 andre, og 8.500 kr. er tilbage.",
                "Siger I nej til B3 og B4, er der plads til de 2 andre, og 0 kr. er tilbage.",
            ],
            id="the first stands in the way of the others",
        ),
        pytest.param(
            [18_500_00, 12_000_00, 3_000_00],
            [
                "Siger I nej til B1, er der plads til de 2 andre, og 15.000 kr. er tilbage.",
                "Siger I nej til B2, er der plads til de 2 andre, og 8.500 kr. er tilbage.",
            ],
            id="a later one fits where the one before it gets no",
        ),
        pytest.param(
            [15_000_00, 15_000_00, 20_000_00],
            ["Siger I nej til B3, er der plads til de 2 andre, og 0 kr. er tilbage."],
            id="where no single no leaves room for the last",
        ),
        pytest.param(
            [20_000_01, 15_000_00, 10_000_00],
            ["Siger I nej til B1, er der plads til de 2 andre, og 5.000 kr. er tilbage."],
            id="what is against a rule stands in nobody's way",
        ),
        pytest.param([20_000_01, 5_000_00], [], id="nor where there is room for it"),
        pytest.param([20_000_01, 20_000_01], [], id="all are against a rule"),
        pytest.param(
            [20_000_00, 9_000_00, None, 20_000_00],
            ["Siger I nej til B4, er der plads til B1 og B2."],
            id="what is left for one that does not say how much is not told",
        ),
        pytest.param(
            [None, 20_000_00, 20_000_00],
            ["Siger I nej til B1 og B3, er der plads til B2, og 10.000 kr. er tilbage."],
            id="after an amount that is not known nothing is promised, but with a no to it",
        ),
        pytest.param(
            [10_000_00] * 3 + [19_000_00] * 6,
            [
                "Siger I nej til B4, B5, B6 og 3 andre, er der plads til de 3 andre, og 0 kr. er tilbage.",
            ],
            id="of many names the first few",
        ),
    ],
)
def test_what_a_no_leaves_room_for(amounts: list[int | None], sentences: list[str]) -> None:
    assert told(asks(*amounts)) == sentences


def test_an_overdrawn_pool_leaves_no_choice() -> None:
    assert told([grant("A1", 40_000_00, "2024-02-01"), *asks(1_000_00, 2_000_00)]) == []


def test_outside_the_period_there_is_no_choice() -> None:
    assert told(asks(20_000_00, 20_000_00), on="2025-01-01") == []


def test_the_cap_of_a_department_stands_in_the_way_as_the_money_does() -> None:
    rules = [*the_guidelines(), rule("loft pr. afdeling pr. år", 20_000_00)]
    assert told(asks(15_000_00, 6_000_00, 5_000_00), appropriation=100_000_00, rules=rules) == [
        "Siger I nej til B1, er der plads til de 2 andre, og 89.000 kr. er tilbage.",
        "Siger I nej til B2, er der plads til de 2 andre, og 80.000 kr. er tilbage.",
    ]


def test_there_is_room_for_one_that_lacks_something_else_and_that_is_said() -> None:
    lacking = a_full_application("B2", requested=12_000_00, participants=None, received="2024-02-02")
    later = a_full_application("B3", requested=15_000_00, received="2024-02-03")
    assert told([*asks(18_000_00), lacking, later]) == [
        "Siger I nej til B1, er der plads til de 2 andre, og 3.000 kr. er tilbage. "
        "Om B2 kan få ja, kan ikke siges endnu.",
        "Siger I nej til B3, er der plads til de 2 andre, og 0 kr. er tilbage. Om B2 kan få ja, kan ikke siges endnu.",
    ]


def test_one_whose_room_cannot_be_told_is_promised_none_and_has_it_set_aside() -> None:
    """Nor is one after it, while it may have used up the cap of that one's department."""
    rules = [*the_guidelines(), rule("loft pr. afdeling pr. år", 20_000_00)]
    nobodys = a_full_application("B2", requested=12_000_00, departments=(), received="2024-02-02")
    later = a_full_application("B3", requested=15_000_00, received="2024-02-03")
    assert told([*asks(18_000_00), nobodys, later], rules=rules) == [
        "Siger I nej til B3, er der plads til B1, og 0 kr. er tilbage.",
    ]


@given(st.lists(st.integers(1, 22_000_00), min_size=1, max_size=6), st.integers(0, 60_000_00))
def test_a_choice_holds_when_it_is_made(amounts: list[int], appropriation: int) -> None:
    rows = asks(*amounts)
    for choice in found(*rows, appropriation=appropriation):
        rejected = [replace(one, decision=Decision.REJECTION, decided=ON) for one in choice.refused]
        ledger = a_ledger(*choice.room_for, *rejected, pool=a_pool(appropriation=appropriation))
        turns = in_turn(ledger, the_guidelines(), ON)
        assert {turn.verdict for turn in turns} == {Verdict.KEPT}
        assert turns[-1].left == choice.left
        assert {one.id for one in (*choice.room_for, *choice.refused)} == {one.id for one in rows}


@given(st.lists(st.integers(1, 20_000_00), min_size=2, max_size=6), st.integers(20_000_00, 60_000_00))
def test_where_one_no_leaves_room_for_all_the_others_that_is_told(amounts: list[int], appropriation: int) -> None:
    enough = any(sum(others) <= appropriation for others in combinations(amounts, len(amounts) - 1))
    one_is_enough = any(len(choice.refused) == 1 for choice in found(*asks(*amounts), appropriation=appropriation))
    assert one_is_enough == (enough and sum(amounts) > appropriation)


def test_the_work_does_not_grow_faster_than_what_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def judged(one: Application, *rest: Any) -> Answer:
        asked.append(one.id)
        return can_grant(one, *rest)

    monkeypatch.setattr(module, "can_grant", judged)
    rows = asks(*[1_000_00] * 28)
    assert found(*rows, appropriation=20_000_00)
    assert len(asked) <= 9 * len(rows)
