"""Ages end where they are read: only the organisation's bands are left, and no exact age with them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.cells.age import Ages
from core.contract.cells.kept import Unread
from core.contract.csv_text import split
from core.contract.dataset import Dataset, read_dataset
from core.contract.problem import Effect
from core.contract.raw import RawRow, RawTable, TabPlace
from core.contract.reading import read_tables
from core.focus_group.age_bands import age_bands, band_of
from core.focus_group.bands import bands_of
from core.focus_group.tables import MEMBERS, RESIDENTS, Member, Residents
from core.subjects import CONTRACT
from tests.core.contract.build import (
    Cells,
    age_band,
    counts,
    member,
    only_problem,
    raw_tables,
    read,
    residents,
    setting,
)

OWN = (Ages(18, 24), Ages(30, 64), Ages(65))


def read_residents(text: str) -> Dataset:
    """A CSV file of residents beside the small organisation's other tables."""
    return read_dataset(CONTRACT, (raw_tables() | {"residents": split(text.encode(), RESIDENTS)}).values())


USUAL = (Ages(0, 17), Ages(18, 29), Ages(30, 44), Ages(45, 59), Ages(60, 74), Ages(75))


def banded(raw: RawTable, bands: tuple[Ages, ...] = USUAL) -> RawTable:
    table = MEMBERS if raw.name == MEMBERS.title else RESIDENTS
    return table.preparation.prepared(table, raw, bands)


def told(dataset: Dataset) -> Counter[tuple[str, str]]:
    """Residents by department and band."""
    found: Counter[tuple[str, str]] = Counter()
    for row in dataset.of(Residents):
        found[row.department, row.ages] += row.number
    return found


# The bands.


@pytest.mark.parametrize(
    ("given", "minimum", "expected"),
    [
        pytest.param([], 18, "18-29 30-44 45-59 60-74 75+", id="the usual ones"),
        pytest.param([], 16, "16-29 30-44 45-59 60-74 75+", id="a lower minimum widens the first"),
        pytest.param([], 20, "20-29 30-44 45-59 60-74 75+", id="a higher minimum cuts the first"),
        pytest.param([], 30, "30-44 45-59 60-74 75+", id="or takes it away"),
        pytest.param([Ages(65), Ages(18, 64)], 18, "18-64 65+", id="the organisation's own, lowest first"),
        pytest.param([Ages(0, 17), Ages(18)], 18, "18+", id="a band below the minimum is none"),
    ],
)
def test_the_bands_of_an_organisation(given: list[Ages], minimum: int, expected: str) -> None:
    assert " ".join(map(str, age_bands(given, minimum))) == expected


@pytest.mark.parametrize(
    ("ages", "expected"),
    [
        pytest.param(Ages(18, 18), OWN[0], id="its first year"),
        pytest.param(Ages(24, 24), OWN[0], id="its last year"),
        pytest.param(Ages(25, 25), Unread.NO_BAND, id="between two bands"),
        pytest.param(Ages(17, 17), Unread.NO_BAND, id="below them all"),
        pytest.param(Ages(24, 25), Unread.SEVERAL, id="half in and half out"),
        pytest.param(Ages(18, 64), Unread.SEVERAL, id="over two"),
        pytest.param(Ages(30, 44), OWN[1], id="a narrower band"),
        pytest.param(Ages(80), OWN[2], id="an open end within an open band"),
        pytest.param(Ages(60), Unread.SEVERAL, id="an open end that begins before"),
    ],
)
def test_the_band_that_holds_ages(ages: Ages, expected: Ages | Unread) -> None:
    assert band_of(ages, OWN) == expected


def test_bands_that_overlap_are_told_and_the_first_counts() -> None:
    dataset = read(age_bands=[age_band(ages="18-29"), age_band(ages="25-44"), age_band(ages="45+")])
    assert bands_of(dataset) == (Ages(18, 29), Ages(45))
    problem = only_problem(dataset)
    assert (problem.row, problem.effect) == (3, Effect.ROW_ASIDE)


def test_bands_that_only_touch_do_not_overlap() -> None:
    dataset = read(age_bands=[age_band(ages="18-29"), age_band(ages="30-44")])
    assert not dataset.problems
    assert len(bands_of(dataset)) == 2


def test_the_minimum_age_is_the_organisations() -> None:
    assert bands_of(read(settings=[setting(name="Mindste alder", value="20")]))[0] == Ages(20, 29)


# Members.


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("29", "18-29"),
        ("30", "30-44"),
        ("1994", "30-44"),
        ("1995", "18-29"),
        ("30-44", "30-44"),
        ("80", "75+"),
        ("17", "0-17"),
        ("", None),
    ],
)
def test_a_members_age_becomes_a_band(typed: str, expected: str | None) -> None:
    dataset = read(members=[member(ages=typed, first="29-01-2024")])
    assert dataset.of(Member)[0].ages == expected
    assert not dataset.problems


