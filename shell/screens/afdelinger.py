"""The sections of the screen »Afdelinger«."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from core.danish import count, day, day_short, kroner_plain, number
from core.organisation.departments import names_told_apart
from core.subjects.side_by_side import Order, SideBySide, by_recency
from shell.drawing.table import Holds, Shown, table
from shell.frame import address
from shell.frame.view import View, departments_of
from shell.pictures.bars import Part, Row
from shell.pictures.roles import ATTENTION, ENDED, IS
from shell.screens.shared import bar_rows, department_link

_SOFT = "\u00ad"
"""Where a heading may be parted: nine columns stand side by side."""


def order() -> Order:
    """The one in the address, else those first where nothing has happened the longest."""
    usual = Order.QUIET
    return Order(address.asked_for(address.ORDER, list(Order), "Rækkefølgen", usual.value.lower()) or usual)


def recency(rows: Sequence[SideBySide], on: date) -> None:
    """How long ago something was last registered; nothing where it is the same for all."""
    quiet, before, lately = by_recency(rows, on)
    told = (
        ("Ingen aktivitet registreret", quiet, ATTENTION),
        ("Seneste aktivitet for over et år siden", before, ENDED),
        ("Aktivitet inden for det seneste år", lately, IS),
    )
    shown = [
        Row(name, count(many, "afdeling", "afdelinger"), f"{name}: {many}", (Part(many, color),))
        for name, many, color in told
        if many
    ]
    if len(shown) > 1:
        bar_rows("recency", shown)


def side_by_side(seen: View, chosen: Order) -> None:
    columns = (
        Shown("Afdeling", orders=(Order.NAME, Order.NAME_REVERSED)),
        Shown("Boliger", Holds.NUMBER, (Order.FEWEST_HOMES, Order.HOMES)),
        Shown(f"Ansøg{_SOFT}ninger", Holds.NUMBER, (Order.FEWEST_APPLICATIONS, Order.APPLICATIONS)),
        Shown("Bevilget (kr.)", Holds.AMOUNT, (Order.LEAST_GRANTED, Order.GRANTED)),
        Shown(f"Ambas{_SOFT}sadører", Holds.NUMBER, (Order.FEWEST_AMBASSADORS, Order.AMBASSADORS)),
        Shown(f"Initia{_SOFT}tiver", Holds.NUMBER, (Order.FEWEST_INITIATIVES, Order.INITIATIVES)),
        Shown(f"Fokus{_SOFT}gruppen", Holds.NUMBER, (Order.FEWEST_MEMBERS, Order.MEMBERS)),
        Shown("Aftaler", Holds.NUMBER, (Order.FEWEST_PARTNERSHIPS, Order.PARTNERSHIPS)),
        Shown("Seneste aktivitet", Holds.DATE, (Order.QUIET, Order.RECENT)),
    )
    rows = departments_of(seen, chosen)
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
            day_short(row.latest) if row.latest else "ingen",
        )
        for row in rows
    ]
    table("side_by_side", columns, shown, "Afdelingerne side om side", address.sorted_by(chosen))
    st.caption(
        f"Pr. {day(seen.on)}. Bevilget er fra alle puljer og år, delt lige, hvor flere afdelinger har søgt sammen. "
        "Initiativer for alle afdelinger er ikke talt med. »Aktivitet« er ansøgninger, svar på dem, betalinger, "
        "ambassadører, der er kommet eller holdt op, initiativer, idéer i brug og partnerskabsaftaler: "
        "afdelingens egen skærm viser det hele. "
        "Fokusgruppens afdelinger følger først med, når ingen kan regne ud, hvem der er hvor gammel."
    )
