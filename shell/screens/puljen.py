"""The sections of the screen »Puljen«, in the order they stand."""

from dataclasses import replace

import streamlit as st

from core.danish import count, day, day_short, ended, kroner, kroner_apart, kroner_plain, number, period
from core.organisation.meetings import last_meeting
from core.organisation.tables import BoardMeeting
from core.pool.appropriation import appropriation_in_words
from core.pool.departments import DepartmentRow
from core.pool.history import ORDERS, Entry, end_in_words, filtered, in_order
from core.pool.overview import PoolOverview
from core.pool.position import Status
from core.pool.rule_set import source_of
from core.pool.sentences import (
    meaning_of_rest,
    never_applied_in_words,
    rest_moved_in_words,
    without_department_in_words,
)
from core.pool.steps import Movement, Point
from core.pool.terms import days_in_words, value_in_words
from core.pool.waiting import doubt_in_words, meaning_of_waiting
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import in_file_name, plain
from shell.frame import address
from shell.frame.freshness import source_in_words
from shell.frame.view import View
from shell.handouts.workbooks.pool import pool_workbook
from shell.pictures import pool as picture
from shell.pictures.bars import Part, Row, bracket_swatch, swatch
from shell.pictures.charts import free_line
from shell.pictures.roles import ATTENTION, ENDED, IS, PLANNED
from shell.screens.shared import (
    bar_rows,
    counted_note,
    department_link,
    department_links,
    project_link,
    sorted_table,
)

_MOST_BARS = 8
_MOST_ROWS = 8


def money(overview: PoolOverview) -> None:
    """The bar of the appropriation; its parts and what is asked for as figures below, in the order of the bar."""
    balance, pool = overview.told, overview.pool
    waiting = replace(overview.waiting, asked=balance.pending, left=balance.free)
    bar_rows("money", [picture.money(balance)])
    committed = "bevilget, ikke betalt endnu"
    if balance.invoiced:
        committed += f"; heraf er {kroner(balance.invoiced)} faktureret"
    rest = swatch(ATTENTION if balance.free < 0 else IS)
    asked = bracket_swatch(picture.asked_color(balance))
    shown = (
        (swatch(ENDED), "Afregnet", balance.paid, "betalte fakturaer"),
        (swatch(PLANNED), "Bundet", balance.committed, committed),
        (rest, "Rest", balance.free, meaning_of_rest(pool, balance, overview.on)),
        (asked, "Under behandling", balance.pending, meaning_of_waiting(waiting)),
    )
    with st.grid(4, min_column_width=150):
        for mark, name, amount, meaning in shown:
            with st.container(gap="xxsmall"):
                st.metric(f"{mark.in_markdown()} {name}", kroner(amount))
                st.caption(meaning + counted_note(overview))
    if overview.waiting.applications:
        st.page_link(
            "pages/board/bevilling.py",
            label="Se, hvad der venter, og hvad der kan bevilges",
            icon=":material/arrow_forward:",
            query_params=address.kept(),
        )
    rounded = balance != overview.balance
    st.caption(
        f"{plain(_period_of(overview))}. Rammen er det, der er afregnet, bundet og tilbage."
        f"{' Tallene er i hele kroner; de nøjagtige står nederst.' if rounded else ''}"
    )
    if doubt := doubt_in_words(overview.waiting):
        st.markdown(doubt)
    if balance.paid_without_grant:
        st.warning(
            f"Der er betalt {kroner(balance.paid_without_grant)} på ansøgninger uden tilsagn. "
            "Beløbet er ikke med i tallene.",
            icon=":material/warning:",
        )


def to_close(overview: PoolOverview) -> None:
    if not overview.to_close:
        return
    st.header(f"{count(len(overview.to_close), 'tilsagn', 'tilsagn')} bør ses efter")
    st.markdown(
        "Aktiviteten er slut, eller slutdagen er ikke kendt. "
        "Når projektet bliver lukket, bliver det, der ikke er brugt, frigivet."
    )
    rows = [
        (
            project_link(entry.application),
            ", ".join(department_links(entry)),
            day_short(entry.on),
            end_in_words(entry.application).capitalize(),
            kroner_plain(entry.left),
        )
        for entry in overview.to_close
    ]
    columns = (
        Shown("Projekt"),
        Shown("Afdeling"),
        Shown("Tilsagn givet", Holds.DATE),
        Shown("Aktiviteten"),
        Shown("Bundet (kr.)", Holds.AMOUNT),
    )
    sorted_table(
        "to_close", "tilsagn", columns, rows, "Åbne tilsagn, og hvad der vides om, hvornår aktiviteten slutter"
    )


