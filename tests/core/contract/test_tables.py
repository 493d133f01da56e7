"""The contract is sound in itself, and sample_data is written by it."""

from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest

from core.ambassadors.tables import Initiative
from core.contract.cells.cell import slug
from core.contract.csv_text import split
from core.contract.dataset import Dataset, SetAside, TableCount, read_dataset
from core.contract.problem import Problem
from core.contract.table import Column, Kind, Table, heading_slug, sql_name
from core.organisation.settings import organisation_name
from core.organisation.tables import Department
from core.pool.rule_table import PoolRule
from core.pool.rulebook import RULES
from core.pool.tables import Application, Invoice, Pool
from core.subjects import CONTRACT
from tests.each import each

SAMPLE_DATA = Path(__file__).parents[3] / "sample_data"
ALL_TABLES = pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)
ALL_COLUMNS = each(
    {f"{table.title}: {column.heading}": (table, column) for table in CONTRACT.tables for column in table.columns}
)


def test_names_and_titles_of_tables_are_unique() -> None:
    for names in (
        [t.name for t in CONTRACT.tables],
        [t.slug for t in CONTRACT.tables],
        [sql_name(t.title) for t in CONTRACT.tables],
    ):
        assert len(set(names)) == len(names)
    assert list(CONTRACT.by_name.values()) == list(CONTRACT.tables)


