"""Paid within the grant: the paid invoices add up to no more than was granted."""

from core.danish import kroner
from core.pool.case import Case, Doubts, doubts_about_invoices
from core.pool.finding import Finding, kept_if, unknown
from core.pool.rule import Rule
from core.pool.rule_values import switch


def within_grant(paid: int, granted: int | None) -> Finding:
    """Both in øre; granted is None while there is no grant."""
    if granted is None:
        return unknown("et tilsagn", paid=paid)
    return kept_if(
        paid <= granted,
        f"Betalt {kroner(paid)} af {kroner(granted)}",
        f"Betalt {kroner(paid)}: {kroner(paid - granted)} mere end tilsagnet på {kroner(granted)}",
        paid=paid,
        granted=granted,
    )


def _doubts(case: Case) -> Doubts:
    """One more invoice may be a credit note."""
    rows, _ = doubts_about_invoices(case)
    return rows, rows


RULE = Rule(
    key="within_grant",
    name="betalt inden for tilsagn",
    place=90,
    source="the guidelines of 15 May 2023",
    value=switch(),
    after_grant=True,
    judged=lambda case, _: within_grant(case.paid, case.granted),
    doubts=_doubts,
)
