"""Within the pool's period: nothing can be granted before it begins or after it ends."""

from datetime import date

from core.danish import day, period
from core.pool.finding import Finding, kept_if
from core.pool.rule import Rule
from core.pool.tables import Pool
from core.pool.unread import unread_pools


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


def _implied(pool: Pool) -> str:
    approved = f", godkendt {day(pool.approved)}" if pool.approved else ""
    return f"Puljens periode, {period(pool.first, pool.last)}{approved}"


RULE = Rule(
    key="within_period",
    name="inden for puljens periode",
    place=0,
    source="a pool's appropriation is for its period",
    value=None,
    implied=_implied,
    judged=lambda case, _: within_period(case.decided_on, case.others.pool.first, case.others.pool.last),
    doubts=lambda case: ((), () if case.decided else unread_pools(case.others)),
)
