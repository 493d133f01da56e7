"""The contract in words, for README.md and docs/tables.md. `python -m shell.sources.describe` writes them anew."""

import re
from pathlib import Path

from core.contract.table import Column, Table, sql_name
from core.pool.rule_table import ENDED
from core.pool.rulebook import IN_SHEET
from core.subjects import CONTRACT

ROOT = Path(__file__).parents[2]
README, TABLES_PAGE = ROOT / "README.md", ROOT / "docs" / "tables.md"
_START, _END = "<!-- tables: made by python -m shell.sources.describe -->", "<!-- /tables -->"


def table_of_tables() -> str:
    """One line a table: title, file, key and what it holds."""
    lines = ["| Table (sheet) | CSV file / SQL table | Key | What a row is |", "|---|---|---|---|"]
    for table in CONTRACT:
        key = " + ".join(table.column(name).heading for name in table.key)
        optional = " (optional)" if table.optional else ""
        lines.append(f"| {table.title}{optional} | `{sql_name(table.title)}` | {key} | {table.note} |")
    return "\n".join(lines)


def tables_page() -> str:
    """docs/tables.md as a whole."""
    parts = [
        "# Tables\n\nEvery table the dashboard reads, from the contract in `core/subjects/`. Headings may be "
        "written in any capitals, with `æøå` or `ae oe aa`, with spaces or underscores, in any order; a unit in "
        "brackets is passed over, and so are columns that are not listed here: they are never read.\n\n"
        "`*` marks a column that must be filled in. A cell that cannot be read sets its row aside where the column is "
        "marked `!`; elsewhere only the cell is left out.",
        *(_section(table) for table in CONTRACT),
        "## Rules\n\nThe values of »Regel« in »Puljeregler«, and what to write in »Værdi«. "
        f"`{ENDED}` ends any of them from its date.\n\n"
        + "\n".join(
            ["| Regel | Værdi |", "|---|---|", *(f"| {name} | {kind.advice} |" for name, kind in IN_SHEET.items())]
        ),
    ]
    return "\n\n".join(parts) + "\n"


def with_tables(readme: str) -> str:
    """The README's text with its table of tables made anew."""
    block = f"{_START}\n{table_of_tables()}\n{_END}"
    return re.sub(f"{re.escape(_START)}.*?{re.escape(_END)}", lambda _: block, readme, flags=re.DOTALL)


def _section(table: Table) -> str:
    lines = ["| Heading | SQL column | Type | Notes |", "|---|---|---|---|"]
    lines += [f"| {_heading(c)} | `{sql_name(c.heading)}` | {_type(c)} | {_notes(c)} |" for c in table.columns]
    return f"## {table.title}\n\n{table.note}.\n\n" + "\n".join(lines)


def _heading(column: Column) -> str:
    return column.heading + (" `*`" if column.required else "") + (" `!`" if column.needed else "")


def _type(column: Column) -> str:
    return f"{column.kind} ({column.unit})" if column.unit else str(column.kind)


def _notes(column: Column) -> str:
    notes = [column.note] if column.note else []
    if column.allowed:
        notes.append("se Rules nedenfor" if column.name == "rule" else "/".join(column.allowed))
    if column.reference:
        table, field = column.reference.split(".")
        notes.append(f"→ {CONTRACT.by_name[table].title}: {CONTRACT.by_name[table].column(field).heading}")
    if column.minimum is not None:
        notes.append(f"mindst {column.minimum}")
    if column.maximum is not None:
        notes.append(f"højst {column.maximum}")
    if column.also:
        notes.append("også: " + ", ".join(column.also))
    return "; ".join(notes)


if __name__ == "__main__":
    TABLES_PAGE.write_text(tables_page(), encoding="utf-8")
    README.write_text(with_tables(README.read_text(encoding="utf-8")), encoding="utf-8")