@pytest.mark.parametrize("typed", ["ca. 37", "37, tror jeg", "020387-1234", "20-50", "Karen"])
def test_an_age_that_cannot_be_read_costs_only_itself_and_is_told_without_what_was_typed(typed: str) -> None:
    dataset = read(members=[member(ages=typed)])
    assert dataset.of(Member)[0].ages is None
    problem = only_problem(dataset)
    assert (problem.column, problem.value, problem.effect) == ("Alder", "", Effect.VALUE_ASIDE)
    assert typed not in f"{problem.what} {problem.do}"


def test_an_unknown_department_costs_only_itself_and_is_told_without_what_was_typed() -> None:
    dataset = read(members=[member(department="Vesterhåp")])
    assert dataset.of(Member)[0].department is None
    problem = only_problem(dataset)
    assert (problem.column, problem.value, problem.effect) == ("Afdeling", "", Effect.VALUE_ASIDE)
    assert "Vesterhåp" not in f"{problem.what} {problem.do}"


ages_typed = st.integers(0, 129) | st.integers(1900, 2023).map(str) | st.text(max_size=8) | st.dates() | st.none()


@given(st.lists(ages_typed, max_size=8))
def test_of_what_was_typed_as_an_age_nothing_is_left_but_a_band_or_why_there_is_none(typed: list[object]) -> None:
    raw = banded(raw_tables(members=[member(ages=ages) for ages in typed])["members"])
    place = raw.headings.index("Alder")
    kept = [row.cells[place] for row in raw.rows]
    assert all(cell in USUAL or isinstance(cell, Unread) or not str(cell or "").strip() for cell in kept)


@given(st.lists(st.tuples(st.integers(18, 29), st.integers(18, 29)), min_size=1, max_size=6))
def test_two_groups_whose_ages_differ_within_their_bands_are_one(pairs: list[tuple[int, int]]) -> None:
    groups = [
        banded(raw_tables(members=[member(id=f"M{row}", ages=pair[side]) for row, pair in enumerate(pairs)])["members"])
        for side in (0, 1)
    ]
    assert groups[0] == groups[1]


def test_a_second_column_of_ages_is_emptied_of_them_too() -> None:
    raw = RawTable("Fokusgruppe", ("Medlem", "Alder", "Fødselsår"), (RawRow(2, ("M1", 34, 1990)),))
    assert banded(raw).rows[0].cells == ("M1", Ages(30, 44), Unread.NO_AGE)


# Residents.


def test_single_years_add_up_to_bands() -> None:
    years = "\n".join(f"Vesterhåb;{age} år;{age}" for age in range(60))
    found = told(read_residents(f"Afdeling;Alder;Beboere\n{years}\n"))
    assert found == {
        ("07", "0-17"): sum(range(18)),
        ("07", "18-29"): sum(range(18, 30)),
        ("07", "30-44"): sum(range(30, 45)),
        ("07", "45-59"): sum(range(45, 60)),
    }


def test_an_export_of_the_statistics_bank_is_read_as_it_is() -> None:
    dataset = read_residents(
        '"Befolkningen efter afdeling, køn, alder og tid"\n'
        "OMRÅDE;KØN;ALDER;TID;INDHOLD\n"
        "Vesterhåb;I alt;18-29 år;2024K1;50\n"
        "Vesterhåb;Mænd;18-29 år;2024K1;20\n"
        "Vesterhåb;Kvinder;18-29 år;2024K1;30\n"
        "Vesterhåb;Mænd;Alder i alt;2024K1;99\n"
        "I alt;Mænd;18-29 år;2024K1;999\n"
        "Vesterhåb;Mænd;75 år og derover;2024K1;1.007\n"
    )
    assert not dataset.problems
    assert told(dataset) == {("07", "18-29"): 50, ("07", "75+"): 1007}
    assert {str(row.stated) for row in dataset.of(Residents)} == {"2024-01-01"}


def test_a_sheet_with_a_column_for_each_age_is_read_as_it_is() -> None:
    dataset = read_residents(
        "Afdeling;Boliger;18 år;19;20-29;75+;I alt\n"
        "Vesterhåb;64;3;4;5;6;18\n"
        "Egholmparken;30;0;1;2;3;6\n"
        "I alt;;3;5;7;9;24\n"
    )
    assert not dataset.problems
    assert told(dataset) == {("07", "18-29"): 12, ("07", "75+"): 6, ("02", "18-29"): 3, ("02", "75+"): 3}
    assert counts(dataset, "residents") == (8, 8)


