"""An attacker who has all screens of all dates, also from two readings, and subtracts: every count is an unknown of the
sums that are shown. One knows besides which counts stayed the same from one date or reading to the next.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.dataset import Dataset
from core.focus_group.compared import Compared
from core.focus_group.concealed import NOTHING, Concealed
from core.focus_group.concealing import concealed, concealed_in, remembering
from core.focus_group.overview import focus_group_overview
from core.focus_group.residents import residents_on
from core.focus_group.tables import Residents
from tests.core.contract.build import Cells, age_band, department, read, residents
from tests.core.focus_group.groups import often

BANDS = ("18-49", "50+")
YEARS = (2024, 2025, 2026)
Tables = Mapping[int, Mapping[str, Sequence[int]]]
"""Year -> department -> residents in each band."""
SHRUNK: Tables = {  # The first small one is hidden with »02« in 2024; a year after »03« is the small one.
    2024: {"01": (1, 2), "02": (22, 23), "03": (40, 41), "04": (50, 51)},
    2025: {"01": (1, 19), "02": (22, 23), "03": (1, 1), "04": (50, 51)},
}
CORRECTED: Tables = {2024: {**SHRUNK[2024], "01": (10, 20)}}


def counted(tables: Tables) -> list[Cells]:
    return [
        residents(department=number, ages=band, number=str(amount), stated=f"01-01-{year}")
        for year, table in tables.items()
        for number, row in table.items()
        for band, amount in zip(BANDS, row, strict=True)
    ]


def data(tables: Tables, **changed: Any) -> Dataset:
    numbers = dict.fromkeys(number for table in tables.values() for number in table)
    rows: dict[str, Any] = {
        "departments": [department(number=number, name=f"Afdeling {number}") for number in numbers],
        "age_bands": [age_band(ages=band) for band in BANDS],
        "applications": [],
        "invoices": [],
        "residents": counted(tables),
    }
    return read(**(rows | changed))


Unknown = tuple[object, ...]
Equation = dict[Unknown, Fraction]


class Attacker:
    """Gathers what screens show as equations between counts; by elimination what a sum of counts must be."""

    def __init__(self, knows_what_stayed: bool) -> None:
        self.knows_what_stayed = knows_what_stayed
        self.pivots: dict[Unknown, Equation] = {}
        self.hidden: list[tuple[str, Equation]] = []

    def sees(self, dataset: Dataset, reading: int = 0) -> None:
        for on in (date(year, 6, 1) for year in YEARS):
            table = residents_on(dataset.of(Residents), BANDS, [on])[on]
            overview = focus_group_overview(dataset, on)
            by_band = {band: self._sum(table, [(number, band) for number in table], reading, on) for band in BANDS}
            homes = {number: self._sum(table, [(number, band) for band in BANDS], reading, on) for number in table}
            cells = [(number, band) for number in table for band in BANDS]
            if overview.residents is not None:
                self._learns(self._sum(table, cells, reading, on))
                assert overview.departments
                for compared, sums in ((overview.ages, by_band), (overview.departments, homes)):
                    self._compared(compared, sums, f"{on}")
                for cell in cells:
                    if cell not in concealed_in(dataset).cells:
                        self._learns(self._sum(table, [cell], reading, on))

    def finds_out(self) -> list[str]:
        """The hidden counts that no longer can be anything else."""
        return [name for name, equation in self.hidden if not self._reduced(equation)]

    def _sum(
        self, table: Mapping[str, Sequence[int]], cells: Sequence[tuple[str, str]], reading: int, on: date
    ) -> Equation:
        def unknown(number: str, band: str) -> Unknown:
            amount = table[number][BANDS.index(band)]
            return (number, band, amount) if self.knows_what_stayed else (number, band, reading, on)

        return {unknown(*cell): Fraction(1) for cell in cells}

    def _compared(self, compared: Compared, sums: Mapping[str, Equation], when: str) -> None:
        for category in compared.categories if compared.comparable else ():
            self._learns({unknown: Fraction(1) for name in category.names for unknown in sums.get(name, ())})
            if len(category.names) > 1:
                self.hidden += [(f"{name} on {when}", sums[name]) for name in category.names if name in sums]

    def _learns(self, equation: Equation) -> None:
        rest = self._reduced(equation)
        if rest:
            pivot, first = next(iter(rest.items()))
            self.pivots[pivot] = {unknown: amount / first for unknown, amount in rest.items()}

    def _reduced(self, equation: Equation) -> Equation:
        rest = dict(equation)
        for pivot, row in self.pivots.items():  # In the order they were learned each holds no earlier pivot.
            if times := rest.get(pivot):
                for unknown, amount in row.items():
                    rest[unknown] = rest.get(unknown, Fraction(0)) - times * amount
                rest = {unknown: amount for unknown, amount in rest.items() if amount}
        return rest


def found_out(*datasets: Dataset, knows_what_stayed: bool = True) -> list[str]:
    attacker = Attacker(knows_what_stayed)
    for reading, dataset in enumerate(datasets):
        attacker.sees(dataset, reading)
    return attacker.finds_out()


def told(dataset: Dataset, year: int) -> dict[tuple[str, ...], int]:
    departments = focus_group_overview(dataset, date(year, 6, 1)).departments
    assert departments
    return {one.names: one.residents for one in departments.categories}


def test_departments_hidden_on_one_date_are_hidden_on_all() -> None:
    dataset = data(SHRUNK)
    assert told(dataset, 2024) == {("02",): 45, ("04",): 101, ("01", "03"): 84}
    assert told(dataset, 2025) == {("02",): 45, ("04",): 101, ("01", "03"): 22}
    assert found_out(dataset) == []


def test_the_attacker_can_attack() -> None:
    years = [data({year: SHRUNK[year]}) for year in SHRUNK]
    assert told(years[0], 2024) == {("03",): 81, ("04",): 101, ("01", "02"): 48}
    assert told(years[1], 2024) == {("02",): 45, ("04",): 101, ("01", "03"): 22}
    assert "01 on 2024-06-01" in found_out(*years)
    corrected = data(CORRECTED)
    assert told(corrected, 2024)["02",] == 45
    assert "01 on 2024-06-01" in found_out(years[0], corrected)


def test_bands_hidden_on_one_date_are_hidden_on_all() -> None:
    few_young = {2024: {"01": (1, 60), "02": (2, 70)}, 2025: {"01": (41, 60), "02": (42, 70)}}
    dataset = data(few_young)
    assert all(len(focus_group_overview(dataset, date(year, 6, 1)).ages.categories) == 1 for year in few_young)
    assert len(focus_group_overview(data({2025: few_young[2025]}), date(2025, 6, 1)).ages.categories) == 2


def test_a_date_without_residents_tells_nothing_and_hides_nothing_else() -> None:
    dataset = data({2024: {"01": (0, 1), "02": (0, 0)}, 2025: {"01": (41, 60), "02": (42, 70)}})
    assert focus_group_overview(dataset, date(2024, 6, 1)).residents is None
    assert told(dataset, 2025) == {("01",): 101, ("02",): 112}


def test_a_department_hidden_by_a_former_reading_stays_hidden() -> None:
    first = remembering(data({2024: SHRUNK[2024]}), NOTHING)
    second = remembering(data(CORRECTED), first.remembered)
    assert told(second, 2024) == {("03",): 81, ("04",): 101, ("01", "02"): 75}
    assert found_out(first, second) == []


@pytest.mark.parametrize("listed", [True, False])
def test_one_that_has_no_counts_any_more_leaves_no_other_alone(listed: bool) -> None:
    first = remembering(data({2024: SHRUNK[2024]}), NOTHING)
    left = {number: row for number, row in SHRUNK[2024].items() if number != "01"}
    numbers = SHRUNK[2024] if listed else left
    second = data({2024: left}, departments=[department(number=one, name=one) for one in numbers])
    found = told(remembering(second, first.remembered), 2024)
    together = ("01", "02") if listed else ("02", "03")
    assert found[together] == sum(sum(SHRUNK[2024][number]) for number in together if number in left)
    assert listed or found_out(remembering(second, first.remembered)) == []


def test_what_was_hidden_is_still_known_when_a_department_or_all_counts_have_been_away() -> None:
    first = remembering(data({2024: SHRUNK[2024]}), NOTHING)
    away = remembering(data({2024: SHRUNK[2024]}, residents=[]), first.remembered)
    assert away.remembered == first.remembered
    assert told(remembering(data(CORRECTED), away.remembered), 2024)["01", "02"] == 75


def test_bands_of_a_table_that_was_half_typed_are_told_once_there_are_more_departments() -> None:
    first = remembering(data({2024: {"01": (1, 60)}}), NOTHING)
    assert first.remembered.bands == set(BANDS)
    same = remembering(data({2024: {"01": (41, 60)}}), first.remembered)
    assert same.remembered.bands == set(BANDS)
    more = remembering(data({2024: {"01": (41, 60), "02": (40, 50)}}), same.remembered)
    assert more.remembered.bands == frozenset()
    assert more.remembered.departments == frozenset()


@pytest.mark.parametrize(
    ("was", "bands", "hidden"),
    [
        pytest.param("75+", ("18-74", "75+"), {"75+"}, id="the same band"),
        pytest.param("75+", ("18-69", "70+"), {"70+"}, id="one that begins before it"),
        pytest.param("75+", ("18-79", "80+"), {"18-79", "80+"}, id="it was parted"),
        pytest.param("18-29", ("15-29", "30+"), {"15-29"}, id="the lowest age is another"),
        pytest.param("18-29", ("30-44", "45+"), set(), id="nobody of that age is counted any more"),
        pytest.param("30-44", ("18-29", "45+"), set(), id="its neighbours on both sides"),
    ],
)
def test_a_band_is_as_hidden_as_those_that_it_has_ages_of(was: str, bands: tuple[str, ...], hidden: set[str]) -> None:
    places = ("01", "02", "03")
    before = Concealed(bands=frozenset({was}), cells=frozenset({("01", was)}), counted=frozenset(places))
    table = dict.fromkeys(places, (40,) * len(bands))
    found = concealed([table], bands, frozenset(places), 5, before)
    assert found.bands >= hidden
    assert {band for name, band in found.cells if name == "01"} >= hidden
    assert bool(found.bands & set(bands)) is bool(hidden)


def test_other_bands_do_not_tell_what_was_hidden() -> None:
    """75+ is 3 in department 01. Were 60-69 and 70+ told later, the three were what 60-74 leaves of them."""
    first = concealed([{"01": (50, 30, 10, 3), "02": (60, 40, 20, 30)}], ("18-29", "30-59", "60-74", "75+"),
                      frozenset({"01", "02"}), 5, NOTHING)  # fmt: skip
    assert ("01", "75+") in first.cells
    second = concealed([{"01": (50, 30, 6, 7), "02": (60, 40, 15, 35)}], ("18-29", "30-59", "60-69", "70+"),
                       frozenset({"01", "02"}), 5, first)  # fmt: skip
    assert ("01", "70+") in second.cells
    assert concealed([{"01": (50, 30, 6, 7), "02": (60, 40, 15, 35)}], ("18-29", "30-59", "60-69", "70+"),
                     frozenset({"01", "02"}), 5, NOTHING).cells == frozenset()  # fmt: skip


@st.composite
def histories(draw: st.DrawFn) -> Tables:
    """Three or four departments in one to three years; most counts stay from year to year."""
    count = st.integers(0, 7) | st.integers(0, 40)
    numbers = ("01", "02", "03", "04")[: draw(st.integers(3, 4))]
    tables: dict[int, Mapping[str, Sequence[int]]] = {}
    row = st.tuples(count, count)
    before: dict[str, Sequence[int]] = {number: draw(row) for number in numbers}
    for year in YEARS[: draw(st.integers(1, 3))]:
        before = {number: draw(row) if draw(st.integers(0, 2)) == 0 else now for number, now in before.items()}
        tables[year] = before
    return tables


@often(60)
@given(histories())
def test_no_hidden_count_can_be_worked_out_from_all_dates_together(tables: Tables) -> None:
    assert found_out(data(tables)) == []


@often(60)
@given(histories(), st.data())
def test_nor_from_two_readings(tables: Tables, draw: st.DataObject) -> None:
    year = draw.draw(st.sampled_from(sorted(tables)))
    number = draw.draw(st.sampled_from(sorted(tables[year])))
    changed = {**tables, year: {**tables[year], number: draw.draw(st.tuples(*[st.integers(0, 40)] * 2))}}
    first = remembering(data(tables), NOTHING)
    second = remembering(data(changed), first.remembered)
    assert found_out(first, second, knows_what_stayed=False) == []
    # What was hidden from the first is not even known to one who knows which counts stayed the same.
    attacker = Attacker(knows_what_stayed=True)
    attacker.sees(first)
    secret = {name for name, _ in attacker.hidden}
    attacker.sees(second, 1)
    assert not secret & set(attacker.finds_out())


@often(40)
@given(histories())
def test_the_same_tables_read_again_hide_the_same(tables: Tables) -> None:
    once = remembering(data(tables), NOTHING)
    assert remembering(data(tables), once.remembered) == once


@often(40)
@given(histories())
def test_nothing_that_was_hidden_is_shown_by_a_lower_threshold(tables: Tables) -> None:
    first = remembering(data(tables), NOTHING)
    lower = replace(data(tables), remembered=first.remembered)
    assert concealed_in(lower).departments >= first.remembered.departments


def test_nothing_is_remembered_of_an_organisation_without_residents() -> None:
    assert remembering(data({2024: {}}), NOTHING).remembered == Concealed()
