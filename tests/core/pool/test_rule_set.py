from itertools import permutations

import pytest

from core.pool.rule_set import rules_on
from core.pool.rule_table import PoolRule
from core.pool.rulebook import IN_SHEET, RULES
from tests.core.pool.build import GUIDELINE, POOL_NAME, day, rule

CAP, LENGTH, ROOM = "loft pr. projekt", "højst sider", "plads i puljen"


def values_on(rules: list[PoolRule], on: str, pool_name: str = POOL_NAME) -> dict[str, object]:
    return {key: one.value for key, one in rules_on(rules, pool_name, day(on)).items()}


@pytest.mark.parametrize(
    ("on", "values"),
    [
        pytest.param("2023-05-14", {}, id="the day before the first rule"),
        pytest.param("2023-05-15", {"cap": 20_000_00}, id="the day of the first rule"),
        pytest.param("2024-12-31", {"cap": 20_000_00}, id="the day before the change"),
        pytest.param("2025-01-01", {"cap": 25_000_00}, id="the day of the change"),
        pytest.param("2026-06-29", {"cap": 25_000_00}, id="the day before it ends"),
        pytest.param("2026-06-30", {}, id="the day it ends"),
        pytest.param("2027-03-31", {}, id="the day before it comes back"),
        pytest.param("2027-04-01", {"cap": 15_000_00}, id="the day it comes back"),
        pytest.param("2099-01-01", {"cap": 15_000_00}, id="long after the last row"),
    ],
)
def test_a_rule_holds_from_its_day_until_the_next_row_of_it(on: str, values: dict[str, object]) -> None:
    rules = [
        rule(CAP, 20_000_00, "2023-05-15"),
        rule(CAP, 25_000_00, "2025-01-01"),
        rule(CAP, None, "2026-06-30"),
        rule(CAP, 15_000_00, "2027-04-01"),
    ]
    assert values_on(rules, on) == values


def test_a_change_of_one_rule_leaves_the_others() -> None:
    rules = [rule(CAP, 20_000_00), rule(LENGTH, 1), rule(LENGTH, None, "2025-01-01")]
    assert values_on(rules, "2024-12-31") == {"cap": 20_000_00, "length": 1}
    assert values_on(rules, "2025-01-01") == {"cap": 20_000_00}


def test_another_pools_rules_never_count() -> None:
    rules = [rule(CAP, 20_000_00), rule(CAP, 5_000_00, "2024-01-01", "Grøn pulje"), rule(ROOM, True, pool_name="Grøn")]
    assert values_on(rules, "2024-06-01") == {"cap": 20_000_00}
    assert values_on(rules, "2024-06-01", "Grøn pulje") == {"cap": 5_000_00}
    assert values_on(rules, "2024-06-01", "En tredje pulje") == {}


def test_the_end_of_another_pools_rule_ends_nothing_here() -> None:
    rules = [rule(CAP, 20_000_00), rule(CAP, None, "2024-01-01", "Grøn pulje")]
    assert values_on(rules, "2024-06-01") == {"cap": 20_000_00}


def test_the_order_of_rows_does_not_matter() -> None:
    rules = [
        rule(CAP, 20_000_00),
        rule(CAP, 25_000_00, "2024-01-01"),
        rule(LENGTH, 1),
        rule(LENGTH, None, "2024-02-01"),
        rule(ROOM, True),
    ]
    for turned in permutations(rules):
        found = values_on(list(turned), "2024-06-01")
        assert found == {"cap": 25_000_00, "room": True}
        assert list(found) == ["cap", "room"]


def test_every_rule_of_the_contract_can_be_in_force_and_says_where_it_comes_from() -> None:
    found = rules_on([rule(name, 1) for name in reversed(IN_SHEET)], POOL_NAME, day("2024-01-01"))
    assert list(found) == [rule.key for rule in RULES if rule.value]
    assert {(one.source, one.approved) for one in found.values()} == {(GUIDELINE, day("2023-05-15"))}


def test_a_limit_of_nothing_is_a_limit() -> None:
    assert values_on([rule(CAP, 0)], "2024-01-01") == {"cap": 0}


def test_a_pool_without_rules_has_none() -> None:
    assert values_on([], "2024-01-01") == {}
