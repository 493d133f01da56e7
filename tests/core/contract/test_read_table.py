"""One raw table to typed cells: what a blank, unreadable, torn or doubled row costs."""

from datetime import date
from decimal import Decimal

import pytest

from core.action_plans.tables import INDICATORS, MEASUREMENTS
from core.contract.csv_text import split
from core.contract.dataset import read_dataset
from core.contract.problem import Effect, Problem
from core.contract.raw import RawRow, RawTable
from core.contract.read_table import missing_table, read_table
from core.contract.row import ReadTable
from core.contract.table import Column, Kind, Table
from core.organisation.tables import BOARD_MEETINGS, DEPARTMENTS
from core.partnerships.tables import PARTNERSHIP_YEARS
from core.pool.rule_table import POOL_RULES
from core.pool.tables import APPLICATIONS, INVOICES, POOLS
from core.subjects import CONTRACT
from tests.core.contract.build import (
    RIGHT,
    Cells,
    application,
    department,
    grant,
    invoice,
    measurement,
    pool_rule,
    raw_table,
    raw_tables,
    read_alone,
    told,
)
from tests.each import each

NO_BREAK, NARROW = "\u00a0", "\u202f"


def read_rows(table: Table, *rows: Cells) -> ReadTable:
    return read_alone(table.name, raw_table(table.name, rows))


def read_csv(table: Table, text: str) -> ReadTable:
    return read_table(table, split(text.encode(), table))


def only(read: ReadTable) -> Problem:
    assert len(read.problems) == 1, read.problems
    return told(read.problems[0])


@pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)
def test_a_right_row_is_kept_without_a_problem(table: Table) -> None:
    read = read_rows(table, RIGHT[table.name])
    assert (len(read.rows), len(read.kept)) == (1, 1)
    assert read.found
    assert not read.problems


def test_a_row_is_read_into_its_types() -> None:
    read = read_rows(
        APPLICATIONS,
        grant(
            id=1.0,
            project=f" Fest{NO_BREAK}",
            participants="1.200",
            pages="1,5",
            across="x",
            begun="nej",
            granted=f"7.999,50{NARROW}kr.",
            received=45301,
        ),
    )
    values = read.rows[0].values
    assert (values["id"], values["project"], values["participants"]) == ("1", "Fest", 1200)
    assert (values["pages"], values["across"], values["begun"]) == (Decimal("1.5"), True, False)
    assert (values["granted"], values["received"], values["closed"]) == (799_950, date(2024, 1, 10), None)


# Blank cells.


@each(
    {
        f"{table.title}: {column.heading}, {blank!r}": (table, column, blank)
        for table in CONTRACT.tables
        for column in table.columns
        for blank in (None, "", " ", NO_BREAK, float("nan"))
        # A row of a table with a single column is blank where its cell is.
        if column.required and len(table.columns) > 1
    }
)
def test_a_required_cell_that_is_blank_sets_its_row_aside(table: Table, column: Column, blank: object) -> None:
    read = read_rows(table, {**RIGHT[table.name], column.name: blank})
    assert not read.kept
    problem = only(read)
    assert (problem.table, problem.row, problem.column) == (table.title, 2, column.heading)
    assert (problem.value, problem.effect) == ("", Effect.UNFINISHED)
    assert f"»{column.heading}« er tomt" in problem.what


def test_cells_that_need_not_be_filled_in_may_be_blank() -> None:
    required = {column.name for column in APPLICATIONS.columns if column.required}
    read = read_rows(APPLICATIONS, {name: value for name, value in application().items() if name in required})
    assert len(read.kept) == 1
    assert not read.problems
    assert all(value is None for name, value in read.rows[0].values.items() if name not in required)


def test_blank_rows_are_not_rows_and_keep_the_numbers_of_the_others() -> None:
    read = read_rows(DEPARTMENTS, {}, department(number="01"), {"name": "  ", "homes": NO_BREAK}, department())
    assert [row.number for row in read.rows] == [3, 5]
    assert not read.problems


