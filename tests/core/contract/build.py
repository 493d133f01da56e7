"""A small organisation's tables as a source hands them on, right in every cell, to change one cell of.

Cells are named by the contract's English fields; headings are the contract's own.
"""

from collections.abc import Iterable, Mapping

from core.contract.dataset import Dataset, read_dataset
from core.contract.problem import Effect, Problem
from core.contract.raw import RawRow, RawTable
from core.contract.reading import read_tables
from core.contract.row import ReadTable
from core.contract.table import Column, Kind, Table
from core.subjects import CONTRACT

Cells = Mapping[str, object]


def setting(**cells: object) -> dict[str, object]:
    return {"name": "Organisation", "value": "DOMI Bolig"} | cells


def department(**cells: object) -> dict[str, object]:
    return {"number": "07", "name": "Vesterhåb", "homes": "64"} | cells


def pool(**cells: object) -> dict[str, object]:
    return {
        "id": "2024",
        "name": "Fællesskabspuljen",
        "appropriation": "100.000",
        "first": "01-01-2024",
        "last": "31-12-2024",
    } | cells


def pool_rule(**cells: object) -> dict[str, object]:
    return {
        "pool_name": "Fællesskabspuljen",
        "rule": "loft pr. projekt",
        "value": "20.000",
        "valid_from": "15-05-2023",
    } | cells


def meeting(**cells: object) -> dict[str, object]:
    return {"date": "12-06-2024", "title": "Bestyrelsesmøde"} | cells


def application(**cells: object) -> dict[str, object]:
    return {
        "id": "A1",
        "pool": "2024",
        "project": "Fællesspisning",
        "departments": "07",
        "requested": "8.000",
        "received": "10-01-2024",
    } | cells


def grant(**cells: object) -> dict[str, object]:
    return application(decision="tilsagn", decided="25-01-2024", granted="8.000") | cells


def invoice(**cells: object) -> dict[str, object]:
    return {"id": "F1", "application": "A1", "amount": "1.000", "invoiced": "12-02-2024"} | cells


def dispensation(**cells: object) -> dict[str, object]:
    return {
        "application": "A1",
        "rule": "loft pr. projekt",
        "on": "15-02-2024",
        "reason": "Huset brændte",
        "by": "formanden",
    } | cells


def appropriation_change(**cells: object) -> dict[str, object]:
    return {"id": "R1", "pool": "2024", "on": "01-03-2024", "amount": "10.000", "source": "Mødet 1. marts"} | cells


def cohort(**cells: object) -> dict[str, object]:
    return {"id": "4", "started": "7"} | cells


def session(**cells: object) -> dict[str, object]:
    return {"cohort": "4", "date": "03-10-2024", "topic": "Hvad er trivsel?"} | cells


def ambassador(**cells: object) -> dict[str, object]:
    return {"id": "T1", "department": "07", "first": "14-11-2024", "cohort": "4"} | cells


def network_meeting(**cells: object) -> dict[str, object]:
    return {"date": "05-12-2024", "topic": "Året der gik"} | cells


def initiative(**cells: object) -> dict[str, object]:
    return {"id": "I1", "name": "Strikkecafé", "departments": "07", "first": "01-09-2024"} | cells


def age_band(**cells: object) -> dict[str, object]:
    return {"ages": "30-44"} | cells


def member(**cells: object) -> dict[str, object]:
    return {"id": "M1", "department": "07", "ages": "34", "first": "29-01-2024"} | cells


def residents(**cells: object) -> dict[str, object]:
    return {"department": "07", "ages": "30-44", "number": "31"} | cells


def group_meeting(**cells: object) -> dict[str, object]:
    return {"date": "11-03-2024", "topic": "Nye fællesskaber"} | cells


def action_plan(**cells: object) -> dict[str, object]:
    return {"id": "G1", "area": "Det grønne", "name": "Vild natur", "first": "01-01-2024"} | cells


def indicator(**cells: object) -> dict[str, object]:
    return {
        "id": "G1-a",
        "plan": "G1",
        "name": "Eng i stedet for plæne",
        "measured_in": "%",
        "kind": "nå",
        "baseline": "100",
        "baseline_on": "01-01-2024",
        "months": "24",
    } | cells


def target(**cells: object) -> dict[str, object]:
    return {"indicator": "G1-a", "value": "30", "reached_on": "31-12-2030", "valid_from": "01-01-2024"} | cells


def measurement(**cells: object) -> dict[str, object]:
    return {"indicator": "G1-a", "date": "30-06-2025", "value": "86"} | cells


def evaluation(**cells: object) -> dict[str, object]:
    return {"plan": "G1", "date": "15-01-2025", "asked": "Flere enge"} | cells


def partnership_year(**cells: object) -> dict[str, object]:
    return {"year": "2024", "room": "4"} | cells


def partnership(**cells: object) -> dict[str, object]:
    return {"id": "P1", "department": "07", "subject": "Vild have", "applied": "05-02-2024"} | cells


def idea(**cells: object) -> dict[str, object]:
    return {"id": "D1", "name": "Fælles æbletræer", "area": "Det grønne", "who": "afdeling"} | cells


def idea_use(**cells: object) -> dict[str, object]:
    return {"idea": "D1", "department": "07", "first": "01-05-2024"} | cells


def outreach(**cells: object) -> dict[str, object]:
    return {"date": "20-03-2024", "what": "Enge", "area": "Det grønne", "side": "udadtil"} | cells


