"""The contract as SQL: every table and column once, required ones filled in, money in exact decimals."""

import re
import subprocess
import sys
from pathlib import Path

import sqlalchemy as sa

from core.contract.table import Kind, sql_name
from core.subjects import CONTRACT
from shell.sources.schema import contract_metadata, postgresql_ddl

ROOT = Path(__file__).parents[3]


def columns_of(title: str) -> dict[str, str]:
    """Column -> its type and whether it may be empty, from the printed schema."""
    found = re.search(rf"CREATE TABLE {title} \((.*?)\n\)", postgresql_ddl(), re.DOTALL)
    assert found
    lines = (line.strip().rstrip(",") for line in found[1].strip().splitlines())
    return {name: rest.strip() for name, _, rest in (line.partition(" ") for line in lines)}


def test_each_table_and_each_column_of_the_contract_is_there_once() -> None:
    names = re.findall(r"CREATE TABLE (\w+)", postgresql_ddl())
    assert len(set(names)) == len(names) == len(CONTRACT.tables)
    assert set(names) >= {
        "afdelinger", "aldersgrupper", "ambassadoerer", "ansoegninger", "beboere", "bestyrelsesmoeder", "borde",
        "dispensationer", "evalueringer", "fakturaer", "fokusgruppe", "fokusgruppemoeder", "formidling",
        "handleplaner", "hold",
        "ideer", "ideer_i_brug", "indstillinger", "initiativer", "kursusgange", "maal", "maalepunkter",
        "maalinger", "netvaerksmoeder", "partnerskabsaar", "partnerskabsaftaler", "plancher", "puljer",
        "puljeregler", "rammeaendringer", "seminarspoergsmaal", "temaer", "temapunkter",
    }  # fmt: skip
    for table in CONTRACT.tables:
        assert list(columns_of(sql_name(table.title))) == [sql_name(column.heading) for column in table.columns]


def test_money_is_exact_decimals_and_days_are_days() -> None:
    invoices = columns_of("fakturaer")
    assert invoices["beloeb"] == "NUMERIC(14, 2) NOT NULL"
    assert invoices["betalt"] == "DATE"
    assert invoices["i_boligorganisationens_navn"] == "BOOLEAN"
    assert invoices["ansoegning"] == "TEXT NOT NULL"
    assert columns_of("ansoegninger")["deltagere"] == "INTEGER"
    # A rule's value is an amount, a share, a date or a word.
    assert columns_of("puljeregler")["vaerdi"] == "TEXT NOT NULL"


def test_a_column_must_be_filled_in_exactly_where_the_contract_says_so() -> None:
    for table in CONTRACT.tables:
        printed = columns_of(sql_name(table.title))
        filled_in = {name for name, kind in printed.items() if kind.endswith("NOT NULL")}
        assert filled_in == {sql_name(column.heading) for column in table.columns if column.required}


def test_no_binary_floating_point_is_in_the_schema() -> None:
    assert not re.search(r"FLOAT|REAL|DOUBLE", postgresql_ddl())


def test_untyped_every_column_is_text() -> None:
    for table in contract_metadata(typed=False).tables.values():
        assert {type(column.type) for column in table.columns} == {sa.Text}


def test_typed_a_column_has_the_type_of_its_kind() -> None:
    tables = contract_metadata(typed=True).tables
    for table in CONTRACT.tables:
        for column in table.columns:
            kind = tables[sql_name(table.title)].columns[sql_name(column.heading)].type
            assert isinstance(kind, sa.Date) is (column.kind is Kind.DATE)


def test_the_module_prints_it() -> None:
    printed = subprocess.run(
        [sys.executable, "-m", "shell.sources.schema"], cwd=ROOT, capture_output=True, encoding="utf-8", check=True
    )
    assert printed.stdout.strip() == postgresql_ddl().strip()
