"""Invoice from a third party: the supplier is not the applicant."""

from collections.abc import Sequence

from core.danish import count
from core.pool.case import doubts_about_invoices
from core.pool.finding import Finding, Verdict, unknown, unsaid
from core.pool.rule import Rule
from core.pool.rule_values import switch


def third_party(supplier_is_applicant: Sequence[bool | None]) -> Finding:
    """One answer an invoice; None: supplier or applicant is not stated."""
    if not supplier_is_applicant:
        return unknown("en faktura")
    own = sum(answer is True for answer in supplier_is_applicant)
    if own:
        return Finding(Verdict.BROKEN, f"{count(own, 'faktura er', 'fakturaer er')} fra ansøgeren selv", {"own": own})
    unstated = sum(answer is None for answer in supplier_is_applicant)
    if unstated:
        return unsaid(f"om {count(unstated, 'faktura', 'fakturaer')} er fra ansøgeren selv")
    return Finding(Verdict.KEPT, "Leverandøren er en anden end ansøgeren", {"own": 0})


RULE = Rule(
    key="third_party",
    name="faktura fra tredjepart",
    place=70,
    source="the guidelines of 15 May 2023",
    value=switch(),
    after_grant=True,
    judged=lambda case, _: third_party([invoice.supplier_is_applicant for invoice in case.invoices]),
    doubts=doubts_about_invoices,
)