def theme(**cells: object) -> dict[str, object]:
    return {"name": "Fysiske rammer", "done": "Hvilke har vi?", "wished": "Hvilke vil vi have?"} | cells


def theme_item(**cells: object) -> dict[str, object]:
    return {"theme": "Fysiske rammer", "name": "Legepladser"} | cells


def seminar_question(**cells: object) -> dict[str, object]:
    return {"text": "Hvad er det første skridt?", "place": "1"} | cells


def seminar_table(**cells: object) -> dict[str, object]:
    return {"name": "Bord 1"} | cells


def sheet_mark(**cells: object) -> dict[str, object]:
    return {
        "date": "21-09-2024",
        "table": "Bord 1",
        "theme": "Fysiske rammer",
        "item": "Legepladser",
        "mark": "X",
        "note": "Ved vandet",
    } | cells


_WRITTEN: dict[str, Cells] = {
    "settings": setting(),
    "departments": department(),
    "pools": pool(),
    "pool_rules": pool_rule(),
    "board_meetings": meeting(),
    "applications": application(),
    "invoices": invoice(),
    "dispensations": dispensation(),
    "appropriation_changes": appropriation_change(),
    "cohorts": cohort(),
    "course_sessions": session(),
    "ambassadors": ambassador(),
    "network_meetings": network_meeting(),
    "initiatives": initiative(),
    "age_bands": age_band(),
    "members": member(),
    "residents": residents(),
    "group_meetings": group_meeting(),
    "action_plans": action_plan(),
    "indicators": indicator(),
    "targets": target(),
    "measurements": measurement(),
    "evaluations": evaluation(),
    "partnership_years": partnership_year(),
    "partnerships": partnership(),
    "ideas": idea(),
    "idea_uses": idea_use(),
    "outreach": outreach(),
    "themes": theme(),
    "theme_items": theme_item(),
    "seminar_questions": seminar_question(),
    "seminar_tables": seminar_table(),
    "sheet_marks": sheet_mark(),
}


def right_row(table: Table) -> Cells:
    """One row that is right in every cell: as written above, else a cell for each column by its kind."""
    return _WRITTEN.get(table.name) or {column.name: _right_cell(column) for column in table.columns}


def _right_cell(column: Column) -> object:
    if column.allowed:
        return column.allowed[0]
    match column.kind:
        case Kind.REFERENCE | Kind.REFERENCES:
            table, field = column.reference.split(".")
            return right_row(CONTRACT.by_name[table])[field]
        case Kind.AMOUNT | Kind.NUMBER | Kind.MEASURED | Kind.WHOLE:
            return str(column.minimum or 7)
        case Kind.DATE | Kind.STATED:
            return "01-03-2024"
        case Kind.YES_NO:
            return "ja"
        case Kind.BAND | Kind.AGES:
            return "30-44"
        case _:
            return column.heading


RIGHT: dict[str, Cells] = {table.name: right_row(table) for table in CONTRACT}
"""By the table's name in code."""


def raw_table(name: str, rows: Iterable[Cells]) -> RawTable:
    """Every heading of the contract in its order; the first row is number 2, as in a sheet."""
    table = CONTRACT.by_name[name]
    columns = [column.name for column in table.columns]
    numbered = []
    for number, cells in enumerate(rows, start=2):
        assert set(cells) <= set(columns), f"no such column in {name}: {set(cells) - set(columns)}"
        numbered.append(RawRow(number, tuple(cells.get(column) for column in columns)))
    return RawTable(table.title, tuple(column.heading for column in table.columns), tuple(numbered))


def raw_tables(**changed: Iterable[Cells]) -> dict[str, RawTable]:
    """All tables by their names in code, with the rows of some of them changed; of a subject there are none."""
    rows: dict[str, Iterable[Cells]] = {
        "settings": [setting()],
        "departments": [department(), department(number="02", name="Egholmparken"), department(number="12", name="Å")],
        "pools": [pool()],
        "pool_rules": [pool_rule()],
        "board_meetings": [meeting()],
        "applications": [grant()],
        "invoices": [invoice()],
    } | changed
    assert set(changed) <= set(CONTRACT.by_name)
    return {table.name: raw_table(table.name, rows.get(table.name, ())) for table in CONTRACT.tables}


def read_alone(name: str, raw: RawTable) -> ReadTable:
    """A table as it is read by itself, beside the right rows of tables that persons are read with."""
    others = {other: (raw_table(other, [RIGHT[other]]),) for other in ("departments", "cohorts")}
    return read_tables(CONTRACT, others | {name: (raw,)}, b"one run")[name]


def read(**changed: Iterable[Cells]) -> Dataset:
    return read_dataset(CONTRACT, raw_tables(**changed).values())


def told(problem: Problem) -> Problem:
    """The problem, after seeing that it says all that whoever must mend it has to know."""
    assert problem.table in {table.title for table in CONTRACT.tables}
    assert problem.what.endswith((".", "?")), problem.what
    assert problem.do.endswith("."), problem.do
    assert problem.row is not None or problem.effect in (Effect.TABLE_ASIDE, Effect.VALUE_ASIDE, Effect.DONE_WITHOUT)
    assert problem.row is None or problem.column, "a cell is found by row and column"
    return problem


def only_problem(dataset: Dataset) -> Problem:
    assert len(dataset.problems) == 1, dataset.problems
    return told(dataset.problems[0])


def counts(dataset: Dataset, name: str) -> tuple[int, int]:
    """Rows read, rows used."""
    return next((counted.read, counted.used) for counted in dataset.counts if counted.table.name == name)
