"""Guarantee against loss: of what is granted as a guarantee, only the project's loss is paid.

The money is bound until the project is closed, as of any grant, and what was not used is released then.
"""

from core.danish import kroner
from core.pool.case import Case, Doubts, doubts_about_invoices
from core.pool.finding import Finding, Verdict, kept_if, unknown, unsaid
from core.pool.rule import Rule
from core.pool.rule_values import switch


def loss_guarantee(guarantee: bool | None, paid: int, loss: int | None) -> Finding:
    """paid: by the date; loss: as the project's accounts have it; both in øre."""
    if guarantee is None:
        return unsaid("om tilsagnet er en underskudsgaranti")
    if not guarantee:
        return Finding(Verdict.KEPT, "Tilsagnet er ikke en underskudsgaranti")
    if paid <= 0:
        return Finding(Verdict.KEPT, "Der er ikke betalt noget af underskudsgarantien", {"paid": paid})
    if loss is None:
        return unknown("projektets underskud", paid=paid)
    return kept_if(
        paid <= loss,
        f"Betalt {kroner(paid)} af et underskud på {kroner(loss)}",
        f"Betalt {kroner(paid)}: {kroner(paid - loss)} mere end underskuddet på {kroner(loss)}",
        paid=paid,
        loss=loss,
    )


def _judged(case: Case, _: object) -> Finding:
    if case.granted is None:
        return unknown("et tilsagn")
    return loss_guarantee(case.application.guarantee, case.paid, case.application.loss)


def _doubts(case: Case) -> Doubts:
    """One more invoice may be a credit note."""
    rows, _ = doubts_about_invoices(case)
    return rows, rows


RULE = Rule(
    key="loss_guarantee",
    name="underskudsgaranti",
    place=95,
    source="other organisations' guidelines",
    value=switch(),
    asks=("guarantee", "loss"),
    after_grant=True,
    judged=_judged,
    doubts=_doubts,
)
