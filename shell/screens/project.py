"""One application, opened from the list: what it is, its money, its invoices and its rules."""

from datetime import date
from decimal import Decimal

import streamlit as st

from core.contract.table import Column, Kind
from core.danish import day, day_short, ended, kroner, kroner_plain, listed, number, period
from core.pool.can_grant import can_grant
from core.pool.history import Entry
from core.pool.judge import judge
from core.pool.overview import PoolOverview
from core.pool.position import Status
from core.pool.rule_set import is_implied
from core.pool.rule_table import PoolRule
from core.pool.rulebook import RULE_BY_KEY
from core.pool.sentences import answer_in_words, verdicts_in_words
from core.pool.tables import APPLICATIONS
from core.pool.waiting import what_else_waits
from shell.drawing.table import Holds, Shown, table
from shell.drawing.text import plain
from shell.frame import address, frame
from shell.frame.view import View
from shell.screens.answer import answer_by_rule
from shell.screens.bevilling import FIELDS_IN_ITS_OWN_WORDS
from shell.screens.shared import department_links, judgements_table


def project(seen: View, overview: PoolOverview, application_id: str) -> None:
    st.page_link(
        "pages/board/puljen.py",
        label="Tilbage til puljen",
        icon=":material/arrow_back:",
        query_params=address.kept(),
    )
    entry = next((entry for entry in overview.entries if entry.application.id == application_id), None)
    if entry is None:
        frame.conclusion(f"Ansøgning {application_id} findes ikke i denne pulje pr. {day(overview.on)}.")
        st.markdown("Vælg en anden pulje eller en senere dato, eller gå tilbage til puljen.")
        return
    frame.conclusion(f"{entry.application.project}: {_status_in_words(entry)}")
    if entry.status is Status.PENDING:
        _undecided(seen, overview, entry)
    else:
        _decided(seen, overview, entry)


def _undecided(seen: View, overview: PoolOverview, entry: Entry) -> None:
    answer = can_grant(entry.application, overview.ledger, seen.loaded.dataset.of(PoolRule), overview.on)
    st.markdown(f"**Kan vi bevilge dette?** {plain(ended(answer_in_words(answer)))}")
    if beside := what_else_waits(entry.application, overview.ledger, overview.on, overview.money_aside):
        st.markdown(plain(beside))
    _facts(overview, entry)
    _invoices(overview, entry)
    st.header("Reglerne")
    st.caption(f"Bedømt efter reglerne {day(overview.on)}, da den ikke er afgjort.")
    answer_by_rule(answer)


def _decided(seen: View, overview: PoolOverview, entry: Entry) -> None:
    judgements = judge(entry.application, overview.ledger, seen.loaded.dataset.of(PoolRule), overview.on)
    st.markdown(verdicts_in_words([judgement.finding.verdict for judgement in judgements]))
    _facts(overview, entry)
    _invoices(overview, entry)
    st.header("Reglerne")
    st.caption(f"Bedømt efter reglerne {day(entry.on)}, dagen for afgørelsen.")
    if all(judgement.rule and is_implied(judgement.rule) for judgement in judgements):
        always = number(len(judgements))
        st.markdown(f"Puljen havde ingen regler den dag. Her er de {always}, der altid gælder.")
    judgements_table("verdicts", judgements)


def _status_in_words(entry: Entry) -> str:
    amount = "et ukendt beløb" if entry.amount is None else kroner(entry.amount)
    match entry.status:
        case Status.PENDING:
            return f"under behandling, søger om {amount}"
        case Status.REJECTED:
            return f"fik afslag {day(entry.on)}"
        case Status.OPEN:
            return f"fik tilsagn om {amount} {day(entry.on)}; {kroner(entry.paid)} er betalt"
        case Status.CLOSED:
            return f"afsluttet; {kroner(entry.paid)} betalt af {amount}"
        case Status.LAPSED:
            return f"bortfaldet; {kroner(entry.paid)} betalt af {amount}"


def _facts(overview: PoolOverview, entry: Entry) -> None:
    application = entry.application
    has_period = application.activity_first or application.activity_last
    facts = {
        "Nummer": application.id,
        "Afdeling": "ikke oplyst",
        "Formål": application.purpose or "ikke oplyst",
        "Deltagere": "ikke oplyst" if application.participants is None else number(application.participants),
        "Periode": period(application.activity_first, application.activity_last) if has_period else "ikke oplyst",
        "Modtaget": day(application.received),
        "Søgt": "ikke oplyst" if application.requested is None else kroner(application.requested),
        "Bundet": kroner(entry.left),
        "Frigivet": kroner(entry.released),
    }
    asked = {field for key in overview.rules for field in RULE_BY_KEY[key].asks}
    for column in APPLICATIONS.columns:
        if column.name in asked - FIELDS_IN_ITS_OWN_WORDS - {"activity_last"}:
            facts[column.heading] = _stated(column, getattr(application, column.name))
    cells = {name: plain(text) for name, text in facts.items()}
    if entry.departments:
        cells["Afdeling"] = listed(department_links(entry))
    table("facts", (Shown("Oplysning"), Shown("Indhold")), list(cells.items()), "Om ansøgningen")


def _stated(column: Column, value: object) -> str:
    match value:
        case None | ():
            return "ikke oplyst"
        case bool():
            return "ja" if value else "nej"
        case int() if column.kind is Kind.AMOUNT:
            return kroner(value)
        case int() | Decimal():
            return number(value)
        case date():
            return day(value)
        case _:
            return str(value)


def _invoices(overview: PoolOverview, entry: Entry) -> None:
    invoices = sorted(
        (
            invoice
            for invoice in overview.ledger.invoices_of(entry.application)
            if any(on and on <= overview.on for on in (invoice.invoiced, invoice.paid))
        ),
        key=lambda invoice: (invoice.invoiced or invoice.paid or overview.on, invoice.id),
    )
    if not invoices:
        return
    st.header("Fakturaer")
    rows = [
        (
            plain(invoice.id),
            day_short(invoice.invoiced) if invoice.invoiced else "ikke oplyst",
            day_short(invoice.paid) if invoice.paid and invoice.paid <= overview.on else "ikke betalt",
            kroner_plain(invoice.amount),
        )
        for invoice in invoices
    ]
    columns = (
        Shown("Faktura"),
        Shown("Fakturadato", Holds.DATE),
        Shown("Betalt", Holds.DATE),
        Shown("Beløb (kr.)", Holds.AMOUNT),
    )
    table("invoices", columns, rows, "Ansøgningens fakturaer")
