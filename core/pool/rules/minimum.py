"""Minimum amount: the pool does not grant less."""

from core.danish import kroner
from core.pool.finding import Finding, kept_if, unknown


def minimum(amount: int | None, limit: int) -> Finding:
    """Both in øre. At the minimum is kept."""
    if amount is None:
        return unknown("beløb", limit=limit)
    return kept_if(
        amount >= limit,
        f"{kroner(amount)} er mindst {kroner(limit)}",
        f"{kroner(amount)} er under det mindste beløb på {kroner(limit)}",
        amount=amount,
        limit=limit,
    )