def free_over_time(seen: View, overview: PoolOverview) -> None:
    points = tuple((point.on, point.free, _what_happened(point)) for point in overview.points)
    title = rest_moved_in_words(points[0][1], points[-1][1], points[0][0])
    st.header(title)
    meeting = last_meeting(seen.loaded.dataset.of(BoardMeeting), seen.on)
    spec = free_line(points, meeting.date if meeting else None)
    st.vega_lite_chart(spec, theme=None, alt=f"{ended(title)} {day(points[0][0])} til {day(points[-1][0])}.")
    dots = "et tilsagn, en betaling eller en afslutning"
    if overview.ledger.changes:
        dots = "et tilsagn, en betaling, en afslutning eller en ændring af rammen"
    told = f"Hver prik er {dots}: hold musen over den{counted_note(overview)}."
    if meeting and points[0][0] <= meeting.date:
        told += f" Den stiplede streg er sidste møde, {day(meeting.date)}."
    st.caption(told)


def history(seen: View, overview: PoolOverview) -> None:
    st.header("Alle ansøgninger")
    if not overview.entries:
        st.markdown("Der er ingen ansøgninger til puljen på denne dato.")
        return
    entries = _chosen(overview)
    total = sum(entry.amount or 0 for entry in entries if entry.is_grant)
    st.markdown(
        f"Viser {len(entries)} af {count(len(overview.entries), 'ansøgning', 'ansøgninger')} · bevilget {kroner(total)}"
    )
    if not entries:
        st.markdown("Ingen ansøgninger passer til valget. Vælg færre ting på én gang.")
        return
    columns = (
        Shown("Dato", Holds.DATE, ("aeldste", "nyeste")),
        Shown("Projekt", orders=("projekt", "projekt-omvendt")),
        Shown("Afdeling", orders=("afdeling", "afdeling-omvendt")),
        Shown("Status", Holds.STATUS, ("status", "status-omvendt")),
        Shown("Beløb (kr.)", Holds.AMOUNT, ("beloeb-omvendt", "beloeb")),
        Shown("Betalt (kr.)", Holds.AMOUNT, ("betalt-omvendt", "betalt")),
    )
    every_row = address.asked_for("vis", [address.ALL_ROWS], "Visningen", f"højst {_MOST_ROWS} ansøgninger")
    shown = entries if every_row else entries[:_MOST_ROWS]
    table(
        "history",
        columns,
        [_history_row(entry) for entry in shown],
        "Ansøgninger til puljen",
        address.sorted_by(_order()),
    )
    st.caption("Beløb er det bevilgede; hvor der ikke er givet tilsagn, er det, hvad der er søgt om.")
    if len(shown) < len(entries):
        st.page_link(
            "pages/board/puljen.py",
            label=f"Her står {len(shown)}. Vis alle {len(entries)}",
            icon=":material/expand_more:",
            query_params=address.here(vis=address.ALL_ROWS),
        )
    st.download_button(
        "Hent det viste som Excel",
        lambda: pool_workbook(source_in_words(seen), overview, entries),
        file_name=f"puljen-{in_file_name(overview.pool.id)}-{overview.on.isoformat()}.xlsx",
        on_click="ignore",
        icon=":material/download:",
    )


def departments(overview: PoolOverview) -> None:
    st.header("Afdelingerne")
    rows, never = overview.departments, overview.never
    if not rows:
        st.markdown("Der er ingen afdelinger i data.")
        return
    unknown = (
        f" {count(never.homes_unknown, 'afdeling', 'afdelinger')} har intet boligtal." if never.homes_unknown else ""
    )
    told, homes = never_applied_in_words(never)
    st.markdown(f"**{told}** {homes}{unknown}")
    if without := overview.without_department:
        unreadable = sum("departments" in entry.application.unreadable for entry in overview.entries)
        st.markdown(without_department_in_words(without, unreadable))
    largest = sorted((row for row in rows if row.bound), key=lambda row: -row.bound)[:_MOST_BARS]
    if largest:
        st.markdown("**Har fået mest**" if len(largest) > 1 else "**Har fået penge**")
        bar_rows("departments", [_got(row) for row in largest])
        st.caption(f"Bundet og afregnet i perioden. Tilsagn til flere afdelinger er delt lige{counted_note(overview)}.")
    with st.expander(f"Alle {len(rows)} afdelinger" if len(rows) > 1 else "Den ene afdeling"):
        columns = (
            Shown("Afdeling"),
            Shown("Boliger", Holds.NUMBER),
            Shown("Ansøgninger", Holds.NUMBER),
            Shown("Fået (kr.)", Holds.AMOUNT),
            Shown("Søgte sidst", Holds.DATE),
        )
        shown = [
            (
                department_link(row.department.number, row.department.name),
                "ikke oplyst" if row.department.homes is None else number(row.department.homes),
                number(row.applications),
                kroner_plain(row.bound),
                day_short(row.last_applied) if row.last_applied else "aldrig",
            )
            for row in rows
        ]
        sorted_table(
            "departments", "afdelinger", columns, shown, "Alle afdelinger, hvad de har fået, og hvornår de søgte sidst"
        )