def test_a_table_with_only_headings_has_no_rows_and_no_problem() -> None:
    read = read_rows(POOLS)
    assert read.found
    assert not read.rows
    assert not read.problems


# Unreadable cells.

UNREADABLE = {
    Kind.AMOUNT: "ca. 5000",
    Kind.NUMBER: "halvanden",
    Kind.MEASURED: "ca. 82 %",
    Kind.WHOLE: "30-40",
    Kind.DATE: "30-02-2024",
    Kind.YES_NO: "måske",
    Kind.CHOICE: "venter",
    Kind.BY_ROW: "ca. 20.000",
}


@each(
    {
        f"{table.title}: {column.heading}": (table, column)
        for table in CONTRACT.tables
        for column in table.columns
        if column.kind in UNREADABLE
    }
)
def test_an_unreadable_cell_costs_its_row_where_it_is_needed_and_else_only_itself(table: Table, column: Column) -> None:
    typed = UNREADABLE[column.kind]
    read = read_rows(table, {**RIGHT[table.name], column.name: f" {typed}{NO_BREAK}"})
    problem = only(read)
    assert (problem.table, problem.row, problem.column, problem.value) == (
        table.title,
        2,
        column.heading,
        typed if table.tells(column) else "",
    )
    (row,) = read.rows
    assert row.values[column.name] is None
    assert row.aside == column.needed
    assert problem.effect is (Effect.ROW_ASIDE if column.needed else Effect.VALUE_ASIDE)
    assert row.unreadable == (frozenset() if column.needed else {column.name})


def test_a_row_with_several_unreadable_cells_tells_each() -> None:
    read = read_rows(APPLICATIONS, grant(participants="mange", pages="et par", granted="12.34", received=""))
    assert [(told(p).column, p.effect) for p in read.problems] == [
        ("Deltagere", Effect.VALUE_ASIDE),
        ("Sider", Effect.VALUE_ASIDE),
        ("Modtaget", Effect.ROW_ASIDE),
        ("Tilsagn", Effect.ROW_ASIDE),
    ]
    assert not read.kept


def test_the_value_of_an_unreadable_rule_is_not_told_as_well() -> None:
    # Without its rule nobody can say how the value should have been written.
    read = read_rows(POOL_RULES, pool_rule(rule="loftet", value="måske"))
    assert [problem.column for problem in read.problems] == ["Regel"]
    assert not read.kept


@pytest.mark.parametrize(
    ("table", "cells", "kept", "unreadable"),
    [
        pytest.param(POOLS, {"appropriation": "0"}, True, False, id="an appropriation of nothing"),
        pytest.param(POOLS, {"appropriation": "-0,01"}, False, False, id="an appropriation one øre below"),
        pytest.param(APPLICATIONS, {"requested": "0"}, True, False, id="nothing asked for"),
        pytest.param(APPLICATIONS, {"requested": "-1"}, False, False, id="less than nothing asked for"),
        pytest.param(APPLICATIONS, {"granted": "-0,01"}, False, False, id="a grant below nothing"),
        pytest.param(APPLICATIONS, {"participants": "0"}, True, False, id="no participants"),
        pytest.param(APPLICATIONS, {"participants": "-1"}, True, True, id="minus one participant"),
        pytest.param(APPLICATIONS, {"pages": "0"}, True, False, id="no pages"),
        pytest.param(APPLICATIONS, {"pages": "-0,5"}, True, True, id="minus half a page"),
        pytest.param(APPLICATIONS, {"total_cost": "-1"}, True, True, id="a cost below nothing"),
        pytest.param(DEPARTMENTS, {"homes": "0"}, True, False, id="no homes"),
        pytest.param(DEPARTMENTS, {"homes": "-1"}, True, True, id="minus one home"),
        pytest.param(INVOICES, {"amount": "-1.000"}, True, False, id="a credit note may be below nothing"),
    ],
)
def test_a_number_below_its_least_is_refused(table: Table, cells: Cells, kept: bool, unreadable: bool) -> None:
    read = read_rows(table, {**RIGHT[table.name], **cells})
    assert bool(read.kept) is kept
    assert bool(read.rows[0].unreadable) is unreadable
    if not kept or unreadable:
        assert "under 0" in only(read).what


