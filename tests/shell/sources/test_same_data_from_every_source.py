"""One organisation laid down in five ways reads as one and the same data, to the øre."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from core.contract.dataset import Dataset, read_dataset
from core.contract.raw import RawTable
from core.contract.table import sql_name
from core.focus_group.tables import Member, Residents
from core.pool.notice import Notice
from core.pool.rule_table import PoolRule
from core.pool.rule_values import DayOfYear
from core.pool.tables import Application, Decision, Invoice, Pool
from core.subjects import CONTRACT
from shell.sources.csv_folder import read_folder
from shell.sources.sql import read_sql
from tests.organisations.lyngklokken import APPLICANT, EXTRA_COLUMNS, lyngklokken
from tests.organisations.postgresql import TYPED, VIEWS, PostgreSQL
from tests.organisations.stores import write_csv, write_sqlite

SOURCES = ("csv", "sqlite_text", "sqlite_typed", "postgresql_typed", "postgresql_view")


class Statements:
    """What an engine is asked, as the database sees it."""

    def __init__(self, engine: sa.Engine) -> None:
        self.seen: list[str] = []
        sa.event.listen(engine, "before_cursor_execute", self._keep)

    def _keep(self, _c: Any, _cursor: Any, statement: str, _p: Any, _context: Any, _many: bool) -> None:
        self.seen.append(statement)


def engine_of(source: str, folder: Path, request: pytest.FixtureRequest) -> sa.Engine:
    if source.startswith("sqlite"):
        return write_sqlite(lyngklokken(), folder / "data.db", typed=source == "sqlite_typed")
    server: PostgreSQL = request.getfixturevalue("postgresql")
    return server.engine(TYPED if source == "postgresql_typed" else VIEWS)


@pytest.fixture
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[sa.Engine]:
    made = engine_of(request.param, tmp_path, request)
    yield made
    made.dispose()


@pytest.fixture
def raw_tables(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[RawTable, ...]:
    if request.param == "csv":
        return read_folder(write_csv(lyngklokken(), tmp_path / "csv")).tables
    return read_sql(engine_of(request.param, tmp_path, request)).tables


every_source = pytest.mark.parametrize("raw_tables", SOURCES, indirect=True)
every_database = pytest.mark.parametrize("engine", SOURCES[1:], indirect=True)


@every_source
def test_no_row_is_set_aside_and_there_is_no_problem(raw_tables: tuple[RawTable, ...]) -> None:
    dataset = read_dataset(CONTRACT, raw_tables)
    assert dataset.problems == ()
    assert [(count.table.title, count.found, count.read, count.used) for count in dataset.counts if count.read] == [
        ("Indstillinger", True, 1, 1),
        ("Afdelinger", True, 6, 6),
        ("Bestyrelsesmøder", True, 5, 5),
        ("Puljer", True, 2, 2),
        ("Puljeregler", True, 13, 13),
        ("Ansøgninger", True, 12, 12),
        ("Fakturaer", True, 8, 8),
        ("Aldersgrupper", True, 4, 4),
        ("Fokusgruppe", True, 6, 6),
        ("Beboere", True, 20, 20),
        ("Fokusgruppemøder", True, 2, 2),
    ]


@every_source
def test_members_and_residents_come_out_in_the_organisations_own_age_bands(raw_tables: tuple[RawTable, ...]) -> None:
    dataset = read_dataset(CONTRACT, raw_tables)
    assert [(one.department, one.ages) for one in dataset.of(Member)] == [
        ("101", "40-64"),
        ("104", "65+"),
        ("102", "65+"),
        ("105", "25-39"),
        ("201", "65+"),
        (None, None),
    ]
    assert Residents("105", "18-24", 1, stated=date(2025, 1, 1)) in dataset.of(Residents)


@every_source
def test_an_application_comes_out_with_every_field_typed(raw_tables: tuple[RawTable, ...]) -> None:
    by_id = {one.id: one for one in read_dataset(CONTRACT, raw_tables).of(Application)}
    assert by_id["L1"] == Application(
        id="L1",
        pool="G25",
        project="Sommerfugleeng",
        departments=("101",),
        received=date(2025, 2, 20),
        requested=2_000_000,
        total_cost=3_000_000,
        applicant_given=True,
        purpose="En eng med vilde blomster, som beboerne slår med le.",
        participants=25,
        activity_first=date(2025, 5, 1),
        activity_last=date(2025, 9, 30),
        pages=Decimal("1.5"),
        begun=False,
        decision=Decision.GRANT,
        decided=date(2025, 3, 12),
        granted=2_000_000,
        closed=date(2025, 10, 15),
    )
    assert by_id["L2"].departments == ("101", "102")
    assert by_id["L2"].across is True
    assert by_id["L5"].requested == 600_050
    assert by_id["L5"].begun is True
    assert by_id["N5"] == Application(
        id="N5", pool="N25", project="Sangaften", departments=(), received=date(2025, 11, 1)
    )


@every_source
def test_amounts_are_exact_to_the_ore_and_a_credit_note_is_negative(raw_tables: tuple[RawTable, ...]) -> None:
    invoices = {one.id: one for one in read_dataset(CONTRACT, raw_tables).of(Invoice)}
    assert {key: invoice.amount for key, invoice in invoices.items()} == {
        "F1": 1_234_567,
        "F2": 500_025,
        "F3": 1_000_000,
        "F4": 800_050,
        "F5": 150_000,
        "F6": 400_000,
        "F7": -50_000,
        "F8": 925_075,
    }
    # L2 has no applicant on record, so nobody can tell whether its supplier is the applicant.
    assert invoices["F4"] == Invoice("F4", "L2", 800_050, date(2025, 10, 30))
    assert invoices["F1"].supplier_is_applicant is False
    assert invoices["F8"].supplier_is_applicant is True
    assert invoices["F8"].made_out_to_organisation is False


@every_source
def test_pools_and_their_rules_come_out_typed(raw_tables: tuple[RawTable, ...]) -> None:
    dataset = read_dataset(CONTRACT, raw_tables)
    assert set(dataset.of(Pool)) == {
        Pool("G25", "Grøn pulje", 15_000_000, date(2025, 1, 1), date(2025, 12, 31), date(2024, 11, 20)),
        Pool("N25", "Naboskabspuljen", 7_500_000, date(2025, 7, 1), date(2026, 6, 30), date(2025, 5, 14)),
    }
    values = {(rule.pool_name, rule.rule, rule.valid_from): rule.value for rule in dataset.of(PoolRule)}
    winter = date(2024, 12, 1)
    assert values["Grøn pulje", "puljens højeste andel", winter] == Fraction(2, 3)
    assert values["Grøn pulje", "loft pr. afdeling pr. år", winter] == 4_000_000
    assert values["Grøn pulje", "ansøgningsfrist", winter] == (DayOfYear(3, 1), DayOfYear(9, 1))
    assert values["Naboskabspuljen", "loft pr. projekt", date(2025, 7, 1)] == 1_200_000
    assert values["Naboskabspuljen", "loft pr. projekt", date(2025, 10, 1)] == 800_000
    assert values["Naboskabspuljen", "dage fra afgørelse til aktivitet", date(2025, 7, 1)] == Notice(14)


@pytest.mark.parametrize("raw_tables", SOURCES[1:], indirect=True)
def test_a_database_gives_the_same_as_the_csv_files(raw_tables: tuple[RawTable, ...], tmp_path: Path) -> None:
    assert _rows(read_dataset(CONTRACT, raw_tables)) == _rows(
        read_dataset(CONTRACT, read_folder(write_csv(lyngklokken(), tmp_path / "c")).tables)
    )


@every_source
def test_nothing_private_is_left_when_the_data_has_been_read(raw_tables: tuple[RawTable, ...]) -> None:
    dataset = repr(read_dataset(CONTRACT, raw_tables))
    # Applicant and supplier are compared by the reader and end there.
    private = [APPLICANT, "Fiktiv Planteskole ApS", *_outside_the_contract()]
    assert not [word for word in private if word in dataset]


@pytest.mark.parametrize("raw_tables", SOURCES[1:], indirect=True)
def test_a_database_does_not_even_send_what_is_outside_the_contract(raw_tables: tuple[RawTable, ...]) -> None:
    assert not [word for word in _outside_the_contract() if word in repr(raw_tables)]


@every_database
def test_columns_outside_the_contract_are_never_asked_for(engine: sa.Engine) -> None:
    statements = Statements(engine)
    read_sql(engine)
    unknown = [sql_name(heading) for extra in EXTRA_COLUMNS.values() for heading in extra]
    assert not [(word, text) for text in statements.seen for word in unknown if word in text]
    asked = [text for text in statements.seen if "ansoegninger" in text.casefold() or "Ansøgninger" in text]
    assert asked
    assert not [text for text in statements.seen if "*" in text and "FROM" in text and "ORDER BY" not in text]


@every_database
def test_every_statement_only_reads(engine: sa.Engine) -> None:
    statements = Statements(engine)
    read_sql(engine)
    first_words = {text.split()[0].upper() for text in statements.seen}
    assert first_words <= {"SELECT", "PRAGMA", "SHOW", "WITH", "BEGIN"}


def _outside_the_contract() -> list[str]:
    return [value for extra in EXTRA_COLUMNS.values() for value in extra.values()]


def _rows(dataset: Dataset) -> dict[str, frozenset[Any]]:
    """Every table's rows without their order: sources differ in it, and it means nothing."""
    return {kind.__name__: frozenset(rows) for kind, rows in dataset.tables}
