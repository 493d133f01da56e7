"""Invoice from a third party: the supplier is not the applicant."""

from collections.abc import Sequence

from core.danish import count
from core.pool.finding import Finding, Verdict, unknown, unsaid


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