@pytest.mark.parametrize(
    ("table", "cells", "unreadable"),
    [
        pytest.param(INDICATORS, {"months": "240"}, False, id="measured every twenty years"),
        pytest.param(INDICATORS, {"months": "241"}, True, id="a month more"),
        pytest.param(INDICATORS, {"months": 10**12}, True, id="more months than the calendar has"),
        pytest.param(PARTNERSHIP_YEARS, {"year": "2199"}, False, id="the last year"),
        pytest.param(PARTNERSHIP_YEARS, {"year": "2200"}, True, id="the year after"),
        pytest.param(PARTNERSHIP_YEARS, {"year": 45061}, True, id="a date that is stored as a number"),
    ],
)
def test_a_number_above_its_most_is_refused(table: Table, cells: Cells, unreadable: bool) -> None:
    read = read_rows(table, {**RIGHT[table.name], **cells})
    if unreadable:
        assert "kan ikke være over " in only(read).what
    else:
        assert not read.problems


@pytest.mark.parametrize(
    ("table", "name", "typed", "value"),
    [
        (APPLICATIONS, "pages", "1 side", 1),
        (APPLICATIONS, "pages", "1,5 sider", Decimal("1.5")),
        (APPLICATIONS, "participants", "40 deltagere", 40),
        (APPLICATIONS, "participants", "1 person", 1),
        (DEPARTMENTS, "homes", "64 boliger", 64),
        (INDICATORS, "months", "3 måneder", 3),
    ],
)
def test_the_word_for_what_is_counted_may_stand_after_the_number(
    table: Table, name: str, typed: str, value: object
) -> None:
    read = read_rows(table, {**RIGHT[table.name], name: typed})
    assert not read.problems
    assert read.rows[0].values[name] == value


@pytest.mark.parametrize(
    ("table", "name", "typed"),
    [
        (APPLICATIONS, "pages", "1 deltager"),
        (APPLICATIONS, "participants", "40 sider"),
        (APPLICATIONS, "participants", "ca. 40 deltagere"),
        (APPLICATIONS, "pages", "5 %"),
        (INVOICES, "amount", "1.000 sider"),
    ],
)
def test_another_word_is_not_passed_over(table: Table, name: str, typed: str) -> None:
    only(read_rows(table, {**RIGHT[table.name], name: typed}))


@pytest.mark.parametrize(
    ("table", "name", "cell", "what"),
    [
        pytest.param(INVOICES, "amount", date(2026, 5, 1), "Her står en dato, men der skal stå et beløb.", id="amount"),
        pytest.param(INVOICES, "paid", "82,6 %", "Her står en procent, men der skal stå en dato.", id="date"),
        pytest.param(INVOICES, "paid", 20000, "Her står et tal, men der skal stå en dato.", id="an amount for a date"),
        pytest.param(
            MEASUREMENTS, "value", date(2026, 5, 1), "Her står en dato, men der skal stå et tal.", id="number"
        ),
        pytest.param(DEPARTMENTS, "homes", "40 %", "Her står en procent, men der skal stå et helt tal.", id="whole"),
        pytest.param(
            POOL_RULES, "value", date(2026, 5, 1), "Her står en dato, men der skal stå et beløb.", id="a rule"
        ),
    ],
)
def test_what_belongs_in_another_column_is_told_by_its_kind(table: Table, name: str, cell: object, what: str) -> None:
    assert only(read_rows(table, {**RIGHT[table.name], name: cell})).what == what


@pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)
def test_bytes_of_a_database_are_refused_in_every_column_that_is_told(table: Table) -> None:
    for column in table.columns:
        if column.kind in (Kind.PRIVATE, Kind.AGES):
            continue
        problem = next(p for p in read_rows(table, {**RIGHT[table.name], column.name: b"07"}).problems)
        assert told(problem).column == column.heading
        assert "hverken er tekst, tal eller dato" in problem.what or not table.tells(column)


def test_headings_of_any_kind_are_looked_through() -> None:
    headings = ("Afdeling", "Navn", 10**5000, None, date(2024, 1, 1), b"x", float("nan"), "\ud800", "\u200eBoliger")
    read = read_table(DEPARTMENTS, RawTable("Afdelinger", headings, (RawRow(2, ("01", "Å", *[None] * 6, "64")),)))
    assert not read.problems
    assert read.rows[0].values["homes"] == 64


# Torn rows.


def test_a_comma_in_an_amount_of_a_comma_separated_file_tears_the_row_and_is_told() -> None:
    read = read_csv(
        INVOICES,
        "Faktura,Ansøgning,Fakturadato,Beløb\nF1,A1,12-02-2024,1.234,50\nF2,A1,12-02-2024,1.234\n",
    )
    assert [row.values["id"] for row in read.kept] == ["F2"]
    first = told(next(problem for problem in read.problems if problem.row))
    assert (first.row, first.effect) == (2, Effect.ROW_ASIDE)
    assert "komma" in first.what
    assert "semikolon" in first.do


def test_a_comma_in_an_amount_in_the_middle_never_counts_as_another_amount() -> None:
    headings = ",".join(column.heading for column in INVOICES.columns)
    read = read_csv(INVOICES, f"{headings}\nF1,A1,1.234,50,12-02-2024,,,\n")
    assert not read.kept
    assert len(read.rows) == 1


def test_the_same_amount_in_quotes_or_with_semicolons_is_read() -> None:
    for text in (
        'Faktura,Ansøgning,Beløb,Fakturadato\nF1,A1,"1.234,50",12-02-2024\n',
        "Faktura;Ansøgning;Beløb;Fakturadato\nF1;A1;1.234,50;12-02-2024\n",
    ):
        assert [row.values["amount"] for row in read_csv(INVOICES, text).kept] == [123_450]


def test_a_row_may_be_shorter_than_the_headings() -> None:
    read = read_csv(DEPARTMENTS, "Afdeling;Navn;Boliger\n01;Vesterhåb\n02\n")
    assert [row.values["homes"] for row in read.kept] == [None]
    assert [(told(p).row, p.column) for p in read.problems] == [(3, "Navn")]


def test_blank_cells_beyond_the_headings_are_nothing() -> None:
    read = read_csv(DEPARTMENTS, "Afdeling;Navn;Boliger\n01;Vesterhåb;64;; ;\n")
    assert len(read.kept) == 1
    assert not read.problems


def test_cells_under_a_blank_heading_are_passed_over() -> None:
    read = read_csv(DEPARTMENTS, "Afdeling;Navn;;Boliger\n01;Vesterhåb;hej;64\n")
    assert [row.values["homes"] for row in read.kept] == [64]
    assert not read.problems


def test_spaces_around_cells_and_headings_change_nothing() -> None:
    text = f" Pulje ;Navn{NO_BREAK};{NO_BREAK}Ramme; Fra;Til ;Godkendt\n"
    text += f" 2024{NARROW};{NO_BREAK}Fællesskabspuljen ; 100{NO_BREAK}000 ;01-01-2024 ;{NARROW}31-12-2024;{NO_BREAK}\n"
    read = read_csv(POOLS, text)
    assert not read.problems
    assert read.rows[0].values == {
        "id": "2024",
        "name": "Fællesskabspuljen",
        "appropriation": 100_000_00,
        "first": date(2024, 1, 1),
        "last": date(2024, 12, 31),
        "approved": None,
    }


