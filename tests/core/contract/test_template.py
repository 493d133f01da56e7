"""The template is the contract said to the one who fills it in: every table, every column, every rule."""

import re

import pytest

from core.contract.cells.cell import slug
from core.contract.headings import match_headings
from core.contract.problem import Problem
from core.contract.table import Column, Kind, Table
from core.contract.template import GUIDE_TITLE, Format, Target, TemplateColumn, TemplateTab, guide, template_tabs
from core.pool.rulebook import IN_SHEET
from core.subjects import CONTRACT
from tests.each import each

ALL_COLUMNS = each({f"{tab.title}.{one.heading}": (tab, one) for tab in template_tabs(CONTRACT) for one in tab.columns})
SECTIONS = {line.about for line in guide(CONTRACT) if line.is_heading}


def column(table: str, name: str) -> TemplateColumn:
    return next(tab for tab in template_tabs(CONTRACT) if tab.table.name == table).column(name)


def test_there_is_a_tab_for_every_table_and_a_column_for_every_column() -> None:
    found = [(tab.table, [one.column for one in tab.columns]) for tab in template_tabs(CONTRACT)]
    assert found == [(table, list(table.columns)) for table in CONTRACT.tables]


@pytest.mark.parametrize("table", CONTRACT.tables, ids=lambda table: table.title)
def test_the_headings_are_known_again_by_the_reader(table: Table) -> None:
    (tab,) = [tab for tab in template_tabs(CONTRACT) if tab.table is table]
    found = match_headings(table, tuple(one.heading for one in tab.columns))
    problems: tuple[Problem, ...] = found.problems
    assert (found.usable, problems) == (True, ())
    assert list(found.positions) == [one.name for one in table.columns]


def test_a_heading_says_its_unit_in_brackets() -> None:
    assert column("applications", "requested").heading == "Ansøgt beløb (kr.)"
    assert column("applications", "project").heading == "Projekt"


@ALL_COLUMNS
def test_every_note_is_whole_sentences_and_says_whether_the_cell_may_be_empty(
    tab: TemplateTab, one: TemplateColumn
) -> None:
    assert one.note.endswith("Skal udfyldes." if one.column.required else "Kan være tom.")
    assert re.match(r"[A-ZÆØÅ»]", one.note)
    assert "  " not in one.note
    assert ".." not in one.note


@pytest.mark.parametrize(
    ("table", "name", "said"),
    [
        pytest.param("departments", "number", "Afdelingens nummer, fx 07.", id="the contract's own note"),
        pytest.param("pools", "appropriation", "Ikke under 0.", id="the least"),
        pytest.param("pools", "first", "fx 15-05-2023", id="how a date is written"),
        pytest.param("applications", "requested", "fx 1.234,50", id="how an amount is written"),
        pytest.param("applications", "decision", "tilsagn, afslag", id="the allowed values"),
        pytest.param(
            "measurements", "value", "Tal i målepunktets enhed", id="a number in a unit that stands elsewhere"
        ),
        pytest.param("indicators", "months", "Ikke under 1. Ikke over 240.", id="from what to what"),
        pytest.param("applications", "begun", "Vælg ja eller nej.", id="yes or no"),
        pytest.param("pool_rules", "pool_name", "kolonnen »Navn« i fanen »Puljer«", id="what it refers to"),
        pytest.param("applications", "departments", "flere deles af semikolon", id="several in one cell"),
        pytest.param("applications", "applicant", "hverken vist eller gemt", id="what happens to a name"),
        pytest.param("pool_rules", "value", f"sidst i fanen »{GUIDE_TITLE}«", id="where the rules are"),
    ],
)
def test_the_note_says(table: str, name: str, said: str) -> None:
    assert said in column(table, name).note


@ALL_COLUMNS
def test_what_must_stay_as_typed_is_text_and_the_rest_is_dates_and_numbers(
    tab: TemplateTab, one: TemplateColumn
) -> None:
    shapes = {
        Kind.DATE: Format.DATE,
        Kind.AMOUNT: Format.AMOUNT,
        Kind.WHOLE: Format.WHOLE,
        Kind.NUMBER: Format.NUMBER,
        Kind.MEASURED: Format.NUMBER,
    }
    assert one.format is shapes.get(one.column.kind, Format.TEXT)


@ALL_COLUMNS
def test_a_dropdown_shows_the_allowed_values_or_a_column_of_a_tab_that_is_there(
    tab: TemplateTab, one: TemplateColumn
) -> None:
    kind = one.column.kind
    assert bool(one.choices) == (kind in (Kind.CHOICE, Kind.YES_NO))
    assert bool(one.target) == (kind is Kind.REFERENCE)
    if one.target:
        found: Column = CONTRACT.by_name[one.target.table].column(one.target.column)
        assert found.heading in one.note


def test_the_dropdown_of_a_reference_is_the_column_it_refers_to() -> None:
    assert column("invoices", "application").target == Target("applications", "id")


def test_yes_and_no_are_chosen_in_danish() -> None:
    assert column("applications", "across").choices == ("ja", "nej")


def test_the_instructions_have_a_section_for_every_tab_with_all_its_columns() -> None:
    lines = guide(CONTRACT)
    for tab in template_tabs(CONTRACT):
        start = next(place for place, line in enumerate(lines) if line.about == tab.title and line.is_heading)
        below = lines[start + 1 : start + 1 + len(tab.columns)]
        assert lines[start].text.startswith(tab.table.note)
        assert [(line.about, line.text) for line in below] == [(one.heading, one.note) for one in tab.columns]


def test_the_instructions_end_with_what_to_write_for_every_rule() -> None:
    lines = guide(CONTRACT)[-len(IN_SHEET) :]
    assert [(line.about, line.text) for line in lines] == [(name, kind.advice) for name, kind in IN_SHEET.items()]


@pytest.mark.parametrize(
    "said", ["15-05-2023", "1.234,50", "ikke færdig", "Hent igen nu", "aldrig læst", "telefonnumre"]
)
def test_the_instructions_say(said: str) -> None:
    assert said in " ".join(line.text for line in guide(CONTRACT))


def test_the_instructions_are_no_table() -> None:
    assert slug(GUIDE_TITLE) not in {table.slug for table in CONTRACT.tables}
    assert {tab.title for tab in template_tabs(CONTRACT)} < SECTIONS
