"""Which column is which, and what is wrong with the headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.headings import Headings, match_headings
from core.contract.problem import Effect, Problem
from core.contract.table import Column, Table
from core.organisation.tables import DEPARTMENTS
from core.pool.tables import APPLICATIONS, INVOICES, POOLS
from core.subjects import CONTRACT
from tests.core.contract.build import told

ALL_OF_POOLS = ("Pulje", "Navn", "Ramme", "Fra", "Til", "Godkendt")
NO_BREAK = "\u00a0"


def only(headings: Headings) -> Problem:
    assert len(headings.problems) == 1, headings.problems
    return told(headings.problems[0])


def test_headings_as_the_contract_has_them_are_all_found() -> None:
    headings = match_headings(POOLS, ALL_OF_POOLS)
    assert headings.positions == {"id": 0, "name": 1, "appropriation": 2, "first": 3, "last": 4, "approved": 5}
    assert headings.usable
    assert not headings.problems


@given(order=st.permutations(range(len(APPLICATIONS.columns))))
def test_columns_may_stand_in_any_order(order: list[int]) -> None:
    headings = match_headings(APPLICATIONS, tuple(APPLICATIONS.columns[place].heading for place in order))
    assert headings.usable
    assert not headings.problems
    assert headings.positions == {APPLICATIONS.columns[column].name: place for place, column in enumerate(order)}


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param("Ansøgt beløb", id="as it is"),
        pytest.param("ANSØGT BELØB", id="capitals"),
        pytest.param("ansøgt beløb", id="small letters"),
        pytest.param("  Ansøgt  beløb ", id="spaces"),
        pytest.param(f"Ansøgt{NO_BREAK}beløb", id="a no-break space"),
        pytest.param("Ansøgt\nbeløb", id="a line break"),
        pytest.param("ansoegt_beloeb", id="as a database spells it"),
        pytest.param("Ansoegt Beloeb", id="oe"),
        pytest.param("Ansøgt beløb (kr.)", id="its unit in brackets"),
        pytest.param("Ansøgt beløb (kr., inkl. moms) ", id="more in brackets"),
        pytest.param("Ansøgt beløb:", id="a colon"),
    ],
)
def test_a_heading_is_known_in_any_spelling(typed: str) -> None:
    others = [column.heading for column in APPLICATIONS.columns if column.name != "requested"]
    headings = match_headings(APPLICATIONS, (typed, *others))
    assert headings.positions["requested"] == 0
    assert not headings.problems


@pytest.mark.parametrize(
    ("table", "typed", "column"),
    [
        pytest.param(DEPARTMENTS, "Afdelingsnr", "number", id="Afdelingsnr"),
        pytest.param(DEPARTMENTS, "Afdelingsnr.", "number", id="Afdelingsnr with a dot"),
        pytest.param(DEPARTMENTS, "NR", "number", id="Nr"),
        pytest.param(APPLICATIONS, "afdeling", "departments", id="Afdeling for Afdelinger"),
        pytest.param(INVOICES, "I organisationens navn", "made_out_to_organisation", id="the shorter name"),
    ],
)
def test_a_column_is_known_by_its_other_names(table: Table, typed: str, column: str) -> None:
    others = [other.heading for other in table.columns if other.name != column]
    headings = match_headings(table, (typed, *others))
    assert headings.positions[column] == 0
    assert not headings.problems


def test_the_contracts_own_heading_goes_before_its_other_names() -> None:
    headings = match_headings(DEPARTMENTS, ("Nr", "Navn", "Boliger", "Afdeling"))
    assert headings.positions["number"] == 3
    assert headings.usable


def test_columns_outside_the_contract_are_passed_over() -> None:
    headings = match_headings(POOLS, ("Bemærkninger", *ALL_OF_POOLS, "Telefon", "E-mail"))
    assert headings.positions["id"] == 1
    assert set(headings.positions) == {column.name for column in POOLS.columns}
    assert not headings.problems


@pytest.mark.parametrize("typed", [None, "", "  ", NO_BREAK, 2024, 7.5], ids=repr)
def test_a_blank_or_odd_heading_is_passed_over_too(typed: object) -> None:
    headings = match_headings(POOLS, (typed, typed, *ALL_OF_POOLS))
    assert headings.positions["id"] == 2
    assert not headings.problems


# Missing.


@pytest.mark.parametrize("missing", [column for column in POOLS.columns if column.required], ids=lambda c: c.heading)
def test_a_required_column_that_is_missing_sets_the_table_aside(missing: Column) -> None:
    headings = match_headings(POOLS, tuple(c.heading for c in POOLS.columns if c != missing))
    assert not headings.usable
    problem = only(headings)
    assert problem.effect is Effect.TABLE_ASIDE
    assert (problem.table, problem.row) == ("Puljer", None)
    assert f"»{problem.column}« mangler" in problem.what
    assert f"»{problem.column}«" in problem.do


def test_an_optional_column_that_is_missing_is_told_and_costs_nothing() -> None:
    headings = match_headings(POOLS, ALL_OF_POOLS[:-1])
    assert headings.usable
    assert "approved" not in headings.positions
    problem = only(headings)
    assert (problem.effect, problem.column) == (Effect.DONE_WITHOUT, "Godkendt")
    assert "hvis I bruger den" in problem.do


@pytest.mark.parametrize("typed", [(), ("", None), ("2024", "Fællesskabspuljen")], ids=repr)
def test_without_any_heading_that_is_said_once(typed: tuple[object, ...]) -> None:
    headings = match_headings(POOLS, typed)
    assert not headings.usable
    (problem,) = headings.problems
    assert problem.column is None
    assert "har ingen overskrifter" in told(problem).what


# Renamed.


@pytest.mark.parametrize(
    ("was", "typed"),
    [
        pytest.param("Ramme", "Rammen", id="one letter more"),
        pytest.param("Ramme", "Rame", id="one letter less"),
        pytest.param("Ramme", "Rammebeløb", id="a longer word that begins the same"),
    ],
)
def test_a_required_column_with_a_new_name_is_told_with_the_one_it_may_be(was: str, typed: str) -> None:
    headings = match_headings(POOLS, tuple(typed if heading == was else heading for heading in ALL_OF_POOLS))
    assert not headings.usable
    problem = only(headings)
    assert problem.column == was
    assert f"»{typed}«" in problem.what
    assert f"»{was}«" in problem.do


def test_a_column_the_money_depends_on_is_in_doubt_when_one_with_a_near_name_stands_there() -> None:
    # »Bortfaldet« is not required, but read as blank it would let a lapsed grant bind money.
    typed = tuple("Bortfald" if c.name == "lapsed" else c.heading for c in APPLICATIONS.columns)
    headings = match_headings(APPLICATIONS, typed)
    assert not headings.usable
    problem = only(headings)
    assert (problem.column, problem.effect) == ("Bortfaldet", Effect.TABLE_ASIDE)
    assert "»Bortfald«" in problem.what


def test_the_same_column_missing_with_no_near_name_is_only_told() -> None:
    typed = tuple(c.heading for c in APPLICATIONS.columns if c.name != "lapsed")
    headings = match_headings(APPLICATIONS, typed)
    assert headings.usable
    assert only(headings).effect is Effect.DONE_WITHOUT


def test_a_descriptive_column_with_a_near_name_is_suggested_and_costs_nothing() -> None:
    typed = tuple("Deltagerne" if c.name == "participants" else c.heading for c in APPLICATIONS.columns)
    headings = match_headings(APPLICATIONS, typed)
    assert headings.usable
    problem = only(headings)
    assert (problem.column, problem.effect) == ("Deltagere", Effect.DONE_WITHOUT)
    assert "»Deltagerne«" in problem.what


def test_a_short_heading_is_not_taken_for_the_beginning_of_another() -> None:
    # »Til« is missing; »Tilføjet af« begins with it and is something else.
    headings = match_headings(POOLS, ("Pulje", "Navn", "Ramme", "Fra", "Tilføjet af", "Godkendt"))
    assert not headings.usable
    assert "Tilføjet" not in only(headings).what


# Doubled.


@pytest.mark.parametrize("second", ["Ramme", "RAMME", "Ramme (kr.)"])
def test_a_needed_column_that_stands_twice_sets_the_table_aside(second: str) -> None:
    headings = match_headings(POOLS, (*ALL_OF_POOLS, second))
    assert not headings.usable
    problem = only(headings)
    assert (problem.column, problem.effect) == ("Ramme", Effect.TABLE_ASIDE)
    assert "2 gange" in problem.what


def test_a_needed_column_that_need_not_be_filled_in_may_not_stand_twice_either() -> None:
    typed = (*(c.heading for c in INVOICES.columns), "betalt")
    headings = match_headings(INVOICES, typed)
    assert not headings.usable
    assert only(headings).column == "Betalt"


def test_a_descriptive_column_that_stands_twice_is_left_out_alone() -> None:
    headings = match_headings(POOLS, (*ALL_OF_POOLS, "Godkendt", "godkendt"))
    assert headings.usable
    assert "approved" not in headings.positions
    problem = only(headings)
    assert (problem.column, problem.effect) == ("Godkendt", Effect.VALUE_ASIDE)
    assert "3 gange" in problem.what


def test_two_of_a_columns_other_names_are_a_double() -> None:
    headings = match_headings(DEPARTMENTS, ("Nr", "Afdelingsnr", "Navn", "Boliger"))
    assert not headings.usable
    assert only(headings).column == "Afdeling"


# Anything.


@given(st.data())
def test_any_headings_are_matched_or_told(data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(CONTRACT.tables))
    own = [name for column in table.columns for name in (column.heading, *column.also)]
    typed = data.draw(
        st.lists(
            st.one_of(st.sampled_from(own), st.text(max_size=12), st.none(), st.integers(), st.floats()), max_size=20
        )
    )
    headings = match_headings(table, tuple(typed))
    assert set(headings.positions) <= {column.name for column in table.columns}
    assert len(set(headings.positions.values())) == len(headings.positions)
    told_columns = [told(problem).column for problem in headings.problems]
    seen = {*headings.seen, *headings.renamed}
    lacking = [column for column in table.columns if column.name not in headings.positions]
    missing = [column.heading for column in lacking if not column.quiet or column.name in seen]
    assert told_columns == (missing if headings.seen else [None])
    assert headings.positions.items() <= headings.seen.items()
    assert headings.usable == all(problem.effect is not Effect.TABLE_ASIDE for problem in headings.problems)
    required = {column.name for column in table.columns if column.required}
    assert not headings.usable or required <= set(headings.positions)
