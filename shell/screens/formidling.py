"""The sections of the screen »Formidling«."""

import streamlit as st
from babel.dates import format_date

from core.danish import LOCALE, count, day_short
from core.outreach.happened import happened
from core.outreach.overview import Month, OutreachOverview
from core.outreach.tables import Side
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame.view import View
from shell.screens.shared import since_last_meeting

_FIRST_ROWS = 20


def months(overview: OutreachOverview) -> None:
    if all(month.silent for month in overview.months):
        return
    st.header("De seneste 12 måneder")
    inside, outside = (overview.sides.get(side, 0) for side in Side)
    told = f"{count(inside, 'gang', 'gange')} indadtil, {count(outside, 'gang', 'gange')} udadtil"
    st.markdown(f"{told}. ● er én gang, ○ er ingen.")
    columns = (Shown("Måned"), *(Shown(area) for area in overview.areas))
    table("months", columns, [_month(month) for month in overview.months], "Hvor tit der er fortalt om hvert område")


def everything(overview: OutreachOverview) -> None:
    st.header("Det er fortalt")
    if not overview.told:
        st.markdown("Der er ikke fortalt noget endnu.")
        return
    rows = [
        (day_short(one.date), plain(one.what), plain(one.area), plain(one.channel or "ikke oplyst"), str(one.side))
        for one in overview.told[:_FIRST_ROWS]
    ]
    columns = (
        Shown("Dato", Holds.DATE),
        Shown("Hvad"),
        Shown("Område"),
        Shown("Kanal"),
        Shown("Hvor", Holds.STATUS),
    )
    table("told", columns, rows, "Hvad der er fortalt, det nyeste først")
    if (rest := len(overview.told) - _FIRST_ROWS) > 0:
        st.caption(f"{count(rest, 'ældre gang', 'ældre gange')} er ikke vist.")


def news(seen: View) -> None:
    since_last_meeting(seen, happened, "Der er ikke fortalt noget siden.")


def _month(month: Month) -> tuple[str, ...]:
    name = format_date(month.first, format="MMMM y", locale=LOCALE)
    return (name, *("●" * told or "○" for told in month.told))
