"""The sheets put together: counts by item, wishes, disagreement, notes; by table and by organisation."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.planche.of_data import sheet_of, tables_of
from core.planche.results import Filled, ItemCount, filled_on, organisations, results, rows_of, seminar_days
from core.planche.sentences import conclusion, disagreement, no_disagreement
from core.planche.sheet import Sheet, Theme
from core.planche.standard import STANDARD
from core.planche.tables import Mark
from tests.core.contract.build import (
    counts,
    only_problem,
    read,
    seminar_question,
    seminar_table,
    sheet_mark,
    theme,
    theme_item,
)

SHEET = Sheet(
    (Theme("Rammer", "Har vi?", "Vil vi?", ("Legeplads", "Fælleshus")), Theme("Fokus", "?", "?", ("Seminar",))),
    ("Hvad først?",),
)
DAY = date(2024, 9, 21)


def filled(
    table: str, item: str, marks: str, note: str = "", theme: str = "Rammer", organisation: str = "Os"
) -> Filled:
    return Filled(organisation, table, theme, item, "V" in marks, "X" in marks, note)


def count_of(*those: Filled, item: str = "Legeplads") -> tuple[int, int, int, int]:
    """V alone, X alone, both, none."""
    found = next(one for one in results(SHEET, those).items if one.item == item)
    return found.done, found.wished, found.both, found.none


@pytest.mark.parametrize(
    ("those", "expected"),
    [
        pytest.param([], (0, 0, 0, 0), id="no sheets, no tables"),
        pytest.param([filled("1", "Legeplads", "V")], (1, 0, 0, 0), id="V alone"),
        pytest.param([filled("1", "Legeplads", "X")], (0, 1, 0, 0), id="X alone"),
        pytest.param([filled("1", "Legeplads", "VX")], (0, 0, 1, 0), id="both"),
        pytest.param([filled("1", "Legeplads", "")], (0, 0, 0, 1), id="neither"),
        pytest.param([filled("1", "Fælleshus", "X")], (0, 0, 0, 1), id="a table that marked something else has none"),
        pytest.param([filled("1", "legeplads ", "V")], (1, 0, 0, 0), id="in any spelling"),
        pytest.param(
            [filled("1", "Legeplads", "V"), filled("1", "Legeplads", "X")],
            (0, 0, 1, 0),
            id="rows of one table together",
        ),
        pytest.param(
            [filled("1", "Legeplads", "V"), filled("2", "Legeplads", "X"), filled("3", "Fælleshus", "V")],
            (1, 1, 0, 1),
            id="three tables",
        ),
        pytest.param(
            [filled("1", "Legeplads", "V"), filled("1", "Legeplads", "X", organisation="Dem")],
            (1, 1, 0, 0),
            id="tables of one name in two organisations are two",
        ),
    ],
)
def test_how_many_tables_have_an_item_as_v_x_both_and_none(those: list[Filled], expected: tuple[int, ...]) -> None:
    assert count_of(*those) == expected


def test_every_item_of_the_sheet_is_there_in_its_order_and_what_is_not_on_it_comes_after() -> None:
    found = results(SHEET, [filled("1", "Gynge", "X"), filled("1", "Seminar", "V", theme="Fokus")])
    assert [(one.name, [item.item for item in one.items]) for one in found.themes] == [
        ("Rammer", ["Legeplads", "Fælleshus", "Gynge"]),
        ("Fokus", ["Seminar"]),
    ]


def test_the_open_line_is_an_item_only_where_it_is_marked() -> None:
    marked = results(SHEET, [filled("1", "Andet", "X", "Orangeri"), filled("2", "Andre", "X", "orangeri")])
    assert [item.item for item in marked.themes[0].items] == ["Legeplads", "Fælleshus", "Andet: Orangeri"]
    assert [(item.item, item.wanted) for item in marked.most_wanted] == [("Andet: Orangeri", 2)]
    bare = results(SHEET, [filled("1", "Andet", "X"), filled("2", "Andet", "X", "o" * 81)])
    assert [(item.item, item.wished) for item in bare.themes[0].items[2:]] == [("Andet", 2)]
    assert bare.most_wanted == ()
    written = results(SHEET, [filled("1", "Andet", "", "Orangeri")])
    assert [item.item for item in written.themes[0].items] == ["Legeplads", "Fælleshus"]
    assert [(note.item, note.note) for note in written.notes] == [("Andet", "Orangeri")]


def test_an_answer_to_a_question_is_a_note_and_no_item() -> None:
    found = results(SHEET, [filled("1", "Hvad først?", "", "Spørg beboerne", theme="Spørgsmål")])
    assert [theme.name for theme in found.themes] == ["Rammer", "Fokus"]
    assert [(note.item, note.who, note.note) for note in found.notes] == [("Hvad først?", "1", "Spørg beboerne")]
    assert found.tables == ("1",)


def test_the_most_wanted_stands_first_and_of_equals_what_fewer_have() -> None:
    found = results(
        SHEET,
        [
            filled("1", "Legeplads", "VX"),
            filled("2", "Legeplads", "X"),
            filled("1", "Fælleshus", "X"),
            filled("2", "Fælleshus", "X"),
            filled("1", "Seminar", "X", theme="Fokus"),
        ],
    )
    assert [(item.item, item.wanted) for item in found.most_wanted] == [
        ("Fælleshus", 2),
        ("Legeplads", 2),
        ("Seminar", 1),
    ]


def test_tables_disagree_where_some_say_it_is_done_and_others_that_it_could_be() -> None:
    done, both = filled("1", "Legeplads", "V"), filled("1", "Legeplads", "VX")
    could = filled("2", "Legeplads", "X")
    assert [item.item for item in results(SHEET, [done, could]).disagreed] == ["Legeplads"]
    assert [item.item for item in results(SHEET, [both, could]).disagreed] == ["Legeplads"]
    assert not results(SHEET, [done, both]).disagreed
    assert not results(SHEET, [could, filled("3", "Legeplads", "")]).disagreed


def test_the_evenest_split_stands_first() -> None:
    uneven = [filled(str(n), "Legeplads", "V" if n else "X") for n in range(4)]
    even = [filled(str(n), "Fælleshus", "V" if n < 2 else "X") for n in range(4)]
    assert [item.item for item in results(SHEET, [*uneven, *even]).disagreed] == ["Fælleshus", "Legeplads"]


def test_one_organisation_alone_in_any_spelling() -> None:
    those = [filled("1", "Legeplads", "V"), filled("A", "Legeplads", "X", organisation="Eksempelbo")]
    assert organisations(those) == ("Os", "Eksempelbo")
    assert results(SHEET, those, "eksempelbo").tables == ("A",)
    assert results(SHEET, those).tables == ("Os: 1", "Eksempelbo: A")


@given(
    st.lists(
        st.builds(
            filled,
            st.sampled_from("123"),
            st.sampled_from(["Legeplads", "Fælleshus", "Gynge"]),
            st.sampled_from(["", "V", "X", "VX"]),
        )
    )
)
def test_the_four_counts_of_every_item_are_all_the_tables(those: list[Filled]) -> None:
    found = results(SHEET, those)
    for item in found.items:
        assert item.done + item.wished + item.both + item.none == len(found.tables)
        assert min(item.done, item.wished, item.both, item.none) >= 0
        assert item.disagreeing <= len(found.tables) // 2


@pytest.mark.parametrize(
    ("those", "said"),
    [
        ([], "Ingen plancher er kommet tilbage endnu."),
        ([filled("1", "Legeplads", "V")], "1 bord har sendt en planche. Bordet har ikke sat X ved noget."),
        (
            [filled("1", "Legeplads", "V"), filled("2", "Legeplads", "V")],
            "2 borde har sendt en planche. Ingen borde har sat X ved noget.",
        ),
        (
            [filled("1", "Andet", "X")],
            "1 bord har sendt en planche. X står kun på den åbne linje, og der er ikke skrevet hvad.",
        ),
        ([filled("1", "Legeplads", "X")], "1 bord har sendt en planche og ønsker sig Legeplads."),
        (
            [filled("1", "Legeplads", "X"), filled("1", "Fælleshus", "X")],
            "1 bord har sendt en planche og ønsker sig Legeplads og Fælleshus.",
        ),
        ([filled(table, "Legeplads", "X") for table in "12"], "Begge borde ønsker sig Legeplads."),
        ([filled(table, "Legeplads", "X") for table in "123"], "Alle 3 borde ønsker sig Legeplads."),
        ([filled("1", "Legeplads", "X"), filled("2", "Fælleshus", "V")], "1 af 2 borde ønsker sig Legeplads."),
        (
            [*(filled(table, "Legeplads", "X") for table in "12"), filled("3", "Fælleshus", "V")],
            "Det mest udbredte ønske er Legeplads, ved 2 af 3 borde.",
        ),
        (
            [
                *(filled(table, "Legeplads", "X") for table in "12"),
                *(filled(table, "Fælleshus", "X") for table in "23"),
                filled("4", "Fælleshus", "V"),
            ],
            "De mest udbredte ønsker er Legeplads og Fælleshus, hver ved 2 af 4 borde. Bordene er uenige om 1 punkt.",
        ),
        (
            [filled("1", "Legeplads", "V"), filled("2", "Legeplads", "X"), filled("2", "Fælleshus", "X")],
            "Intet ønske går igen: Fælleshus og Legeplads. Bordene er uenige om 1 punkt.",
        ),
    ],
)
def test_what_the_sheets_say(those: list[Filled], said: str) -> None:
    assert conclusion(results(SHEET, those)) == said


@pytest.mark.parametrize(
    ("items", "named"), [("ABC", "A, B og C"), ("ABCD", "A, B, C og 1 andet"), ("ABCDE", "A, B, C og 2 andre")]
)
def test_many_first_wishes_are_not_all_named(items: str, named: str) -> None:
    sheet = Sheet((Theme("T", "", "", tuple(items)),), ())
    found = results(sheet, [filled("1", item, "X", theme="T") for item in items])
    assert conclusion(found) == f"1 bord har sendt en planche og ønsker sig {named}."


@pytest.mark.parametrize(
    ("tables", "said"),
    [
        ("1", "Kun ét bord har sendt en planche, så der er ingen at være uenig med."),
        ("12", "Der er intet punkt, som nogle borde siger gøres i dag, og andre kun siger kunne gøres."),
    ],
)
def test_where_no_tables_disagree_no_more_is_said_than_is_known(tables: str, said: str) -> None:
    assert no_disagreement(results(SHEET, [filled(table, "Legeplads", "V") for table in tables])) == said


def test_a_disagreement_in_words() -> None:
    item = ItemCount("T", "A", 2, 1, 1, 0)
    assert disagreement(item) == "3 borde siger, at det gøres; 1 bord siger, at det kunne gøres."


# From the tables of the contract.


def own(**changed: Any) -> Sheet:
    return sheet_of(read(**changed))


def test_without_tables_the_sheet_is_the_workshops() -> None:
    assert own() == STANDARD
    assert [len(theme.items) for theme in STANDARD.themes] == [7, 7, 6, 6]
    assert [theme.other for theme in STANDARD.themes] == ["Andet", "Andet", "Andre", "Andet"]


def test_an_organisations_own_items_are_its_whole_sheet_in_its_order() -> None:
    sheet = own(
        theme_items=[theme_item(name="Kajakhus"), theme_item(theme="Penge", name="Fonde"), theme_item(name="Andre")],
        themes=[theme(done="Hvad er her?", wished=None)],
        seminar_questions=[seminar_question(text="Hvornår?")],
    )
    frames, money = sheet.themes
    assert (frames.name, frames.items, frames.other) == ("Fysiske rammer", ("Kajakhus",), "Andre")
    assert (frames.done, frames.wished) == ("Hvad er her?", "Hvilke kunne vi ønske os?")
    assert (money.items, money.done, money.other) == (("Fonde",), "Det gør vi allerede", "Andet")
    assert sheet.questions == ("Hvornår?",)


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param({}, id="an item of the workshop's sheet"),
        pytest.param({"theme": "fysiske rammer", "item": "LEGEPLADSER"}, id="in other letters"),
        pytest.param({"item": "Andet"}, id="the open line"),
        pytest.param({"theme": "Samarbejde med omverdenen", "item": "Andre"}, id="the open line by its other name"),
        pytest.param({"theme": "Spørgsmål", "item": "Hvilke barrierer ser vi?"}, id="a question"),
        pytest.param({"mark": None}, id="no mark, only a note"),
        pytest.param({"mark": "v+x"}, id="both marks, written with a plus"),
        pytest.param({"mark": "ingen"}, id="none, written out"),
    ],
)
def test_a_mark_that_counts(cells: dict[str, Any]) -> None:
    dataset = read(sheet_marks=[sheet_mark(**cells)])
    assert not dataset.problems
    assert counts(dataset, "sheet_marks") == (1, 1)


@pytest.mark.parametrize(
    ("cells", "column", "what"),
    [
        pytest.param({"theme": "Ramme"}, "Tema", "»Ramme« er ikke et tema på planchen.", id="an unknown theme"),
        pytest.param(
            {"item": "Kajakhus"},
            "Punkt",
            "»Kajakhus« står ikke på planchen under »Fysiske rammer«.",
            id="an unknown item",
        ),
        pytest.param(
            {"item": "Kommunen"},
            "Punkt",
            "»Kommunen« står ikke på planchen under »Fysiske rammer«.",
            id="another theme's",
        ),
        pytest.param(
            {"theme": "Spørgsmål", "item": "Andet"},
            "Punkt",
            "»Andet« står ikke på planchen under »Spørgsmål«.",
            id="questions have no open line",
        ),
        pytest.param({"mark": "Z"}, "Mærke", "Det er ikke en af de værdier, der kan bruges.", id="another letter"),
    ],
)
def test_a_mark_that_is_told_and_does_not_count(cells: dict[str, Any], column: str, what: str) -> None:
    dataset = read(sheet_marks=[sheet_mark(**cells)])
    problem = only_problem(dataset)
    assert (problem.column, problem.what.removeprefix("Z: ")) == (column, what)
    assert counts(dataset, "sheet_marks") == (1, 0)


def test_the_organisations_own_items_decide_what_a_mark_may_be() -> None:
    items = [theme_item(name="Kajakhus")]
    assert not read(theme_items=items, sheet_marks=[sheet_mark(item="Kajakhus")]).problems
    assert read(theme_items=items, sheet_marks=[sheet_mark(item="Legepladser")]).problems


def test_seminars_are_told_apart_by_day_and_later_ones_do_not_count_yet() -> None:
    marks = [sheet_mark(), sheet_mark(date="22-09-2025"), sheet_mark(item="Fælleshuse")]
    dataset = read(sheet_marks=marks)
    assert seminar_days(dataset, date(2025, 9, 21)) == (DAY,)
    assert seminar_days(dataset, date(2025, 9, 22)) == (date(2025, 9, 22), DAY)
    assert len(filled_on(dataset, DAY)) == 2


def test_items_and_questions_stand_by_their_numbers_and_those_without_after_them() -> None:
    names = [theme_item(name="A"), theme_item(name="B", place="2"), theme_item(theme="Penge", name="C", place="1")]
    sheet = own(
        theme_items=names, seminar_questions=[seminar_question(text="Sidst?", place=None), seminar_question(place="9")]
    )
    assert [(one.name, one.items) for one in sheet.themes] == [("Penge", ("C",)), ("Fysiske rammer", ("B", "A"))]
    assert sheet.questions == ("Hvad er det første skridt?", "Sidst?")


def test_tables_stand_as_people_count() -> None:
    tables = [seminar_table(name=name) for name in ("Bord 10", "Bord 9", "Åparken")]
    assert tables_of(read(seminar_tables=tables)) == ("Bord 9", "Bord 10", "Åparken")


def test_a_blank_organisation_is_the_organisation_itself() -> None:
    dataset = read(sheet_marks=[sheet_mark(), sheet_mark(organisation="Eksempelbo", table=None)])
    assert [(one.organisation, one.table) for one in filled_on(dataset, DAY)] == [
        ("DOMI Bolig", "Bord 1"),
        ("Eksempelbo", "Uden bord"),
    ]


def test_rows_to_type_back_are_read_as_the_same_marks() -> None:
    those = [
        filled("1", "Legepladser", "VX", theme="Fysiske rammer", organisation="DOMI Bolig"),
        filled("1", "Fælleshuse", "V", "fint", theme="Fysiske rammer", organisation="Eksempelbo"),
        filled("2", "Fælleshuse", "", theme="Fysiske rammer", organisation="DOMI Bolig"),
        filled("2", "Andet", "", "Orangeri", theme="Fysiske rammer", organisation="DOMI Bolig"),
    ]
    rows = rows_of(DAY, those, "DOMI Bolig")
    assert [row.mark for row in rows] == [Mark.BOTH, Mark.DONE, None]
    typed = [
        {
            "date": "21-09-2024",
            "organisation": row.organisation,
            "table": row.table,
            "theme": row.theme,
            "item": row.item,
            "mark": row.mark,
            "note": row.note,
        }
        for row in rows
    ]
    assert filled_on(read(sheet_marks=typed), DAY) == (those[0], those[1], those[3])
