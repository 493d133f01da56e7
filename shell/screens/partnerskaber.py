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
from shell.pictures.bars import Part, Row, swatch, tick_swatch
from shell.pictures.roles import ATTENTION, IS
from shell.screens.shared import bar_legend, bar_rows, department_link, since_last_meeting, sorted_table


def years(overview: PartnershipOverview) -> None:
    st.header("År for år")
    if not overview.years:
        st.markdown("Der er ingen år i data.")
        return
    bar_rows("years", [_bar(one, overview.on.year) for one in overview.years])
    this = overview.this_year
    beyond = [(swatch(ATTENTION), "flere, end der er plads til")] if this and this.over else []
    agreed, room = (swatch(IS), "aftaler indgået i året"), (tick_swatch(), "så mange var der plads til")
    bar_legend("years", [agreed, *beyond, room])
    with st.expander("Alle tal år for år"):
        _all_figures(overview)


def _all_figures(overview: PartnershipOverview) -> None:
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
        columns = (Shown("Afdeling"), Shown("Venter på svar"), Shown("Løber"), Shown("Sluttet"))
        sorted_table(
            "partners",
            "aftaler",
            columns,
            [_department(one) for one in overview.departments],
            "Afdelinger med en aftale",
        )
    if overview.never:
        names = listed(department_link(one.number, one.name) for one in overview.never)
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


def _bar(one: Year, this_year: int) -> Row:
    """What is beyond the room there is asks for attention in the year of the date; what was, is as it is."""
    beyond = one.over if one.year == this_year else 0
    agreed = count(one.agreed, "aftale", "aftaler")
    room = "hvor mange der er plads til, er ikke oplyst" if one.room is None else f"plads til {number(one.room)}"
    return Row(
        str(one.year),
        f"{number(one.agreed)} af {number(one.room)}" if one.room else number(one.agreed),
        f"{one.year}: {agreed}, {room}{f', {number(one.over)} over' if one.over else ''}",
        (Part(one.agreed - beyond), Part(beyond, ATTENTION)),
        tick=one.room,
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
        department_link(row.department.number, row.department.name),
        _told((one, f"søgt {day_short(one.applied)}") for one in row.waiting),
        _told((one, running_in_words(one)) for one in row.running),
        _told((one, day_short(one.ended)) for one in row.over if one.ended),
    )


def _told(agreements: Iterable[tuple[Partnership, str]]) -> str:
    return plain("; ".join(f"{one.subject or 'aftale'} ({days})" for one, days in agreements)) or "–"
