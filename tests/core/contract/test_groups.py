"""Problems of one kind are one line, and none is lost on the way."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.dataset import read_dataset
from core.contract.groups import Group, followers, grouped
from core.contract.problem import Effect, Problem, following, to_mend
from core.subjects import CONTRACT
from tests.core.contract.build import grant, invoice, pool, raw_tables, read

AMOUNT = Problem("Fakturaer", 2, "Beløb", "12.34", "Beløbet er skrevet på engelsk.", "Skriv komma.", Effect.ROW_ASIDE)
WHOLE_TABLE = Problem("Puljer", None, None, "", "Tabellen »Puljer« findes ikke.", "Opret den.", Effect.TABLE_ASIDE)


def times(problem: Problem, amount: int, first: int = 2) -> list[Problem]:
    """The same problem in so many rows."""
    return [replace(problem, row=row) for row in range(first, first + amount)]


def test_twenty_alike_are_one() -> None:
    alike = times(AMOUNT, 20)
    assert grouped(alike) == (Group(tuple(alike)),)
    assert grouped(alike)[0].heading == "Beløb: 20 steder. Skriv komma."


def test_twenty_amounts_in_english_are_one_line() -> None:
    dataset = read(invoices=[invoice(id=f"F{number}", amount=f"{number}.34") for number in range(1, 21)])
    (group,) = grouped(dataset.problems)
    assert [problem.row for problem in group.problems] == list(range(2, 22))
    assert group.heading.startswith("Beløb: 20 steder. ")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"column": "Betalt"}, id="another column"),
        pytest.param({"column": None}, id="no column"),
        pytest.param({"do": "Udfyld feltet."}, id="another remedy"),
        pytest.param({"effect": Effect.UNFINISHED}, id="another effect"),
        pytest.param({"table": "Ansøgninger"}, id="another table"),
    ],
)
def test_what_differs_in_place_remedy_or_cost_is_another_line(other: dict[str, object]) -> None:
    both = [AMOUNT, replace(AMOUNT, **other)]  # type: ignore[arg-type]
    assert {group.problems for group in grouped(both)} == {(problem,) for problem in both}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"row": 3}, id="another row"),
        pytest.param({"value": "9.99"}, id="another value"),
        pytest.param({"what": "Beløbet er skrevet på svensk."}, id="other words for what is wrong"),
        pytest.param({"cell": "Fakturaer!C3", "link": "https://regneark.invalid/"}, id="another cell"),
    ],
)
def test_what_differs_only_in_what_was_typed_is_the_same_line(other: dict[str, object]) -> None:
    assert len(grouped([AMOUNT, replace(AMOUNT, **other)])) == 1  # type: ignore[arg-type]


def test_the_problems_of_a_line_stand_in_the_order_of_their_rows() -> None:
    (group,) = grouped([replace(AMOUNT, row=row) for row in (14, 3, 120, 2)])
    assert [problem.row for problem in group.problems] == [2, 3, 14, 120]
    assert group.first.row == 2


def test_the_costliest_kinds_come_first_and_of_one_cost_the_largest() -> None:
    few, many = replace(AMOUNT, column="Betalt"), AMOUNT
    notice = times(replace(AMOUNT, effect=Effect.NOTICE), 9)
    typing = times(replace(AMOUNT, effect=Effect.UNFINISHED), 9)
    value = times(replace(AMOUNT, effect=Effect.VALUE_ASIDE), 9)
    without = times(replace(AMOUNT, effect=Effect.DONE_WITHOUT), 9)
    given_in = [*typing, *without, *notice, *value, few, *times(many, 2), WHOLE_TABLE]
    assert [(group.first.effect, group.first.column, len(group.problems)) for group in grouped(given_in)] == [
        (Effect.TABLE_ASIDE, None, 1),
        (Effect.ROW_ASIDE, "Beløb", 2),
        (Effect.ROW_ASIDE, "Betalt", 1),
        (Effect.VALUE_ASIDE, "Beløb", 9),
        (Effect.NOTICE, "Beløb", 9),
        (Effect.DONE_WITHOUT, "Beløb", 9),
        (Effect.UNFINISHED, "Beløb", 9),
    ]


def test_of_equal_cost_and_size_the_one_met_first_comes_first() -> None:
    columns = ["Betalt", "Beløb", "Ansøgning"]
    found = grouped([replace(AMOUNT, column=column) for column in columns])
    assert [group.first.column for group in found] == columns


@pytest.mark.parametrize(
    ("problems", "heading"),
    [
        pytest.param([AMOUNT], "Beløb: Beløbet er skrevet på engelsk. Skriv komma.", id="one"),
        pytest.param(times(AMOUNT, 2), "Beløb: 2 steder. Skriv komma.", id="two"),
        pytest.param(times(AMOUNT, 1200), "Beløb: 1.200 steder. Skriv komma.", id="more than a thousand"),
        pytest.param([WHOLE_TABLE], "Tabellen »Puljer« findes ikke. Opret den.", id="one without a column"),
        pytest.param([WHOLE_TABLE] * 2, "2 steder. Opret den.", id="two without a column"),
    ],
)
def test_one_says_what_is_wrong_and_many_say_how_many(problems: list[Problem], heading: str) -> None:
    (group,) = grouped(problems)
    assert group.heading == heading


# One cause, and what follows from it.


def because(problem: Problem, row: int, table: str, cause: int | None) -> Problem:
    return replace(problem, row=row, because=(table, cause))


@pytest.mark.parametrize(
    ("problems", "found"),
    [
        pytest.param([AMOUNT], {}, id="nothing follows"),
        pytest.param([AMOUNT, because(AMOUNT, 7, "Fakturaer", 2)], {("Fakturaer", 2): 1}, id="one follows"),
        pytest.param(
            [AMOUNT, because(AMOUNT, 7, "Puljer", 3), because(AMOUNT, 8, "Puljer", None)],
            {("Puljer", 3): 1, ("Puljer", None): 1},
            id="one follows from a row and one from a whole table",
        ),
        pytest.param(
            [because(AMOUNT, 7, "Puljer", 3), because(replace(AMOUNT, table="Mål"), 1, "Fakturaer", 7)],
            {("Puljer", 3): 2},
            id="what follows from what follows has the first cause",
        ),
        pytest.param(
            [
                because(AMOUNT, 7, "Puljer", 3),
                replace(AMOUNT, row=7),
                because(replace(AMOUNT, table="Mål"), 1, "Fakturaer", 7),
            ],
            {("Puljer", 3): 1, ("Fakturaer", 7): 1},
            id="a row with a fault of its own too is a cause itself",
        ),
    ],
)
def test_each_cause_is_told_how_many_follow_from_it(problems: list[Problem], found: dict[object, int]) -> None:
    assert followers(problems) == found


def test_what_follows_is_nothing_to_mend() -> None:
    dataset = read(pools=[pool(appropriation="?")], pool_rules=[], invoices=[invoice(), invoice(id="F2")])
    (cause,) = to_mend(dataset.problems)
    assert (cause.table, cause.row) == ("Puljer", 2)
    assert [one.table for one in following(dataset.problems)] == ["Ansøgninger", "Fakturaer", "Fakturaer"]
    assert followers(dataset.problems) == {("Puljer", 2): 3}


def test_a_table_that_cannot_be_read_is_the_one_cause_of_all_that_refers_to_it() -> None:
    tables = raw_tables(pool_rules=[])
    dataset = read_dataset(CONTRACT, [raw for name, raw in tables.items() if name != "pools"])
    assert [one.table for one in to_mend(dataset.problems)] == ["Puljer"]
    assert followers(dataset.problems) == {("Puljer", None): 2}


def test_what_refers_to_a_row_still_being_typed_or_to_nothing_is_a_fault_of_its_own() -> None:
    dataset = read(applications=[grant(), {"id": "A2"}], invoices=[invoice(application="A2"), invoice(id="F2")])
    assert [(one.table, one.row) for one in to_mend(dataset.problems)] == [("Fakturaer", 2)]
    dataset = read(invoices=[invoice(application="Z9")])
    assert [(one.table, one.row) for one in to_mend(dataset.problems)] == [("Fakturaer", 2)]


def test_no_problems_are_no_lines() -> None:
    assert grouped([]) == ()


PROBLEMS = st.lists(
    st.builds(
        Problem,
        table=st.sampled_from(["Puljer", "Fakturaer"]),
        row=st.none() | st.integers(2, 5),
        column=st.sampled_from([None, "Pulje", "Beløb"]),
        value=st.sampled_from(["", "12.34"]),
        what=st.sampled_from(["Feltet er tomt.", "Tallet er skævt."]),
        do=st.sampled_from(["Ret det.", "Slet det."]),
        effect=st.sampled_from(Effect),
    ),
    max_size=40,
)


@given(problems=PROBLEMS)
def test_nothing_is_lost_or_doubled_and_each_line_is_of_one_kind(problems: list[Problem]) -> None:
    groups = grouped(problems)
    assert Counter(problem for group in groups for problem in group.problems) == Counter(problems)
    kinds = [{(p.table, p.column, p.do, p.effect) for p in group.problems} for group in groups]
    assert all(len(kind) == 1 for kind in kinds)
    assert len(set().union(*kinds)) == len(groups)
    costs = [(list(Effect).index(group.first.effect), -len(group.problems)) for group in groups]
    assert costs == sorted(costs)
    for group in groups:
        rows = [problem.row or 0 for problem in group.problems]
        assert rows == sorted(rows)
