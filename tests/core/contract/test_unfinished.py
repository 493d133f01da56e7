"""A row that is still being typed is no fault: nothing in it is wrong, something is only missing."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.csv_text import split
from core.contract.dataset import Dataset, read_dataset
from core.contract.problem import Effect, Problem, to_mend
from core.contract.read_table import read_table
from core.contract.table import Table
from core.contract.unfinished import MOST_AT_ONCE
from core.pool.aside import not_counted_for
from core.pool.tables import APPLICATIONS, INVOICES, Application, Invoice, Pool
from core.subjects import CONTRACT
from tests.core.contract.build import (
    RIGHT,
    Cells,
    application,
    grant,
    invoice,
    only_problem,
    raw_table,
    raw_tables,
    read,
    read_alone,
    told,
)

HALF: Cells = {"id": "A2", "project": "Høstf"}
"""An application somebody has begun to type: two of four required cells."""


def effects(table: Table, *rows: Cells) -> dict[int, set[Effect]]:
    """What the problems of each row cost, by its number."""
    found: dict[int, set[Effect]] = {}
    for problem in read_alone(table.name, raw_table(table.name, rows)).problems:
        found.setdefault(told(problem).row or 0, set()).add(problem.effect)
    return found


def only_with(table: Table, amount: int) -> Cells:
    """The table's right row with so many of its required cells and nothing else."""
    required = [column.name for column in table.columns if column.required]
    return {name: RIGHT[table.name][name] for name in required[:amount]}


def required_of(table: Table) -> int:
    return sum(column.required for column in table.columns)


def count_of(dataset: Dataset, name: str) -> tuple[int, int, int, int]:
    """Rows read, used, unfinished, wrong."""
    (one,) = (counted for counted in dataset.counts if counted.table.name == name)
    assert one.read == one.used + one.unfinished + one.wrong
    return one.read, one.used, one.unfinished, one.wrong


# What holds already.


@pytest.mark.parametrize(
    ("name", "row", "holds"),
    [
        pytest.param("applications", {"id": "A2"}, False, id="only its number"),
        pytest.param("applications", HALF, False, id="no amount yet"),
        pytest.param("applications", {"requested": "8.000"}, True, id="only an amount"),
        pytest.param("applications", application(id="A2", received=None), True, id="all but the day it came"),
        pytest.param("applications", application(id="A2", requested=None, received=None), False, id="but no amount"),
        pytest.param("invoices", invoice(id="F2", application=None), True, id="of no application yet"),
        pytest.param("invoices", invoice(id="F2", amount=None), True, id="without its amount"),
        pytest.param("invoices", invoice(id="F2", invoiced=None), False, id="without its day it is not known yet"),
        pytest.param("invoices", {"id": "F2", "invoiced": "12-02-2024"}, False, id="number and day alone"),
        pytest.param("departments", {"number": "99"}, False, id="nothing rests on it"),
    ],
)
def test_what_somebody_is_typing_is_handed_on_where_money_may_rest_on_it(name: str, row: Cells, holds: bool) -> None:
    dataset = read(**{name: [RIGHT[name], row]}, **({} if name == "applications" else {"applications": [grant()]}))
    assert [(one.table, one.unfinished, one.lacking) for one in dataset.set_aside] == [(name, True, False)] * holds
    assert to_mend(dataset.problems) == ()


# The last rows.


@pytest.mark.parametrize(
    "half",
    [
        pytest.param({"id": "A2"}, id="only its number"),
        pytest.param({"project": "Høstfest"}, id="only its name"),
        pytest.param({"participants": "40"}, id="only a cell that need not be filled in"),
        pytest.param({"applicant": "Karen"}, id="only a private cell"),
        pytest.param(HALF, id="half of the required cells"),
        pytest.param(application(id="A2", received=None), id="all but one"),
        pytest.param(application(id="A2", project=" "), id="all but one, which holds a space"),
    ],
)
def test_a_half_typed_last_row_is_not_finished_and_nothing_is_wrong(half: Cells) -> None:
    dataset = read(applications=[grant(), half])
    assert {(told(problem).row, problem.effect) for problem in dataset.problems} == {(3, Effect.UNFINISHED)}
    assert to_mend(dataset.problems) == ()
    assert [row.id for row in dataset.of(Application)] == ["A1"]
    assert count_of(dataset, "applications") == (2, 1, 1, 0)
    assert [row for row in dataset.set_aside if row.lacking] == []
    assert dataset.not_counted("applications") == not_counted_for(dataset, "applications", dataset.of(Pool)[0]) == 0