# Doubled keys.


@pytest.mark.parametrize("table", [one for one in CONTRACT.tables if not one.adds_up], ids=lambda table: table.title)
def test_of_equal_rows_one_counts(table: Table) -> None:
    read = read_rows(table, RIGHT[table.name], RIGHT[table.name], RIGHT[table.name])
    assert [row.number for row in read.kept] == [2]
    assert [(told(p).row, p.effect) for p in read.problems] == [(3, Effect.ROW_ASIDE), (4, Effect.ROW_ASIDE)]
    assert all("række 2, 3 og 4" in p.what and "én gang" in p.what for p in read.problems)


@pytest.mark.parametrize(
    ("table", "changed"),
    [
        pytest.param(DEPARTMENTS, {"homes": "65"}, id="Afdelinger"),
        pytest.param(POOLS, {"appropriation": "100.000,01"}, id="Puljer"),
        pytest.param(POOL_RULES, {"value": "20.000,01"}, id="Puljeregler"),
        pytest.param(BOARD_MEETINGS, {"title": "Seminar"}, id="Bestyrelsesmøder"),
        pytest.param(APPLICATIONS, {"granted": "8.000,01"}, id="Ansøgninger"),
        pytest.param(INVOICES, {"amount": "1.000,01"}, id="Fakturaer"),
    ],
)
def test_of_rows_with_one_key_that_differ_none_counts(table: Table, changed: Cells) -> None:
    right = {**RIGHT[table.name], **(grant() if table.name == "applications" else {})}
    read = read_rows(table, right, {**right, **changed}, right)
    assert not read.kept
    assert [told(problem).row for problem in read.problems] == [2, 3, 4]
    assert all("entydig" in p.what and "række 2, 3 og 4" in p.what for p in read.problems)
    assert {problem.column for problem in read.problems} == {table.column(table.key[0]).heading}


@pytest.mark.parametrize(
    ("table", "rows", "what"),
    [
        (
            "invoices",
            [invoice(), invoice(amount="7")],
            "»Faktura« skal være entydig, men række 2 og 3 har samme værdi.",
        ),
        (
            "measurements",
            [measurement(), measurement(value="7")],
            "»Målepunkt« og »Dato« skal være entydige, men række 2 og 3 har de samme værdier.",
        ),
    ],
)
def test_what_must_be_unique_is_said_in_its_number(table: str, rows: list[Cells], what: str) -> None:
    read = read_table(CONTRACT.by_name[table], raw_table(table, rows))
    assert {problem.what for problem in read.problems} == {what}


@pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)
def test_of_a_text_that_nobody_reads_only_the_beginning_is_told(table: Table) -> None:
    for column in table.columns:
        for typed in ("x" * 5_000, "1," + "0" * 5_000 + "1"):
            row = {**RIGHT[table.name], column.name: typed}
            raws = raw_tables() | {table.name: raw_table(table.name, [row, {**row, table.key[0]: typed}])}
            for problem in read_dataset(CONTRACT, raws.values()).problems:
                assert len(problem.value) <= 100
                assert len(problem.what + problem.do) < 1000, (column.heading, problem.what[:200])


def test_rows_are_compared_as_they_are_read_not_as_they_are_typed() -> None:
    read = read_rows(
        INVOICES, invoice(amount="1000", invoiced="12-02-2024"), invoice(amount="1.000,00 kr.", invoiced="12/2-24")
    )
    assert [row.number for row in read.kept] == [2]


def test_keys_that_differ_only_in_capitals_and_spaces_are_one_key() -> None:
    read = read_rows(INVOICES, invoice(id="F1"), invoice(id=" f1 ", amount="2.000"))
    assert not read.kept
    assert len(read.problems) == 2


