"""The sections of the screen »Idéer«."""

from collections.abc import Iterable

import streamlit as st

from core.danish import listed
from core.ideas.overview import IdeaRow, IdeasOverview, is_found
from core.ideas.tables import WhoActs
from core.organisation.tables import Department
from shell.drawing.table import Shown, table
from shell.drawing.text import plain
from shell.frame import address
from shell.screens.shared import department_link

_WHO = {WhoActs.DEPARTMENT: "Afdelingen", WhoActs.RESIDENT: "Beboeren", WhoActs.BOTH: "Begge"}
_UNTRIED = "ingen har prøvet"
_USES = {"i brug": lambda row: bool(row.in_use), _UNTRIED: lambda row: not row.tried}


def catalogue(overview: IdeasOverview) -> None:
    """All ideas, or those that are asked for."""
    with st.grid(3, min_column_width=220):
        typed = address.search("Søg", "soeg", "fx haver")
        who = address.pick("Hvem", "hvem", [str(one) for one in WhoActs], lambda one: _WHO[WhoActs(one)], "Alle")
        use = address.pick("Brug", "brug", list(_USES), lambda one: one[:1].upper() + one[1:], "Alle")
    found = 0
    for place, (area, rows) in enumerate(overview.areas):
        shown = [row for row in rows if _is_asked_for(row, typed, who, use)]
        found += len(shown)
        if shown:
            st.header(plain(area))
            columns = (Shown("Idé"), Shown("Hvem"), Shown("I brug"))
            table(f"ideas_{place}", columns, [_cells(row) for row in shown], f"Idéer om {area}")
    if not found and overview.rows:
        st.markdown("Ingen idéer passer. Prøv et andet ord, eller vælg »Alle«.")


def _is_asked_for(row: IdeaRow, typed: str, who: str, use: str) -> bool:
    acts = not who or row.idea.who in (who, WhoActs.BOTH)
    return acts and (not use or _USES[use](row)) and is_found(row.idea, typed)


def _cells(row: IdeaRow) -> tuple[str, ...]:
    described = f" {plain(row.idea.description)}" if row.idea.description else ""
    return (f"**{plain(row.idea.name)}.**{described}", _WHO[row.idea.who], _where(row))


def _where(row: IdeaRow) -> str:
    if not row.tried:
        return f"○ {_UNTRIED}"
    before = _linked(row.before)
    if not row.in_use:
        return f"tidligere i {before}"
    return f"✓ {_linked(row.in_use)}{f', tidligere også i {before}' if before else ''}"


def _linked(departments: Iterable[Department]) -> str:
    return listed(department_link(one.number, one.name) for one in departments)
