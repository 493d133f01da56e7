"""The appropriation on a date: as it was set, and what was added, taken or moved since."""

import pytest

from core.contract.problem import Effect
from core.pool.appropriation import appropriation_in_words, appropriation_on
from core.pool.balance import balance_on
from core.pool.can_grant import can_grant
from core.pool.finding import Verdict
from core.pool.ledger import ledger_in
from core.pool.overview import pool_overview
from core.pool.pools import pools_overview
from core.pool.sentences import rest_of_the_appropriation
from core.pool.steps import free_over_time
from core.pool.subject import SUBJECT
from core.pool.tables import AppropriationChange, Pool
from core.subject.message import Chosen
from tests.core.contract.build import appropriation_change, only_problem, pool, pool_rule, read
from tests.core.pool.build import a_full_application, a_ledger, a_pool, change, day, grant, rule, said

RAISED = change(10_000_00, "2024-03-01")


@pytest.mark.parametrize(
    ("on", "appropriation"),
    [
        pytest.param("2024-02-29", 100_000_00, id="the day before the change"),
        pytest.param("2024-03-01", 110_000_00, id="the day of the change"),
        pytest.param("2025-01-01", 110_000_00, id="long after"),
    ],
)
def test_an_old_date_shows_the_old_appropriation(on: str, appropriation: int) -> None:
    balance = balance_on(a_ledger(RAISED, grant("A1", 5_000_00, "2024-02-01")), day(on))
    assert (balance.appropriation, balance.free) == (appropriation, appropriation - 5_000_00)


@pytest.mark.parametrize(
    ("changes", "appropriation"),
    [
        pytest.param([], 100_000_00, id="none"),
        pytest.param([change(-30_000_00, "2024-02-01")], 70_000_00, id="lowered"),
        pytest.param([change(-130_000_00, "2024-02-01")], -30_000_00, id="lowered below nothing"),
        pytest.param([RAISED, change(5_00, "2024-03-01")], 110_005_00, id="two on one day"),
        pytest.param([change(7_000_00, "2024-02-01", from_pool="2023")], 107_000_00, id="moved from another"),
        pytest.param([change(7_000_00, "2024-02-01", "2025", "2024")], 93_000_00, id="moved to another"),
        pytest.param([change(7_000_00, "2024-02-01", "2025", "2023")], 100_000_00, id="between two others"),
        pytest.param([change(7_000_00, "2023-12-01")], 107_000_00, id="before the period begins"),
    ],
)
def test_changes_add_up(changes: list[AppropriationChange], appropriation: int) -> None:
    assert appropriation_on(a_pool(), changes, day("2024-06-01")) == appropriation


def test_what_is_moved_between_pools_is_neither_made_nor_lost() -> None:
    pools = [a_pool("2023", 50_000_00), a_pool("2024", 100_000_00)]
    moved = [change(12_345_67, "2024-01-15", "2024", "2023")]
    for on in ("2024-01-14", "2024-01-15"):
        assert sum(appropriation_on(one, moved, day(on)) for one in pools) == 150_000_00


def test_the_room_for_a_grant_is_of_its_own_day() -> None:
    draft = a_full_application(requested=105_000_00)
    for on, verdict in (("2024-02-29", Verdict.BROKEN), ("2024-03-01", Verdict.KEPT)):
        answer = can_grant(draft, a_ledger(RAISED), [rule("plads i puljen", True)], day(on))
        assert answer.verdict is verdict


def test_the_line_over_time_moves_on_the_day_of_the_change() -> None:
    points = free_over_time(a_ledger(RAISED, change(-1_000_00, "2024-04-01")), day("2024-05-01"))
    assert [(point.on, point.free) for point in points] == [
        (day("2024-01-01"), 100_000_00),
        (day("2024-03-01"), 110_000_00),
        (day("2024-04-01"), 109_000_00),
        (day("2024-05-01"), 109_000_00),
    ]


@pytest.mark.parametrize(
    ("changes", "on", "sentence"),
    [
        pytest.param([], "2024-06-01", "", id="none"),
        pytest.param([RAISED], "2024-02-29", "", id="none yet"),
        pytest.param(
            [RAISED],
            "2024-03-01",
            "Rammen var 100.000 kr. fra begyndelsen. Den er hævet med 10.000 kr. 1. mar. 2024.",
            id="raised",
        ),
        pytest.param(
            [change(-500_50, "2024-03-02"), change(7_00, "2024-03-01", "2024", "2023")],
            "2024-06-01",
            "Rammen var 100.000 kr. fra begyndelsen. Den er hævet med 7 kr. 1. mar. 2024, flyttet fra puljen 2023. "
            "Den er sænket med 500,50 kr. 2. mar. 2024.",
            id="two, in the order of their days",
        ),
        pytest.param(
            [change(7_00, "2024-03-01", "2025", "2024")],
            "2024-06-01",
            "Rammen var 100.000 kr. fra begyndelsen. Den er sænket med 7 kr. 1. mar. 2024, flyttet til puljen 2025.",
            id="moved away",
        ),
        pytest.param(
            [AppropriationChange("R1", "2024", day("2024-03-01"), 7_00, None, "Mødet 1. marts")],
            "2024-06-01",
            "Rammen var 100.000 kr. fra begyndelsen. Den er hævet med 7 kr. 1. mar. 2024 (Mødet 1. marts).",
            id="with its source",
        ),
    ],
)
def test_how_the_appropriation_came_about_is_said(changes: list[AppropriationChange], on: str, sentence: str) -> None:
    assert said(appropriation_in_words(a_pool(), changes, day(on))) == sentence


