"""Complete: the application states applicant, purpose, participants, period and economy."""

from collections.abc import Mapping

from core import danish
from core.pool.finding import Finding, kept_if, unknown


def complete(given: Mapping[str, bool | None], *, decided: bool) -> Finding:
    """given: the five pieces by their Danish names; None: something is there that cannot be read.

    While undecided a piece that is absent can still come, so it is missing; afterwards it is broken.
    """
    absent = [piece for piece, there in given.items() if there is False]
    unreadable = [piece for piece, there in given.items() if there is None]
    if unreadable and not absent:
        return unknown(f"{danish.listed(unreadable)} (feltet kan ikke læses)")
    if absent and not decided:
        return unknown(danish.listed([*absent, *unreadable]))
    return kept_if(
        not absent,
        "Alle fem oplysninger er der",
        f"Der mangler {danish.listed(absent)}",
        absent=tuple(absent),
    )
