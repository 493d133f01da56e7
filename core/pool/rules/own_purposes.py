"""Own purposes: the application is for at least one of the purposes that the organisation has named."""

import re
from collections.abc import Sequence

from core.contract.cells.cell import slug
from core.contract.cells.word import split_list
from core.danish import listed
from core.pool.finding import Finding, kept_if, unknown
from core.pool.rule import Rule
from core.pool.rule_values import WORDS


def own_purposes(stated: str | None, purposes: Sequence[str]) -> Finding:
    """stated: as the application has it, several parted by semicolon, by comma or by »og«, which may stand in a name
    too. Capitals and spaces do not matter.
    """
    there = _parted(stated or "", {slug(purpose) for purpose in purposes})
    if not there:
        return unknown("formålets navn", purposes=tuple(purposes))
    named = {slug(part) for part in there}
    met = tuple(purpose for purpose in purposes if slug(purpose) in named)
    among = f"puljens formål: {listed(purposes, 'eller')}"
    return kept_if(
        bool(met),
        f"Formålet er {listed(met)}, som puljen støtter",
        f"»{listed(there)}« er ikke {among}",
        met=met,
    )


def _parted(stated: str, known: set[str]) -> list[str]:
    found: list[str] = []
    for part in split_list(stated):
        found += [part] if slug(part) in known else [one.strip() for one in re.split(r",| og | & ", part) if slug(one)]
    return found


RULE = Rule(
    key="own_purposes",
    name="puljens egne formål",
    place=35,
    source="other organisations' guidelines",
    value=WORDS,
    asks=("purposes",),
    judged=lambda case, purposes: own_purposes(case.application.purposes, purposes),
)