@pytest.mark.parametrize(
    "row",
    [
        pytest.param(grant(id="A2", project=""), id="a grant without its name"),
        pytest.param(application(id="A2", decision="tilsagn"), id="a decision without its date and amount"),
        pytest.param(application(id="A2", decision="tilsagn", granted="8.000"), id="a decision without its date"),
        pytest.param(application(id="A2", decided="25-01-2024"), id="a date without its decision"),
        pytest.param(application(id="A2", decision="tilsagn", decided="25-01-2024"), id="a grant without its amount"),
        pytest.param(application(id="A2", granted="8.000"), id="an amount without its decision"),
        pytest.param({"id": "A2", "granted": "8.000"}, id="an amount and little else"),
    ],
)
def test_a_row_that_moves_money_is_no_draft_whatever_it_lacks(row: Cells) -> None:
    dataset = read(applications=[grant(), row])
    assert {problem.effect for problem in dataset.problems} == {Effect.ROW_ASIDE}
    assert dataset.not_counted("applications") == 1


def test_a_payment_that_lacks_its_application_is_no_draft() -> None:
    row = invoice(id="F2", application="", paid="01-03-2024")
    assert effects(INVOICES, invoice(), row) == {3: {Effect.ROW_ASIDE}}


@pytest.mark.parametrize(("rows", "effect"), [(3, Effect.UNFINISHED), (4, Effect.ROW_ASIDE)])
def test_more_than_three_at_once_have_lost_a_cell_and_are_not_being_typed(rows: int, effect: Effect) -> None:
    half = [application(id=f"A{number}", project="") for number in range(2, 2 + rows)]
    assert effects(APPLICATIONS, grant(), *half) == {row: {effect} for row in range(3, 3 + rows)}


@pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)
def test_a_last_row_that_lacks_one_required_cell_is_not_finished_in_any_table(table: Table) -> None:
    for column in table.columns:
        if column.required and len(table.columns) > 1:
            other_ages = {"ages": "45-59"} if table.has_ages else {}
            rows = RIGHT[table.name], {**RIGHT[table.name], **other_ages, column.name: None}
            assert effects(table, *rows) == {3: {Effect.UNFINISHED}}


def test_an_invoice_whose_date_is_not_typed_yet_is_not_finished() -> None:
    assert effects(INVOICES, invoice(), invoice(id="F2", invoiced=None)) == {3: {Effect.UNFINISHED}}


def test_several_half_typed_rows_at_the_end_are_all_not_finished() -> None:
    dataset = read(applications=[grant(), application(id="A2", project=""), HALF, {"id": "A4"}])
    assert {(problem.row, problem.effect) for problem in dataset.problems} == {
        (row, Effect.UNFINISHED) for row in (3, 4, 5)
    }
    assert count_of(dataset, "applications") == (4, 1, 3, 0)


def test_blank_rows_and_rows_of_unticked_boxes_below_change_nothing() -> None:
    unticked = {"across": False, "begun": False}
    assert effects(APPLICATIONS, grant(), application(id="A2", project=""), {}, unticked, {"id": " "}) == {
        3: {Effect.UNFINISHED}
    }


def test_a_table_of_half_typed_rows_alone_is_usable_and_has_nothing_wrong() -> None:
    dataset = read(applications=[HALF, {"id": "A3"}], invoices=[])
    assert count_of(dataset, "applications") == (2, 0, 2, 0)
    assert dataset.unusable("applications") == ()
    assert to_mend(dataset.problems) == ()


# A finished row below.


@pytest.mark.parametrize("column", [column for column in APPLICATIONS.columns if column.required], ids=str)
def test_a_finished_row_below_makes_a_missing_cell_a_fault_again(column: Any) -> None:
    assert effects(APPLICATIONS, {**grant(), column.name: None}, grant(id="A2")) == {2: {Effect.ROW_ASIDE}}


@pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)
def test_above_a_finished_row_only_one_that_lacks_more_than_half_is_still_being_typed(table: Table) -> None:
    for typed in range(1, required_of(table)):
        lacks_most = (required_of(table) - typed) * 2 > required_of(table)
        found = effects(table, only_with(table, typed), RIGHT[table.name])[2]
        assert found == {Effect.UNFINISHED} if lacks_most else Effect.ROW_ASIDE in found


@pytest.mark.parametrize(
    ("name", "cells"),
    [("board_meetings", {"title": "Møde"}), ("departments", {"homes": 40}), ("invoices", {"supplier": "Bageren"})],
)
def test_a_row_without_any_required_cell_is_being_typed_wherever_it_stands(name: str, cells: Cells) -> None:
    table = CONTRACT.by_name[name]
    for rows in ([cells, RIGHT[name]], [RIGHT[name], cells]):
        assert {effect for found in effects(table, *rows).values() for effect in found} == {Effect.UNFINISHED}


