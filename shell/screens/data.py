"""The sections of the screen »Data«."""

import streamlit as st

from core.contract.dataset import Dataset
from core.contract.problem import Problem
from core.contract.table import Table
from core.danish import count, number
from shell.tables import Shown, table
from shell.text import plain
from shell.view import View
from shell.workbook import Sheet, workbook

_MOST_SHOWN = 200


def tables_read(dataset: Dataset) -> None:
    st.subheader("Tabellerne")
    rows = [
        (
            counted.table.title,
            number(counted.read) if counted.found else "findes ikke",
            number(counted.used),
            number(counted.read - counted.used),
            number(sum(problem.table == counted.table.title for problem in dataset.problems)),
        )
        for counted in dataset.counts
    ]
    columns = (
        Shown("Tabel"),
        Shown("Rækker læst", number=True),
        Shown("Talt med", number=True),
        Shown("Ikke talt med", number=True, wide=True),
        Shown("Problemer", number=True),
    )
    table("tables", columns, rows, "Tabellerne, rækker læst og rækker talt med")


def problems_of(dataset: Dataset, of: Table) -> None:
    """One section for each table that has problems, in the order of the source."""
    problems = [problem for problem in dataset.problems if problem.table == of.title]
    if not problems:
        return
    st.subheader(f"{of.title}: {count(len(problems), 'problem', 'problemer')}")
    columns = (
        Shown("Hvor"),
        Shown("Der står"),
        Shown("Hvad er galt, og hvad gør du"),
        Shown("Betydning", wide=True),
    )
    in_order = sorted(problems, key=lambda problem: problem.row or 0)
    table(
        f"problems_{of.name}", columns, [_row(problem) for problem in in_order[:_MOST_SHOWN]], f"Problemer i {of.title}"
    )
    if len(problems) > _MOST_SHOWN:
        st.markdown(f"Her vises de første {_MOST_SHOWN}. Hent dem alle som Excel.")


def problems_download(seen: View) -> None:
    st.download_button(
        "Hent problemerne som Excel",
        lambda: _problems_workbook(seen),
        file_name="problemer-i-data.xlsx",
        on_click="ignore",
        icon=":material/download:",
    )


def _row(problem: Problem) -> tuple[str, ...]:
    row = "" if problem.row is None else f"Række {number(problem.row)}"
    return (
        plain(", ".join(place for place in (row, problem.column) if place)),
        plain(problem.value),
        f"{plain(problem.what)} **{plain(problem.do)}**",
        str(problem.effect),
    )


def _problems_workbook(seen: View) -> bytes:
    headings = ("Tabel", "Række", "Kolonne", "Der står", "Hvad er galt", "Gør sådan", "Betydning")
    rows = [(p.table, p.row, p.column, p.value, p.what, p.do, str(p.effect)) for p in seen.loaded.dataset.problems]
    return workbook([Sheet("Problemer", headings, rows, (f"Kilde: {seen.loaded.source}",))])
