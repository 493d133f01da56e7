"""The pool's screen as an Excel workbook: the same rows and figures, as numbers and dates."""

from collections.abc import Sequence

from core.danish import count, day
from core.pool.history import Entry
from core.pool.overview import PoolOverview
from shell.handouts.workbooks.workbook import Cell, Sheet, kroner_cell, workbook


def pool_workbook(source: str, overview: PoolOverview, entries: Sequence[Entry]) -> bytes:
    """entries: those on screen, in the order on screen."""
    balance = overview.balance
    notes = [f"Pr. {day(overview.on)}", f"Pulje: {overview.pool.name}, {overview.pool.id}", f"Kilde: {source}"]
    if aside := overview.money_aside:
        notes.append(f"{count(aside, 'række', 'rækker')} kan ikke læses og er ikke talt med")
    applications = Sheet(
        "Ansøgninger",
        (
            "Ansøgning",
            "Dato",
            "Projekt",
            "Afdelinger",
            "Status",
            "Modtaget",
            "Ansøgt (kr.)",
            "Tilsagn (kr.)",
            "Betalt (kr.)",
            "Bundet (kr.)",
            "Frigivet (kr.)",
        ),
        [_row(entry) for entry in entries],
        notes,
        totals=("Ansøgt (kr.)", "Tilsagn (kr.)", "Betalt (kr.)", "Bundet (kr.)", "Frigivet (kr.)"),
    )
    figures = Sheet(
        "Puljen",
        ("Tal", "Beløb (kr.)"),
        [
            (name, kroner_cell(amount))
            for name, amount in (
                ("Ramme", balance.appropriation),
                ("Bundet", balance.committed),
                ("heraf faktureret", balance.invoiced),
                ("Afregnet", balance.paid),
                ("Rest", balance.free),
                ("Frigivet", balance.released),
                ("Under behandling", balance.pending),
            )
        ],
        notes,
    )
    return workbook([applications, figures])


def _row(entry: Entry) -> tuple[Cell, ...]:
    application = entry.application
    granted = entry.amount if entry.is_grant else None
    return (
        application.id,
        entry.on,
        application.project,
        "; ".join(entry.departments),
        str(entry.status),
        application.received,
        kroner_cell(application.requested),
        kroner_cell(granted),
        kroner_cell(entry.paid),
        kroner_cell(entry.left),
        kroner_cell(entry.released),
    )
