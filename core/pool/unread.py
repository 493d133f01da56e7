"""Which rows that cannot be read a figure of the pool may rest on, by what of them could be read.

A row of »Ansøgninger« can only take more from the pool; one of »Fakturaer« can also give back, as a credit note, and
one of »Rammeændringer« may go either way.
"""

from collections.abc import Collection, Iterable
from datetime import date

from core.contract.dataset import SetAside
from core.pool.ledger import Ledger
from core.pool.tables import Decision

Rows = tuple[SetAside, ...]


def unread_grants(aside: Iterable[SetAside], on: date) -> Rows:
    """Applications among them that may be grants by the date."""
    return tuple(row for row in aside if row.table == "applications" and _may_bind(row, on))


def unread_payments(aside: Iterable[SetAside], on: date, own: str) -> Rows:
    """Invoices among them that may be paid by the date, on another application than the own (its id)."""
    return tuple(
        row
        for row in aside
        if row.table == "invoices" and row.fields.get("application") != own and _may_be(row, ("paid",), on)
    )


def unread_invoices(ledger: Ledger, own: str, on: date) -> Rows:
    """Invoices that may be the own application's, and known by the date."""
    return tuple(
        row
        for row in ledger.aside
        if row.table == "invoices"
        and row.fields.get("application", own) in (own, None)
        and _may_be(row, ("invoiced", "paid"), on)
    )


def unread_grants_of_the_year(aside: Iterable[SetAside], on: date, departments: Collection[str]) -> Rows:
    """Applications among them that may be grants to one of the departments in the date's year."""
    grants = unread_grants(aside, on)
    return tuple(row for row in grants if _may_be_of_year(row, on.year) and _may_be_of(row, departments))


def unread_changes(aside: Iterable[SetAside], on: date) -> Rows:
    """Changes of the appropriation among them that may be made by the date."""
    return tuple(row for row in aside if row.table == "appropriation_changes" and _may_have_come(row, on))


def unread_dispensations(ledger: Ledger, own: str, rule: str, on: date) -> Rows:
    """Dispensations that may be the own application's (its id, '' for one that is in no table) from the rule (its name)
    by the date.
    """
    return tuple(
        row
        for row in ledger.aside
        if own
        and row.table == "dispensations"
        and row.fields.get("application") in (own, None)
        and row.fields.get("rule") in (rule, None)
        and _may_have_come(row, on)
    )


def unread_rules(ledger: Ledger) -> Rows:
    return tuple(row for row in ledger.aside if row.table == "pool_rules")


def drafts(ledger: Ledger) -> Rows:
    """Applications that somebody is still typing, and that say already how much they ask for."""
    return tuple(row for row in ledger.aside if row.table == "applications" and row.unfinished)


def unread_pools(ledger: Ledger) -> Rows:
    """Rows that may be other periods of the pool."""
    return tuple(row for row in ledger.aside if row.table == "pools")


def _may_bind(row: SetAside, on: date) -> bool:
    blank = {name for name, value in row.fields.items() if value is None}
    if not {"closed", "lapsed"} <= blank:
        return True
    decided = row.fields.get("decided")
    if decided is not None and decided > on:
        return False
    rejected = row.fields.get("decision") == Decision.REJECTION
    return not ("granted" in blank and (rejected or {"decision", "decided"} <= blank))


def _may_be(row: SetAside, days: Iterable[str], on: date) -> bool:
    """Whether any of the days may be there, and not after the date."""
    return any(name not in row.fields or _has_come(row.fields[name], on) for name in days)


def _has_come(day: date | None, on: date) -> bool:
    return day is not None and day <= on


def _may_have_come(row: SetAside, on: date) -> bool:
    """Of a row that must have a day: where it has none that can be read it may be any."""
    day = row.fields.get("on")
    return day is None or bool(day <= on)


def _may_be_of_year(row: SetAside, year: int) -> bool:
    decided = row.fields.get("decided")
    return decided is None or decided.year == year


def _may_be_of(row: SetAside, departments: Collection[str]) -> bool:
    named = row.fields.get("departments")
    return not named or not departments or not set(departments).isdisjoint(named)


def once(rows: Iterable[SetAside]) -> Rows:
    return tuple({(row.table, row.row): row for row in rows}.values())