class TestRead:
    POOLS = (pool(), pool(id="2025", first="01-01-2025", last="31-12-2025"))

    def test_the_figures_of_both_pools_follow(self) -> None:
        dataset = read(pools=self.POOLS, appropriation_changes=[appropriation_change(from_pool="2025")])
        free = {
            one.id: pool_overview(dataset, one, day("2024-06-01")).balance.appropriation for one in dataset.of(Pool)
        }
        assert free == {"2024": 110_000_00, "2025": 90_000_00}

    @pytest.mark.parametrize(
        ("cells", "column"),
        [
            pytest.param({"from_pool": "2024"}, "Fra pulje", id="from the pool to itself"),
            pytest.param({"from_pool": "2025", "amount": "-5"}, "Beløb", id="less than nothing moved"),
            pytest.param({"from_pool": "2042"}, "Fra pulje", id="from an unknown pool"),
            pytest.param({"amount": "ca. 5"}, "Beløb", id="an amount that is none"),
            pytest.param({"on": ""}, "Dato", id="without a day"),
        ],
    )
    def test_a_row_that_cannot_be_meant_is_set_aside(self, cells: dict[str, object], column: str) -> None:
        rows = [appropriation_change(id="R0"), appropriation_change(**cells), appropriation_change(id="R2")]
        problem = only_problem(read(pools=self.POOLS, appropriation_changes=rows))
        assert (problem.column, problem.effect) == (column, Effect.ROW_ASIDE)

    @pytest.mark.parametrize(
        ("cells", "rests", "rests_2025"),
        [
            pytest.param({"amount": "?"}, True, False, id="the amount"),
            pytest.param({"amount": "?", "from_pool": "2025"}, True, True, id="the amount moved between both"),
            pytest.param({"from_pool": "2042"}, True, True, id="where it came from, which may be the other"),
            pytest.param({"pool": "2042"}, True, True, id="the pool"),
            pytest.param({"amount": "?", "on": "02-06-2024"}, False, False, id="one of tomorrow"),
            pytest.param({"on": "engang"}, True, False, id="the day"),
        ],
    )
    def test_no_yes_rests_on_a_change_that_cannot_be_read(
        self, cells: dict[str, object], rests: bool, rests_2025: bool
    ) -> None:
        rows = [appropriation_change(**cells), appropriation_change(id="R2", on="01-01-2030")]
        dataset = read(pools=self.POOLS, appropriation_changes=rows, pool_rules=[pool_rule()])
        for one, unsure in zip(dataset.of(Pool), (rests, rests_2025), strict=True):
            ledger = ledger_in(dataset, one)
            answer = can_grant(a_full_application(id="ny", pool=one.id), ledger, [], day("2024-06-01"))
            assert bool(answer.room_unread) is unsure

    def test_a_change_that_cannot_be_read_makes_the_rest_uncertain(self) -> None:
        dataset = read(appropriation_changes=[appropriation_change(amount="?"), appropriation_change(id="R2")])
        overview = pool_overview(dataset, dataset.of(Pool)[0], day("2024-06-01"))
        assert overview.money_aside == 1
        assert said(overview.sentence).startswith("Puljens rest er usikker: 102.000 kr.")


@pytest.mark.parametrize(("on", "appropriation"), [("2024-02-29", "100.000 kr."), ("2024-03-01", "110.000 kr.")])
def test_every_sentence_has_the_appropriation_of_the_date(on: str, appropriation: str) -> None:
    dataset = read(appropriation_changes=[appropriation_change()])
    overview = pools_overview(dataset, day(on))
    (brief,) = SUBJECT.briefs(overview)
    assert said(brief.meaning) == f"af {appropriation} er tilbage"
    first = next(iter(SUBJECT.messages(overview, Chosen(day("2024-01-01"), day(on), frozenset(), ()))))
    assert said(first.calculation[0]).startswith(f"Ramme {appropriation} = ")
    pool_, balance = dataset.of(Pool)[0], pool_overview(dataset, dataset.of(Pool)[0], day(on)).balance
    assert f"af rammen på {appropriation} er tilbage" in said(rest_of_the_appropriation(pool_, balance, day(on)))


def test_a_pool_to_come_is_told_with_what_it_has_by_then() -> None:
    dataset = read(appropriation_changes=[appropriation_change(on="01-12-2023")])
    overview = pool_overview(dataset, dataset.of(Pool)[0], day("2023-12-15"))
    assert said(overview.sentence) == "Puljen begynder 1. jan. 2024 med en ramme på 110.000 kr."
