"""The sections of the screen »Partnerskaber«."""

from collections.abc import Iterable

import streamlit as st

from core.danish import count, day_short, listed, number
from core.partnerships.happened import happened
from core.partnerships.overview import PartnershipOverview, WithDepartment, Year, running_in_words
from core.partnerships.tables import Partnership
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame.view import View
from shell.screens.shared import since_last_meeting, sorted_table


def years(overview: PartnershipOverview) -> None:
    st.header("År for år")
    if not overview.years:
        st.markdown("Der er ingen år i data.")
        return
    columns = (
        Shown("År", Holds.DATE),
        Shown("Pladser", Holds.NUMBER),
        Shown("Ansøgt", Holds.NUMBER),
        Shown("Indgået", Holds.NUMBER),
        Shown("Løber", Holds.NUMBER),
        Shown("Sluttet", Holds.NUMBER),
        Shown("Plads", Holds.STATUS),
    )
    table("years", columns, [_year(one) for one in overview.years], "Pladser, ansøgninger og aftaler år for år")


def departments(overview: PartnershipOverview) -> None:
    st.header("Afdelingerne")
    if overview.departments:
        columns = (Shown("Afdeling"), Shown("Løber"), Shown("Søgt"), Shown("Sluttet"))
        sorted_table(
            "partners",
            "aftaler",
            columns,
            [_department(one) for one in overview.departments],
            "Afdelinger med en aftale",
        )
    if overview.never:
        names = plain(listed(one.name for one in overview.never))
        with st.expander(f"{count(len(overview.never), 'afdeling', 'afdelinger')} har aldrig haft en aftale"):
            st.markdown(names)


def news(seen: View) -> None:
    since_last_meeting(seen, happened, "Der er ikke sket noget med partnerskaberne siden.")


def calculation(overview: PartnershipOverview) -> None:
    with st.expander("Sådan er det regnet"):
        st.markdown(
            """
- **Pladser** er, hvor mange afdelinger der kan få en aftale det år. Tallet står i »Partnerskabsår«.
- **Løber** er aftaler, der er indgået og ikke slut ved årets udgang, i år på den valgte dato.
- Et år er **over**, når der er indgået flere aftaler, end der var pladser.
"""
        )


def _year(one: Year) -> tuple[str, ...]:
    room = "ikke oplyst" if one.room is None else number(one.room)
    free = "" if one.room is None else f"✓ {number(one.room - one.agreed)} tilbage"
    return (
        str(one.year),
        room,
        number(one.applied),
        number(one.agreed),
        number(one.running),
        number(one.ended),
        f"! {number(one.over)} over" if one.over else free or "–",
    )


def _department(row: WithDepartment) -> tuple[str, ...]:
    return (
        plain(row.department.name),
        _told((one, running_in_words(one)) for one in row.running),
        _told((one, day_short(one.applied)) for one in row.waiting),
        _told((one, day_short(one.ended)) for one in row.over if one.ended),
    )


def _told(agreements: Iterable[tuple[Partnership, str]]) -> str:
    return plain("; ".join(f"{one.subject or 'aftale'} ({days})" for one, days in agreements)) or "–"
