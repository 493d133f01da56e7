"""Complete: the application states applicant, purpose, participants, period and economy."""

from collections.abc import Mapping
from dataclasses import replace

from core import danish
from core.pool.finding import Finding, kept_if, unknown
from core.pool.rule import Rule
from core.pool.rule_values import switch
from core.pool.tables import Application


def complete(given: Mapping[str, bool | None], *, decided: bool) -> Finding:
    """given: the five pieces by their Danish names; None: something is there that cannot be read.

    While undecided a piece that is absent can still come, so it is missing; afterwards it is broken.
    """
    absent = [piece for piece, there in given.items() if there is False]
    unreadable = [piece for piece, there in given.items() if there is None]
    lacking = (*absent, *unreadable)
    if unreadable and not absent:
        return replace(unknown(f"{danish.listed(unreadable)} (feltet kan ikke læses)"), pieces=lacking)
    if absent and not decided:
        return replace(unknown(danish.listed(lacking)), pieces=lacking)
    return kept_if(
        not absent,
        "Alle 5 oplysninger er der",
        f"Der mangler {danish.listed(absent)}",
        absent=tuple(absent),
    )


def pieces_of(application: Application) -> dict[str, bool | None]:
    """The five pieces an application states; None where something is there that cannot be read."""

    def there(value: object, *names: str) -> bool | None:
        return None if value is None and application.unreadable & set(names) else value is not None

    return {
        "ansøger": application.applicant_given,
        "formål": there(application.purpose, "purpose"),
        "antal deltagere": there(application.participants, "participants"),
        "periode": there(application.activity_first, "activity_first"),
        "økonomi": there(application.requested, "requested"),
    }


RULE = Rule(
    key="complete",
    name="fuldstændig ansøgning",
    place=40,
    source="the guidelines of 15 May 2023",
    value=switch(),
    asks=("applicant_given", "purpose", "participants", "activity_first", "requested"),
    judged=lambda case, _: complete(pieces_of(case.application), decided=case.decided),
)
