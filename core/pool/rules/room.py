"""Room in the pool: the amount is at most what was free on the day, before this grant."""

from core.danish import kroner
from core.pool.finding import Finding, kept_if, unknown


def room(amount: int | None, free_before: int) -> Finding:
    """Both in øre; free_before counts every other grant of the same day."""
    if amount is None:
        return unknown("beløb", free_before=free_before)
    return kept_if(
        amount <= free_before,
        f"Der er plads: {kroner(free_before)} tilbage til {kroner(amount)}",
        f"Der er ikke plads: kun {kroner(free_before)} tilbage til {kroner(amount)}",
        amount=amount,
        free_before=free_before,
    )
