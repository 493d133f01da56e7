"""What the pools tell of one department: what it has applied for in every pool and year, and what it has got."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from core.contract.dataset import Dataset
from core.danish import count, day, day_short, kroner, kroner_apart, kroner_plain, listed
from core.organisation.departments import aside_of_department
from core.pool.aside import only_follows
from core.pool.choose import pool_names, pools_on
from core.pool.departments import split_evenly
from core.pool.history import Entry, entries_on
from core.pool.ledger import ledger_of
from core.pool.position import Status, status_on
from core.pool.sentences import unusable_in_words
from core.pool.tables import APPLICATIONS, INVOICES, Application, Invoice, Pool
from core.subject.of_department import Column, Holds, Part, Row

_HEADING = "Ansøgninger"
_STOOD = {
    Status.PENDING: "venter på svar",
    Status.OPEN: "har fået tilsagn",
    Status.CLOSED: "er afsluttet",
    Status.LAPSED: "er bortfaldet",
    Status.REJECTED: "fik afslag",
}


def of_department(dataset: Dataset, number: str, on: date) -> Iterator[Part]:
    if unusable := dataset.unusable(APPLICATIONS.name, INVOICES.name):
        yield Part(_HEADING, unusable_in_words(unusable))
        return
    pools, current = dataset.of(Pool), pools_on(dataset.of(Pool), on)
    entries = _entries(dataset, number, on)
    aside = _aside(dataset, number, on)
    names = pool_names(pools) if len(pools) > 1 else {}
    yield Part(
        heading=_HEADING,
        told=" ".join(_told(entries, current, number, aside)),
        clause=_clause(entries, current, number, aside),
        columns=(
            Column("Projekt"),
            Column("Dato", Holds.DATE),
            *([Column("Pulje")] if names else []),
            Column("Status", Holds.STATUS),
            Column("Søgt eller bevilget (kr.)", Holds.AMOUNT),
            Column("Fået (kr.)", Holds.AMOUNT),
        ),
        rows=tuple(_row(entry, names, number) for entry in entries),
        aside=aside,
    )


def _entries(dataset: Dataset, number: str, on: date) -> list[Entry]:
    """Of every pool, the newest first."""
    applications = [one for one in dataset.of(Application) if number in one.departments]
    ids = {one.id for one in applications}
    invoices = [one for one in dataset.of(Invoice) if one.application in ids]
    ledgers = [ledger_of(pool, applications, invoices) for pool in dataset.of(Pool)]
    found = [entry for ledger in ledgers for entry in entries_on(ledger, {}, on)]
    return sorted(found, key=lambda entry: -entry.on.toordinal())


def _aside(dataset: Dataset, number: str, on: date) -> int:
    """Applications and invoices that may be the department's and are in no figure of it."""
    rows = aside_of_department(dataset, number, APPLICATIONS.name)
    unplaced = [one for one in dataset.of(Application) if "departments" in one.unreadable and status_on(one, on)]
    elsewhere = {one.id for one in dataset.of(Application) if number not in one.departments}
    follows = only_follows(dataset)
    invoices = [
        row
        for row in dataset.set_aside
        if row.table == INVOICES.name and row.lacking and row.fields.get("application") not in elsewhere
        if not follows(row)
    ]
    return len(rows) + len(unplaced) + len(invoices)


def _told(entries: Sequence[Entry], current: Sequence[Pool], number: str, aside: int) -> Iterator[str]:
    if not entries:
        yield "Der er ingen ansøgning fra afdelingen, der kan læses." if aside else "Afdelingen har aldrig søgt."
        return
    stood = Counter(entry.status for entry in entries)
    how = listed(f"{amount} {_STOOD[status]}" for status in Status if (amount := stood[status]))
    yield f"Afdelingen har søgt {count(len(entries), 'gang', 'gange')}: {how}."
    for pool in current:
        got = _got(entries, [pool], number)
        had = f"fået {kroner(got)}" if got else "ikke fået penge"
        when = _year([pool]) or f"fra {day(pool.first)} til {day(pool.last)}"
        yield f"Af {pool.name} har den {had} {when}."
    granted = sum(_part(entry.amount or 0, entry, number) for entry in entries if entry.is_grant)
    yield f"I alt er der bevilget {kroner(granted)} fra alle puljer og år."
    if any(len(entry.application.departments) > 1 for entry in entries):
        yield "Hvor flere afdelinger har søgt sammen, er pengene delt lige."


def _clause(entries: Sequence[Entry], current: Sequence[Pool], number: str, aside: int) -> str:
    got = _got(entries, current, number)
    pools = "puljen" if len(current) == 1 else "puljerne"
    when = _year(current) or "i perioden"
    waiting = sum(entry.status is Status.PENDING for entry in entries)
    answer = f"venter på svar på {count(waiting, 'ansøgning', 'ansøgninger')}" if waiting else ""
    if got:
        return listed(filter(None, (f"har fået {kroner_apart(got)[0]} af {pools} {when}", answer)))
    if answer or aside or not current:
        return answer
    return f"har ikke fået penge af {pools} {when}" if entries else f"har aldrig søgt om penge fra {pools}"


def _year(pools: Sequence[Pool]) -> str:
    """'i 2026'; '' where they are not of one calendar year."""
    years = {one.year for pool in pools for one in (pool.first, pool.last)}
    return f"i {years.pop()}" if len(years) == 1 else ""


def _got(entries: Sequence[Entry], pools: Sequence[Pool], number: str) -> int:
    """The department's part of what is committed and paid from the pools, in øre."""
    ids = {pool.id for pool in pools}
    return sum(_part(entry.left + entry.paid, entry, number) for entry in entries if entry.application.pool in ids)


def _part(amount: int, entry: Entry, number: str) -> int:
    return split_evenly(amount, entry.application.departments)[number]


def _row(entry: Entry, names: dict[str, str], number: str) -> Row:
    application = entry.application
    cells = (
        application.project,
        day_short(entry.on),
        *([names[application.pool]] if names else []),
        str(entry.status),
        "ikke oplyst" if entry.amount is None else kroner_plain(entry.amount),
        kroner_plain(_part(entry.left + entry.paid, entry, number)),
    )
    return Row(cells, (("pulje", application.pool), ("projekt", application.id)))
