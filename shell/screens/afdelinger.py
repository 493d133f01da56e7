"""The sections of the screen »Afdelinger«."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from core.danish import day, day_short, kroner_plain, number
from core.subjects.side_by_side import SideBySide
from shell.drawing.table import Shown, table
from shell.drawing.text import plain
from shell.frame import address
from shell.frame.view import View

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
    shown = [
        (
            f"[{plain(row.department.name)}]({_link(row)})",
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
        "Initiativer for alle afdelinger er ikke talt med. »Sket noget« er en ansøgning, en afgørelse, en ambassadør, "
        "der er kommet eller holdt op, et initiativ eller en idé, der er begyndt, eller en partnerskabsaftale. "
        "Fokusgruppens afdelinger følger først med, når ingen kan regne ud, hvem der er hvor gammel."
    )


def _link(row: SideBySide) -> str:
    """The pool's applications of this department."""
    return "puljen?" + urlencode(address.kept() | {"afdeling": row.department.number})
