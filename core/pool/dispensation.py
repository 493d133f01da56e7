"""An exception from a rule for one application: given on a day, for a reason."""

from collections.abc import Iterable
from datetime import date

from core.danish import day, ended
from core.pool.finding import Finding, Verdict, doubted
from core.pool.tables import Dispensation
from core.pool.unread import Rows


def dispensation_from(rule: str, dispensations: Iterable[Dispensation], on: date) -> Dispensation | None:
    """The latest from the rule (its name in the sheet) that is given by the date."""
    given = [one for one in dispensations if one.rule == rule and one.on <= on]
    return max(given, key=lambda one: one.on, default=None)


def with_dispensation(finding: Finding, given: Dispensation | None, unread: Rows) -> Finding:
    """unread: rows that may be one from the rule. Neither changes a rule that is kept or that only informs."""
    if finding.verdict not in (Verdict.BROKEN, Verdict.UNKNOWN):
        return finding
    if given is None:
        return doubted(finding, unread, unread)
    by = f" af {given.by}" if given.by else ""
    text = ended(f"{ended(finding.text)} Dispensation givet {day(given.on)}{by}: {given.reason}")
    return Finding(Verdict.DISPENSED, text, finding.figures)
