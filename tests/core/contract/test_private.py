"""Names end where they are read: two can be compared, and none can be got back."""

import hashlib
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.cell import slug
from core.contract.dataset import Dataset, read_dataset
from core.contract.private import same_name, without_names
from core.contract.raw import Grid, RawRow, RawTable
from core.contract.table import Kind
from core.pool.tables import INVOICES, Invoice
from core.subjects import CONTRACT
from shell.sources.csv_folder import read_folder
from tests.core.contract.build import grant, invoice, raw_tables, read
from tests.organisations.lyngklokken import APPLICANT, lyngklokken
from tests.organisations.stores import write_csv

KEY, OTHER_KEY = b"a" * 32, b"b" * 32
NAME = "Karen Kørvel"
NO_BREAK = "\u00a0"


def veiled(name: object, key: bytes = KEY) -> str:
    """What stands in an invoice's supplier when the table has been veiled."""
    (raw,) = without_names(CONTRACT, [raw_tables(invoices=[invoice(supplier=name)])["invoices"]], key)
    return str(raw.rows[0].cells[[column.name for column in INVOICES.columns].index("supplier")])


def met(applicant: object, supplier: object, keys: tuple[bytes, bytes] = (KEY, KEY)) -> bool | None:
    """Whether supplier and applicant are one after both tables have been veiled, each with a key."""
    tables = raw_tables(applications=[grant(applicant=applicant)], invoices=[invoice(supplier=supplier)])
    (tables["applications"],) = without_names(CONTRACT, [tables["applications"]], keys[0])
    (tables["invoices"],) = without_names(CONTRACT, [tables["invoices"]], keys[1])
    dataset = read_dataset(CONTRACT, tables.values())
    assert not dataset.problems
    return dataset.of(Invoice)[0].supplier_is_applicant


# One name, one token.


@pytest.mark.parametrize(
    "spelling",
    [
        NAME,
        "KAREN KØRVEL",
        "karen koervel",
        f" Karen{NO_BREAK} Kørvel ",
        "Karen-Kørvel.",
        "Karen\nKørvel",
    ],
)
def test_a_name_in_another_spelling_has_the_same_token(spelling: str) -> None:
    assert veiled(spelling) == veiled(NAME)
    assert same_name(veiled(spelling), veiled(NAME)) is True
    assert met(NAME, spelling) is True


