"""Co-funding: the pool pays at most a fraction of the project's cost, exactly."""

from fractions import Fraction

from core.danish import fraction, kroner
from core.pool.finding import Finding, kept_if, unknown


def largest_share(total_cost: int, share: Fraction) -> int:
    """The most the pool can pay, in whole øre, never above the share."""
    return total_cost * share.numerator // share.denominator


def co_funding(amount: int | None, total_cost: int | None, share: Fraction) -> Finding:
    """Amounts in øre."""
    if amount is None or total_cost is None:
        return unknown("projektets samlede udgift" if total_cost is None else "beløb", share=share)
    most = largest_share(total_cost, share)
    return kept_if(
        amount * share.denominator <= total_cost * share.numerator,
        f"{kroner(amount)} er højst {fraction(share)} af {kroner(total_cost)} ({kroner(most)})",
        f"{kroner(amount)} er mere end {fraction(share)} af {kroner(total_cost)} ({kroner(most)})",
        amount=amount,
        total_cost=total_cost,
        share=share,
    )
