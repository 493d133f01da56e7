"""What a new reading changed, as the consultant would say it: each row once, with both values."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.contract.changes import Change, Happened, changes
from core.subjects import CONTRACT
from tests.core.contract.build import (
    Cells,
    action_plan,
    age_band,
    ambassador,
    application,
    appropriation_change,
    cohort,
    department,
    dispensation,
    evaluation,
    grant,
    group_meeting,
    idea,
    idea_use,
    indicator,
    initiative,
    invoice,
    measurement,
    meeting,
    member,
    network_meeting,
    outreach,
    partnership,
    partnership_year,
    pool,
    pool_rule,
    read,
    residents,
    seminar_question,
    seminar_table,
    session,
    setting,
    sheet_mark,
    target,
    theme,
    theme_item,
)

NO_BREAK = "\u00a0"
ROWS: dict[str, tuple[Cells, Cells]] = {
    "settings": (setting(), setting(value="DOMI")),
    "departments": (department(), department(homes="65")),
    "pools": (pool(), pool(appropriation="120.000")),
    "pool_rules": (pool_rule(), pool_rule(value="25.000")),
    "board_meetings": (meeting(), meeting(title="Ekstraordinært møde")),
    "applications": (grant(), grant(granted="7.000")),
    "invoices": (invoice(), invoice(amount="1.000,50")),
    "dispensations": (dispensation(), dispensation(reason="Taget blæste af")),
    "appropriation_changes": (appropriation_change(), appropriation_change(amount="-5.000")),
    "cohorts": (cohort(), cohort(started="8")),
    "course_sessions": (session(), session(topic="At lytte")),
    "ambassadors": (ambassador(), ambassador(last="01-01-2026")),
    "network_meetings": (network_meeting(), network_meeting(topic="Ideer")),
    "initiatives": (initiative(), initiative(departments="07; 02")),
    "age_bands": (age_band(), age_band()),
    "members": (member(), member(last="01-01-2026")),
    "residents": (residents(), residents(number="32")),
    "group_meetings": (group_meeting(), group_meeting(topic="Ideer")),
    "action_plans": (action_plan(), action_plan(name="Natur")),
    "indicators": (indicator(), indicator(name="Enge")),
    "targets": (target(), target(value="40")),
    "measurements": (measurement(), measurement(value="87")),
    "evaluations": (evaluation(), evaluation(asked="Færre")),
    "partnership_years": (partnership_year(), partnership_year(room="5")),
    "partnerships": (partnership(), partnership(subject="Have")),
    "ideas": (idea(), idea(who="beboer")),
    "idea_uses": (idea_use(), idea_use(last="01-01-2026")),
    "outreach": (outreach(), outreach(side="indadtil")),
    "themes": (theme(), theme(done="Hvad har vi?")),
    "theme_items": (theme_item(), theme_item(place="2")),
    "seminar_questions": (seminar_question(), seminar_question(place="2")),
    "seminar_tables": (seminar_table(), seminar_table()),
    "sheet_marks": (sheet_mark(), sheet_mark(mark="V")),
}
KEYS = {  # '' where it is not told which row it is
    "settings": "Organisation",
    "departments": "07",
    "pools": "2024",
    "pool_rules": "Fællesskabspuljen, loft pr. projekt, 15-05-2023",
    "board_meetings": "12-06-2024",
    "applications": "A1",
    "invoices": "F1",
    "dispensations": "A1, loft pr. projekt, 15-02-2024",
    "appropriation_changes": "R1",
    "cohorts": "4",
    "course_sessions": "4, 03-10-2024",
    "ambassadors": "",
    "network_meetings": "05-12-2024",
    "initiatives": "I1",
    "age_bands": "30-44",
    "members": "",
    "residents": "",
    "group_meetings": "11-03-2024",
    "action_plans": "G1",
    "indicators": "G1-a",
    "targets": "G1-a, 01-01-2024",
    "measurements": "G1-a, 30-06-2025",
    "evaluations": "G1, 15-01-2025",
    "partnership_years": "2.024",
    "partnerships": "P1",
    "ideas": "D1",
    "idea_uses": "D1, 07, 01-05-2024",
    "outreach": "20-03-2024, Enge",
    "themes": "Fysiske rammer",
    "theme_items": "Fysiske rammer, Legepladser",
    "seminar_questions": "Hvad er det første skridt?",
    "seminar_tables": "Bord 1",
    "sheet_marks": "21-09-2024, Fysiske rammer, Legepladser",
}
NEEDED: dict[str, dict[str, Any]] = {
    "course_sessions": {"cohorts": [cohort()]},
    "ambassadors": {"cohorts": [cohort()]},
    "indicators": {"action_plans": [action_plan()]},
    "targets": {"action_plans": [action_plan()], "indicators": [indicator()]},
    "measurements": {"action_plans": [action_plan()], "indicators": [indicator()]},
    "evaluations": {"action_plans": [action_plan()]},
    "idea_uses": {"ideas": [idea()]},
    "dispensations": {"applications": [application()]},
}
"""What the rows of a table refer to beside what is always there."""
FEW: dict[str, Any] = {"departments": [department(), department(number="02", name="Egholmparken")]}

every_table = pytest.mark.parametrize(
    "table", [table for table in CONTRACT if table.name in ROWS], ids=lambda table: table.title
)


def only(before: dict[str, Any], after: dict[str, Any]) -> Change:
    (change,) = changes(CONTRACT, read(**FEW | before), read(**FEW | after))
    return change


def told(name: str, before: Cells, after: Cells) -> str:
    """What is said of one row that was changed."""
    alone: dict[str, Any] = {"invoices": []} if name == "applications" else {}
    change = only({**alone, name: [before]}, {**alone, name: [after]})
    assert change.happened is Happened.CHANGED
    return change.what


# Rows come and go.


@every_table
def test_a_new_row_is_told_by_its_key(table: Any) -> None:
    others: dict[str, Any] = {"applications": [], "invoices": [], "pool_rules": []}
    others |= NEEDED.get(table.name, {})
    if table.name == "pools":
        after = changes(CONTRACT, read(**{**others, "pools": []}), read(**others))
    elif table.name in ("applications", "invoices", "pool_rules"):
        needed = {name: ROWS[name][:1] for name in others if name == "applications" and table.name == "invoices"}
        after = changes(
            CONTRACT, read(**others | needed), read(**{**others, **needed, table.name: ROWS[table.name][:1]})
        )
    else:
        after = changes(
            CONTRACT, read(**{**others, table.name: []}), read(**{**others, table.name: ROWS[table.name][:1]})
        )
    assert after == (Change(table.title, KEYS[table.name], Happened.ADDED),)


def test_a_row_that_is_gone_no_longer_counts() -> None:
    change = only({"invoices": [invoice(), invoice(id="F2")]}, {"invoices": [invoice(id="F2")]})
    assert change == Change("Fakturaer", "F1", Happened.REMOVED)
    assert change.happened == "tæller ikke længere med"


def test_a_row_that_can_no_longer_be_read_no_longer_counts() -> None:
    assert only({}, {"invoices": [invoice(amount="12.34")]}) == Change("Fakturaer", "F1", Happened.REMOVED)


def test_a_row_whose_key_was_changed_is_one_gone_and_one_new() -> None:
    assert changes(CONTRACT, read(), read(invoices=[invoice(id="F2")])) == (
        Change("Fakturaer", "F1", Happened.REMOVED),
        Change("Fakturaer", "F2", Happened.ADDED),
    )


def test_a_row_set_aside_takes_those_that_refer_to_it_and_each_is_told() -> None:
    assert changes(CONTRACT, read(), read(applications=[grant(granted="12.34")])) == (
        Change("Ansøgninger", "A1", Happened.REMOVED),
        Change("Fakturaer", "F1", Happened.REMOVED),
    )


@pytest.mark.parametrize(
    "table",
    [table for table in CONTRACT if table.name in ROWS and len(table.columns) > len(table.key)],
    ids=lambda table: table.title,
)
def test_a_changed_row_is_told_by_its_key(table: Any) -> None:
    before, after = ROWS[table.name]
    referred = NEEDED.get(table.name, {})
    change = (
        only({**referred, table.name: [before]}, {**referred, table.name: [after]})
        if table.name != "departments"
        else None
    )
    if change is None:
        (change,) = changes(CONTRACT, read(departments=[before]), read(departments=[after]))
    assert (change.table, change.row, change.happened) == (table.title, KEYS[table.name], Happened.CHANGED)
    assert bool(change.what) is not (table.adds_up or table.persons)


def test_changes_stand_in_the_order_of_the_tables_and_by_row_as_danes_count() -> None:
    before = read(invoices=[invoice(id=key) for key in ("F10", "F2")])
    after = read(
        pools=[pool(appropriation="1")],
        invoices=[invoice(id=key, amount="2") for key in ("F10", "F9", "F2", "FÅ", "FÆ")],
    )
    assert [(change.table, change.row) for change in changes(CONTRACT, before, after)] == [
        ("Puljer", "2024"),
        *(("Fakturaer", key) for key in ("F2", "F9", "F10", "FÆ", "FÅ")),
    ]


# What is said of a cell.


@pytest.mark.parametrize(
    ("name", "before", "after", "what"),
    [
        pytest.param(
            "applications",
            grant(granted="20.000"),
            grant(granted="25.000,50"),
            f"Tilsagn: 20.000{NO_BREAK}kr. → 25.000,50{NO_BREAK}kr.",
            id="an amount",
        ),
        pytest.param(
            "invoices",
            invoice(amount="500"),
            invoice(amount="-500"),
            f"Beløb: 500{NO_BREAK}kr. → -500{NO_BREAK}kr.",
            id="an amount below nothing",
        ),
        pytest.param(
            "applications",
            application(requested=None),
            application(requested="0"),
            f"Ansøgt beløb: intet → 0{NO_BREAK}kr.",
            id="nothing is an amount",
        ),
        pytest.param(
            "invoices",
            invoice(),
            invoice(paid="1/3-24"),
            "Betalt: intet → 01-03-2024",
            id="a date where there was none",
        ),
        pytest.param(
            "applications",
            grant(decided="25-01-2024"),
            grant(decided="31-01-2024"),
            "Afgjort: 25-01-2024 → 31-01-2024",
            id="a date",
        ),
        pytest.param("applications", grant(begun="ja"), grant(begun="nej"), "Begyndt: ja → nej", id="yes and no"),
        pytest.param("applications", grant(begun="nej"), grant(), "Begyndt: nej → intet", id="no and nothing"),
        pytest.param(
            "applications",
            grant(participants="1000"),
            grant(participants="1200"),
            "Deltagere: 1.000 → 1.200",
            id="a whole number",
        ),
        pytest.param("applications", grant(pages="1"), grant(pages="1,5"), "Sider: 1 → 1,5", id="a number"),
        pytest.param("applications", grant(), grant(project="Fest"), "Projekt: Fællesspisning → Fest", id="text"),
        pytest.param("applications", grant(purpose="Fest"), grant(purpose=" "), "Formål: Fest → intet", id="text gone"),
        pytest.param(
            "applications", grant(), grant(departments="Egholmparken; 7"), "Afdelinger: 07 → 02, 07", id="departments"
        ),
        pytest.param("applications", grant(), grant(departments=""), "Afdelinger: 07 → intet", id="no departments"),
        pytest.param(
            "applications",
            application(),
            application(decision="afslag", decided="25-01-2024"),
            "Afgørelse: intet → afslag; Afgjort: intet → 25-01-2024",
            id="two cells in the order of the columns",
        ),
        pytest.param("pool_rules", pool_rule(), pool_rule(value="25.000"), "Værdi", id="a rule's value is not said"),
        pytest.param(
            "pool_rules",
            pool_rule(),
            pool_rule(value="gælder ikke", source="Vedtægt"),
            "Værdi; Kilde: intet → Vedtægt",
            id="a rule that has ended",
        ),
        pytest.param("settings", setting(), setting(value="DOMI"), "Værdi: DOMI Bolig → DOMI", id="a setting"),
        pytest.param(
            "applications",
            grant(participants="40"),
            grant(participants="mange"),
            "Deltagere kan ikke læses",
            id="a cell that can no longer be read",
        ),
        pytest.param(
            "applications",
            grant(),
            grant(departments="Solsikken", project="Fest"),
            "Projekt: Fællesspisning → Fest; Afdelinger kan ikke læses",
            id="a department nobody has, and another cell",
        ),
        pytest.param(
            "applications",
            grant(participants="mange"),
            grant(participants="40"),
            "Deltagere: intet → 40",
            id="a cell that can be read again",
        ),
        pytest.param(
            "applications",
            grant(participants="mange"),
            grant(participants="mange", project="Fest"),
            "Projekt: Fællesspisning → Fest",
            id="a cell that could not be read before either",
        ),
        pytest.param("applications", grant(), grant(applicant="Karen Kørvel"), "", id="an applicant given, not who"),
        pytest.param(
            "invoices", invoice(supplier="Bo"), invoice(supplier="Bo Bentsen", paid="1/3-24"),
            "Betalt: intet → 01-03-2024", id="a supplier is not named",
        ),
    ],
)  # fmt: skip
def test_a_changed_cell_is_told_with_both_values(name: str, before: Cells, after: Cells, what: str) -> None:
    assert told(name, before, after) == what


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("departments", department(), department(homes="mange")),
        ("invoices", invoice(made_out_to_organisation="ja"), invoice(made_out_to_organisation="måske")),
        ("pools", pool(approved="01-12-2023"), pool(approved="i december")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_cell_that_can_no_longer_be_read_is_not_called_blank(name: str, before: Cells, after: Cells) -> None:
    (change,) = changes(CONTRACT, read(**{name: [before]}), read(**{name: [after]}))[:1]
    assert change.happened is Happened.CHANGED
    assert "tom" not in change.what


# What is no change.


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param({}, {}, id="the same"),
        pytest.param({}, {"applications": [grant(granted="kr. 8.000,00")]}, id="the same amount typed otherwise"),
        pytest.param({}, {"applications": [grant(decided="25/1-24")]}, id="the same date typed otherwise"),
        pytest.param({}, {"applications": [grant(departments="Vesterhåb")]}, id="the same department by its name"),
        pytest.param({}, {"applications": [grant(decision="Tilsagn ")]}, id="the same choice typed otherwise"),
        pytest.param({}, {"applications": [grant(), {"id": "A2"}]}, id="a row being typed"),
        pytest.param(
            {"applications": [grant(applicant="Karen")]},
            {"applications": [grant(applicant="Bo")]},
            id="another applicant: nothing is known of either",
        ),
        pytest.param(
            {"invoices": [invoice(), invoice(id="F2")]},
            {"invoices": [invoice(id="F2"), invoice()]},
            id="another order",
        ),
        pytest.param(
            {"applications": [grant(participants="mange")]},
            {"applications": [grant(participants="rigtig mange")]},
            id="a cell that could be read neither then nor now",
        ),
    ],
)
def test_what_means_the_same_is_no_change(before: dict[str, Any], after: dict[str, Any]) -> None:
    assert changes(CONTRACT, read(**before), read(**after)) == ()


# Private.


def test_no_name_is_ever_told() -> None:
    before = read(applications=[grant(applicant="Karen Kørvel")], invoices=[invoice(supplier="Karen Kørvel")])
    after = read(applications=[grant(applicant="Bo Bentsen")], invoices=[invoice(supplier="Bageren ApS")])
    assert changes(CONTRACT, before, after) == (Change("Fakturaer", "F1", Happened.CHANGED, ""),)
    for one, other in ((before, after), (before, read()), (read(), after), (read(applications=[]), after)):
        said = repr(changes(CONTRACT, one, other))
        assert not [name for name in ("Karen", "Kørvel", "Bentsen", "Bageren") if name in said]


# Anything.

VARIANTS: dict[str, Sequence[Cells]] = {
    "departments": [department(), department(homes="65"), department(number="02", name="Egholmparken")],
    "applications": [
        grant(),
        grant(granted="7.000"),
        grant(id="A2"),
        grant(id="A2", begun="ja", departments=""),
        grant(id="A3", participants="mange"),
        grant(id="A4", granted="12.34"),
    ],
    "invoices": [invoice(), invoice(amount="5"), invoice(id="F2", application="A2"), invoice(id="F3", supplier="Bo")],
}


@st.composite
def organisations(draw: st.DrawFn) -> dict[str, list[Cells]]:
    return {
        name: draw(st.lists(st.sampled_from(rows), unique_by=lambda cells: str(cells.get("id", cells.get("number")))))
        for name, rows in VARIANTS.items()
    }


def of_kind(found: tuple[Change, ...], happened: Happened) -> set[tuple[str, str]]:
    return {(change.table, change.row) for change in found if change.happened is happened}


@given(before=organisations(), after=organisations(), data=st.data())
def test_each_row_that_changed_is_told_once_and_the_way_back_is_the_mirror(
    before: dict[str, Any], after: dict[str, Any], data: st.DataObject
) -> None:
    old, new = read(**before), read(**after)
    there, back = changes(CONTRACT, old, new), changes(CONTRACT, new, old)
    assert len({(change.table, change.row) for change in there}) == len(there)
    assert of_kind(there, Happened.ADDED) == of_kind(back, Happened.REMOVED)
    assert of_kind(there, Happened.REMOVED) == of_kind(back, Happened.ADDED)
    assert of_kind(there, Happened.CHANGED) == of_kind(back, Happened.CHANGED)
    reordered = {name: data.draw(st.permutations(rows)) for name, rows in before.items()}
    assert changes(CONTRACT, old, old) == changes(CONTRACT, old, read(**reordered)) == ()
    for name in VARIANTS:
        table = CONTRACT.by_name[name]
        same = set(old.of(table.row)) == set(new.of(table.row))
        assert same == (not [change for change in there if change.table == table.title])


PERSONS = [table for table in CONTRACT.tables if table.persons]


def test_the_tables_about_persons() -> None:
    assert [table.title for table in PERSONS] == ["Ambassadører", "Fokusgruppe", "Beboere"]


MEMBERS = [member(id="Karen", ages="34"), member(id="Bo", ages="70"), member(id="Ib", ages="70", department="02")]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        pytest.param([], MEMBERS[:1], {Happened.ADDED: 1}, id="one has come"),
        pytest.param([], MEMBERS, {Happened.ADDED: 3}, id="three have come"),
        pytest.param(MEMBERS[:2], MEMBERS[2:], {Happened.CHANGED: 1, Happened.REMOVED: 1}, id="two for one"),
        pytest.param(MEMBERS[:1], [member(id="Karen", ages="50")], {Happened.CHANGED: 1}, id="another band"),
        pytest.param(MEMBERS[:1], [member(id="Karen", department="02")], {Happened.CHANGED: 1}, id="has moved"),
        pytest.param(MEMBERS[:1], [member(id="Karen", ages="35")], {}, id="older within the band"),
        pytest.param(MEMBERS[:1], [member(id="M7")], {}, id="another number"),
        pytest.param(MEMBERS, MEMBERS[::-1], {}, id="in another order"),
    ],
)
def test_of_members_only_is_told_how_many_rows(
    before: list[Cells], after: list[Cells], expected: dict[Happened, int]
) -> None:
    found = changes(CONTRACT, read(**FEW | {"members": before}), read(**FEW | {"members": after}))
    assert found == tuple(Change("Fokusgruppe", "", happened, rows=rows) for happened, rows in expected.items())


def test_of_residents_only_is_told_how_many_counts() -> None:
    old = [residents(), residents(department="02"), residents(ages="50")]
    new = [residents(number="4"), residents(department="02", number="5"), residents(ages="50")]
    assert only({"residents": old}, {"residents": new}) == Change("Beboere", "", Happened.CHANGED, rows=2)


NAMES = ("Karen Kørvel", "karen")


@pytest.mark.parametrize("table", PERSONS, ids=lambda table: table.title)
def test_nothing_typed_in_a_row_about_persons_stands_in_a_change(table: Any) -> None:
    row = {column.name: "Karen Kørvel" for column in table.columns}
    others: dict[str, Any] = NEEDED.get(table.name, {})
    for before, after in (((), [row]), ([row], ()), (ROWS[table.name][:1], [row]), ([row], ROWS[table.name][:1])):
        found = changes(CONTRACT, read(**{**others, table.name: before}), read(**{**others, table.name: after}))
        assert not any(name in str(found) for name in NAMES)