@ALL_TABLES
def test_names_of_columns_are_unique(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert len({sql_name(column.heading) for column in table.columns}) == len(names)


@ALL_TABLES
def test_no_heading_or_other_name_can_be_taken_for_another_columns(table: Table) -> None:
    spellings = [slug(heading) for column in table.columns for heading in (column.heading, *column.also)]
    assert "" not in spellings
    assert len(set(spellings)) == len(spellings)


@ALL_COLUMNS
def test_a_heading_is_known_again_from_its_spelling_in_sql(table: Table, column: Column) -> None:
    # A heading with brackets would lose them on the way in, and would not be found.
    assert heading_slug(column.heading) == slug(column.heading) == slug(sql_name(column.heading))
    assert all(heading_slug(also) == slug(also) for also in column.also)
    assert slug(sql_name(table.title)) == table.slug


@ALL_TABLES
def test_key_labels_and_check_name_columns_that_exist(table: Table) -> None:
    names = {column.name for column in table.columns}
    assert table.key
    assert set(table.key) <= names
    assert set(table.labels) <= names


@ALL_TABLES
def test_every_part_of_a_key_must_be_filled_in_and_readable(table: Table) -> None:
    # Else rows without a key could not be told apart.
    assert all(table.column(name).required and table.column(name).needed for name in table.key)


@ALL_COLUMNS
def test_a_reference_points_to_a_column_of_a_table_read_before(table: Table, column: Column) -> None:
    assert bool(column.reference) == (column.kind in (Kind.REFERENCE, Kind.REFERENCES))
    if column.reference:
        target, field = column.reference.split(".")
        assert CONTRACT.tables.index(CONTRACT.by_name[target]) < CONTRACT.tables.index(table)
        assert CONTRACT.by_name[target].column(field).required


@ALL_COLUMNS
def test_a_column_is_described_as_its_kind_asks_for(table: Table, column: Column) -> None:
    assert bool(column.allowed) == (column.kind is Kind.CHOICE)
    assert column.minimum is None or column.kind in (Kind.AMOUNT, Kind.NUMBER, Kind.WHOLE)
    assert column.unit == "kr." if column.kind is Kind.AMOUNT else column.unit != "kr."
    assert column.needed or not column.required, "a required cell that cannot be read would leave its field empty"
    assert len({slug(value) for value in column.allowed}) == len(column.allowed)


@ALL_TABLES
def test_the_rule_stands_before_its_value(table: Table) -> None:
    kinds = [column.kind for column in table.columns]
    if Kind.BY_ROW in kinds:
        assert [column.name for column in table.columns].index("rule") < kinds.index(Kind.BY_ROW)


@ALL_COLUMNS
def test_every_column_but_private_ones_has_its_field_in_the_typed_row(table: Table, column: Column) -> None:
    assert is_dataclass(table.row)
    held = {field.name for field in fields(table.row)}
    assert (column.name in held) == (column.kind is not Kind.PRIVATE)


@ALL_TABLES
def test_every_field_of_a_typed_row_comes_from_a_column_or_is_worked_out(table: Table) -> None:
    worked_out = {
        Application: {"applicant_given", "unreadable"},
        Invoice: {"supplier_is_applicant"},
        Initiative: {"unreadable"},
    }
    columns = {column.name for column in table.columns}
    assert {field.name for field in fields(table.row)} - columns == worked_out.get(table.row, set())


@pytest.mark.parametrize(
    "shared", [*(t.row for t in CONTRACT.tables), Dataset, TableCount, SetAside, Problem, Table, Column]
)
def test_what_all_viewers_share_is_frozen(shared: Any) -> None:
    assert shared.__dataclass_params__.frozen


def test_a_dataset_has_the_rows_of_each_table_by_their_class_in_the_tables_order() -> None:
    dataset = read_dataset(CONTRACT, [])
    assert [row for row, _ in dataset.tables] == [table.row for table in CONTRACT]
    assert len({table.row for table in CONTRACT}) == len(CONTRACT.tables)


def test_private_columns_are_those_that_hold_names_of_people_or_may() -> None:
    private = {(t.title, c.heading) for t in CONTRACT.tables for c in t.columns if c.kind is Kind.PRIVATE}
    assert private == {
        ("Ansøgninger", "Ansøger"),
        ("Fakturaer", "Leverandør"),
        ("Ambassadører", "Ambassadør"),
        ("Fokusgruppe", "Medlem"),
        ("Beboere", "Køn"),
    }


NOT_IN_SAMPLE = {"dispensations", "appropriation_changes"}
"""Tables of what has never happened in the sample's organisation: their headings alone."""


@pytest.fixture(scope="module")
def sample() -> Dataset:
    raw = [split((SAMPLE_DATA / f"{sql_name(table.title)}.csv").read_bytes(), table) for table in CONTRACT.tables]
    return read_dataset(CONTRACT, raw)


def test_sample_data_is_read_without_a_single_problem(sample: Dataset) -> None:
    assert sample.problems == ()
    assert sample.set_aside == ()


@ALL_TABLES
def test_sample_data_has_rows_in_every_table_and_all_count(sample: Dataset, table: Table) -> None:
    counted = next(counted for counted in sample.counts if counted.table is table)
    assert counted.found
    assert counted.usable
    assert counted.read == counted.used
    assert bool(counted.used) is (table.name not in NOT_IN_SAMPLE)


@ALL_TABLES
def test_sample_data_fills_every_column_somewhere(table: Table) -> None:
    raw = split((SAMPLE_DATA / f"{sql_name(table.title)}.csv").read_bytes(), table)
    assert raw.headings == tuple(column.heading for column in table.columns)
    empty = {heading for place, heading in enumerate(raw.headings) if not any(row.cells[place] for row in raw.rows)}
    asked = {field for rule in RULES for field in rule.asks} if table.row is Application else set()
    by_other_rules = {column.heading for column in table.columns if column.name in asked}
    assert table.name in NOT_IN_SAMPLE or empty <= by_other_rules


def test_sample_data_has_no_tables_outside_the_contract() -> None:
    assert {slug(file.stem) for file in SAMPLE_DATA.glob("*.csv")} == {table.slug for table in CONTRACT.tables}


def test_sample_data_says_what_is_known_of_the_organisation(sample: Dataset) -> None:
    assert organisation_name(sample) == "DOMI Bolig"
    assert len(sample.of(Department)) == 38
    assert {pool.appropriation for pool in sample.of(Pool)} == {100_000_00}
    caps = {(rule.value, str(rule.valid_from)) for rule in sample.of(PoolRule) if rule.rule == "loft pr. projekt"}
    assert caps == {(20_000_00, "2023-05-15")}
