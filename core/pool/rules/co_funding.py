"""Co-funding: the pool pays at most a fraction of the project's cost, exactly."""

from fractions import Fraction

from core.danish import fraction, kroner
from core.pool.case import Case
from core.pool.finding import Finding, kept_if, unknown
from core.pool.rule import Limit, Rule
from core.pool.rule_values import MOST_OF_THE_COST


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


def _most(case: Case, share: Fraction) -> Limit:
    if (cost := case.application.total_cost) is None:
        return Limit(None, lacking="projektets samlede udgift")
    return Limit(largest_share(cost, share), f"puljen kan betale højst {fraction(share)} af den samlede udgift")


RULE = Rule(
    key="co_funding",
    name="puljens højeste andel",
    place=100,
    source="other organisations' guidelines",
    value=MOST_OF_THE_COST,
    asks=("requested", "total_cost"),
    judged=lambda case, share: co_funding(case.amount, case.application.total_cost, share),
    most=_most,
)