@pytest.mark.parametrize(
    ("row", "effect"),
    [
        pytest.param({"id": "A2"}, Effect.UNFINISHED, id="three of four are missing"),
        pytest.param({"id": "A2", "requested": "8.000", "across": "ja"}, Effect.UNFINISHED, id="but much else"),
        pytest.param(HALF, Effect.ROW_ASIDE, id="two of four are missing"),
        pytest.param({**HALF, "pool": "2024"}, Effect.ROW_ASIDE, id="one of four is missing"),
        pytest.param(application(id="A2", decision="tilsagn"), Effect.ROW_ASIDE, id="a decision without its date"),
    ],
)
def test_an_application_between_finished_ones_is_being_typed_while_three_of_four_cells_are_missing(
    row: Cells, effect: Effect
) -> None:
    dataset = read(applications=[grant(), row, grant(id="A3")])
    assert {problem.effect for problem in dataset.problems} == {effect}
    unfinished = effect is Effect.UNFINISHED
    assert count_of(dataset, "applications") == (3, 2, unfinished, not unfinished)
    assert dataset.not_counted("applications") == (not unfinished)


@pytest.mark.parametrize(
    ("row", "effect"),
    [
        pytest.param({"id": "F2"}, Effect.UNFINISHED, id="two of three are missing"),
        pytest.param({"id": "F2", "amount": "1.000"}, Effect.ROW_ASIDE, id="one of three is missing"),
        pytest.param(invoice(id="F2", invoiced=None), Effect.ROW_ASIDE, id="only its date is missing"),
    ],
)
def test_an_invoice_between_finished_ones_is_being_typed_while_two_of_three_cells_are_missing(
    row: Cells, effect: Effect
) -> None:
    assert effects(INVOICES, invoice(), row, invoice(id="F3")) == {3: {effect}}


def test_a_row_with_a_fault_below_is_a_finished_one_too() -> None:
    rows = [grant(), grant(id="A2", project=""), grant(id="A3", granted="12.34")]
    assert effects(APPLICATIONS, *rows) == {3: {Effect.ROW_ASIDE}, 4: {Effect.ROW_ASIDE}}


# Something unreadable.


@pytest.mark.parametrize(
    ("column", "typed"),
    [("received", "30-02-2024"), ("requested", "12.34"), ("granted", "ca. 5"), ("decision", "måske"), ("id", "#REF!")],
)
@pytest.mark.parametrize("row", [grant(id="A2", project=""), HALF, {"project": "x"}], ids=["most", "half", "little"])
def test_a_row_with_something_unreadable_is_a_fault_even_at_the_end(row: Cells, column: str, typed: str) -> None:
    dataset = read(applications=[grant(), {**row, column: typed}])
    assert {(problem.row, problem.effect) for problem in dataset.problems} == {(3, Effect.ROW_ASIDE)}
    assert count_of(dataset, "applications") == (2, 1, 0, 1)
    assert dataset.not_counted("applications") == 1


def test_a_torn_row_is_a_fault_even_at_the_end() -> None:
    raw = split(b"Faktura,Fakturadato,Ans\xc3\xb8gning,Bel\xc3\xb8b\nF1,12-02-2024,A1,500\nF2,,A1,1.234,50\n", INVOICES)
    assert {(p.row, p.effect) for p in read_table(INVOICES, raw).problems if p.row} == {(3, Effect.ROW_ASIDE)}


def test_a_torn_row_is_a_fault_even_at_the_end_and_without_its_number() -> None:
    raw = split(b"Faktura,Fakturadato,Ans\xc3\xb8gning,Bel\xc3\xb8b\n,12-02-2024,A1,1.234,50\n", INVOICES)
    assert Effect.ROW_ASIDE in {problem.effect for problem in read_table(INVOICES, raw).problems}


def test_cells_that_contradict_each_other_are_a_fault_even_at_the_end() -> None:
    rejected = application(id="A2", decision="afslag", decided="25-01-2024", granted="8.000")
    ended = grant(id="A2", closed="01-01-2024")
    for row in (rejected, ended):
        assert effects(APPLICATIONS, grant(), row) == {3: {Effect.ROW_ASIDE}}


def test_an_unreadable_cell_that_costs_only_itself_waits_with_its_row() -> None:
    assert effects(APPLICATIONS, {**HALF, "participants": "mange"}) == {2: {Effect.UNFINISHED}}
    assert effects(APPLICATIONS, grant(participants="mange")) == {2: {Effect.VALUE_ASIDE}}


# Keys and references.


@pytest.mark.parametrize("half", [{"id": "A1"}, {"id": "a1", "project": "Fest"}, application(project="")], ids=str)
def test_a_half_typed_row_with_the_number_of_a_finished_one_does_not_set_it_aside(half: Cells) -> None:
    dataset = read(applications=[grant(), half])
    assert [row.id for row in dataset.of(Application)] == ["A1"]
    assert [row.id for row in dataset.of(Invoice)] == ["F1"]
    assert {problem.effect for problem in dataset.problems} == {Effect.UNFINISHED}


