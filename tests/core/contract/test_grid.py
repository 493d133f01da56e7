"""Where in a sheet a table stands: its row of headings, its columns' letters, and what is left behind."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.grid import (
    ROWS_LOOKED_THROUGH,
    column_letter,
    contract_only,
    has_headings,
    heading_row,
    headings_known,
    table_in_grid,
)
from core.contract.raw import RawRow, RawTable, TabPlace
from core.contract.read_table import read_table
from core.contract.table import Table
from core.organisation.tables import BOARD_MEETINGS, DEPARTMENTS
from core.pool.tables import APPLICATIONS, INVOICES, POOLS
from core.subjects import CONTRACT
from tests.core.contract.build import raw_tables

NOTE = ("Udfyldes af sekretariatet inden hvert møde",)
ALL_OF_POOLS = ("Pulje", "Navn", "Ramme", "Fra", "Til", "Godkendt")
A_POOL = ("2024", "Fællesskabspuljen", "100.000", "01-01-2024", "31-12-2024", "")
SECRET = "Prøve Prøvesen"

every_table = pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)


def required(table: Table) -> list[str]:
    return [column.heading for column in table.columns if column.required]


# Which row has the headings.


@every_table
def test_all_headings_of_a_table_are_a_row_of_headings(table: Table) -> None:
    assert has_headings(table, [column.heading for column in table.columns])
    assert headings_known(table, [column.heading for column in table.columns]) == len(table.columns)


@every_table
def test_half_of_the_required_columns_make_a_row_of_headings_and_one_fewer_do_not(table: Table) -> None:
    named = required(table)
    half = (len(named) + 1) // 2
    assert has_headings(table, named[:half])
    assert has_headings(table, named[-half:])
    assert not has_headings(table, named[: half - 1])
    assert not has_headings(table, named[len(named) - half + 1 :])


@every_table
def test_columns_that_need_not_be_filled_in_are_no_row_of_headings_alone(table: Table) -> None:
    known = {slug for column in table.columns if column.required for slug in column.slugs}
    optional = [column.heading for column in table.columns if not column.required and not column.slugs & known]
    assert not has_headings(table, optional)


@pytest.mark.parametrize(
    ("table", "cells", "found"),
    [
        pytest.param(POOLS, ("PULJE", "navn", "Ramme (kr.)"), True, id="three of five, in other spellings"),
        pytest.param(POOLS, ("Pulje", "Pulje", "Pulje", "Navn"), False, id="two of five, one of them three times"),
        pytest.param(POOLS, A_POOL, False, id="a row of data"),
        pytest.param(POOLS, NOTE, False, id="a note"),
        pytest.param(POOLS, ("Puljer",), False, id="a title"),
        pytest.param(POOLS, ("Pulje",), False, id="a title that is a heading too"),
        pytest.param(POOLS, ("Pulje Navn Ramme Fra Til",), False, id="all headings in one cell"),
        pytest.param(POOLS, (), False, id="nothing"),
        pytest.param(POOLS, (None, "", 2024, 7.5, False), False, id="blanks and numbers"),
        pytest.param(POOLS, (None, "Fra", None, "Til", "Ramme"), True, id="headings with gaps"),
        pytest.param(DEPARTMENTS, ("Nr",), True, id="one of two by its other name"),
        pytest.param(DEPARTMENTS, ("Boliger", "Formand"), False, id="none of two"),
        pytest.param(DEPARTMENTS, ("07", "Vesterhåb", "64"), False, id="a department"),
        pytest.param(BOARD_MEETINGS, ("dato",), True, id="the only required one"),
        pytest.param(BOARD_MEETINGS, ("Møde",), False, id="only the other one"),
        pytest.param(INVOICES, ("Faktura", "Beløb"), True, id="two of three"),
        pytest.param(INVOICES, ("Faktura", "Betalt", "Leverandør", "Fakturadato"), False, id="one of three"),
    ],
)
def test_a_row_of_headings_is_told_from_notes_and_data(table: Table, cells: tuple[object, ...], found: bool) -> None:
    assert has_headings(table, cells) is found


@pytest.mark.parametrize("above", range(ROWS_LOOKED_THROUGH + 2))
def test_up_to_five_rows_may_stand_above_the_headings(above: int) -> None:
    notes = [NOTE, (), ("", None), ("Puljer 2024",), A_POOL, NOTE, NOTE][:above]
    assert heading_row(POOLS, [*notes, ALL_OF_POOLS, A_POOL]) == (above + 1 if above <= 5 else 0)


def test_the_first_of_two_rows_of_headings_counts() -> None:
    assert heading_row(POOLS, [NOTE, ALL_OF_POOLS, ALL_OF_POOLS]) == 2


@pytest.mark.parametrize("rows", [(), ((),), (NOTE,), (A_POOL, A_POOL)], ids=["empty", "blank", "a note", "data"])
def test_without_headings_there_is_no_row_of_them(rows: tuple[tuple[object, ...], ...]) -> None:
    assert heading_row(POOLS, rows) == 0


def test_rows_below_the_sixth_are_not_looked_at() -> None:
    def rows() -> object:
        yield from [NOTE] * ROWS_LOOKED_THROUGH
        pytest.fail("a whole sheet was read for its headings")

    assert heading_row(POOLS, rows()) == 0  # type: ignore[arg-type]


# The table in the sheet.


@pytest.mark.parametrize("above", range(ROWS_LOOKED_THROUGH))
def test_rows_keep_the_numbers_a_spreadsheet_shows(above: int) -> None:
    raw = table_in_grid(POOLS, " puljer ", [*[NOTE] * above, ALL_OF_POOLS, A_POOL, (), A_POOL])
    assert raw == RawTable(
        " puljer ",
        ALL_OF_POOLS,
        (RawRow(above + 2, A_POOL), RawRow(above + 3, ()), RawRow(above + 4, A_POOL)),
        TabPlace(" puljer ", ("A", "B", "C", "D", "E", "F"), above + 1),
    )


def test_headings_that_stand_too_far_down_leave_a_table_without_headings_and_without_a_cell() -> None:
    raw = table_in_grid(POOLS, "Puljer", [*[NOTE] * ROWS_LOOKED_THROUGH, ALL_OF_POOLS, A_POOL])
    assert raw.headings == ()
    assert raw.tab_place == TabPlace("Puljer", (), 0)
    assert {row.cells for row in raw.rows} == {()}
    (problem,) = read_table(POOLS, raw).problems
    assert "har ingen overskrifter" in problem.what


def test_an_empty_sheet_is_a_table_without_anything() -> None:
    assert table_in_grid(POOLS, "Puljer", []) == RawTable("Puljer", (), (), TabPlace("Puljer", (), 0))


def test_rows_may_be_shorter_and_longer_than_the_headings() -> None:
    raw = table_in_grid(DEPARTMENTS, "Afdelinger", [("Afdeling", "Navn"), ("07",), (), ("02", "Å", "64", SECRET)])
    assert [row.cells for row in raw.rows] == [("07",), (), ("02", "Å")]


def test_cells_of_columns_outside_the_contract_are_left_behind_and_the_others_keep_their_places() -> None:
    sheet = [
        ("Formand", "Afdeling", None, "Navn", "", "Telefon", "Boliger"),
        (SECRET, "07", SECRET, "Vesterhåb", SECRET, SECRET, 64, SECRET),
    ]
    raw = table_in_grid(DEPARTMENTS, "Afdelinger", sheet)
    assert raw.rows == (RawRow(2, (None, "07", None, "Vesterhåb", None, None, 64)),)
    assert raw.tab_place == TabPlace("Afdelinger", ("A", "B", "C", "D", "E", "F", "G"), 1)


def test_what_stands_above_the_headings_is_left_behind() -> None:
    assert SECRET not in repr(table_in_grid(POOLS, "Puljer", [(SECRET,), ALL_OF_POOLS, A_POOL]))


# The contract's columns alone.


def test_columns_outside_the_contract_go_with_headings_letters_and_cells() -> None:
    raw = RawTable(
        "afdelinger",
        ("Formand", "Afdeling", "Telefon", "Navn", None),
        (RawRow(3, (SECRET, "07", SECRET, "Vesterhåb", SECRET)), RawRow(4, (SECRET, "02")), RawRow(5, ())),
        TabPlace("afdelinger", ("A", "B", "C", "D", "E"), 2, "https://regneark.invalid/#gid=1"),
    )
    assert contract_only(DEPARTMENTS, raw) == RawTable(
        "afdelinger",
        ("Afdeling", "Navn"),
        (RawRow(3, ("07", "Vesterhåb")), RawRow(4, ("02",)), RawRow(5, ())),
        TabPlace("afdelinger", ("B", "D"), 2, "https://regneark.invalid/#gid=1"),
    )


@every_table
def test_a_table_with_the_contracts_columns_only_is_left_as_it_is(table: Table) -> None:
    raw = raw_tables()[table.name]
    assert contract_only(table, raw) == raw


def test_a_heading_that_stands_twice_still_stands_twice() -> None:
    raw = RawTable("Puljer", (*ALL_OF_POOLS, "Kontakt", "RAMME"), (RawRow(2, (*A_POOL, SECRET, "1")),))
    assert contract_only(POOLS, raw) == RawTable("Puljer", (*ALL_OF_POOLS, "RAMME"), (RawRow(2, (*A_POOL, "1")),))


HEADINGS = st.lists(
    st.sampled_from([name for column in APPLICATIONS.columns for name in (column.heading, *column.also)])
    | st.sampled_from(["Telefon", "Kontaktperson", "E-mail", "", None, 7]),
    max_size=12,
)
KNOWN = frozenset().union(*(column.slugs for column in APPLICATIONS.columns))


def secret_unless(is_known: Callable[[object], bool], headings: list[object], width: int) -> tuple[object, ...]:
    """A row whose cells say whether they may be kept: those under a heading of the contract alone."""
    kept = [is_known(heading) for heading in headings] + [False] * width
    return tuple("kendt" if keep else SECRET for keep in kept[:width])


def is_known(heading: object) -> bool:
    return headings_known(APPLICATIONS, [heading]) == 1


@given(headings=HEADINGS, widths=st.lists(st.integers(0, 15), max_size=4), above=st.integers(0, 6))
def test_no_cell_outside_the_contract_is_ever_kept(headings: list[object], widths: list[int], above: int) -> None:
    rows = [secret_unless(is_known, headings, width) for width in widths]
    raw = table_in_grid(APPLICATIONS, "Ansøgninger", [*[(SECRET,)] * above, tuple(headings), *rows])
    assert SECRET not in repr(raw)
    found = heading_row(APPLICATIONS, [*[(SECRET,)] * above, tuple(headings), *rows])
    if found:
        kept = [sum(cell == "kendt" for cell in row.cells) for row in raw.rows]
        assert kept == [row.count("kendt") for row in rows]
    alone = contract_only(APPLICATIONS, raw)
    assert all(is_known(heading) for heading in alone.headings)
    assert all(cell == "kendt" for row in alone.rows for cell in row.cells)
    assert contract_only(APPLICATIONS, alone) == alone
    assert read_table(APPLICATIONS, alone).rows == read_table(APPLICATIONS, raw).rows or not alone.headings


# Letters.


def place_of(letters: str) -> int:
    """The way back: letters as digits from 1 to 26."""
    place = 0
    for letter in letters:
        place = place * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
    return place - 1


@pytest.mark.parametrize(
    ("place", "letters"),
    [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")],
)
def test_a_column_has_the_letters_a_spreadsheet_gives_it(place: int, letters: str) -> None:
    assert column_letter(place) == letters


@given(place=st.integers(0, 10**6))
def test_every_column_is_found_again_by_its_letters(place: int) -> None:
    assert place_of(column_letter(place)) == place
