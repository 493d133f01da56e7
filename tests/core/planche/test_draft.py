"""A wish as a row of the sheet of action plans."""

from datetime import date

import pytest

from core.action_plans.tables import ActionPlan
from core.contract.dataset import read_dataset
from core.contract.raw import RawRow
from core.planche.draft import HEADINGS, areas, draft_plan, next_key, tab_separated
from core.subjects import CONTRACT
from tests.core.contract.build import action_plan, idea, raw_tables, read


@pytest.mark.parametrize(
    ("mine", "taken", "area", "key"),
    [
        pytest.param(["G1", "G3"], {"g1", "g3"}, "Det grønne", "G4", id="after the highest of its area"),
        pytest.param(["G9"], {"g9"}, "Det grønne", "G10", id="as a number"),
        pytest.param([], set(), "Beboere", "B1", id="by the area's letter where it has none"),
        pytest.param([], {"b1", "b2"}, "Beboere", "B3", id="but not another area's"),
        pytest.param(
            ["HP-2024-07"], {"hp-2024-07"}, "Boliger", "HP-2024-8", id="with whatever stands before the number"
        ),
        pytest.param(["Grøn"], {"grøn"}, "Det grønne", "D1", id="a key without a number"),
    ],
)
def test_the_next_free_key(mine: list[str], taken: set[str], area: str, key: str) -> None:
    assert next_key(mine, taken, area) == key


def test_the_row_pasted_into_the_sheet_is_read_as_a_new_plan() -> None:
    dataset = read(action_plans=[action_plan()])
    row = draft_plan(dataset, "Det grønne", "Kajakhus", date(2024, 9, 21))
    assert dict(zip(HEADINGS, row, strict=True)) == {
        "Handleplan": "G2", "Område": "Det grønne", "Navn": "Kajakhus", "Fra": "21-09-2024", "Til": "",
    }  # fmt: skip
    tables = raw_tables(action_plans=[action_plan()])
    plans = tables["action_plans"]
    cells = tuple(tab_separated([row]).split("\t"))
    tables["action_plans"] = type(plans)(plans.name, plans.headings, (*plans.rows, RawRow(3, cells)))
    read_back = read_dataset(CONTRACT, tables.values())
    assert not read_back.problems
    assert [plan.id for plan in read_back.of(ActionPlan)] == ["G1", "G2"]


def test_the_areas_are_those_that_the_strategy_names() -> None:
    dataset = read(action_plans=[action_plan()], ideas=[idea(area="Boliger"), idea(id="D2", area="det-grønne")])
    assert areas(dataset) == ("Boliger", "Det grønne")


@pytest.mark.parametrize(
    ("cell", "pasted"),
    [
        ("Leg", "Leg"),
        ("=1+1", "'=1+1"),
        ("+45", "'+45"),
        ("-x", "'-x"),
        ("@a", "'@a"),
        ("a\tb\nc", "a b c"),
        (" =1", "'=1"),
        ("＝1+1", "'＝1+1"),
        ("\r=1", "'=1"),
        ('"a', "'\"a"),
        ('a "b"', 'a "b"'),
    ],
)
def test_a_cell_pasted_is_never_a_formula_and_never_two(cell: str, pasted: str) -> None:
    assert tab_separated([[cell, "z"]]) == f"{pasted}\tz"