def calculation(overview: PoolOverview) -> None:
    balance = overview.balance
    with st.expander("Sådan er det regnet"):
        st.markdown(
            f"""
{_appropriation(overview)}- **Afregnet** er fakturaer, der er betalt senest {day(overview.on)}: {kroner(balance.paid)}
- **Bundet** er for hvert åbent tilsagn det, der mangler at blive betalt: {kroner(balance.committed)}
  Heraf er {kroner(balance.invoiced)} faktureret, men ikke betalt.
- **Rest** er ramme minus bundet minus afregnet:
  {kroner(balance.appropriation)} − {kroner(balance.committed)} − {kroner(balance.paid)} = {kroner(balance.free)}
- **Frigivet** er det, der ikke blev brugt, da projekter blev lukket eller bortfaldt: {kroner(balance.released)}
  Det er en del af resten.
- **Under behandling** er ansøgninger uden afgørelse: {kroner(balance.pending)} De binder ingen penge.
"""
        )
        _rules(overview)


def _appropriation(overview: PoolOverview) -> str:
    """How the appropriation came about, as a line of its own; '' where nothing has changed it."""
    told = appropriation_in_words(overview.pool, overview.ledger.changes, overview.on)
    return f"- **Ramme** er puljens størrelse på datoen. {plain(told)}\n" if told else ""


def _rules(overview: PoolOverview) -> None:
    if overview.rules:
        st.markdown(f"**Puljens regler {day(overview.on)}**")
    else:
        st.markdown(f"Puljen har ingen regler, der gælder {day(overview.on)}.")
    if overview.terms:
        columns = (Shown("Regel"), Shown("Indhold"), Shown("Gælder"), Shown("Kilde"))
        rows = [
            tuple(
                plain(text[:1].upper() + text[1:])
                for text in (term.rule.rule, value_in_words(term.rule), days_in_words(term), source_of(term.rule))
            )
            for term in overview.terms
        ]
        table("rules", columns, rows, "Puljens regler, hvad de siger, hvornår de gælder, og hvor de kommer fra")
    if unread := overview.aside["pool_rules"]:
        missing = count(unread, "regel kan ikke læses og mangler", "regler kan ikke læses og mangler")
        they = "den" if unread == 1 else "de"
        st.markdown(f"{missing} i tabellen; {they} kan ændre, hvad der gælder.")


def _chosen(overview: PoolOverview) -> tuple[Entry, ...]:
    rows = {row.department.number: row.department.name for row in overview.departments}
    years = sorted({str(entry.on.year) for entry in overview.entries}, reverse=True)
    with st.grid(4, min_column_width=160):
        department = address.pick("Afdeling", "afdeling", list(rows), lambda n: rows.get(n, n), "Alle afdelinger")
        year = address.pick("År", "aar", years, str, "Alle år")
        status = address.pick("Status", "status", [s.value for s in Status], str, "Alle")
        text = address.search("Søg", "soeg", "fx legeplads")
    found = filtered(overview.entries, department, int(year) if year else None, status, text)
    return in_order(found, _order())


def _order() -> str:
    return address.asked_for(address.ORDER, ORDERS, "Rækkefølgen", "de nyeste først") or "nyeste"


def _got(row: DepartmentRow) -> Row:
    name, got = row.department.name, kroner_apart(row.bound)[0]
    return Row(department_link(row.department.number, name), got, f"{name}: {got}", (Part(row.bound),))


def _history_row(entry: Entry) -> tuple[str, ...]:
    return (
        day_short(entry.on),
        project_link(entry.application),
        ", ".join(department_links(entry)) or "ikke oplyst",
        str(entry.status),
        "ikke oplyst" if entry.amount is None else kroner_plain(entry.amount),
        kroner_plain(entry.paid),
    )


def _what_happened(point: Point) -> str:
    names = {
        Movement.GRANTED: "tilsagn til",
        Movement.PAID: "betaling til",
        Movement.CLOSED: "lukket:",
        Movement.LAPSED: "bortfaldet:",
    }
    return "; ".join(
        f"{names[step.movements[0]]} {step.application.project}" if step.application else _changed(step.free)
        for step in point.steps
    )


def _changed(ore: int) -> str:
    """What a change did to the appropriation: 'rammen hævet med 10.000 kr.'"""
    return f"rammen {'sænket' if ore < 0 else 'hævet'} med {kroner(abs(ore))}"


def _period_of(overview: PoolOverview) -> str:
    return f"{overview.pool.name}, {period(overview.pool.first, overview.pool.last)}"