@pytest.mark.parametrize("other", ["Karen", "Karen Kørvel ApS", "Karin Kørvel", "Bo", "Karen Korvel"])
def test_another_name_has_another_token(other: str) -> None:
    assert veiled(other) != veiled(NAME)
    assert same_name(veiled(other), veiled(NAME)) is False
    assert met(NAME, other) is False


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(NAME, "KAREN KOERVEL", True), (NAME, "Bo", False), ("7", "7", True), ("", "", True)],
)
def test_names_that_have_not_been_veiled_are_compared_as_they_stand(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same


def test_a_name_and_a_token_cannot_be_compared() -> None:
    assert same_name(NAME, veiled(NAME)) is None
    assert same_name(veiled(NAME), NAME) is None


def test_tokens_of_two_keys_cannot_be_compared() -> None:
    assert veiled(NAME) != veiled(NAME, OTHER_KEY)
    for supplier in (NAME, "Bo"):
        assert same_name(veiled(NAME), veiled(supplier, OTHER_KEY)) is None
        assert met(NAME, supplier, (KEY, OTHER_KEY)) is None
        assert met(NAME, supplier, (OTHER_KEY, OTHER_KEY)) is (supplier == NAME)


@pytest.mark.parametrize(
    ("applicant", "supplier"),
    [(12345678.0, "12345678"), ("12345678", 12345678.0), (12345678, "12345678"), (12345678.0, 12345678)],
)
def test_a_number_for_a_name_is_the_same_typed_as_text_and_as_a_spreadsheet_stores_it(
    applicant: object, supplier: object
) -> None:
    bare = read(applications=[grant(applicant=applicant)], invoices=[invoice(supplier=supplier)])
    assert bare.of(Invoice)[0].supplier_is_applicant is True
    assert met(applicant, supplier) is True


# No way back.


@pytest.mark.parametrize("name", [NAME, "Bo", "Å", "12345678", "Afdelingsbestyrelsen Lyngtoften"])
def test_a_token_holds_nothing_of_the_name(name: str) -> None:
    token = veiled(name)
    assert not set(token.strip("\ue000").replace("\ue000", "")) - set("0123456789abcdef")
    assert len(token) == len(veiled(NAME)), "nor how long it is"
    if len(slug(name)) > 2:
        assert slug(name) not in token


@pytest.mark.parametrize("algorithm", sorted(hashlib.algorithms_guaranteed))
@pytest.mark.parametrize("text", [slug(NAME), NAME, NAME.casefold()])
def test_a_token_is_no_plain_hash_that_a_list_of_names_would_give_away(algorithm: str, text: str) -> None:
    hashed = hashlib.new(algorithm, text.encode())
    plain = hashed.hexdigest(32) if algorithm.startswith("shake") else hashed.hexdigest()  # type: ignore[call-arg]
    short = [hashlib.blake2b(text.encode(), digest_size=size).hexdigest() for size in (8, 16)]
    for part in veiled(NAME).split("\ue000"):
        assert not part or not any(part in one or one in part for one in (plain, *short))


def test_a_key_is_not_in_its_tokens() -> None:
    assert KEY.hex() not in veiled(NAME)
    assert KEY.decode() not in veiled(NAME)


# What is veiled and what is not.


def test_every_private_cell_of_every_table_is_veiled_and_nothing_else() -> None:
    tables = raw_tables(applications=[grant(applicant=NAME), grant(id="A2")], invoices=[invoice(supplier="Bageren")])
    found = without_names(CONTRACT, tables.values(), KEY)
    for table, before, after in zip(CONTRACT.tables, tables.values(), found, strict=True):
        assert replace(after, rows=before.rows) == before
        for old, new in zip(before.rows, after.rows, strict=True):
            assert new.number == old.number
            for column, was, now in zip(table.columns, old.cells, new.cells, strict=True):
                is_veiled = column.kind is Kind.PRIVATE and was is not None
                assert (now != was) == is_veiled
                assert now is was or is_veiled
    assert NAME not in repr(found)
    assert "Bageren" not in repr(found)


@pytest.mark.parametrize("blank", [None, "", "  ", NO_BREAK, float("nan")], ids=repr)
def test_a_blank_cell_stays_blank(blank: object) -> None:
    raw = raw_tables(invoices=[invoice(supplier=blank)])["invoices"]
    ((after,), (before,)) = (without_names(CONTRACT, [raw], KEY)[0].rows, raw.rows)
    assert all(now is was for now, was in zip(after.cells, before.cells, strict=True))
    assert met(NAME, blank) is None


def test_a_row_may_be_shorter_than_its_headings_and_keeps_its_place_and_grid() -> None:
    raw = RawTable(
        "fakturaer",
        ("Leverandør", "Faktura"),
        (RawRow(3, ()), RawRow(7, (NAME,)), RawRow(8, (NAME, "F1", "mere"))),
        Grid("fakturaer", ("A", "B"), 2),
    )
    (after,) = without_names(CONTRACT, [raw], KEY)
    assert after == replace(
        raw, rows=(RawRow(3, ()), RawRow(7, (veiled(NAME),)), RawRow(8, (veiled(NAME), "F1", "mere")))
    )


@pytest.mark.parametrize("heading", ["Leverandør", "LEVERANDØR (navn)", "leverandoer", " Leverandør: "])
def test_a_private_column_is_known_in_any_spelling(heading: str) -> None:
    (after,) = without_names(CONTRACT, [RawTable("FAKTURAER", (heading,), (RawRow(2, (NAME,)),))], KEY)
    assert NAME not in repr(after)


def test_a_private_column_that_stands_twice_is_veiled_in_both_places() -> None:
    raw = RawTable("Ansøgninger", ("Ansøger", "Projekt", "ANSØGER"), (RawRow(2, (NAME, "Fest", "Bo Bentsen")),))
    (after,) = without_names(CONTRACT, [raw], KEY)
    assert after.rows[0].cells[1] == "Fest"
    assert NAME not in repr(after)
    assert "Bentsen" not in repr(after)


def test_a_table_that_stands_twice_is_veiled_in_both_places() -> None:
    raw = raw_tables(invoices=[invoice(supplier=NAME)])["invoices"]
    assert NAME not in repr(without_names(CONTRACT, [raw, replace(raw, name="fakturaer")], KEY))


def test_a_table_outside_the_contract_or_without_private_columns_is_handed_on() -> None:
    tables = [RawTable("Kladde", ("Ansøger",), (RawRow(2, ("x",)),)), raw_tables()["pools"]]
    assert without_names(CONTRACT, tables, KEY) == tuple(tables)
    assert without_names(CONTRACT, [], KEY) == ()


def test_what_has_been_veiled_is_not_veiled_again() -> None:
    tables = raw_tables(applications=[grant(applicant=NAME)], invoices=[invoice(supplier=NAME)])
    once = without_names(CONTRACT, tables.values(), KEY)
    assert without_names(CONTRACT, once, KEY) == once
    assert without_names(CONTRACT, once, OTHER_KEY) == once


# The same data.


def rows_of(dataset: Dataset) -> dict[str, Any]:
    return {field.name: getattr(dataset, field.name) for field in fields(dataset)}


@pytest.mark.parametrize("key", [KEY, OTHER_KEY, b"x", b"k" * 64], ids=len)
def test_an_organisation_reads_the_same_with_and_without_its_names(tmp_path: Path, key: bytes) -> None:
    tables = read_folder(write_csv(lyngklokken(), tmp_path / "csv")).tables
    dataset = read_dataset(CONTRACT, without_names(CONTRACT, tables, key))
    assert rows_of(dataset) == rows_of(read_dataset(CONTRACT, tables))
    assert [row.supplier_is_applicant for row in dataset.of(Invoice)].count(True) == 1
    assert APPLICANT not in repr(without_names(CONTRACT, tables, key))


KEYS = st.binary(min_size=1, max_size=64)
NAMES = st.sampled_from(
    [None, "", " ", NAME, "KAREN KØRVEL", "karen koervel", "Bo", "bo.", "-", "?", "#REF!", "07", 7, "Karen; Bo", False]
) | st.text(max_size=6).filter(lambda text: "\ue000" not in text)


@given(
    applicants=st.lists(NAMES, max_size=4),
    suppliers=st.lists(NAMES, max_size=6),
    key=KEYS,
)
def test_any_names_give_the_same_data_with_and_without_them(
    applicants: list[object], suppliers: list[object], key: bytes
) -> None:
    tables = raw_tables(
        applications=[grant(id=f"A{place}", applicant=name) for place, name in enumerate(applicants)],
        invoices=[
            invoice(id=f"F{place}", application=f"A{place % 4}", supplier=name) for place, name in enumerate(suppliers)
        ],
    ).values()
    assert rows_of(read_dataset(CONTRACT, without_names(CONTRACT, tables, key))) == rows_of(
        read_dataset(CONTRACT, tables)
    )


@given(one=st.text(), other=st.text(), key=KEYS)
def test_two_names_have_one_token_exactly_when_they_are_spelled_alike(one: str, other: str, key: bytes) -> None:
    names = [name.replace("\ue000", "") or "x" for name in (one, other)]
    tokens = [veiled(name, key) for name in names]
    if all(token.startswith("\ue000") for token in tokens):
        assert same_name(*tokens) is (slug(names[0]) == slug(names[1]))
        assert (tokens[0] == tokens[1]) is (slug(names[0]) == slug(names[1]))


@pytest.mark.parametrize("typed", [f"{NAME}\ue000", f"\ue000{NAME}", f"\ue000x\ue000{NAME}"], ids=ascii)
def test_a_name_with_a_sign_that_nobody_types_is_a_name_still(typed: str) -> None:
    assert NAME not in veiled(typed)
