"""The sections of the screen »Afdelinger«."""

from collections.abc import Sequence

import streamlit as st

from core.danish import day, day_short, kroner_plain, number
from core.organisation.departments import names_told_apart
from core.subjects.side_by_side import SideBySide
from shell.drawing.table import Shown, table
from shell.frame.view import View
from shell.screens.shared import department_link

_SOFT = "\u00ad"
"""Where a heading may be parted: nine columns stand side by side."""


def side_by_side(seen: View, rows: Sequence[SideBySide]) -> None:
    columns = (
        Shown("Afdeling"),
        Shown("Boliger", number=True, wide=True),
        Shown(f"Ansøg{_SOFT}ninger", number=True, wide=True),
        Shown("Bevilget (kr.)", number=True),
        Shown(f"Ambas{_SOFT}sadører", number=True),
        Shown("Initiativer", number=True, wide=True),
        Shown(f"Fokus{_SOFT}gruppen", number=True, wide=True),
        Shown("Aftaler", number=True, wide=True),
        Shown("Sidst sket noget", number=True),
    )
    names = names_told_apart(row.department for row in rows)
    shown = [
        (
            department_link(row.department.number, names[row.department.number]),
            "ikke oplyst" if row.department.homes is None else number(row.department.homes),
            number(row.applications),
            kroner_plain(row.granted),
            number(row.ambassadors),
            number(row.initiatives),
            "vises ikke" if row.members is None else number(row.members),
            number(row.partnerships),
            day_short(row.latest) if row.latest else "aldrig",
        )
        for row in rows
    ]
    table("side_by_side", columns, shown, "Afdelingerne side om side")
    st.caption(
        f"Pr. {day(seen.on)}. Bevilget er fra alle puljer og år, delt lige, hvor flere afdelinger har søgt sammen. "
        "Initiativer for alle afdelinger er ikke talt med. »Sket noget« er ansøgninger, svar på dem, betalinger, "
        "ambassadører, der er kommet eller holdt op, initiativer, idéer i brug og partnerskabsaftaler: "
        "afdelingens egen skærm viser det hele. "
        "Fokusgruppens afdelinger følger først med, når ingen kan regne ud, hvem der er hvor gammel."
    )
