"""Something in the data that could not be used as it stands. Collected, never raised, never dropped."""

from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What a problem costs. The value is the Danish word on the screen."""

    TABLE_ASIDE = "Hele tabellen er ikke læst"
    ROW_ASIDE = "Rækken er ikke talt med"
    VALUE_ASIDE = "Rækken er talt med, feltet er ikke"
    NOTICE = "Rækken er talt med"
    DONE_WITHOUT = "Skærmene klarer sig uden"


@dataclass(frozen=True, slots=True)
class Problem:
    """table, column: Danish titles; row: number in the source, None for the whole table;
    value: as typed, empty for private columns; what is wrong; what to do; what it costs.
    """

    table: str
    row: int | None
    column: str | None
    value: str
    what: str
    do: str
    effect: Effect
