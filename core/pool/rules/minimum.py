"""Minimum amount: the pool does not grant less."""

from core.danish import kroner
from core.pool.finding import Finding, kept_if, unknown
from core.pool.rule import Limit, Rule
from core.pool.rule_values import amount_value


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


RULE = Rule(
    key="minimum",
    name="mindste beløb",
    place=120,
    source="other organisations' guidelines",
    value=amount_value("mindst"),
    asks=("requested",),
    judged=lambda case, limit: minimum(case.amount, limit),
    least=lambda limit: Limit(limit, f"det mindste beløb er {kroner(limit)}"),
)