def test_keys_that_differ_otherwise_are_two() -> None:
    read = read_rows(INVOICES, invoice(id="F1"), invoice(id="F10"), invoice(id="F01"))
    assert len(read.kept) == 3
    assert not read.problems


def test_rows_without_a_key_are_not_doubles_of_each_other() -> None:
    read = read_rows(INVOICES, invoice(id=""), invoice(id=""))
    assert [(told(p).row, "tomt" in p.what) for p in read.problems] == [(2, True), (3, True)]


def test_a_right_row_does_not_count_when_another_with_its_key_cannot_be_read() -> None:
    # Which of the two the consultant meant is not known.
    read = read_rows(INVOICES, invoice(amount="1.000"), invoice(amount="ca. 2.000"))
    assert not read.kept
    assert {problem.row for problem in read.problems} == {2, 3}


@pytest.mark.parametrize(
    ("changed", "doubles"),
    [
        pytest.param({"value": "30.000"}, True, id="same pool, rule and date"),
        pytest.param({"value": "30.000", "valid_from": "16-05-2023"}, False, id="the day after"),
        pytest.param({"value": "30.000", "valid_from": "14-05-2023"}, False, id="the day before"),
        pytest.param({"value": "30.000", "pool_name": "Grøn pulje"}, False, id="another pool"),
        pytest.param({"value": "30.000", "rule": "mindste beløb"}, False, id="another rule"),
        pytest.param({"value": "30.000", "valid_from": "15/5-23"}, True, id="the same date, typed otherwise"),
        pytest.param({"value": "30.000", "rule": "Loft pr projekt"}, True, id="the same rule, typed otherwise"),
    ],
)
def test_a_rule_is_one_of_a_pool_and_a_date(changed: Cells, doubles: bool) -> None:
    read = read_rows(POOL_RULES, pool_rule(), pool_rule(**changed))
    assert len(read.kept) == (0 if doubles else 2)
    for problem in read.problems:
        assert "»Pulje«, »Regel« og »Gælder fra«" in told(problem).what


# Whole tables.


def test_a_table_whose_headings_are_in_doubt_has_all_rows_aside() -> None:
    read = read_csv(POOLS, "Pulje;Navn;Ramme;Ramme;Fra;Til\n2024;P;1;2;01-01-2024;31-12-2024\n\n2025;P;1;2;;\n")
    assert read.found
    assert [(row.number, row.aside) for row in read.rows] == [(2, True), (4, True)]
    assert {(told(p).row, p.effect) for p in read.problems if p.effect is not Effect.DONE_WITHOUT} == {
        (None, Effect.TABLE_ASIDE)
    }


@pytest.mark.parametrize("table", [table for table in CONTRACT.tables if table.quiet], ids=lambda table: table.title)
def test_a_table_of_a_subject_that_an_organisation_may_not_have_is_not_asked_for(table: Table) -> None:
    assert missing_table(table).problems == ()


@pytest.mark.parametrize(
    "table", [table for table in CONTRACT.tables if not table.quiet], ids=lambda table: table.title
)
def test_a_missing_table_is_told_with_the_columns_it_must_have(table: Table) -> None:
    read = missing_table(table)
    assert not read.found
    assert not read.rows
    problem = only(read)
    assert (problem.row, problem.column) == (None, None)
    assert f"»{table.title}«" in problem.what
    assert all((f"»{column.heading}«" in problem.do) == column.required for column in table.columns)
    assert problem.effect is (Effect.DONE_WITHOUT if table.optional else Effect.TABLE_ASIDE)


def test_a_table_without_any_heading_is_told_once_with_the_headings_it_must_have() -> None:
    read = read_table(DEPARTMENTS, RawTable("Afdelinger", (), (RawRow(2, ("01", "Vesterhåb")),)))
    assert [row.aside for row in read.rows] == [True]
    problem = only(read)
    assert (problem.column, problem.effect) == (None, Effect.TABLE_ASIDE)
    assert "»Afdeling« og »Navn«" in problem.do