def test_a_problem_in_a_sheet_with_a_column_for_each_age_names_its_row() -> None:
    wide = RawTable(
        "Beboere",
        ("Afdeling", "18-29", "30-44"),
        (RawRow(4, ("Vesterhåb", "syv", 8)),),
        TabPlace("Beboere", ("A", "B", "C"), 3, "https://sheets.invalid/#gid=1"),
    )
    problem = only_problem(read_dataset(CONTRACT, (raw_tables() | {"residents": wide}).values()))
    assert (problem.row, problem.cell, problem.link) == (4, "", "https://sheets.invalid/#gid=1&range=4:4")


@pytest.mark.parametrize(
    ("rows", "used", "whys"),
    [
        pytest.param([residents(ages="18"), residents(ages="19")], 2, [], id="two years of one band add up"),
        pytest.param(
            [residents(ages="18"), residents(ages="18")], 1, [Unread.TWICE], id="the same row twice counts once"
        ),
        pytest.param(
            [residents(ages="18"), residents(ages="18", number="5")],
            0,
            [Unread.OVERLAP] * 2,
            id="one year with two numbers counts not at all",
        ),
        pytest.param(
            [residents(ages="18-29"), residents(ages="20", number="5"), residents(ages="30")],
            1,
            [Unread.OVERLAP] * 2,
            id="a band and a year of it",
        ),
        pytest.param(
            [residents(ages="18-29"), residents(ages="18-29", number="4", sex="Mænd")], 2, [], id="another sex adds up"
        ),
        pytest.param([residents(), residents(number="4", stated="2025")], 2, [], id="another day is another count"),
        pytest.param([residents(), residents(department="02")], 2, [], id="another department"),
        pytest.param([residents(ages="15-19")], 0, [Unread.SEVERAL], id="partly below the minimum age"),
    ],
)
def test_ages_that_would_be_counted_twice_are_told(rows: list[Cells], used: int, whys: list[Unread]) -> None:
    dataset = read(residents=rows)
    assert counts(dataset, "residents") == (len(rows), used)
    assert [(problem.what, problem.do) for problem in dataset.problems] == [(why.what, why.do) for why in whys]


def test_a_count_that_cannot_be_read_is_told_without_it() -> None:
    problem = only_problem(read(residents=[residents(number="ca. 3")]))
    assert (problem.column, problem.value, problem.effect) == ("Beboere", "", Effect.ROW_ASIDE)
    assert "3" not in problem.what


row_of_residents = st.builds(
    residents,
    department=st.sampled_from(("07", "7", "02", "I alt", "", None)),
    ages=st.sampled_from(("18", 19, "18-29", "30+", "I alt", "40-44", "75+", "unge", "", None)),
    number=st.sampled_from((3, "4", "", "x")),
    sex=st.sampled_from((None, "Mænd", "I alt")),
)


@given(st.lists(row_of_residents, max_size=8), st.lists(ages_typed, max_size=4))
def test_going_through_it_again_changes_nothing(rows: list[Cells], typed: list[object]) -> None:
    tables = raw_tables(residents=rows, members=[member(ages=ages) for ages in typed])
    for name in ("residents", "members"):
        once = banded(tables[name])
        assert banded(once) == once


@pytest.mark.parametrize(
    ("bands", "expected"),
    [
        pytest.param((Ages(18, 44), Ages(45)), [Ages(18, 44), Ages(18, 44), Ages(45)], id="wider ones hold them"),
        pytest.param((Ages(18, 29), Ages(45)), [Ages(18, 29), Unread.NO_BAND, Ages(45)], id="one is gone"),
        pytest.param(
            (Ages(18, 39), Ages(40)), [Ages(18, 39), Unread.SEVERAL, Ages(40)], id="of a band in two nobody can tell"
        ),
    ],
)
def test_bands_that_have_changed_since_take_what_they_can_of_the_former(
    bands: tuple[Ages, ...], expected: list[object]
) -> None:
    tables = raw_tables(
        residents=[residents(ages=ages) for ages in ("18-29", "30-44", "75+")],
        members=[member(ages=ages) for ages in ("18", "30", "80")],
    )
    for name in ("residents", "members"):
        again = banded(banded(tables[name]), bands)
        assert [row.cells[again.headings.index("Alder")] for row in again.rows] == expected


def test_the_bands_are_read_of_tables_that_stand_before() -> None:
    tables = raw_tables(
        settings=[setting(name="Mindste alder", value="20")],
        age_bands=[age_band(ages="20-49"), age_band(ages="50+")],
        members=[member(id=ages, ages=ages) for ages in ("19", "20", "50")],
    )
    read = read_tables(CONTRACT, {name: (raw,) for name, raw in tables.items()}, b"key")["members"]
    assert [row.values["ages"] for row in read.rows] == ["0-19", "20-49", "50+"]
