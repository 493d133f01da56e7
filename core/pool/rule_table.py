"""The tables that name rules: which a pool has, their values and from when, and who is excepted from one."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from core.contract.cells.cell import Unreadable, slug
from core.contract.table import Column, Kind, Table
from core.pool.rulebook import DISPENSABLE, IN_SHEET
from core.pool.tables import Dispensation

ENDED = "gælder ikke"


def parse_rule_value(value: object, row: Mapping[str, Any]) -> object:
    """The value of the row's rule, None where it says that the rule has ended. Raises Unreadable, with the rule's own
    advice.
    """
    if row["rule"] is None or slug(value) == slug(ENDED):
        return None
    kind = IN_SHEET[row["rule"]]
    try:
        return kind.parse(value)
    except Unreadable as unreadable:
        raise Unreadable(unreadable.what, f"Skriv {kind.advice}, eller »{ENDED}«, når reglen ophører.") from None


@dataclass(frozen=True, slots=True)
class PoolRule:
    """A rule's value from a date on."""

    pool_name: Annotated[
        str, Column("Pulje", Kind.REFERENCE, required=True, reference="pools.name", note="puljens navn")
    ]
    rule: Annotated[str, Column("Regel", Kind.CHOICE, required=True, allowed=tuple(IN_SHEET))]
    # None says that the rule no longer holds.
    value: Annotated[
        object,
        Column(
            "Værdi",
            Kind.BY_ROW,
            required=True,
            parse=parse_rule_value,
            how="Hvad der skal stå, afhænger af reglen: se sidst i fanen »Vejledning«. "
            f"Skriv »{ENDED}«, når reglen ophører.",
            note=f"se reglerne nedenfor; {ENDED}, når den ophører",
        ),
    ]
    valid_from: Annotated[date, Column("Gælder fra", required=True)]
    source: Annotated[str | None, Column("Kilde", needed=False, note="fx retningslinjens navn og punkt")]
    approved: Annotated[date | None, Column("Godkendt", needed=False)]


POOL_RULES = Table(
    name="pool_rules",
    title="Puljeregler",
    row=PoolRule,
    key=("pool_name", "rule", "valid_from"),
    note="Én række for hver regel og dato, den gælder fra. En senere række afløser en tidligere",
    guide=(
        ("Regler", "Hvad der skal stå i »Værdi« i fanen »Puljeregler«."),
        *((name, kind.advice) for name, kind in IN_SHEET.items()),
    ),
    holds_unfinished=lambda typed: not {"rule", "value"}.isdisjoint(typed),
)


DISPENSATIONS = Table(
    name="dispensations",
    title="Dispensationer",
    row=Dispensation,
    key=("application", "rule", "on"),
    choices={"rule": DISPENSABLE},
    optional=True,
    quiet=True,
    note="Én række for hver gang en ansøgning er undtaget fra en af puljens regler",
)
