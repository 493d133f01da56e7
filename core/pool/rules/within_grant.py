"""Paid within the grant: the paid invoices add up to no more than was granted."""

from core.danish import kroner
from core.pool.finding import Finding, kept_if, unknown


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
