"""The sections of the screen »Planchen på telefon«: opened and closed by the chair, and the sum as it comes."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from math import ceil, sqrt
from urllib.parse import urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.access.rights import Right
from core.danish import listed, moment, number
from core.organisation.settings import organisation_name
from core.planche.of_data import sheet_of, tables_of
from core.planche.results import rows_of
from core.planche.sentences import conclusion
from shell.drawing.images import image
from shell.drawing.text import plain
from shell.frame import entrance
from shell.frame.view import View
from shell.handouts.workbooks.marks import marks_workbook
from shell.live.filled import filled_of, sum_of
from shell.live.qr import qr_svg
from shell.live.routes import path_of
from shell.live.seminar import DAYS_TO_REGRET, LONGEST_NAME, MOST_TABLES, LiveTable, Seminar, sent_in_words
from shell.live.store import Store
from shell.machine import clock
from shell.screens import acts, planchen
from shell.screens.live_store import answering

_SECONDS_BETWEEN_LOOKS = 3
_AT_HOME = {"localhost", "127.0.0.1", "::1", "0.0.0.0"}
_USUAL_TABLES = 5
_MOST_BESIDE_EACH_OTHER = 4
_HOST = re.compile(r"[\w.:\[\]-]+")


def state_told(seminar: Seminar, heard: int, today: date) -> str:
    """'Alle 5 borde har sendt noget.'"""
    tables = len(seminar.tables)
    is_open = seminar.closed_at is None
    sent = "har sendt noget" if is_open else "sendte noget"
    if tables == 1:
        nothing = "har ikke sendt noget endnu" if is_open else "sendte ikke noget"
        said = f"bordet {sent if heard else nothing}"
    elif heard == 0:
        said = f"ingen af de {number(tables)} borde {sent}{' endnu' if is_open else ''}"
    elif heard == tables:
        said = f"{'begge' if tables == 2 else f'alle {number(tables)}'} borde {sent}"
    else:
        said = f"{number(heard)} af {number(tables)} borde {sent}"
    if seminar.closed_at is None:
        return f"{said[:1].upper()}{said[1:]}."
    return f"Planchen blev lukket {moment(seminar.closed_at, today)}: {said}."


def not_here() -> None:
    st.markdown(
        "Planchen på telefon kræver en database, som oversigten må skrive i. Her læses tallene fra et regneark, "
        "så brug papiret: hent planchen under »Seminarmateriale«, og skriv bordenes mærker i fanen »Plancher«. "
        "Den, der passer programmet, kan slå det til med [live] i secrets.toml."
    )


def open_new(seen: View, store: Store, again: Seminar | None) -> None:
    """again: the newest that is closed."""
    dataset = seen.loaded.dataset
    usual = list(tables_of(dataset)) or [f"Bord {n}" for n in range(1, _USUAL_TABLES + 1)]
    with st.form("open_live"):
        typed = st.text_area("Borde, ét på hver linje", value="\n".join(usual), height=160)
        st.caption("Skriv ikke navne på personer.")
        if st.form_submit_button("Åbn planchen for bordene", type="primary", icon=":material/lock_open:"):
            names = [line.strip() for line in typed.splitlines() if line.strip()]
            if wrong := _wrong_with(names):
                st.error(wrong)
                return
            _do(store.open_seminar, sheet_of(dataset), names, organisation_name(dataset) or "")
    if again:
        when = moment(again.opened_at, seen.today)
        st.markdown(f"Planchen fra {when} kan åbnes igen med de samme links.")
        with st.container(horizontal=True):
            if st.button("Åbn den igen", icon=":material/history:"):
                _do(store.reopen_seminar, again.id)


def _wrong_with(names: Sequence[str]) -> str:
    """'' where they can be the tables of a seminar."""
    if not names:
        return "Skriv mindst ét bord."
    if len(names) > MOST_TABLES:
        return f"Der er {number(len(names))} borde på listen. Der kan højst være {number(MOST_TABLES)}."
    if any(len(name) > LONGEST_NAME for name in names):
        return f"Et bords navn kan højst være på {number(LONGEST_NAME)} tegn."
    return ""


def close(store: Store, seminar: Seminar) -> None:
    if st.button("Luk planchen", type="primary", icon=":material/lock:"):
        _do(store.close_seminar, seminar.id)


def _do(act: Callable[..., object], *to: object) -> None:
    """By whoever is looking, if they may at this moment, and the screen is drawn anew."""
    by = acts.doer(Right.SEMINARS)
    if by is not None:
        act(*to, clock.now(), by)
        st.rerun()


def links(store: Store, seminar: Seminar) -> None:
    """A square for each table to point a phone at; folded when the first have sent something."""
    with st.expander("Bordenes links", expanded=not store.tables_heard(seminar.id)):
        base = _reachable()
        if base is None:
            return
        st.markdown("Hvert bord peger en telefons kamera på sin firkant. Linket gælder kun for det bord.")
        with st.grid(4, min_column_width=200):
            for table in seminar.tables:
                with _square(table, base):
                    st.link_button("Åbn her", _link(table, base))


def in_the_room(store: Store, seminar: Seminar, today: date) -> None:
    """All the tables' squares with the sum beside them; last what the squares' address lacks."""
    first = st.container()
    base = _reachable()
    with first:
        _follow(store, seminar, today, base or "")


def sum_as_it_comes(store: Store, seminar: Seminar, today: date) -> None:
    if seminar.closed_at is None:
        _follow(store, seminar, today)
    else:
        _sum(store, seminar, today)


def after(store: Store, seminar: Seminar, own: str) -> None:
    """What the tables have sent as rows of the contract, and the way to be rid of it."""
    on = seminar.opened_at.date()
    st.header("Til arkivet")
    rows = rows_of(on, filled_of(store, seminar), own)
    if rows:
        st.markdown("Rækkerne kan sættes ind i fanen »Plancher«, så de står sammen med resten.")
    else:
        st.markdown("Bordene har ikke sat mærker eller skrevet noget, så der er ingen rækker at hente.")
    with st.container(horizontal=True):
        if rows:
            st.download_button(
                "Hent rækkerne til »Plancher«",
                lambda: marks_workbook(rows),
                file_name=f"plancher-{on.isoformat()}.xlsx",
                on_click="ignore",
                icon=":material/download:",
            )
        with st.popover("Slet det, bordene har sendt", icon=":material/delete:"):
            st.markdown(
                f"Planchen med {sent_in_words(store.content(seminar.id))} bliver slettet, og bordenes links "
                f"holder op. Den kan bringes tilbage i {DAYS_TO_REGRET} dage. Derefter er den væk for altid."
            )
            if st.button("Ja, slet det hele"):
                _do(store.delete_seminar, seminar.id)


def deleted(store: Store, today: date) -> None:
    """Those that can be brought back."""
    now = clock.now()
    those = [(one, gone_at) for one in store.deleted_seminars() if (gone_at := one.gone_at) and gone_at > now]
    if not those:
        return
    st.header(f"Slettet inden for de seneste {DAYS_TO_REGRET} dage")
    for seminar, gone_at in those:
        with st.container(border=True, key=f"deleted_{seminar.id}"):
            st.markdown(
                f"**Planchen fra {moment(seminar.opened_at, today)}** med "
                f"{sent_in_words(store.content(seminar.id))}. Den bliver slettet for altid {moment(gone_at)}."
            )
            if st.button("Bring den tilbage", key=f"restore_{seminar.id}", icon=":material/restore_from_trash:"):
                _do(store.restore_seminar, seminar.id)


@st.fragment(run_every=_SECONDS_BETWEEN_LOOKS)
def _follow(store: Store, seminar: Seminar, today: date, base: str = "") -> None:
    """Also what another screen does to the seminar, and only for those who still may see it.
    base: where the squares beside the sum lead, '' for none.
    """
    with answering():
        now = next((one for one in store.seminars() if one.id == seminar.id), None)
    if now != seminar or not entrance.may(Right.SEMINARS):
        st.rerun()
    if base:
        with st.container(key="together"):
            squares, beside = st.columns((3, 2), gap="large")
        columns = min(_MOST_BESIDE_EACH_OTHER, ceil(sqrt(len(seminar.tables) * 1.3)))
        with squares, st.grid(columns, min_column_width=100):
            for table in seminar.tables:
                _square(table, base)
        _sum(store, seminar, today, beside)
    else:
        _sum(store, seminar, today)


def _sum(store: Store, seminar: Seminar, today: date, first: DeltaGenerator | None = None) -> None:
    """first: where the sum in words stands."""
    with answering():
        heard = store.tables_heard(seminar.id)
        found = sum_of(store, seminar)
    with first or st.container():
        st.markdown(f"**{state_told(seminar, len(heard), today)}**")
        if silent := [table.name for table in seminar.tables if table.name not in heard]:
            told = "Mangler endnu" if seminar.closed_at is None else "Sendte ikke noget"
            st.caption(f"{told}: {plain(listed(silent))}.")
        if found.tables:
            st.markdown(plain(conclusion(found)))
            planchen.most_wanted(found)
    if not found.tables:
        return
    planchen.by_theme(found)
    planchen.disagreed(found)
    planchen.notes(found)


def _link(table: LiveTable, base: str) -> str:
    return base + path_of(table.key, st.get_option("server.baseUrlPath"))


def _square(table: LiveTable, base: str) -> DeltaGenerator:
    square = st.container(border=True, key=f"qr_{table.key}")
    with square:
        st.markdown(f"**{plain(table.name)}**")
        image(qr_svg(_link(table, base)), "image/svg+xml", "QR-kode med bordets link")
    return square


def _reachable() -> str | None:
    """The dashboard's address as phones can reach it. This machine's own name for itself is none."""
    seen_at = urlsplit(st.context.url or "")
    here = f"{seen_at.scheme}://{seen_at.netloc}" if seen_at.netloc else ""
    at_home = seen_at.hostname in _AT_HOME
    label = "Adressen, som telefonerne skal bruge"
    typed = st.text_input(label, value=here, key="live_address", persist_state="session").strip().rstrip("/")
    if at_home and urlsplit(typed).hostname in _AT_HOME:
        st.warning(
            "Adressen her gælder kun på denne maskine, så telefoner kan ikke nå den. "
            "Skriv maskinens adresse på nettet, fx http://192.168.1.20:8501. Den, der passer programmet, skal have "
            "åbnet for den: hosts under [live] i secrets.toml.",
            icon=":material/wifi_off:",
        )
    parts = urlsplit(typed)
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        st.error("Skriv en adresse, der begynder med http:// eller https://.")
        return None
    return f"{parts.scheme}://{parts.netloc}"


def newest(seminars: Iterable[Seminar], *, is_open: bool) -> Seminar | None:
    return next((one for one in seminars if (one.closed_at is None) is is_open), None)
