"""All tables together: references, what a row set aside takes with it, what is counted, and what is never kept."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.contract.cells.cell import is_blank
from core.contract.dataset import Dataset, read_dataset
from core.contract.problem import Effect
from core.contract.raw import RawRow, RawTable
from core.contract.table import Fault, Kind, sql_name
from core.organisation.settings import organisation_name
from core.organisation.tables import BoardMeeting, Department, Setting
from core.planche.tables import SHEET_MARKS, SheetMark
from core.pool.aside import not_counted_for, with_pools
from core.pool.notice import Notice
from core.pool.rule_table import PoolRule
from core.pool.rulebook import IN_SHEET
from core.pool.tables import Application, Decision, Invoice, Pool
from core.subjects import CONTRACT
from tests.core.contract.build import (
    RIGHT,
    application,
    counts,
    department,
    grant,
    invoice,
    only_problem,
    pool,
    pool_rule,
    raw_table,
    raw_tables,
    read,
    sheet_mark,
    told,
)
from tests.often import examples

NO_BREAK = "\u00a0"


def departments_of(dataset: Dataset) -> tuple[str, ...]:
    (only,) = dataset.of(Application)
    return only.departments


def asking(departments: object, *known: dict[str, object]) -> Dataset:
    """One application that names its departments in this way; the known ones, or 07, 02 and 12."""
    changed = {"departments": known} if known else {}
    return read(applications=[grant(departments=departments)], **changed)


# Everything right.


def test_right_tables_become_typed_rows() -> None:
    dataset = read(
        applications=[
            grant(
                applicant="Karen",
                departments="Vesterhåb; 02",
                activity_first="14-02-2024",
                activity_last="27-03-2024",
                pages="0,5",
                short_notice="ja",
                closed="30-04-2024",
            )
        ],
        invoices=[invoice(paid="01-03-2024", supplier="Bageren", made_out_to_organisation="nej")],
    )
    assert not dataset.problems
    assert dataset.of(Setting) == (Setting("Organisation", "DOMI Bolig"),)
    assert organisation_name(dataset) == "DOMI Bolig"
    assert dataset.of(Department)[0] == Department("07", "Vesterhåb", 64)
    assert dataset.of(Pool) == (
        Pool("2024", "Fællesskabspuljen", 100_000_00, date(2024, 1, 1), date(2024, 12, 31), None),
    )
    assert dataset.of(PoolRule) == (
        PoolRule("Fællesskabspuljen", "loft pr. projekt", 20_000_00, date(2023, 5, 15), None, None),
    )
    assert [(held.date, held.title) for held in dataset.of(BoardMeeting)] == [(date(2024, 6, 12), "Bestyrelsesmøde")]
    assert dataset.of(Application) == (
        Application(
            id="A1",
            pool="2024",
            project="Fællesspisning",
            departments=("07", "02"),
            received=date(2024, 1, 10),
            requested=8_000_00,
            applicant_given=True,
            activity_first=date(2024, 2, 14),
            activity_last=date(2024, 3, 27),
            pages=Decimal("0.5"),
            short_notice=True,
            decision=Decision.GRANT,
            decided=date(2024, 1, 25),
            granted=8_000_00,
            closed=date(2024, 4, 30),
        ),
    )
    assert dataset.of(Invoice) == (Invoice("F1", "A1", 1_000_00, date(2024, 2, 12), date(2024, 3, 1), False, False),)


def test_without_settings_the_organisation_is_not_known() -> None:
    assert organisation_name(read(settings=[])) is None


def test_a_table_with_every_row_set_aside_is_usable_still() -> None:
    assert read(pools=[pool(appropriation="12.34")]).unusable("pools") == ()


# Tables found and missing.


@pytest.mark.parametrize("spell", [str.upper, str.lower, sql_name, lambda name: f" {name}{NO_BREAK}"])
def test_a_table_is_known_in_other_spellings_of_its_title(spell: Callable[[str], str]) -> None:
    dataset = read_dataset(CONTRACT, [replace(raw, name=spell(raw.name)) for raw in raw_tables().values()])
    assert not dataset.problems
    assert all(counted.found and (counted.used or counted.table.quiet) for counted in dataset.counts)


def test_tables_may_come_in_any_order() -> None:
    tables = list(raw_tables().values())
    assert read_dataset(CONTRACT, reversed(tables)) == read_dataset(CONTRACT, tables)


def test_tables_outside_the_contract_are_passed_over() -> None:
    tables = list(raw_tables().values())
    more = [RawTable("Kladde", ("Hvad",), (RawRow(2, ("x",)),)), *tables]
    assert read_dataset(CONTRACT, more) == read_dataset(CONTRACT, tables)


def test_of_a_table_that_stands_twice_none_is_read_and_both_are_named() -> None:
    tables = raw_tables(applications=[], invoices=[])
    other = replace(raw_table("departments", [department(number="08")]), name="AFDELINGER")
    dataset = read_dataset(CONTRACT, [*tables.values(), other])
    assert dataset.of(Department) == ()
    assert counts(dataset, "departments") == (4, 0)
    problem = only_problem(dataset)
    assert problem.effect is Effect.TABLE_ASIDE
    assert "»Afdelinger« og »AFDELINGER«" in problem.what


@pytest.mark.parametrize("missing", CONTRACT.tables, ids=lambda table: table.title)
def test_a_missing_table_is_counted_as_not_found(missing: Any) -> None:
    tables = raw_tables()
    del tables[missing.name]
    dataset = read_dataset(CONTRACT, tables.values())
    assert [counted.table.name for counted in dataset.counts if not counted.found] == [missing.name]
    assert counts(dataset, missing.name) == (0, 0)
    assert dataset.of(missing.row) == ()
    assert dataset.unusable(*(table.name for table in CONTRACT.tables)) == (missing.title,)
    about = [told(problem) for problem in dataset.problems if problem.table == missing.title]
    if missing.quiet:
        assert not about
        return
    assert [problem.effect for problem in about] == [Effect.DONE_WITHOUT if missing.optional else Effect.TABLE_ASIDE]


def test_no_tables_at_all_are_no_data_and_no_accident() -> None:
    dataset = read_dataset(CONTRACT, [])
    assert len(dataset.problems) == sum(not table.quiet for table in CONTRACT.tables)
    assert not dataset.set_aside
    assert all((counted.found, counted.read, counted.used) == (False, 0, 0) for counted in dataset.counts)


# References.


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("07", ("07",), id="by number"),
        pytest.param("7", ("07",), id="by number without its zero"),
        pytest.param("012", ("12",), id="by number with a zero that the row has lost"),
        pytest.param(7, ("07",), id="by number that a spreadsheet made of it"),
        pytest.param("Vesterhåb", ("07",), id="by name"),
        pytest.param(" VESTERHÅB ", ("07",), id="by name in capitals"),
        pytest.param("Vesterhaab", ("07",), id="by name with aa"),
        pytest.param(f"Vesterhåb{NO_BREAK}", ("07",), id="by name and a no-break space"),
        pytest.param("07; 02", ("07", "02"), id="a semicolon"),
        pytest.param("Vesterhåb\nEgholmparken", ("07", "02"), id="two lines"),
        pytest.param("Vesterhåb, Egholmparken", ("07", "02"), id="a comma"),
        pytest.param("Vesterhåb og Egholmparken", ("07", "02"), id="og"),
        pytest.param("Vesterhåb & Egholmparken", ("07", "02"), id="an ampersand"),
        pytest.param("07, 02 og 12", ("07", "02", "12"), id="comma and og"),
        pytest.param("12; Vesterhåb og 2", ("12", "07", "02"), id="all at once, in the order typed"),
        pytest.param("07; Vesterhåb; 7", ("07",), id="one department three times"),
        pytest.param("", (), id="none"),
    ],
)
def test_departments_are_referred_to_by_number_or_name(typed: object, found: tuple[str, ...]) -> None:
    dataset = asking(typed)
    assert departments_of(dataset) == found
    assert not dataset.problems
    assert not dataset.of(Application)[0].unreadable


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        pytest.param("99", "99", id="a number nobody has"),
        pytest.param("007", "007", id="a zero too many"),
        pytest.param("Vesterhåbet", "Vesterhåbet", id="nearly a name"),
        pytest.param("Vester", "Vester", id="half a name"),
        pytest.param("07; Solsikken", "Solsikken", id="one of two"),
        pytest.param("07, Solsikken og 02", "Solsikken", id="one of three"),
        pytest.param("alle", "alle", id="all"),
        pytest.param("-", "-", id="a dash"),
    ],
)
def test_an_unknown_department_leaves_the_cell_out_and_keeps_the_row(typed: str, name: str) -> None:
    dataset = asking(typed)
    assert departments_of(dataset) == ()
    assert dataset.of(Application)[0].unreadable == {"departments"}
    problem = only_problem(dataset)
    assert (problem.table, problem.row, problem.column) == ("Ansøgninger", 2, "Afdelinger")
    assert (problem.value, problem.effect) == (typed, Effect.VALUE_ASIDE)
    assert f"»{name}« findes ikke i tabellen »Afdelinger«" in problem.what
    assert "»Afdelinger«" in problem.do


def test_a_name_with_a_comma_or_og_in_it_is_one_department() -> None:
    known = (department(number="1", name="Øst, syd og vest"), department(number="2", name="Øst"))
    assert departments_of(asking("Øst, syd og vest", *known)) == ("1",)
    assert departments_of(asking("Øst; Øst, syd og vest", *known)) == ("2", "1")


def test_a_name_that_two_departments_share_is_no_reference_but_their_numbers_are() -> None:
    known = (department(number="1", name="Parken"), department(number="2", name="parken"))
    assert departments_of(asking("1; 2", *known)) == ("1", "2")
    dataset = asking("Parken", *known)
    assert departments_of(dataset) == ()
    assert "»Parken«" in only_problem(dataset).what


def test_a_number_goes_before_a_name_that_looks_like_it() -> None:
    known = (department(number="1", name="2"), department(number="2", name="Parken"))
    assert departments_of(asking("2", *known)) == ("2",)


def test_a_number_is_found_with_its_zeros_before_it_is_found_without_them() -> None:
    known = (department(number="07", name="Øst"), department(number="7", name="Vest"))
    assert departments_of(asking("07", *known)) == ("07",)
    assert departments_of(asking("7", *known)) == ("7",)


def test_two_numbers_that_are_alike_without_their_zeros_are_told_apart_only_with_them() -> None:
    known = (department(number="07", name="Øst"), department(number="007", name="Vest"))
    assert departments_of(asking("07; 007", *known)) == ("07", "007")
    assert asking("7", *known).of(Application)[0].unreadable == {"departments"}


@pytest.mark.parametrize(("typed", "found"), [("A1", "A1"), ("A-1", "A-1"), ("a 1", None)])
def test_of_two_keys_that_are_alike_the_one_spelled_as_it_stands_is_meant(typed: str, found: str | None) -> None:
    rows = [grant(), grant(id="A-1", granted="6.000")]
    dataset = read(applications=rows, invoices=[invoice(application=typed)])
    assert [one.application for one in dataset.of(Invoice)] == ([found] if found else [])
    if not found:
        (problem,) = dataset.problems
        assert problem.what == "»a 1« kan betyde flere rækker i tabellen »Ansøgninger«: »A-1« og »A1«."
        assert problem.do == "Skriv »Ansøgning«, som den står i »Ansøgninger«."


def test_a_pool_named_in_place_of_one_of_its_periods_is_not_said_to_be_missing() -> None:
    periods = [pool(), pool(id="2025", first="01-01-2025", last="31-12-2025")]
    dataset = read(pools=periods, applications=[grant(pool="Fællesskabspuljen")], invoices=[])
    (problem,) = dataset.problems
    assert problem.what == "»Fællesskabspuljen« kan betyde flere rækker i tabellen »Puljer«: »2024« og »2025«."
    assert problem.do == "Skriv »Pulje«, som den står i »Puljer«."


@pytest.mark.parametrize("typed", ["2024", 2024, 2024.0, " 2024 ", "Fællesskabspuljen", "fællesskabspuljen"])
def test_an_application_refers_to_its_pool_by_key_or_by_name(typed: object) -> None:
    dataset = read(applications=[grant(pool=typed)])
    assert not dataset.problems
    assert dataset.of(Application)[0].pool == "2024"


@pytest.mark.parametrize("typed", ["2025", "Grøn pulje", "24"])
def test_an_application_of_an_unknown_pool_is_set_aside_with_its_invoices(typed: str) -> None:
    dataset = read(applications=[grant(pool=typed)])
    application_told, invoice_told = (told(problem) for problem in dataset.problems)
    assert (application_told.column, application_told.effect) == ("Pulje", Effect.ROW_ASIDE)
    assert f"»{typed}« findes ikke" in application_told.what
    assert (invoice_told.column, invoice_told.effect) == ("Ansøgning", Effect.ROW_ASIDE)
    assert (dataset.of(Application), dataset.of(Invoice)) == ((), ())


TWO_YEARS = [pool(), pool(id="2025", first="01-01-2025", last="31-12-2025")]


def test_a_name_that_a_pool_has_had_for_years_does_not_say_which_of_them() -> None:
    dataset = read(pools=TWO_YEARS, applications=[grant(pool="Fællesskabspuljen"), grant(id="A2")], invoices=[])
    assert only_problem(dataset).row == 2
    assert [(row.id, row.pool) for row in dataset.of(Application)] == [("A2", "2024")]


def test_a_rule_is_of_a_pools_name_in_all_its_years() -> None:
    dataset = read(pools=TWO_YEARS, pool_rules=[pool_rule(pool_name="FÆLLESSKABSPULJEN")])
    assert not dataset.problems
    assert [rule.pool_name for rule in dataset.of(PoolRule)] == ["Fællesskabspuljen"]


def test_a_rule_of_an_unknown_pool_is_set_aside() -> None:
    dataset = read(pool_rules=[pool_rule(pool_name="2024")])
    assert (only_problem(dataset).column, dataset.of(PoolRule)) == ("Pulje", ())


def test_an_invoice_of_an_unknown_application_is_set_aside() -> None:
    dataset = read(invoices=[invoice(application="A2")])
    problem = only_problem(dataset)
    assert "»A2« findes ikke i tabellen »Ansøgninger«" in problem.what
    assert dataset.of(Invoice) == ()


# What a row set aside takes with it.


def test_a_pool_set_aside_takes_its_applications_and_their_invoices_and_each_says_why() -> None:
    dataset = read(pools=[pool(appropriation="100000.50")])
    assert [problem.table for problem in dataset.problems] == ["Puljer", "Puljeregler", "Ansøgninger", "Fakturaer"]
    for problem, above in zip(dataset.problems[1:], ["Puljer", "Puljer", "Ansøgninger"], strict=True):
        assert "en række, der selv ikke kan læses" in told(problem).what
        assert f"»{above}«" in problem.what
        assert f"Ret rækken i »{above}« først" in problem.do
        assert problem.effect is Effect.ROW_ASIDE
    for name in ("pools", "pool_rules", "applications", "invoices"):
        assert counts(dataset, name) == (1, 0)


def test_an_application_set_aside_takes_its_invoices_but_not_those_of_others() -> None:
    dataset = read(
        applications=[grant(granted="ca. 8.000"), grant(id="A2")],
        invoices=[invoice(), invoice(id="F2", application="A2")],
    )
    assert [(row.id, row.application) for row in dataset.of(Invoice)] == [("F2", "A2")]


def test_an_application_that_stands_twice_and_differs_takes_its_invoices() -> None:
    dataset = read(applications=[grant(), grant(granted="9.000")])
    assert counts(dataset, "applications") == (2, 0)
    assert counts(dataset, "invoices") == (1, 0)
    assert "kan læses" in told(dataset.problems[-1]).what


def test_an_application_that_stands_twice_and_is_equal_keeps_its_invoices() -> None:
    dataset = read(applications=[grant(), grant()])
    assert counts(dataset, "applications") == (2, 1)
    assert counts(dataset, "invoices") == (1, 1)


def test_a_department_set_aside_leaves_the_cell_of_its_applications_out() -> None:
    dataset = asking("07", department(name=""))
    assert [problem.table for problem in dataset.problems] == ["Afdelinger", "Ansøgninger"]
    assert "selv ikke kan læses" in dataset.problems[1].what
    assert dataset.of(Application)[0].unreadable == {"departments"}


def test_a_table_with_doubtful_headings_takes_all_that_refers_to_it() -> None:
    tables = raw_tables()
    tables["pools"] = replace(tables["pools"], headings=("Pulje", "Navn", "Beløbsramme", "Fra", "Til", "Godkendt"))
    dataset = read_dataset(CONTRACT, tables.values())
    assert [counts(dataset, name) for name in ("pools", "applications", "invoices")] == [(1, 0)] * 3
    assert dataset.unusable("pools", "applications", "invoices") == ("Puljer",)
    assert dataset.unusable("applications", "invoices") == ()


# Which pool a row set aside belongs to.


TWO_POOLS = [pool(), pool(id="2025", name="Grøn pulje", first="01-01-2025", last="31-12-2025")]


def test_rows_set_aside_are_counted_for_their_own_pool() -> None:
    dataset = read(
        pools=TWO_POOLS,
        pool_rules=[
            pool_rule(value="måske"),
            pool_rule(pool_name="Grøn pulje"),
            pool_rule(pool_name="grøn PULJE", rule="mindste beløb", value="måske"),
        ],
        applications=[grant(), grant(id="A2", granted="12.34"), grant(id="A3", pool="2025", granted="12.34")],
        invoices=[
            invoice(amount="12.34"),
            invoice(id="F2", application="A2"),
            invoice(id="F3", application="A3"),
            invoice(id="F4", application="a3", amount="12.34"),
        ],
    )
    first, second = dataset.of(Pool)
    assert [(row.table, row.row, pool) for row, pool in with_pools(dataset)] == [
        ("pool_rules", 2, "Fællesskabspuljen"),
        ("pool_rules", 4, "Grøn pulje"),
        ("applications", 3, "2024"),
        ("applications", 4, "2025"),
        ("invoices", 2, "2024"),
        ("invoices", 3, "2024"),
        ("invoices", 4, "2025"),
        ("invoices", 5, "2025"),
    ]
    for table, all_pools, of_first, of_second in (
        ("pool_rules", 2, 1, 1),
        ("applications", 2, 1, 1),
        ("invoices", 4, 2, 2),
        ("departments", 0, 0, 0),
    ):
        assert dataset.not_counted(table) == all_pools
        assert not_counted_for(dataset, table, first) == of_first
        assert not_counted_for(dataset, table, second) == of_second


@pytest.mark.parametrize(
    ("table", "changed"),
    [
        pytest.param(
            "applications",
            {"applications": [grant(pool=""), grant(id="A2")]},
            id="an application without a pool above one that has it",
        ),
        pytest.param("applications", {"applications": [grant(pool="2099")]}, id="an application of an unknown pool"),
        pytest.param(
            "invoices",
            {"invoices": [invoice(application=""), invoice(id="F2")]},
            id="an invoice without an application above one that has it",
        ),
        pytest.param("invoices", {"invoices": [invoice(application="A9")]}, id="an invoice of an unknown application"),
        pytest.param(
            "pool_rules",
            {"pool_rules": [pool_rule(pool_name=""), pool_rule()]},
            id="a rule without a pool above one that has it",
        ),
    ],
)
def test_a_row_set_aside_whose_pool_is_not_known_may_belong_to_any(table: str, changed: dict[str, Any]) -> None:
    dataset = read(**{"pools": TWO_POOLS, "invoices": [], **changed})
    assert [pool for row, pool in with_pools(dataset) if row.table == table] == [None]
    assert [not_counted_for(dataset, table, each) for each in dataset.of(Pool)] == [1, 1]


def test_rows_of_a_table_with_doubtful_headings_may_belong_to_any_pool() -> None:
    tables = raw_tables(pools=TWO_POOLS)
    tables["applications"] = replace(tables["applications"], headings=("Pulje",) * len(tables["applications"].headings))
    dataset = read_dataset(CONTRACT, tables.values())
    assert [not_counted_for(dataset, "applications", each) for each in dataset.of(Pool)] == [1, 1]
    assert [not_counted_for(dataset, "invoices", each) for each in dataset.of(Pool)] == [1, 1]


def test_a_pool_set_aside_is_counted_under_its_own_key() -> None:
    dataset = read(pools=[pool(), pool(id="2025", last="31-12-2024x")], applications=[], invoices=[])
    assert [(row.table, row.row, pool) for row, pool in with_pools(dataset)] == [("pools", 3, "2025")]
    assert not_counted_for(dataset, "pools", dataset.of(Pool)[0]) == 0


def test_the_second_of_equal_rows_is_set_aside_under_the_pool_of_the_first() -> None:
    dataset = read(applications=[grant(), grant()])
    assert [(row.row, pool) for row, pool in with_pools(dataset)] == [(3, "2024")]


def test_a_row_with_only_a_cell_left_out_is_not_set_aside() -> None:
    dataset = read(applications=[grant(participants="mange")])
    assert only_problem(dataset).effect is Effect.VALUE_ASIDE
    assert not dataset.set_aside
    assert dataset.of(Application)[0].unreadable == {"participants"}
    assert dataset.of(Application)[0].participants is None


def test_an_application_names_every_cell_that_was_left_out() -> None:
    cells = {
        "departments": "Solsikken",
        "participants": "mange",
        "activity_first": "snart",
        "activity_last": "senere",
        "total_cost": "ca. 10.000",
        "pages": "et par",
        "across": "måske",
        "short_notice": "måske",
        "small_group": "måske",
        "begun": "måske",
    }
    dataset = read(applications=[grant(**cells)])
    assert counts(dataset, "applications") == (1, 1)
    assert dataset.of(Application)[0].unreadable == set(cells)
    assert len(dataset.problems) == len(cells)
    assert {told(problem).value for problem in dataset.problems} == set(map(str, cells.values()))


def test_a_blank_cell_is_not_one_that_was_left_out() -> None:
    dataset = read(applications=[application(departments=None, requested=None)], invoices=[])
    assert not dataset.problems
    assert dataset.of(Application)[0].unreadable == frozenset()


# Private columns.

APPLICANT, SUPPLIER = "Karen Kørvel", "Bageren I/S ved Åen"
PARTS = (APPLICANT, "Karen", "Kørvel", SUPPLIER, "Bageren", "Åen")


def is_nowhere(dataset: Dataset, *names: str) -> bool:
    everything = repr(dataset).casefold()
    return not any(name.casefold() in everything for name in names)


@pytest.mark.parametrize(
    ("application_cells", "invoice_cells"),
    [
        pytest.param({}, {}, id="rows that count"),
        pytest.param({"granted": "12.34"}, {}, id="an application set aside"),
        pytest.param({"id": ""}, {}, id="an application without a number"),
        pytest.param({"participants": "mange", "departments": "Solsikken"}, {}, id="cells left out"),
        pytest.param({"closed": "01-01-2020"}, {}, id="cells that do not fit together"),
        pytest.param({}, {"amount": "ca. 1.000"}, id="an invoice set aside"),
        pytest.param({}, {"application": "A9"}, id="an invoice of nobody"),
        pytest.param({}, {"invoiced": None}, id="an invoice without a date"),
    ],
)
def test_names_of_applicant_and_supplier_are_nowhere(
    application_cells: dict[str, object], invoice_cells: dict[str, object]
) -> None:
    dataset = read(
        applications=[grant(applicant=APPLICANT) | application_cells],
        invoices=[invoice(supplier=SUPPLIER) | invoice_cells],
    )
    assert is_nowhere(dataset, *PARTS)


def test_names_are_nowhere_when_rows_stand_twice() -> None:
    for other in (APPLICANT, "Bo Bentsen"):
        dataset = read(
            applications=[grant(applicant=APPLICANT), grant(applicant=other)],
            invoices=[invoice(supplier=SUPPLIER), invoice(supplier=other)],
        )
        assert dataset.problems
        assert is_nowhere(dataset, *PARTS, "Bentsen")


def test_names_are_nowhere_when_their_column_stands_twice_or_headings_are_in_doubt() -> None:
    for heading in ("Ansøger", "Pulje", "Tilsagn"):
        tables = raw_tables(applications=[grant(applicant=APPLICANT)])
        raw = tables["applications"]
        row = raw.rows[0]
        tables["applications"] = replace(
            raw, headings=(*raw.headings, heading), rows=(replace(row, cells=(*row.cells, APPLICANT)),)
        )
        dataset = read_dataset(CONTRACT, tables.values())
        assert dataset.problems
        assert is_nowhere(dataset, *PARTS)


def test_columns_outside_the_contract_are_nowhere() -> None:
    tables = raw_tables()
    raw = tables["applications"]
    row = raw.rows[0]
    tables["applications"] = replace(
        raw,
        headings=("Kontaktperson", "E-mail", *raw.headings, "Telefon"),
        rows=(replace(row, cells=(APPLICANT, "karen@example.dk", *row.cells, "12 34 56 78")),),
    )
    dataset = read_dataset(CONTRACT, tables.values())
    assert not dataset.problems
    assert is_nowhere(dataset, *PARTS, "karen@example.dk", "12 34 56 78")


@pytest.mark.parametrize(
    ("applicant", "supplier", "same"),
    [
        pytest.param("Karen Kørvel", "Karen Kørvel", True, id="the same"),
        pytest.param("Karen Kørvel", "KAREN KØRVEL", True, id="capitals"),
        pytest.param(" Karen  Kørvel ", f"Karen{NO_BREAK}Kørvel", True, id="spaces"),
        pytest.param("Karen Kørvel", "karen koervel", True, id="oe for ø"),
        pytest.param("Karen Kørvel", "Karen-Kørvel.", True, id="hyphen and dot"),
        pytest.param("Karen Kørvel", "Karen", False, id="half a name"),
        pytest.param("Karen Kørvel", "Karen Kørvel ApS", False, id="her firm"),
        pytest.param("Karen Kørvel", "Bageren", False, id="another"),
        pytest.param("Karen Kørvel", None, None, id="no supplier stated"),
        pytest.param("Karen Kørvel", "  ", None, id="a blank supplier"),
        pytest.param(None, "Bageren", None, id="no applicant stated"),
        pytest.param(NO_BREAK, "Bageren", None, id="a blank applicant"),
        pytest.param(None, None, None, id="neither stated"),
    ],
)
def test_whether_the_supplier_is_the_applicant_is_all_that_is_kept(
    applicant: object, supplier: object, same: bool | None
) -> None:
    dataset = read(applications=[grant(applicant=applicant)], invoices=[invoice(supplier=supplier)])
    assert not dataset.problems
    assert dataset.of(Invoice)[0].supplier_is_applicant is same
    assert dataset.of(Application)[0].applicant_given is (applicant is not None and applicant != NO_BREAK)


def test_each_supplier_is_compared_with_the_applicant_of_its_own_application() -> None:
    dataset = read(
        applications=[grant(applicant="Karen"), grant(id="A2", applicant="Bo"), grant(id="A3")],
        invoices=[
            invoice(supplier="Bo"),
            invoice(id="F2", application="A2", supplier="Bo"),
            invoice(id="F3", application="a2", supplier="Karen"),
            invoice(id="F4", application="A3", supplier="Bo"),
        ],
    )
    assert [row.supplier_is_applicant for row in dataset.of(Invoice)] == [False, True, False, None]


# Rules.


@pytest.mark.parametrize(
    ("rule", "typed", "value"),
    [
        ("loft pr. projekt", "20.000 kr.", 20_000_00),
        ("puljens højeste andel", "2 af 3", Fraction(2, 3)),
        ("højst sider", "1", Decimal(1)),
        ("plads i puljen", "ja", True),
        ("dage fra afgørelse til aktivitet", "14 dage", Notice(14)),
        ("loft pr. projekt", "gælder ikke", None),
        ("plads i puljen", "nej", None),
    ],
)
def test_a_rules_value_is_read_by_its_rule(rule: str, typed: str, value: object) -> None:
    dataset = read(pool_rules=[pool_rule(rule=rule, value=typed)])
    assert not dataset.problems
    assert dataset.of(PoolRule)[0].value == value


@pytest.mark.parametrize(
    ("rule", "typed"),
    [
        ("loft pr. projekt", "ja"),
        ("plads i puljen", "20.000"),
        ("puljens højeste andel", "120 %"),
        ("ansøgningsfrist", "løbende"),
    ],
)
def test_a_value_that_its_rule_cannot_read_sets_the_rule_aside(rule: str, typed: str) -> None:
    dataset = read(pool_rules=[pool_rule(rule=rule, value=typed)])
    problem = only_problem(dataset)
    assert (problem.column, problem.value, problem.effect) == ("Værdi", typed, Effect.ROW_ASIDE)
    assert dataset.of(PoolRule) == ()


def test_a_rule_outside_the_contract_is_told_with_those_that_can_be_chosen() -> None:
    problem = only_problem(read(pool_rules=[pool_rule(rule="loftet")]))
    assert problem.column == "Regel"
    assert all(name in problem.do for name in IN_SHEET)


# Anything.

RIGHT_CELLS: dict[Kind, tuple[object, ...]] = {
    Kind.TEXT: ("Fest", "07", "2024", "A1", "Organisation", "Fællesskabspuljen", 7, 2024.0),
    Kind.AMOUNT: ("1.000", "20.000,50 kr.", 500, 12.5, Decimal("8000.00")),
    Kind.NUMBER: ("1", "0,5", 2),
    Kind.MEASURED: ("82,6", "82,6 %", 0.5, Decimal("86.0")),
    Kind.WHOLE: ("40", 12),
    Kind.DATE: ("01-03-2024", "15. maj 2023", 45301, date(2024, 1, 1), datetime(2024, 1, 1, tzinfo=UTC)),
    Kind.YES_NO: ("ja", "nej", True, "x"),
    Kind.CHOICE: ("tilsagn", "afslag", "Organisation", *list(IN_SHEET)[:3]),
    Kind.REFERENCE: ("2024", "Fællesskabspuljen", "A1", "07"),
    Kind.REFERENCES: ("07", "07; Fest", "Fest, 07"),
    Kind.PRIVATE: ("Karen", "Bo"),
    Kind.BY_ROW: ("ja", "20.000", "gælder ikke", "1. marts"),
    Kind.BAND: ("18-29", "30+"),
    Kind.AGES: ("37", 37, "18-29", "75+", "1987", "I alt"),
    Kind.STATED: ("2024K1", "2024", "01-01-2024"),
}
JUNK: st.SearchStrategy[object] = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=12),
    st.text(alphabet="0123456789.,-/ ;%krogja", max_size=12),
    st.sampled_from(["", " ", NO_BREAK, "-", "?", ";", ",", "#REF!", "ca. 5", "12.34", "gælder ikke"]),
    st.text(st.characters(codec=None), max_size=12),  # halves of letters too
    st.integers(-(10**6), 10**6) | st.integers(),
    st.floats(-1e6, 1e6) | st.floats(),
    st.decimals(-1000, 1000, places=2) | st.decimals(),
    st.dates() | st.datetimes() | st.times() | st.timedeltas(),
    st.binary(max_size=4) | st.uuids() | st.lists(st.integers(), max_size=2),
    st.sampled_from(
        [10**26, 10**5000, -(10**5000), 1e26, Decimal("sNaN"), Decimal("1E+9999999"), Decimal("1E-9999999")]
    ),
    st.sampled_from(["9" * 5000, f"{'9' * 5000}.5", f"1/{'9' * 5000}", f"{'9' * 5000} %", "x" * 100_000]),
    st.sampled_from([cell for cells in RIGHT_CELLS.values() for cell in cells]),
)


@st.composite
def junk_tables(draw: st.DrawFn) -> list[RawTable]:
    """Each table of the contract, most cells right for their column, some of anything; rows may be torn,
    headings may be missing or stand twice.
    """
    tables = []
    for table in CONTRACT.tables:
        columns = draw(
            st.just(table.columns)
            | st.permutations(table.columns)
            | st.lists(st.sampled_from(table.columns), max_size=len(table.columns))
        )
        cells = [
            st.one_of(st.sampled_from(RIGHT_CELLS[column.kind]), st.sampled_from(RIGHT_CELLS[column.kind]), JUNK)
            for column in columns
        ]
        row: st.SearchStrategy[tuple[object, ...]] = st.tuples(*cells)
        torn: st.SearchStrategy[tuple[object, ...]] = st.lists(JUNK, max_size=len(columns) + 2).map(tuple)
        rows = draw(st.lists(row | torn, max_size=4))
        headings = tuple(draw(st.sampled_from([column.heading, column.heading, "Andet"])) for column in columns[:1])
        tables.append(
            RawTable(
                table.title,
                headings + tuple(column.heading for column in columns[1:]),
                tuple(RawRow(number, cells) for number, cells in enumerate(rows, start=2)),
            )
        )
    return tables


@given(tables=junk_tables())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None)
def test_whatever_the_tables_hold_every_row_is_used_or_set_aside(tables: list[RawTable]) -> None:
    dataset = read_dataset(CONTRACT, tables)
    for counted, raw in zip(dataset.counts, tables, strict=True):
        name = counted.table.name
        filled = sum(any(cell is not False and not is_blank(cell) for cell in row.cells) for row in raw.rows)
        assert counted.read == filled or (name == "residents" and counted.read < filled)  # lines of totals are none
        assert counted.used == len(dataset.of(counted.table.row))
        repeated = sum(row.table == name and row.repeats for row in dataset.set_aside)
        assert counted.read == counted.used + counted.unfinished + repeated + dataset.not_counted(name)
        assert counted.wrong == repeated + dataset.not_counted(name)
    for problem in dataset.problems:
        told(problem)
    aside = {(row.table, row.row) for row in dataset.set_aside if not row.unfinished}
    titles = {table.title: table.name for table in CONTRACT.tables}
    doubtful = {titles[p.table] for p in dataset.problems if p.effect is Effect.TABLE_ASIDE}
    explained = {(titles[p.table], p.row) for p in dataset.problems if p.effect is Effect.ROW_ASIDE}
    assert explained <= aside
    assert all(row in explained or row[0] in doubtful for row in aside), "a row is set aside without a word"


@given(tables=junk_tables())
@settings(
    max_examples=examples(30), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)
def test_whatever_the_tables_hold_references_lead_to_rows_that_count(tables: list[RawTable]) -> None:
    dataset = read_dataset(CONTRACT, tables)
    pools = {each.id for each in dataset.of(Pool)}
    numbers = {each.number for each in dataset.of(Department)}
    assert {each.pool for each in dataset.of(Application)} <= pools
    assert {number for each in dataset.of(Application) for number in each.departments} <= numbers
    assert {each.application for each in dataset.of(Invoice)} <= {each.id for each in dataset.of(Application)}
    assert {each.pool_name for each in dataset.of(PoolRule)} <= {each.name for each in dataset.of(Pool)}


NO_MARK = Fault("mark", "Mærket er forkert.", "Ret det.", Effect.VALUE_ASIDE)
NO_NOTE = Fault("note", "Noten er forkert.", "Ret den.", Effect.VALUE_ASIDE)
NO_ROW = Fault("item", "Punktet er forkert.", "Ret det.")
LONG = Fault("note", "Noten er lang.", "Kort den.", Effect.NOTICE)


@pytest.mark.parametrize(
    ("faults", "used", "unreadable"),
    [
        pytest.param([NO_ROW, LONG], 0, set(), id="the row, and a notice"),
        pytest.param([LONG, NO_ROW], 0, set(), id="a notice, and the row"),
        pytest.param([NO_NOTE], 1, {"note"}, id="one cell"),
        pytest.param([NO_NOTE, NO_MARK], 1, {"note", "mark"}, id="two cells"),
        pytest.param([NO_NOTE, LONG], 1, {"note"}, id="a cell, and a notice"),
        pytest.param([NO_MARK, NO_ROW], 0, {"mark"}, id="a cell, and the row"),
        pytest.param([NO_ROW, NO_MARK], 0, {"mark"}, id="the row, and a cell"),
        pytest.param([LONG], 1, set(), id="a notice alone"),
    ],
)
@pytest.mark.parametrize("beside", [True, False], ids=["beside other tables", "beside rows of its own"])
def test_each_fault_of_a_row_falls_on_what_the_one_before_has_left_of_it(
    faults: list[Fault], used: int, unreadable: set[str], beside: bool
) -> None:
    asked: dict[str, Any] = (
        {"check_beside": lambda values, rows_of: faults}
        if beside
        else {"check_beside": lambda *_: (), "check_all": lambda rows: [(0, fault) for fault in faults]}
    )
    table = replace(SHEET_MARKS, **asked)
    contract = replace(CONTRACT, tables=tuple(table if one is SHEET_MARKS else one for one in CONTRACT.tables))
    dataset = read_dataset(contract, raw_tables(sheet_marks=[sheet_mark()]).values())
    assert [(problem.what, problem.effect) for problem in dataset.problems] == [
        (one.what, one.effect) for one in faults
    ]
    assert counts(dataset, "sheet_marks") == (1, used)
    for row in dataset.of(SheetMark):
        assert {name for name in ("note", "mark") if getattr(row, name) is None} == unreadable
    for aside in dataset.set_aside:
        assert ("mark" in aside.fields) == ("mark" not in unreadable)


def test_the_builders_rows_are_all_right() -> None:
    dataset = read(**{name: [row] for name, row in RIGHT.items()})
    assert not dataset.problems
    assert all((counted.read, counted.used) == (1, 1) for counted in dataset.counts)


@pytest.mark.parametrize(
    ("cells", "stands", "known"),
    [
        pytest.param({"granted": "ca. 90.000"}, "hvor der står »ca. 90.000« i »Tilsagn«", {"closed": None}, id="typed"),
        pytest.param({"project": ""}, "hvor »Projekt« er tom", {"granted": 800000}, id="blank"),
    ],
)
def test_a_row_set_aside_says_where_it_stands_and_what_of_it_could_be_read(
    cells: dict[str, Any], stands: str, known: dict[str, Any]
) -> None:
    (row,) = read(applications=[grant(applicant="Beboergruppen", purpose="Fest", **cells)], invoices=[]).set_aside
    assert (row.where, row.stands) == ("Ansøgninger, række 2", stands)
    assert known.items() <= row.fields.items()
    assert not {"applicant", "purpose", "project"} & row.fields.keys()
    assert ("granted" in row.fields) == ("granted" not in cells)


def test_a_row_that_stands_twice_repeats_one_that_counts_and_one_that_differs_does_not() -> None:
    assert [row.repeats for row in read(applications=[grant(), grant()], invoices=[]).set_aside] == [True]
    differing = read(applications=[grant(), grant(granted="1")], invoices=[]).set_aside
    assert [row.repeats for row in differing] == [False, False]


def test_a_rule_still_being_typed_is_known_but_not_counted_as_wrong() -> None:
    dataset = read(pool_rules=[pool_rule(), pool_rule(value="")])
    assert [(row.where, row.unfinished) for row in dataset.set_aside] == [("Puljeregler, række 3", True)]
    assert dataset.not_counted("pool_rules") == 0