def test_two_half_typed_rows_may_have_the_same_number() -> None:
    assert effects(APPLICATIONS, {"id": "A2"}, {"id": "A2", "project": "Fest"}) == {
        2: {Effect.UNFINISHED},
        3: {Effect.UNFINISHED},
    }


def test_a_finished_row_with_the_number_of_another_is_a_fault_even_at_the_end() -> None:
    dataset = read(applications=[grant(), grant(project="Høstfest")])
    assert count_of(dataset, "applications") == (2, 0, 0, 2)


def test_a_reference_to_a_half_typed_row_is_told() -> None:
    dataset = read(applications=[grant(), HALF], invoices=[invoice(application="A2"), invoice(id="F2")])
    (problem,) = to_mend(dataset.problems)
    assert (told(problem).table, problem.row, problem.column) == ("Fakturaer", 2, "Ansøgning")
    assert "»A2« står i tabellen »Ansøgninger«" in problem.what
    assert [row.id for row in dataset.of(Invoice)] == ["F2"]
    assert count_of(dataset, "invoices") == (2, 1, 0, 1)


def test_a_half_typed_row_that_refers_to_nothing_known_is_still_only_half_typed() -> None:
    dataset = read(applications=[grant(), {"id": "A2", "pool": "20"}])
    assert {problem.effect for problem in dataset.problems} == {Effect.UNFINISHED}
    assert count_of(dataset, "applications") == (2, 1, 1, 0)


def test_a_finished_last_row_that_refers_to_nothing_known_is_a_fault() -> None:
    dataset = read(applications=[grant(), grant(id="A2", pool="2099")])
    assert only_problem(dataset).effect is Effect.ROW_ASIDE


def test_typing_a_row_to_its_end_makes_it_count() -> None:
    whole = dict(grant(id="A2"))
    typed: dict[str, object] = {}
    for name in ("id", "pool", "project", "departments", "requested", "received"):
        typed[name] = whole[name]
        dataset = read(applications=[grant(), typed])
        assert to_mend(dataset.problems) == ()
        assert len(dataset.of(Application)) == (2 if name == "received" else 1)


# Anything.

BASE: dict[str, Sequence[Cells]] = {
    "applications": [
        grant(),
        grant(id="A2", granted="12.34"),
        grant(id="A3", project=""),
        {"id": "A4"},
        grant(id="A5"),
        grant(id="A5"),
        grant(id="A6", participants="mange"),
    ],
    "invoices": [invoice(), invoice(id="F2", application="A3"), {"id": "F3"}, invoice(id="F4")],
}


@st.composite
def half_typed(draw: st.DrawFn, name: str) -> dict[str, object]:
    """Some of a right row's cells, at least one required cell missing and at least one cell there."""
    table, right = CONTRACT.by_name[name], {**RIGHT[name]}
    right[table.key[0]] = draw(st.sampled_from([right[table.key[0]], "A5", "F2", "NY"]))
    required = [column.name for column in table.columns if column.required]
    missing = draw(st.lists(st.sampled_from(required), min_size=1, unique=True))
    left = {cell: value for cell, value in right.items() if cell not in missing}
    kept = draw(st.lists(st.sampled_from(sorted(left)), min_size=1, unique=True))
    return {cell: left[cell] for cell in kept}


def others(problems: Sequence[Problem], last: Mapping[str, int]) -> list[Problem]:
    """The problems of the rows that were there before."""
    titles = {CONTRACT.by_name[name].title: row for name, row in last.items()}
    return [p for p in problems if p.table not in titles or (p.row or 0) <= titles[p.table]]


@given(st.data())
def test_half_typed_rows_at_the_end_change_nothing_else(data: st.DataObject) -> None:
    base = {name: data.draw(st.lists(st.sampled_from(rows), max_size=5)) for name, rows in BASE.items()}
    base["applications"] = [grant(), *base["applications"]]
    more = {name: data.draw(st.lists(half_typed(name), max_size=MOST_AT_ONCE)) for name in BASE}
    before = read_dataset(CONTRACT, raw_tables(**base).values())
    after = read_dataset(CONTRACT, raw_tables(**{name: [*base[name], *more[name]] for name in BASE}).values())
    for table in CONTRACT.tables:
        assert after.of(table.row) == before.of(table.row)
    last = {name: len(rows) + 1 for name, rows in base.items()}
    assert others(after.problems, last) == others(before.problems, last) == list(before.problems)
    assert to_mend(after.problems) == to_mend(before.problems)
    assert [row for row in after.set_aside if row.lacking] == [row for row in before.set_aside if row.lacking]
    for name, rows in more.items():
        read_before, used, unfinished, wrong = count_of(before, name)
        assert count_of(after, name) == (read_before + len(rows), used, unfinished + len(rows), wrong)
