"""Cap: one project can get at most the cap."""

from core.danish import kroner
from core.pool.finding import Finding, kept_if, unknown


def cap(amount: int | None, limit: int) -> Finding:
    """amount: granted, or applied for while undecided; both in øre. At the cap is kept."""
    if amount is None:
        return unknown("beløb", limit=limit)
    return kept_if(
        amount <= limit,
        f"{kroner(amount)} er inden for loftet på {kroner(limit)}",
        f"{kroner(amount)} er {kroner(amount - limit)} over loftet på {kroner(limit)}",
        amount=amount,
        limit=limit,
    )
