"""Within the pool's period: nothing can be granted before it begins or after it ends."""

from datetime import date

from core.danish import day
from core.pool.finding import Finding, kept_if


def within_period(decided: date, first: date, last: date) -> Finding:
    """first and last are within."""
    outside = f"før perioden begynder {day(first)}" if decided < first else f"efter perioden sluttede {day(last)}"
    return kept_if(
        first <= decided <= last,
        f"{day(decided)} er i puljens periode",
        f"{day(decided)} er {outside}",
        decided=decided,
        first=first,
        last=last,
    )
