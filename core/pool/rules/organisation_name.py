"""Invoice in the organisation's name, as recorded on the invoice."""

from collections.abc import Sequence

from core.danish import count
from core.pool.case import doubts_about_invoices
from core.pool.finding import Finding, Verdict, unknown, unsaid
from core.pool.rule import Rule
from core.pool.rule_values import switch


def organisation_name(made_out_to_organisation: Sequence[bool | None]) -> Finding:
    """One answer an invoice; None: not recorded."""
    if not made_out_to_organisation:
        return unknown("en faktura")
    others = sum(answer is False for answer in made_out_to_organisation)
    if others:
        return Finding(
            Verdict.BROKEN,
            f"{count(others, 'faktura er', 'fakturaer er')} ikke i boligorganisationens navn",
            {"others": others},
        )
    unstated = sum(answer is None for answer in made_out_to_organisation)
    if unstated:
        return unsaid(f"hvem {count(unstated, 'faktura', 'fakturaer')} er udstedt til")
    return Finding(
        Verdict.KEPT,
        f"{count(len(made_out_to_organisation), 'faktura er', 'fakturaer er')} udstedt til boligorganisationen",
        {"others": 0},
    )


RULE = Rule(
    key="organisation_name",
    name="faktura i boligorganisationens navn",
    place=80,
    source="the guidelines of 15 May 2023",
    value=switch(),
    after_grant=True,
    judged=lambda case, _: organisation_name([invoice.made_out_to_organisation for invoice in case.invoices]),
    doubts=doubts_about_invoices,
)
