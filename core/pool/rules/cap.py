"""Cap: one project can get at most the cap."""

from core.danish import kroner
from core.pool.finding import Finding, kept_if, unknown
from core.pool.rule import Limit, Rule
from core.pool.rule_values import amount_value


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


RULE = Rule(
    key="cap",
    name="loft pr. projekt",
    place=10,
    source="the guidelines of 15 May 2023",
    value=amount_value("højst"),
    asks=("requested",),
    judged=lambda case, limit: cap(case.amount, limit),
    most=lambda case, limit: Limit(limit, f"loftet pr. projekt er {kroner(limit)}"),
    cap=lambda limit: limit,
)
