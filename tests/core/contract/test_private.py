"""Names end where they are read: two can be compared, and none can be got back."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.cell import is_blank, slug
from core.contract.cells.kept import Hidden
from core.contract.cells.word import parse_text
from core.contract.dataset import dataset_of, read_dataset
from core.contract.private import can_be_compared, same_name, without_names
from core.contract.raw import RawRow, RawTable, TabPlace
from core.contract.reading import read_tables
from core.contract.table import Kind
from core.pool.tables import APPLICATIONS, INVOICES, Invoice
from core.subjects import CONTRACT
from shell.sources.csv_folder import read_folder
from tests.core.contract.build import grant, invoice, raw_tables, read
from tests.organisations.lyngklokken import APPLICANT, lyngklokken
from tests.organisations.stores import write_csv

KEY, OTHER_KEY = b"a" * 32, b"b" * 32
NAME = "Karen Kørvel"
NO_BREAK = "\u00a0"


def cell_of(name: object, key: bytes = KEY) -> object:
    """What stands in an invoice's supplier when the table's names have been hidden."""
    raw = without_names(INVOICES, raw_tables(invoices=[invoice(supplier=name)])["invoices"], key)
    return raw.rows[0].cells[[column.name for column in INVOICES.columns].index("supplier")]


def hidden(name: object, key: bytes = KEY) -> Hidden:
    cell = cell_of(name, key)
    assert isinstance(cell, Hidden)
    return cell


def met(applicant: object, supplier: object, keys: tuple[bytes, bytes] = (KEY, KEY)) -> bool | None:
    """Whether supplier and applicant are one after both tables have been read, the names of each hidden with a key."""
    tables = raw_tables(applications=[grant(applicant=applicant)], invoices=[invoice(supplier=supplier)])
    tables["applications"] = without_names(APPLICATIONS, tables["applications"], keys[0])
    tables["invoices"] = without_names(INVOICES, tables["invoices"], keys[1])
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
    assert hidden(spelling) == hidden(NAME)
    assert same_name(hidden(spelling), hidden(NAME)) is True
    assert met(NAME, spelling) is True


@pytest.mark.parametrize("other", ["Karen", "Karen Kørvel ApS", "Karin Kørvel", "Bo", "Karen Korvel"])
def test_another_name_has_another_token(other: str) -> None:
    assert hidden(other) != hidden(NAME)
    assert same_name(hidden(other), hidden(NAME)) is False
    assert met(NAME, other) is False


def test_names_hidden_in_two_runs_cannot_be_compared() -> None:
    assert can_be_compared([])
    assert can_be_compared([hidden(NAME), hidden("Bo")])
    assert not can_be_compared([hidden(NAME), hidden(NAME, OTHER_KEY)])
    assert hidden(NAME) != hidden(NAME, OTHER_KEY)
    for supplier in (NAME, "Bo"):
        assert same_name(hidden(NAME), hidden(supplier, OTHER_KEY)) is None
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
    found = hidden(name)
    assert not set(found.run + found.token) - set("0123456789abcdef")
    assert (len(found.run), len(found.token)) == (16, 32), "nor how long it is"
    if len(slug(name)) > 2:
        assert slug(name) not in found.run + found.token


@pytest.mark.parametrize("algorithm", sorted(hashlib.algorithms_guaranteed))
@pytest.mark.parametrize("text", [slug(NAME), NAME, NAME.casefold()])
def test_a_token_is_no_plain_hash_that_a_list_of_names_would_give_away(algorithm: str, text: str) -> None:
    hashed = hashlib.new(algorithm, text.encode())
    plain = hashed.hexdigest(32) if algorithm.startswith("shake") else hashed.hexdigest()  # type: ignore[call-arg]
    short = [hashlib.blake2b(text.encode(), digest_size=size).hexdigest() for size in (8, 16)]
    for part in (hidden(NAME).run, hidden(NAME).token):
        assert not any(part in other or other in part for other in (plain, *short))


def test_a_key_is_not_in_its_tokens() -> None:
    assert KEY.hex() not in repr(hidden(NAME))
    assert KEY.decode() not in repr(hidden(NAME))


# What is hidden and what is not.


def test_every_private_cell_of_every_table_is_hidden_and_nothing_else() -> None:
    tables = raw_tables(applications=[grant(applicant=NAME), grant(id="A2")], invoices=[invoice(supplier="Bageren")])
    for table in CONTRACT:
        before, after = tables[table.name], without_names(table, tables[table.name], KEY)
        assert replace(after, rows=before.rows) == before
        for old, new in zip(before.rows, after.rows, strict=True):
            assert new.number == old.number
            for column, was, now in zip(table.columns, old.cells, new.cells, strict=True):
                is_hidden = column.kind is Kind.PRIVATE and was is not None
                assert isinstance(now, Hidden) == is_hidden
                assert now is was or is_hidden
        assert NAME not in repr(after)
        assert "Bageren" not in repr(after)


@pytest.mark.parametrize("blank", [None, "", "  ", NO_BREAK, float("nan")], ids=repr)
def test_a_blank_cell_stays_blank(blank: object) -> None:
    assert cell_of(blank) is blank
    assert met(NAME, blank) is None


def test_a_row_of_boxes_without_a_tick_stays_a_row_without_anything_in_it() -> None:
    raw = RawTable("Fakturaer", tuple(column.heading for column in INVOICES.columns), (RawRow(2, (None, False) * 9),))
    assert not without_names(INVOICES, raw, KEY).rows[0].is_filled


def test_a_row_may_be_shorter_than_its_headings_and_keeps_its_place_and_grid() -> None:
    raw = RawTable(
        "fakturaer",
        ("Leverandør", "Faktura"),
        (RawRow(3, ()), RawRow(7, (NAME,)), RawRow(8, (NAME, "F1", "mere"))),
        TabPlace("fakturaer", ("A", "B"), 2),
    )
    assert without_names(INVOICES, raw, KEY) == replace(
        raw, rows=(RawRow(3, ()), RawRow(7, (hidden(NAME),)), RawRow(8, (hidden(NAME), "F1", "mere")))
    )


@pytest.mark.parametrize("heading", ["Leverandør", "LEVERANDØR (navn)", "leverandoer", " Leverandør: "])
def test_a_private_column_is_known_in_any_spelling(heading: str) -> None:
    assert NAME not in repr(without_names(INVOICES, RawTable("FAKTURAER", (heading,), (RawRow(2, (NAME,)),)), KEY))


def test_a_private_column_that_stands_twice_is_hidden_in_both_places() -> None:
    raw = RawTable("Ansøgninger", ("Ansøger", "Projekt", "ANSØGER"), (RawRow(2, (NAME, "Fest", "Bo Bentsen")),))
    after = without_names(APPLICATIONS, raw, KEY)
    assert after.rows[0].cells[1] == "Fest"
    assert NAME not in repr(after)
    assert "Bentsen" not in repr(after)


def test_a_table_that_stands_twice_is_hidden_in_both_places() -> None:
    raw = raw_tables(invoices=[invoice(supplier=NAME)])["invoices"]
    assert NAME not in repr(read_tables(CONTRACT, {"invoices": (raw, replace(raw, name="fakturaer"))}, KEY))


def test_a_table_without_private_columns_is_handed_on() -> None:
    raw = raw_tables()["pools"]
    assert without_names(CONTRACT.by_name["pools"], raw, KEY) is raw


@pytest.mark.parametrize("key", [KEY, OTHER_KEY])
def test_what_has_been_hidden_is_not_hidden_again(key: bytes) -> None:
    once = without_names(INVOICES, raw_tables(invoices=[invoice(supplier=NAME)])["invoices"], KEY)
    assert without_names(INVOICES, once, key) == once


# The same data.


@pytest.mark.parametrize("key", [KEY, OTHER_KEY, b"x", b"k" * 64], ids=len)
def test_an_organisation_reads_the_same_whatever_its_names_are_hidden_with(tmp_path: Path, key: bytes) -> None:
    tables = read_folder(write_csv(lyngklokken(), tmp_path / "csv")).tables
    read = read_tables(CONTRACT, CONTRACT.by_table(tables), key)
    dataset = dataset_of(CONTRACT, read)
    assert dataset == read_dataset(CONTRACT, tables)
    assert [row.supplier_is_applicant for row in dataset.of(Invoice)].count(True) == 1
    assert APPLICANT not in repr(read)


KEYS = st.binary(min_size=1, max_size=64)
NAMES = st.sampled_from(
    [None, "", " ", NAME, "KAREN KØRVEL", "karen koervel", "Bo", "bo.", "-", "?", "#REF!", "07", 7, "Karen; Bo", False]
) | st.text(max_size=6)


@given(
    applicants=st.lists(NAMES, max_size=4),
    suppliers=st.lists(NAMES, max_size=6),
    key=KEYS,
)
def test_of_any_names_only_whether_they_are_the_same_is_left(
    applicants: list[object], suppliers: list[object], key: bytes
) -> None:
    tables = raw_tables(
        applications=[grant(id=f"A{place}", applicant=name) for place, name in enumerate(applicants)],
        invoices=[
            invoice(id=f"F{place}", application=f"A{place % 4}", supplier=name) for place, name in enumerate(suppliers)
        ],
    )
    read = read_tables(CONTRACT, {name: (raw,) for name, raw in tables.items()}, key)
    dataset = dataset_of(CONTRACT, read)
    assert dataset == read_dataset(CONTRACT, tables.values())
    for row in dataset.of(Invoice):
        name, applicant = suppliers[int(row.id[1:])], applicants[int(row.application[1:])]
        both = not (is_blank(name) or is_blank(applicant))
        assert row.supplier_is_applicant is ((slug(parse_text(name)) == slug(parse_text(applicant))) if both else None)


@given(one=st.text(), other=st.text(), key=KEYS)
def test_two_names_have_one_token_exactly_when_they_are_spelled_alike(one: str, other: str, key: bytes) -> None:
    names = [one, other]
    found = [cell_of(name, key) for name in names]
    if isinstance(found[0], Hidden) and isinstance(found[1], Hidden):
        assert same_name(found[0], found[1]) is (slug(names[0]) == slug(names[1]))
        assert (found[0] == found[1]) is (slug(names[0]) == slug(names[1]))


@pytest.mark.parametrize("run", [hidden(NAME).run, ""])
def test_whatever_is_typed_is_a_name_also_what_looks_like_a_hidden_one(run: str) -> None:
    typed = f"\ue000{run}\ue000{hidden(NAME).token}"
    assert hidden(typed).token not in typed
    assert met(NAME, typed) is False
