"""What waits, in the order it came: those before use up the room, and what they hide is hidden from those after."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.pool.can_grant import can_grant
from core.pool.finding import Verdict
from core.pool.in_turn import Turn, in_turn, turns_in_words
from core.pool.rule_table import PoolRule
from core.pool.tables import Application
from tests.core.pool.build import (
    a_full_application,
    a_ledger,
    a_pool,
    day,
    grant,
    rejection,
    rule,
    said,
    the_guidelines,
)

ON = day("2024-03-01")


def asks(*amounts: int | None, **given: Any) -> list[Application]:
    """One after the other, day by day."""
    return [
        a_full_application(f"B{place}", requested=amount, **({"received": f"2024-02-{place:02}"} | given))
        for place, amount in enumerate(amounts, 1)
    ]


def turns(
    *rows: Application, appropriation: int = 30_000_00, on: str = "2024-03-01", rules: list[PoolRule] | None = None
) -> tuple[Turn, ...]:
    ledger = a_ledger(*rows, pool=a_pool(appropriation=appropriation))
    return in_turn(ledger, the_guidelines() if rules is None else rules, day(on))


def told(found: tuple[Turn, ...]) -> list[tuple[Verdict, int | None]]:
    return [(turn.verdict, turn.left) for turn in found]


YES, NO, PERHAPS = Verdict.KEPT, Verdict.BROKEN, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param([], [], id="none waits"),
        pytest.param([grant("A1", 5_000_00, "2024-02-01"), rejection("A2", "2024-02-01")], [], id="all are answered"),
        pytest.param(asks(10_000_00), [(YES, 20_000_00)], id="one that fits"),
        pytest.param(asks(15_000_00, 15_000_00), [(YES, 15_000_00), (YES, 0)], id="two to the last øre"),
        pytest.param(asks(15_000_00, 15_000_01), [(YES, 15_000_00), (NO, -1)], id="two to an øre beyond"),
        pytest.param(
            asks(20_000_00, 12_000_00, 10_000_00),
            [(YES, 10_000_00), (NO, -2_000_00), (NO, -12_000_00)],
            id="a third that would have fitted after the first is judged after the second too",
        ),
        pytest.param(
            asks(20_000_01, 1_000_00), [(NO, 9_999_99), (YES, 8_999_99)], id="what is against a rule is counted too"
        ),
        pytest.param(
            asks(10_000_00, None, 10_000_00),
            [(YES, 20_000_00), (PERHAPS, None), (PERHAPS, None)],
            id="after an amount that is not known nothing is known",
        ),
        pytest.param(
            asks(10_000_00, 0, 10_000_00),
            [(YES, 20_000_00), (PERHAPS, None), (PERHAPS, None)],
            id="to ask for nothing is not to say how much",
        ),
        pytest.param(
            asks(20_000_00, None, 15_000_00),
            [(YES, 10_000_00), (PERHAPS, None), (NO, None)],
            id="but what there is no room for anyway is still a no",
        ),
        pytest.param(
            [grant("A1", 40_000_00, "2024-02-01"), *asks(1_000_00)], [(NO, -11_000_00)], id="an overdrawn pool"
        ),
    ],
)
def test_each_is_judged_with_those_before_it_granted(
    rows: list[Application], expected: list[tuple[Verdict, int | None]]
) -> None:
    assert told(turns(*rows)) == expected


def test_the_order_is_that_of_the_days_and_then_of_the_numbers_whatever_the_order_of_rows() -> None:
    rows = [
        a_full_application("B10", received="2024-02-02"),
        a_full_application("B2", received="2024-02-02"),
        a_full_application("B30", received="2024-02-01"),
        a_full_application("B4", received="2024-03-02"),
    ]
    assert [turn.application.id for turn in turns(*rows)] == ["B30", "B2", "B10"]


def test_the_cap_of_a_department_is_used_up_by_those_before_too() -> None:
    rules = [*the_guidelines(), rule("loft pr. afdeling pr. år", 20_000_00)]
    found = turns(*asks(15_000_00, 6_000_00), appropriation=100_000_00, rules=rules)
    assert told(found) == [(YES, 85_000_00), (NO, 79_000_00)]
    assert found[1].in_words == "Nej, hvis de foregående får ja"


def test_outside_the_period_every_answer_is_no() -> None:
    found = turns(*asks(1_000_00, 2_000_00), on="2025-01-01")
    assert [turn.verdict for turn in found] == [NO, NO]
    assert {turn.in_words for turn in found} == {"Nej, datoen ligger uden for puljens periode"}


def test_on_an_earlier_date_a_later_decision_is_not_known() -> None:
    decided = grant("B1", 20_000_00, "2024-03-02", received="2024-02-01")
    assert [turn.left for turn in turns(decided)] == [10_000_00]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        pytest.param(asks(10_000_00, 12_000_00), ["Ja", "Ja"], id="room for all"),
        pytest.param(asks(20_000_00, 12_000_00), ["Ja", "Nej, hvis de foregående får ja"], id="room for one"),
        pytest.param(asks(25_000_00), ["Nej, ikke som den er: 1 regel er ikke overholdt"], id="as of one alone"),
        pytest.param(
            asks(None, 1_000_00),
            [
                "Kan ikke siges endnu: der mangler beløb",
                "Kan ikke siges: det er ukendt, hvad en før den søger om",
            ],
            id="an amount that is not known",
        ),
        pytest.param(
            [*asks(20_000_00), a_full_application("B2", requested=12_000_00, participants=None, received="2024-02-09")],
            ["Ja", "Nej, hvis de foregående får ja"],
            id="no room is a no, whatever else is missing",
        ),
        pytest.param(
            [*asks(10_000_00), a_full_application("B2", requested=12_000_00, participants=None, received="2024-02-09")],
            ["Ja", "Kan ikke siges endnu: der mangler antal deltagere"],
            id="where there is room, what is missing",
        ),
        pytest.param(
            [grant("A1", 40_000_00, "2024-02-01"), *asks(1_000_00)],
            ["Nej, der kan ikke bevilges noget: puljen er overtrukket med 10.000 kr."],
            id="an overdrawn pool is told as it is, not as it would be",
        ),
    ],
)
def test_the_answer_in_words(rows: list[Application], words: list[str]) -> None:
    assert [said(turn.in_words) for turn in turns(*rows)] == words


@pytest.mark.parametrize(
    ("amounts", "appropriation", "sentence"),
    [
        ([1], 30_000_00, "1 ansøgning venter på svar, og den kan bevilges."),
        ([20_001_00], 30_000_00, "1 ansøgning venter på svar, og den kan ikke bevilges, som den er."),
        ([None], 30_000_00, "1 ansøgning venter på svar, og det kan ikke siges endnu, om den kan bevilges."),
        ([1, 1], 30_000_00, "2 ansøgninger venter på svar, og de kan begge bevilges."),
        ([1, 1, 1], 30_000_00, "3 ansøgninger venter på svar, og de kan alle bevilges."),
        ([20_001_00] * 2, 99_000_00, "2 ansøgninger venter på svar, og ingen af dem kan bevilges, som de er."),
        ([None, 1], 30_000_00, "2 ansøgninger venter på svar, og det kan ikke siges endnu, om de kan bevilges."),
        ([2, 2, 2, 2], 3, "Af 4 ansøgninger, der venter på svar, kan 1 bevilges, og 3 kan ikke."),
        ([1, None], 3, "Af 2 ansøgninger, der venter på svar, kan 1 bevilges, og for 1 kan det ikke siges endnu."),
        ([4, None], 3, "2 ansøgninger venter på svar, og ingen af dem kan bevilges, som de er."),
        (
            [20_001_00, None],
            99_000_00,
            "Af 2 ansøgninger, der venter på svar, kan 1 ikke bevilges, og for 1 kan det ikke siges endnu.",
        ),
        (
            [1, 20_001_00, None],
            99_000_00,
            "Af 3 ansøgninger, der venter på svar, kan 1 bevilges, 1 kan ikke, og for 1 kan det ikke siges endnu.",
        ),
    ],
)
def test_all_of_them_in_one_sentence(amounts: list[int | None], appropriation: int, sentence: str) -> None:
    assert turns_in_words(turns(*asks(*amounts), appropriation=appropriation)) == sentence


@given(st.lists(st.integers(1, 20_000_00), max_size=6), st.integers(0, 60_000_00))
def test_what_is_left_falls_by_what_each_asks_for_and_yes_is_never_beyond_it(
    amounts: list[int], appropriation: int
) -> None:
    left = appropriation
    for amount, turn in zip(amounts, turns(*asks(*amounts), appropriation=appropriation), strict=True):
        left -= amount
        assert turn.left == left
        assert (turn.verdict is YES) == (left >= 0)


def test_alone_it_has_the_answer_that_its_own_screen_gives() -> None:
    rows = asks(20_000_00, 20_000_00)
    ledger = a_ledger(*rows, pool=a_pool(appropriation=30_000_00))
    for turn in in_turn(ledger, the_guidelines(), ON):
        assert turn.alone == can_grant(turn.application, ledger, the_guidelines(), ON)
        assert replace(turn, after_others=turn.alone).verdict is YES
